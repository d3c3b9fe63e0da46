"""Timed sets in Live: enter starts the clock, and the set logs itself when it has run out."""

import pytest
from textual import events

from data.calendar import Days
from data.live.hold import start_hold
from data.live.lift import LiveLift
from data.store.logbook import Logbook
from tests.builders import moment, planned_lift, prescribed
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, current_line, done, live, press, shown
from tests.tui.test_live_finish import modal
from tui.app import LegdayApp
from tui.desk import Desk
from tui.modals.finish import FinishModal
from tui.outside import BELL
from tui.screens.lift import LiftScreen

CORE = planned_lift(
    NOW,
    20,
    id="core",
    title="Core",
    exercises=(*prescribed("front_plank", 2, 40, rest=60), *prescribed("side_plank", 2, 30, rest=30)),
)
READY = 5
JUNE = Days(moment(NOW).date(), moment("2026-06-30 12:00").date())


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live before a session of timed sets; the first enter begins it."""
    return make_app(CORE, now=NOW, place="live")


def seconds(app: LegdayApp, exercise: str = "front_plank") -> list[float | None]:
    return [each.seconds for each in done(app, exercise)]


def sides(app: LegdayApp) -> list[tuple[str | None, float | None]]:
    return [(each.side, each.seconds) for each in done(app, "side_plank")]


def tick(app: LegdayApp) -> None:
    assert isinstance(app.screen, LiftScreen)
    app.screen.tick()


async def test_enter_starts_the_clock_and_the_set_logs_itself_at_its_end(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert current_line(app).endswith("◂ enter starts")
        await press(pilot, "enter")
        hold = live(app).hold
        assert hold is not None
        assert (hold.seconds, hold.sides) == (40, 1)
        assert seconds(app) == []
        assert shown(app, "rest").startswith(" GET READY 0:05 ")
        clock.move(seconds=READY + 1)
        tick(app)
        assert shown(app, "rest").startswith(" HOLD 0:39 ")
        assert current_line(app).endswith("◂ enter ends")
        clock.move(seconds=39)
        tick(app)
        assert (live(app).hold, seconds(app)) == (None, [40])
        assert live(app).rest is not None
        assert shown(app, "rest").startswith("rest 1:00 ")
        assert current_line(app).startswith("▸  2  40 s")


async def test_enter_ends_it_early_with_what_was_held(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        clock.move(seconds=READY + 22)
        await press(pilot, "enter")
        assert (live(app).hold, seconds(app)) == (None, [22])
        assert "✓  1  22 s" in shown(app, "sets")


@pytest.mark.parametrize("key", ["escape", "u"])
async def test_escape_gives_it_up_and_stays(app: LegdayApp, clock: StillClock, key: str) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        clock.move(seconds=READY + 22)
        await press(pilot, key)
        assert (live(app).hold, seconds(app)) == (None, [])
        assert app.current_mode == "live"
        assert shown(app, "rest") == ""
        assert current_line(app).endswith("◂ enter starts")


@pytest.mark.parametrize(("keys", "held"), [(["5", "0"], 50), (["right"], 45), (["4", "0"], 40)])
async def test_seconds_that_were_typed_or_counted_up_are_logged_at_once(
    app: LegdayApp, keys: list[str], held: int
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", *keys)
        assert current_line(app).endswith("◂ enter")
        await press(pilot, "enter")
        assert (live(app).hold, seconds(app)) == (None, [held])


async def test_a_set_taken_back_is_not_timed_again(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "3", "5", "enter", "u")
        assert current_line(app).startswith("▸  1  35 s")
        await press(pilot, "enter")
        assert (live(app).hold, seconds(app)) == (None, [35])


async def test_one_side_after_the_other_with_a_cue_to_switch(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab")
        assert "left, then right" in shown(app, "sets")
        await press(pilot, "enter")
        assert shown(app, "rest").startswith(" GET READY left side 0:05 ")
        clock.move(seconds=READY + 3)
        tick(app)
        assert shown(app, "rest").startswith(" HOLD left side 0:27 ")
        clock.move(seconds=28)
        tick(app)
        assert shown(app, "rest").startswith(" SWITCH to right 0:04 ")
        clock.move(seconds=10)
        tick(app)
        assert shown(app, "rest").startswith(" HOLD right side 0:24 ")
        clock.move(seconds=24)
        tick(app)
        assert (live(app).hold, sides(app)) == (None, [(None, 30)])


async def test_ended_on_the_second_side_each_side_says_what_it_held(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab", "enter")
        clock.move(seconds=READY + 30 + READY + 12)
        await press(pilot, "enter")
        assert sides(app) == [("left", 30), ("right", 12)]
        assert "✓  1  30 s left" in shown(app, "sets")
        assert "✓  1  12 s right" in shown(app, "sets")


async def test_b_holds_one_side_alone_and_then_the_other(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab", "b")
        clock.move(seconds=READY + 30)
        tick(app)
        assert sides(app) == [("left", 30)]
        assert live(app).rest is None
        assert "now the right side" in shown(app, "sets")
        await press(pilot, "enter")
        assert shown(app, "rest").startswith(" GET READY right side 0:05 ")
        clock.move(seconds=READY + 30)
        tick(app)
        assert sides(app) == [("left", 30), ("right", 30)]
        assert live(app).rest is not None


async def test_other_keys_leave_it_alone(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        before = live(app)
        await press(pilot, "9", "right", "tab", "S", "plus", "x", "s", "w", "r", "shift+down")
        assert live(app) == before
        await press(pilot, "n", *"shaky", "enter")
        assert live(app).notes == "shaky"
        assert live(app).hold == before.hold


async def test_it_goes_on_while_nobody_looks_and_is_logged_when_it_ended(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "f1")
        clock.move(seconds=READY + 40 + 20)
        await press(pilot, "f2")
        await pilot.pause()
        assert (live(app).hold, seconds(app)) == (None, [40])
        assert shown(app, "rest").startswith("rest 0:40 ")


async def test_it_goes_on_in_another_terminal(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
    clock.move(seconds=READY + 10)
    again = LegdayApp(app.desk, "live")
    async with again.run_test() as pilot:
        await pilot.pause()
        assert shown(again, "rest").startswith(" HOLD 0:30 ")
        assert isinstance(again.desk.logbook.live(), LiveLift)


async def test_the_bell_rings_on_the_second_that_the_screen_shows(
    make_app: MakeApp, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr(LegdayApp, "_tell_terminal", lambda self, said: rung.append(said) if BELL in said else None)
    app = make_app(CORE, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab", "enter")
        heard = []
        for seconds in (4, 1, 29, 1, 4, 1, 29, 1):
            clock.move(seconds=seconds)
            tick(app)
            await pilot.pause()
            heard.append(len(rung))
        assert heard == [0, 1, 1, 2, 2, 3, 3, 4]
        assert sides(app) == [(None, 30)]


async def test_keys_in_a_burst_start_and_end_it_in_order(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        for key in ("3", "1", "enter", "enter", "escape", "3", "2", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await press(pilot, "tab")
        assert (live(app).hold, seconds(app)) == (None, [31, 32])


async def test_two_terminals_that_see_its_end_log_it_once(app: LegdayApp, clock: StillClock) -> None:
    other = LegdayApp(
        Desk(Logbook(app.desk.logbook._backend, clock), app.desk.settings, app.desk.catalogue, clock), "live"
    )
    async with app.run_test() as pilot, other.run_test() as phone:
        await press(pilot, "enter", "enter")
        other._follow()
        await phone.pause()
        await press(phone, "f1", "f2")
        clock.move(seconds=READY + 40)
        tick(app)
        tick(other)
        await pilot.pause()
        await phone.pause()
        assert seconds(app) == seconds(other) == [40]
        assert not other._notifications


async def test_f_ends_it_and_then_asks_for_the_rating(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        clock.move(seconds=READY + 22)
        await press(pilot, "f")
        assert (live(app).hold, seconds(app)) == (None, [22])
        assert isinstance(app.screen, FinishModal)
        assert "1 of 4 sets in " in modal(app)
        await press(pilot, "escape")
        assert "✓  1  22 s" in shown(app, "sets")
        await press(pilot, "f", "7")
        (session,) = app.desk.logbook.logged(JUNE)
        assert [each.seconds for each in session.exercises[0].sets] == [22]


async def test_a_lift_left_with_one_under_way_ends_with_all_of_it(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "3", "5", "enter", "enter", "f1")
    clock.move(days=2)
    again = LegdayApp(app.desk, "plan")
    async with again.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "f")
        assert "2 of 4 sets in " in modal(again)
        await press(pilot, "7")
        (session,) = app.desk.logbook.logged(JUNE)
        assert [each.seconds for each in session.exercises[0].sets] == [35, 40]


async def test_the_end_on_one_terminal_does_not_lose_one_begun_on_another(app: LegdayApp, clock: StillClock) -> None:
    other = Desk(Logbook(app.desk.logbook._backend, clock), app.desk.settings, app.desk.catalogue, clock)
    async with app.run_test() as pilot:
        await press(pilot, "enter", "3", "5", "enter", "f")
        begun = other.logbook.live()
        assert isinstance(begun, LiveLift)
        other.logbook.save_live(start_hold(begun, begun.exercises[0].prescribed[0], clock.now, unilateral=False))
        await press(pilot, "7")
        assert app.desk.logbook.logged(JUNE) == []
        assert live(app).hold is not None
