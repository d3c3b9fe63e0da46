"""The app ended from outside: its terminal closed, the connection lost, the machine shut down."""

import sys
import termios
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def hang_up(app: "App[Any]", code: int) -> None:
    """End the app with this exit code, as a key would: what it holds is put away.

    A terminal that is gone is written to no more. What is written is handed to a thread, which dies of the first error:
    whoever hands it more than it had room for would wait for ever.
    """
    if app._driver and not _is_there():
        app._driver.write = _to_nobody  # type: ignore[method-assign]
    app.exit(return_code=code)


def _is_there() -> bool:
    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else -1)
    except (termios.error, OSError, ValueError):
        return False
    return True


def _to_nobody(_: str) -> None:
    """Nothing is written."""
