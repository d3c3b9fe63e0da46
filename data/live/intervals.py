"""Interval plans read from the words in which runners write them: "2km wu, 5x1000m @ 4:00/km 2min jog, 1km cd"."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from data.entry.error import EntryError
from data.live.interval_reader import MOST_STEPS, TOO_MANY, IntervalReader, Item, Unreadable
from data.live.interval_words import tokens_of
from data.live.run import RunStep
from data.model import PlannedSession
from data.units import Units

# What is longer is a note, and no plan: whoever may plan could write a book there.
_LONGEST: Final = 500
_MOST_LINES: Final = 100


def read_steps(text: str, units: Units) -> tuple[RunStep, ...] | EntryError:
    """The steps that the text says, in order; a bare pace is in `units`. An error points at the first wrong word.

    Rests stand between the reps of a set; where none is said, it lasts until the key. The rest after the very last rep,
    and that before a cool-down, is left out.
    """
    try:
        items = IntervalReader(tokens_of(text), units).all()
    except Unreadable as error:
        return error.why
    if not items:
        return EntryError(0, "", "Say the steps: 6x800m @ 3:20 rest 90s.")
    if len(items) > MOST_STEPS:
        return TOO_MANY
    return tidy(_eased(items))


def steps_of_plan(plan: PlannedSession, units: Units) -> tuple[RunStep, ...]:
    """The steps that the title or the notes of a planned run say; none where they say no more than one."""
    said = (plan.title, plan.notes, *plan.notes.splitlines(), *plan.notes.split(". "))
    for line in islice((line for line in said if len(line) <= _LONGEST), _MOST_LINES):
        # What stands before the first number is a name: "Track: 6x800m".
        first = next((place for place, letter in enumerate(line) if letter.isdecimal()), len(line))
        for text in (line, line[first:]):
            steps = read_steps(text.strip(" ."), units)
            if not isinstance(steps, EntryError) and len(steps) > 1:
                return steps
    return ()


def tidy(steps: Iterable[RunStep]) -> tuple[RunStep, ...]:
    """The steps without recovery at the end or before a cool-down; of two in a row the later one stays."""
    kept: list[RunStep] = []
    for step in steps:
        if kept and kept[-1].what == "recovery" and step.what in ("recovery", "cooldown"):
            kept.pop()
        kept.append(step)
    if len(kept) > 1 and kept[-1].what == "recovery":
        kept.pop()
    return tuple(kept)


def _eased(items: list[Item]) -> list[RunStep]:
    """The items as steps: what is only called easy warms up at the beginning, cools down at the end, else recovers."""
    steps = []
    for place, item in enumerate(items):
        what = item.what
        if what == "easy":
            last = place == len(items) - 1
            what = "recovery" if place > 0 and not last else "cooldown" if place else "work" if last else "warmup"
        steps.append(RunStep(what or "work", item.seconds, item.metres, item.target))
    return steps
