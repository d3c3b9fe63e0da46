"""Where this legday is, so that another program can start it."""

import sys


def legday_program() -> list[str]:
    """The words that start this legday from anywhere.

    With -E no PYTHON… variable that a client sends, where an sshd takes such, gives them a Python to type into; with
    -P no file of the folder it is started in is taken for a part of it.
    """
    return [sys.executable, "-EP", "-m", "tui"]
