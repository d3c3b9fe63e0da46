"""A season made of the log, and saved in it: the same in the app and on the command line. Knows no Textual."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from data.calendar import Days, day_of
from data.entry.words import MONTH_WORDS
from data.lift_days import Around
from data.model import PhaseSpan
from data.rules.explain import day_words
from data.rules.phases import marked_heavy
from data.rules.week import DAYS_AFTER
from data.season import LOOK_BACK_DAYS, MOST_DAYS, Season, lay_season
from data.season_phases import race_of, season_phases, with_season
from data.store.errors import Conflict
from tui.desk import Desk

_AWAY: Final = re.compile(r"\+?(\d{1,3})([dw])")


def race_ahead(desk: Desk) -> date | None:
    """The day of the race that the phases of the profile lead to, else of the first race that is planned."""
    today = desk.today()
    if race := race_of(desk.logbook.athlete.phases, today):
        return race
    planned = desk.logbook.planned(Days(today, today + timedelta(MOST_DAYS)))
    return next((day_of(each) for each in planned if each.type == "race" and each.status == "planned"), None)


def race_said(text: str, today: date) -> date | None:
    """The day that the text names: "2026-10-25", "25 oct" (the next one), "25 oct 2027", "oct 25", "16w" or "110d" from
    `today` on; None where it names none."""
    words = text.lower().replace(",", " ").split()
    if len(words) == 1 and (away := _AWAY.fullmatch(words[0])):
        return today + timedelta(int(away[1]) * (7 if away[2] == "w" else 1))
    numbers = [int(word) for word in words if word.isdecimal()]
    months = [MONTH_WORDS[word] for word in words if word in MONTH_WORDS]
    try:
        if len(months) == 1 and len(numbers) + 1 == len(words):
            return _of_month(months[0], numbers, today)
        return date.fromisoformat(words[0]) if len(words) == 1 else None
    except (ValueError, IndexError):
        return None


def _of_month(month: int, numbers: Sequence[int], today: date) -> date:
    """The day of the month, of the year said or the next one. Raises ValueError, or IndexError without a day."""
    if len(numbers) > 1:
        return date(numbers[1], month, numbers[0])
    years = (today.year, today.year + 1)
    days = [date(year, month, numbers[0]) for year in years]
    return next(day for day in days if day >= today)


def why_no_race(race: date, today: date) -> str:
    """Why a season cannot lead to a race on that day; "" where it can."""
    if race < today:
        return f"{day_words(race)} {race.year} is over: the race has to lie ahead"
    if race > today + timedelta(MOST_DAYS):
        return f"{day_words(race)} {race.year} is too far: a season is two years at most"
    return ""


def phases_to(desk: Desk, race: date) -> tuple[PhaseSpan, ...]:
    """The phases from today to the race and the recovery: those of the profile where they lead to it, else new ones."""
    today, athlete = desk.today(), desk.logbook.athlete
    ahead = tuple(span for span in athlete.phases if span.until > today)
    if race_of(ahead, today) == race:
        return ahead
    return season_phases(race, today, athlete.week_start)


def season_of(desk: Desk, spans: Sequence[PhaseSpan], weeks: int | None = None, replacing: bool = False) -> Season:
    """The season of these phases, laid among what the log holds."""
    days = Days(desk.today(), spans[-1].until).widened(LOOK_BACK_DAYS, DAYS_AFTER)
    logbook = desk.logbook
    around = Around(desk.lifter(), logbook.sessions(days), desk.catalogue, desk.now())
    return lay_season(spans, around, weeks, replacing)


def mark_heavy(desk: Desk, days: Days, heavy: bool) -> None:
    """Mark the week as a heavy run week, or take the mark away, as one change. Raises StoreError."""
    athlete = desk.logbook.athlete
    others = tuple(mark for mark in athlete.heavy_weeks if mark not in days)
    marks = tuple(sorted((*others, days.start))) if heavy else others
    what = "marking a heavy run week" if heavy else "unmarking a heavy run week"
    if marked_heavy(days, athlete.heavy_weeks) != heavy:
        desk.logbook.save_athlete(replace(athlete, heavy_weeks=marks), what, athlete)


def save_season(desk: Desk, season: Season) -> None:
    """Save the phases and the lifts, and delete those that they replace, as one change.

    Raises StoreError; Conflict where the phases, or what gives way, were changed since the season was laid.
    """
    athlete = desk.logbook.athlete
    if athlete.phases != season.before:
        raise Conflict("The phases were changed elsewhere meanwhile: lay the season anew.")
    phases = with_season(athlete.phases, season.spans)
    lifts = len(season.sessions)
    desk.logbook.change(
        f"a season of {lifts} {'lift' if lifts == 1 else 'lifts'}",
        save=season.sessions,
        delete=season.replaced,
        athlete=replace(athlete, phases=phases),
        seen=(athlete, *season.gives_way),
    )
