"""Where the sessions of a week may stand: half-days that are free, and what stands in the way (RULES 5)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from math import ceil
from typing import Final, NamedTuple

from msgspec.structs import replace

from data.calendar import WEEKDAYS, Days, day_of, start_of
from data.catalogue import Catalogue
from data.model import Athlete, Id, PlannedSession, Session
from data.placing import Half, Place, after_runs, place_of, placed
from data.rules.dose import maintenance_session
from data.rules.gaps import Placed, placed_one
from data.rules.hardness import LEVELS, hardness
from data.rules.status import counting

_HALVES: Final[tuple[Half, Half]] = ("morning", "evening")


class Stand(NamedTuple):
    """A run, or a `lift`, where it could stand, `offset` days after the first of the week. `number` is the stand's own.

    `moved` where it would start at another time than now, `half_days` from where it is; `turned` to maintenance.
    `follows` where it starts at the end of a run; `after` is that run where it may move, too.
    """

    number: int
    at: Placed
    lift: bool
    place: Place
    offset: int
    moved: bool = False
    turned: bool = False
    half_days: int = 0
    follows: bool = False
    after: "Stand | None" = None

    @property
    def session(self) -> Session:
        """The session as it would be."""
        return self.at.session


class Frame(NamedTuple):
    """What is to be arranged: a week and those of its sessions that may move, by id.

    `fixed` are all other runs and lifts that count, of any day; `missed` were planned for days that are over.
    """

    days: Days
    movable: tuple[PlannedSession, ...]
    fixed: tuple[Session, ...]
    missed: tuple[Session, ...]
    athlete: Athlete
    catalogue: Catalogue
    now: datetime


def frame_of(
    days: Days,
    sessions: Iterable[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    now: datetime,
    movable: Collection[Id],
) -> Frame:
    """The week of those sessions, with those of the `movable` that can move at all."""
    planned = counting(each for each in sessions if each.kind != "cross")
    open_ = counting(planned, now)
    moving = {each.id: each for each in open_ if each.id in movable and may_move(each, days, now)}
    plans = [moving[name] for name in sorted(moving)]
    ids = {each.id for each in open_}
    return Frame(
        days,
        movable=tuple(each for each in plans if isinstance(each, PlannedSession)),
        fixed=tuple(each for each in open_ if each.id not in moving),
        missed=tuple(each for each in planned if each.id not in ids),
        athlete=athlete,
        catalogue=catalogue,
        now=now,
    )


def may_move(session: Session, days: Days, now: datetime) -> bool:
    """Whether a session of these days can be moved at all: planned, not locked, no race and not begun by now.

    One without a time of day has not begun before its day is over.
    """
    if not isinstance(session, PlannedSession) or session.locked or session.type == "race":
        return False
    return day_of(session) in days and (session.clock == "unknown" or start_of(session) >= now)


def free_slots(session: Session, frame: Frame) -> tuple[Place, ...]:
    """The half-days of the week that the athlete has time in for such a session."""
    availability = frame.athlete.availability
    free = availability.run if session.kind == "run" else availability.strength
    slots = (Place(day, half) for day in frame.days.each() for half in _HALVES)
    return tuple(slot for slot in slots if free is None or f"{WEEKDAYS[slot.day.weekday()][:3]}-{slot.half}" in free)


def stand_of(session: Session, frame: Frame, number: int) -> Stand:
    """The session where it stands now."""
    at = placed_one(session, hardness(session, frame.catalogue).level)
    offset = (day_of(session) - frame.days.start).days
    return Stand(number, at, session.kind == "strength", place_of(session), offset)


def stands(frame: Frame, fixed: Sequence[Stand], numbers: Iterator[int]) -> list[tuple[Stand, ...]]:
    """Where each movable session could stand, first where it does now, as far as the fixed ones leave room."""
    here = {each.id: stand_of(each, frame, next(numbers)) for each in frame.movable}
    runs = {
        run.id: (here[run.id], *_stands_of_run(run, here[run.id], fixed, frame, numbers))
        for run in frame.movable
        if run.kind == "run"
    }
    moving = [stand for some in runs.values() for stand in some]
    return [
        runs.get(each.id) or (here[each.id], *_stands_of_lift(each, here[each.id], (fixed, moving), frame, numbers))
        for each in frame.movable
    ]


def turned(session: PlannedSession, there: Sequence[Stand], frame: Frame, numbers: Iterator[int]) -> tuple[Stand, ...]:
    """The stands of a session with it turned to maintenance; none where it cannot be, or would be no easier."""
    level = there[0].at.level
    less = maintenance_session(session, frame.catalogue) if session.kind == "strength" else None
    lower = hardness(less, frame.catalogue).level if less else None
    if less is None or lower is None or level is None or LEVELS.index(lower) >= LEVELS.index(level):
        return ()
    return tuple(
        each._replace(
            number=next(numbers),
            at=placed_one(replace(less, start=each.session.start, clock=each.session.clock), lower),
            turned=True,
        )
        for each in there
    )


def fit(one: Stand, other: Stand) -> bool:
    """Whether two movable sessions can stand so together.

    No lift is moved to the day of another one and no run to that of another one; a lift that is moved to the half-day
    of a run starts when that ends.
    """
    if one.lift == other.lift:
        return one.offset != other.offset or not (one.moved or other.moved)
    lift, run = (one, other) if one.lift else (other, one)
    if not lift.moved or lift.after is run:
        return True
    waits = lift.after is not None and lift.after.session.id == run.session.id
    if run.place != lift.place:
        return not waits
    return lift.follows and not waits and run.at.end <= lift.at.start


def _stands_of_run(
    run: PlannedSession, here: Stand, fixed: Sequence[Stand], frame: Frame, numbers: Iterator[int]
) -> Iterator[Stand]:
    for slot in free_slots(run, frame):
        if stand := _moved(here, placed(run, slot), slot, fixed, frame, numbers):
            yield stand


def _stands_of_lift(
    lift: PlannedSession,
    here: Stand,
    others: tuple[Sequence[Stand], Sequence[Stand]],
    frame: Frame,
    numbers: Iterator[int],
) -> Iterator[Stand]:
    """The other stands of a lift among those of the fixed sessions and of the runs that may move.

    In a half-day that such a run can stand in there is one stand for when it does.
    """
    fixed, runs = others
    for slot in free_slots(lift, frame):
        to = placed(lift, slot)
        there = [each for each in fixed if not each.lift and each.place == slot]
        after_fixed = after_runs(to, [each.session for each in there])
        if stand := _moved(here, after_fixed, slot, fixed, frame, numbers):
            yield stand._replace(follows=bool(there))
        last = max((each.at.end for each in there), default=0)
        for run in runs:
            waits = run.place == slot and run.at.end > last
            if waits and (stand := _moved(here, after_runs(to, [run.session]), slot, fixed, frame, numbers)):
                yield stand._replace(follows=True, after=run)


def _moved(
    here: Stand, to: PlannedSession, slot: Place, fixed: Sequence[Stand], frame: Frame, numbers: Iterator[int]
) -> Stand | None:
    """The session moved; None where a hard limit forbids it, or where it starts when it does already."""
    offset = (slot.day - frame.days.start).days
    begins = start_of(to)
    taken = any(each.lift == here.lift and each.offset == offset for each in fixed)
    if taken or begins < frame.now or begins == start_of(here.session) or day_of(to) != slot.day:
        return None
    return Stand(
        number=next(numbers),
        at=placed_one(to, here.at.level),
        lift=here.lift,
        place=slot,
        offset=offset,
        moved=True,
        half_days=_half_days(here.place, slot),
    )


def _half_days(here: Place, there: Place) -> int:
    """How many half-days lie between: from a session between the halves of a day, the nearest half is one away."""
    return ceil(abs(_position(there) - _position(here)))


def _position(place: Place) -> float:
    return place.day.toordinal() * 2 + (0.5 if place.half is None else _HALVES.index(place.half))
