"""Maintenance: half the sets, and what else goes while that is still hard on the legs (RULES 4.1)."""

import pytest

from data.catalogue import load_catalogue
from data.rules.dose import maintenance, maintenance_session, scaled
from data.rules.duration import estimated_minutes
from data.rules.hardness import hardness, leg_stress
from tests.builders import planned_lift, prescribed

CATALOGUE = load_catalogue()
MONDAY = "2026-06-01 18:00"


@pytest.mark.parametrize(("before", "after"), [(4, 2), (3, 2), (2, 1), (1, 1), (5, 3), (6, 3)])
def test_half_the_sets_rounded_up_and_never_none(before: int, after: int) -> None:
    squat = prescribed("back_squat", before, 5, kg=80, rir=2, rest=150, tempo="3-0-1-0", ramp_sets=2)
    less = prescribed("back_squat", after, 5, kg=80, rir=2, rest=150, tempo="3-0-1-0", ramp_sets=2)
    assert scaled(squat, 0.5) == maintenance(squat, CATALOGUE) == less


@pytest.mark.parametrize(
    ("template", "minutes", "stress"),
    [
        ("gym_2day/A", 25.1, 6.67), ("gym_2day/B", 25.3, 9.27), ("home_2day/A", 26.9, 6.00),
        ("home_2day/B", 27.1, 6.67), ("offseason_3day/A", 24.7, 6.33), ("offseason_3day/B", 23.9, 8.00),
        ("offseason_3day/C", 27.9, 13.20), ("maintenance_1day/A", 24.1, 6.67),
    ],
)  # fmt: skip
def test_the_templates_at_half_their_sets(template: str, minutes: float, stress: float) -> None:
    less = scaled(CATALOGUE.templates[template].item, 0.5)
    assert round(estimated_minutes(less, CATALOGUE), 1) == minutes
    assert round(leg_stress(less, CATALOGUE) or 0, 2) == stress


def test_what_is_no_longer_hard_keeps_all_its_exercises() -> None:
    gym_b = CATALOGUE.templates["gym_2day/B"].item
    assert [each.exercise for each in maintenance(gym_b, CATALOGUE)] == [each.exercise for each in gym_b]


def test_what_is_still_hard_loses_its_bounds_and_then_its_last_accessory() -> None:
    # 3.2 of bounding, 4 of deadlift, 2 of single-leg deadlift, 4 of calf raises: 13.2, 10 without the bounding.
    less = maintenance(CATALOGUE.templates["offseason_3day/C"].item, CATALOGUE)
    assert [each.exercise for each in less] == ["deadlift", "single_leg_deadlift_dumbbell", "suitcase_carry"]
    assert leg_stress(less, CATALOGUE) == 6


def test_the_accessory_of_the_highest_stress_goes_first_and_small_jumps_stay() -> None:
    lift = (
        prescribed("pogo_hop", 4, 30)
        + prescribed("back_squat", 6, 5)
        + prescribed("rear_foot_split_squat_dumbbell", 2, 6)
        + prescribed("calf_raise_single_dumbbell", 2, 10)
    )
    # 2 of hops, 6 of squats, 3 of split squats, 2 of calf raises: 13, and 10 and then 8 without the last two.
    assert [each.exercise for each in maintenance(lift, CATALOGUE)] == ["pogo_hop", "back_squat"]


def test_of_two_like_squats_the_second_is_the_accessory() -> None:
    lift = prescribed("back_squat", 8, 5) + prescribed("push_up", 2, 10) + prescribed("back_squat", 8, 5)
    assert [each.exercise for each in maintenance(lift, CATALOGUE)] == ["back_squat", "push_up"]


def test_all_high_jumps_go_together() -> None:
    # 3.2 of bounding, 0.8 of squat jumps, 8 of squats: 8.8 without the bounds alone.
    lift = prescribed("bounding", 4, 16) + prescribed("squat_jump", 6, 4) + prescribed("back_squat", 8, 5)
    assert [each.exercise for each in maintenance(lift, CATALOGUE)] == ["back_squat"]


def test_the_main_lift_stays_however_hard_it_is() -> None:
    assert maintenance(prescribed("back_squat", 20, 5), CATALOGUE) == prescribed("back_squat", 10, 5)


def test_an_exercise_that_the_catalogue_lacks_is_halved_and_stays() -> None:
    lift = prescribed("my_own_lunge", 4, 8) + prescribed("back_squat", 20, 5) + prescribed("walking_lunge", 4, 8)
    assert [each.exercise for each in maintenance(lift, CATALOGUE)] == ["my_own_lunge", "back_squat"]


def test_a_lift_turned_to_maintenance_is_written_out_and_keeps_its_name() -> None:
    lift = planned_lift(MONDAY, 45, notes="bring a belt")
    less = maintenance_session(lift, CATALOGUE)
    assert less is not None
    assert (less.id, less.start, less.notes) == (lift.id, lift.start, "bring a belt")
    assert (less.title, less.template, less.minutes) == ("Gym A, maintenance", None, 25)
    assert less.exercises == maintenance(CATALOGUE.templates["gym_2day/A"].item, CATALOGUE)
    assert (hardness(lift, CATALOGUE).level, hardness(less, CATALOGUE).level) == ("hard", "moderate")


def test_a_name_of_its_own_is_kept_and_minutes_that_are_unknown_stay_so() -> None:
    lift = planned_lift(MONDAY, None, title="Heavy legs", exercises=prescribed("back_squat", 5, 5))
    less = maintenance_session(lift, CATALOGUE)
    assert less is not None
    assert (less.title, less.minutes) == ("Heavy legs, maintenance", None)


def test_a_short_lift_gets_no_longer() -> None:
    less = maintenance_session(planned_lift(MONDAY, 20), CATALOGUE)
    assert less is not None
    assert less.minutes == 20


def test_twice_is_named_once() -> None:
    once = maintenance_session(planned_lift(MONDAY, exercises=prescribed("back_squat", 8, 5)), CATALOGUE)
    assert once is not None
    twice = maintenance_session(once, CATALOGUE)
    assert twice is not None
    assert (twice.title, twice.exercises[0].sets) == ("Lift, maintenance", 2)


@pytest.mark.parametrize("exercises", [(), prescribed("back_squat", 1, 5) + prescribed("push_up", 1, 10)])
def test_there_is_no_maintenance_of_nothing_or_of_single_sets(exercises: tuple[()]) -> None:
    assert maintenance_session(planned_lift(MONDAY, exercises=exercises), CATALOGUE) is None
