"""The last change undone or done again: of the log, and said which it was; of the session under way, as it was."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from data.text import plain
from tui.messages import LogChanged

if TYPE_CHECKING:
    from tui.app import LegdayApp

NOTHING_AGAIN: Final = "Nothing to do again"
_Live = TypeVar("_Live")


def undo(app: "LegdayApp") -> None:
    """Undo the last change, and say which."""
    _step(app, app.desk.logbook.undo, "Undone", "Nothing to undo")


def redo(app: "LegdayApp") -> None:
    """Redo the last change undone, and say which."""
    _step(app, app.desk.logbook.redo, "Done again", NOTHING_AGAIN)


def taken_back(taken: tuple[_Live, ...], before: _Live, undo: Callable[[_Live], _Live]) -> tuple[_Live, ...]:
    """What can be done again once `before` is undone: it, and what was `taken` back just before it, the last one last.

    What was taken back before another step is left out.
    """
    return (*taken, before) if again(taken, before, undo) else (before,)


def again(taken: tuple[_Live, ...], now: _Live | None, undo: Callable[[_Live], _Live]) -> _Live | None:
    """The session as it was before the last undo; None where something else was done since."""
    return taken[-1] if taken and undo(taken[-1]) == now else None


def _step(app: "LegdayApp", step: Callable[[], str | None], said: str, nothing: str) -> None:
    told: list[str | None] = []
    if app.desk.attempt(app, lambda: told.append(step())):
        app.notify(plain(f"{said}: {told[0]}") if told[0] else nothing, timeout=4, markup=False)
        app.screen.post_message(LogChanged())
