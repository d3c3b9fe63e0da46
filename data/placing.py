"""Where a session stands in a week, by halves of a day, and what it becomes at another place.

A half-day is the morning or the evening; a session whose time is unknown, or noon, stands between the two.
"""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from data.calendar import CLOCK_TIMES, day_of, end_of, in_zone, moved_to
from data.model import PlannedSession, Session

Half = Literal["morning", "evening"]
# [choice] What starts at two or later is in the evening half.
_EVENING_FROM: Final = time(14)
_HALVES: Final[tuple[Half, Half]] = ("morning", "evening")


class Place(NamedTuple):
    """A half of a day; None where the session says no more than the day, or noon."""

    day: date
    half: Half | None


def place_of(session: Session) -> Place:
    """Where the session stands, in its own zone."""
    day = day_of(session)
    if session.clock in ("unknown", "noon"):
        return Place(day, None)
    if session.clock == "exact":
        return Place(day, half_of(in_zone(session.start, session.zone).time()))
    return Place(day, "morning" if session.clock == "morning" else "evening")


def half_of(clock: time) -> Half:
    """The half of the day that a time is in."""
    return "evening" if clock >= _EVENING_FROM else "morning"


def half_days_on(place: Place, count: int) -> Place:
    """The place so many half-days later (negative: earlier); from between the halves the first step leads to one."""
    if count == 0:
        return place
    if place.half is None:
        index = 1 if count > 0 else 0
        count -= 1 if count > 0 else -1
    else:
        index = _HALVES.index(place.half)
    days, half = divmod(index + count, 2)
    return Place(place.day + timedelta(days), _HALVES[half])


def days_on(place: Place, count: int) -> Place:
    """The same half so many days later, or earlier where negative."""
    return place._replace(day=place.day + timedelta(count))


def placed(session: PlannedSession, place: Place, others: Iterable[Session] = ()) -> PlannedSession:
    """The session at the place: at its own time in its own half of the day, at seven or eighteen o'clock in the other.

    A lift placed in the half-day of a run starts when the run ends (RULES 5); `others` are the sessions around it.
    """
    here = place_of(session)
    if place == here:
        return session
    if place.half == here.half or place.half is None:
        there = replace(session, start=moved_to(session, place.day))
    else:
        clock = "exact" if session.clock == "exact" else place.half
        there = replace(session, start=moved_to(session, place.day, CLOCK_TIMES[place.half]), clock=clock)
    return after_runs(there, others) if session.kind == "strength" else there


def after_runs(lift: PlannedSession, others: Iterable[Session]) -> PlannedSession:
    """The lift at the end of the last run of its half-day; as it is where there is none or its half is unknown."""
    here = place_of(lift)
    if here.half is None:
        return lift
    ends = [end_of(run) for run in others if run.kind == "run" and run.id != lift.id and place_of(run) == here]
    return replace(lift, start=in_zone(max(ends), lift.zone), clock="exact") if ends else lift
