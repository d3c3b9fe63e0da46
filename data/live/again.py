"""A lift of some time ago begun once more."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from data.calendar import start_of
from data.catalogue import Catalogue
from data.live.begin import GYM_RACK, NOTHING_COMING, Coming, LastTime, begin
from data.live.lift import LiveLift
from data.model import LoggedExercise, LoggedSession, PlannedExercise, PlannedSession
from data.plates import Rack
from data.rules.volume import is_work, sets_of


def different_lifts(logged: Iterable[LoggedSession], most: int) -> tuple[LoggedSession, ...]:
    """The last lifts that differ in title, or, without one, in their exercises; at most so many, the last first."""
    found: dict[str | frozenset[str], LoggedSession] = {}
    for session in sorted(logged, key=start_of, reverse=True):
        exercises = frozenset(each.exercise for each in session.exercises if is_work(each))
        if exercises:
            found.setdefault(session.title.strip().casefold() or exercises, session)
    return tuple(found.values())[:most]


def asked_again(session: LoggedSession, prescribed: Sequence[PlannedExercise]) -> tuple[PlannedExercise, ...]:
    """What is asked for to do the session once more: its exercises in their order, as many work sets as were done.

    `prescribed` is what it was planned as, where that is known: the amounts, rests and ramp sets are taken from there.
    Where it is not, nothing but the sets is asked for, so that what was done is repeated.
    """
    plans = {each.exercise: each for each in reversed(prescribed)}
    return tuple(_again(each, plans.get(each.exercise)) for each in session.exercises if is_work(each))


def begin_again(
    session: LoggedSession,
    wanted: Sequence[PlannedExercise],
    catalogue: Catalogue,
    last: LastTime,
    now: datetime,
    zone: str,
    rack: Rack = GYM_RACK,
    coming: Coming = NOTHING_COMING,
) -> LiveLift:
    """A lift like the session begun at `now`, which fulfils no plan; `wanted` is what is asked for of it.

    `last` and `coming` are as for a planned lift: what was done the last time, and what the rules say of next time.
    """
    plan = PlannedSession(
        id=session.id, kind="strength", start=now, zone=zone, title=session.title, exercises=tuple(wanted)
    )
    return replace(begin(plan, catalogue, last, now, zone, rack, coming), plan_id=None)


def _again(done: LoggedExercise, plan: PlannedExercise | None) -> PlannedExercise:
    wanted = plan or PlannedExercise(exercise=done.exercise)
    return replace(wanted, sets=sets_of(done), group=done.group)
