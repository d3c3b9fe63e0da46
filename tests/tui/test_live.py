"""A lift logged set by set: each is in the log first, and then on the screen."""

import pytest
from msgspec.structs import replace

from data.live.lift import Rest
from data.model import LoggedSet, PlannedExercise
from data.store.config import Settings
from data.units import Units, parse_weight
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import GYM_A, NOW, PLANNED, current_line, done, live, press, shown
from tests.tui.plan_room import toasts
from tui.app import LegdayApp
from tui.screens.lift import LiftScreen

TO_THE_SQUAT = ["enter"] * 3
TO_THE_WORK_SETS = ["enter"] * 5


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def measured(done: list[LoggedSet]) -> list[tuple[str, float | None, float | None]]:
    return [(each.type, each.kg, each.reps) for each in done]


async def test_enter_on_the_plan_opens_todays_lift_and_enter_again_logs_its_first_set(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW)
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        assert live(app).plan_id == "gym a"
        assert [each.contacts for each in done(app, "pogo_hop")] == [20]
        assert "✓  1  20 contacts" in shown(app, "sets")


async def test_enter_logs_the_set_as_it_stands_and_the_next_is_in_hand(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "enter")
        ramp = [("warmup", 40, 5), ("warmup", 60, 3)]
        assert measured(done(app, "back_squat")) == [*ramp, ("work", 82.5, 6)]
        assert done(app, "back_squat")[-1].rir == 2
        assert [line.strip() for line in shown(app, "sets").splitlines() if "×" in line][:5] == [
            "✓  w  40 kg × 5",
            "✓  w  60 kg × 3",
            "✓  1  82.5 kg × 6  RIR 2          82.5 × 5",
            "▸  2  82.5 kg × 6  RIR 2 ◂ enter  82.5 × 5",
            "3  82.5 kg × 6  RIR 2          82.5 × 5",
        ]
        assert "▸ Back squat            1/3" in shown(app, "exercises")


async def test_arrows_change_kilograms_by_the_smallest_plates_and_reps_by_one(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "up", "up", "down", "left", "left", "right")
        assert "85 kg × 5" in current_line(app)
        assert "per side 20 + 10 + 2.5" in shown(app, "sets")
        await press(pilot, "enter")
        assert measured(done(app, "back_squat"))[-1] == ("work", 85, 5)
        assert "85 kg × 6" in current_line(app)


async def test_digits_type_the_kilograms_and_x_goes_on_to_the_reps(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "8", "7", "comma", "5", "x", "6")
        assert "87.5 kg × 6▏" in current_line(app)
        await press(pilot, "enter")
        assert measured(done(app, "back_squat"))[-1] == ("work", 87.5, 6)


async def test_what_was_typed_stands_before_an_arrow_and_can_be_taken_back(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "9", "0", "up")
        assert "92.5 kg × 6" in current_line(app)
        await press(pilot, "1", "0", "backspace")
        assert "1▏ kg × 6" in current_line(app)
        await press(pilot, "escape")
        assert "92.5 kg × 6" in current_line(app)
        await press(pilot, "enter")
        assert measured(done(app, "back_squat"))[-1] == ("work", 92.5, 6)


