"""A season as lines of text: its phases, and its weeks with the lifts that are new in them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from data.calendar import Days, day_of
from data.model import PhaseSpan, PlannedSession, Session
from data.rules.explain import day_words
from data.rules.hardness import hardness
from data.rules.phases import PHASE_WORDS, Dose, dose_of
from data.rules.spacing import Pair
from data.rules.week import Entry, planned_minutes
from data.season import Season
from data.season_phases import weeks_of
from data.season_weeks import SeasonWeek
from data.text import plain
from data.units import format_number
from tui.commands.lines import DAY, session_lines
from tui.commands.output import cells, fit, wrapped
from tui.desk import Desk
from tui.format import SEVERITY_GLYPHS, pair_text
from tui.week_words import HEAVY, span_words, week_number

_PHASE: Final = len("off-season  ")
_DAYS: Final = len("27 Jul – 20 Sep 2026   ")
_WEEKS: Final = len("12 weeks   ")


def entry_of(lift: PlannedSession, desk: Desk) -> Entry:
    """A planned lift as the commands show it."""
    return Entry(lift, "planned", hardness(lift, desk.catalogue), planned_minutes(lift, desk.catalogue))


def phase_lines(season: Season, race: date, desk: Desk, width: int) -> list[str]:
    """Whose season it is and up to which race; a line for each phase with its dose; what there is to say of it all."""
    athlete = desk.lifter()
    days = (race - desk.today()).days
    away = f"in {round(days / 7)} weeks" if days >= 14 else f"in {_counted(days, 'day')}" if days else "today"
    head = f"{plain(athlete.name)} · race on {day_words(race)} {race.year}, {away} · {athlete.level}"
    lines = [*wrapped("", head, width), *(line for span in season.spans for line in _phase_line(span, desk, width))]
    return [*lines, *(line for note in season.notes for line in wrapped("·", note, width, 2))]


def week_lines(week: SeasonWeek, desk: Desk, width: int) -> list[str]:
    """The week: which one it is, its phase and its lifts against the dose; the new ones; why they are fewer or less."""
    phase = PHASE_WORDS[week.phase] + (f", {HEAVY}" if week.heavy else "")
    left = f"week {week_number(week.days)} · {span_words(week.days)} · {phase}"
    right = _lifts_words(week)
    gap = width - cells(left) - cells(right)
    lines = [f"{left}{' ' * gap}{right}"] if gap >= 2 else [*wrapped("", left, width), *wrapped("", right, width)]
    sessions = {each.id: each for each in desk.logbook.sessions(week.days.widened(5, 5))}
    for lift in week.lifts:
        label = f"{day_of(lift):%a} {day_of(lift).day:>2}"
        lines += session_lines(entry_of(lift, desk), desk, width, label)
        lines += [
            line
            for pair in week.pairs
            if lift.id in (pair.first, pair.second)
            for line in wrapped("", _pair_words(pair, sessions | {lift.id: lift}, lift, desk), width, DAY)
        ]
    return [*lines, *(line for note in week.notes for line in wrapped(" " * DAY + "·", plain(note), width, DAY + 2))]


def season_words(season: Season, saved: bool) -> str:
    """How much it is, and whether it is saved."""
    lifts, weeks = _counted(len(season.sessions), "new lift"), _counted(len(season.weeks), "week")
    gone = f", in the place of {len(season.replaced)}" if season.replaced else ""
    end = "Saved, with the phases." if saved else "Nothing is saved yet: --apply does."
    return f"{lifts} in {weeks}{gone}. {end}"


def _phase_line(span: PhaseSpan, desk: Desk, width: int) -> list[str]:
    days = f"{span_words(Days(span.start, span.until))} {(span.until - timedelta(1)).year}"
    weeks = _counted(weeks_of(span), "week")
    label = f"{fit(PHASE_WORDS[span.phase], _PHASE)}{fit(days, _DAYS)}{fit(weeks, _WEEKS)}"
    dose = _dose_words(dose_of(span.phase, desk.lifter().level))
    if cells(label) + cells(dose) <= width:
        return [label + dose]
    return [*wrapped(PHASE_WORDS[span.phase], f"{days}, {weeks}", width, _PHASE), *wrapped("", dose, width, _PHASE)]


def _dose_words(dose: Dose) -> str:
    share = "" if dose.volume == 1 else f", {format_number(dose.volume, 1)} of the sets"
    return f"{_counted(dose.sessions, 'lift')} a week{share}"


def _lifts_words(week: SeasonWeek) -> str:
    held = len(week.kept) + len(week.lifts)
    kept = f", {len(week.kept)} planned already" if week.kept else ""
    return f"{held} of {_counted(week.dose.sessions, 'lift')}{kept}"


def _pair_words(pair: Pair, sessions: Mapping[str, Session], lift: PlannedSession, desk: Desk) -> str:
    first, second = sessions[pair.first], sessions[pair.second]
    words = pair_text(pair, first, second, desk.catalogue, from_second=pair.second == lift.id)
    return plain(f"{SEVERITY_GLYPHS[pair.severity]} {words}")


def _counted(number: float, name: str) -> str:
    return f"{format_number(number, 1)} {name}{'' if number == 1 else 's'}"
