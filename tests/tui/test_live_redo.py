"""What u took back in Live comes back with ctrl+r: as it was and when it was, while nothing else was done since."""

from collections.abc import Callable

import pytest

from data.live import steps
from data.live.lift import LiveLift
from data.model import LoggedSet
from data.store.logbook import Logbook
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press, shown
from tests.tui.plan_room import toasts
from tests.tui.run_room import BEGIN_FREE, run_of
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.modals.finish import FinishModal

ELSEWHERE = "Another terminal went on with this lift. Here it is as it is now."
ROWS = 3
TO_THE_SQUAT = ["enter"] * 3


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def redoes(app: LegdayApp) -> list[str]:
    """What ctrl+r is said to do here."""
    return [each.id for each in actions_of(app.screen) if "^r" in each.keys]


def on_the_phone(app: LegdayApp, clock: StillClock, step: Callable[[LiveLift], LiveLift]) -> None:
    """Take a step on another terminal."""
    logbook = Logbook(app.desk.logbook._backend, clock)
    found = logbook.live()
    assert isinstance(found, LiveLift)
    logbook.save_live(step(found))


async def test_what_u_took_back_comes_back_set_by_set(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        clock.move(minutes=1)
        await press(pilot, "enter", *"45x5", "enter")
        before = live(app)
        clock.move(seconds=20)
        await press(pilot, "u", "u")
        assert (len(done(app, "pogo_hop")), done(app, "back_squat")) == (1, [])
        await press(pilot, "ctrl+r")
        assert (len(done(app, "pogo_hop")), done(app, "back_squat")) == (2, [])
        await press(pilot, "ctrl+r")
        assert live(app) == before
        assert current_line(app).startswith("▸  w  60 kg × 3")
        assert redoes(app) == []


async def test_the_rest_that_comes_back_goes_on_from_when_it_began(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "u")
        assert shown(app, "rest") == ""
        clock.move(seconds=20)
        await press(pilot, "ctrl+r")
        assert "0:25" in shown(app, "rest")


async def test_it_is_named_where_it_works_and_says_so_where_it_does_not(app: LegdayApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter")
        assert redoes(app) == []
        await press(pilot, "ctrl+r")
        assert toasts(app) == ["Nothing to do again"]
        await press(pilot, "u")
        assert redoes(app) == ["live.redo"]
        await press(pilot, "enter")
        assert redoes(app) == []


async def test_a_change_of_the_log_that_was_undone_is_not_redone_from_a_lift(app: LegdayApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "f1", "d", "u", "f2")
        before = app.desk.logbook.everything()
        await press(pilot, "ctrl+r")
        assert app.desk.logbook.everything() == before


@pytest.mark.parametrize("key", ["enter", "plus", "S"])
async def test_any_other_step_clears_what_could_come_back(app: LegdayApp, key: str) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, *TO_THE_SQUAT, "enter", "u", "u", key)
        before = live(app)
        await press(pilot, "ctrl+r")
        assert live(app) == before


async def test_what_is_typed_is_asked_about_first(app: LegdayApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter", "u", *"12", "ctrl+r")
        assert done(app, "pogo_hop") == []
        assert toasts(app) == ["12 is typed, not logged: enter logs it, esc takes it back."]


async def test_the_last_set_of_all_asks_how_it_was(make_app: MakeApp) -> None:
    app = make_app(now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "up", "enter", "a", *"dips", "enter", *"12x10", "enter", "enter", "enter")
        await press(pilot, "escape", "u", "ctrl+r")
        assert isinstance(app.screen, FinishModal)


async def test_another_terminals_set_in_the_same_exercise_stands(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter", "u")
        on_the_phone(app, clock, lambda lift: steps.log_set(lift, LoggedSet(contacts=10), clock.now))
        await press(pilot, "ctrl+r")
        assert [each.contacts for each in done(app, "pogo_hop")] == [10]
        assert toasts(app) == [ELSEWHERE]
        assert redoes(app) == []


async def test_another_terminals_set_elsewhere_is_kept_beside_it(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter", "u")
        rows = LoggedSet(kg=22.5, reps=8)
        on_the_phone(app, clock, lambda lift: steps.log_set(steps.go_to(lift, ROWS), rows, clock.now))
        await press(pilot, "ctrl+r")
        assert [len(done(app, name)) for name in ("pogo_hop", "row_dumbbell")] == [1, 1]
        assert toasts(app) == []


async def test_a_lap_taken_back_comes_back_where_it_was(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(now="2026-06-02 07:00", place="live")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, *BEGIN_FREE)
        for _ in range(2):
            clock.move(seconds=300)
            await press(pilot, "space")
        clock.move(seconds=5)
        await press(pilot, "u", "u")
        assert run_of(app).marks == ()
        assert redoes(app) == ["run.redo"]
        await press(pilot, "ctrl+r")
        assert run_of(app).marks == (300,)
        await press(pilot, "ctrl+r")
        assert run_of(app).marks == (300, 600)
        await press(pilot, "ctrl+r")
        assert (toasts(app), redoes(app)) == (["Nothing to do again"], [])


async def test_a_new_lap_clears_the_one_that_could_come_back(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(now="2026-06-02 07:00", place="live")
    async with app.run_test() as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=300)
        await press(pilot, "space", "u")
        clock.move(seconds=60)
        await press(pilot, "space", "ctrl+r")
        assert run_of(app).marks == (360,)
