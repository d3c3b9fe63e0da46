"""One run on two terminals: what each of them did since both showed the same, put together.

No lap is lost or counted twice: one ended on both at the same moment is one, and what cannot both be meant is not put
together.
"""

from typing import TypeVar

from msgspec.structs import replace

from data.live.run import LiveRun, Pause, course_of, is_paused
from data.live.run_changes import SHORTEST_LAP
from data.live.together import niggles_of_both, notes_of_both
from data.model import Amount

_Part = TypeVar("_Part")


def run_together(before: LiveRun, mine: LiveRun, theirs: LiveRun) -> LiveRun | None:
    """The run with what two terminals did to `before`; None where both changed the same part of it otherwise.

    A lap ended on both within the shortest lap is one, and so is a pause begun or ended on both: as of the first of the
    two moments. A lap ended here while the time already stood still there ended with it. Two notes stand one after the
    other.
    """
    marks, pauses = _marks(before, mine, theirs), _pauses(before, mine, theirs)
    steps = _one_changed(before.steps, mine.steps, theirs.steps)
    if mine.id != theirs.id or marks is None or pauses is None or steps is None:
        return None
    run = replace(
        theirs,
        pauses=pauses,
        steps=steps,
        notes=notes_of_both(before.notes, mine.notes, theirs.notes),
        niggles=niggles_of_both(before.niggles, mine.niggles, theirs.niggles),
    )
    return _with_marks(replace(run, marks=before.marks[: len(marks)]), marks)


def _marks(before: LiveRun, mine: LiveRun, theirs: LiveRun) -> tuple[Amount, ...] | None:
    """The laps that were ended by key."""
    one = _one_changed(before.marks, mine.marks, theirs.marks)
    if one is not None:
        return None if _begun_apart(before, mine, theirs) else one
    here, there = mine.marks, theirs.marks
    both_ended_it = here[:-1] == there[:-1] == before.marks and abs(here[-1] - there[-1]) < SHORTEST_LAP
    return min(here, there) if both_ended_it else None


def _begun_apart(before: LiveRun, mine: LiveRun, theirs: LiveRun) -> bool:
    """Whether one wrote the steps of a free run, which begin at a lap, and the other changed the laps."""
    wrote, other = (mine, theirs) if mine.steps != before.steps else (theirs, mine)
    return not before.steps and bool(wrote.steps) and other.marks not in (before.marks, wrote.marks)


def _pauses(before: LiveRun, mine: LiveRun, theirs: LiveRun) -> tuple[Pause, ...] | None:
    one = _one_changed(before.pauses, mine.pauses, theirs.pauses)
    if one is not None:
        return one
    alike = len(mine.pauses) == len(theirs.pauses) and is_paused(mine) == is_paused(theirs)
    if not alike or mine.pauses[:-1] != theirs.pauses[:-1]:
        return None
    return min(mine.pauses, theirs.pauses, key=lambda pauses: pauses[-1].until or pauses[-1].start)


def _with_marks(run: LiveRun, marks: tuple[Amount, ...]) -> LiveRun | None:
    """The run with these laps, the last of them ended at the latest when its time came to stand still; None where that
    leaves next to nothing of it."""
    if not is_paused(run) or len(marks) <= len(run.marks):
        return replace(run, marks=marks)
    course = course_of(run, run.pauses[-1].start)
    if course.seconds >= marks[-1]:
        return replace(run, marks=marks)
    return None if course.elapsed < SHORTEST_LAP else replace(run, marks=(*run.marks, course.seconds))


def _one_changed(before: _Part, mine: _Part, theirs: _Part) -> _Part | None:
    """The part as whoever changed it left it; None where both did, each otherwise."""
    if mine in (before, theirs):
        return theirs
    return mine if theirs == before else None
