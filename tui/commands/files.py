"""Reading and writing a file that a person named."""

import os
import sys
from pathlib import Path
from typing import Final

from data.store.durable import explained, stage

# One byte more than any format may have: a longer file is cut here, and told to be too large by what reads it.
_MOST_BYTES: Final = 64 * 2**20 + 1

# Who may read a new file that a person asked for, their umask says.
_MODE: Final = 0o666


def read_file(path: Path) -> bytes:
    """The bytes of the file, or of stdin for "-", at most 64 MiB and one. Raises OSError."""
    if str(path) == "-":
        return sys.stdin.buffer.read(_MOST_BYTES)
    with path.open("rb") as opened:
        return opened.read(_MOST_BYTES)


def write_file(path: Path, data: bytes) -> None:
    """Put a file of these bytes at the path, or where a link there leads: wholly, or the one there stays as it is.

    Into what is no file, such as a pipe, they are written as they come. Raises CannotWrite.
    """
    real = Path(os.path.realpath(path))
    with explained(path):
        if path.exists() and not path.is_file():  # a pipe at /dev/stdout has no path of its own
            path.write_bytes(data)
        else:
            stage(real, data, None if real.exists() else _MODE).replace(real)
