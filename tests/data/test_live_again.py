"""A lift begun once more: what of an earlier one comes back, and what the rules make of it."""

from data.catalogue import load_catalogue
from data.live.again import asked_again, different_lifts, planned_again
from data.live.begin import begin
from data.model import LoggedExercise, LoggedSession, LoggedSet, PlannedExercise
from data.plates import Rack
from data.rules.progression import next_time
from tests.builders import lift, moment, run, sets

CATALOGUE = load_catalogue()
NOW = moment("2026-06-01 18:00")
WARM_UP = sets("back_squat", 1, type="warmup", kg=40, reps=5)
SQUAT = sets("back_squat", 3, kg=80, reps=6, rir=2)
ROW = sets("row_dumbbell", 2, kg=20, reps=10)


def again(session: LoggedSession, *prescribed: PlannedExercise) -> list[tuple[str, list[LoggedSet]]]:
    """Each exercise with its prescribed sets, as begun after the session alone."""
    wanted = asked_again(session, prescribed)
    coming = {each: then for each in wanted if (then := next_time(each, [session], CATALOGUE, Rack()))}
    last = {each.exercise: each for each in session.exercises}
    plan = planned_again(session, prescribed, NOW, "Europe/Berlin")
    assert plan.exercises == wanted
    live = begin(plan, CATALOGUE, last, NOW, "Europe/Berlin", Rack(), coming, fulfils=False)
    assert (live.title, live.plan_id, live.start) == (session.title, None, NOW)
    return [(each.exercise, list(each.prescribed)) for each in live.exercises]


def test_the_last_different_lifts_by_title_or_by_exercises() -> None:
    old_a, new_a = (
        lift("2026-05-18 18:00", title="Gym A", exercises=SQUAT),
        lift("2026-05-25 18:00", title="gym a ", exercises=ROW),
    )
    b = lift("2026-05-20 18:00", title="Gym B", exercises=ROW)
    untitled, like_it = lift("2026-05-19 18:00", exercises=SQUAT), lift("2026-05-12 18:00", exercises=WARM_UP + SQUAT)
    nothing = lift("2026-05-30 18:00", title="Warm-up", exercises=WARM_UP)
    logged = [old_a, run("2026-05-31 07:00"), b, like_it, new_a, untitled, nothing]
    assert different_lifts(logged, 4) == (new_a, b, untitled)
    assert different_lifts(logged, 2) == (new_a, b)
    assert different_lifts([], 3) == ()


def test_without_a_plan_the_same_sets_again() -> None:
    pyramid = (*sets("back_squat", 1, kg=70, reps=8), *ROW)
    two_weights = pyramid[0].sets + SQUAT[0].sets
    session = lift(
        "2026-05-25 18:00", title="Mine", exercises=(*WARM_UP, *ROW, LoggedExercise("back_squat", sets=two_weights))
    )
    assert again(session) == [
        ("row_dumbbell", [LoggedSet(kg=20, reps=10)] * 2),
        ("back_squat", [LoggedSet(kg=70, reps=8), *[LoggedSet(kg=80, reps=6)] * 3]),
    ]


def test_with_what_was_planned_the_rules_say_what_is_next() -> None:
    # 4–6 reps at 80 kg, all 6 with RIR 2: 82.5 kg, from the bottom (RULES 4.3).
    plan = PlannedExercise("back_squat", sets=5, amount=5, rir=2, rest=180, ramp_sets=1)
    ((name, prescribed),) = again(lift("2026-05-25 18:00", title="Gym A", exercises=SQUAT), plan)
    assert name == "back_squat"
    assert [each.type for each in prescribed] == ["warmup", "work", "work", "work"]
    assert prescribed[1:] == [LoggedSet(kg=82.5, reps=4, rir=2)] * 3


def test_left_and_right_are_one_set() -> None:
    left = LoggedSet(kg=16, reps=8, side="left")
    right = LoggedSet(kg=16, reps=8, side="right")
    session = lift("2026-05-25 18:00", exercises=(LoggedExercise("row_dumbbell", sets=(left, right, left, right)),))
    assert [len(prescribed) for _, prescribed in again(session)] == [2]


def test_a_superset_stays_one() -> None:
    one, two = (LoggedExercise(each.exercise, group=1, sets=each.sets) for each in (*SQUAT, *ROW))
    wanted = asked_again(lift("2026-05-25 18:00", exercises=(one, two)), [PlannedExercise("back_squat", group=7)])
    assert [each.group for each in wanted] == [1, 1]
