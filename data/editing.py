"""A session edited as a line: what a line cannot say is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.model import LoggedExercise, LoggedSession, LoggedSet, Niggle, PlannedExercise, PlannedSession, Session

Item = TypeVar("Item", LoggedExercise, PlannedExercise)


def sayable(session: Session, catalogue: Catalogue) -> Session:
    """The session without the exercises that a line cannot name, because a line break is in their name."""
    if isinstance(session, LoggedSession):
        return replace(session, exercises=tuple(_named(session.exercises, catalogue)))
    return replace(session, exercises=tuple(_named(session.exercises, catalogue)))


def edited(before: Session, after: Session, catalogue: Catalogue) -> Session | None:
    """`before` as its line `after` says now, with all that a line has no words for.

    A plan whose line says that it was done becomes a logged session that fulfils it. None where the line makes a plan
    of what was done: that cannot be.
    """
    if isinstance(before, PlannedSession):
        if isinstance(after, LoggedSession):
            return replace(after, plan_id=before.id)
        exercises = _with_unnamed(before.exercises, after.exercises, catalogue)
        return replace(after, id=before.id, exercises=exercises, notes=_notes(before, after))
    return _edited_log(before, after, catalogue) if isinstance(after, LoggedSession) else None


def _edited_log(before: LoggedSession, after: LoggedSession, catalogue: Catalogue) -> LoggedSession:
    same_kind = before.kind == after.kind
    timed = _with_times(tuple(_named(before.exercises, catalogue)), after.exercises)
    return replace(
        after,
        id=before.id,
        plan_id=before.plan_id,
        source=before.source,
        notes=_notes(before, after),
        niggles=tuple(_niggle(niggle, before.niggles) for niggle in after.niggles),
        laps=before.laps if same_kind else (),
        zone_seconds=before.zone_seconds,
        exercises=_with_unnamed(before.exercises, timed, catalogue) if same_kind else timed,
    )


def _named(exercises: Sequence[Item], catalogue: Catalogue) -> list[Item]:
    return [each for each in exercises if _has_name(each, catalogue)]


def _has_name(item: LoggedExercise | PlannedExercise, catalogue: Catalogue) -> bool:
    """Whether a line can name the exercise."""
    return catalogue.exercise(item.exercise) is not None or item.exercise.splitlines() == [item.exercise]


def _with_unnamed(before: Sequence[Item], after: Sequence[Item], catalogue: Catalogue) -> tuple[Item, ...]:
    """The exercises said, with those that cannot be named in the places where they stood."""
    items = list(after)
    for place, each in enumerate(before):
        if not _has_name(each, catalogue):
            items.insert(place, each)
    return tuple(items)


def _with_times(before: Sequence[LoggedExercise], after: Sequence[LoggedExercise]) -> tuple[LoggedExercise, ...]:
    """The exercises with the moment of each set, found again by its exercise and its number in it."""
    left = list(before)
    timed = []
    for exercise in after:
        was = next((each for each in left if each.exercise == exercise.exercise), None)
        if was:
            left.remove(was)
        times = [done.at for done in was.sets] if was else []
        sets = (_at(done, times, place) for place, done in enumerate(exercise.sets))
        timed.append(replace(exercise, sets=tuple(sets)))
    return tuple(timed)


def _at(done: LoggedSet, times: Sequence[datetime | None], place: int) -> LoggedSet:
    return replace(done, at=times[place]) if place < len(times) else done


def _niggle(said: Niggle, before: Sequence[Niggle]) -> Niggle:
    note = next((each.note for each in before if each.part == said.part), "")
    return replace(said, note=note)


def _notes(before: Session, after: Session) -> str:
    """The notes said; with their line breaks where nothing else about them changed."""
    return before.notes if " ".join(before.notes.splitlines()) == after.notes else after.notes
