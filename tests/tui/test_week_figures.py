"""A week laid out in lines: whatever the size, the figure under the cursor is there and nothing is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Size

from tui.figures import Figure
from tui.widgets.week_figures import WeekPage, laid_out

DAYS = [("Mon", "270"), ("Tue", "·"), ("Wed", "420"), ("Thu", "180"), ("Fri", "·"), ("Sat", "240"), ("Sun", "540")]
FIGURES = [
    Figure(f"figure{place}", f"Figure {place:02}", f"{place}00 min", f"{place}00", " min") for place in range(16)
]
PAGE = WeekPage("week 23 · 1–7 Jun 2026", "1 session without load", DAYS, FIGURES)


def text(page: WeekPage, cursor: int, width: int, height: int) -> list[str]:
    return [line.plain for line in laid_out(page, cursor, Size(width, height)).lines]


@given(st.integers(0, 15), st.integers(30, 140), st.integers(2, 40), st.booleans())
def test_the_figure_under_the_cursor_is_always_there(cursor: int, width: int, height: int, compared: bool) -> None:
    page = PAGE._replace(before=FIGURES if compared else (), rows=[Content("a row")] * 9)
    lines = text(page, cursor, width, height)
    assert len(lines) <= height
    assert all(Content(line).cell_length <= width for line in lines)
    marked = [line for line in lines if "▸" in line]
    assert len(marked) == 1
    assert marked[0].split("▸")[1].startswith("Fi")


@pytest.mark.parametrize(("width", "in_a_row", "rows"), [(38, 2, 8), (78, 4, 4), (118, 4, 4)])
def test_all_figures_where_they_fit(width: int, in_a_row: int, rows: int) -> None:
    lines = text(PAGE, 0, width, 3 + rows)
    assert lines[1].split() == [name for name, _ in DAYS]
    assert lines[2].split() == [load for _, load in DAYS]
    assert [line.count("Figure") for line in lines[3:]] == [in_a_row] * rows


def test_where_they_do_not_fit_the_days_give_way_and_the_figures_turn_pages() -> None:
    first, second = text(PAGE, 0, 78, 3), text(PAGE, 8, 78, 3)
    assert "Figure 00" in first[1]
    assert "Figure 07" in first[2]
    assert "Figure 08" in second[1]
    assert "Figure 15" in second[2]


def test_the_title_makes_room_for_what_is_to_be_known() -> None:
    assert text(PAGE, 0, 60, 5)[0] == "─ week 23 · 1–7 Jun 2026 ────────── 1 session without load ─"
    assert text(PAGE, 0, 40, 5)[0].endswith(" 1 session without load ─")
    assert "…" in text(PAGE, 0, 40, 5)[0]


def test_the_sessions_where_all_of_them_fit_else_the_back_to_backs() -> None:
    page = PAGE._replace(rows=[Content("session")] * 3, pairs=[Content("pair")])
    assert text(page, 0, 78, 11)[7:] == ["", "session", "session", "session"]
    assert text(page, 0, 78, 10)[7:] == ["pair"]
    assert text(page, 0, 78, 7)[7:] == []


def test_what_is_too_long_is_said_shorter() -> None:
    run = Figure("run", "Run time", "190 of 330 min", "190", " min")
    page = PAGE._replace(figures=[run] * 16)
    assert "Run time  190 of 330 min" in text(page, 5, 100, 7)[3]
    assert "Run t… 190 of 330′" in text(page, 5, 78, 7)[3]
    compared = page._replace(before=[run._replace(short="1,200")] * 16)
    assert "Run time  190/1,200 min" in text(compared, 5, 96, 7)[3]
    assert "Run time 190/1,200 " in text(compared, 5, 78, 7)[3]
