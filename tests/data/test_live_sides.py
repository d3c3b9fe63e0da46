"""A set done one side after the other: two entries in the log that are one set."""

from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.live import steps as step
from data.live.lift import (
    LiveExercise,
    LiveLift,
    current_set,
    half_done,
    is_done,
    sets_done,
    side_next,
    upcoming,
    work_sets_done,
    work_sets_left,
)
from data.model import LoggedSet
from data.rules.hardness import leg_stress
from data.rules.volume import hard_sets_of, sets_of, volume_of
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
SET = LoggedSet(kg=24, reps=8, rir=2)
LEFT, RIGHT = replace(SET, side="left"), replace(SET, side="right")
CATALOGUE = load_catalogue()


def lunges(*done: LoggedSet) -> LiveLift:
    lunge = LiveExercise(exercise="walking_lunge", prescribed=(SET, SET), done=done, rest=75)
    row = LiveExercise(exercise="row_dumbbell", prescribed=(SET,))
    return LiveLift(id="s", start=START, zone=BERLIN, title="Gym A", exercises=(lunge, row))


def test_the_left_side_comes_first_and_then_the_right_one_without_a_rest_between() -> None:
    live = step.log_side(lunges(), SET, START)
    assert live.exercises[0].done == (replace(LEFT, at=START),)
    assert (live.rest, live.current) == (None, 0)
    assert (current_set(live), side_next(live.exercises[0])) == (RIGHT, "right")
    live = step.log_side(live, SET, START.replace(minute=1))
    assert live.exercises[0].done[1] == replace(RIGHT, at=START.replace(minute=1))
    assert live.rest is not None
    assert live.rest.seconds == 75
    assert (current_set(live), side_next(live.exercises[0])) == (SET, "left")


def test_the_second_side_is_offered_as_the_first_was_done() -> None:
    live = step.log_side(lunges(), replace(SET, kg=26, reps=7), START)
    assert upcoming(live.exercises[0]) == (replace(RIGHT, kg=26, reps=7), replace(SET, kg=26))


def test_a_pair_is_one_of_the_sets_prescribed() -> None:
    live = lunges()
    for left, work in ((1, 1), (1, 1), (0, 2), (0, 2)):
        live = step.log_side(live, SET, START)
        assert (work_sets_left(live.exercises[0]), work_sets_done(live.exercises[0])) == (left, work)
    assert live.current == 1
    assert sets_done(live) == 4


def test_the_exercise_is_not_over_before_its_last_right_side() -> None:
    live = step.log_side(lunges(SET), SET, START)
    assert live.current == 0
    assert step.log_side(live, SET, START).current == 1


def test_undo_takes_one_side_back() -> None:
    live = lunges()
    for _ in range(4):
        live = step.log_side(live, SET, START)
    back = step.undo_set(live)
    assert (back.current, current_set(back)) == (0, RIGHT)
    back = step.undo_set(back)
    assert half_done(back.exercises[0]) is None
    assert upcoming(back.exercises[0]) == (SET,)


def test_a_right_side_done_first_asks_for_the_left_one() -> None:
    live = step.log_set(lunges(), RIGHT, START)
    assert current_set(live) == LEFT


def test_sets_of_both_sides_and_of_one_go_together() -> None:
    live = step.log_set(step.log_side(lunges(), SET, START), SET, START)
    assert current_set(live) == RIGHT
    assert is_done(step.skip_exercise(step.go_to(step.log_set(live, RIGHT, START), 1)))


def test_a_warm_up_of_one_side_does_not_pair_with_a_work_set_of_the_other() -> None:
    live = step.log_set(lunges(), replace(LEFT, type="warmup"), START)
    live = step.log_set(live, RIGHT, START)
    assert half_done(live.exercises[0]) == replace(LEFT, type="warmup", at=live.exercises[0].done[0].at)
    assert len(upcoming(live.exercises[0])) == 2


def test_a_pair_counts_as_one_set_in_the_log_as_one_entry_does() -> None:
    apart, whole = lunges(), lunges()
    for _ in range(4):
        apart = step.log_side(apart, SET, START)
    for _ in range(2):
        whole = step.log_set(whole, SET, START)
    (sides,), (both,) = step.finish(apart, 5, START).exercises, step.finish(whole, 5, START).exercises
    assert (sets_of(sides), hard_sets_of(sides)) == (sets_of(both), hard_sets_of(both)) == (2, 2)
    # 2 sets × 8 reps × 24 kg × 2 sides.
    assert volume_of(sides, CATALOGUE) == volume_of(both, CATALOGUE) == 768
    assert leg_stress([sides], CATALOGUE) == leg_stress([both], CATALOGUE)
