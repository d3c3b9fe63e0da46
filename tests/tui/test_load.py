"""The Load screen: weeks as bars, from week to week, and what is read for them."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from textual.widgets import Static

from data.store.backend import Document, Shelf
from data.store.memory import MemoryBackend
from tests.builders import run
from tests.tui.conftest import MakeApp
from tests.tui.load_room import bars, figure, head, marked, on_load, under_the_cursor, week, weekly
from tui.widgets.load_chart import LoadChart
from tui.widgets.week_figures import WeekFigures


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
