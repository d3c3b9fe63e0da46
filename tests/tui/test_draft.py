"""The set in hand: what keys make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.model import Exercise, LoggedSet
from data.plates import POUND_RACK, Rack
from data.units import Units, parse_weight
from tui.draft import next_type, nudged_amount, nudged_kg, typed_more, typed_wrong, with_typed

KILOS, POUNDS = Units(), Units(weight="lb")
SQUAT_SET = LoggedSet(kg=82.5, reps=5, rir=2)


def exercise(name: str) -> Exercise:
    return load_catalogue().exercises[name]


SQUAT, HOP, CARRY, PULL_UP, PLANK = map(
    exercise, ("back_squat", "pogo_hop", "suitcase_carry", "pull_up", "front_plank")
)


def typed(text: str) -> str:
    """What is typed once every character has been pressed."""
    so_far = ""
    for character in text:
        longer = typed_more(so_far, character)
        so_far = so_far if longer is None else longer
    return so_far


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("82.5x5", "82.5x5"),
        ("82,5x5", "82.5x5"),
        ("85*5", "85x5"),
        ("8..5", "8.5"),
        ("x5", "5"),
        (".5", "5"),
        ("85x5x6", "85x56"),
        ("12345678", "123456"),
        ("80kg", "80"),
        ("82.5x5 @8", "82.5x5 @8"),
        ("82.5x5@8.5", "82.5x5@8.5"),
        ("85  @@8 5", "85 @85"),
        (" @8", "@8"),
        ("85 x5", "85x5"),
        ("85 5", "855"),
    ],
)
def test_only_what_makes_sense_can_be_typed(keys: str, text: str) -> None:
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("85", LoggedSet(kg=85, reps=5, rir=2)),
        ("85x6", LoggedSet(kg=85, reps=6, rir=2)),
        ("85x", LoggedSet(kg=85, reps=5, rir=2)),
        ("87.", LoggedSet(kg=87, reps=5, rir=2)),
        ("0", LoggedSet(kg=0, reps=5, rir=2)),
        ("", SQUAT_SET),
        ("85x6 @9", LoggedSet(kg=85, reps=6, rir=1)),
        ("@8.5", LoggedSet(kg=82.5, reps=5, rir=1.5)),
        ("85@", LoggedSet(kg=85, reps=5, rir=2)),
        ("85@12", LoggedSet(kg=85, reps=5, rir=2)),
    ],
)
def test_kilograms_then_reps(text: str, expected: LoggedSet) -> None:
    assert with_typed(SQUAT_SET, text, SQUAT, KILOS) == expected


@pytest.mark.parametrize(("text", "wrong"), [("85x5 @8", False), ("85x5 @", True), ("@10", False), ("@12", True)])
def test_a_rating_that_is_none_is_said(text: str, wrong: bool) -> None:
    assert (typed_wrong(text, SQUAT, Units()) is not None) == wrong


def test_pounds_are_kept_as_kilograms() -> None:
    assert with_typed(SQUAT_SET, "185x5", SQUAT, POUNDS).kg == parse_weight("185 lb")


def test_where_no_weight_is_lifted_a_number_is_the_amount_and_x_adds_a_weight() -> None:
    assert with_typed(LoggedSet(contacts=20), "25", HOP, KILOS) == LoggedSet(contacts=25)
    assert with_typed(LoggedSet(reps=5), "10x6", PULL_UP, KILOS) == LoggedSet(kg=10, reps=6)
    assert with_typed(LoggedSet(kg=24, metres=30), "28x40", CARRY, KILOS) == LoggedSet(kg=28, metres=40)


@given(st.text(st.sampled_from("0123456789.,x*a @"), max_size=20), st.sampled_from([SQUAT, HOP, CARRY, None]))
def test_whatever_is_pressed_makes_a_set(keys: str, known: Exercise | None) -> None:
    before = LoggedSet(kg=80, reps=5)
    after = with_typed(before, typed(keys), known, KILOS)
    assert after.rir is None or 0 <= after.rir <= 10
    assert after.kg is not None
    assert 0 <= after.kg <= 999_999


def test_steps_of_weight_and_amount() -> None:
    assert nudged_kg(SQUAT_SET, 1, SQUAT, Rack()).kg == 85
    assert nudged_kg(LoggedSet(reps=5), 1, SQUAT, Rack()).kg == 20
    assert nudged_kg(LoggedSet(kg=parse_weight("45 lb"), reps=5), 1, SQUAT, POUND_RACK).kg == parse_weight("50 lb")
    assert nudged_amount(LoggedSet(seconds=30), 1, PLANK).seconds == 35
    assert nudged_amount(LoggedSet(metres=30, kg=24), -1, CARRY).metres == 25
    assert nudged_amount(LoggedSet(reps=0), -1, SQUAT).reps == 0
    assert nudged_amount(LoggedSet(), 1, SQUAT).reps == 1


def test_the_type_goes_round_and_takes_what_is_in_reserve_with_it() -> None:
    done = SQUAT_SET
    seen = []
    for _ in range(4):
        done = next_type(done, SQUAT_SET)
        seen.append((done.type, done.rir))
    assert seen == [("drop", 2), ("failure", 0), ("warmup", None), ("work", 2)]
