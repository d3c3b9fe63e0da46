"""The end of a run: what was typed wins over the stopwatch, one key rates it, and it is in the log."""

import pytest
from textual.widgets import Input

from data.model import Lap, Niggle
from tests.builders import run
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import press
from tests.tui.run_room import BEGIN, BEGIN_FREE, GYM_A, INTERVALS, NOW, clock_text, logged_run, run_of, shown
from tui.app import LegdayApp
from tui.modals.finish_run import FinishRun
from tui.screens.lobby import LobbyScreen
from tui.screens.plan import PlanScreen
from tui.screens.run import RunScreen

PHONE = (40, 20)


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    return make_app(INTERVALS, GYM_A, now=NOW, place="live")


def line(app: LegdayApp) -> str:
    return app.screen.query_one("#line", Input).value


def said(app: LegdayApp) -> str:
    return "\n".join(str(each.render()) for each in app.screen.query("FinishRun .box Static"))


@pytest.mark.parametrize("key", ["f", "enter"])
async def test_the_stopwatchs_time_and_a_rating_take_three_keys(app: LegdayApp, clock: StillClock, key: str) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=2910)
        await press(pilot, key)
        assert line(app) == "48:30"
        await press(pilot, "enter", "7")
        logged = logged_run(app)
        assert (logged.minutes, logged.rpe, logged.distance_m, logged.laps) == (48.5, 7, None, ())
        assert app.desk.logbook.live() is None
        assert isinstance(app.screen, PlanScreen)
        assert [each.message for each in app._notifications] == ["Run: 48:30, rated 7"]
        await press(pilot, "g", "v")
        assert isinstance(app.screen, LobbyScreen)


@pytest.mark.parametrize(
    ("typed", "distance", "minutes"),
    [("10.2km 45:00", 10200, 45), ("10.2km", 10200, 50), ("45:00", None, 45), ("10.2", 10200, 50)],
)
async def test_typed_results_win(
    app: LegdayApp, clock: StillClock, typed: str, distance: float | None, minutes: float
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=3000)
        await press(pilot, "f", *("space" if each == " " else each for each in typed), "enter", "5")
        logged = logged_run(app)
        assert (logged.distance_m, logged.minutes, logged.rpe) == (distance, minutes, 5)


