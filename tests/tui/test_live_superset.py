"""Supersets, sides logged apart, and the order of a lift."""

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press, shown
from tests.tui.plan_room import toasts
from tui.app import LegdayApp

# To the single-leg deadlift, the third exercise, and on to the row behind it.
TO_THE_DEADLIFT = ["enter", "tab", "tab"]


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def groups(app: LegdayApp) -> dict[str, int | None]:
    return {each.exercise: each.group for each in live(app).exercises}


def order(app: LegdayApp) -> list[str]:
    return [each.exercise for each in live(app).exercises]


async def test_x_ties_with_the_next_and_again_unties(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_DEADLIFT, "x")
        assert [each for each, group in groups(app).items() if group] == [
            "single_leg_deadlift_dumbbell",
            "row_dumbbell",
        ]
        assert "▸ A1 Dumbbell single" in shown(app, "exercises")
        assert "  A2 One-arm dumbbell" in shown(app, "exercises")
        assert "A1 Dumbbell single-leg deadlift" in shown(app, "sets")
        assert toasts(app) == ["Superset: Dumbbell single-leg deadlift, One-arm dumbbell row"]
        await press(pilot, "x")
        assert not any(groups(app).values())
        assert toasts(app) == ["Apart: there is no superset"]
        assert "A1" not in shown(app)


async def test_a_superset_goes_round_and_rests_after_the_round(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_DEADLIFT, "x")
        assert "then A2 One-arm dumbbell row" in shown(app, "sets")
        await press(pilot, "enter")
        assert live(app).exercises[live(app).current].exercise == "row_dumbbell"
        assert live(app).rest is None
        assert "rest 1:15 a round" in shown(app, "sets")
        assert "rest 1:15, then A1 Dumbbell single-leg deadlift" in shown(app, "sets")
        await press(pilot, "enter")
        assert live(app).exercises[live(app).current].exercise == "single_leg_deadlift_dumbbell"
        rest = live(app).rest
        assert rest is not None
        assert rest.seconds == 75
        assert shown(app, "rest").startswith("rest 1:15 ")
        await press(pilot, "enter", "enter")
        assert (len(done(app, "single_leg_deadlift_dumbbell")), len(done(app, "row_dumbbell"))) == (2, 2)
        assert "Cable anti-rotation press" in shown(app, "sets")


async def test_while_a_set_is_typed_x_is_times(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_DEADLIFT, *"20x6", "x")
        assert not any(groups(app).values())
        await press(pilot, "enter")
        (first,) = done(app, "single_leg_deadlift_dumbbell")
        assert (first.kg, first.reps) == (20, 6)


async def test_a_third_exercise_joins_and_the_set_in_hand_stays(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_DEADLIFT, "up", "x", "tab", "x")
        assert [each for each, group in groups(app).items() if group] == [
            "single_leg_deadlift_dumbbell",
            "row_dumbbell",
            "pallof_press_cable",
        ]
        assert "  A3 Cable anti-" in shown(app, "exercises")


async def test_b_logs_the_left_side_and_enter_the_right_one(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_DEADLIFT)
        assert "left, then right · b one at a time" in shown(app, "sets")
        await press(pilot, "b")
        assert [(each.side, each.reps) for each in done(app, "single_leg_deadlift_dumbbell")] == [("left", 9)]
        assert live(app).rest is None
        assert "now the right side" in shown(app, "sets")
        assert current_line(app).startswith("▸  1  16 kg × 9 right")
        await press(pilot, "left", "enter")
        assert [(each.side, each.reps) for each in done(app, "single_leg_deadlift_dumbbell")] == [
            ("left", 9),
            ("right", 8),
        ]
        assert live(app).rest is not None
        assert "▸ Dumbbell single-leg   1/2" in shown(app, "exercises")


async def test_b_is_only_for_what_is_done_one_side_at_a_time(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "b")
        assert done(app, "pogo_hop") == []


async def test_an_exercise_is_done_later_or_sooner(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_DEADLIFT, "shift+down")
        assert order(app)[2:4] == ["row_dumbbell", "single_leg_deadlift_dumbbell"]
        assert live(app).current == 3
        assert "4 of 6" in shown(app, "sets")
        await press(pilot, "shift+up", "shift+up")
        assert order(app)[1:3] == ["single_leg_deadlift_dumbbell", "back_squat"]
        lines = shown(app, "exercises").splitlines()
        assert "Dumbbell single-leg" in lines[1]
        assert "deadlift" in lines[2]
        assert "Back squat" in lines[3]
