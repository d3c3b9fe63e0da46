"""The app ended from outside: its terminal closed, the connection lost, the machine shut down, the access gone."""

import os
import signal
import sys
import termios
import time
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from data.access import Allows

if TYPE_CHECKING:
    from textual.app import App

_ENDS: Final = (signal.SIGHUP, signal.SIGTERM)
# How often the access is looked at, and how long the app has to end of itself.
_LOOK_SECONDS: Final = 1.0
_PATIENCE_SECONDS: Final = 3.0


def end_with_the_terminal(app: "App[Any]", within: float) -> None:
    """End the app as a key would when its terminal or the machine goes: what it holds is put away.

    So many seconds later the process is gone, even where it waits for a terminal that takes nothing any more. A thread
    waits for the signal, because the app's own would not come to hear of it then. To be called before other threads
    are begun.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
    Thread(target=_wait_for_the_end, args=(app, within), daemon=True).start()


def end_when_shut_out(allows: Allows) -> None:
    """End the process soon after `allows` says no, even where the app is kept busy by whoever is to be shut out.

    To be called after `end_with_the_terminal`.
    """
    Thread(target=_wait_until_shut_out, args=(allows,), daemon=True).start()


def _wait_until_shut_out(allows: Allows) -> None:
    while allows():
        time.sleep(_LOOK_SECONDS)
    time.sleep(_PATIENCE_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


def _wait_for_the_end(app: "App[Any]", within: float) -> None:
    code = 128 + signal.sigwait(_ENDS)
    # What is written is handed to a thread of Textual's, which dies of the first error: whoever hands it more than
    # it had room for would wait for ever.
    if app._driver and not _terminal_is_there():
        app._driver.write = _to_nobody  # type: ignore[method-assign, assignment]
    app.exit(return_code=code)
    time.sleep(within)
    os._exit(code)


def _terminal_is_there() -> bool:
    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else -1)
    except (termios.error, OSError, ValueError):
        return False
    return True


def _to_nobody(_: str) -> None:
    """Nothing is written."""