async def test_intervals_are_logged_with_their_laps_and_fulfil_the_plan(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        for seconds in (804, 294, 294):
            clock.move(seconds=seconds)
            await press(pilot, "space")
        clock.move(seconds=308)
        await press(pilot, "f")
        assert "3 × 800 m in 3:24, on average 3:24" in said(app)
        await press(pilot, "enter", "8")
        logged = logged_run(app)
        assert (logged.plan_id, logged.type, logged.title, logged.rpe) == ("intervals", "intervals", "Track", 8)
        rep, rest = Lap(seconds=204, distance_m=800), Lap(seconds=90)
        assert logged.laps == (Lap(seconds=600), rep, rest, rep, rest, rep, Lap(seconds=308))
        plan = app.desk.logbook.find("intervals")
        assert plan is not None
        assert plan.status == "done"


async def test_what_cannot_be_read_stays_on_the_line(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=3000)
        await press(pilot, "f", *"fast", "enter")
        assert '"fast" at letter 1: write how far and how long: 10.2km 48:30.' in said(app)
        assert run_of(app)
        await press(pilot, *["backspace"] * 4, *"10k", "enter", "6")
        assert (logged_run(app).distance_m, logged_run(app).rpe) == (10000, 6)


@pytest.mark.parametrize(("key", "rating"), [("0", 10), ("minus", None), ("1", 1)])
async def test_the_rating(app: LegdayApp, clock: StillClock, key: str, rating: int | None) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f", "enter", key)
        assert logged_run(app).rpe == rating


async def test_tab_leads_back_to_the_line(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f", "enter", "tab", *"6km", "enter", "4")
        assert (logged_run(app).distance_m, logged_run(app).rpe) == (6000, 4)


async def test_back_on_the_line_what_was_typed_is_written_on(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f", *"6km 3", "enter", "tab", *"1:00", "enter", "4")
        assert (logged_run(app).distance_m, logged_run(app).minutes) == (6000, 31)


async def test_a_note_keeps_what_was_typed(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f", *"6km", "enter", "n", *"windy", "tab", *"knee", "space", "2", "enter")
        assert run_of(app).notes == "windy"
        assert line(app) == "6km"
        assert "“windy · knee 2”" in said(app)
        await press(pilot, "4")
        logged = logged_run(app)
        assert (logged.distance_m, logged.rpe, logged.notes) == (6000, 4, "windy")
        assert logged.niggles == (Niggle(part="knee", level=2),)


async def test_the_time_stops_where_finishing_was_asked_for(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f")
        clock.move(minutes=5)
        await press(pilot, "enter", "4")
        assert logged_run(app).minutes == 30


async def test_escape_goes_on_running(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f", "escape")
        assert isinstance(app.screen, RunScreen)
        assert run_of(app).marks == ()
        assert clock_text(app) == "30:00"


async def test_d_throws_it_away_and_u_brings_it_back(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        clock.move(seconds=20)
        before = run_of(app)
        await press(pilot, "f", "enter", "d")
        assert app.desk.logbook.live() is None
        assert isinstance(app.screen, PlanScreen)
        await press(pilot, "u")
        assert run_of(app) == before


async def test_it_says_what_the_run_lands_beside(make_app: MakeApp, clock: StillClock) -> None:
    tempo = run("2026-06-01 20:00", 60, type="tempo", rpe=8)
    app = make_app(INTERVALS, GYM_A, tempo, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *BEGIN)
        clock.move(minutes=60)
        assert "Gym A" in shown(app, "warning")
        await press(pilot, "f")
        assert isinstance(app.screen, FinishRun)
        assert "before Tuesday's Gym A" in said(app)


async def test_what_was_typed_is_no_markup(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "f", *"[b]x", "enter")
        assert '"[b]x" at letter 1' in said(app)


async def test_a_run_left_for_days_asks_how_long_it_was(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(days=2)
        await press(pilot, "f")
        assert line(app) == ""
        await press(pilot, "enter")
        assert "Say how long it was: 48:30." in said(app)
        await press(pilot, *"8km", "space", *"40:00", "enter", "3")
        assert (logged_run(app).minutes, logged_run(app).distance_m) == (40, 8000)


async def test_a_run_left_after_a_lap_ends_with_that(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(minutes=30)
        await press(pilot, "space")
        clock.move(days=2)
        await press(pilot, "f")
        assert line(app) == "30:00"
        await press(pilot, "enter", "3")
        assert logged_run(app).minutes == 30


@pytest.mark.parametrize("size", [(30, 10), (30, 8), (40, 12), (80, 10)])
async def test_on_the_smallest_screen_it_is_seen_what_is_typed_and_what_rates_it(
    app: LegdayApp, clock: StillClock, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=3000)
        await press(pilot, "f", *"10km")
        box = app.screen.query_one(".box")
        assert box.content_region.contains_region(app.screen.query_one("#line").region)
        assert box.content_region.contains_region(app.screen.query_one("#scale").region)
        assert "0 is 10" in said(app) or "maximal" in said(app)
        await press(pilot, "enter", "7")
        assert (logged_run(app).distance_m, logged_run(app).rpe) == (10_000, 7)


async def test_on_a_small_screen_too_it_is_said_what_cannot_be_read(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=(30, 10)) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=3000)
        await press(pilot, "f", *"fast", "enter")
        box, wrong = app.screen.query_one(".box"), app.screen.query_one("#wrong")
        assert wrong.display
        assert box.content_region.contains_region(wrong.region)
