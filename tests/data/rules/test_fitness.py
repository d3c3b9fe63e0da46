"""VDOT, the cost of hills and efficiency against the worked numbers of RULES 2.3 and 2.4."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import LoggedSession
from data.rules.fitness import (
    best_vdot,
    efficiency_of,
    explain_best_vdot,
    explain_efficiency,
    explain_flat_pace,
    explain_vdot,
    vdot,
    vdot_of,
)  # fmt: skip
from data.rules.grade import climb_ratio, cost, flat_pace_of, flat_ratio
from data.units import Units
from tests.builders import run

EXACT = 1e-12
KM = Units()


def test_steeper_than_was_measured_costs_as_much_as_the_steepest() -> None:
    assert cost(0.9) == cost(0.45)
    assert cost(-2) == cost(-0.45)


def test_six_minutes_up_ten_percent() -> None:
    assert 360 / flat_ratio(0.10) == pytest.approx(217.2, abs=0.06)


def easy(minutes: float = 50, **fields: Any) -> LoggedSession:
    usual: dict[str, Any] = {"distance_m": 10000, "hr_avg": 150}
    return run("2026-06-02 07:00", minutes, **(usual | fields))


def test_efficiency_is_of_easy_runs_of_twenty_minutes() -> None:
    assert efficiency_of(easy()) == pytest.approx(1.3333, abs=0.00005)
    assert efficiency_of(easy(20, distance_m=4000)) == pytest.approx(1.3333, abs=0.00005)
    assert efficiency_of(easy(19.9, distance_m=4000)) is None
    assert efficiency_of(easy(hr_avg=None)) is efficiency_of(easy(distance_m=None)) is None
    assert efficiency_of(easy(type="tempo")) is efficiency_of(easy(rpe=7)) is efficiency_of(easy(type=None)) is None


def test_a_long_easy_run_is_easy_enough() -> None:
    # By its length it is a hard session; by effort it is not.
    assert efficiency_of(easy(100, distance_m=20000, rpe=3)) == pytest.approx(1.3333, abs=0.00005)
    assert efficiency_of(easy(100, distance_m=20000, type="long", rpe=4)) == pytest.approx(1.3333, abs=0.00005)


def test_the_athletes_own_mark_says_whether_it_was_easy() -> None:
    assert efficiency_of(easy(type="steady", mark="easy")) == pytest.approx(1.3333, abs=0.00005)
    assert efficiency_of(easy(mark="hard")) is None


def test_efficiency_takes_the_climb_into_account_where_it_is_known() -> None:
    hilly = easy(ascent_m=1000, descent_m=0)
    assert (efficiency_of(hilly) or 0) / 1.6578372222222222 == pytest.approx(1.3333333333333333)
    assert efficiency_of(easy(ascent_m=1000)) == pytest.approx(1.3333333333333333)


def test_a_run_up_one_grade_costs_what_the_grade_costs() -> None:
    assert climb_ratio(10000, 1000, 0) == pytest.approx(1.6578372222222222, rel=EXACT)
    assert climb_ratio(10000, 0, 500) == pytest.approx(0.7627566493055554, rel=EXACT)


def test_up_and_down_at_one_grade_is_the_mean_of_both() -> None:
    # 500 m up and 500 m down over 10 km: half of it at +10 %, half at -10 %.
    assert climb_ratio(10000, 500, 500) == pytest.approx((1.6578372222222222 + 0.5976961111111111) / 2, rel=EXACT)


@given(st.floats(100, 100_000))
def test_flat_is_the_same(metres: float) -> None:
    assert climb_ratio(metres, 0, 0) == 1
    assert metres / flat_ratio(0) == metres


@given(st.floats(1000, 100_000), st.floats(0, 3000), st.floats(0, 3000), st.floats(0.1, 10))
def test_the_ratio_does_not_depend_on_the_length(metres: float, up: float, down: float, times: float) -> None:
    assert climb_ratio(metres * times, up * times, down * times) == pytest.approx(climb_ratio(metres, up, down))


@given(st.floats(1000, 100_000), st.floats(1, 3000))
def test_a_loop_never_costs_less_than_the_flat(metres: float, climb: float) -> None:
    assert climb_ratio(metres, climb, climb) > 1


@given(st.floats(-0.15, 0.45), st.floats(0.001, 0.1))
def test_steeper_up_costs_more(grade: float, more: float) -> None:
    assert cost(grade + more) >= cost(grade)


@given(st.floats(1500, 50_000), st.floats(2.5, 8), st.floats(1.01, 1.5))
def test_faster_over_the_same_way_is_a_higher_vdot(metres: float, minutes_a_km: float, times: float) -> None:
    minutes = metres / 1000 * minutes_a_km
    assert (vdot(metres, minutes) or 0) > (vdot(metres, minutes * times) or 0)


RACE = run("2026-05-03 10:00", 40, type="race", distance_m=10000)
TRIAL = run("2026-04-05 10:00", 20, type="time_trial", distance_m=5000)
SLOWER = run("2026-05-24 10:00", 50, type="race", distance_m=10000)


def test_only_races_and_time_trials_have_a_vdot() -> None:
    assert vdot_of(TRIAL) == pytest.approx(49.806, abs=0.0005)
    assert vdot_of(run("2026-05-03 10:00", 40, type="tempo", distance_m=10000)) is None
    assert vdot_of(run("2026-05-03 10:00", 40, type="race")) is None
    assert vdot_of(run("2026-05-03 10:00", 500, type="race", distance_m=1000)) is None


def test_the_best_of_a_log() -> None:
    assert best_vdot([TRIAL, RACE, SLOWER]) == RACE
    why = explain_best_vdot([TRIAL, RACE, SLOWER], KM)
    assert (why.figure, why.value) == ("VDOT", "51.9")
    assert why.inputs == (("race run, Sun 3 May 10:00", "10 km in 40:00"),)


def test_without_a_race_there_is_no_vdot() -> None:
    assert best_vdot([easy()]) is None
    assert explain_best_vdot([easy()], KM).needs == "a race or a time trial with distance and time"
    assert explain_vdot(run("2026-05-03 10:00", 40, type="race"), KM).needs == "its distance"


def test_why_the_vdot() -> None:
    # By hand: 250 m/min, 40 min.
    why = explain_vdot(RACE, KM)
    assert (why.figure, why.value) == ("VDOT: race run, Sun 3 May 10:00", "51.9")
    assert why.steps == (
        "250 m/min costs 47.46 ml/kg/min",
        "40 min can be held at 0.9138 of the most",
        "47.46 / 0.9138 = 51.9",
    )


def test_why_the_pace_on_the_flat() -> None:
    why = explain_flat_pace(easy(60, ascent_m=1000, descent_m=0), KM)
    assert why.value == "3:37/km"
    assert why.inputs == (("pace", "6:00/km"), ("up", "1000 m"), ("down", "0 m"))
    assert explain_flat_pace(easy(60), KM).value == "6:00/km"
    assert explain_flat_pace(easy(60), KM).inputs[1] == ("climb", "not known")
    assert explain_flat_pace(easy(60, distance_m=None), KM).needs == "its distance"
    assert flat_pace_of(easy(60, distance_m=None)) is None


def test_why_the_efficiency() -> None:
    why = explain_efficiency(easy(), KM)
    assert why.value == "1.33 m a beat"
    assert why.inputs == (("distance", "10 km"), ("minutes", "50"), ("heart rate", "150"))
    assert why.steps == ("10000 m / 7500 beats = 1.33",)


def test_what_efficiency_needs() -> None:
    assert explain_efficiency(easy(15, hr_avg=None), KM).needs == "20 minutes or more and a heart rate"
    assert explain_efficiency(easy(type="race"), KM).needs == "an easy type or rating"
