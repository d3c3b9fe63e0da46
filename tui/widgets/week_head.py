"""The head of a week: which one it is, its phase, and what it adds up to."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from data.model import Athlete
from data.rules.week import Week
from data.text import plain
from data.week_aim import WeekAim
from tui.week_words import HEAVY, aim_words, phase_of, span_words, totals_words, week_number

# From so many columns on there is room for more.
_WIDE: Final = 100
# Below so many there is none for more than one mark.
_NARROW: Final = 60


def week_head(week: Week, athlete: Athlete, aim: WeekAim, width: int, marks: Sequence[str] = ()) -> Content:
    """One line as wide as the width: name, week, days and phase at the left, lifts and minutes at the right.

    The wider, the more of what the week aims at is said beside them; the narrower, the less of the left. Of the `marks`
    that others left there is the first at least.
    """
    totals, span = totals_words(week) if week.entries else "", span_words(week.span)
    number, phase = week_number(week.span), phase_of(week.span, athlete, aim.heavy)
    short = totals.replace(" of ", "/", 1)
    in_full = (plain(athlete.name), f"week {number}", f"{span} {week.span.start.year}", phase)
    aims = [aim_words(week, aim, room) for room in (True, False) if totals and (width >= _WIDE or not room)]
    forms = (
        *((words, *in_full) for words in aims),
        (totals, *in_full),
        (totals, f"week {number}", span, phase),
        (totals, f"wk {number}", span, phase),
        *((words, f"wk {number}", HEAVY.split()[0]) for words in (totals, short) if aim.heavy),
        (totals, f"wk {number}", span),
        (short, f"wk {number}", span),
        (short, f"wk {number}"),
    )
    for right, *form in forms:
        left = " · ".join(filter(None, (*form, *(marks if width >= _NARROW else marks[:1]))))
        gap = width - Content(left).cell_length - len(right)
        if gap >= 2:
            return Content(f"{left}{' ' * gap}{right}")
    return Content(left).truncate(width, ellipsis=True)
