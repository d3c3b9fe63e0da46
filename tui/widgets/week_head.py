"""The head of a week: which one it is, its phase, and what it adds up to."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from textual.content import Content

from data.model import Athlete
from data.rules.kinds import missing_words
from data.rules.week import Week
from data.text import plain
from data.week_aim import WeekAim
from tui.week_words import (
    HEAVY,
    aim_forms,
    lifts_words,
    phase_of,
    short_of_dose,
    span_words,
    totals_words,
    week_number,
)

# Below so many columns there is no room for minutes beside the dose, nor for more than one mark.
_NARROW: Final = 60
_Left: TypeAlias = tuple[str, ...]


def week_head(week: Week, athlete: Athlete, aim: WeekAim, width: int, marks: Sequence[str] = ()) -> Content:
    """One line as wide as the width: name, week, days and phase at the left, lifts and minutes at the right.

    The wider, the more of what the week aims at is said beside them; the narrower, the less of the left. Of the `marks`
    that others left there is the first at least.
    """
    lefts = _lefts(week, athlete, aim)
    sides = _narrow_sides(week, aim, lefts) if width < _NARROW else _sides(week, aim, lefts)
    for parts, right in sides:
        left = " · ".join(filter(None, (*parts, *(marks if width >= _NARROW else marks[:1]))))
        gap = width - Content(left).cell_length - len(right)
        if gap >= 2:
            return Content(f"{left}{' ' * gap}{right}")
    return Content(left).truncate(width, ellipsis=True)


def _lefts(week: Week, athlete: Athlete, aim: WeekAim) -> tuple[_Left, ...]:
    """Whose week it is, which, and its phase, from all of it to its number and days."""
    span, phase = span_words(week.span), phase_of(week.span, athlete, aim.heavy)
    name, number = plain(athlete.name), week_number(week.span)
    return (
        (name, f"week {number}", f"{span} {week.span.start.year}", phase),
        (name, f"week {number}", span, phase),
        (f"week {number}", span, phase),
        (f"wk {number}", span, phase),
        (f"wk {number}", span),
    )


def _sides(week: Week, aim: WeekAim, lefts: Sequence[_Left]) -> Iterator[tuple[_Left, str]]:
    """The left and the right, the best first: as much as can be of what the week aims at, then whose week it is."""
    forms = aim_forms(week, aim) if week.entries else ("",)
    yield from ((left, right) for right in forms for left in lefts[:-1])
    yield from ((left, right) for left in (lefts[-1], lefts[-1][:1]) for right in forms)


def _narrow_sides(week: Week, aim: WeekAim, lefts: Sequence[_Left]) -> Iterator[tuple[_Left, str]]:
    """The left and the right of a phone, the best first: what is missing, else the minutes of all."""
    dated = lefts[-1]
    number = dated[:1]
    heavy = [(*number, HEAVY.split()[0])] if aim.heavy else []
    lifts = lifts_words(week).replace(" of ", "/", 1)
    short = ", ".join(filter(None, (lifts, short_of_dose(week, aim))))
    missing = " · ".join(filter(None, (short, missing_words(aim.missing))))
    wanted = [words for words in dict.fromkeys((missing, short)) if words != lifts] if week.entries else []
    yield from ((left, right) for right in wanted for left in (*heavy, dated, number))
    totals = totals_words(week) if week.entries else ""
    less = totals.replace(" of ", "/", 1)
    yield from ((left, totals) for left in lefts[:-1])
    yield from ((left, right) for left in (*heavy, dated) for right in (totals, less))
    yield number, less
