"""Slips of the finger in a lift: nothing that was right is lost to one, and nothing absurd gets into the log."""

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press, shown
from tests.tui.plan_room import toasts
from tui.app import LegdayApp
from tui.modals.finish import FinishModal

TO_THE_WORK_SETS = ["enter"] * 5


def key_of(character: str) -> str:
    """The key that types it."""
    return {"@": "at", ".": "full_stop"}.get(character, character)


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


async def test_an_undo_in_the_exercise_being_edited_ends_the_edit(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *"80x5", "enter", *"85x3", "enter", "e", "e", "u")
        assert [each.kg for each in done(app, "back_squat")] == [40, 60, 80]
        assert "85 kg × 3" in current_line(app)
        assert "enter" in current_line(app)


async def test_an_undo_while_a_set_of_another_exercise_is_edited_leaves_that_one_too(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", *"45x5", "enter", "e", "e", "u", "enter")
        assert [(each.kg, each.contacts) for each in done(app, "pogo_hop")] == [(None, 20), (None, 20)]
        assert done(app, "back_squat") == []


@pytest.mark.parametrize(("typed", "said"), [("8255x5", "8255 kg is more"), ("80x5555", "5555 is more")])
async def test_more_than_anybody_lifts_is_asked_about(app: LegdayApp, typed: str, said: str) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *typed, "enter")
        assert len(done(app, "back_squat")) == 2
        assert any(said in each.message for each in app._notifications)
        await press(pilot, "escape", *"82.5x5", "enter")
        assert [(each.kg, each.reps) for each in done(app, "back_squat")[2:]] == [(82.5, 5)]


@pytest.mark.parametrize(
    ("typed", "said", "mended", "logged"),
    [
        ("82x", "82x is not finished: type the reps behind it, or take the x back.", "5", (82, 5, 2)),
        ("82x5@", "82x5@ is not finished: type the rating behind it, 0 to 10, or take the @ back.", "9", (82, 5, 1)),
        ("@", "@ is not finished: type the rating behind it, 0 to 10, or take the @ back.", "9", (82.5, 6, 1)),
        ("82x5.5", "82x5.5 says 5.5 reps: only whole ones count. Take the point back.", "", (82.5, 6, 2)),
    ],
)
async def test_what_is_half_typed_is_asked_about_and_stays(
    app: LegdayApp, typed: str, said: str, mended: str, logged: tuple[float, int, float]
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *map(key_of, typed), "enter")
        assert len(done(app, "back_squat")) == 2
        assert toasts(app) == [said]
        assert "▏" in current_line(app)
        await press(pilot, *(mended or ["escape"]), "enter")
        assert [(each.kg, each.reps, each.rir) for each in done(app, "back_squat")[2:]] == [logged]


async def test_half_a_contact_is_none(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", *map(key_of, "20.5"), "enter")
        assert done(app, "pogo_hop") == []
        assert toasts(app) == ["20.5 says 20.5 contacts: only whole ones count. Take the point back."]


@pytest.mark.parametrize("key", ["f", "tab", "shift+tab", "e", "S", "s", "a", "plus", "u", "shift+down"])
async def test_what_is_typed_is_not_left_behind_unsaid(app: LegdayApp, key: str) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *"85x4", key)
        assert toasts(app) == ["85x4 is typed, not logged: enter logs it, esc takes it back."]
        assert "85 kg × 4▏" in current_line(app)
        assert len(done(app, "back_squat")) == 2
        await press(pilot, "enter")
        assert [(each.kg, each.reps) for each in done(app, "back_squat")[2:]] == [(85, 4)]


async def test_a_set_put_right_is_kept_or_left_first(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "e", *"65x3", "e")
        assert toasts(app) == ["65x3 is typed, not kept: enter keeps it, esc takes it back."]


async def test_where_nobody_said_how_many_the_next_set_has_as_many(make_app: MakeApp) -> None:
    app = make_app(now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "up", "enter")
        assert live(app).exercises == ()
        await press(pilot, "a", *"dips", "enter", *"12x10", "enter", "enter")
        assert [(each.kg, each.reps) for each in live(app).exercises[0].done] == [(12, 10), (12, 10)]


async def test_a_session_without_a_set_asks_in_full_on_a_phone(app: LegdayApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", "f")
        assert isinstance(app.screen, FinishModal)
        said = app.screen.query_one("#said")
        assert said.region.height == 2
        assert said.region.width <= 36


@pytest.mark.parametrize("size", [(40, 20), (30, 10), (30, 8)])
async def test_the_set_in_hand_is_on_the_smallest_screen(app: LegdayApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, *["enter"] * 4)
        assert "60 kg × 3" in current_line(app)
        await press(pilot, "e")
        assert "40 kg × 5" in current_line(app)
        assert "▸" in shown(app, "sets")


@pytest.mark.parametrize("size", [(30, 10), (30, 8), (40, 12), (80, 10)])
async def test_a_lift_can_be_rated_on_the_smallest_screen(app: LegdayApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", "enter", "f")
        box, scale = app.screen.query_one(".box"), app.screen.query_one("#scale")
        assert box.content_region.contains_region(scale.region)
        assert "maximal" in str(scale.render())
