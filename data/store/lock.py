"""One writer at a time, whatever the process: a lock file, held through the kernel, so that death lets go of it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# Seconds.
_PATIENCE: Final = 20
_PAUSE: Final = 0.005


@contextmanager
def locked(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock file, which is created for its owner alone where there is none, and never removed.

    Raises TimeoutError where somebody else holds it for `patience` seconds, and OSError where it cannot be opened.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _acquire(handle, patience)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, patience: float) -> None:
    for _ in range(max(1, round(patience / _PAUSE))):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(_PAUSE)
    raise TimeoutError
