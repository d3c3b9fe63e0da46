"""The end of a lift: one key rates it, and it is in the log with what was done."""

import pytest

from data.calendar import Days
from data.model import LoggedSession, Niggle
from tests.builders import moment, run
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import GYM_A, NOW, PLANNED, SETS, live, press, shown
from tui.app import LegdayApp
from tui.modals.finish import FinishModal
from tui.modals.note import NoteModal, read_niggle

TODAY = Days(moment(NOW).date(), moment("2026-06-02 12:00").date())
WHOLE = ["enter"] * (SETS + 1)


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


def logged(app: LegdayApp) -> LoggedSession:
    (only,) = app.desk.logbook.logged(TODAY)
    return only


def status_of_the_plan(app: LegdayApp) -> str:
    return next(each.status for each in app.desk.logbook.planned(TODAY) if each.id == "gym a")


def modal(app: LegdayApp) -> str:
    """The text of the modal that is open."""
    return "\n".join(str(each.render()) for each in app.screen.query("Static, Lines"))


async def test_gym_a_as_planned_takes_one_key_a_set_and_two_more(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*PLANNED, now=NOW)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", *["enter"] * SETS)
        clock.move(minutes=38)
        await press(pilot, "7")
        session = logged(app)
        assert (session.title, session.plan_id, session.rpe, session.minutes) == ("Gym A", "gym a", 7, 38)
        assert [(each.exercise, len(each.sets)) for each in session.exercises] == [
            ("pogo_hop", 2),
            ("back_squat", 5),
            ("single_leg_deadlift_dumbbell", 2),
            ("row_dumbbell", 2),
            ("pallof_press_cable", 2),
            ("suitcase_carry", 2),
        ]
        assert status_of_the_plan(app) == "done"
        assert app.desk.logbook.live() is None
        assert app.current_mode == "plan"


async def test_nought_rates_ten_and_minus_does_not_rate(app: LegdayApp, make_app: MakeApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "f", "0")
        assert logged(app).rpe == 10
    other = make_app(*PLANNED, now=NOW, place="live")
    async with other.run_test() as pilot:
        await press(pilot, "enter", "enter", "f", "minus")
        assert logged(other).rpe is None


async def test_only_what_was_done_is_logged(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", "enter", "f", "4")
        assert [(each.exercise, len(each.sets)) for each in logged(app).exercises] == [
            ("pogo_hop", 2),
            ("back_squat", 1),
        ]


async def test_the_end_says_what_lands_back_to_back(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *WHOLE)
        assert isinstance(app.screen, FinishModal)
        assert "15 sets in 1 min" in modal(app)
        # By the minutes that will be logged: it ends at 18:01.
        assert "▲ 12 h 59 before Tuesday's intervals" in modal(app)
        assert "Separate them by a day" in modal(app)


async def test_a_hard_run_before_the_lift_is_named_too(make_app: MakeApp) -> None:
    app = make_app(GYM_A, run("2026-06-01 12:00", 60, type="intervals"), now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert shown(app, "warning") == "▲ 5 h after Monday's intervals"


async def test_staying_goes_on_and_enter_asks_again(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *WHOLE, "escape")
        assert len(live(app).exercises) == 6
        assert "GO" not in shown(app, "rest")
        await press(pilot, "enter")
        assert isinstance(app.screen, FinishModal)


async def test_one_more_set_after_the_last_one(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *WHOLE, "escape", "plus", "enter", "8")
        assert len(logged(app).exercises[-1].sets) == 3


async def test_a_note_and_a_niggle_are_kept_before_the_rating(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "f", "n")
        assert isinstance(app.screen, NoteModal)
        await press(pilot, *"cold", "tab", *"left", "space", *"knee", "space", "3", "enter")
        assert live(app).notes == "cold"
        assert isinstance(app.screen, FinishModal)
        assert "cold · left knee 3" in modal(app)
        await press(pilot, "6")
        assert (logged(app).notes, logged(app).niggles) == ("cold", (Niggle(part="left knee", level=3),))


async def test_a_note_is_written_on(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "n", *"cold", "enter", "n", *"er", "tab", "shift+tab", *" day", "enter")
        assert live(app).notes == "colder day"


async def test_a_niggle_without_a_level_is_asked_for_again(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "n", "tab", *"knee", "enter")
        assert "Say where, then how much" in modal(app)
        await press(pilot, "space", "2", "enter")
        assert live(app).niggles == (Niggle(part="knee", level=2),)


async def test_escape_keeps_no_note(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "n", *"never mind".replace(" ", "_"), "escape")
        assert live(app).notes == ""


async def test_a_session_without_a_set_can_only_be_thrown_away(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "f", "7")
        assert isinstance(app.screen, FinishModal)
        await press(pilot, "d")
        assert app.desk.logbook.live() is None
        assert app.desk.logbook.logged(TODAY) == []
        assert status_of_the_plan(app) == "planned"


async def test_an_undo_on_the_plan_takes_up_the_lift_again(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "f", "7", "u")
        assert live(app).exercises[0].done[0].contacts == 20
        assert app.desk.logbook.logged(TODAY) == []


@pytest.mark.parametrize(
    ("text", "niggle"),
    [
        ("left knee 3", Niggle(part="left knee", level=3)),
        (" achilles  0 ", Niggle(part="achilles", level=0)),
        ("knee 10", Niggle(part="knee", level=10)),
        ("knee 11", None),
        ("knee", None),
        ("3", None),
        ("knee ³", None),
        ("", None),
    ],
)
def test_a_niggle_is_where_and_how_much(text: str, niggle: Niggle | None) -> None:
    assert read_niggle(text) == niggle
