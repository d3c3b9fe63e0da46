"""The rest between two sets. It counts from the stored moment."""

from datetime import datetime
from math import ceil
from typing import Final

from msgspec.structs import replace

from data.live.lift import LiveLift, current_exercise

# A rest that ended this many seconds ago is no longer worth a line.
_FORGOTTEN: Final = 300


def set_rest(live: LiveLift, by: int) -> LiveLift:
    """The rest under way made so many seconds longer, or shorter where negative."""
    if live.rest is None:
        return live
    return replace(live, rest=replace(live.rest, seconds=max(0, live.rest.seconds + by)))


def shift_own_rest(live: LiveLift, by: int) -> LiveLift:
    """The rest of the current exercise so many seconds longer from now on, or shorter where negative; a rest that is
    under way is left alone."""
    exercise = current_exercise(live)
    if exercise is None:
        return live
    own = replace(exercise, rest=max(0, exercise.rest + by))
    return replace(live, exercises=(*live.exercises[: live.current], own, *live.exercises[live.current + 1 :]))


def end_rest(live: LiveLift) -> LiveLift:
    """No rest any more."""
    return replace(live, rest=None)


def rest_left(live: LiveLift, now: datetime) -> int | None:
    """Whole seconds of rest left, below zero once it is over; None without a rest, and five minutes after its end."""
    if live.rest is None:
        return None
    left = ceil(live.rest.seconds - max(0.0, (now - live.rest.started).total_seconds()))
    return None if left < -_FORGOTTEN else left
