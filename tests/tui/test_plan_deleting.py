"""Deleting on Plan: at once and back with u, but not what is under way."""

import pytest

from data.access import Visitor
from data.store.logbook import Logbook
from tests.tui.conftest import MakeApp, MakeDesk, StillClock
from tests.tui.plan_room import GYM_A, INTERVALS, WEEK, all_planned, planned, press, toasts
from tui.desk import Desk
from tui.guest import GuestApp
from tui.screens.lifting import open_lift
from tui.screens.plan import PlanScreen

SIZE = (80, 24)
EVENING, MORNING = "2026-06-01 17:45", "2026-06-02 06:55"


async def test_what_is_planned_goes_at_once_and_comes_back(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "d")
        assert GYM_A not in all_planned(app)
        assert toasts(app) == ["Deleted Gym A: u brings it back."]
        await press(pilot, "u")
        assert planned(app, "gym a") == GYM_A


@pytest.mark.parametrize("keys", ["d", "delete"])
async def test_a_lift_under_way_keeps_its_plan(make_app: MakeApp, keys: str) -> None:
    app = make_app(*WEEK, now=EVENING)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "enter", "f1", keys)
        assert isinstance(app.screen, PlanScreen)
        assert planned(app, "gym a") == GYM_A
        assert toasts(app) == [
            "Gym A is under way: d deletes it once it is over. Enter goes on with it, f there ends it."
        ]
        await press(pilot, "down", "down", "d")
        assert GYM_A in all_planned(app)
        assert INTERVALS not in all_planned(app)


async def test_a_run_under_way_keeps_its_plan(make_app: MakeApp) -> None:
    app = make_app(*WEEK, now=MORNING)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "v", "f1", "d")
        assert planned(app, "intervals") == INTERVALS
        assert toasts(app)[-1].startswith("Intervals is under way")


async def test_thrown_away_it_can_be_deleted(make_app: MakeApp) -> None:
    app = make_app(GYM_A, now=EVENING)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "enter", "f", "d", "f1", "d")
        assert app.desk.logbook.live() is None
        assert all_planned(app) == []


async def test_a_lift_begun_on_another_terminal_keeps_its_plan_too(make_app: MakeApp) -> None:
    app = make_app(GYM_A, now=EVENING)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        elsewhere = Logbook(app.desk.logbook._backend, app.desk.now)
        open_lift(Desk(elsewhere, app.desk.settings, app.desk.catalogue, app.desk.now), GYM_A)
        await press(pilot, "d")
        assert all_planned(app) == [GYM_A]


async def test_a_coach_is_told_when_it_can_be_deleted(make_desk: MakeDesk, clock: StillClock) -> None:
    desk = make_desk(GYM_A, now=EVENING)
    open_lift(desk, GYM_A)
    coachs = Logbook(desk.logbook._backend, clock, visitor=Visitor("kim", "plan"))
    app = GuestApp(Desk(coachs, desk.settings, desk.catalogue, clock), lambda: True)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "d")
        assert desk.logbook.find("gym a") == GYM_A
        assert toasts(app) == ["Gym A is under way: d deletes it once it is over."]
