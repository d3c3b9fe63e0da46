"""A coach and an athlete in one log, each with an app of their own."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Static

from data.access import Role, Visitor
from data.calendar import Days
from data.catalogue import load_catalogue
from data.store.config import Settings
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import athlete, moment, planned_lift, planned_run, run
from tests.tui.conftest import StillClock
from tests.tui.plan_room import plan
from tui.app import LegdayApp
from tui.desk import Desk

GYM_A = planned_lift("2026-06-01 18:00", 45, id="gym a")
LONG = planned_run("2026-06-07 07:00", 120, id="long", type="long")
DONE = run("2026-06-01 07:00", 40, id="done", rpe=4, plan_id="easy")
EASY = planned_run("2026-06-01 07:00", 45, id="easy", status="done")
WEEK = Days(moment("2026-06-01 00:00").date(), moment("2026-06-08 00:00").date())
Sit = Callable[[Role], LegdayApp]


def sit_down(folder: Path, clock: StillClock) -> Sit:
    """Opens the app of anna ("log") or of kim, who may do that in anna's log, which is in this folder."""
    anna = Logbook(FilesBackend(folder), clock)
    anna.save_athlete(athlete())
    anna.change("what is there", save=(GYM_A, LONG, DONE, EASY))

    def open_app(role: Role) -> LegdayApp:
        visitor = None if role == "log" else Visitor("kim", role)
        logbook = Logbook(FilesBackend(folder, tidy=False), clock, visitor=visitor)
        return LegdayApp(Desk(logbook, Settings(), load_catalogue(), clock))

    return open_app


def said(app: LegdayApp) -> list[tuple[str, str, str]]:
    """Who said what about what, as the log has it."""
    return [(one.about, one.author, one.text) for one in app.desk.logbook.comments()]


def head(app: LegdayApp) -> str:
    """The first line of the plan."""
    return str(plan(app).query_one("#head", Static).content)
