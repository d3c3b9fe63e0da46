"""Files that their owner alone may read."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from data.store.durable import OWN, explained, make_folder, write
from data.store.errors import CannotWrite
from data.store.lock import locked


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One at a time: inside, nobody else who asks for it too changes the file, or the one that a link there leads to.

    Raises CannotWrite where somebody else does for long, and where the lock file beside it cannot be made.
    """
    real = Path(os.path.realpath(path))
    with ExitStack() as held:
        with explained(path):
            make_folder(real.parent)
            try:
                held.enter_context(locked(real.with_name(f".{real.name}.lock")))
            except TimeoutError as error:
                raise CannotWrite(f"Another legday is changing {path}. Try again when it is done.") from error
        yield


def write_own(path: Path, data: bytes) -> None:
    """Put a file of mode 600 in place of the one there, or of the one that a link there leads to; the link stays.

    Raises CannotWrite, also where what is there is no plain file, or somebody else's.
    """
    with explained(path):
        real = path.resolve()
        if real.exists() and not (real.is_file() and real.stat().st_uid == os.geteuid()):
            raise CannotWrite(f"{path} is no file of yours, so it stays as it is. Say another with --authorized-keys.")
    write(real, data, OWN)
