"""The weeks of the Load screen in words and lines: its head, the names of the bars, the week under the cursor."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from textual.content import Content

from data.calendar import Days
from data.rules.gaps import SEVERITIES
from data.rules.usual import WeekBar
from data.rules.week import Day
from data.text import plain
from data.units import format_load
from tui.desk import Desk
from tui.figures import Figure, figures_of, unknown
from tui.format import reasons_of
from tui.screens.load_sight import Opened
from tui.talk import key_of_week, talk_of
from tui.week_words import phase_of, span_words, week_number
from tui.widgets.row_lines import NARROW, Look, row_line
from tui.widgets.week_figures import WeekPage
from tui.widgets.week_rows import PairRow, Row, rows_of

# Columns of a session's line at most: wider, the eye loses it.
_WIDEST: Final = 100


def head_of(desk: Desk, bars: Sequence[WeekBar], width: int) -> Content:
    """Whose load it is, and over which weeks; the narrower, the less of it."""
    first, last = bars[0].days.start, bars[-1].days.until - timedelta(1)
    name, weeks = plain(desk.logbook.athlete.name), f"{len(bars)} weeks"
    from_to = f"{_day(first)}{f' {first.year}' if first.year != last.year else ''} – {_day(last)} {last.year}"
    forms = ((name, "load", weeks, from_to), ("load", weeks, from_to), ("load", from_to), ("load", weeks))
    texts = [" · ".join(form) for form in forms]
    return Content(next((text for text in texts if Content(text).cell_length <= width), texts[-1]))


def label_of(days: Days) -> str:
    """What the bar of the week is called: its first day, " 1 Jun"."""
    return f"{days.start.day:>2} {days.start:%b}"


def all_figures(seen: Opened, desk: Desk) -> Sequence[Figure]:
    """The figures of the week, in their order."""
    return figures_of(seen.week, seen.usual, seen.daily, desk.logbook.athlete, desk.settings.units)


def page_of(desk: Desk, seen: Opened, before: Opened | None, width: int) -> WeekPage:
    """The week as it is shown in so many columns, with the figures of another beside its own where there is one."""
    week, units, narrow = seen.week, desk.settings.units, width < NARROW
    reasons = reasons_of(desk.logbook.accepted(), seen.sessions)
    rows = rows_of(week, week.pairs, seen.sessions, reasons)
    look = Look(min(width, _WIDEST), desk.today(), desk.catalogue, units)
    figures = all_figures(seen, desk)
    lines = [(row, row_line(row, look, selected=False)) for row in rows]
    return WeekPage(
        title=_title(desk, seen, before, narrow),
        told=_told(week.unrated, narrow),
        days=[_named(day, narrow) for day in week.days],
        figures=figures,
        before=_before(before, figures, desk) if before else (),
        rows=[line for _, line in lines] if week.entries else (),
        pairs=_worst_first(lines),
    )


def _worst_first(lines: Sequence[tuple[Row, Content]]) -> list[Content]:
    """The lines of the back-to-backs: where not all of them fit, the worst should."""
    pairs = [(row, line) for row, line in lines if isinstance(row, PairRow)]
    return [line for _, line in sorted(pairs, key=lambda each: -SEVERITIES.index(each[0].pair.severity))]


def _before(before: Opened, figures: Sequence[Figure], desk: Desk) -> Sequence[Figure]:
    """The figures of a week a year before; none of them is known where it holds no session."""
    return all_figures(before, desk) if before.week.entries else unknown(figures)


def _title(desk: Desk, seen: Opened, before: Opened | None, narrow: bool) -> str:
    days = seen.week.span
    if narrow:
        years = f" {days.start.year}/{before.week.span.start.year}" if before else ""
        return f"wk {week_number(days)} · {span_words(days)}{years}"
    parts = [f"week {week_number(days)}", f"{span_words(days)} {days.start.year}", phase_of(days, desk.logbook.athlete)]
    if desk.today() in days:
        parts.append("this week, so far")
    if mark := talk_of(desk, days).mark([key_of_week(days)]):
        parts.append(mark)
    if before:
        parts.append(f"beside {span_words(before.week.span)} {before.week.span.start.year}")
    return " · ".join(filter(None, parts))


def _told(unrated: int, narrow: bool) -> str:
    sessions = "session" if unrated == 1 else "sessions"
    return f"{unrated} {'' if narrow else sessions + ' '}without load" if unrated else ""


def _named(day: Day, narrow: bool) -> tuple[str, str]:
    """A day and its load. Seven of them have no room on a phone for the comma of a thousand."""
    if narrow:
        return f"{day.date:%a}"[:2], _load(day).replace(",", "")
    return f"{day.date:%a} {day.date.day}", _load(day)


def _load(day: Day) -> str:
    """The load of a day: a dot where nothing was done, a question mark where nothing that was done has one."""
    return "?" if day.load is None else format_load(day.load) if day.load else "·"


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
