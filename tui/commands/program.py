"""Where this legday is, so that another program can start it."""

import shutil
import sys
from pathlib import Path
from typing import Final

_NAME: Final = "legday"


def legday_program() -> list[str]:
    """The words that start this legday from anywhere: its script, else this Python with the module."""
    started = Path(sys.argv[0])
    if started.name == _NAME:
        found = shutil.which(sys.argv[0])
        if found:
            return [str(Path(found).absolute())]
    beside = Path(sys.executable).with_name(_NAME)
    return [str(beside)] if beside.exists() else [sys.executable, "-I", "-m", "tui"]
