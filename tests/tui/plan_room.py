"""What the tests of Plan share: the week of the guide, and a look at the log and at the screen."""

from datetime import timedelta
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from data.calendar import Days, in_zone
from data.model import LoggedSession, PlannedSession
from tests.builders import moment, planned_lift, planned_run
from tui.app import LegdayApp
from tui.screens.plan import PlanScreen
from tui.widgets.lines import Lines
from tui.widgets.week_view import WeekView

# It is Monday noon. Two lifts the evening before a hard run: each 12 h 15 before it.
GYM_A = planned_lift("2026-06-01 18:00", 45, id="gym a")
INTERVALS = planned_run("2026-06-02 07:00", 60, id="intervals", type="intervals")
EASY = planned_run("2026-06-03 07:00", 45, id="easy")
GYM_B = planned_lift("2026-06-03 18:00", 45, id="gym b", template="gym_2day/B")
TEMPO = planned_run("2026-06-04 07:00", 60, id="tempo", type="tempo")
LONG = planned_run("2026-06-07 07:00", 120, id="long", type="long")
WEEK = (GYM_A, INTERVALS, EASY, GYM_B, TEMPO, LONG)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """The keys, one after the other, each done with before the next."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def type_in(pilot: Pilot[None], text: str) -> None:
    """The text, typed into what has the focus."""
    names = {" ": "space", ",": "comma", ".": "full_stop", ":": "colon", "@": "at"}
    await press(pilot, *(names.get(letter, letter) for letter in text))


def plan(app: App[Any]) -> PlanScreen:
    """The screen, which must be the plan."""
    assert isinstance(app.screen, PlanScreen)
    return app.screen


def shown(app: App[Any]) -> list[str]:
    """The lines of the week and of what is said below it."""
    return plan(app).query_one(WeekView).text.splitlines()


def current(app: App[Any]) -> str:
    """The line under the cursor, without the cursor and with single spaces."""
    (line,) = [line for line in shown(app) if line.startswith("▸")]
    return " ".join(line[1:].split())


def week(app: App[Any]) -> list[str]:
    """The lines of the week in short: single spaces, no cursor."""
    lines = [" ".join(line.lstrip("▸").split()) for line in shown(app)]
    rule = next((place for place, line in enumerate(lines) if line.startswith("──")), len(lines))
    return [line for line in lines[:rule] if line]


def below(app: App[Any]) -> str:
    """What is said below the week, as one line."""
    lines = shown(app)
    rule = next(place for place, line in enumerate(lines) if line.startswith("──"))
    return " ".join(" ".join(lines[rule + 1 :]).split())


def preview(screen: Screen[Any]) -> str:
    """What a modal says of a line or a choice, as one line."""
    return " ".join(screen.query_one("#preview", Lines).text.split())


def toasts(app: App[Any]) -> list[str]:
    """What was said in passing."""
    return [toast.message for toast in app._notifications]


def planned(app: LegdayApp, session_id: str) -> PlannedSession:
    """The planned session of that id, as the log has it."""
    (found,) = [each for each in app.desk.logbook.planned(_ALL) if each.id == session_id]
    return found


def all_planned(app: LegdayApp) -> list[PlannedSession]:
    """Everything planned, by start."""
    return app.desk.logbook.planned(_ALL)


def all_logged(app: LegdayApp) -> list[LoggedSession]:
    """Everything logged, by start."""
    return app.desk.logbook.logged(_ALL)


def starts(session: PlannedSession | LoggedSession) -> str:
    """When the session starts: "Tue 2 18:00"."""
    start = in_zone(session.start, session.zone)
    return f"{start:%a} {start.day} {start:%H:%M}"


_MONDAY = moment("2026-06-01 00:00").date()
_ALL = Days(_MONDAY - timedelta(60), _MONDAY + timedelta(120))
