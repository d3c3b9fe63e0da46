"""The lines of the chart: stacked parts in two glyphs, the ends of the usual range, the load."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import Days
from data.rules.usual import Usual, WeekBar
from tui.widgets.load_chart import Row, bar_of, first_of_page, legend, scale_of, week_line

WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))


def bar(run: float = 0, strength: float = 0, other: float = 0, unrated: int = 0, usual: Usual | None = None) -> WeekBar:
    return WeekBar(WEEK, run, strength, other, unrated, usual)


def drawn(one: WeekBar, most: float = 1000, room: int = 10) -> str:
    return bar_of(one, most, room).plain


@pytest.mark.parametrize(
    ("one", "cells"),
    [
        (bar(run=1000), "■■■■■■■■■■"), (bar(run=500), "■■■■■     "), (bar(run=300, strength=400), "■■■□□□□   "),
        (bar(run=300, strength=300, other=400), "■■■□□□▪▪▪▪"), (bar(), "          "),
        # What there is little of has a cell all the same.
        (bar(run=1, strength=1), "■□        "), (bar(strength=200), "□□        "),
    ],
)  # fmt: skip
def test_parts_are_stacked_in_glyphs_of_their_own(one: WeekBar, cells: str) -> None:
    assert drawn(one) == cells


def test_parts_have_colours_of_their_own() -> None:
    spans = {
        (span.style, bar_of(bar(300, 400), 1000, 10).plain[span.start])
        for span in bar_of(bar(300, 400), 1000, 10).spans
    }
    assert {("$primary", "■"), ("$secondary", "□")} <= spans


@pytest.mark.parametrize(
    ("one", "cells"),
    [
        # Nine steps between ten cells: 400 to 800 stand at 3.6 and 7.2 of them.
        (bar(run=200, usual=Usual(600, 200)), "■■  ├──┤  "),
        (bar(run=600, usual=Usual(600, 200)), "■■■■├■─┤  "),
        (bar(run=1000, usual=Usual(600, 200)), "■■■■├■■┤■■"),
        (bar(run=200, usual=Usual(600, 0)), "■■   ┤    "),
        (bar(run=200, usual=Usual(100, 300)), "├■──┤     "),
    ],
)
def test_the_ends_of_the_usual_range_stand_over_the_bar(one: WeekBar, cells: str) -> None:
    assert drawn(one) == cells


@given(
    st.floats(0, 5000), st.floats(0, 5000), st.floats(0, 5000), st.integers(1, 120),
    st.none() | st.builds(Usual, st.floats(0, 5000), st.floats(0, 3000)),
)  # fmt: skip
def test_a_bar_is_as_wide_as_its_room(run: float, lift: float, other: float, room: int, usual: Usual | None) -> None:
    one = bar(run, lift, other, usual=usual)
    assert bar_of(one, scale_of([Row("", one)]), room).cell_length == room


def test_the_scale_holds_the_heaviest_week_the_widest_range_and_last_year() -> None:
    assert scale_of([]) == 1
    assert scale_of([Row("", bar(run=400)), Row("", bar(strength=700))]) == 700
    assert scale_of([Row("", bar(run=400, usual=Usual(500, 300)))]) == 800
    assert scale_of([Row("", bar(run=400), bar(run=900))]) == 900


@pytest.mark.parametrize(
    ("one", "said"),
    [(bar(run=1650), "1,650"), (bar(run=420, unrated=1), "420+"), (bar(unrated=2), "?"), (bar(), "·")],
)
def test_the_load_stands_at_the_end(one: WeekBar, said: str) -> None:
    assert week_line(Row(" 1 Jun", one), 2000, 60, marked=False).plain.split()[-1] == said


@given(st.integers(30, 140), st.booleans(), st.booleans())
def test_a_line_is_as_wide_as_the_chart(width: int, compared: bool, marked: bool) -> None:
    row = Row("25 May", bar(900, 300), bar(500, 200) if compared else None)
    assert week_line(row, 1200, width, marked=marked).cell_length == width


def test_the_week_under_the_cursor_is_marked_by_a_glyph() -> None:
    assert week_line(Row(" 1 Jun", bar(300)), 300, 40, marked=True).plain.startswith("▸ 1 Jun ■")
    assert week_line(Row(" 1 Jun", bar(300)), 300, 40, marked=False).plain.startswith("  1 Jun ■")


def test_the_year_before_stands_at_the_right() -> None:
    line = week_line(Row(" 1 Jun", bar(300), bar(150)), 300, 60, marked=False).plain
    assert line == "  1 Jun " + "■" * 18 + "    300" + "  " + "■" * 9 + " " * 9 + "    150"


@pytest.mark.parametrize(("cursor", "first"), [(51, 40), (40, 40), (39, 28), (4, 4), (3, 0), (0, 0)])
def test_pages_are_counted_from_the_latest_week(cursor: int, first: int) -> None:
    assert first_of_page(cursor, 52, 12) == first


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_the_page_holds_the_cursor(rows: int, page: int, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, rows - 1))
    assert first_of_page(cursor, rows, page) <= cursor < first_of_page(cursor, rows, page) + page


def test_the_legend_says_what_is_there() -> None:
    plain = [Row("", bar(300, 200))]
    assert legend(plain, "", 60).plain.split() == ["■", "run", "□", "lift"]
    more = [Row("", bar(300, 200, 10, usual=Usual(500, 100)), bar(1))]
    wide = legend(more, "1–12 of 52", 78).plain
    assert wide.strip().startswith("■ run  □ lift  ▪ other  ├┤ usual  ")
    assert wide.endswith("  right: a year before · 1–12 of 52")
    assert len(wide) == 78
    assert legend(more, "1–12 of 52", 46).plain == "  ■ run  □ lift  ▪ other  ├┤ usual  1–12 of 52"
