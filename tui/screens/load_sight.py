"""What the Load screen sees of the log. Each look is worked out once, and kept while what it is made of stays."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeVar

from data.calendar import Days, week_of
from data.model import Session
from data.rules.change import usual_days
from data.rules.load import daily_loads
from data.rules.usual import LOOK_BACK_DAYS, Usual, WeekBar, usual_after, week_bars
from data.rules.week import DAYS_AFTER, DAYS_BEFORE, Week, week_of_sessions
from tui.desk import Desk

# A year of whole weeks: the same weekdays, a day or two off the same dates.
YEAR_OF_DAYS: Final = 52 * 7
Look = TypeVar("Look")


class Opened(NamedTuple):
    """A week opened: summed, the sessions in and around it by id, what was usual before it, and the loads behind that.

    `daily` are the loads of every day up to the end of the week, or to today; `eve` those before the week.
    """

    week: Week
    sessions: Mapping[str, Session]
    usual: Usual | None
    daily: Sequence[float]
    eve: Sequence[float]


class LoadSight:
    """The weeks of a log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[Hashable, Any] = {}
        self._kept_for: Hashable = None

    def this_week(self) -> Days:
        """The week of today."""
        return week_of(self._desk.today(), self._desk.logbook.athlete.week_start)

    def first_day(self) -> date | None:
        """The day of the first session logged."""
        return self._look("first day", self._desk.logbook.first_day)

    def bars(self, last: Days, count: int) -> tuple[WeekBar, ...]:
        """So many weeks, the oldest first, up to `last`."""
        weeks = [last.moved(-7 * back) for back in range(count - 1, -1, -1)]
        return self._look((last, count), lambda: self._bars(weeks))

    def opened(self, days: Days) -> Opened:
        """One of the weeks, summed."""
        return self._look(days, lambda: self._opened(days))

    def _look(self, key: Hashable, work_out: Callable[[], Look]) -> Look:
        now = (self._desk.logbook.stamp(), self._desk.today(), self._desk.settings.spread)
        if now != self._kept_for:
            self._kept, self._kept_for = {}, now
        if key not in self._kept:
            self._kept[key] = work_out()
        found: Look = self._kept[key]
        return found

    def _since(self, day: date) -> date | None:
        """From when on the log says what is usual on that day."""
        first = self.first_day()
        return first and max(first, day - timedelta(LOOK_BACK_DAYS))

    def _bars(self, weeks: Sequence[Days]) -> tuple[WeekBar, ...]:
        since = self._since(weeks[0].start)
        start = min(since, weeks[0].start) if since else weeks[0].start
        return week_bars(self._desk.logbook.logged(Days(start, weeks[-1].until)), weeks, since)

    def _opened(self, days: Days) -> Opened:
        desk = self._desk
        sessions = desk.logbook.sessions_and_before(days.widened(DAYS_BEFORE, DAYS_AFTER))
        known, loads = self._loads(days.start.year)
        usual = usual_days(known.start, days, desk.today())
        daily, eve = (loads[: max(0, (day - known.start).days)] for day in (usual.until, days.start))
        week = week_of_sessions(
            days=days,
            sessions=sessions,
            athlete=desk.logbook.athlete,
            catalogue=desk.catalogue,
            accepted=desk.logbook.accepted(),
            now=desk.now(),
            usual_daily=daily,
            spread=desk.settings.spread,
        )
        return Opened(week, {session.id: session for session in sessions}, usual_after(eve), daily, eve)

    def _loads(self, year: int) -> tuple[Days, tuple[float, ...]]:
        """The load of every day that the usual of the weeks which begin in that year is made from."""
        return self._look(year, lambda: self._daily(Days(date(year, 1, 1), date(year + 1, 1, 7))))

    def _daily(self, days: Days) -> tuple[Days, tuple[float, ...]]:
        since = self._since(days.start)
        until = min(days.until, self._desk.today() + timedelta(1))
        known = Days(since, until) if since and since < until else Days(days.start, days.start)
        return known, daily_loads(self._desk.logbook.logged(known), known)
