"""The week under the cursor on Load: every figure of it, and why."""

import pytest
from textual.widgets import Static

from tests.builders import lift, planned_lift, planned_run, run, sets
from tests.tui.conftest import MakeApp
from tests.tui.load_room import SUNDAY_NIGHT, WORKED, bars, figure, marked, on_load, week


async def test_the_worked_week(make_app: MakeApp) -> None:
    app = make_app(*WORKED, now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        assert figure(pilot, "Load") == "1,650"
        assert figure(pilot, "Monotony") == "1.27"
        assert figure(pilot, "Strain") == "2,092"
        assert figure(pilot, "Run load") == "1,200"
        assert figure(pilot, "Distance") == "40.0 km"
        assert figure(pilot, "Run") == "228 min"
        assert figure(pilot, "Lift") == "90 min"
        assert figure(pilot, "Sets") == "8, 8 hard"
        # 5 × 5 × 80 kg, and 3 × 8 × 20 kg on each side.
        assert figure(pilot, "Lifted") == "2,960 kg"
        # The squats are 5 × 2; the row is no leg work. Intervals and the long run are hard, and so are the squats.
        assert figure(pilot, "Leg load") == "10"
        assert figure(pilot, "Hard days") == "3"
        assert figure(pilot, "vs usual") == "–"
        assert figure(pilot, "Usual") == "–"


@pytest.mark.parametrize(("columns", "loads"), [(40, ["1200", "1440", "960"]), (80, ["1,200", "1,440", "960"])])
async def test_days_of_thousands_stand_apart(make_app: MakeApp, columns: int, loads: list[str]) -> None:
    long = [run(f"2026-06-{day:02} 07:00", 240, rpe=rating) for day, rating in ((1, 5), (2, 6), (3, 4))]
    app = make_app(*long, now="2026-06-03 20:00", place="load")
    async with app.run_test(size=(columns, 40)) as pilot:
        assert week(pilot).splitlines()[2].split()[:3] == loads


async def test_the_days_of_the_week(make_app: MakeApp) -> None:
    app = make_app(*WORKED, now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        names, loads = week(pilot).splitlines()[1:3]
        assert names.split("  ")[-1].strip() == "Sun 7"
        assert loads.split() == ["270", "·", "420", "180", "·", "240", "540"]


async def test_sessions_that_were_not_rated_are_said(make_app: MakeApp) -> None:
    sessions = (*WORKED, run("2026-06-05 07:00", 30), run("2026-06-06 18:00", 30))
    app = make_app(*sessions, now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        assert "2 sessions without load" in week(pilot)
        assert bars(pilot)[-1].endswith("1,650+")
        assert figure(pilot, "Load") == "1,650+"
        assert figure(pilot, "Monotony") == "–"
        assert figure(pilot, "Strain") == "–"
        assert week(pilot).splitlines()[2].split()[4] == "?"


async def test_planned_against_done(make_app: MakeApp) -> None:
    plan = planned_run("2026-06-02 07:00", 50, type="tempo")
    done = run("2026-06-02 07:05", 48, rpe=7, type="tempo", plan_id=plan.id)
    app = make_app(plan, done, planned_run("2026-06-04 07:00", 60), planned_lift("2026-06-05 18:00"),
                   now="2026-06-05 09:00", place="load")  # fmt: skip
    async with app.run_test() as pilot:
        assert figure(pilot, "Runs") == "1 of 2"
        assert figure(pilot, "Run") == "48 of 110 min"
        assert figure(pilot, "Lifts") == "0 of 1"
        assert figure(pilot, "Lift") == "0 of 45 min"


async def test_its_back_to_backs(make_app: MakeApp) -> None:
    app = make_app(
        lift("2026-06-01 18:00", exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
        run("2026-06-02 07:00", 60, type="intervals"),
        place="load",
    )
    async with app.run_test(size=(80, 24)) as pilot:
        assert figure(pilot, "Back to back") == "1▲"
        assert "▲ 12 h 15 before Tuesday's intervals" in week(pilot)


async def test_the_cursor_on_the_figures(make_app: MakeApp) -> None:
    app = make_app(*WORKED, now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        assert marked(pilot) == "Load"
        await pilot.press("right", "tab", "l")
        assert marked(pilot) == "Strain"
        await pilot.press("left", "shift+tab", "h", "left")
        assert marked(pilot) == "Pace score"
        await pilot.press("up", "down", "right")
        assert marked(pilot) == "Load"


@pytest.mark.parametrize(
    ("steps", "first"),
    [
        (0, "Load"), (1, "Against your usual"), (2, "Monotony"), (3, "Strain"), (4, "Hard days"), (5, "Leg load"),
        (6, "Back to back"), (7, "Usual range"), (8, "Planned against done"), (9, "Running"), (10, "Running"),
        (11, "Load of the runs"), (12, "Planned against done"), (13, "Minutes of lifting"), (14, "Sets"),
        (15, "Volume"), (16, "Fitness"), (17, "Fatigue"), (18, "Form"), (19, "TRIMP"), (20, "Heart-rate score"),
        (21, "Edwards"), (22, "Pace score"),
    ],
)  # fmt: skip
async def test_why_begins_with_the_figure_under_the_cursor(make_app: MakeApp, steps: int, first: str) -> None:
    app = make_app(*WORKED, now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        await pilot.press(*["right"] * steps)
        found = on_load(pilot).why()
        assert found[0].figure == first
        assert len({each.figure for each in found}) == 21
        for each in found:
            assert each.rule
            assert each.source
            assert each.value or each.needs
        await pilot.press("question_mark")
        assert first in str(pilot.app.screen.query_one("#page", Static).content)


async def test_why_says_what_a_figure_needs(make_app: MakeApp) -> None:
    app = make_app(*WORKED, run("2026-06-05 07:00", 30), now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        by_figure = {each.figure: each for each in on_load(pilot).why()}
    assert by_figure["Monotony"].needs == "a rating and the minutes of 1 session"
    assert by_figure["Usual range"].needs == "28 more days of log before the week"


async def test_why_of_each_back_to_back_follows_their_count(make_app: MakeApp) -> None:
    app = make_app(
        lift("2026-06-01 18:00", exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
        run("2026-06-02 07:00", 60, type="intervals"),
        place="load",
    )
    async with app.run_test() as pilot:
        await pilot.press(*["right"] * 6)
        values = [each.value for each in on_load(pilot).why()[:2]]
    assert values == ["1 warning", "12 h 15: warning"]


async def test_no_figure_is_lost_on_a_phone(make_app: MakeApp) -> None:
    app = make_app(*WORKED, now=SUNDAY_NIGHT, place="load")
    async with app.run_test(size=(40, 20)) as pilot:
        assert figure(pilot, "Load") == "1,650"
        assert figure(pilot, "Lifted") == "2,960 kg"
        # The others are one key away.
        await pilot.press("left")
        assert marked(pilot) == "Pace score"
        # By hand: 38.571, 33.061, 88.338, 101.433, 86.942, 108.808, 170.407.
        assert figure(pilot, "Fatigue") == "170"
        await pilot.press("right", "y", *["right"] * 15)
        assert marked(pilot) == "Lifted"
        assert figure(pilot, "Lifted") == "2,960 kg"


async def test_back_to_backs_stand_below_the_figures_and_these_turn_a_page(make_app: MakeApp) -> None:
    lifted = lift("2026-06-01 18:00", exercises=sets("back_squat", 5, kg=80, reps=5, rir=2), id="squats")
    app = make_app(lifted, run("2026-06-02 07:00", type="intervals", id="fast"), now=SUNDAY_NIGHT, place="load")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "▲ 12 h 15 before Tuesday's intervals" in week(pilot)
        assert "1/2" in week(pilot).splitlines()[0]
        await pilot.press("left")
        assert marked(pilot) == "Pace score"
        assert "▲ 12 h 15 before Tuesday's intervals" in week(pilot)
