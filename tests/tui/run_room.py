"""What the tests of a run under way share: intervals planned for now, and a look at the log and at the screen."""

from datetime import date

from data.calendar import Days
from data.live.run import LiveRun
from data.model import LoggedSession
from tests.builders import planned_lift, planned_run
from tests.tui.live_room import shown
from tui.app import LegdayApp
from tui.widgets.big_clock import BigClock

NOW = "2026-06-02 07:00"
INTERVALS = planned_run(
    NOW, 60, id="intervals", type="intervals", title="Track", notes="10min wu, 3x800m @ 3:20 rest 90s, cd"
)
GYM_A = planned_lift("2026-06-02 18:00", 38, id="gym a")
# Above the empty session, which is the last thing that can be begun.
BEGIN_FREE = ("up", "up", "enter")
# In the lobby the lift comes first, then the run.
BEGIN = ("down", "enter")


def run_of(app: LegdayApp) -> LiveRun:
    """The run under way, as the log has it."""
    found = app.desk.logbook.live()
    assert isinstance(found, LiveRun)
    return found


def logged_run(app: LegdayApp) -> LoggedSession:
    """The run that the log has."""
    (only,) = app.desk.logbook.logged(Days(date(2026, 6, 2), date(2026, 6, 3)))
    return only


def clock_text(app: LegdayApp) -> str:
    """What the big clock shows."""
    return app.screen.query_one(BigClock).text


__all__ = ["BEGIN", "BEGIN_FREE", "GYM_A", "INTERVALS", "NOW", "clock_text", "logged_run", "run_of", "shown"]
