"""A planned session logged as it was planned, with one rating."""

import pytest
from textual.widgets import Static

from tests.builders import lift, planned_lift, planned_run, sets
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.plan_room import (
    EASY,
    GYM_A,
    GYM_B,
    INTERVALS,
    all_logged,
    current,
    planned,
    press,
    starts,
    toasts,
    type_in,
)  # fmt: skip
from tui.modals.quick_add import QuickAdd
from tui.modals.session import SessionSheet
from tui.screens.plan import PlanScreen

SIZE = (80, 24)


@pytest.mark.parametrize(("key", "rating"), [("1", 1), ("7", 7), ("0", 10)])
async def test_two_keys_log_a_run_as_planned(make_app: MakeApp, key: str, rating: int) -> None:
    app = make_app(INTERVALS, now="2026-06-02 08:30")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", key)
        (done,) = all_logged(app)
        assert (done.rpe, done.minutes, done.type, done.plan_id) == (rating, 60, "intervals", "intervals")
        assert starts(done) == "Tue 2 07:00"
        assert planned(app, "intervals").status == "done"
        assert current(app).startswith("Tue 2 ✓ Intervals 07:00 60 min")
        assert current(app).endswith(f"load {60 * rating}")


async def test_it_is_one_change(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, now="2026-06-02 08:30")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "enter", "7", "u")
        assert all_logged(app) == []
        assert planned(app, "intervals") == INTERVALS
        assert toasts(app) == ["Undone: logging Intervals"]


async def test_without_a_rating(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, now="2026-06-02 08:30")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "enter")
        (done,) = all_logged(app)
        assert done.rpe is None
        assert current(app).endswith("unrated")


async def test_escape_logs_nothing(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, now="2026-06-02 08:30")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "escape")
        assert all_logged(app) == []
        assert isinstance(app.screen, PlanScreen)


async def test_this_evenings_run_done_at_noon_has_just_ended(make_app: MakeApp) -> None:
    app = make_app(planned_run("2026-06-02 18:00", 60, id="evening"), now="2026-06-02 12:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "3")
        (done,) = all_logged(app)
        assert starts(done) == "Tue 2 11:00"


async def test_a_lift_ahead_is_logged_as_done_now_which_is_said_before(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(INTERVALS, GYM_B, now="2026-06-02 12:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "enter", "r")
        said = " ".join(str(each.render()) for each in app.screen.query("Static"))
        assert "logged as done now, Tue 2 Jun · 11:15–12:00 · 45 min" in said
        clock.move(minutes=5)
        await press(pilot, "7")
        (done,) = all_logged(app)
        assert (starts(done), done.rpe, done.plan_id) == ("Tue 2 11:15", 7, "gym b")
        assert current(app).startswith("✓ Gym B 11:15")
        await press(pilot, "u")
        assert all_logged(app) == []
        assert current(app).startswith("Wed 3 ○ Gym B 18:00")


async def test_what_was_done_yesterday_has_its_own_time_and_keeps_the_cursor(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, EASY, now="2026-06-03 20:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up", "enter")
        assert "Tue 2 Jun · 07:00–08:00 · 60 min" in " ".join(str(each.render()) for each in app.screen.query("Static"))
        await press(pilot, "7")
        assert starts(all_logged(app)[0]) == "Tue 2 07:00"
        assert current(app).startswith("Tue 2 ✓ Intervals 07:00")
        await press(pilot, "u")
        assert current(app).startswith("Tue 2 – Intervals 07:00")


async def test_what_went_otherwise_is_written_as_it_was(make_app: MakeApp) -> None:
    app = make_app(EASY, now="2026-06-03 08:30")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "e")
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.editor.text == "log 2026-06-03 07:00 run 45min easy"
        await type_in(pilot, " 8k rpe 5")
        await press(pilot, "enter")
        (done,) = all_logged(app)
        assert (done.plan_id, done.minutes, done.distance_m, done.rpe) == ("easy", 45, 8000, 5)
        assert planned(app, "easy").status == "done"


async def test_a_missed_lift_is_logged_as_prescribed_from_its_sheet(make_app: MakeApp) -> None:
    app = make_app(GYM_A, now="2026-06-02 08:30")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up", "enter")
        assert isinstance(app.screen, SessionSheet)
        await press(pilot, "r", "8")
        (done,) = all_logged(app)
        assert (done.plan_id, done.rpe, done.title, done.minutes) == ("gym a", 8, "Gym A", 45)
        assert sum(len(each.sets) for each in done.exercises) == 13
        assert current(app) == "Mon 1 ✓ Gym A 18:00 45 min hard 13 sets · load 360"


async def test_a_run_of_tomorrow_done_today(make_app: MakeApp) -> None:
    app = make_app(INTERVALS, now="2026-06-01 12:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "enter", "r", "7")
        (done,) = all_logged(app)
        assert starts(done) == "Mon 1 11:00"
        assert planned(app, "intervals").status == "done"


async def test_on_a_phone_a_key_of_the_sheet_stands_with_its_word(make_app: MakeApp) -> None:
    app = make_app(INTERVALS)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "down", "enter")
        keys = app.screen.query_one("#keys", Static)
        assert str(keys.content).splitlines() == ["r done as planned  e edit", "d delete"]


async def test_deleting_from_the_sheet(make_app: MakeApp) -> None:
    app = make_app(planned_lift("2026-06-03 18:00", id="gone"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "enter", "d")
        assert current(app) == "Wed 3 rest"
        assert isinstance(app.screen, PlanScreen)


async def test_what_is_assumed_says_so_on_a_phone_too(make_app: MakeApp) -> None:
    app = make_app(lift("2026-06-01 08:00", rpe=8, exercises=sets("lunge", 10) + sets("pulldown_cable", 1)))
    async with app.run_test(size=(40, 20)):
        assert current(app) == "Mon 1 ✓ Lift 08:00 45′ hard?"
