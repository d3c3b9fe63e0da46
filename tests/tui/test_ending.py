"""What the end of a lift says: its bests, how it stands against last time, what it lands beside, what is next."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from textual.content import Content

from data.store.config import Settings
from data.units import Units
from tests.builders import lift, planned_lift, planned_run, prescribed, run, sets
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import GYM_A, INTERVALS, NOW, PLANNED, SETS, press
from tests.tui.test_live_finish import TODAY, modal
from tui.app import LegdayApp
from tui.modals.finish import FinishModal
from tui.modals.help import HelpModal
from tui.modals.paged import Said
from tui.screens.lift import LiftScreen
from tui.screens.plan import PlanScreen

SQUATS = planned_lift(NOW, 30, id="squats", title="Squats", exercises=prescribed("back_squat", 3, 6, kg=80, rir=2))
LAST_TIME = lift("2026-05-25 18:00", 28, title="Squats", exercises=sets("back_squat", 3, kg=80, reps=5, rir=2))
THREE = ["enter"] * 4


def said(app: LegdayApp) -> list[str]:
    """The lines above the scale."""
    return str(app.screen.query_one("#said").render()).splitlines()


def toasts(app: LegdayApp) -> Sequence[str]:
    return [each.message for each in app._notifications]


async def test_bests_and_last_time(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(SQUATS, LAST_TIME, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE)
        assert isinstance(app.screen, FinishModal)
        await press(pilot, "escape")
        clock.move(minutes=25)
        await press(pilot, "f")
        lines = said(app)
        # 3 × 6 × 80 kg after 3 × 5 × 80; e1RM 80 / .811 and .786 … of RIR 2 (RULES 2.1).
        assert lines[:2] == ["3 sets in 25 min · 1,440 kg", "against 25 May: +240 kg, −3 min"]
        assert lines[3].startswith("★ Back squat: 80 kg × 6 most reps, highest e1RM")
        assert "e1RM 101.8 kg, was 98.6 kg · Back squat" in lines


@pytest.mark.parametrize("size", [(40, 20), (80, 24)])
async def test_an_end_before_all_is_done_says_what_is_left_and_enter_goes_on(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app(SQUATS, LAST_TIME, now=NOW, place="live")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", "enter", "enter", "f")
        assert said(app)[:2] == ["2 of 3 sets in 1 min · 960 kg", "1 set left: enter goes on"]
        await press(pilot, "enter")
        assert app.desk.logbook.logged(TODAY) == []
        assert isinstance(app.screen, LiftScreen)
        await press(pilot, "f", "7")
        assert len(app.desk.logbook.logged(TODAY)) == 1


async def test_what_is_skipped_is_not_left(make_app: MakeApp) -> None:
    app = make_app(GYM_A, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "enter", "S", "f")
        # 13 sets, of which 1 of 2 pogo hops is done and the other skipped.
        assert said(app)[:2] == ["1 of 12 sets in 1 min", "11 sets left: enter goes on"]


async def test_with_all_done_enter_says_that_a_digit_logs_it(make_app: MakeApp) -> None:
    app = make_app(SQUATS, LAST_TIME, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *THREE, "enter")
        assert isinstance(app.screen, FinishModal)
        assert "left" not in said(app)[1]
        assert app.desk.logbook.logged(TODAY) == []
        assert "A digit logs it" in str(app.screen.query_one("#scale").render())
        await press(pilot, "7")
        assert len(app.desk.logbook.logged(TODAY)) == 1


async def test_a_session_of_what_was_never_done_says_its_kilograms(make_app: MakeApp) -> None:
    app = make_app(now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "up", "enter", "a", *"dips", "enter", *"12x10", "enter", "enter", "f")
        assert said(app)[0] == "2 of 3 sets in 1 min · 240 kg"


async def test_after_logging_the_toast_says_it_in_one_line(make_app: MakeApp) -> None:
    app = make_app(SQUATS, LAST_TIME, INTERVALS, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE, "6")
        (session,) = app.desk.logbook.logged(TODAY)
        assert session.rpe == 6
        assert toasts(app) == ["Squats: 3 sets in 1 min, rated 6 · ★ 1 best"]


async def test_a_rating_that_makes_it_a_hard_session_makes_a_warning(make_app: MakeApp) -> None:
    app = make_app(SQUATS, LAST_TIME, INTERVALS, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE)
        assert "before Tuesday's intervals" not in modal(app)
        await press(pilot, "7")
        assert toasts(app)[0].endswith("rated 7 · ★ 1 best · ▲ 12 h 59 before Tuesday's intervals")


async def test_the_toast_says_the_warning_that_it_creates(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", *["enter"] * 13, "f", "8")
        assert toasts(app) == ["Gym A: 13 sets in 1 min, rated 8 · ▲ 12 h 59 before Tuesday's intervals"]
        assert isinstance(app.screen, PlanScreen)
        assert "12 h 59" in "\n".join(str(each.render()) for each in app.screen.query("WeekView"))


async def test_what_was_not_done_lands_beside_nothing(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "f")
        assert "before Tuesday's intervals" not in modal(app)


async def test_without_a_history_there_are_no_bests_and_no_last_time(make_app: MakeApp) -> None:
    app = make_app(SQUATS, now=NOW, place="live")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE)
        assert said(app)[0] == "3 sets in 1 min · 1,440 kg"
        assert "★" not in modal(app)
        assert "against" not in modal(app)


async def test_no_better_than_last_time(make_app: MakeApp) -> None:
    app = make_app(
        SQUATS,
        replace(LAST_TIME, exercises=sets("back_squat", 3, kg=80, reps=6, rir=2), minutes=1),
        now=NOW,
        place="live",
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE)
        assert said(app)[1] == "as much as on 25 May"
        assert "★" not in modal(app)


async def test_pounds(make_app: MakeApp) -> None:
    app = make_app(SQUATS, LAST_TIME, now=NOW, place="live", settings=Settings(units=Units(weight="lb")))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE)
        assert said(app)[0] == "3 sets in 1 min · 3,175 lb"
        assert said(app)[1].startswith("against 25 May: +529 lb, −27 min")


async def test_a_phone_has_it_in_short_and_on_the_next_page_in_full(make_app: MakeApp) -> None:
    worse = run("2026-06-01 11:00", 100, rpe=8)
    app = make_app(*PLANNED, worse, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", *["right"], *["enter"] * SETS, "n", *"heavy", "enter")
        lines = said(app)
        assert max(map(len, lines)) <= 34
        for glyph in ("15 sets", "against", "▲", "★", "next", "“heavy”"):
            assert any(glyph in line for line in lines), glyph
        assert "0 maximal" in modal(app)
        await press(pilot, "space")
        assert said(app) != lines
        full = said(app)
        await press(pilot, "space")
        full += said(app)
        assert "Move one, or make the lift maintenance." in " ".join(map(str.strip, full))
        assert "▲ 12 h 59 before Tuesday's intervals" in " ".join(map(str.strip, full))
        assert sum(line.startswith("★") for line in full) == 4
        await press(pilot, "7")
        assert [each.notes for each in app.desk.logbook.logged(TODAY) if each.plan_id] == ["heavy"]


async def test_one_digit_logs_from_every_page_and_escape_goes_on(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", *["enter"] * SETS, "tab", "shift+tab", "escape")
        assert app.desk.logbook.logged(TODAY) == []
        await press(pilot, "enter", "tab", "4")
        assert [each.rpe for each in app.desk.logbook.logged(TODAY)] == [4]


async def test_why(make_app: MakeApp) -> None:
    app = make_app(SQUATS, LAST_TIME, now=NOW, place="live")
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, *THREE, "question_mark")
        assert isinstance(app.screen, HelpModal)
        told = modal(app)
        for figure in ("Most reps: Back squat", "Highest e1RM: Back squat", "Against last time"):
            assert figure in told
        await press(pilot, "escape", "6")
        assert [each.rpe for each in app.desk.logbook.logged(TODAY)] == [6]


async def test_turned_sideways_the_scale_stands_beside(make_app: MakeApp) -> None:
    app = make_app(SQUATS, LAST_TIME, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *THREE)
        scale, text = app.screen.query_one("#scale").region, app.screen.query_one("#said").region
        assert scale.y >= text.bottom
        await pilot.resize_terminal(100, 20)
        await pilot.pause()
        scale, text = app.screen.query_one("#scale").region, app.screen.query_one("#said").region
        assert scale.x >= text.right


async def test_a_niggle_typed_as_markup_is_shown_as_text(make_app: MakeApp) -> None:
    app = make_app(
        replace(SQUATS, title="[b]Squats[/]"), replace(LAST_TIME, title="[b]Squats[/]"), now=NOW, place="live"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *THREE, "n", *"[/]", "enter")
        assert "“[/]”" in modal(app)
        await press(pilot, "6")
        assert toasts(app)[0].startswith("[b]Squats[/]: 3 sets")


async def test_an_easy_run_beside_it_is_no_warning(make_app: MakeApp) -> None:
    app = make_app(GYM_A, planned_run("2026-06-02 07:00"), now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", *["enter"] * 13, "f")
        assert "before Tuesday" not in modal(app)


def test_where_there_is_not_room_the_changes_since_last_time_stay_whole() -> None:
    said = Said(Content("against each one's last time"), ": +451 kg")
    assert said.cut(34, "").plain == "against each one's last …: +451 kg"
