"""Building, solid or strong: the squat or the trap-bar deadlift against bodyweight (RULES 4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.rules.level import counting_level, explain_level, level_of, measured_level
from data.units import Units
from tests.builders import athlete, lift, sets

CATALOGUE = load_catalogue()
KG = Units()
SQUAT = lift("2026-06-01 18:00", exercises=sets("back_squat", 3, kg=80, reps=5, rir=2))  # 98.6
TRAP_BAR = lift("2026-06-03 18:00", exercises=sets("trap_bar_deadlift", 3, kg=100, reps=5, rir=2))  # 123.3
LEG_CURLS = lift("2026-06-05 18:00", exercises=sets("rdl_barbell", 3, kg=150, reps=5, rir=2))


@pytest.mark.parametrize(
    ("most", "level"), [(69.9, "building"), (70, "solid"), (104.9, "solid"), (105, "strong"), (200, "strong")]
)
def test_the_level_at_seventy_kilos(most: float, level: str) -> None:
    assert level_of(most, 70) == level


@given(st.floats(30, 200))
def test_the_edges_belong_to_the_level_above(weight: float) -> None:
    assert level_of(weight, weight) == "solid"
    assert level_of(weight * 1.5, weight) == "strong"


def test_the_better_of_squat_and_trap_bar_says_it() -> None:
    anna = athlete(bodyweight_kg=70)
    assert measured_level(anna, [SQUAT, LEG_CURLS], CATALOGUE) == "solid"
    assert measured_level(anna, [SQUAT, TRAP_BAR], CATALOGUE) == "strong"
    assert measured_level(athlete(bodyweight_kg=100), [SQUAT], CATALOGUE) == "building"


def test_without_a_bodyweight_or_a_lift_nothing_says_it() -> None:
    assert measured_level(athlete(), [SQUAT], CATALOGUE) is None
    assert measured_level(athlete(bodyweight_kg=70), [LEG_CURLS], CATALOGUE) is None
    assert explain_level(athlete(), [], CATALOGUE, KG).needs == (
        "your bodyweight and a barbell squat or a trap-bar deadlift"
    )


def test_why_the_level() -> None:
    why = explain_level(athlete(bodyweight_kg=70, level="building"), [SQUAT, TRAP_BAR], CATALOGUE, KG)
    assert why.value == "strong"
    assert why.inputs == (
        ("in your profile", "building"),
        ("Trap-bar deadlift, lift, Wed 3 Jun 18:00", "e1RM 123.3 kg"),
        ("bodyweight", "70 kg"),
        ("counts", "building, by your word"),
    )
    assert why.steps == ("123.3 kg / 70 kg = 1.76",)


def test_which_level_counts() -> None:
    said, lifts = athlete(level="building"), athlete(level="building", level_by="lifts")
    assert [counting_level(said, each) for each in ("strong", None)] == ["building", "building"]
    assert [counting_level(lifts, each) for each in ("strong", None)] == ["strong", "building"]
    why = explain_level(athlete(bodyweight_kg=70, level_by="lifts"), [TRAP_BAR], CATALOGUE, KG)
    assert ("counts", "strong, by your lifts, once they say one") in why.inputs
