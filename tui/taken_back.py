"""What was taken back in the session under way, and can be done again as it was."""

from collections.abc import Callable
from typing import Final, TypeVar

NOTHING_AGAIN: Final = "Nothing to do again"
_Live = TypeVar("_Live")


def remember(taken: tuple[_Live, ...], before: _Live, undo: Callable[[_Live], _Live]) -> tuple[_Live, ...]:
    """What can be done again once `before` is undone: it, and what was `taken` back just before it, the last one last.

    What was taken back before another step is left out.
    """
    return (*taken, before) if again(taken, before, undo) else (before,)


def again(taken: tuple[_Live, ...], now: _Live | None, undo: Callable[[_Live], _Live]) -> _Live | None:
    """The session as it was before the last undo; None where something else was done since."""
    return taken[-1] if taken and undo(taken[-1]) == now else None
