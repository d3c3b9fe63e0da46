"""How hard a session is. The worked cases are those of RULES 3.1 and 3.2."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from data.catalogue import load_catalogue
from data.model import Hard, LoggedExercise, LoggedSet
from data.rules.hardness import LEVELS, Hardness, explain_hardness, hardness, leg_stress, lift_hardness, run_hardness
from tests.builders import lift, planned_lift, planned_run, prescribed, run, sets

CATALOGUE = load_catalogue()

RUNS = [
    ({"type": "tempo"}, "hard"),
    ({"type": "tempo", "rpe": 4}, "moderate"),
    ({"type": "tempo", "rpe": 6}, "hard"),
    ({"type": "easy", "rpe": 8}, "hard"),
    ({"type": "easy", "rpe": 5}, "moderate"),
    ({"type": "long", "minutes": 80}, "moderate"),
    ({"type": "long", "minutes": 90, "rpe": 3}, "hard"),
    ({"type": "easy", "descent_m": 650, "minutes": 60}, "hard"),
    ({"type": None, "rpe": 7}, "hard"),
    ({"type": None, "minutes": 40}, None),
    ({"type": None, "minutes": 95}, "hard"),
]


@pytest.mark.parametrize(("fields", "level"), RUNS)
def test_a_run_is_as_hard_as_the_worked_case_says(fields: dict[str, Any], level: str | None) -> None:
    assert hardness(run("2026-06-02 07:00", **{"minutes": 40} | fields), CATALOGUE).level == level


@pytest.mark.parametrize(
    ("run_type", "level"),
    [
        ("recovery", "easy"), ("easy", "easy"),
        ("steady", "moderate"), ("progression", "moderate"), ("fartlek", "moderate"), ("long", "moderate"),
        ("tempo", "hard"), ("threshold", "hard"), ("intervals", "hard"), ("hills", "hard"), ("time_trial", "hard"),
        ("race", "hard"),
    ],
)  # fmt: skip
def test_each_type_of_run_has_its_level(run_type: str, level: str) -> None:
    assert hardness(planned_run("2026-06-02 07:00", 40, type=run_type), CATALOGUE).level == level


@pytest.mark.parametrize(
    ("minutes", "descent", "level"),
    [(74.9, 0, "easy"), (75, 0, "moderate"), (89.9, 0, "moderate"), (90, 0, "hard"),
     (30, 299, "easy"), (30, 300, "moderate"), (30, 599, "moderate"), (30, 600, "hard")],
)  # fmt: skip
def test_long_runs_and_long_descents_are_never_easy(minutes: float, descent: float, level: str) -> None:
    assert run_hardness("recovery", 1, minutes, descent).level == level


def test_a_rating_alone_says_how_hard_a_run_was() -> None:
    assert [run_hardness(None, rating).level for rating in (0, 4, 4.5, 5, 6.5, 7)] == [
        "easy", "easy", "easy", "moderate", "moderate", "hard",
    ]  # fmt: skip


def test_a_run_that_nothing_is_known_of_says_so() -> None:
    found = run_hardness(None, minutes=40)
    assert found == Hardness(None, reasons=("neither its type nor a rating is known",))


LIFTS = [
    ({"stress": 11.33}, "hard"),
    ({"stress": 9, "rating": 6}, "moderate"),
    ({"stress": 9, "rating": 7}, "hard"),
    ({"stress": 3.9, "rating": 9}, "easy"),
    ({"stress": 12, "rating": 3}, "moderate"),
    ({"stress": 0, "rating": 8}, "easy"),
    ({"stress": None, "rating": 7}, "hard"),
    ({"stress": None, "rating": 6}, "moderate"),
    ({"stress": None, "rating": 5}, "moderate"),
    ({"stress": None, "rating": 4}, "easy"),
    ({"stress": None}, "moderate"),
    ({"stress": None, "rating": 8, "focus": "upper"}, "easy"),
    ({"stress": None, "focus": "core"}, "easy"),
    ({"stress": None, "focus": "mobility"}, "easy"),
    ({"stress": None, "rating": 8, "focus": "legs"}, "hard"),
    ({"stress": 16.4, "mark": "easy"}, "easy"),
    ({"stress": 10}, "hard"),
    ({"stress": 4}, "moderate"),
    ({"stress": 4, "rating": 3}, "easy"),
]


@pytest.mark.parametrize(("facts", "level"), LIFTS)
def test_a_lift_is_as_hard_as_the_worked_case_says(facts: dict[str, Any], level: str) -> None:
    assert lift_hardness(**facts).level == level


def test_only_a_lift_without_sets_and_rating_is_assumed() -> None:
    assert lift_hardness(None).assumed
    assert not lift_hardness(None, rating=6).assumed
    assert not lift_hardness(None, focus="upper").assumed
    assert not lift_hardness(5).assumed


TEMPLATES = [
    ("gym_2day/A", 11 + 1 / 3, "hard"),
    ("gym_2day/B", 16.4, "hard"),
    ("home_2day/A", 9, "moderate"),
    ("home_2day/B", 12, "hard"),
    ("offseason_3day/A", 12, "hard"),
    ("offseason_3day/B", 13, "hard"),
    ("offseason_3day/C", 20.8, "hard"),
    ("maintenance_1day/A", 9 + 1 / 3, "moderate"),
]


@pytest.mark.parametrize(("template", "stress", "level"), TEMPLATES)
def test_a_planned_template_has_its_leg_stress(template: str, stress: float, level: str) -> None:
    found = hardness(planned_lift("2026-06-01", template=template), CATALOGUE)
    assert found.leg_stress == pytest.approx(stress)
    assert found.level == level


def test_every_template_is_among_the_worked_ones() -> None:
    assert {template for template, _, _ in TEMPLATES} == set(CATALOGUE.templates)


def test_sets_far_from_failure_count_half_and_warm_ups_not_at_all() -> None:
    # Back squat: ecc 2.
    assert leg_stress(sets("back_squat", 4, rir=3), CATALOGUE) == 8
    assert leg_stress(sets("back_squat", 4, rir=4), CATALOGUE) == 4
    assert leg_stress(sets("back_squat", 4), CATALOGUE) == 8
    assert leg_stress(sets("back_squat", 4, type="warmup"), CATALOGUE) == 0
    assert leg_stress(prescribed("back_squat", 4, 5, rir=4), CATALOGUE) == 4


def test_contacts_count_by_thirty() -> None:
    # Bounding: ecc 3.
    assert leg_stress(sets("bounding", 2, contacts=10), CATALOGUE) == 2
    assert leg_stress(sets("bounding", 2, reps=10), CATALOGUE) == 2
    assert leg_stress(prescribed("bounding", 3, 10), CATALOGUE) == 3


def test_left_and_right_are_one_set() -> None:
    left, right = LoggedSet(reps=8, side="left"), LoggedSet(reps=8, side="right")
    split_squats = LoggedExercise(exercise="split_squat_dumbbell", sets=(left, right, left, right))
    one_leg = LoggedExercise(exercise="split_squat_dumbbell", sets=(left, left))
    assert leg_stress([split_squats], CATALOGUE) == leg_stress([one_leg], CATALOGUE) == 4


def test_a_stress_of_exactly_ten_is_hard() -> None:
    # 40 + 50 contacts of ecc 1 are 3, 3.5 sets of ecc 2 are 7; as thirds added up they might come out just below 10.
    exercises = (
        sets("pogo_hop", 1, contacts=40) + sets("rope_skip", 1, contacts=50)
        + sets("back_squat", 3) + sets("front_squat", 1, rir=4)
    )  # fmt: skip
    assert leg_stress(exercises, CATALOGUE) == 10
    assert hardness(lift("2026-06-01 18:00", exercises=exercises), CATALOGUE).level == "hard"


def test_exercises_that_nobody_knows_add_nothing() -> None:
    own = sets("my_own_squat", 20)
    assert leg_stress(own, CATALOGUE) is None
    assert leg_stress((), CATALOGUE) is None
    assert leg_stress(own + sets("back_squat", 1), CATALOGUE) == 2
    assert hardness(lift("2026-06-01 18:00", exercises=own, rpe=8), CATALOGUE).level == "hard"
    assert hardness(planned_lift("2026-06-01", template="gone/A"), CATALOGUE).assumed


PARTLY_KNOWN = [
    ({"stress": 0, "rating": 8}, "hard", True),
    ({"stress": 0, "rating": 6}, "moderate", True),
    ({"stress": 0, "rating": 4}, "easy", True),
    ({"stress": 0}, "moderate", True),
    ({"stress": 5, "rating": 4}, "moderate", True),
    ({"stress": 5, "rating": 3}, "easy", True),
    ({"stress": 5, "rating": 8}, "hard", False),
    ({"stress": 12}, "hard", False),
    ({"stress": 12, "rating": 3}, "moderate", False),
    ({"stress": 0, "rating": 8, "focus": "upper"}, "easy", False),
    ({"stress": 0, "rating": 8, "mark": "easy"}, "easy", False),
]


@pytest.mark.parametrize(("facts", "level", "assumed"), PARTLY_KNOWN)
def test_a_lift_partly_known_is_no_easier_than_one_of_which_no_sets_are(
    facts: dict[str, Any], level: str, assumed: bool
) -> None:
    found = lift_hardness(**facts, unknown=["Lunge"])
    assert (found.level, found.assumed) == (level, assumed)


def test_one_known_exercise_does_not_hide_those_that_nobody_knows() -> None:
    lunges = lift("2026-06-01 18:00", exercises=sets("lunge", 10) + sets("pulldown_cable", 1), rpe=8)
    found = hardness(lunges, CATALOGUE)
    assert (found.level, found.assumed, found.leg_stress) == ("hard", True, 0)
    assert found.reasons == ("leg stress 0: easy", "leg stress of Lunge not known, rated 8: hard")
    why = explain_hardness(lunges, CATALOGUE)
    assert why.value == "hard (assumed)"
    assert ("Lunge", "leg stress not known") in why.inputs


def test_what_is_known_decides_where_the_unknown_was_only_warmed_up_with() -> None:
    warmed_up = sets("lunge", 2, type="warmup") + sets("pulldown_cable", 3)
    found = hardness(lift("2026-06-01 18:00", exercises=warmed_up, rpe=8), CATALOGUE)
    assert (found.level, found.assumed) == ("easy", False)


def test_an_own_exercise_whose_stress_is_known_is_as_good_as_one_of_the_catalogue() -> None:
    own = structs.replace(CATALOGUE.exercises["pulldown_cable"], id="belt_row", name="Belt row")
    catalogue = structs.replace(CATALOGUE, exercises={**CATALOGUE.exercises, own.id: own})
    rows = lift("2026-06-01 18:00", exercises=sets("belt_row", 5) + sets("pulldown_cable", 1), rpe=8)
    assert (hardness(rows, catalogue).level, hardness(rows, catalogue).assumed) == ("easy", False)
    assert hardness(rows, CATALOGUE).level == "hard"


def test_the_mark_wins_over_everything() -> None:
    hard_lift = lift("2026-06-01 18:00", exercises=sets("back_squat", 6), rpe=9, mark="easy")
    assert hardness(hard_lift, CATALOGUE) == Hardness("easy", reasons=("your own mark",), leg_stress=12)
    assert hardness(run("2026-06-02 07:00", 120, type="race", rpe=10, mark="moderate"), CATALOGUE).level == "moderate"


def test_cross_training_is_not_assessed_unless_marked() -> None:
    assert hardness(run("2026-06-02 07:00", kind="cross", type=None, rpe=9), CATALOGUE).level is None
    assert hardness(run("2026-06-02 07:00", kind="cross", type=None, mark="hard"), CATALOGUE).level == "hard"


def test_why_a_lift_is_hard_shows_what_every_exercise_adds() -> None:
    why = explain_hardness(planned_lift("2026-06-01 18:00"), CATALOGUE)
    assert why.value == "hard"
    assert ("Back squat", "3 sets × 2 = 6") in why.inputs
    assert ("Pogo hops", "40 contacts × 1 / 30 = 1.33") in why.inputs
    assert ("leg stress E", "11.33") in why.inputs
    assert why.source
    assert not why.needs


def test_why_a_run_is_hard_names_what_decided() -> None:
    why = explain_hardness(run("2026-06-02 07:00", 95, type="long", rpe=3), CATALOGUE)
    assert why.value == "hard"
    assert why.steps == ("long: moderate", "rated 3: easy", "90 min or more: at least hard")


def test_why_nothing_is_assessed_says_what_it_needs() -> None:
    why = explain_hardness(run("2026-06-02 07:00", 40, type=None), CATALOGUE)
    assert (why.value, why.needs) == ("", "its type or a rating")


def rank(level: Hard | None) -> int:
    return -1 if level is None else LEVELS.index(level)


ratings = st.one_of(st.none(), st.floats(0, 10))


@given(ratings, st.floats(0, 300), st.floats(0, 2000))
def test_a_longer_run_is_never_easier(rating: float | None, minutes: float, descent: float) -> None:
    shorter = run_hardness("easy", rating, minutes, descent).level
    longer = run_hardness("easy", rating, minutes + 20, descent).level
    assert rank(longer) >= rank(shorter)


@given(st.integers(0, 10), st.integers(0, 10), st.integers(1, 5))
def test_more_sets_never_make_a_lift_easier(squats: int, rows: int, more: int) -> None:
    def level(count: int) -> int:
        exercises = sets("back_squat", count) + sets("row_dumbbell", rows + 1)
        return rank(hardness(lift("2026-06-01 18:00", exercises=exercises), CATALOGUE).level)

    assert level(squats + more) >= level(squats)
