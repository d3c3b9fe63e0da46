"""The last change of the log undone or done again, with a word on which it was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.text import plain
from tui.messages import LogChanged
from tui.taken_back import NOTHING_AGAIN

if TYPE_CHECKING:
    from tui.app import LegdayApp


def undo(app: "LegdayApp") -> None:
    """Undo the last change, and say which."""
    _step(app, app.desk.logbook.undo, "Undone", "Nothing to undo")


def redo(app: "LegdayApp") -> None:
    """Redo the last change undone, and say which."""
    _step(app, app.desk.logbook.redo, "Done again", NOTHING_AGAIN)


def _step(app: "LegdayApp", step: Callable[[], str | None], said: str, nothing: str) -> None:
    told: list[str | None] = []
    if app.desk.attempt(app, lambda: told.append(step())):
        app.notify(plain(f"{said}: {told[0]}") if told[0] else nothing, timeout=4, markup=False)
        app.screen.post_message(LogChanged())
