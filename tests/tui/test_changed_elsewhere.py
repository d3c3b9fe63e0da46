"""Another terminal changes a session while a question about it is open: nothing of either is lost without a word."""

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from data.model import Session
from data.store.logbook import Logbook
from tests.builders import run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import GYM_A, INTERVALS, WEEK, all_logged, all_planned, press, toasts, type_in
from tui.app import LegdayApp

SAID = "was changed elsewhere meanwhile. Go back: the plan shows it as it is now."
DONE = run("2026-06-02 07:00", 58, type="intervals", plan_id="intervals")


async def elsewhere(pilot: Pilot[None], app: LegdayApp, *save: Session, delete: tuple[str, ...] = ()) -> None:
    """Another terminal makes a change, and the app sees that there was one."""
    Logbook(app.desk.logbook._backend, app.desk.now).change("elsewhere", save=save, delete=delete)
    app._follow()
    await pilot.pause()


async def test_an_edit_does_not_bring_back_what_was_deleted(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "e")
        await elsewhere(pilot, app, delete=("gym a",))
        await press(pilot, "enter")
        assert "gym a" not in [each.id for each in all_planned(app)]
        assert toasts(app) == [f"Gym A {SAID}"]


async def test_a_rating_does_not_log_twice(make_app: MakeApp) -> None:
    app = make_app(*WEEK, now="2026-06-02 12:00")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        await elsewhere(pilot, app, DONE, replace(INTERVALS, status="done"))
        await press(pilot, "5")
        assert all_logged(app) == [DONE]
        assert toasts(app) == [f"Intervals {SAID}"]


@pytest.mark.parametrize("over_it", ["question_mark", "f3"])
async def test_a_session_on_its_way_is_let_go(make_app: MakeApp, over_it: str) -> None:
    app = make_app(*WEEK)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "M", "down", over_it)
        await elsewhere(pilot, app, replace(GYM_A, locked=True))
        await press(pilot, "escape", "enter")
        assert replace(GYM_A, locked=True) in all_planned(app)


async def test_a_warning_is_accepted_only_as_it_was_read(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "o")
        await elsewhere(pilot, app, delete=("intervals",))
        await type_in(pilot, "fine")
        await press(pilot, "enter")
        assert app.desk.logbook.accepted() == []
        assert toasts(app) == [f"Intervals {SAID}"]
