"""One lift on two terminals: what each of them did since both showed the same, put together.

A set is never lost or doubled: each exercise is as one of the two left it, and where both changed the same one there is
nothing to put together.
"""

from typing import Any

from msgspec.structs import replace

from data.live.lift import LiveExercise, LiveLift, Rest, is_done, is_open
from data.live.steps import to_next_open
from data.model import Niggle

# Put together in their own way; every other part is as whoever changed it left it.
_OWN_WAY = frozenset({"exercises", "current", "rest", "notes", "niggles"})


def together(before: LiveLift, mine: LiveLift, theirs: LiveLift) -> LiveLift | None:
    """The lift with what two terminals did to `before`; None where both changed the same part of it.

    Which exercise is the current one is for `mine` to say, since that is where the last key was pressed. Of two rests
    the one begun last counts. Two notes stand one after the other.
    """
    # A hold that is over is logged by whoever notices first: noticed by both, it is one set.
    held = before.hold is not None and mine.hold is None and theirs.hold is None
    exercises = _exercises(before.exercises, mine.exercises, theirs.exercises, held)
    if exercises is None or mine.id != theirs.id:
        return None
    rest: dict[str, Any] = {}
    for name in before.__struct_fields__:
        if name in _OWN_WAY:
            continue
        ours, others, was = (getattr(each, name) for each in (mine, theirs, before))
        if ours != was and others not in (was, ours):
            return None
        rest[name] = others if ours == was else ours
    lift = replace(
        theirs,
        exercises=exercises,
        current=_current(before, mine, theirs),
        rest=_rest(before.rest, mine.rest, theirs.rest),
        notes=_notes(before.notes, mine.notes, theirs.notes),
        niggles=_niggles(before.niggles, mine.niggles, theirs.niggles),
        **rest,
    )
    if is_done(lift):
        return replace(lift, rest=None)
    moved_on = mine.current != before.current and not any(map(is_open, mine.exercises[before.current :][:1]))
    return lift if not moved_on or is_open(lift.exercises[lift.current]) else to_next_open(lift)


def same_in_hand(before: LiveLift, after: LiveLift, exercise: int) -> bool:
    """Whether an exercise is what it was, so that a set of it in hand means the same before and after."""
    return (
        before.id == after.id and before.exercises[exercise : exercise + 1] == after.exercises[exercise : exercise + 1]
    )


def _exercises(
    before: tuple[LiveExercise, ...], mine: tuple[LiveExercise, ...], theirs: tuple[LiveExercise, ...], held: bool
) -> tuple[LiveExercise, ...] | None:
    if before in (mine, theirs):
        return theirs if mine == before else mine
    known = len(before)
    if known > min(len(mine), len(theirs)):
        return None
    merged = []
    for was, ours, others in zip(before, mine, theirs, strict=False):
        alike = ours == others and (held or ours.done == was.done)
        if was not in (ours, others) and not alike:
            return None  # two sets logged at once are two sets, even where they are alike
        merged.append(others if ours == was else ours)
    # What both added at the end stays apart: a lift may have the same exercise twice.
    return (*merged, *theirs[known:], *mine[known:])


def _current(before: LiveLift, mine: LiveLift, theirs: LiveLift) -> int:
    if mine.exercises == before.exercises:
        names = [each.exercise for each in theirs.exercises]
        wanted = [each.exercise for each in mine.exercises][mine.current :][:1]
        if names[mine.current :][:1] == wanted:
            return mine.current
        return names.index(wanted[0]) if wanted and wanted[0] in names else theirs.current
    # What the other added stands before what was added here.
    added = len(theirs.exercises) - len(before.exercises)
    return mine.current + added if mine.current >= len(before.exercises) else mine.current


def _rest(before: Rest | None, mine: Rest | None, theirs: Rest | None) -> Rest | None:
    if before in (mine, theirs):
        return theirs if mine == before else mine
    if (
        theirs
        and (mine is None or theirs.started > mine.started)
        and (before is None or theirs.started > before.started)
    ):
        return theirs
    return mine


def _notes(before: str, mine: str, theirs: str) -> str:
    if before in (mine, theirs) or mine == theirs:
        return theirs if mine == before else mine
    return " · ".join(filter(None, (theirs, mine)))


def _niggles(before: tuple[Niggle, ...], mine: tuple[Niggle, ...], theirs: tuple[Niggle, ...]) -> tuple[Niggle, ...]:
    if mine == before:
        return theirs
    said = [each for each in mine if each not in before]
    return (*(each for each in theirs if each.part not in {one.part for one in said}), *said)
