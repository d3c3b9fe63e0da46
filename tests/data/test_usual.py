"""Weeks as bars, and the usual range before each."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import Days, week_of
from data.model import LoggedSession
from data.rules.usual import Usual, WeekBar, explain_usual, usual_of, week_bars
from tests.builders import lift, moment, run

MONDAY = date(2026, 6, 1)


def week(number: int) -> Days:
    """The week that is so many after that of 1 June."""
    return week_of(MONDAY).moved(7 * number)


def runs_of(loads: Iterable[int]) -> list[LoggedSession]:
    """A run a day from 1 June on, rated 1, of as many minutes as its load is to be."""
    return [run(f"{MONDAY + timedelta(place)} 07:00", load, rpe=1) for place, load in enumerate(loads) if load]


def test_a_week_is_split_by_kind() -> None:
    sessions = [
        run("2026-06-02 07:00", 60, rpe=7),
        run("2026-06-07 07:00", 120, rpe=4),
        lift("2026-06-01 18:00", 45, rpe=6),
        LoggedSession(id="bike", kind="cross", start=moment("2026-06-03 07:00"), minutes=30, rpe=2),
    ]
    (bar,) = week_bars(sessions, [week(0)], MONDAY)
    assert (bar.run, bar.strength, bar.other, bar.total) == (900, 270, 60, 1230)
    assert bar.unrated == 0


def test_sessions_without_a_rating_are_counted_beside_the_load() -> None:
    (bar,) = week_bars([run("2026-06-02 07:00", 60, rpe=7), run("2026-06-03 07:00")], [week(0)], MONDAY)
    assert (bar.total, bar.unrated) == (420, 1)


def test_each_week_has_its_own_and_nothing_of_its_neighbours() -> None:
    sessions = [run("2026-06-07 23:30", 60, rpe=1), run("2026-06-08 00:15", 60, rpe=2)]
    assert [bar.total for bar in week_bars(sessions, [week(0), week(1), week(2)], MONDAY)] == [60, 120, 0]


def test_the_usual_is_seven_times_the_average_day_give_or_take_the_spread_of_four_weeks() -> None:
    # RULES 1: 28 days of 100 ×21, 200 ×7 have an EWMA of 139.3598. The four weeks are 700, 700, 700 and 1400.
    sessions = runs_of([100] * 21 + [200] * 7)
    usual = usual_of(sessions, [week(4)], MONDAY)[week(4)]
    assert usual is not None
    assert usual.mean == pytest.approx(7 * 139.3598, abs=0.001)
    assert usual.spread == pytest.approx((3 * 175**2 / 4 + 525**2 / 4) ** 0.5)
    assert (usual.low, usual.high) == (usual.mean - usual.spread, usual.mean + usual.spread)


def test_the_week_itself_and_what_comes_after_it_do_not_count() -> None:
    before = runs_of([100] * 28)
    after = runs_of([100] * 28 + [900] * 14)
    assert usual_of(after, [week(4)], MONDAY)[week(4)] == usual_of(before, [week(4)], MONDAY)[week(4)]
    assert usual_of(before, [week(4)], MONDAY)[week(4)] == Usual(mean=700, spread=0)


def test_there_is_no_usual_before_four_weeks_of_log_nor_after_an_empty_month() -> None:
    bars = week_bars(runs_of([100] * 28), [week(number) for number in range(5)], MONDAY)
    assert [bar.usual is None for bar in bars] == [True, True, True, True, False]
    assert week_bars(runs_of([100]), [week(3)], MONDAY + timedelta(1))[0].usual is None
    assert usual_of([], [week(9)], MONDAY) == {week(9): None}
    # A year after the last run the average is next to nothing.
    assert usual_of(runs_of([100]), [week(52)], MONDAY) == {week(52): None}


def test_an_empty_log_has_empty_bars() -> None:
    assert week_bars([], [week(0)], None) == (WeekBar(days=week(0)),)
    assert week_bars([], [], None) == ()


def test_the_low_end_is_never_below_nothing() -> None:
    assert Usual(mean=100, spread=300).low == 0


def test_why_shows_the_four_weeks_and_the_steps() -> None:
    why = explain_usual([100] * 21 + [200] * 7, week(4))
    assert why.value == "672 to 1,279"
    assert why.inputs == (
        ("week of Mon 1 Jun", "700"),
        ("week of Mon 8 Jun", "700"),
        ("week of Mon 15 Jun", "700"),
        ("week of Mon 22 Jun", "1,400"),
    )
    assert why.steps == ("average day 139.4 × 7 = 976", "standard deviation of the four weeks 303")
    assert not why.needs


@pytest.mark.parametrize(
    ("daily", "needs"),
    [((), "28 more days of log before the week"), ((100,) * 20, "8 more days of log before the week"),
     ((0,) * 30, "some load before the week")],
)  # fmt: skip
def test_why_says_what_is_missing(daily: tuple[float, ...], needs: str) -> None:
    why = explain_usual(daily, week(4))
    assert (why.value, why.needs, why.inputs, why.steps) == ("", needs, (), ())


@given(st.lists(st.integers(0, 900), min_size=28, max_size=120))
def test_the_usual_week_lies_between_the_easiest_and_the_hardest_day_times_seven(loads: list[int]) -> None:
    eve = MONDAY + timedelta(len(loads))
    days = Days(eve, eve + timedelta(7))
    usual = usual_of(runs_of(loads), [days], MONDAY)[days]
    if usual is None:
        assert sum(loads) < 30
    else:
        assert 7 * min(loads) - 1e-6 <= usual.mean <= 7 * max(loads) + 1e-6
        assert usual.low <= usual.mean <= usual.high
