""" ":" opens a line for a whole set, `82.5kg x 5 rir 2`, which is logged as any other."""

import pytest
from textual import events

from data.live.lift import LiveExercise
from data.model import LoggedSet
from data.store.config import Settings
from data.units import Units
from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press, shown
from tests.tui.test_live_hold import CORE
from tui.app import LegdayApp
from tui.lift_text import set_example
from tui.modals.set_line import SetLine
from tui.screens.lift import LiftScreen
from tui.screens.lift_ask import read_whole

TO_THE_SQUAT, TO_THE_WORK_SETS = ["enter", "tab"], ["enter"] * 5
KEYS = {" ": "space", ".": "full_stop", "@": "at", ":": "colon"}


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def typed(text: str) -> list[str]:
    """The keys of a line."""
    return [KEYS.get(each, each) for each in text]


def modal(app: LegdayApp) -> SetLine:
    """The modal, which is open."""
    assert isinstance(app.screen, SetLine)
    return app.screen


def said(app: LegdayApp) -> str:
    """What the modal says of the line."""
    return modal(app).said.text.replace("\n", " ")


def styles(app: LegdayApp) -> list[object]:
    """The styles in which it says so."""
    return [span.style for line in modal(app).said._lines for span in line.spans]


def last(app: LegdayApp, exercise: str = "back_squat") -> LoggedSet:
    return done(app, exercise)[-1]


@pytest.mark.parametrize(
    ("line", "kg", "reps", "rir"),
    [
        ("82.5kg x 5 rir 2", 82.5, 5, 2),
        ("82.5x5 @8", 82.5, 5, 2),
        ("80 x 4", 80, 4, 2),
        ("85", 85, 6, 2),
        ("6 reps rir 1", 82.5, 6, 1),
    ],
)
async def test_a_set_written_in_a_line_is_logged(app: LegdayApp, line: str, kg: float, reps: int, rir: int) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "colon", *typed(line))
        assert len(done(app, "back_squat")) == 2
        await press(pilot, "enter")
        assert (last(app).kg, last(app).reps, last(app).rir, last(app).type) == (kg, reps, rir, "work")
        assert isinstance(app.screen, LiftScreen)
        assert f"✓  1  {kg:g} kg × {reps}" in shown(app, "sets")


async def test_it_begins_the_rest_and_u_takes_it_back(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "colon", *typed("82.5x3"), "enter")
        assert last(app).at is not None
        assert live(app).rest is not None
        assert shown(app, "rest").startswith("rest ")
        await press(pilot, "u")
        assert len(done(app, "back_squat")) == 2
        assert current_line(app).startswith("▸  1  82.5 kg × 3")


async def test_in_a_superset_the_other_exercise_is_next(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "x", "colon", *typed("82.5x5"), "enter")
        assert live(app).current == 2
        assert shown(app, "sets").startswith("A2 Dumbbell single-leg deadlift")


async def test_an_edited_set_is_put_right_with_it(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "enter", "e")
        before = last(app).at
        await press(pilot, "colon", *typed("77.5x4 rir 0"), "enter")
        assert [(each.kg, each.reps, each.rir, each.at) for each in done(app, "back_squat")[2:]] == [
            (77.5, 4, 0, before)
        ]
        assert "✓  1  77.5 kg × 4" in shown(app, "sets")
        assert current_line(app).startswith("▸  2  ")


async def test_what_the_line_says_is_shown_while_it_is_typed(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "colon")
        assert said(app) == ""
        await press(pilot, *typed("80 x 5 rir 3"))
        assert said(app) == "80 kg × 5 · RIR 3"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("82.5x5, 80x5", "one set at a time"),
        ("82.5kg x 5 rri 2", '"rri" at letter 12: says nothing of a set.'),
        ("9999x5", "9999 kg is more than can be lifted."),
        ("80x5000", "5000 is more than one set holds."),
        ("30s", "How many reps? Write such as: 82.5kg x 5 rir 2."),
        ("", "Nothing to read yet"),
    ],
)
async def test_a_line_that_cannot_be_read_says_why_and_stays(app: LegdayApp, line: str, wrong: str) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS)
        before = live(app)
        await press(pilot, "colon", *typed(line), "enter")
        assert live(app) == before
        assert wrong in said(app)
        assert modal(app).editor.text == line


async def test_a_word_half_typed_is_not_called_wrong(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "colon", *typed("80 x 5 ri"))
        assert set(styles(app)) == {"dim"}
        await press(pilot, "enter")
        assert set(styles(app)) == {"$error"}


async def test_escape_leaves_the_set_as_it_was(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS)
        before, line = live(app), current_line(app)
        await press(pilot, "colon", *typed("80 x 3"), "escape")
        assert (live(app), current_line(app)) == (before, line)


async def test_keys_in_a_burst_are_the_line_and_no_keys_of_the_lift(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS)
        for key in ["colon", *typed("75 x 2 failure"), "enter"]:
            character = {name: each for each, name in KEYS.items()}.get(key, key)
            app.post_message(events.Key(key, character if len(character) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert (last(app).kg, last(app).reps, last(app).type) == (75, 2, "failure")
        assert live(app).notes == ""


async def test_a_timed_set_that_was_written_is_logged_without_the_clock(make_app: MakeApp) -> None:
    app = make_app(CORE, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "colon", *typed("45s"), "enter")
        assert (live(app).hold, last(app, "front_plank").seconds) == (None, 45)
        await press(pilot, "tab", "colon", *typed("25s left"), "enter")
        assert (last(app, "side_plank").side, last(app, "side_plank").seconds) == ("left", 25)


async def test_bare_numbers_are_in_the_units_of_the_settings(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=Settings(units=Units(weight="lb")))
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "colon", *typed("180 x 5"))
        assert said(app).startswith("180 lb × 5")
        await press(pilot, "enter")
        assert last(app).kg == pytest.approx(81.6466, abs=1e-4)


async def test_with_nothing_in_hand_there_is_nothing_to_write(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *["enter"] * 3, "tab", "S", "shift+tab", "colon")
        assert isinstance(app.screen, LiftScreen)


@pytest.mark.parametrize("units", [Units(), Units(weight="lb")], ids=lambda units: units.weight)
def test_the_example_that_is_offered_can_be_read(make_app: MakeApp, units: Units) -> None:
    desk = make_app(now=NOW, settings=Settings(units=units)).desk
    for known in desk.catalogue.exercises.values():
        read = read_whole(set_example(known, units), desk, LiveExercise(known.id, ()), LoggedSet())
        assert isinstance(read, LoggedSet), known.id
