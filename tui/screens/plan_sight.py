"""What the Plan screen sees of the log: a week, what lands back to back in it, and the weeks after it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from data.calendar import Days, day_of
from data.model import Athlete, PlannedSession, Session
from data.rules.spacing import Pair, pairs
from data.rules.status import counting
from data.rules.week import DAYS_AFTER, DAYS_BEFORE, Week, week_of_sessions
from data.store.records import Live
from data.week_aim import WEEKS_BEFORE, WeekAim, aim_of
from tui.desk import Desk
from tui.format import reasons_of
from tui.screens.plan_moves import Move
from tui.talk import Talk, talk_of
from tui.widgets.week_rows import Row, rows_of
from tui.widgets.weeks_ahead import WeekAhead

# How many days before the week its back-to-backs and its usual run minutes need.
_DAYS_BEFORE: Final = max(DAYS_BEFORE, 7 * WEEKS_BEFORE)


class Sight(NamedTuple):
    """A week as it stands at `now`: its rows; the sessions in and around it by id, with all their back-to-backs and the
    reasons of those that were accepted; what the week aims at. `may_log`: whether what was done may be changed."""

    days: Days
    athlete: Athlete
    sessions: Mapping[str, Session]
    pairs: Sequence[Pair]
    week: Week
    aim: WeekAim
    rows: tuple[Row, ...]
    reasons: Mapping[tuple[str, str], str]
    ahead: Sequence[WeekAhead]
    live: Live | None
    now: datetime
    may_log: bool = True
    talk: Talk = Talk()

    def is_over(self, today: date) -> bool:
        """Whether this was the week of the day when it was read, and is so no longer."""
        return self.now.date() in self.days and today not in self.days


def look(desk: Desk, days: Days, weeks_ahead: int, changed: Session | None) -> Sight:
    """The week of these days with so many after it; `changed` stands in the place of its former self."""
    sessions = _sessions(desk, days, weeks_ahead, changed)
    logbook, now = desk.logbook, desk.now()
    athlete, accepted = desk.lifter(), logbook.accepted()
    found = pairs(sessions.values(), athlete, desk.catalogue, accepted, now)

    def _week_of(span: Days) -> Week:
        return week_of_sessions(span, sessions.values(), athlete, desk.catalogue, accepted, now)

    week, reasons = _week_of(days), reasons_of(accepted, sessions)
    coming = [days.moved(7 * number) for number in range(1, weeks_ahead + 1)]
    return Sight(
        days=days,
        athlete=athlete,
        sessions=sessions,
        pairs=found,
        week=week,
        aim=aim_of(days, sessions.values(), athlete, desk.catalogue, now),
        rows=rows_of(week, found, sessions, reasons),
        reasons=reasons,
        ahead=[WeekAhead(_week_of(span), _begun_in(span, found, sessions)) for span in coming],
        live=logbook.live(),
        now=now,
        may_log=desk.may("log"),
        talk=talk_of(desk, days),
    )


def held(desk: Desk, move: Move) -> PlannedSession:
    """The session on its way, as it would be where it is held."""
    day = move.place.day
    near = desk.logbook.sessions(Days(day, day + timedelta(1)).widened(1, 1))
    return move.held(session for session in counting(near, desk.now()) if session.id != move.session.id)


def _sessions(desk: Desk, days: Days, weeks_ahead: int, changed: Session | None) -> dict[str, Session]:
    around = Days(days.start, days.moved(7 * weeks_ahead).until).widened(_DAYS_BEFORE, DAYS_AFTER)
    sessions = {session.id: session for session in desk.logbook.sessions_and_before(around)}
    if changed:
        sessions[changed.id] = changed
    return sessions


def _begun_in(span: Days, found: Sequence[Pair], sessions: Mapping[str, Session]) -> list[Pair]:
    return [pair for pair in found if day_of(sessions[pair.first]) in span]
