"""The footer of a lift calls each key what it does here and now."""

import re

import pytest
from textual.widgets._toast import Toast

from data.store.config import Settings
from data.store.errors import StoreError
from data.units import Units
from tests.builders import planned_lift, prescribed
from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, SETS, current_line, press, shown
from tui.app import LegdayApp
from tui.telling import tell
from tui.widgets.key_bar import KeyBar

PHONE = (40, 20)
CORE = planned_lift(NOW, 20, id="core", title="Core", exercises=prescribed("front_plank", 2, 40, rest=60))
TO_THE_WORK_SETS = ["enter"] * 5


def footer(app: LegdayApp) -> str:
    return str(app.screen.query_one(KeyBar).render())


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


async def test_an_edited_set_is_kept_deleted_or_left(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *TO_THE_WORK_SETS)
        assert footer(app).startswith("enter log  ↑ kg  → reps")
        await press(pilot, "e")
        assert footer(app) == "enter keep  esc leave  d delete  ? why"
        await press(pilot, "d")
        assert footer(app).startswith("enter log")


async def test_what_is_counted_is_named(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "enter")
        assert "→ contacts" in footer(app)


async def test_pounds_are_called_pounds(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=Settings(units=Units("mi", "lb")))
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *TO_THE_WORK_SETS)
        assert "↑ lb" in footer(app)


async def test_a_timed_set_is_started_ended_or_logged(make_app: MakeApp) -> None:
    app = make_app(CORE, now=NOW, place="live")
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "enter")
        assert footer(app).startswith("enter start  → s  u undo")
        await press(pilot, "3", "0")
        assert footer(app).startswith("enter log")
        await press(pilot, "escape")
        assert footer(app).startswith("enter start")
        await press(pilot, "enter")
        assert footer(app).startswith("enter end")


async def test_with_nothing_left_enter_goes_on_or_finishes(app: LegdayApp, make_app: MakeApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "enter", "S", "shift+tab")
        assert footer(app).startswith("enter go on")
    app = make_app(CORE, now=NOW, place="live")
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "enter", "S", "escape")
        assert footer(app).startswith("enter finish")


async def test_what_is_said_in_passing_leaves_the_rest_and_the_keys_to_be_seen(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *"8255", "enter")
        await pilot.pause()
        said = app.screen.query_one(Toast).region
        assert (said.x, said.right, said.height) == (0, PHONE[0], 2)
        assert said.bottom == app.screen.query_one("#rest").region.y


@pytest.mark.parametrize("key", ["f", "question_mark", "n", "s", "colon", "g", "ctrl+p"])
async def test_what_is_said_in_passing_hides_nothing_of_what_is_asked_next(app: LegdayApp, key: str) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await press(pilot, "enter", "tab", "tab", "x")
        assert len(app._notifications) == 1
        await press(pilot, key)
        assert app.screen.is_modal
        await pilot.pause()
        assert not app.screen.query(Toast)


async def test_what_could_not_be_saved_stays_to_be_read(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await press(pilot, "enter")
        tell(app, StoreError("The disk is full: make room and press the key again."), "Not saved")
        await press(pilot, "n")
        await pilot.pause()
        assert len(app.screen.query(Toast)) == 1


async def test_sets_without_room_are_counted(app: LegdayApp) -> None:
    """Two ramp sets and 12 more on a phone: those above and below the set in hand are said to be there."""
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *["enter"] * 3, *["plus"] * 9)
        assert "before" not in shown(app, "sets")
        assert _said_sets(shown(app, "sets")) == 14
        await press(pilot, *["enter"] * 12)
        assert current_line(app).startswith("▸ 11")
        assert "before" in shown(app, "sets")
        assert _said_sets(shown(app, "sets")) == 14


def _said_sets(text: str) -> int:
    """How many sets stand there, with those that are only counted."""
    counted = sum(map(int, re.findall(r"… (\d+) (?:before|more)", text)))
    return counted + len(re.findall(r"^. +(?:w|\d+)  \d", text, re.MULTILINE))


async def test_what_enter_does_once_all_is_done_fits_a_phone(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *["enter"] * (SETS + 1), "escape")
        assert "enter finishes, + one more" in shown(app, "sets")
