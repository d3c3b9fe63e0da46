"""How a lift looks with what it can hold beside plain sets, at every size."""

from collections.abc import Callable
from datetime import datetime

import pytest

from data.live.hold import start_hold
from data.live.lift import LiveLift, current_set
from data.live.steps import go_to
from data.store.config import Settings
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, PLANNED
from tests.tui.test_live_budget import LONG
from tests.tui.test_live_hold import CORE
from tui.app import LegdayApp
from tui.screens.lifting import begin_chosen

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
SQUAT, DEADLIFT = ["enter", "tab"], ["enter", "tab", "tab"]
STATES = {
    "a timed set": (CORE, ["enter", "tab"]),
    "one side done": (PLANNED[0], [*DEADLIFT, "b"]),
    "superset": (PLANNED[0], [*DEADLIFT, "x", "enter"]),
    "swap": (PLANNED[0], [*SQUAT, "s"]),
    "any other": (PLANNED[0], [*SQUAT, "s", "a", *"sled"]),
    "cut offered": (LONG, ["enter"]),
    "cut": (LONG, ["enter", "c"]),
    "typed whole": (PLANNED[0], [*SQUAT, *"85x6", "space", "at", "8"]),
    "a line to write": (PLANNED[0], [*SQUAT, "colon"]),
    "a set written": (PLANNED[0], [*SQUAT, "colon", *"85", "space", "x", "space", "5", "space", *"rir", "space", "2"]),
    "a set miswritten": (PLANNED[0], [*SQUAT, "colon", *"85x5", "comma", *"80x5", "enter"]),
    "an own rest": (PLANNED[0], [*SQUAT, "greater_than_sign"]),
}
# Seconds into a side plank of half a minute a side.
MOMENTS = {"ready": 2, "hold": 12, "switch": 36, "second side": 50}
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@by_size
@pytest.mark.parametrize("state", STATES)
def test_lift(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    plan, keys = STATES[state]
    app = make_app(plan, *PLANNED[1:], now=NOW, place="live")
    assert snap_compare(app, terminal_size=size, press=keys)


@by_size
def test_rpe(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=Settings(effort="rpe"))
    assert snap_compare(app, terminal_size=size, press=[*["enter"] * 6, "r"])


@by_size
@pytest.mark.parametrize("moment", MOMENTS)
def test_hold(snap_compare: Snap, make_app: MakeApp, clock: StillClock, moment: str, size: tuple[int, int]) -> None:
    app = under_way(make_app(CORE, *PLANNED[1:], now=NOW), clock.now)
    clock.move(seconds=MOMENTS[moment])
    assert snap_compare(app, terminal_size=size, press=["f2"])


def under_way(app: LegdayApp, now: datetime) -> LegdayApp:
    """The app on a log with the hold of a side plank begun now."""
    begin_chosen(app.desk, CORE.id)
    live = app.desk.logbook.live()
    assert isinstance(live, LiveLift)
    live = go_to(live, 1)
    side_plank = current_set(live)
    assert side_plank
    app.desk.logbook.save_live(start_hold(live, side_plank, now, unilateral=True))
    return app
