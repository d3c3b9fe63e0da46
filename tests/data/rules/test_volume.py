"""Sets, hard sets and volume: what counts, and twice where."""

import pytest

from data.catalogue import load_catalogue
from data.model import LoggedExercise, LoggedSet
from data.rules.volume import explain_minutes, explain_sets, explain_volume, session_sets, session_volume
from data.units import Units
from tests.builders import lift, sets

CATALOGUE = load_catalogue()
MONDAY = "2026-06-01 18:00"


# Sets and hard sets of the templates, done as prescribed.
TEMPLATES = [
    ("gym_2day/A", 13, 9), ("gym_2day/B", 14, 9), ("home_2day/A", 15, 10), ("home_2day/B", 16, 11),
    ("offseason_3day/A", 14, 9), ("offseason_3day/B", 12, 12), ("offseason_3day/C", 13, 8),
    ("maintenance_1day/A", 12, 10),
]  # fmt: skip


@pytest.mark.parametrize(("template", "total", "hard"), TEMPLATES)
def test_a_template_done_as_prescribed_has_its_sets(template: str, total: int, hard: int) -> None:
    done = tuple(
        LoggedExercise(exercise=each.exercise, sets=(LoggedSet(rir=each.rir),) * each.sets)
        for each in CATALOGUE.templates[template].item
    )
    assert session_sets(lift(MONDAY, exercises=done)) == (total, hard)


def test_warm_ups_are_no_sets_and_rir_of_three_is_the_last_hard_one() -> None:
    squats = LoggedExercise(
        exercise="back_squat",
        sets=(
            LoggedSet(type="warmup", kg=40, reps=5, rir=0),
            LoggedSet(kg=80, reps=5, rir=3),
            LoggedSet(kg=80, reps=5, rir=4),
            LoggedSet(kg=80, reps=5),
            LoggedSet(type="failure", kg=80, reps=5),
            LoggedSet(type="drop", kg=60, reps=8, rir=1),
        ),
    )
    session = lift(MONDAY, exercises=(squats,))
    assert session_sets(session) == (5, 3)
    assert session_volume(session, CATALOGUE) == 4 * 400 + 480


def test_a_set_of_a_one_sided_exercise_stands_for_both_sides_unless_it_says_which() -> None:
    both = lift(MONDAY, exercises=sets("split_squat_dumbbell", 2, kg=20, reps=8, rir=2))
    left_and_right = lift(
        MONDAY,
        exercises=(
            LoggedExercise(
                exercise="split_squat_dumbbell",
                sets=(LoggedSet(kg=20, reps=8, rir=2, side="left"), LoggedSet(kg=20, reps=8, rir=2, side="right")) * 2,
            ),
        ),
    )
    assert session_volume(both, CATALOGUE) == session_volume(left_and_right, CATALOGUE) == 640
    assert session_sets(both) == session_sets(left_and_right) == (2, 2)


def test_bodyweight_seconds_and_unknown_exercises() -> None:
    exercises = sets("push_up", 2, reps=10) + sets("side_plank", 2, seconds=30) + sets("my_own_press", 1, reps=5, kg=10)
    assert session_volume(lift(MONDAY, exercises=exercises), CATALOGUE) == 50


DONE = [
    lift(MONDAY, 40, exercises=sets("back_squat", 3, kg=80, reps=5, rir=2) + sets("row_dumbbell", 2, kg=20, reps=8)),
    lift("2026-06-04 18:00", None, exercises=sets("back_squat", 1, kg=100, reps=1, rir=0)),
]


def test_why_the_minutes() -> None:
    why = explain_minutes(DONE)
    assert why.value == "40 min"
    assert why.inputs == (("lift, Mon 1 Jun 18:00", "40 min"), ("lift, Thu 4 Jun 18:00", "length not known"))


def test_why_the_sets() -> None:
    why = explain_sets(DONE)
    assert why.value == "6 sets, 4 hard"
    assert why.inputs == (("lift, Mon 1 Jun 18:00", "5 sets, 3 hard"), ("lift, Thu 4 Jun 18:00", "1 set, 1 hard"))


def test_why_the_volume_in_either_unit() -> None:
    why = explain_volume(DONE, CATALOGUE, Units())
    assert why.value == "1940 kg"
    assert why.inputs == (("Back squat", "1300 kg"), ("One-arm dumbbell row", "640 kg"))
    assert explain_volume(DONE, CATALOGUE, Units(weight="lb")).value == "4277 lb"


def test_what_a_person_typed_is_cleaned_where_it_explains_a_figure() -> None:
    typed = lift(MONDAY, title="heavy\x1b[31m", exercises=sets("own\x07_press", 1, reps=5, kg=10))
    assert not any("\x1b" in name for name, _ in explain_minutes([typed]).inputs)
    assert not any("\x07" in name for name, _ in explain_volume([typed], CATALOGUE, Units()).inputs)
