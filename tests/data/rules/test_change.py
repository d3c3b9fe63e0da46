"""How the load compares with the usual (RULES 1); the worked numbers are in test_vectors.py."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import Days
from data.rules.change import change_against_usual, change_words, explain_vs_usual, rolling_ratios, usual_days

WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))


def test_the_usual_is_not_known_for_four_weeks_nor_where_it_is_nothing() -> None:
    assert change_against_usual([100] * 27) is None
    assert change_against_usual([100] * 28) == 0
    assert change_against_usual([0] * 40) is None
    assert change_against_usual([]) is None


def test_the_change_is_said_in_words_of_more_and_less() -> None:
    words = [change_words(change) for change in (0.381, -0.204, 0.001, -0.004, 1.5)]
    assert words == ["38 % above your usual", "20 % below your usual", "as usual", "as usual", "150 % above your usual"]


def test_the_usual_ends_with_the_week_or_with_today() -> None:
    first = date(2026, 1, 5)
    assert usual_days(first, WEEK, date(2026, 7, 1)) == Days(first, date(2026, 6, 8))
    assert usual_days(first, WEEK, date(2026, 6, 3)) == Days(first, date(2026, 6, 4))
    assert usual_days(date(2026, 6, 20), WEEK, date(2026, 7, 1)) == Days(date(2026, 6, 20), date(2026, 6, 20))


def test_why_the_week_is_above_the_usual_never_speaks_of_risk_as_a_fact() -> None:
    why = explain_vs_usual([100] * 21 + [200] * 7)
    assert why.value == "34 % above your usual"
    assert why.inputs == (("7 days", "186.7"), ("28 days", "139.4"))
    assert why.steps == (
        "186.7 / 139.4 = 1.34",
        "for comparison, plain means of the last 7 days: coupled (/ 28 days) 1.60, uncoupled (/ the 21 before) 2.00",
    )


def test_plain_means_that_nothing_divides_are_left_out() -> None:
    assert rolling_ratios([100] * 27) == (None, None)
    assert rolling_ratios([0] * 28) == (None, None)
    # All of the load in the last week: four times the mean of the four weeks.
    assert rolling_ratios([0] * 21 + [70] * 7) == (4, None)
    steps = explain_vs_usual([300] + [0] * 21 + [70] * 7).steps
    assert steps[1] == "for comparison, plain means of the last 7 days: coupled (/ 28 days) 4.00"


def test_why_there_is_no_usual_yet() -> None:
    assert explain_vs_usual([100] * 20).needs == "8 more days of log"
    assert explain_vs_usual([100] * 27).needs == "1 more day of log"
    assert explain_vs_usual([]).needs == "28 more days of log"
    assert explain_vs_usual([0] * 30).needs == "some load to compare with"
    assert explain_vs_usual([100] * 30, unrated=2).needs == "a rating and the minutes of 2 sessions"


@given(st.lists(st.integers(0, 2000), min_size=28, max_size=90), st.floats(0.01, 100))
def test_the_change_does_not_depend_on_the_scale(daily: list[int], scale: float) -> None:
    change = change_against_usual(daily)
    if change is not None:
        assert change_against_usual([load * scale for load in daily]) == pytest.approx(change, abs=1e-6)


@given(st.floats(1, 1000), st.integers(28, 200))
def test_the_same_load_every_day_is_as_usual(load: float, days: int) -> None:
    assert change_against_usual([load] * days) == 0
