"""A lift of some time ago begun once more."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from data.calendar import start_of
from data.model import LoggedExercise, LoggedSession, PlannedExercise, PlannedSession
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


def planned_again(
    session: LoggedSession, prescribed: Sequence[PlannedExercise], now: datetime, zone: str
) -> PlannedSession:
    """What the session asks for, done once more, as a plan that stands nowhere; `prescribed` as in asked_again."""
    exercises = asked_again(session, prescribed)
    return PlannedSession(
        id=session.id, kind="strength", start=now, zone=zone, title=session.title, exercises=exercises
    )


def _again(done: LoggedExercise, plan: PlannedExercise | None) -> PlannedExercise:
    wanted = plan or PlannedExercise(exercise=done.exercise)
    return replace(wanted, sets=sets_of(done), group=done.group)
