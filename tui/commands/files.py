"""Reading a file that a person named."""

import sys
from pathlib import Path
from typing import Final

# One byte more than any format may have: a longer file is cut here, and told to be too large by what reads it.
_MOST_BYTES: Final = 64 * 2**20 + 1


def read_file(path: Path) -> bytes:
    """The bytes of the file, or of stdin for "-", at most 64 MiB and one. Raises OSError."""
    if str(path) == "-":
        return sys.stdin.buffer.read(_MOST_BYTES)
    with path.open("rb") as opened:
        return opened.read(_MOST_BYTES)
