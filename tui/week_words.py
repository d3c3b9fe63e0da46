"""A week and its sessions in words, the same on every screen and in every command. Knows no Textual."""

from datetime import date, timedelta
from typing import Final

from data.calendar import Days, minutes_of
from data.model import Athlete, LoggedSession, Phase
from data.rules.volume import session_sets
from data.rules.week import Entry, Week
from data.units import Units, format_distance, format_minutes, format_number

_PHASES: Final[dict[Phase, str]] = {
    "off_season": "off-season", "base": "base", "build": "build", "peak": "peak", "taper": "taper",
    "race_week": "race week", "recovery": "recovery",
}  # fmt: skip


def week_number(span: Days) -> int:
    """The ISO number of the week; of one that does not start on a Monday, that of the Monday in it."""
    return (span.start + timedelta(-span.start.weekday() % 7)).isocalendar().week


def span_words(span: Days) -> str:
    """ "1–7 Jun", "29 Jun – 5 Jul"."""
    first, last = span.start, span.until - timedelta(1)
    if (first.month, first.year) == (last.month, last.year):
        return f"{first.day}–{last.day} {last:%b}"
    return f"{first.day} {first:%b} – {last.day} {last:%b}"


def phase_of(span: Days, athlete: Athlete) -> str:
    """The phase that most of the days are in; nothing where none is known."""

    def days_in(start: date, until: date) -> int:
        return (min(until, span.until) - max(start, span.start)).days

    phases = [(days_in(each.start, each.until), _PHASES[each.phase]) for each in athlete.phases]
    days, name = max(phases, default=(0, ""), key=lambda each: each[0])
    return name if days > 0 else ""


def totals_words(week: Week) -> str:
    """ "1 of 2 lifts · 5 h 30": lifts done of those planned, and the minutes of everything done and still planned."""
    entries = [entry for day in week.days for entry in day.entries]
    lifts = [entry for entry in entries if entry.session.kind == "strength"]
    done = sum(entry.status == "done" for entry in lifts)
    counted = [entry for entry in entries if entry.status in ("done", "planned")]
    minutes = sum(minutes_of(entry.session) if entry.minutes is None else entry.minutes for entry in counted)
    words = [f"{done} of {len(lifts)} {'lift' if len(lifts) == 1 else 'lifts'}"] if lifts else []
    return " · ".join([*words, format_minutes(minutes)])


def facts_words(entry: Entry, units: Units) -> str:
    """What a session came to: distance or sets, and its load; of a plan the distance, or what became of it."""
    session = entry.session
    if not isinstance(session, LoggedSession):
        if entry.status in ("missed", "skipped"):
            return entry.status
        return format_distance(session.distance_m, units) if session.distance_m else ""
    parts = []
    if session.distance_m:
        parts.append(format_distance(session.distance_m, units))
    elif sets := session_sets(session)[0]:
        parts.append(f"{sets} sets" if sets > 1 else "1 set")
    parts.append("unrated" if entry.load is None else f"load {format_number(entry.load, 0)}")
    return " · ".join(parts)
