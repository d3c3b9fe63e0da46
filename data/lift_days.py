"""A template among the sessions that are there: on which weekdays it suits best, what it lands back to back with."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import combinations
from typing import Final, NamedTuple

from data.calendar import WEEKDAYS, day_of
from data.catalogue import Catalogue, TemplateSession
from data.laying import lay
from data.model import Athlete, Hard, PlannedSession, Session, Weekday
from data.placing import after_runs, half_of
from data.rules.hardness import LEVELS, hardness
from data.rules.spacing import Pair, pairs
from data.rules.status import counting

_EVENING: Final = time(18)
_MORNING: Final = time(7)
# What is to be said against a day that has a run, by how hard it is; lifts on consecutive days; a note (RULES 5).
ON_A_RUN_DAY: Final[dict[Hard, int]] = {"easy": 2, "moderate": 3, "hard": 5}
_CONSECUTIVE: Final = 4
NOTE: Final = 3


class Wish(NamedTuple):
    """A template wanted on these weekdays at this time, for so many weeks from a day on."""

    family: Sequence[TemplateSession]
    weekdays: Sequence[Weekday]
    clock: time
    weeks: int
    from_day: date


class Around(NamedTuple):
    """What is there already: whose sessions, which, and the present."""

    athlete: Athlete
    sessions: Sequence[Session]
    catalogue: Catalogue
    now: datetime


def usual_clock(athlete: Athlete) -> time:
    """Six in the evening; seven in the morning for an athlete who can lift in the mornings alone."""
    slots = athlete.availability.strength
    return _MORNING if slots and not any(slot.endswith("evening") for slot in slots) else _EVENING


def laid(wish: Wish, around: Around) -> tuple[PlannedSession, ...]:
    """The lifts of the wish: none on a day that holds a lift, and each after the runs of its half-day."""
    there = counting(around.sessions, around.now)
    taken = {day_of(session) for session in there if session.kind == "strength"}
    return tuple(after_runs(lift, there) for lift in _laid(wish, around, taken))


def passed_over(wish: Wish, around: Around) -> int:
    """How many of the wish's days hold a lift already, and so get none."""
    return len(_laid(wish, around, set())) - len(laid(wish, around))


def _laid(wish: Wish, around: Around, taken: set[date]) -> tuple[PlannedSession, ...]:
    return lay(
        wish.family,
        wish.weekdays,
        wish.clock,
        wish.weeks,
        wish.from_day,
        around.athlete.zone,
        around.now,
        around.catalogue,
        taken,
    )


def caused(lifts: Iterable[PlannedSession], around: Around) -> tuple[Pair, ...]:
    """The back-to-backs that the lifts would be part of."""
    new = list(lifts)
    ids = {lift.id for lift in new}
    found = pairs([*around.sessions, *new], around.athlete, around.catalogue, now=around.now)
    return tuple(pair for pair in found if pair.first in ids or pair.second in ids)


def usual_weekdays(wish: Wish, around: Around) -> tuple[Weekday, ...]:
    """As many weekdays as the template has sessions, in the order of the athlete's week; those wished don't matter.

    Of those that the athlete prefers, else of those with time for a lift, else of all, they are the ones with the
    fewest clashes, then warnings, then with the least to say against them (RULES 5), then the earliest in the week.
    """
    run_days = _run_days(around)

    def _cost(weekdays: tuple[Weekday, ...]) -> tuple[int, int, int]:
        lifts = laid(wish._replace(weekdays=weekdays), around)
        severities = [pair.severity for pair in caused(lifts, around)]
        on_run_days = sum(ON_A_RUN_DAY[run_days[day]] for lift in lifts if (day := day_of(lift)) in run_days)
        against = on_run_days + _CONSECUTIVE * _consecutive(weekdays) + NOTE * severities.count("note")
        return severities.count("clash"), severities.count("warning"), against

    count = len(wish.family)
    days = _open_weekdays(around.athlete, wish.clock, count)
    first = WEEKDAYS.index(around.athlete.week_start)
    in_order = sorted(days, key=lambda day: (WEEKDAYS.index(day) - first) % 7)
    return min(combinations(in_order, min(count, len(in_order))), key=_cost)


def _open_weekdays(athlete: Athlete, clock: time, count: int) -> tuple[Weekday, ...]:
    """The preferred days with time for a lift, else the days with time for one, else all: the first that are enough."""
    half = half_of(clock)
    slots = athlete.availability.strength
    free = tuple(day for day in WEEKDAYS if slots is None or f"{day[:3]}-{half}" in slots)
    preferred = tuple(day for day in free if day in athlete.preferred_strength_days)
    return next((days for days in (preferred, free) if len(days) >= count), WEEKDAYS)


def _run_days(around: Around) -> dict[date, Hard]:
    """How hard the hardest run of each day is; days without one, or with none that was assessed, are left out."""
    days: dict[date, Hard] = {}
    for session in counting(around.sessions, around.now):
        level = hardness(session, around.catalogue).level if session.kind == "run" else None
        if level:
            day = day_of(session)
            days[day] = max(level, days.get(day, level), key=LEVELS.index)
    return days


def _consecutive(weekdays: Sequence[Weekday]) -> int:
    numbers = {WEEKDAYS.index(day) for day in weekdays}
    return sum((number + 1) % 7 in numbers for number in numbers)
