"""What a line says of exercises and their sets, and what an exercise may be called."""

import pytest

from data.entry.names import ALIASES, names_of, normal
from data.model import LoggedSet, PlannedExercise
from tests.builders import sets
from tests.data.reading import CATALOGUE, MILES, logged, planned


def done(line: str) -> tuple[LoggedSet, ...]:
    """The sets of the only exercise of the line."""
    (exercise,) = logged(line).exercises
    return exercise.sets


def test_several_exercises() -> None:
    lift = logged("squat 3x5 82.5kg @8, rdl 3x8 60")
    assert lift.kind == "strength"
    assert lift.exercises == sets("back_squat", 3, reps=5, kg=82.5, rir=2) + sets("rdl_barbell", 3, reps=8, kg=60)


def test_a_planned_lift_prescribes() -> None:
    lift = planned("tomorrow 18:00 squat 3x5 82.5kg @8 rest 2:30 tempo 3-0-1-0 ramp 2, plank 3x30s superset 1")
    assert lift.exercises == (
        PlannedExercise("back_squat", sets=3, amount=5, kg=82.5, rir=2, rest=150, tempo="3-0-1-0", ramp_sets=2),
        PlannedExercise("front_plank", sets=3, amount=30, group=1),
    )


def test_a_planned_list_of_sets_is_prescribed_run_by_run() -> None:
    assert planned("tomorrow squat 5,5,4 80").exercises == (
        PlannedExercise("back_squat", sets=2, amount=5, kg=80),
        PlannedExercise("back_squat", sets=1, amount=4, kg=80),
    )


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("squat 3x5 80", (LoggedSet(reps=5, kg=80),) * 3),
        ("squat 3 x 5 @ 80kg", (LoggedSet(reps=5, kg=80),) * 3),
        ("squat 3x5x80", (LoggedSet(reps=5, kg=80),) * 3),
        ("squat 3 sets of 5 with 80kg", (LoggedSet(reps=5, kg=80),) * 3),
        ("squat 80kg 3x5", (LoggedSet(reps=5, kg=80),) * 3),
        ("squat 3x5 @8.5", (LoggedSet(reps=5, rir=1.5),) * 3),
        ("squat 3x5 @rpe8", (LoggedSet(reps=5, rir=2),) * 3),
        ("squat 3x5 rir 3", (LoggedSet(reps=5, rir=3),) * 3),
        ("squat 82.5x5, 82.5x5, 80x4", (LoggedSet(kg=82.5, reps=5),) * 2 + (LoggedSet(kg=80, reps=4),)),
        ("squat 80x5 80x5 80x4", (LoggedSet(kg=80, reps=5),) * 2 + (LoggedSet(kg=80, reps=4),)),
        ("squat 10kgx5", (LoggedSet(kg=10, reps=5),)),
        ("squat 19x5", (LoggedSet(reps=5),) * 19),
        ("squat 20x5", (LoggedSet(kg=20, reps=5),)),
        ("squat 5,5,4 80", (LoggedSet(kg=80, reps=5),) * 2 + (LoggedSet(kg=80, reps=4),)),
        ("squat 3x5 82,5kg", (LoggedSet(reps=5, kg=82.5),) * 3),
        ("squat 3x5 82,5", (LoggedSet(reps=5, kg=82.5),) * 3),
        ("squat 82,5", (LoggedSet(kg=82.5),)),
        ("push up 22,20", (LoggedSet(reps=22), LoggedSet(reps=20))),
        ("squat warmup 1x5 40kg, 1x5 80kg", (LoggedSet(type="warmup", reps=5, kg=40), LoggedSet(reps=5, kg=80))),
        ("squat 1x5 80kg, drop 1x8 60kg", (LoggedSet(reps=5, kg=80), LoggedSet(type="drop", reps=8, kg=60))),
        ("pull ups 2x8 +10kg failure", (LoggedSet(type="failure", reps=8, kg=10),) * 2),
        ("push up 12", (LoggedSet(reps=12),)),
        ("squat 100", (LoggedSet(kg=100),)),
        ("plank 3x30s", (LoggedSet(seconds=30),) * 3),
        ("plank 3x30", (LoggedSet(seconds=30),) * 3),
        ("plank 60", (LoggedSet(seconds=60),)),
        ("plank 3x1min", (LoggedSet(seconds=60),) * 3),
        ("side plank 2x30s left", (LoggedSet(seconds=30, side="left"),) * 2),
        ("farmers carry 2x30m 24kg", (LoggedSet(metres=30, kg=24),) * 2),
        ("farmers carry 30m", (LoggedSet(metres=30),)),
        ("pogo 2x20", (LoggedSet(contacts=20),) * 2),
        ("squat 3 sets", (LoggedSet(),) * 3),
        ("squat", ()),
    ],
)
def test_the_sets_of_an_exercise(line: str, rows: tuple[LoggedSet, ...]) -> None:
    assert done(line) == rows


