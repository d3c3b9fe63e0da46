"""Fitness, fatigue and form (RULES 1); the worked numbers are in test_vectors.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.rules.form import explain_fatigue, explain_fitness, explain_form, fatigue, fitness, form

EXACT = 1e-12


def test_form_is_that_of_the_day_before() -> None:
    assert form([100, 100, 900]) == pytest.approx(4.705215419501133 - 26.53061224489796, rel=EXACT)
    assert form([100]) == 0


def test_before_the_log_there_is_nothing() -> None:
    assert fitness([]) == fatigue([]) == form([]) == 0


loads = st.lists(st.floats(0, 2000), max_size=120)


@given(loads, st.floats(0, 2000))
def test_neither_leaves_what_the_days_held(daily: list[float], load: float) -> None:
    for value in (fitness([*daily, load]), fatigue([*daily, load])):
        assert 0 <= value <= max([*daily, load]) + 1e-9


@given(loads, st.floats(0, 2000), st.floats(1, 100))
def test_more_load_means_more_of_both_and_the_same_form_until_tomorrow(
    daily: list[float], load: float, more: float
) -> None:
    before, after = [*daily, load], [*daily, load + more]
    assert fitness(after) > fitness(before)
    assert fatigue(after) - fatigue(before) > fitness(after) - fitness(before)
    assert form(after) == form(before)
    assert form([*after, 0]) < form([*before, 0])


@given(st.floats(1, 2000))
def test_the_same_load_for_long_enough_is_the_value(load: float) -> None:
    assert fitness([load] * 600) == pytest.approx(load, rel=1e-5)
    assert form([load] * 600) == pytest.approx(0, abs=load * 1e-5)


def test_why_fitness_and_fatigue() -> None:
    why = explain_fitness([100] * 42)
    assert why.value == "64"
    # 41 days of it leave 62.8: 100 × (1 − (41/42)^41).
    assert why.inputs == (("the day before", "62.8"), ("load of the last day", "100"))
    # Decaying instead leaves 100 × (1 − 1/e) after 42 days.
    assert why.steps == (
        "62.8 + (100 − 62.8) / 42 = 63.7",
        "for comparison, × (1 − e^(−1/42)) in place of / 42: 63.2",
    )
    assert explain_fatigue([100] * 42).value == "100"


def test_why_the_form() -> None:
    why = explain_form([100, 100, 0])
    assert why.value == "−22"
    assert why.steps == ("4.7 − 26.5 = −21.8",)
    assert explain_form([100]).value == "0"


def test_what_is_missing_is_said() -> None:
    for explain in (explain_fitness, explain_fatigue, explain_form):
        assert (explain([]).value, explain([]).needs) == ("", "a session done by then")
        unrated = explain([100] * 10, unrated=1)
        assert (unrated.value, unrated.needs) == ("", "a rating and the minutes of 1 session")
