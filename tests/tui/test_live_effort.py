"""How hard a set was: RIR or RPE, by r and a digit or typed behind an @; a set typed whole."""

import pytest

from data.store.config import Settings
from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, current_line, done, press, shown
from tests.tui.plan_room import toasts
from tui.app import LegdayApp

TO_THE_WORK_SETS = ["enter"] * 5
RPE = Settings(effort="rpe")


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def last(app: LegdayApp) -> tuple[float | None, float | None, float | None]:
    found = done(app, "back_squat")[-1]
    return found.kg, found.reps, found.rir


@pytest.mark.parametrize(
    ("keys", "rir", "words"),
    [
        ("r8", 2, "RPE 8"),
        ("r8.", 1.5, "RPE 8.5"),
        ("r8.5", 1.5, "RPE 8.5"),
        ("r9.5", 0.5, "RPE 9.5"),
        ("r0", 0, "RPE 10"),
        ("r10", 0, "RPE 10"),
        ("r5", 5, "RPE 5"),
        ("r47", 3, "RPE 7"),
    ],
)
async def test_as_rpe(make_app: MakeApp, keys: str, rir: float, words: str) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=RPE)
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *("full_stop" if key == "." else key for key in keys))
        assert words in current_line(app)
        await press(pilot, "enter")
        assert last(app) == (82.5, 6, rir)


@pytest.mark.parametrize(("keys", "rir"), [("r1", 1), ("r1.5", 1.5), ("r0", 0), ("r9", 9)])
async def test_as_rir(app: LegdayApp, keys: str, rir: float) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *("full_stop" if key == "." else key for key in keys), "enter")
        assert last(app) == (82.5, 6, rir)


WANTS_RPE = "RPE goes from 5 to 10: type it, as 8 or 8.5. esc leaves it."
WANTS_RIR = "RIR is how many reps were left: type it, as 2 or 1.5. esc leaves it."


@pytest.mark.parametrize(
    ("settings", "keys", "said"),
    [
        (RPE, "r11", WANTS_RPE),
        (RPE, "r3", WANTS_RPE),
        (RPE, "rx", WANTS_RPE),
        (RPE, "r8.3", "After the point only a 5 counts, as in 8.5. esc leaves it."),
        (Settings(), "r.", WANTS_RIR),
        (Settings(), "r1.2", "After the point only a 5 counts, as in 1.5. esc leaves it."),
    ],
)
async def test_an_effort_that_is_none_is_answered_with_its_range(
    make_app: MakeApp, settings: Settings, keys: str, said: str
) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=settings)
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *("full_stop" if key == "." else key for key in keys))
        assert toasts(app) == [said]
        assert len(done(app, "back_squat")) == 2


@pytest.mark.parametrize(("settings", "keys", "said"), [(Settings(), "r", WANTS_RIR), (RPE, "r1", WANTS_RPE)])
async def test_a_set_is_not_logged_while_its_effort_is_waited_for(
    make_app: MakeApp, settings: Settings, keys: str, said: str
) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=settings)
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *keys, "enter")
        assert toasts(app) == [said]
        assert len(done(app, "back_squat")) == 2
        await press(pilot, "0", "enter")
        assert last(app) == (82.5, 6, 0)


async def test_rpe_is_said_everywhere(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=RPE)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *TO_THE_WORK_SETS)
        assert "82.5 kg × 5 5 5  RPE 8" in shown(app, "sets")
        assert "RIR" not in shown(app)
        await press(pilot, "r")
        assert "RPE ▏" in current_line(app)


async def test_after_an_effort_digits_are_kilograms_again(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "r", "1", *"85x4", "enter")
        assert last(app) == (85, 4, 1)
        await press(pilot, "r", "3", "escape")
        assert app.current_mode == "plan"


async def test_waiting_for_an_effort_is_given_up_by_escape(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, "r", "escape", "enter")
        assert last(app) == (82.5, 6, 2)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["8", "5", "x", "4", "space", "at", "9"], (85, 4, 1)),
        (["8", "5", "x", "4", "at", "8", "full_stop", "5"], (85, 4, 1.5)),
        (["at", "7"], (82.5, 6, 3)),
        (["8", "5", "space", "at", "8"], (85, 6, 2)),
    ],
)
async def test_a_set_is_typed_whole(
    app: LegdayApp, keys: list[str], expected: tuple[float | None, float | None, float | None]
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *keys)
        assert "▏" in current_line(app)
        await press(pilot, "enter")
        assert last(app) == expected


async def test_what_cannot_be_read_is_said_and_stays(app: LegdayApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, *TO_THE_WORK_SETS, *"85x4", "at", "1", "2", "enter")
        assert len(done(app, "back_squat")) == 2
        assert [each.message for each in app._notifications] == [
            "@12 is no rating of a set: it goes up to 10, as in 82.5x5 @8."
        ]
        assert "85 kg × 4" in current_line(app)
        await press(pilot, "backspace", "backspace", "9", "enter")
        assert last(app) == (85, 4, 1)
