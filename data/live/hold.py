"""A timed set under way: get ready, hold, on the other side of a one-sided exercise the same again.

It counts from its stored moment, so it goes on while nobody looks and on any terminal.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil, floor
from typing import Literal, NamedTuple

from msgspec.structs import replace

from data.calendar import in_zone
from data.live.lift import Hold, LiveLift, current_exercise
from data.live.steps import log_set, log_side
from data.model import Amount, LoggedSet, Value

What = Literal["ready", "hold", "switch", "over"]


class HoldPhase(Value, frozen=True):
    """Where a hold is: on which `side`, the whole seconds `left` of this phase, and how many it has in all.

    "switch" is the getting ready for the second side. Once it is "over" nothing is left of nothing.
    """

    side: int
    what: What
    left: int
    of: int


class _Span(NamedTuple):
    """A phase in seconds from the beginning of the hold."""

    side: int
    what: What
    begin: float
    end: float


def start_hold(live: LiveLift, draft: LoggedSet, now: datetime, *, unilateral: bool) -> LiveLift:
    """The hold of `draft` begun, on one side after the other where the exercise is one-sided; a rest ends.

    A draft that names its side is held on that one alone, and so is the second side where the first is done. A hold
    that is under way goes on instead. Raises ValueError for a draft without seconds, and without an exercise.
    """
    if live.hold is not None:
        return live
    if current_exercise(live) is None or not draft.seconds:
        raise ValueError("a hold needs an exercise and its seconds")
    sides = 2 if unilateral and draft.side is None else 1
    hold = Hold(started=in_zone(now, live.zone), seconds=draft.seconds, draft=replace(draft, at=None), sides=sides)
    return replace(live, hold=hold, rest=None)


def hold_phase(hold: Hold, now: datetime) -> HoldPhase:
    """What the hold is at."""
    elapsed = _elapsed(hold, now)
    for span in _spans(hold):
        if elapsed < span.end:
            return HoldPhase(span.side, span.what, ceil(span.end - elapsed), ceil(span.end - span.begin))
    return HoldPhase(hold.sides, "over", 0, 0)


def end_hold(live: LiveLift, now: datetime) -> LiveLift:
    """The hold ended and logged with the whole seconds of a side that were held; no set where that is not one second.

    Once it is over it is logged at its full length and at the moment it ended, whenever that is noticed. Where it ends
    before both sides are even, each side is logged by itself; a right side that was not begun is then still to do.
    """
    hold = live.hold
    if hold is None:
        return live
    draft, ended = hold.draft, replace(live, hold=None)
    if hold_phase(hold, now).what == "over":
        return log_set(ended, draft, _ends(hold))
    held = [_held(span, _elapsed(hold, now)) for span in _spans(hold) if span.what == "hold"]
    if hold.sides == 1:
        return log_set(ended, replace(draft, seconds=held[0]), now) if held[0] else ended
    for seconds in held:
        ended = log_side(ended, replace(draft, seconds=seconds), now) if seconds else ended
    return ended


def cancel_hold(live: LiveLift) -> LiveLift:
    """The hold given up; nothing is logged."""
    return replace(live, hold=None)


def _spans(hold: Hold) -> Iterator[_Span]:
    seconds = float(hold.seconds)
    for side in range(1, hold.sides + 1):
        begin = (side - 1) * (hold.ready + seconds)
        yield _Span(side, "ready" if side == 1 else "switch", begin, begin + hold.ready)
        yield _Span(side, "hold", begin + hold.ready, begin + hold.ready + seconds)


def _held(span: _Span, elapsed: float) -> Amount:
    return floor(max(0.0, min(elapsed, span.end) - span.begin))


def _ends(hold: Hold) -> datetime:
    return hold.started + timedelta(seconds=hold.sides * (hold.ready + float(hold.seconds)))


def _elapsed(hold: Hold, now: datetime) -> float:
    return max(0.0, (now - hold.started).total_seconds())
