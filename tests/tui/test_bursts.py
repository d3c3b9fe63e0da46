"""Keys in a burst, as a slow line or a paste brings them: a question is closed once, and nothing follows a goodbye."""

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.plan_room import GYM_A, INTERVALS, press
from tui.screens.plan import PlanScreen

QUESTIONS = {"comments": ["c"], "the week's comments": ["C"], "accept": ["down", "o"], "add": ["a"], "template": ["t"]}


@pytest.mark.parametrize("burst", [("enter", "escape"), ("enter", "enter"), ("escape", "enter"), ("escape", "escape")])
@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_question_is_closed_once(make_app: MakeApp, question: str, burst: tuple[str, ...]) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test() as pilot:
        await press(pilot, *QUESTIONS[question])
        assert len(app.screen_stack) == 2
        for key in burst:
            app.simulate_key(key)
        await pilot.pause()
        assert app.is_running
        assert app.screen_stack[0].is_attached


async def test_what_is_still_on_its_way_does_not_close_what_lies_under_a_question(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")
        under = app.screen
        await press(pilot)
        app.action_help()
        await pilot.pause()
        top = app.screen
        top.dismiss()
        top.dismiss()
        await pilot.pause()
        assert app.screen is under


@pytest.mark.parametrize("key", ["a", "g", "question_mark", "ctrl+p", "f8"])
async def test_nothing_is_opened_after_a_goodbye(make_app: MakeApp, key: str) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test() as pilot:
        await pilot.pause()
        for each in ("q", key):
            app.simulate_key(each)
        await pilot.pause()
        assert app.failure is None
        assert isinstance(app.screen_stack[-1] if app.screen_stack else None, PlanScreen | None)
