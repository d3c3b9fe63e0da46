"""Loads of sessions, days and weeks (RULES 1); the worked weeks are in test_vectors.py."""

import math
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import Days
from data.catalogue import load_catalogue
from data.rules.load import (
    Spread,
    daily_loads,
    explain_leg_load,
    explain_load,
    explain_monotony,
    explain_session_load,
    explain_strain,
    leg_load,
    monotony,
    session_load,
    strain,
    unrated,
)  # fmt: skip
from tests.builders import lift, planned_run, run, sets

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))


@pytest.mark.parametrize("daily", [[350] * 7, [0] * 7, [0.1 + 0.2] * 6 + [0.3], []])
def test_days_that_do_not_vary_have_no_monotony(daily: list[float]) -> None:
    assert monotony(daily) is monotony(daily, "sample") is None
    assert strain(daily) is strain(daily, "sample") is None


def test_that_it_disagrees_with_its_own_rule_is_told() -> None:
    # The rule is of days: those of that week make 1.2116.
    source = explain_monotony(LOGGED, WEEK).source
    for figure in ("Foster 2001", "1.26 ", "4284", "1.2646", "1.21"):
        assert figure in source


def test_a_session_costs_its_rating_times_its_minutes() -> None:
    assert session_load(run("2026-06-02 07:00", 60, rpe=7)) == 420
    assert session_load(lift("2026-06-01 18:00", 45, rpe=6.5)) == 292.5
    assert session_load(run("2026-06-02 07:00", 60, rpe=0)) == 0
    assert session_load(run("2026-06-02 07:00", 60)) is None
    assert session_load(run("2026-06-02 07:00", None, rpe=7)) is None
    assert session_load(planned_run("2026-06-02 07:00")) is None


def test_a_day_is_the_sum_of_the_sessions_that_started_on_it_where_they_started() -> None:
    logged = [
        run("2026-06-02 23:30", 60, rpe=5),
        lift("2026-06-02 18:00", 45, rpe=6),
        # 05:00 on 3 June in Berlin.
        run("2026-06-02 23:00", 30, rpe=4, zone="America/New_York"),
        run("2026-06-05 07:00", 60),
        run("2026-06-08 07:00", 60, rpe=5),
    ]
    assert daily_loads(logged, WEEK) == (0, 300 + 270 + 120, 0, 0, 0, 0, 0)


def test_sessions_without_a_rating_or_minutes_are_counted() -> None:
    logged = [run("2026-06-02 07:00", 60, rpe=5), run("2026-06-03 07:00", 60), lift("2026-06-04 07:00", None, rpe=5)]
    assert unrated(logged) == 2


def test_the_legs_bear_a_lifts_stress_and_a_runs_descent() -> None:
    squats = lift("2026-06-01 18:00", exercises=sets("back_squat", 4))
    downhill = run("2026-06-02 07:00", descent_m=250)
    assert leg_load(squats, CATALOGUE) == 8
    assert leg_load(downhill, CATALOGUE) == 2.5
    assert leg_load(run("2026-06-02 07:00"), CATALOGUE) is None
    assert leg_load(lift("2026-06-01 18:00"), CATALOGUE) is None
    assert leg_load(run("2026-06-02 07:00", kind="cross", type=None, descent_m=900), CATALOGUE) is None
    assert explain_leg_load([squats, downhill], CATALOGUE).value == "10.5"


# The first worked week as sessions.
LOGGED = [
    run("2026-06-01 07:00", 54, rpe=5), run("2026-06-03 07:00", 60, rpe=7), lift("2026-06-04 18:00", 45, rpe=4),
    run("2026-06-06 07:00", 60, rpe=4), run("2026-06-07 07:00", 108, rpe=5),
]  # fmt: skip


def test_why_the_week_costs_what_it_does() -> None:
    why = explain_load(LOGGED, WEEK)
    assert (why.value, why.needs) == ("1,650", "")
    assert why.inputs == (
        ("Mon 1 Jun", "270"), ("Tue 2 Jun", "0"), ("Wed 3 Jun", "420"), ("Thu 4 Jun", "180"), ("Fri 5 Jun", "0"),
        ("Sat 6 Jun", "240"), ("Sun 7 Jun", "540"),
    )  # fmt: skip
    assert "Foster" in why.source


def test_why_the_week_is_as_monotonous_as_it_is() -> None:
    why = explain_monotony(LOGGED, WEEK)
    assert why.value == "1.27"
    assert why.steps == ("mean 235.7, standard deviation 185.9", "monotony 235.7 / 185.9 = 1.27")
    assert "population" in why.source
    assert explain_monotony(LOGGED, WEEK, "sample").value == "1.17"


def test_why_the_strain_is_what_it_is() -> None:
    assert explain_strain(LOGGED, WEEK).value == "2,092"
    assert explain_strain(LOGGED, WEEK).steps[-1] == "strain 1,650 × 1.27 = 2,092"
    assert explain_strain(LOGGED, WEEK, "sample").value == "1,937"


def test_a_week_with_unrated_sessions_says_what_it_needs() -> None:
    logged = [*LOGGED, run("2026-06-05 07:00"), run("2026-06-20 07:00")]
    assert explain_load(logged, WEEK).value == "1,650"
    for why in (explain_load(logged, WEEK), explain_monotony(logged, WEEK), explain_strain(logged, WEEK)):
        assert why.needs == "a rating and the minutes of 1 session"
    assert explain_monotony(logged, WEEK).value == explain_strain(logged, WEEK).value == ""


def test_a_week_of_equal_days_needs_days_that_differ() -> None:
    logged = [run(f"2026-06-0{day} 07:00", 70, rpe=5) for day in range(1, 8)]
    assert explain_monotony(logged, WEEK).needs == explain_strain(logged, WEEK).needs == "days that differ"


def test_why_a_session_costs_what_it_does() -> None:
    why = explain_session_load(run("2026-06-02 07:00", 60, rpe=7, type="tempo"))
    assert (why.figure, why.value) == ("Load: tempo run, Tue 2 Jun 07:00", "420")
    assert why.inputs == (("rating", "7"), ("minutes", "60"))
    assert explain_session_load(run("2026-06-02 07:00", None)).needs == "a rating and its minutes"


spreads = st.sampled_from(get_args(Spread))
weeks = st.lists(st.integers(0, 2000), min_size=7, max_size=7)


@given(weeks, st.floats(0.01, 100), spreads)
def test_monotony_does_not_change_with_the_scale_and_strain_grows_with_it(
    daily: list[int], scale: float, kind: Spread
) -> None:
    before, after = monotony(daily, kind), monotony([load * scale for load in daily], kind)
    if before is None or after is None:
        assert before is after is None
        return
    assert after == pytest.approx(before)
    assert strain([load * scale for load in daily], kind) == pytest.approx((strain(daily, kind) or 0) * scale)


@given(weeks)
def test_the_order_of_the_days_does_not_matter_and_a_sample_is_less_monotonous(daily: list[int]) -> None:
    assert monotony(daily) == monotony(daily[::-1])
    if (alike := monotony(daily)) is not None:
        assert monotony(daily, "sample") == pytest.approx(alike * math.sqrt(6 / 7))
