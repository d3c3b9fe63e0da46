"""A week laid out in lines: whatever the size, the figure under the cursor is there and nothing is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Size

from tui.figures import Figure
from tui.widgets.week_figures import WeekPage, laid_out, whole_height

DAYS = [("Mon", "270"), ("Tue", "·"), ("Wed", "420"), ("Thu", "180"), ("Fri", "·"), ("Sat", "240"), ("Sun", "540")]
FIGURES = [
    Figure(f"figure{place}", f"Figure {place:02}", f"{place}00 min", f"{place}00", " min") for place in range(24)
]
PAGE = WeekPage("week 23 · 1–7 Jun 2026", "1 session without load", DAYS, FIGURES)


def text(page: WeekPage, cursor: int, width: int, height: int) -> list[str]:
    return [line.plain for line in laid_out(page, cursor, Size(width, height)).lines]


@given(st.integers(0, 23), st.integers(30, 140), st.integers(2, 40), st.booleans())
def test_the_figure_under_the_cursor_is_always_there(cursor: int, width: int, height: int, compared: bool) -> None:
    page = PAGE._replace(before=FIGURES if compared else (), rows=[Content("a row")] * 9)
    lines = text(page, cursor, width, height)
    assert len(lines) <= height
    assert all(Content(line).cell_length <= width for line in lines)
    marked = [line for line in lines if "▸" in line]
    assert len(marked) == 1
    assert marked[0].split("▸")[1].startswith("Fi")


@pytest.mark.parametrize(("width", "in_a_row", "rows"), [(38, 2, 12), (78, 4, 6), (118, 4, 6)])
def test_all_figures_where_they_fit(width: int, in_a_row: int, rows: int) -> None:
    lines = text(PAGE, 0, width, 3 + rows)
    assert lines[1].split() == [name for name, _ in DAYS]
    assert lines[2].split() == [load for _, load in DAYS]
    assert [line.count("Figure") for line in lines[3:]] == [in_a_row] * rows


def test_where_they_do_not_fit_the_days_give_way_and_the_figures_turn_pages() -> None:
    first, second, third = (text(PAGE, cursor, 78, 3) for cursor in (0, 8, 23))
    assert "Figure 00" in first[1]
    assert "Figure 07" in first[2]
    assert "Figure 08" in second[1]
    assert "Figure 15" in second[2]
    assert "Figure 16" in third[1]
    assert "Figure 23" in third[2]
    assert [lines[0].rstrip(" ─")[-3:] for lines in (first, second, third)] == ["1/3", "2/3", "3/3"]


def test_on_a_phone_the_days_stay_beside_a_page_of_sixteen_figures() -> None:
    first, second = text(PAGE, 15, 38, whole_height(38)), text(PAGE, 16, 38, whole_height(38))
    assert first[1].split() == second[1].split() == [name for name, _ in DAYS]
    assert ("Figure 00" in first[3], "Figure 15" in first[10]) == (True, True)
    # The last page is as full as the first.
    assert ("Figure 08" in second[3], "Figure 23" in second[10]) == (True, True)
    assert first[0].endswith(" · 1/2 ─")
    assert second[0].endswith(" · 2/2 ─")


def test_the_title_makes_room_for_what_is_to_be_known() -> None:
    assert text(PAGE, 0, 60, 9)[0] == "─ week 23 · 1–7 Jun 2026 ────────── 1 session without load ─"
    assert text(PAGE, 0, 40, 15)[0].endswith(" 1 session without load ─")
    assert "…" in text(PAGE, 0, 40, 15)[0]


def test_the_sessions_where_all_of_them_fit_else_the_back_to_backs() -> None:
    page = PAGE._replace(rows=[Content("session")] * 3, pairs=[Content("pair")])
    assert text(page, 0, 78, 13)[9:] == ["", "session", "session", "session"]
    assert text(page, 0, 78, 12)[9:] == ["pair"]
    assert text(page, 0, 78, 9)[9:] == []


def test_what_is_too_long_is_said_shorter() -> None:
    run = Figure("run", "Run time", "190 of 330 min", "190", " min")
    page = PAGE._replace(figures=[run] * 24)
    assert "Run time  190 of 330 min" in text(page, 5, 100, 9)[4]
    assert "Run t… 190 of 330′" in text(page, 5, 78, 9)[4]
    compared = page._replace(before=[run._replace(short="1,200")] * 24)
    assert "Run time  190/1,200 min" in text(compared, 5, 96, 9)[4]
    assert "Run time 190/1,200 " in text(compared, 5, 78, 9)[4]


def test_where_there_is_room_a_value_stands_apart_from_the_next_name() -> None:
    assert text(PAGE, 9, 118, 9)[4].count("     Figure 0") == 3
