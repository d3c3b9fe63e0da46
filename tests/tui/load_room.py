"""What the tests of the Load screen share: logs to look at, and a look at the screen.

Seventy weeks of training up to Friday 5 June 2026, of which every fourth is lighter; and a week with worked figures.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from textual.pilot import Pilot
from textual.widgets import Static

from data.model import Session
from tests.builders import lift, planned_lift, planned_run, run, sets
from tui.screens.load import LoadScreen
from tui.widgets.load_chart import LoadChart
from tui.widgets.week_figures import WeekFigures

NOW = "2026-06-05 12:00"
_THIS_MONDAY = date(2026, 6, 1)
_LIFTED = sets("back_squat", 3, kg=80, reps=5, rir=2) + sets("row_dumbbell", 2, kg=22.5, reps=8, rir=2)
# RULES 1: the daily loads 270 0 420 180 0 240 540 are 1650 with a monotony of 1.268 and a strain of 2091.9.
WORKED = (
    lift("2026-06-01 18:00", 45, rpe=6, exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
    run("2026-06-03 07:00", 60, rpe=7, type="intervals", distance_m=11_000),
    lift("2026-06-04 18:00", 45, rpe=4, exercises=sets("row_dumbbell", 3, kg=20, reps=8, rir=2)),
    run("2026-06-06 07:00", 60, rpe=4, distance_m=10_000),
    run("2026-06-07 07:00", 108, rpe=5, type="long", distance_m=19_000),
)
SUNDAY_NIGHT = "2026-06-07 21:00"


def seventy_weeks() -> tuple[Session, ...]:
    """Runs on Tuesday, Thursday and Sunday, lifts on Monday and Wednesday; of this week's the last run is to come."""
    ended = [session for back in range(69, 0, -1) for session in _week(_THIS_MONDAY - timedelta(weeks=back), back)]
    this = list(_week(_THIS_MONDAY, 0))[:-1]
    ahead = (
        planned_run("2026-06-04 18:00", 40, type="recovery"),
        planned_lift("2026-06-06 09:00"),
        planned_run("2026-06-07 09:00", 110, type="long"),
    )
    return (*ended, *this, *ahead)


def _week(monday: date, back: int) -> Iterator[Session]:
    light = back % 4 == 3
    more = 0 if light else back % 3
    days = [monday + timedelta(day) for day in range(7)]
    yield lift(f"{days[0]} 18:00", 45, rpe=5 + more, exercises=_LIFTED)
    yield run(f"{days[1]} 07:00", 40 if light else 60, rpe=7, type="intervals", distance_m=11_000)
    yield lift(f"{days[2]} 18:00", 40, rpe=6, exercises=_LIFTED)
    yield run(f"{days[3]} 07:00", 45, rpe=5 + more, type="tempo", distance_m=9_500)
    yield run(f"{days[6]} 09:00", 70 if light else 100 + 5 * more, rpe=4, type="long", distance_m=18_200, descent_m=150)


def weekly(loads: dict[str, int]) -> tuple[Session, ...]:
    """A run rated 1 on each of the days, of as many minutes as its load is to be."""
    return tuple(run(f"{day} 07:00", load, rpe=1) for day, load in loads.items())


def on_load(pilot: Pilot[None]) -> LoadScreen:
    assert isinstance(pilot.app.screen, LoadScreen)
    return pilot.app.screen


def bars(pilot: Pilot[None]) -> list[str]:
    """The lines of the chart below the legend."""
    return on_load(pilot).query_one(LoadChart).text.splitlines()[1:]


def under_the_cursor(pilot: Pilot[None]) -> str:
    """The name of the week that the cursor is on."""
    (line,) = [line for line in bars(pilot) if line.startswith("▸")]
    return line[1:8].strip()


def week(pilot: Pilot[None]) -> str:
    return on_load(pilot).query_one(WeekFigures).text


def figure(pilot: Pilot[None], label: str) -> str:
    """The value that stands beside the label."""
    found = re.search(rf"[ ▸]{label} +(.+?)(?:  |▸| [A-Zv▸]|$)", week(pilot), re.MULTILINE)
    assert found, f"no {label} in:\n{week(pilot)}"
    return found[1]


def marked(pilot: Pilot[None]) -> str:
    """The label of the figure that the cursor is on."""
    found = re.search(r"▸([A-Za-z ]+?) +[^A-Za-z ]", week(pilot))
    assert found, week(pilot)
    return found[1]


def head(pilot: Pilot[None]) -> str:
    return str(on_load(pilot).query_one("#head", Static).content)
