"""How the end of a lift, the question about one that was left, and the lobby look, at every size."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from data.live.steps import log_set
from data.model import LoggedSet
from tests.builders import lift, moment, run, sets
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import GYM_A, LAST_WEEK, NOW, PLANNED, SETS, live
from tui.screens.lifting import open_lift

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
GYM_A_BEFORE = replace(LAST_WEEK, title="Gym A")
GYM_B_BEFORE = lift("2026-05-27 18:00", title="Gym B", exercises=sets("deadlift", 3, kg=100, reps=5, rir=2))
LOG = (GYM_A, PLANNED[1], GYM_A_BEFORE, GYM_B_BEFORE)
DONE = ["enter"] * (SETS + 1)
FINISH = {
    "bests": DONE,
    "second page": [*DONE, "space"],
    "note": [
        *DONE,
        "n",
        *"a_long_day_and_the_bar_felt_heavy_from_the_first_set_on",
        "tab",
        *"knee",
        "space",
        "3",
        "enter",
    ],
    "why": [*DONE, "question_mark"],
}
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@sizes
@pytest.mark.parametrize("state", FINISH)
def test_finish(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    app = make_app(*LOG, run("2026-06-01 11:00", 100, rpe=8), now=NOW, place="live")
    assert snap_compare(app, terminal_size=size, press=FINISH[state])


@sizes
def test_finish_without_a_history(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(GYM_A, now=NOW, place="live")
    assert snap_compare(app, terminal_size=size, press=["enter", *["enter"] * 4, "f"])


@sizes
@pytest.mark.parametrize("keys", [[], ["f"]], ids=["question", "rating"])
def test_left(snap_compare: Snap, make_app: MakeApp, clock: StillClock, keys: list[str], size: tuple[int, int]) -> None:
    app = make_app(*LOG, now=NOW, place="live")
    open_lift(app.desk, GYM_A)
    clock.now = moment("2026-06-01 18:31")
    app.desk.logbook.save_live(log_set(live(app), LoggedSet(contacts=20), clock.now))
    clock.now = moment("2026-06-03 07:00")
    assert snap_compare(app, terminal_size=size, press=keys)


@sizes
def test_lobby_with_last_times(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(*LOG, now=NOW, place="live"), terminal_size=size, press=["down"])


@sizes
def test_lobby_without_a_history(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(now=NOW, place="live"), terminal_size=size)
