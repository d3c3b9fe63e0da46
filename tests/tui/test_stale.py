"""A lift that was left for more than a day: it is asked what is to become of it, wherever it is come upon."""

import pytest
from textual.pilot import Pilot

from data.calendar import Days
from data.live.run import LiveRun
from data.model import LoggedSession
from tests.builders import moment
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import GYM_A, NOW, live, press
from tests.tui.test_live_finish import modal
from tui.app import LegdayApp
from tui.modals.finish import FinishModal
from tui.modals.finish_run import FinishRun
from tui.modals.stale import StaleModal
from tui.screens.lift import LiftScreen
from tui.screens.lobby import LobbyScreen
from tui.screens.plan import PlanScreen
from tui.screens.run import RunScreen

JUNE = Days(moment(NOW).date(), moment("2026-06-30 12:00").date())


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """The plan on the evening of gym A."""
    return make_app(GYM_A, now=NOW)


async def leave_it(pilot: Pilot[None], clock: StillClock, *keys: str, days: float = 2) -> None:
    """Begin gym A, log two sets, the last one half an hour in, and go away for days."""
    await press(pilot, "enter", "enter")
    clock.move(minutes=31)
    await press(pilot, "enter", "f1")
    clock.move(days=days)
    await press(pilot, *keys)


def logged(app: LegdayApp) -> list[LoggedSession]:
    return app.desk.logbook.logged(JUNE)


async def test_live_asks_and_finishing_logs_it_to_the_last_set(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await leave_it(pilot, clock, "f2")
        assert isinstance(app.screen, StaleModal)
        assert "Begun Monday 1 Jun at 18:00." in modal(app)
        assert "2 sets, the last one at 18:31." in modal(app)
        assert "f finish: 2 sets in 31 min" in modal(app)
        await press(pilot, "f")
        assert isinstance(app.screen, FinishModal)
        assert "2 of 13 sets in 31 min" in modal(app)
        await press(pilot, "6")
        (session,) = logged(app)
        assert (session.minutes, session.rpe, session.plan_id) == (31, 6, "gym a")
        assert session.start == moment(NOW)
        assert app.desk.logbook.live() is None
        assert isinstance(app.screen, LobbyScreen)


async def test_enter_finishes_too_and_escape_from_the_rating_asks_again(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, "f2", "enter", "escape")
        assert isinstance(app.screen, StaleModal)
        assert logged(app) == []
        await press(pilot, "enter", "minus")
        assert [each.rpe for each in logged(app)] == [None]


async def test_kept_it_goes_on_and_is_asked_about_after_another_day(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, "f2", "k")
        assert isinstance(app.screen, LiftScreen)
        await press(pilot, "f1", "f2")
        assert isinstance(app.screen, LiftScreen)
        clock.move(days=1, minutes=1)
        await press(pilot, "f1", "f2", "escape")
        assert isinstance(app.screen, LiftScreen)
        await press(pilot, "enter")
        assert sum(len(each.done) for each in live(app).exercises) == 3
        clock.move(minutes=4)
        await press(pilot, "f", "5")
        assert [each.minutes for each in logged(app)] == [35]


async def test_with_a_set_logged_since_it_is_not_asked(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, "f2", "k", "enter", "f1")
        clock.move(hours=23)
        await press(pilot, "f2")
        assert isinstance(app.screen, LiftScreen)


async def test_thrown_away_it_comes_back_by_an_undo(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, "f2")
        before = live(app)
        await press(pilot, "d")
        assert app.desk.logbook.live() is None
        assert logged(app) == []
        assert isinstance(app.screen, LobbyScreen)
        await press(pilot, "f1", "u")
        assert live(app) == before


async def test_an_enter_on_the_plan_comes_upon_it(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock)
        assert isinstance(app.screen, PlanScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, StaleModal)


@pytest.mark.parametrize("place", ["plan", "live", "load"])
async def test_a_start_comes_upon_it_wherever_it_opens(
    app: LegdayApp, clock: StillClock, make_app: MakeApp, place: str
) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock)
    other = LegdayApp(app.desk, place)  # type: ignore[arg-type]
    async with other.run_test() as pilot:
        await pilot.pause()
        assert isinstance(other.screen, StaleModal)
        assert len(other.screen_stack) == 2
        await press(pilot, "d")
        assert other.desk.logbook.live() is None
        assert not isinstance(other.screen, StaleModal)


async def test_less_than_a_day_ago_nothing_is_asked(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, "f2", days=0.99)
        assert isinstance(app.screen, LiftScreen)


async def test_without_a_set_it_is_kept_or_thrown_away(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "f1")
        clock.move(days=2)
        await press(pilot, "f2")
        assert "No set is logged." in modal(app)
        assert "finish" not in modal(app)
        await press(pilot, "f", "enter")
        assert isinstance(app.screen, StaleModal)
        await press(pilot, "d")
        assert app.desk.logbook.live() is None


async def test_what_another_terminal_did_meanwhile_stands(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, "f2")
        app.desk.logbook.drop_live()
        await press(pilot, "f")
        assert isinstance(app.screen, LobbyScreen)
        assert logged(app) == []


async def test_a_lift_left_for_more_than_an_hour_ends_with_its_last_set(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await leave_it(pilot, clock, days=0)
        clock.move(minutes=90)
        await press(pilot, "f2", "f")
        assert "2 of 13 sets in 31 min" in modal(app)
        assert "m with time away: 121 min" in modal(app)
        await press(pilot, "m")
        assert "2 of 13 sets in 121 min" in modal(app)
        assert "m without time away: 31 min" in modal(app)
        await press(pilot, "m", "m", "7")
        assert [each.minutes for each in logged(app)] == [121]


async def test_within_the_hour_there_is_only_now(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, days=0)
        clock.move(minutes=59)
        await press(pilot, "f2", "f", "m")
        assert isinstance(app.screen, FinishModal)
        assert "time away" not in modal(app)
        await press(pilot, "7")
        assert [each.minutes for each in logged(app)] == [90]


async def test_a_lift_of_before_midnight_is_shown_on_its_day(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await leave_it(pilot, clock, days=0)
        clock.move(hours=7)
        await press(pilot, "f2", "f", "7")
        assert [each.minutes for each in logged(app)] == [31]
        assert isinstance(app.screen, PlanScreen)
        assert app.screen.row.day == moment(NOW).date()


async def test_a_run_that_was_left_is_asked_about_and_says_itself_how_long_it_was(
    make_app: MakeApp, clock: StillClock
) -> None:
    app = make_app(now=NOW)
    app.desk.logbook.save_live(LiveRun(id="run", start=moment(NOW), zone="Europe/Berlin", title="", marks=()))
    clock.move(days=2)
    async with app.run_test() as pilot:
        await press(pilot, "f2")
        assert isinstance(app.screen, StaleModal)
        assert "Run, unfinished" in str(app.screen.query_one(".box").border_title)
        await press(pilot, "f")
        assert isinstance(app.screen, FinishRun)
        await press(pilot, "escape")
        assert isinstance(app.screen, RunScreen)
        assert app.desk.logbook.live() is not None


async def test_a_run_that_was_left_can_be_thrown_away(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(now=NOW)
    app.desk.logbook.save_live(LiveRun(id="run", start=moment(NOW), zone="Europe/Berlin", title="", marks=()))
    clock.move(days=2)
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "d")
        assert app.desk.logbook.live() is None
        assert logged(app) == []
        await press(pilot, "u")
        assert app.desk.logbook.live() is not None
