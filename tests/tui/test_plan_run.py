"""A planned run begun live from the plan."""

import pytest
from msgspec.structs import replace

from data.live.run import LiveRun
from tests.builders import moment, planned_lift, planned_run
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import press
from tests.tui.run_room import INTERVALS, NOW, logged_run, run_of, shown
from tui.modals.rate import Rate
from tui.screens.plan import PlanScreen
from tui.screens.run import RunScreen


async def test_v_runs_todays_run_live(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, now=NOW)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "v")
        assert run_of(app).plan_id == "intervals"
        assert isinstance(app.screen, RunScreen)
        assert shown(app, "head").startswith("Track")


async def test_enter_still_logs_it_as_planned_and_resumes_it_once_begun(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(INTERVALS, now=NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, Rate)
        await press(pilot, "escape", "v", "escape")
        assert isinstance(app.screen, PlanScreen)
        clock.move(minutes=30)
        await press(pilot, "enter")
        assert isinstance(app.screen, RunScreen)
        await press(pilot, "f", "enter", "7")
        assert (logged_run(app).plan_id, logged_run(app).minutes) == ("intervals", 30)


async def test_beside_another_session_under_way_none_is_begun(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, now=NOW)
    under_way = LiveRun("other", moment(NOW), "Europe/Berlin", "Other", ())
    app.desk.logbook.save_live(under_way)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "v")
        assert app.desk.logbook.live() == under_way
        assert [each.message for each in app._notifications] == ["Another run is under way: finish it first."]


@pytest.mark.parametrize(
    "session",
    [planned_run("2026-06-03 07:00"), planned_lift("2026-06-02 18:00"), replace(INTERVALS, status="skipped")],
    ids=["tomorrow's run", "a lift", "a skipped run"],
)
async def test_v_does_nothing_elsewhere(make_app: MakeApp, session: object) -> None:
    app = make_app(session, now=NOW)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        if "06-03" in str(getattr(session, "start", "")):
            await press(pilot, "down")
        await press(pilot, "v")
        assert app.desk.logbook.live() is None
        assert isinstance(app.screen, PlanScreen)
