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

    Which exercise is the current one is for `mine` to say, since that is where the last key was pressed; but a hold
    under way stays with its exercise. Of two rests the one begun last counts. Two notes stand one after the other.
    """
    exercises, plain = _exercises(before, mine, theirs), _plain_parts(before, mine, theirs)
    if exercises is None or plain is None or mine.id != theirs.id:
        return None
    lift = replace(
        theirs,
        exercises=exercises,
        current=_current(before, mine, theirs),
        rest=_rest(before.rest, mine.rest, theirs.rest),
        notes=notes_of_both(before.notes, mine.notes, theirs.notes),
        niggles=niggles_of_both(before.niggles, mine.niggles, theirs.niggles),
        **plain,
    )
    if lift.hold:
        return _holding(lift, mine if lift.hold == mine.hold else theirs)
    if is_done(lift):
        return replace(lift, rest=None)
    moved_on = mine.current != before.current and not any(map(is_open, mine.exercises[before.current :][:1]))
    return lift if not moved_on or is_open(lift.exercises[lift.current]) else to_next_open(lift)


def same_in_hand(before: LiveLift, after: LiveLift, exercise: int) -> bool:
    """Whether an exercise is what it was, so that a set of it in hand means the same before and after."""
    was, now = (
        [(each.exercise, each.prescribed, each.done, each.skipped) for each in lift.exercises[exercise : exercise + 1]]
        for lift in (before, after)
    )
    return before.id == after.id and was == now


def _plain_parts(before: LiveLift, mine: LiveLift, theirs: LiveLift) -> dict[str, Any] | None:
    """The parts that are as whoever changed them left them; None where both changed one."""
    parts: dict[str, Any] = {}
    for name in before.__struct_fields__:
        if name in _OWN_WAY:
            continue
        ours, others, was = (getattr(each, name) for each in (mine, theirs, before))
        if ours != was and others not in (was, ours):
            return None
        parts[name] = others if ours == was else ours
    return parts


def _exercises(before: LiveLift, mine: LiveLift, theirs: LiveLift) -> tuple[LiveExercise, ...] | None:
    if before.exercises in (mine.exercises, theirs.exercises):
        return theirs.exercises if mine.exercises == before.exercises else mine.exercises
    known = len(before.exercises)
    if known > min(len(mine.exercises), len(theirs.exercises)):
        return None
    groups, ours, others = ([each.group for each in lift.exercises[:known]] for lift in (before, mine, theirs))
    if groups not in (ours, others) and ours != others:
        return None  # two supersets tied at once would be one: both have the next free number
    # A hold that is over is logged by whoever notices first: noticed by both, it is one set.
    held = before.hold is not None and mine.hold is None and theirs.hold is None
    merged = []
    for was, here, there in zip(before.exercises, mine.exercises, theirs.exercises, strict=False):
        alike = here == there and (held or here.done == was.done)
        if was not in (here, there) and not alike:
            return None  # two sets logged at once are two sets, even where they are alike
        merged.append(there if here == was else here)
    # What both added at the end stays apart: a lift may have the same exercise twice.
    return (*merged, *theirs.exercises[known:], *mine.exercises[known:])


def _current(before: LiveLift, mine: LiveLift, theirs: LiveLift) -> int:
    if mine.exercises == before.exercises:
        place = _place_of_current(mine, theirs.exercises)
        return theirs.current if place is None else place
    # What the other added stands before what was added here.
    added = len(theirs.exercises) - len(before.exercises)
    return mine.current + added if mine.current >= len(before.exercises) else mine.current


def _holding(lift: LiveLift, holder: LiveLift) -> LiveLift | None:
    """The lift at the exercise that `holder` holds, without a rest; None where that is there no more."""
    place = _place_of_current(holder, lift.exercises)
    return None if place is None else replace(lift, current=place, rest=None)


def _place_of_current(lift: LiveLift, exercises: tuple[LiveExercise, ...]) -> int | None:
    """Where the current exercise of the lift stands among others: where it stood, or the first that is called so."""
    names = [each.exercise for each in exercises]
    wanted = [each.exercise for each in lift.exercises][lift.current :][:1]
    if not wanted or names[lift.current :][:1] == wanted:
        return lift.current if wanted else None
    return names.index(wanted[0]) if wanted[0] in names else None


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


def notes_of_both(before: str, mine: str, theirs: str) -> str:
    """What both wrote, one after the other; as it was written where one did."""
    if before in (mine, theirs) or mine == theirs:
        return theirs if mine == before else mine
    return " · ".join(filter(None, (theirs, mine)))


def niggles_of_both(
    before: tuple[Niggle, ...], mine: tuple[Niggle, ...], theirs: tuple[Niggle, ...]
) -> tuple[Niggle, ...]:
    """What both said hurts; of the same part what was said here."""
    if mine == before:
        return theirs
    said = [each for each in mine if each not in before]
    return (*(each for each in theirs if each.part not in {one.part for one in said}), *said)