def test_bare_weights_are_in_the_athletes_units() -> None:
    (squat,) = logged("squat 3x5 180", units=MILES).exercises
    assert squat.sets[0].kg == 81.6466266
    (squat,) = logged("squat 3x5 80kg", units=MILES).exercises
    assert squat.sets[0].kg == 80


def test_words_of_the_session_go_before_between_and_behind_exercises() -> None:
    lift = logged("rpe 7 squat 3x5 80 45m, rdl 3x8 60, felt hard")
    assert (lift.rpe, lift.minutes, lift.mark) == (7, 45, "hard")
    assert [exercise.exercise for exercise in lift.exercises] == ["back_squat", "rdl_barbell"]


def test_an_exercise_that_the_catalogue_lacks_goes_by_any_name() -> None:
    assert logged("exercise sled_push 3x5 80, squat 1x5").exercises == (
        *sets("sled_push", 3, reps=5, kg=80),
        *sets("back_squat", 1, reps=5),
    )
    # An import may name an exercise by a word that otherwise is an alias.
    assert logged('exercise squat 1x5, exercise "Sit up" 2x10').exercises == (
        *sets("squat", 1, reps=5),
        *sets("Sit up", 2, reps=10),
    )


def test_supersets_share_a_number() -> None:
    lift = logged("bench 3x5 60kg superset 1, row 3x8 24kg superset 1, plank 60")
    assert [exercise.group for exercise in lift.exercises] == [1, 1, None]


def test_a_focus_stands_for_the_sets() -> None:
    lift = logged("yesterday lift 45m rpe 7 upper")
    assert (lift.kind, lift.focus, lift.minutes, lift.rpe, lift.exercises) == ("strength", "upper", 45, 7, ())
    assert logged("lift lower body 45m").focus == "legs"


def test_every_exercise_goes_by_its_id_and_its_name() -> None:
    names = names_of(CATALOGUE)
    for exercise in CATALOGUE.exercises.values():
        assert names[normal(exercise.id)] == exercise.id
        assert names[normal(exercise.name)] == exercise.id


def test_an_alias_means_an_exercise_of_the_catalogue_and_hides_none() -> None:
    names = names_of(CATALOGUE)
    for alias, exercise in ALIASES.items():
        assert exercise in CATALOGUE.exercises, alias
        assert names[normal(alias)] == exercise, alias


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("squat", "back_squat"), ("Squats", "back_squat"), ("rdl", "rdl_barbell"), ("dl", "deadlift"),
        ("bench", "bench_press_barbell"), ("press", "overhead_press_barbell"), ("db row", "row_dumbbell"),
        ("split squat", "split_squat"), ("split-squats", "split_squat"), ("bss", "rear_foot_split_squat_dumbbell"),
        ("bulgarian split squat", "rear_foot_split_squat_dumbbell"), ("pogos", "pogo_hop"), ("box jumps", "box_jump"),
        ("plank", "front_plank"), ("side plank", "side_plank"), ("farmer's walk", "farmers_carry"),
        ("kb swings", "kettlebell_swing"), ("leg swings front to back", "leg_swing_front"),
        ("back_squat", "back_squat"), ("single leg calf raise", "calf_raise_single"), ("tempo squat", "tempo_squat"),
        ("walking lunges", "walking_lunge"),
    ],
)  # fmt: skip
def test_what_an_exercise_is_called(name: str, exercise: str) -> None:
    (found,) = logged(f"{name} 2x8").exercises
    assert found.exercise == exercise
