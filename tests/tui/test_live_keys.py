"""Every key of a lift is in the help and in the palette, where it has something to do."""

import pytest

from tests.builders import planned_lift, prescribed
from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.palette import commands
from tui.screens.lift_keys import KEYS

LONG = planned_lift(
    NOW, 60, id="long", exercises=(*prescribed("back_squat", 9, 5, rest=240), *prescribed("row_dumbbell", 9, 8))
)
# What is pressed so that every key has something to do in one of them: a side is done, a set is edited, one taken
# back, a cut offered.
STATES = {
    "begun": (PLANNED[0], ["enter", "enter", "tab", "tab"]),
    "editing": (PLANNED[0], ["enter", "enter", "e"]),
    "too long": (LONG, ["enter"]),
    "taken back": (PLANNED[0], ["enter", "enter", "u"]),
}


async def named(make_app: MakeApp, state: str) -> tuple[set[str], str]:
    """The ids of the keys that the help lists there, and all that the palette says."""
    plan, keys = STATES[state]
    app = make_app(plan, *PLANNED[1:], now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, *keys)
        helped = {each.id for each in actions_of(app.screen)}
        return helped, "\n".join(each.title for each in commands(app, app.screen))


async def test_every_key_is_in_the_help_and_the_palette(make_app: MakeApp) -> None:
    found = [await named(make_app, state) for state in STATES]
    helped = {key for keys, _ in found for key in keys}
    said = "\n".join(words for _, words in found)
    assert [key.id for key in KEYS if key.id not in helped] == []
    assert [key.help for key in KEYS if key.help not in said] == []


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


async def test_a_set_kept_as_it_was_ends_the_edit(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", "e")
        before = live(app)
        assert "◂ keep" in current_line(app)
        await press(pilot, "enter")
        assert live(app) == before
        assert current_line(app).startswith("▸  w  40 kg × 5")


async def test_an_edit_goes_on_while_the_rest_is_changed(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "e", "3", "greater_than_sign", "0", "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [30]
        rest = live(app).rest
        assert rest is not None
        assert rest.seconds == 60
