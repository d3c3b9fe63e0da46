"""What the tests of Live share: gym A planned for this evening, and a look at the log and at the screen."""

from typing import Any

from textual.app import App
from textual.pilot import Pilot

from data.live.lift import LiveLift
from data.model import LoggedSet
from tests.builders import lift, planned_lift, planned_run, sets
from tui.app import LegdayApp
from tui.widgets.lines import Lines

NOW = "2026-06-01 18:00"
GYM_A = planned_lift(NOW, 38, id="gym a")
INTERVALS = planned_run("2026-06-02 07:00", 60, type="intervals")
# Last week's gym A: 14 sets with two ramp sets, the squat at 82.5 kg.
LAST_WEEK = lift(
    "2026-05-25 18:00",
    40,
    exercises=(
        *sets("pogo_hop", 2, contacts=20),
        *sets("back_squat", 3, kg=82.5, reps=5, rir=2),
        *sets("single_leg_deadlift_dumbbell", 2, kg=16, reps=8, rir=2),
        *sets("row_dumbbell", 2, kg=22.5, reps=8, rir=2),
        *sets("pallof_press_cable", 2, kg=12.5, reps=10, rir=3),
        *sets("suitcase_carry", 2, kg=24, metres=30),
    ),
)
# Two ramp sets more than the plan's 13.
SETS = 15
PLANNED = (GYM_A, INTERVALS, LAST_WEEK)


def live(app: LegdayApp) -> LiveLift:
    """The lift under way, as the log has it."""
    found = app.desk.logbook.live()
    assert isinstance(found, LiveLift)
    return found


def done(app: LegdayApp, exercise: str) -> list[LoggedSet]:
    """The sets of an exercise that the log has of the lift under way."""
    return [each for one in live(app).exercises if one.exercise == exercise for each in one.done]


def shown(app: App[Any], name: str = "") -> str:
    """The text of the screen's lines, or of those of that name: head, warning, exercises, sets, rest."""
    found = app.screen.query(f"#{name}" if name else "Lines").results(Lines)
    return "\n".join(each.text for each in found if each.region.area)


def current_line(app: App[Any]) -> str:
    """The line of the set in hand."""
    return next(line for line in shown(app, "sets").splitlines() if line.startswith("▸"))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """The keys, one after the other, each done with before the next."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()
