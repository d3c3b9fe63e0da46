"""The lifts of a week put on its half-days, where they land back to back with as little as can be."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from itertools import pairwise, product
from typing import Final, NamedTuple

from msgspec.structs import replace

from data.calendar import CLOCK_TIMES, WEEKDAYS, Days, at, day_of, end_of, start_of
from data.lift_days import NOTE, ON_A_RUN_DAY, Around
from data.model import Athlete, PlannedSession
from data.placing import Half, Place, after_runs
from data.rules.gaps import REACH, Placed, in_time, meeting, placed, placed_one, row_of
from data.rules.hardness import LEVELS, hardness
from data.rules.spacing import severity_of

_WRONG_ORDER: Final = 2
_NOT_PREFERRED: Final = 1
_TWO_DAYS: Final = 48 * 3600


class Room(NamedTuple):
    """Where the lifts of a week may go, and what they go among.

    `places` are half-days of the `week` with time for a lift, in order; `usual` is the half of the day for lifts;
    `habit` are the weekdays (Monday is 0) and halves of the lifts of the week before. No lift may touch a time that is
    `barred`. What `around` holds counts; so do the runs that are `expected`.
    """

    week: Days
    places: Sequence[Place]
    around: Around
    usual: Half
    habit: Collection[tuple[int, Half | None]] = ()
    barred: Sequence[tuple[datetime, datetime]] = ()
    expected: Sequence[PlannedSession] = ()


class _Option(NamedTuple):
    """A lift at one of the places, and what speaks against that alone."""

    lift: PlannedSession
    day: date
    clashes: int
    warnings: int
    preference: int
    unusual: bool
    unlike: bool


def free_places(days: Iterable[date], athlete: Athlete, taken: Collection[date]) -> tuple[Place, ...]:
    """The half-days of the days that the athlete has time for a lift in, none on a `taken` day."""
    slots = athlete.availability.strength
    halves: tuple[Half, Half] = ("morning", "evening")
    return tuple(
        Place(day, half)
        for day in days
        for half in halves
        if day not in taken and (slots is None or f"{WEEKDAYS[day.weekday()][:3]}-{half}" in slots)
    )


def on_days(lifts: Sequence[PlannedSession], room: Room) -> tuple[PlannedSession, ...]:
    """The lifts in their order, on a day each: with the fewest clashes, then warnings, on consecutive days only where
    that has to be, then with the least to say against the days (the preferences of RULES 5), at the usual time of day,
    far from each other, as in the week before. [choice]

    Where there are fewer days than lifts, the last of them are left out. What two lifts do together to a third session
    is not looked at.
    """
    near = placed([*room.around.sessions, *room.expected], room.around.athlete, room.around.catalogue)
    beside = {place: _runs_beside(place, near) for place in room.places}
    options = [
        [
            _option(there, place, room, near, beside[place])
            for place in room.places
            if (there := _put(lift, place, room, beside[place]))
        ]
        for lift in lifts
    ]
    fixed = [day_of(each.session) for each in near if each.session.kind == "strength"]
    for count in range(len(lifts), 0, -1):
        found = [some for some in product(*options[:count]) if _in_order(some)]
        if found:
            return tuple(option.lift for option in min(found, key=lambda some: _cost(some, fixed, room.week)))
    return ()


def free(lift: PlannedSession, room: Room) -> bool:
    """Whether the lift starts no earlier than now and touches no time that is barred."""
    start, end = start_of(lift), end_of(lift)
    return start >= room.around.now and not any(start < until and end > since for since, until in room.barred)


def _runs_beside(place: Place, near: Sequence[Placed]) -> list[Placed]:
    """The runs of the day."""
    noon = at(place.day, time(12), "UTC").timestamp()
    return [
        each
        for each in near
        if each.session.kind == "run" and abs(each.start - noon) < _TWO_DAYS and day_of(each.session) == place.day
    ]


def _put(lift: PlannedSession, place: Place, room: Room, runs: Sequence[Placed]) -> PlannedSession | None:
    """The lift at the place, after the runs there; None where that is another day, over or barred."""
    clock = CLOCK_TIMES[place.half or "unknown"]
    bare = replace(lift, start=at(place.day, clock, lift.zone), clock="exact")
    there = after_runs(bare, [each.session for each in runs])
    return there if day_of(there) == place.day and free(there, room) else None


def _option(lift: PlannedSession, place: Place, room: Room, near: Sequence[Placed], runs: Sequence[Placed]) -> _Option:
    athlete, catalogue = room.around.athlete, room.around.catalogue
    here = placed_one(lift, hardness(lift, catalogue).level)
    found = []
    for other in near:
        if other.session.kind == "run" and other.start - here.end < REACH and here.start - other.end < REACH:
            first, second = sorted((here, other), key=lambda each: in_time(each, athlete))
            met = meeting(first, second, athlete)
            found.append(severity_of(met, row_of(met, near, catalogue), athlete))
    preferred = athlete.preferred_strength_days
    unwanted = bool(preferred) and WEEKDAYS[place.day.weekday()] not in preferred
    return _Option(
        lift=lift,
        day=place.day,
        clashes=found.count("clash"),
        warnings=found.count("warning"),
        preference=NOTE * found.count("note") + _beside_runs(here, runs, athlete) + _NOT_PREFERRED * unwanted,
        unusual=place.half != room.usual,
        unlike=bool(room.habit) and (place.day.weekday(), place.half) not in room.habit,
    )


def _beside_runs(here: Placed, runs: Sequence[Placed], athlete: Athlete) -> int:
    """What the runs of its day say against a lift: how hard the hardest is, and whether one is on the wrong side."""
    if not runs:
        return 0
    hardest = max((each.level or "easy" for each in runs), key=LEVELS.index)
    wrong = any((each.start > here.start) == (athlete.priority == "running") for each in runs)
    return ON_A_RUN_DAY[hardest] + _WRONG_ORDER * wrong


def _in_order(options: Sequence[_Option]) -> bool:
    return all(one.day < other.day for one, other in pairwise(options))


def _cost(options: Sequence[_Option], fixed: Iterable[date], week: Days) -> tuple[object, ...]:
    days = [option.day for option in options]
    every = sorted({*fixed, *days})
    gaps = [(other - one).days for one, other in pairwise(every) if one in days or other in days]
    # And from the last one to the first a week later.
    of_week = [day for day in every if day in week]
    gaps.append(7 - (of_week[-1] - of_week[0]).days)
    return (
        sum(option.clashes for option in options),
        sum(option.warnings for option in options),
        gaps.count(1),
        sum(option.preference for option in options),
        sum(option.unusual for option in options),
        -min(gaps),
        sum(option.unlike for option in options),
        days,
    )
