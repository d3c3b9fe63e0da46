"""How a run under way looks, in every state and at every size."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from data.live import run_changes as changes
from data.live.begin_run import begin_run
from data.live.run import LiveRun
from data.units import Units
from tests.builders import BERLIN, moment
from tests.tui.conftest import MakeApp
from tests.tui.run_room import GYM_A, INTERVALS, NOW

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
START = moment(NOW)
PLAN = replace(INTERVALS, notes="10min wu, 6x800m @ 3:20 rest 90s, 2km cd", title="")
RUN = begin_run(PLAN, START, BERLIN, Units())
FREE = replace(RUN, steps=(), title="", type=None, plan_id=None, minutes=None)
IN_REPS = (804, 1096, 1384)


def ended(run: LiveRun, *seconds: float) -> LiveRun:
    for each in seconds:
        run = changes.end_lap(run, START + timedelta(seconds=each))
    return run


# The run, how many seconds after its start it is looked at, and what is pressed.
STATES: dict[str, tuple[LiveRun, float, list[str]]] = {
    "free": (ended(FREE, 301, 590), 754, []),
    "free, just begun": (FREE, 12, []),
    "free for hours": (FREE, 7384, []),
    "warm-up": (RUN, 83, []),
    "rep": (ended(RUN, *IN_REPS[:2]), 1313, []),
    "recovery": (ended(RUN, *IN_REPS), 1411, []),
    "paused": (changes.pause(ended(RUN, *IN_REPS), START + timedelta(seconds=1411)), 2000, []),
    "all steps done": (replace(ended(RUN, 804), steps=RUN.steps[:2]), 900, []),
    "finish": (ended(RUN, *IN_REPS), 1600, ["f"]),
    "finish, rating": (ended(RUN, *IN_REPS), 1600, ["f", *"10.2km", "enter"]),
    "finish, unreadable": (ended(RUN, *IN_REPS), 1600, ["f", *"fast", "enter"]),
    "steps": (RUN, 83, ["e"]),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_run(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    run, seconds, keys = STATES[state]
    app = make_app(PLAN, GYM_A, now=f"{START + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}", place="live")
    app.desk.logbook.save_live(run)
    assert snap_compare(app, terminal_size=size, press=keys)


def test_run_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    run, seconds, keys = STATES["paused"]
    app = make_app(PLAN, GYM_A, now=f"{START + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}", place="live")
    app.desk.logbook.save_live(run)
    assert snap_compare(app, terminal_size=(40, 20), press=keys)
