"""A week and its sessions in words, the same on every screen and in every command. Knows no Textual."""

from datetime import timedelta
from typing import Final

from data.calendar import Days, minutes_of
from data.model import Athlete, Kind, LoggedSession, Status
from data.rules.kinds import missing_words
from data.rules.load import FLAG_MONOTONY, MENTION_MONOTONY, unrated
from data.rules.phases import PHASE_WORDS, phase_of_days
from data.rules.volume import session_sets
from data.rules.week import Entry, Week
from data.units import Units, format_distance, format_load, format_minutes
from data.week_aim import WeekAim
from tui.format import SEVERITY_GLYPHS

HEAVY: Final = "heavy run week"
_LOST: Final[tuple[Status, ...]] = ("missed", "skipped")


def week_number(span: Days) -> int:
    """The ISO number of the week; of one that does not start on a Monday, that of the Monday in it."""
    return (span.start + timedelta(-span.start.weekday() % 7)).isocalendar().week


def span_words(span: Days) -> str:
    """ "1–7 Jun", "29 Jun – 5 Jul"."""
    first, last = span.start, span.until - timedelta(1)
    if (first.month, first.year) == (last.month, last.year):
        return f"{first.day}–{last.day} {last:%b}"
    return f"{first.day} {first:%b} – {last.day} {last:%b}"


def phase_of(span: Days, athlete: Athlete, heavy: bool = False) -> str:
    """The phase that most of the days are in, and whether it is a `heavy` run week; nothing where neither is known."""
    phase = phase_of_days(span, athlete.phases)
    return ", ".join(filter(None, (PHASE_WORDS[phase] if phase else "", HEAVY if heavy else "")))


def totals_words(week: Week) -> str:
    """ "1 of 2 lifts · 5 h 30": lifts done of those planned, and the minutes of everything done and still planned."""
    return " · ".join(filter(None, (lifts_words(week), format_minutes(minutes_planned(week)))))


def aim_words(week: Week, aim: WeekAim) -> str:
    """All that a week aims at: "1 of 2 lifts, 38 min, 1 missed · runs 4 h, usually 3 h 50 · no plyometrics"."""
    return aim_forms(week, aim)[0]


def aim_forms(week: Week, aim: WeekAim) -> tuple[str, ...]:
    """The week against what it aims at, from all of it to the lifts alone.

    All are the lifts with their minutes and what they are short of the dose, the minutes of running against the usual,
    and the kinds of work that are missing; of a week with neither lift nor run, its minutes.
    """
    lifts, short, missing = lifts_words(week), short_of_dose(week, aim), missing_words(aim.missing)
    lifting = minutes_planned(week, "strength")
    timed = _listed(lifts, format_minutes(lifting) if lifting else "", short)
    runs = f"runs {format_minutes(aim.run_minutes)}" if aim.run_minutes else ""
    usual = f"usually {format_minutes(aim.usual_run_minutes)}" if runs and aim.usual_run_minutes else ""
    counted = _listed(lifts, short)
    forms = (
        (timed, _listed(runs, usual), missing),
        (counted, _listed(runs, usual), missing),
        (timed, runs, missing),
        (counted, runs, missing),
        (counted, missing),
        (counted,),
    )
    return tuple(" · ".join(filter(None, parts)) or totals_words(week) for parts in forms)


def lifts_words(week: Week) -> str:
    """ "1 of 2 lifts": those done of those planned; nothing of a week without any."""
    lifts = [entry for entry in week.entries if entry.session.kind == "strength"]
    done = sum(entry.status == "done" for entry in lifts)
    return f"{done} of {len(lifts)} {'lift' if len(lifts) == 1 else 'lifts'}" if lifts else ""


def short_of_dose(week: Week, aim: WeekAim) -> str:
    """What the lifts, done and still planned, differ from the dose by: "1 missed", "1 skipped", "dose 2"; or nothing.

    The dose is said only where it is not the number of lifts that were planned.
    """
    statuses = [entry.status for entry in week.entries if entry.session.kind == "strength"]
    held = sum(status in ("done", "planned") for status in statuses)
    if not aim.dose or held == aim.dose.sessions:
        return ""
    lost = [f"{statuses.count(each)} {each}" for each in _LOST if each in statuses and held < aim.dose.sessions]
    dose = f"dose {aim.dose.sessions}" if len(statuses) != aim.dose.sessions else ""
    return _listed("" if statuses else "no lifts", *lost, dose)


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def minutes_planned(week: Week, kind: Kind | None = None) -> float:
    """The minutes of everything done and still planned, or of one kind of it."""
    entries = [entry for entry in week.entries if entry.status in ("done", "planned")]
    return sum(
        minutes_of(entry.session) if entry.minutes is None else entry.minutes
        for entry in entries
        if kind in (None, entry.session.kind)
    )


def unrated_of(week: Week, kind: Kind) -> int:
    """How many of the week's sessions of a kind have no load."""
    return unrated(each for each in week.logged if each.kind == kind)


def monotony_mark(monotony: float) -> str:
    """ " ●" behind a monotony that is worth a look, " ▲" behind one that wants easier days between; else nothing."""
    if monotony > FLAG_MONOTONY:
        return f" {SEVERITY_GLYPHS['warning']}"
    return f" {SEVERITY_GLYPHS['note']}" if monotony > MENTION_MONOTONY else ""


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
    parts.append(_load_words(entry))
    return " · ".join(parts)


def _load_words(entry: Entry) -> str:
    """The load, or which of the two that it takes is missing."""
    if entry.load is not None:
        return f"load {format_load(entry.load)}"
    rated = isinstance(entry.session, LoggedSession) and entry.session.rpe is not None
    return "no minutes" if rated else "unrated"
