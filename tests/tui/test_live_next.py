"""Next time, as Live shows it: what the sets are filled in with, and what is said at the end."""

from datetime import timedelta

from msgspec.structs import replace

from data.catalogue import load_catalogue
from tests.builders import lift, moment, planned_lift, prescribed, sets
from tests.tui.conftest import MakeApp
from tests.tui.live_room import GYM_A, LAST_WEEK, NOW, current_line, live, press, shown
from tests.tui.test_live_finish import modal
from tui.screens.coming import after
from tui.screens.lift import LiftScreen

TOPPED = lift("2026-05-25 18:00", exercises=sets("back_squat", 3, kg=80, reps=6, rir=2))


async def test_a_range_that_was_full_begins_a_step_heavier(make_app: MakeApp) -> None:
    app = make_app(GYM_A, TOPPED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab")
        work = [(each.kg, each.reps) for each in live(app).exercises[1].prescribed if each.type == "work"]
        assert work == [(82.5, 4)] * 3
        await press(pilot, "enter", "enter")
        assert current_line(app).startswith("▸  1  82.5 kg × 4")
        assert "80 × 6" in current_line(app)


async def test_a_template_begins_so_too(make_app: MakeApp) -> None:
    app = make_app(TOPPED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "down", "enter")
        assert (live(app).title, live(app).plan_id) == ("Gym A", None)
        assert live(app).exercises[1].prescribed[-1].kg == 82.5


async def test_what_was_done_long_ago_is_only_repeated(make_app: MakeApp) -> None:
    before = replace(TOPPED, start=moment(NOW) - timedelta(weeks=15))
    app = make_app(GYM_A, before, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        work = live(app).exercises[1].prescribed[-1]
        assert (work.kg, work.reps) == (80, 5)


async def test_after_three_weeks_of_lifting_there_are_fewer_sets(make_app: MakeApp) -> None:
    before = [replace(TOPPED, id=f"{back}", start=moment(NOW) - timedelta(weeks=back)) for back in (1, 2, 3)]
    app = make_app(GYM_A, *before, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab")
        assert shown(app, "sets").splitlines()[0].endswith("0/2 · 2 of 6")
        work = [(each.kg, each.reps) for each in live(app).exercises[1].prescribed if each.type == "work"]
        assert work == [(80, 5)] * 2


async def test_the_end_says_what_is_next_of_the_main_lifts(make_app: MakeApp) -> None:
    app = make_app(GYM_A, LAST_WEEK, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab", *["enter"] * 5, "f")
        assert "next Back squat 85 kg × 4 · every set had 6 reps" in " ".join(modal(app).split())
        assert "dumbbell" not in modal(app)


async def test_of_what_was_not_done_nothing_is_said(make_app: MakeApp) -> None:
    app = make_app(GYM_A, LAST_WEEK, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "f")
        assert "next " not in modal(app)


async def test_more_lifts_than_there_is_room_for_are_counted_and_on_the_next_page(make_app: MakeApp) -> None:
    main = [each.id for each in load_catalogue().exercises.values() if each.category == "compound" and each.loaded]
    plan = planned_lift(NOW, exercises=tuple(each for name in main[:12] for each in prescribed(name, 1, 5, kg=50)))
    app = make_app(plan, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *["enter"] * 13)
        assert len(after(app.desk, live(app))) == 12
        lines = [line for line in modal(app).splitlines() if line.startswith("next ")]
        assert len(lines) == 9
        assert lines[-1].endswith("50 kg × 6 +3")
        assert max(map(len, lines)) <= 34
        await press(pilot, "space")
        assert modal(app).splitlines()[1].endswith("× 6 · more")
    app = make_app(plan, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *["enter"] * 13)
        lines = [line for line in modal(app).splitlines() if line.startswith("next ")]
        assert len(lines) == 12


async def test_an_exercise_that_nobody_planned_goes_by_its_own_sets(make_app: MakeApp) -> None:
    app = make_app(TOPPED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "up", "enter", "a", *"back", "space", *"squat", "enter", "enter")
        (then,) = after(app.desk, live(app))
        assert (then.kg, then.amount, then.reason) == (80, 7, "more than 6 reps first")


async def test_why_the_sets_are_filled_in_so(make_app: MakeApp) -> None:
    app = make_app(GYM_A, TOPPED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab")
        assert isinstance(app.screen, LiftScreen)
        told = [each for each in app.screen.why() if each.figure == "Next time Back squat"]
        assert [each.value for each in told] == ["82.5 kg × 4"]
