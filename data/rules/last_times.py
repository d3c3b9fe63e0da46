"""What was done of an exercise the last times."""

from collections.abc import Iterable
from typing import NamedTuple

from data.amounts import AmountField
from data.calendar import start_of
from data.model import Amount, LoggedSession


class Past(NamedTuple):
    """One session's work sets of an exercise at the heaviest weight of that day: their amounts and RIR, in order."""

    session: LoggedSession
    kg: Amount | None
    amounts: tuple[Amount, ...]
    rirs: tuple[Amount | None, ...]


def last_two(exercise: str, field: AmountField, logged: Iterable[LoggedSession]) -> tuple[Past, ...]:
    """The last two sessions that had work sets of the exercise, the last first; one or none where there are no more."""
    found = [past for session in logged if (past := _past_of(session, exercise, field))]
    return tuple(sorted(found, key=lambda each: (start_of(each.session), each.session.id), reverse=True)[:2])


def _past_of(session: LoggedSession, exercise: str, field: AmountField) -> Past | None:
    sets = [
        done
        for each in session.exercises
        if each.exercise == exercise
        for done in each.sets
        if done.type in ("work", "failure") and getattr(done, field) is not None
    ]
    if not sets:
        return None
    kg = max(done.kg or 0 for done in sets)
    heaviest = [done for done in sets if (done.kg or 0) == kg]
    rirs = tuple(0 if done.rir is None and done.type == "failure" else done.rir for done in heaviest)
    return Past(session, kg or None, tuple(getattr(done, field) for done in heaviest), rirs)
