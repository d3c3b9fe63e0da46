"""Midnight passes while the app is open."""

from tests.tui.conftest import MakeApp, StillClock
from tests.tui.plan_room import WEEK, current, plan, planned, press, shown, starts, week
from tui.screens.lobby import LobbyScreen


async def test_the_day_rolls_over(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*WEEK, now="2026-06-01 23:59")
    async with app.run_test() as pilot:
        await press(pilot, "up", "down")
        assert week(app)[0].startswith("Mon 1 ○ Gym A")
        clock.move(minutes=2)
        app._follow()
        await pilot.pause()
        assert week(app)[0].startswith("Mon 1 – Gym A")
        assert "Gym A" in current(app)


async def test_after_the_last_day_of_the_week_the_new_week_is_shown(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*WEEK, now="2026-06-07 23:59")
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.move(minutes=2)
        app._follow()
        await pilot.pause()
        assert current(app) == "Mon 8 rest"


async def test_another_week_stays_on_the_screen(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*WEEK, now="2026-06-07 23:59")
    async with app.run_test() as pilot:
        await press(pilot, "right")
        await press(pilot, "right")
        before = shown(app)
        clock.move(minutes=2)
        app._follow()
        await pilot.pause()
        assert shown(app) == before


async def test_a_session_on_its_way_stays_in_hand(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*WEEK, now="2026-06-07 23:59")
    async with app.run_test() as pilot:
        await press(pilot, "full_stop", "M", "down")
        clock.move(minutes=2)
        app._follow()
        await pilot.pause()
        assert plan(app).check_action("drop", ())
        await press(pilot, "enter")
        assert starts(planned(app, "long")) == "Mon 8 07:00"


async def test_the_lobby_offers_the_lifts_of_the_new_day(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*WEEK, now="2026-05-31 23:59", place="live")
    async with app.run_test() as pilot:
        await press(pilot, "down")
        screen = app.screen
        assert isinstance(screen, LobbyScreen)
        chosen = screen.lobby.chosen
        assert "No lift is planned for today." in screen.lobby.lines.text
        clock.move(minutes=2)
        app._follow()
        await pilot.pause()
        assert "Planned for today\n  Gym A" in screen.lobby.lines.text
        assert screen.lobby.chosen == chosen