async def test_where_no_weight_is_lifted_digits_type_the_amount(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "2", "5", "enter", "up", "right", "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [25, 21]


async def test_a_weight_that_the_plates_do_not_make_names_the_nearest(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "8", "3")
        assert "no plates make 83 kg: 82.5 kg or 85 kg" in shown(app, "sets")


async def test_reps_in_reserve_and_the_type_of_a_set(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "r", "1", "enter", "w", "enter", "w", "w", "enter")
        work = done(app, "back_squat")[2:]
        assert [(each.type, each.rir) for each in work] == [("work", 1), ("drop", 2), ("failure", 0)]


async def test_the_rest_starts_with_the_set_and_never_blocks(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        began = clock.now
        await press(pilot, *TO_THE_WORK_SETS, "enter")
        assert live(app).rest == Rest(started=began, seconds=150)
        clock.move(seconds=48)
        tick(app)
        assert shown(app, "rest").startswith("rest 1:42 ")
        await press(pilot, "greater_than_sign", "greater_than_sign", "less_than_sign")
        assert live(app).rest == Rest(started=began, seconds=165)
        assert shown(app, "rest").startswith("rest 1:57 ")
        await press(pilot, "enter")
        assert len(done(app, "back_squat")) == 4
        await press(pilot, "space")
        assert live(app).rest is None
        assert shown(app, "rest") == ""


async def test_a_rest_that_is_over_says_so_until_it_is_forgotten(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        clock.move(seconds=45 + 12)
        tick(app)
        assert shown(app, "rest") == "GO · rest over 0:12"
        clock.move(minutes=6)
        tick(app)
        assert shown(app, "rest") == ""


async def test_undo_takes_the_last_set_back(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT, "u")
        assert len(done(app, "pogo_hop")) == 1
        assert "▸  2  20 contacts" in shown(app, "sets")
        await press(pilot, "u", "u", "u")
        assert done(app, "pogo_hop") == []


async def test_the_set_taken_back_is_in_hand_as_it_was_logged(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *"85x4", "r", "1", "enter", "u")
        assert measured(done(app, "back_squat"))[2:] == []
        assert current_line(app).startswith("▸  1  85 kg × 4")
        await press(pilot, "enter")
        (again,) = done(app, "back_squat")[2:]
        assert (again.kg, again.reps, again.rir, again.type) == (85, 4, 1, "work")
        await press(pilot, "u", "u")
        assert current_line(app).startswith("▸  w  60 kg × 3")


async def test_an_earlier_set_is_put_right_without_losing_the_place(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "enter", "enter", "e", "e")
        assert current_line(app).startswith("▸  1  82.5 kg × 6")
        await press(pilot, "left", "r", "0", "enter")
        work = done(app, "back_squat")[2:]
        assert [(each.reps, each.rir) for each in work] == [(5, 0), (6, 2)]
        first, second = (each.at for each in work)
        assert first
        assert second
        assert first < second
        assert current_line(app).startswith("▸  3  82.5 kg × 6")


async def test_editing_reaches_the_exercise_before_and_escape_leaves_it(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT, "e", "9", "escape", "escape")
        assert "Back squat" in shown(app, "sets")
        await press(pilot, "e", "5", "escape")
        assert current_line(app).startswith("▸  2  20 contacts   ◂ keep")
        await press(pilot, "e", "3", "0", "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [30, 20]
        assert app.current_mode == "live"


async def test_an_earlier_set_is_taken_away(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT, "d")
        assert len(done(app, "pogo_hop")) == 2
        await press(pilot, "e", "e", "d")
        assert len(done(app, "pogo_hop")) == 1
        assert "Back squat" in shown(app, "sets")


async def test_one_more_set(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "plus", "enter", "enter", "enter")
        assert len(done(app, "pogo_hop")) == 3
        assert "Back squat" in shown(app, "sets")


async def test_exercises_are_walked_and_skipped(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab", "enter", "shift+tab", "S")
        assert [each.skipped for each in live(app).exercises][:2] == [True, False]
        assert len(done(app, "back_squat")) == 1
        assert "– Pogo hops" in shown(app, "exercises")
        assert toasts(app) == ["Pogo hops is skipped: S on it takes it up again."]
        await press(pilot, "shift+tab")
        assert live(app).current == 0
        await press(pilot, "S", "enter")
        assert not live(app).exercises[0].skipped
        assert len(done(app, "pogo_hop")) == 1


async def test_an_exercise_clicked_is_the_next(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert shown(app, "exercises").splitlines()[2:4] == ["  Dumbbell single-leg   0/2", "  deadlift"]
        for line, exercise in ((4, "row_dumbbell"), (3, "single_leg_deadlift_dumbbell")):
            await pilot.click("#exercises", offset=(5, line))
            await pilot.pause()
            assert live(app).exercises[live(app).current].exercise == exercise


async def test_a_done_exercise_leads_on_to_one_that_is_not(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT, "shift+tab")
        assert "done · enter goes on, + one more set" in shown(app, "sets")
        await press(pilot, "enter")
        assert live(app).current == 1
        assert len(done(app, "pogo_hop")) == 2


async def test_pounds_are_typed_stepped_and_shown(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=Settings(units=Units(weight="lb")))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab", "tab", "5", "0", "enter", "up")
        assert done(app, "single_leg_deadlift_dumbbell")[0].kg == parse_weight("50 lb")
        assert "55 lb × 9 a side" in current_line(app)
        await press(pilot, "shift+tab", "w", "1", "3", "5")
        assert "per side 45" in shown(app, "sets")


async def test_without_an_amount_there_is_nothing_to_log(make_app: MakeApp) -> None:
    plan = replace(GYM_A, template=None, exercises=(*(PlannedExercise("push_up", sets=1),),))
    app = make_app(plan, now=NOW, place="live")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter")
        assert done(app, "push_up") == []
        assert "– reps" in current_line(app)
        await press(pilot, "1", "2", "enter", "escape")
        assert [each.reps for each in done(app, "push_up")] == [12]


async def test_what_somebody_typed_is_shown_as_text(make_app: MakeApp) -> None:
    plan = replace(GYM_A, title="[bold]Legs[/] \x1b[31mred")
    app = make_app(plan, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert shown(app, "head").startswith("[bold]Legs[/] ␛[31mred · 0 min of ~38")


def tick(app: LegdayApp) -> None:
    screen = app.screen
    assert isinstance(screen, LiftScreen)
    screen.tick()
