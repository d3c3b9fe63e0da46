"""What a person typed is text wherever it comes back: never markup, never anything that a terminal obeys."""

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.widgets import Input

from tests.tui.conftest import MakeApp
from tests.tui.plan_room import GYM_A, INTERVALS, press, toasts
from tui.widgets.line_editor import LineEditor

TYPED = "a\x1b[31mb [red]c\nd[/] e"
SEEN = "a␛[31mb [red]c d[/] e"
LIFT = replace(GYM_A, title=TYPED, notes=TYPED)


async def test_the_line_of_a_session_is_one_line_of_text(make_app: MakeApp) -> None:
    app = make_app(LIFT, INTERVALS)
    async with app.run_test() as pilot:
        await press(pilot, "e")
        assert f'"{SEEN}"' in app.screen.query_one(LineEditor).text
        assert app.screen.query_one(LineEditor).text.isprintable()


async def test_what_is_said_in_passing_is_text(make_app: MakeApp) -> None:
    app = make_app(replace(LIFT, template=None, exercises=()), now="2026-06-01 18:00")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "a")
        await pilot.press(*"squat", "enter", "8", "x", "5", "enter", "f", "5")
        assert toasts(app) == [f"{SEEN}: 1 set in 1 min, rated 5"]
        await press(pilot, "u")
        assert toasts(app) == [f"Undone: the end of {SEEN}"]


@pytest.mark.parametrize("key", ["n", "a"])
async def test_what_is_pasted_is_text(make_app: MakeApp, key: str) -> None:
    app = make_app(GYM_A, now="2026-06-01 18:00")
    async with app.run_test() as pilot:
        await press(pilot, "enter", key)
        line = app.screen.query(Input).first()
        line.post_message(Paste("a\x1b[31mb"))
        await pilot.pause()
        assert line.value == "a␛[31mb"


async def test_a_text_longer_than_its_line_is_shown_from_where_the_cursor_is(make_app: MakeApp) -> None:
    app = make_app(replace(GYM_A, title="Legs"), now="2026-06-01 18:00")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", "n", *"x" * 60, "enter", "n")
        line = app.screen.query(Input).first()
        assert line.cursor_position == 60
        # The cursor behind the last letter is the last column of the line.
        assert line.scroll_offset.x == 61 - line.size.width


async def test_of_a_book_that_is_pasted_no_more_is_taken_than_is_refused(make_app: MakeApp) -> None:
    app = make_app(LIFT, INTERVALS)
    async with app.run_test() as pilot:
        await press(pilot, "c")
        line = app.screen.query_one(LineEditor)
        line.post_message(Paste("x" * 1_000_000))
        await pilot.pause()
        assert len(line.text) == 60_000
        await press(pilot, "enter")
        assert app.desk.logbook.comments() == []
        assert toasts(app) == ["The comment has 60000 letters: 2000 is the most; say the rest in another."]
