"""The session under way where another terminal goes on with it too."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

from data.live.lift import LiveLift
from data.live.run import LiveRun
from data.store.errors import Conflict
from tui.desk import Desk

_Live = TypeVar("_Live", LiveLift, LiveRun)
# How often a step is put together anew with what another terminal did meanwhile, before it is given up.
_TRIES: Final = 5


def step_on(
    desk: Desk,
    before: _Live,
    step: Callable[[_Live], _Live],
    put_together: Callable[[_Live, _Live, _Live], _Live | None],
) -> _Live:
    """Take a step from what is on the screen and save it; gives the session as the log has it then.

    Where another terminal went on meanwhile, both are kept as `put_together` says. Raises Conflict where it gives None
    or the session is over, and StoreError where it cannot be saved: the log is as it was then.
    """
    mine = step(before)
    if mine == before:
        return before
    for _ in range(_TRIES):
        found = desk.logbook.live()
        after = put_together(before, mine, found) if isinstance(found, type(before)) else None
        if after is None:
            break
        with suppress(Conflict):  # somebody was faster once more
            desk.logbook.save_live(after)
            return after
    raise went_on(before)


def end(desk: Desk, before: LiveLift | LiveRun, how: Callable[[], None]) -> None:
    """End the session that is on the screen. Raises Conflict where the log has another one by now, and StoreError."""
    if desk.logbook.live() != before:
        raise went_on(before)
    try:
        how()
    except Conflict as error:
        raise went_on(before) from error


def drop(desk: Desk, before: LiveLift | LiveRun) -> None:
    """Give up the session that is on the screen. Raises Conflict and StoreError likewise."""
    end(desk, before, desk.logbook.drop_live)


def went_on(live: LiveLift | LiveRun) -> Conflict:
    """What to raise where the log has something else of the session by now."""
    what = "run" if isinstance(live, LiveRun) else "lift"
    return Conflict(f"Another terminal went on with this {what}. Here it is as it is now.")
