"""Another exercise instead of one that cannot be done now."""

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, done, live, press, shown
from tui.app import LegdayApp
from tui.modals.pick_exercise import PickExercise
from tui.modals.swap import SwapModal

TO_THE_SQUAT = ["enter", "tab"]


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def second(app: LegdayApp) -> str:
    return live(app).exercises[1].exercise


@pytest.mark.parametrize(
    ("keys", "exercise"),
    [
        (["h"], "tempo_squat"),
        (["e"], "front_squat"),
        (["r"], "paused_back_squat"),
        (["1"], "bodyweight_squat"),
        (["down", "down", "enter"], "paused_back_squat"),
        (["enter"], "tempo_squat"),
        (["a", *"goblet", "enter"], "goblet_squat"),
        (["a", *"hip", "space", *"belt", "space", *"squat", "enter"], "hip_belt_squat"),
    ],
)
async def test_one_key_swaps_the_exercise(app: LegdayApp, keys: list[str], exercise: str) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT, "s", *keys)
        assert second(app) == exercise
        assert len(live(app).exercises) == 6
        assert app.desk.catalogue.name(exercise) in shown(app, "sets")


async def test_what_was_done_stays_and_the_rest_is_the_new_one(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT, "enter", "enter", "enter", "s", "r", *"60x5", "enter")
        names = [each.exercise for each in live(app).exercises]
        assert names[1:3] == ["back_squat", "paused_back_squat"]
        assert (len(done(app, "back_squat")), len(done(app, "paused_back_squat"))) == (3, 1)
        assert len(live(app).exercises[2].prescribed) == 2
        assert "✓ Back squat            1/1" in shown(app, "exercises")
        assert "▸ Paused back squat     1/2" in shown(app, "exercises")


@pytest.mark.parametrize("keys", [["escape"], ["q"], ["a", "escape"]])
async def test_no_answer_leaves_it(app: LegdayApp, keys: list[str]) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_SQUAT)
        before = live(app)
        await press(pilot, "s", *keys)
        assert live(app) == before
        assert not isinstance(app.screen, SwapModal | PickExercise)


async def test_what_is_like_nothing_can_be_any_exercise(app: LegdayApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", "a", *"Sled", "enter", "s")
        assert "None is known that is like it" in shown(app)
        await press(pilot, "enter", "down", "h", "a", *"box", "space", *"jump", "enter")
        assert live(app).exercises[-1].exercise == "box_jump"


async def test_an_exercise_that_is_done_or_skipped_is_not_swapped(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", "shift+tab", "s")
        assert not isinstance(app.screen, SwapModal)
