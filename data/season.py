"""A season laid out: its phases, and week by week the lifts that they ask for, among the runs that are planned."""

from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import Final, TypeGuard

from data.calendar import Days, day_of, in_zone, start_of, week_of
from data.lift_days import Around
from data.model import Id, PhaseSpan, PlannedSession, Session, Value
from data.rules.phases import phase_of_days
from data.rules.status import counting
from data.season_lifts import has_gym
from data.season_notes import season_notes
from data.season_runs import barred_times, run_minutes, runs_by_day
from data.season_weeks import Ground, SeasonWeek, lay_week

# How many days before today the sessions are to be known: five weeks say what is a heavy run week, four what is new.
LOOK_BACK_DAYS: Final = 35
# The longest season.
MOST_DAYS: Final = 2 * 366


class Season(Value, frozen=True):
    """The phases, the weeks from this one on, the planned lifts that give way, and what there is to say.

    `before` are the phases that the athlete had when it was laid.
    """

    spans: tuple[PhaseSpan, ...]
    weeks: tuple[SeasonWeek, ...]
    gives_way: tuple[PlannedSession, ...] = ()
    notes: tuple[str, ...] = ()
    before: tuple[PhaseSpan, ...] = ()

    @property
    def replaced(self) -> tuple[Id, ...]:
        """The ids of what gives way, in order."""
        return tuple(sorted(each.id for each in self.gives_way))

    @property
    def sessions(self) -> tuple[PlannedSession, ...]:
        """The new lifts, in order."""
        return tuple(lift for week in self.weeks for lift in week.lifts)


def lay_season(spans: Sequence[PhaseSpan], around: Around, weeks: int | None = None, replacing: bool = False) -> Season:
    """The lifts of a season's phases, for all of them or for so many weeks from this one on.

    `around` holds the sessions from `LOOK_BACK_DAYS` before today to `DAYS_AFTER` the season; a week that has no run
    yet is taken to have those of the last week that has. A week's lifts are kept and only missing ones added; with
    `replacing`, those that are planned, not locked and still ahead give way.
    """
    athlete, now = around.athlete, around.now
    today = in_zone(now, athlete.zone).date()
    ahead = _weeks(week_of(today, athlete.week_start), spans, weeks)
    standing = counting(around.sessions, now)
    gives_way = [each for each in standing if replacing and _gives_way(each, ahead, now)]
    there: list[Session] = [each for each in standing if each not in gives_way]
    runs = runs_by_day(there)
    gym = has_gym(athlete, standing, around.catalogue)
    ground = Ground(spans, around, today, runs, barred_times(spans, runs, athlete), gym)
    laid: list[SeasonWeek] = []
    for days in ahead:
        if phase := phase_of_days(Days(max(days.start, today), days.until), spans):
            laid.append(lay_week(days, phase, there, ground))
            there += laid[-1].lifts
    without_runs = [week.days for week in laid if week.phase != "recovery" and not run_minutes(week.days, runs)]
    notes = season_notes(spans, without_runs, bool(runs), athlete, gym)
    return Season(tuple(spans), tuple(laid), tuple(gives_way), notes, athlete.phases)


def _weeks(first: Days, spans: Sequence[PhaseSpan], most: int | None) -> list[Days]:
    """The weeks from the first to the last of the phases, or so many."""
    until = max((span.until for span in spans), default=first.start)
    count = ceil((until - first.start).days / 7)
    return [first.moved(7 * number) for number in range(count if most is None else min(count, most))]


def _gives_way(session: Session, weeks: Sequence[Days], now: datetime) -> TypeGuard[PlannedSession]:
    if not isinstance(session, PlannedSession) or session.kind != "strength" or session.locked:
        return False
    return start_of(session) >= now and any(day_of(session) in days for days in weeks)
