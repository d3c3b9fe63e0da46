"""Beginning a lift: what is planned for today, a template, or nothing at all."""

from datetime import date

from textual import events

from data.calendar import Days
from data.live.lift import sets_done
from data.model import Accepted, LoggedSet
from data.rules.spacing import seal
from tests.builders import lift, moment, planned_lift, planned_run, sets
from tests.tui.conftest import MakeApp
from tests.tui.live_room import GYM_A, NOW, PLANNED, current_line, done, live, press, shown
from tui.screens.lift import LiftScreen
from tui.screens.lifting import open_lift
from tui.screens.lobby import LobbyScreen


async def test_what_is_planned_for_today_comes_first(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.desk.logbook.live() is None
        lines = shown(app).splitlines()
        assert lines[1:3] == ["Planned for today", "▸ Gym A          18:00 · 38 min"]
        assert "  Off-season C   40 min" in lines


async def test_a_lift_that_is_done_or_planned_for_another_day_is_not_offered(make_app: MakeApp) -> None:
    done_already = lift("2026-06-01 07:00", plan_id="gym a")
    app = make_app(GYM_A, done_already, planned_lift("2026-06-02 18:00"), now=NOW, place="live")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Today's lift is done." in shown(app)


async def test_a_template_is_begun_without_a_plan(make_app: MakeApp) -> None:
    app = make_app(now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "down", "down", "up", "enter")
        assert (live(app).title, live(app).plan_id) == ("Gym B", None)
        assert current_line(app).startswith("▸  1  4 contacts")


async def test_an_empty_session_takes_exercises_by_name(make_app: MakeApp) -> None:
    pulled = lift("2026-05-20 18:00", exercises=sets("pull_up", 2, reps=7))
    app = make_app(pulled, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "up", "enter")
        assert live(app).exercises == ()
        assert "No exercise yet. a adds one." in shown(app, "sets")
        await press(pilot, "enter", "plus", "tab", "a", *"pull", "down", "up")
        await press(pilot, *["backspace"] * 4, *"pull-up", "enter", "enter")
        assert [(each.reps, each.type) for each in done(app, "pull_up")] == [(7, "work")]
        await press(pilot, "enter", "5")
        (logged,) = app.desk.logbook.logged(Days(app.desk.today(), date(2026, 6, 2)))
        assert [each.exercise for each in logged.exercises] == ["pull_up"]


async def test_a_name_that_nothing_is_found_for_is_an_exercise_of_ones_own(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "a", *"Sled", "space", *"pull", "enter", "4", "0", "x", "6", "enter")
        assert [(each.kg, each.reps) for each in done(app, "sled_pull")] == [(40, 6)]


async def test_choosing_no_exercise_adds_none(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "a", *"nosuch", "escape")
        assert len(live(app).exercises) == 6


async def test_an_exercise_never_done_before_says_so(make_app: MakeApp) -> None:
    app = make_app(GYM_A, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab")
        assert "never done before · digits type the kg" in shown(app, "sets")
        assert current_line(app).startswith("▸  1  – kg × 5")
        await press(pilot, "up", "enter")
        assert done(app, "back_squat")[0] == LoggedSet(kg=20, reps=5, rir=2, at=done(app, "back_squat")[0].at)
        assert sets_done(live(app)) == 1


async def test_starting_another_lift_shows_the_one_under_way(make_app: MakeApp) -> None:
    evening = planned_lift("2026-06-01 20:00", id="gym b", template="gym_2day/B")
    app = make_app(*PLANNED, evening, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        open_lift(app.desk, evening)
        assert live(app).plan_id == "gym a"


async def test_a_warning_accepted_on_the_plan_stays_accepted(make_app: MakeApp) -> None:
    intervals = PLANNED[1]
    yes = Accepted(first="gym a", second=intervals.id, reason="only slot", at=moment(NOW), seal=seal(GYM_A, intervals))
    app = make_app(*PLANNED, now=NOW, place="live", accepted=[yes])
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert shown(app, "warning") == "▲ 12 h 22 before Tuesday's intervals · accepted"


async def test_a_run_that_was_missed_is_no_warning(make_app: MakeApp) -> None:
    app = make_app(GYM_A, planned_run("2026-05-31 20:00", 95, type="long"), now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert shown(app, "warning") == ""


async def test_keys_on_their_way_while_the_lift_begins_are_for_the_lift(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW)
    async with app.run_test() as pilot:
        await press(pilot, "f2", "f1")
        for key in ("enter", "enter", "2", "5", "enter", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await press(pilot, "tab")
        assert [each.contacts for each in done(app, "pogo_hop")] == [20, 25]
        assert [each.type for each in done(app, "back_squat")] == ["warmup"]


async def test_the_lobby_is_back_when_the_lift_is_over_elsewhere(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "f1")
        app.desk.logbook.drop_live()
        await press(pilot, "f2")
        assert isinstance(app.screen, LobbyScreen)
        await press(pilot, "enter", "f1", "f2")
        assert isinstance(app.screen, LiftScreen)
