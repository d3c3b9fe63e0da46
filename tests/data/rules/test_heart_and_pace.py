"""TRIMP, hr score, Edwards and the pace score (RULES 1); the worked numbers are in test_vectors.py."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Athlete, LoggedSession
from data.rules.heart import (
    Sex,
    edwards,
    edwards_of,
    explain_edwards,
    explain_hr_score,
    explain_trimp,
    hr_score,
    hr_score_of,
    trimp,
    trimp_of,
)  # fmt: skip
from data.rules.pace import explain_pace_score, pace_score, pace_score_of
from data.units import Units
from tests.builders import athlete, run

KM = Units()
ANNA = athlete(sex="female", hr_rest=60, hr_max=190, lthr=170, threshold_s_per_km=270)


def tempo(minutes: float | None = 60, **fields: Any) -> LoggedSession:
    usual: dict[str, Any] = {"type": "tempo", "hr_avg": 150}
    return run("2026-06-02 07:00", minutes, **(usual | fields))


def test_edwards_takes_five_zones() -> None:
    assert edwards([10, 20, 15]) is edwards([]) is None


def test_heart_rates_that_cannot_be() -> None:
    assert trimp(30, 130, 60, 60, "male") is None
    assert trimp(30, 50, 60, 190, "male") == 0
    assert trimp(30, 1_000_000_000, 60, 190, "male") is None
    assert trimp(30, 150, 1, 2, "female") is None
    assert hr_score(30, 130, 60, 190, 60, "male") is None


def test_of_a_session() -> None:
    assert trimp_of(tempo(), ANNA) == pytest.approx(113.51678807244653)
    assert hr_score_of(tempo(), ANNA) == pytest.approx(63.28044866586903)
    assert edwards_of(tempo(zone_seconds=(600, 1200, 900, 600, 300))) == pytest.approx(160)
    assert pace_score_of(tempo(30, distance_m=6000), ANNA) == pytest.approx(40.5)


def test_the_pace_score_is_of_the_pace_on_the_flat() -> None:
    # Up 10 %, where each metre costs 1.6578372 of a flat one: 8:17 is worth 5:00.
    uphill = tempo(30, distance_m=6000 / 1.6578372222222222, ascent_m=600 / 1.6578372222222222, descent_m=0)
    assert pace_score_of(uphill, ANNA) == pytest.approx(40.5)
    assert pace_score_of(tempo(30, kind="cross", type=None, distance_m=6000), ANNA) is None


def test_why_the_trimp() -> None:
    why = explain_trimp(tempo(), ANNA)
    assert (why.figure, why.value) == ("TRIMP: tempo run, Tue 2 Jun 07:00", "113.5")
    assert why.inputs == (
        ("minutes", "60"), ("heart rate", "150"), ("at rest", "60"), ("highest", "190"), ("sex", "female"),
    )  # fmt: skip
    assert why.steps == ("x = (150 − 60) / (190 − 60) = 0.692", "60 × 0.692 × 0.86 × e^(1.67 × 0.692) = 113.5")


def test_why_the_heart_rate_score() -> None:
    why = explain_hr_score(tempo(), ANNA)
    assert why.value == "63.3"
    assert why.steps == ("an hour at threshold: 179.4", "100 × 113.5 / 179.4 = 63.3")


def test_why_the_zones() -> None:
    why = explain_edwards(tempo(zone_seconds=(600, 1200, 900, 600, 300)))
    assert why.value == "160"
    assert why.steps == ("10 × 1 + 20 × 2 + 15 × 3 + 10 × 4 + 5 × 5 = 160",)
    assert explain_edwards(tempo()).needs == "the time in five heart-rate zones, from a watch"


def test_why_the_pace_score() -> None:
    why = explain_pace_score(tempo(30, distance_m=6000), ANNA, KM)
    assert why.value == "40.5"
    assert why.inputs == (("grade-adjusted pace", "5:00/km"), ("threshold pace", "4:30/km"))
    assert why.steps == ("30:00 is 1800 s; IF 0.9", "1800 × 0.9² / 36 = 40.5")


@pytest.mark.parametrize(
    ("who", "session", "trimp_needs", "score_needs"),
    [
        (ANNA, tempo(hr_avg=None), "its average heart rate", "its average heart rate"),
        (
            athlete(sex="male", hr_max=190), tempo(),
            "your resting heart rate", "your resting heart rate, your heart rate at threshold",
        ),
        (
            athlete(hr_rest=60, hr_max=190, lthr=170), tempo(None),
            "its minutes, your sex", "its minutes, your sex",
        ),
        (
            athlete(sex="male", hr_rest=60, hr_max=55, lthr=170), tempo(),
            "a highest heart rate above your resting one",
            "heart rates at threshold and at most above your resting one",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(who: Athlete, session: LoggedSession, trimp_needs: str, score_needs: str) -> None:
    assert (explain_trimp(session, who).value, explain_trimp(session, who).needs) == ("", trimp_needs)
    assert (explain_hr_score(session, who).value, explain_hr_score(session, who).needs) == ("", score_needs)


def test_a_heart_rate_that_nobody_has_is_what_is_wrong() -> None:
    who = athlete(hr_rest=50, hr_max=190, lthr=170, sex="male")
    slip = run("2026-06-01 07:00", hr_avg=1540)
    for why in (explain_trimp(slip, who), explain_hr_score(slip, who)):
        assert (why.value, why.needs) == ("", "an average heart rate that somebody can have")


def test_the_pace_score_says_what_it_needs() -> None:
    assert explain_pace_score(tempo(30), athlete(), KM).needs == "its distance, your threshold pace"


sexes = st.sampled_from(["male", "female"])
rates = st.floats(40, 220)


@given(st.floats(1, 300), rates, st.floats(1, 30), sexes)
def test_a_higher_heart_rate_counts_more(minutes: float, hr: float, more: float, sex: Sex) -> None:
    assert (trimp(minutes, hr + more, 39, 200, sex) or 0) > (trimp(minutes, hr, 39, 200, sex) or 0)


@given(st.floats(1, 300), rates, st.floats(1.01, 5), sexes)
def test_twice_as_long_counts_twice(minutes: float, hr: float, times: float, sex: Sex) -> None:
    assert trimp(minutes * times, hr, 39, 200, sex) == pytest.approx((trimp(minutes, hr, 39, 200, sex) or 0) * times)


@given(st.integers(80, 200), sexes)
def test_an_hour_at_threshold_is_a_hundred(lthr: int, sex: Sex) -> None:
    assert hr_score(60, lthr, 50, 210, lthr, sex) == pytest.approx(100)


@given(st.floats(150, 600))
def test_an_hour_at_threshold_pace_is_a_hundred(pace: float) -> None:
    assert pace_score(3600, pace, pace) == pytest.approx(100)
