"""The head of a week: which one it is, its phase, and what it adds up to."""

from textual.content import Content

from data.model import Athlete
from data.rules.week import Week
from data.text import plain
from tui.week_words import phase_of, span_words, totals_words, week_number


def week_head(week: Week, athlete: Athlete, width: int) -> Content:
    """One line as wide as the width: name, week, days and phase at the left, lifts and minutes at the right.

    The narrower, the less of the left is said.
    """
    totals, span = totals_words(week) if week.entries else "", span_words(week.span)
    number, phase = week_number(week.span), phase_of(week.span, athlete)
    short = totals.replace(" of ", "/", 1)
    forms = (
        (totals, plain(athlete.name), f"week {number}", f"{span} {week.span.start.year}", phase),
        (totals, f"week {number}", span, phase),
        (totals, f"wk {number}", span, phase),
        (totals, f"wk {number}", span),
        (short, f"wk {number}", span),
        (short, f"wk {number}"),
    )
    for right, *form in forms:
        left = " · ".join(filter(None, form))
        gap = width - Content(left).cell_length - len(right)
        if gap >= 2:
            return Content(f"{left}{' ' * gap}{right}")
    return Content(left).truncate(width, ellipsis=True)
