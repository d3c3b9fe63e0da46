"""What the commands ask of a log: a week, and what lands back to back on some days."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from data.calendar import Days, week_of
from data.model import Session
from data.rules.change import usual_days
from data.rules.load import daily_loads
from data.rules.spacing import Pair, pairs, pairs_of_days
from data.rules.week import DAYS_AFTER, DAYS_BEFORE, Week, week_of_sessions
from data.week_aim import WEEKS_BEFORE
from tui.desk import Desk


class Found(NamedTuple):
    """Back-to-backs in the order of the later session, and the sessions of those days and around by id."""

    pairs: tuple[Pair, ...]
    sessions: Mapping[str, Session]


class Held(NamedTuple):
    """A week summed, and the sessions in it and around it by id."""

    week: Week
    sessions: Mapping[str, Session]


def back_to_backs(desk: Desk, days: Days, now: datetime | None) -> Found:
    """The back-to-backs whose later session is on one of the days. With `now`, what was missed by then is left out."""
    sessions = desk.logbook.sessions_and_before(days.widened(DAYS_BEFORE, DAYS_AFTER))
    found = pairs(sessions, desk.logbook.athlete, desk.catalogue, desk.logbook.accepted(), now)
    return Found(pairs_of_days(found, sessions, days), {session.id: session for session in sessions})


def week_holding(desk: Desk, day: date, compare: bool = False) -> Held:
    """The week that the day is in; `compare` it with what is usual, which takes all that was ever logged."""
    athlete = desk.logbook.athlete
    days = week_of(day, athlete.week_start)
    sessions = desk.logbook.sessions_and_before(days.widened(max(DAYS_BEFORE, 7 * WEEKS_BEFORE), DAYS_AFTER))
    week = week_of_sessions(
        days=days,
        sessions=sessions,
        athlete=athlete,
        catalogue=desk.catalogue,
        accepted=desk.logbook.accepted(),
        now=desk.now(),
        usual_daily=usual_loads(desk, days) if compare else (),
        spread=desk.settings.spread,
    )
    return Held(week, {session.id: session for session in sessions})


def usual_loads(desk: Desk, days: Days) -> tuple[float, ...]:
    """The load of every day from the first of the log to the last of these, or to today where they are not over."""
    first = desk.logbook.first_day()
    if first is None:
        return ()
    usual = usual_days(first, days, desk.today())
    return daily_loads(desk.logbook.logged(usual), usual)
