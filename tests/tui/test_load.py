"""The Load screen: weeks as bars, the week under the cursor with every figure of it, and why."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from data.model import Session
from data.store.backend import Document, Shelf
from data.store.memory import MemoryBackend
from tests.builders import lift, planned_lift, planned_run, run, sets
from tests.tui.conftest import MakeApp
from tui.screens.load import LoadScreen
from tui.widgets.load_chart import LoadChart
from tui.widgets.week_figures import WeekFigures

# RULES 1: the daily loads 270 0 420 180 0 240 540 are 1650 with a monotony of 1.268 and a strain of 2091.9.
WORKED = (
    lift("2026-06-01 18:00", 45, rpe=6, exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
    run("2026-06-03 07:00", 60, rpe=7, type="intervals", distance_m=11_000),
    lift("2026-06-04 18:00", 45, rpe=4, exercises=sets("row_dumbbell", 3, kg=20, reps=8, rir=2)),
    run("2026-06-06 07:00", 60, rpe=4, distance_m=10_000),
    run("2026-06-07 07:00", 108, rpe=5, type="long", distance_m=19_000),
)
SUNDAY_NIGHT = "2026-06-07 21:00"


def weekly(loads: dict[str, int]) -> tuple[Session, ...]:
    """A run rated 1 on each of the days, of as many minutes as its load is to be."""
    return tuple(run(f"{day} 07:00", load, rpe=1) for day, load in loads.items())


def on_load(pilot: Pilot[None]) -> LoadScreen:
    assert isinstance(pilot.app.screen, LoadScreen)
    return pilot.app.screen


def bars(pilot: Pilot[None]) -> list[str]:
    """The lines of the chart below the legend."""
    return on_load(pilot).query_one(LoadChart).text.splitlines()[1:]


def under_the_cursor(pilot: Pilot[None]) -> str:
    """The name of the week that the cursor is on."""
    (line,) = [line for line in bars(pilot) if line.startswith("▸")]
    return line[1:8].strip()


def week(pilot: Pilot[None]) -> str:
    return on_load(pilot).query_one(WeekFigures).text


def figure(pilot: Pilot[None], label: str) -> str:
    """The value that stands beside the label."""
    found = re.search(rf"[ ▸]{label} +(.+?)(?:  |▸| [A-Zv▸]|$)", week(pilot), re.MULTILINE)
    assert found, f"no {label} in:\n{week(pilot)}"
    return found[1]


def marked(pilot: Pilot[None]) -> str:
    """The label of the figure that the cursor is on."""
    found = re.search(r"▸([A-Za-z ]+?) +[^A-Za-z ]", week(pilot))
    assert found, week(pilot)
    return found[1]


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


async def test_the_days_of_the_week(make_app: MakeApp) -> None:
    app = make_app(*WORKED, now=SUNDAY_NIGHT, place="load")
    async with app.run_test() as pilot:
        names, loads = week(pilot).splitlines()[1:3]
        assert names.split("  ")[-1].strip() == "Sun 7"
        assert loads.split() == ["270", "·", "420", "180", "·", "240", "540"]


async def test_twelve_weeks_each_with_its_load(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2026-03-16": 100, "2026-05-25": 200, "2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        lines = bars(pilot)
        assert len(lines) == 12
        assert [line.split()[-1] for line in lines] == ["100", *["·"] * 9, "200", "300"]
        assert under_the_cursor(pilot) == "1 Jun"


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        (("up",), "25 May"), (("k", "k"), "18 May"), (("left_square_bracket",), "25 May"),
        (("up", "up", "down"), "25 May"), (("up", "j"), "1 Jun"), (("up", "right_square_bracket"), "1 Jun"),
        (("down",), "1 Jun"), (("up", "up", "full_stop"), "1 Jun"), (("pageup",), "9 Mar"),
        (("pageup", "pagedown"), "1 Jun"),
    ],
)  # fmt: skip
async def test_from_week_to_week(make_app: MakeApp, keys: tuple[str, ...], there: str) -> None:
    app = make_app(*weekly({"2026-01-05": 100, "2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert under_the_cursor(pilot) == there


async def test_before_the_first_of_the_twelve_come_the_twelve_before(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2026-01-05": 100, "2026-03-09": 200, "2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        await pilot.press(*["up"] * 12)
        assert under_the_cursor(pilot) == "9 Mar"
        assert bars(pilot)[-1].startswith("▸ 9 Mar")
        assert bars(pilot)[0].startswith(" 22 Dec")
        assert figure(pilot, "Load") == "200"


async def test_the_weeks_end_where_the_log_begins(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2026-01-05": 100, "2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        await pilot.press(*["pageup"] * 4)
        assert under_the_cursor(pilot) == "5 Jan"


async def test_a_year_of_weeks_in_pages(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2025-06-09": 100, "2026-06-01": 300}), place="load")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        assert "52 weeks · 9 Jun 2025 – 7 Jun 2026" in head(pilot)
        page = len(bars(pilot))
        assert f"{52 - page + 1}–52 of 52" in on_load(pilot).query_one(LoadChart).text
        assert under_the_cursor(pilot) == "1 Jun"
        await pilot.press(*["pageup"] * 5)
        assert under_the_cursor(pilot) == "9 Jun"
        assert figure(pilot, "Load") == "100"
        await pilot.press("y")
        assert "12 weeks" in head(pilot)
        assert under_the_cursor(pilot) == "9 Jun"


def head(pilot: Pilot[None]) -> str:
    return str(on_load(pilot).query_one("#head", Static).content)


async def test_last_year_beside_it(make_app: MakeApp) -> None:
    # Fifty-two weeks before the week of 1 June 2026 is that of 2 June 2025.
    app = make_app(*weekly({"2025-06-03": 180, "2026-06-01": 300}), place="load")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        assert re.search(r"300 +■+ +180$", bars(pilot)[-1])
        assert figure(pilot, "Load") == "300/180"
        assert figure(pilot, "Run") == "300/180 min"
        assert "beside 2–8 Jun 2025" in week(pilot)
        await pilot.press("up")
        assert figure(pilot, "Load") == "0/–"
        await pilot.press("c", "down")
        assert figure(pilot, "Load") == "300"


async def test_the_usual_range_stands_on_the_bar(make_app: MakeApp) -> None:
    # Four like weeks, each day 100: the usual is 700 without any spread.
    days = {date.fromordinal(date(2026, 5, 4).toordinal() + each).isoformat(): 100 for each in range(28)}
    app = make_app(*weekly(days), place="load")
    async with app.run_test() as pilot:
        assert figure(pilot, "Usual") == "700–700"
        assert "┤" in bars(pilot)[-1]
        assert "┤" not in bars(pilot)[-2]


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


async def test_enter_shows_the_week_on_the_plan(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2026-05-20": 100, "2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        await pilot.press("up", "up", "enter")
        assert app.current_mode == "plan"
        assert "18–24 May" in str(app.screen.query_one("#head", Static).visual)
        await pilot.press("f3")
        assert under_the_cursor(pilot) == "18 May"


async def test_the_mouse_points_at_weeks_and_figures(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2026-03-16": 100, "2026-06-01": 300}), place="load")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(LoadChart, offset=(20, 1))
        assert under_the_cursor(pilot) == "16 Mar"
        # The third row of figures, under the title and the days; its second column.
        await pilot.click(WeekFigures, offset=(25, 5))
        assert marked(pilot) == "Run"
        await pilot.click(WeekFigures, offset=(25, 0))
        assert marked(pilot) == "Run"


async def test_what_is_logged_elsewhere_shows_up(make_app: MakeApp) -> None:
    app = make_app(*weekly({"2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        app.desk.logbook.save(run("2026-06-01 09:00", 60, rpe=5), "a run")
        await pilot.press("u")
        assert figure(pilot, "Load") == "300"
        await pilot.press("ctrl+r")
        assert figure(pilot, "Load") == "600"
        assert bars(pilot)[-1].endswith("600")


async def test_a_look_is_worked_out_once(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(*weekly({"2026-03-16": 100, "2026-06-01": 300}), place="load")
    async with app.run_test() as pilot:
        await pilot.press("up", "down")
        with monkeypatch.context() as unread:
            unread.setattr(app.desk.logbook, "logged", _never)
            unread.setattr(app.desk.logbook, "sessions", _never)
            await pilot.press("up", "right", "down", "left")
        assert figure(pilot, "Load") == "300"


def _never(_: object) -> None:
    raise AssertionError("read again")


async def test_only_the_years_that_are_needed_are_read(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(*weekly({f"{year}-06-01": 100 for year in range(2016, 2027)}), place="load")
    read: set[int | None] = set()
    as_ever = MemoryBackend.read

    def noted(backend: MemoryBackend, shelf: Shelf) -> Mapping[str, Document]:
        read.add(shelf.year)
        return as_ever(backend, shelf)

    monkeypatch.setattr(MemoryBackend, "read", noted)
    async with app.run_test() as pilot:
        await pilot.press("y")
        assert "52 weeks" in head(pilot)
        assert figure(pilot, "Load") == "100"
    # Four hundred days before the first of the year's weeks, and the year in which the log begins.
    assert read - {None} == {2016, 2024, 2025, 2026}


async def test_an_empty_log_says_what_comes_here(make_app: MakeApp) -> None:
    app = make_app(place="load")
    async with app.run_test() as pilot:
        assert "Nothing is logged yet" in str(on_load(pilot).query_one("#nothing", Static).content)
        assert not on_load(pilot).query_one(LoadChart).display
        await pilot.press("up", "down", "right", "y", "c", "pageup", "pagedown", "full_stop", "enter")
        assert app.current_mode == "plan"


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
