"""e1RM against the worked numbers of RULES 2.1, by formula and by chart, and the weight for the next set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.model import LoggedExercise, LoggedSet
from data.rules.strength import (
    best_lifts,
    best_set,
    chart_share,
    e1rm,
    e1rm_by,
    e1rm_by_effort,
    e1rm_of_set,
    explain_best_lift,
    explain_e1rm,
    kg_for,
)  # fmt: skip
from data.units import Units
from tests.builders import lift, sets

CATALOGUE = load_catalogue()
EXACT = 1e-12
KG = Units()


def test_a_single_is_what_was_lifted() -> None:
    # The table of vectors has 103.33 for Epley here, its formula as it stands; the rule is that a single is itself.
    assert e1rm_by("epley", 100, 1) == 100
    assert e1rm_by("brzycki", 100, 1) == 100
    assert e1rm_by("wathan", 100, 1) == pytest.approx(101.30419059087079, rel=EXACT)
    assert e1rm_by("lombardi", 100, 1) == 100


@pytest.mark.parametrize("formula", ["epley", "brzycki", "wathan", "lombardi"])
def test_no_formula_above_twelve_repetitions(formula: str) -> None:
    assert e1rm_by(formula, 60, 12) is not None  # type: ignore[arg-type]
    assert e1rm_by(formula, 60, 13) is None  # type: ignore[arg-type]
    assert e1rm_by(formula, 60, 0) is None  # type: ignore[arg-type]
    assert e1rm_by(formula, 0, 5) is None  # type: ignore[arg-type]


CURVE = [1.0, 0.955, 0.922, 0.892, 0.863, 0.837, 0.811, 0.786, 0.762, 0.739, 0.707, 0.68, 0.653, 0.626, 0.599, 0.572]


def test_the_curve_is_the_same_for_repetitions_done_and_in_reserve() -> None:
    for step, share in enumerate(CURVE, 1):
        for reps in range(1, min(step, 12) + 1):
            assert chart_share(reps, step - reps) == share


# 100 kg: 5 at RPE 8, 3 at 9, 5 at 8.5, 10 at 8.
@pytest.mark.parametrize(("reps", "rir", "most"), [(5, 2, 123.30), (3, 1, 112.11), (5, 1.5, 121.36), (10, 2, 147.06)])
def test_the_chart(reps: int, rir: float, most: float) -> None:
    assert e1rm_by_effort(100, reps, rir) == pytest.approx(most, abs=0.005)


def test_the_weight_for_the_next_set() -> None:
    # RULES 4.3: 80 × 5 at RPE 8 makes 98.64, and that 82.56 for 4 at 8.
    most = e1rm_by_effort(80, 5, 2) or 0
    assert most == pytest.approx(98.64, abs=0.005)
    assert kg_for(most, 4, 2) == pytest.approx(82.56, abs=0.005)


@pytest.mark.parametrize(("reps", "rir"), [(13, 0), (12, 5), (1, 16), (0, 2), (5, -1)])
def test_what_the_chart_does_not_hold(reps: int, rir: float) -> None:
    assert chart_share(reps, rir) is e1rm_by_effort(100, reps, rir) is kg_for(100, reps, rir) is None


def test_the_chart_where_the_reserve_is_known_and_epley_where_it_is_not() -> None:
    assert e1rm(100, 5, 2) == pytest.approx(123.30, abs=0.005)
    assert e1rm(100, 5) == pytest.approx(116.667, abs=0.0005)
    assert e1rm_of_set(LoggedSet(kg=100, reps=5, type="failure")) == pytest.approx(100 / 0.863)


def test_warm_ups_and_sets_without_a_weight_say_nothing() -> None:
    assert e1rm_of_set(LoggedSet(kg=100, reps=5, type="warmup")) is None
    assert e1rm_of_set(LoggedSet(reps=5, rir=2)) is None
    assert e1rm_of_set(LoggedSet(kg=100, seconds=30)) is None


SQUATS = LoggedExercise(
    exercise="back_squat",
    sets=(
        LoggedSet(type="warmup", kg=140, reps=5, rir=5),
        LoggedSet(kg=95, reps=5, rir=3),
        LoggedSet(kg=100, reps=5, rir=2),
        LoggedSet(kg=60, reps=20),
    ),
)
EVENING = lift("2026-06-01 18:00", exercises=(SQUATS,))


def test_the_best_set_of_a_session() -> None:
    best = best_set(EVENING, SQUATS, CATALOGUE)
    assert best is not None
    assert (best.done, best.exercise) == (SQUATS.sets[2], "back_squat")
    assert best.e1rm == pytest.approx(123.30, abs=0.005)


def test_added_weight_is_not_all_that_is_lifted() -> None:
    session = lift("2026-06-01 18:00", exercises=sets("pull_up", 3, kg=20, reps=5, rir=2))
    assert best_set(session, session.exercises[0], CATALOGUE) is None
    assert explain_e1rm(session, session.exercises[0], CATALOGUE, KG) is None


def test_the_bests_of_a_log() -> None:
    light = lift("2026-05-25 18:00", exercises=sets("back_squat", 3, kg=90, reps=5, rir=2))
    other = lift("2026-05-27 18:00", exercises=sets("sled_push", 1, kg=150, reps=8))
    again = lift("2026-06-08 18:00", exercises=(SQUATS,))
    bests = best_lifts([light, other, EVENING, again], CATALOGUE)
    assert {name: (best.session, round(best.e1rm, 1)) for name, best in bests.items()} == {
        "back_squat": (EVENING, 123.3),
        "sled_push": (other, 190.0),
    }


def test_why_it_is_by_the_chart() -> None:
    why = explain_e1rm(EVENING, SQUATS, CATALOGUE, KG)
    assert why is not None
    assert (why.figure, why.value) == ("e1RM Back squat: lift, Mon 1 Jun 18:00", "123.3 kg")
    assert why.inputs == (
        ("95 kg × 5 RIR 3", "120.9 kg"), ("100 kg × 5 RIR 2", "123.3 kg"), ("60 kg × 20", "says too little"),
    )  # fmt: skip
    assert why.steps == ("5 done and 2 in reserve: 0.811", "100 kg / 0.811 = 123.3 kg")


def test_why_it_is_by_epley_beside_the_others() -> None:
    session = lift("2026-06-01 18:00", exercises=sets("back_squat", 1, kg=100, reps=5))
    why = explain_e1rm(session, session.exercises[0], CATALOGUE, KG)
    assert why is not None
    assert why.value == "116.7 kg"
    assert why.steps == (
        "100 kg × (1 + 5 / 30) = 116.7 kg",
        "for comparison Brzycki 112.5 kg, Wathan 116.6 kg, Lombardi 117.5 kg",
    )


def test_sets_that_say_too_little_say_what_is_needed() -> None:
    session = lift("2026-06-01 18:00", exercises=sets("back_squat", 3, kg=40, reps=20))
    why = explain_e1rm(session, session.exercises[0], CATALOGUE, KG)
    assert why is not None
    assert (why.value, why.needs) == ("", "a set of at most 12 repetitions, not too far from failure")


def test_the_best_in_pounds() -> None:
    best = best_lifts([EVENING], CATALOGUE)["back_squat"]
    why = explain_best_lift(best, CATALOGUE, Units(weight="lb"))
    assert (why.figure, why.value) == ("e1RM Back squat", "271.8 lb")


kilos = st.floats(1, 500)
reps = st.integers(1, 12)
rirs = st.integers(0, 8).map(lambda halves: halves / 2)


@given(kilos, reps, rirs)
def test_the_chart_and_back(kg: float, count: int, rir: float) -> None:
    most = e1rm_by_effort(kg, count, rir)
    assert most is not None
    assert most >= kg
    assert kg_for(most, count, rir) == pytest.approx(kg)


@given(kilos, st.floats(1.01, 2), reps, st.none() | rirs)
def test_more_weight_says_more(kg: float, times: float, count: int, rir: float | None) -> None:
    assert (e1rm(kg * times, count, rir) or 0) > (e1rm(kg, count, rir) or 0)


@given(kilos, st.integers(1, 11), st.none() | rirs)
def test_more_repetitions_say_more(kg: float, count: int, rir: float | None) -> None:
    assert (e1rm(kg, count + 1, rir) or 0) > (e1rm(kg, count, rir) or 0)


@given(st.integers(1, 11), st.integers(0, 7))
def test_half_a_step_is_the_mean_of_its_neighbours(count: int, rir: int) -> None:
    place = count + rir - 1
    if place < len(CURVE) - 1:
        assert chart_share(count, rir + 0.5) == pytest.approx((CURVE[place] + CURVE[place + 1]) / 2)
