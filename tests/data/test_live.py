"""A lift under way: what is next, what a step changes, and what ends up in the log."""

import pytest
from msgspec.structs import replace

from data.live import steps as step
from data.live.lift import (
    LiveExercise,
    LiveLift,
    Rest,
    current_set,
    elapsed_minutes,
    is_done,
    logged_places,
    sets_done,
    sets_left,
    upcoming,
)
from data.live.rest import end_rest, rest_left, set_rest
from data.model import LoggedExercise, LoggedSession, LoggedSet, Niggle
from tests.builders import BERLIN
from tests.data.live_gym import HOP, RAMP, SQUAT, START, after, as_prescribed, gym


def kilos(live: LiveLift, index: int = 1) -> list[float | None]:
    return [each.kg for each in upcoming(live.exercises[index])]


def test_a_set_is_logged_with_its_moment_and_its_rest_begins() -> None:
    live = step.log_set(gym(), HOP, after(60))
    assert live.exercises[0].done == (replace(HOP, at=after(60)),)
    assert live.rest == Rest(started=after(60), seconds=45)
    assert current_set(live) == HOP


def test_after_its_last_set_comes_the_next_exercise_and_the_rest_still_begins() -> None:
    live = as_prescribed(gym(), 2)
    assert live.current == 1
    assert current_set(live) == RAMP[0]
    assert live.rest == Rest(started=after(120), seconds=45)


def test_a_ramp_set_rests_a_minute() -> None:
    live = as_prescribed(gym(), 3)
    assert live.rest is not None
    assert live.rest.seconds == 60
    assert as_prescribed(gym(), 5).rest == Rest(started=after(300), seconds=150)


def test_a_whole_session_set_by_set() -> None:
    live = as_prescribed(gym(), 8)
    assert is_done(live)
    assert current_set(live) is None
    assert live.rest is None
    assert sets_done(live) == 8


def test_sets_of_a_skipped_exercise_are_not_left_to_do() -> None:
    live = as_prescribed(gym(), 3)
    assert (sets_done(live), sets_left(live)) == (3, 5)
    assert sets_left(step.skip_exercise(live)) == 1


def test_another_weight_stays_for_the_work_sets_that_follow_and_reps_do_not() -> None:
    live = as_prescribed(gym(), 4)
    live = step.log_set(live, replace(SQUAT, kg=85, reps=4), after(400))
    assert upcoming(live.exercises[1]) == (replace(SQUAT, kg=85),) * 2
    live = step.log_set(live, SQUAT, after(600))
    assert kilos(live) == [82.5]


def test_a_set_that_says_no_amount_takes_that_of_the_work_set_before() -> None:
    live = step.add_exercise(gym(), LiveExercise("dip", (LoggedSet(),) * 3))
    live = step.log_set(live, LoggedSet(type="warmup", reps=3), after(10))
    assert upcoming(live.exercises[-1]) == (LoggedSet(),) * 3
    live = step.log_set(live, LoggedSet(kg=10, reps=8), after(100))
    assert upcoming(live.exercises[-1]) == (LoggedSet(kg=10, reps=8),) * 2
    live = step.log_set(live, LoggedSet(kg=10, reps=6), after(200))
    assert upcoming(live.exercises[-1]) == (LoggedSet(kg=10, reps=6),)


def test_another_warm_up_weight_changes_nothing_else() -> None:
    live = as_prescribed(gym(), 2)
    live = step.log_set(live, replace(RAMP[0], kg=50), after(300))
    assert kilos(live) == [60, 82.5, 82.5, 82.5]


def test_an_extra_warm_up_comes_on_top_and_a_drop_set_counts_as_one_of_the_sets() -> None:
    live = as_prescribed(gym(), 4)
    live = step.log_set(live, LoggedSet(type="warmup", kg=70, reps=2), after(400))
    assert len(upcoming(live.exercises[1])) == 3
    live = step.log_set(live, LoggedSet(type="drop", kg=60, reps=10), after(500))
    assert kilos(live) == [82.5, 82.5]


def test_undo_takes_back_the_last_logged_set_wherever_it_is() -> None:
    live = as_prescribed(gym(), 1)
    live = step.log_set(step.go_to(live, 2), LoggedSet(seconds=40), after(200))
    live = step.undo_set(step.go_to(live, 1))
    assert live.current == 2
    assert live.exercises[2].done == ()
    assert current_set(live) == LoggedSet(seconds=30)
    assert live.rest is None
    live = step.undo_set(live)
    assert live.current == 0
    assert sets_done(live) == 0
    assert step.undo_set(live) == live


def test_undo_brings_back_what_stood_there_before() -> None:
    before = as_prescribed(gym(), 4)
    for done in (replace(SQUAT, kg=90), LoggedSet(type="warmup", kg=75, reps=1), LoggedSet(type="drop", kg=50, reps=9)):
        again = step.undo_set(step.log_set(before, done, after(500)))
        assert upcoming(again.exercises[1]) == upcoming(before.exercises[1])


def test_undo_keeps_the_order_of_the_sets_when_the_clock_stands_still_or_is_put_back() -> None:
    live = step.log_set(step.go_to(gym(), 2), LoggedSet(seconds=30), after(60))
    live = step.log_set(step.go_to(live, 0), HOP, after(60))
    live = step.log_set(step.go_to(live, 1), RAMP[0], after(-3600))
    assert logged_places(live) == ((2, 0), (0, 0), (1, 0))
    assert logged_places(step.undo_set(live)) == ((2, 0), (0, 0))


def test_an_earlier_set_is_put_right_and_keeps_its_moment() -> None:
    live = as_prescribed(gym(), 3)
    live = step.edit_set(live, 0, 0, LoggedSet(contacts=25, at=after(9999)))
    assert live.exercises[0].done[0] == LoggedSet(contacts=25, at=after(60))
    assert live.exercises[0].done[1] == replace(HOP, at=after(120))
    assert live.current == 1


def test_an_earlier_set_is_taken_away_and_is_to_do_again() -> None:
    live = step.remove_set(as_prescribed(gym(), 3), 0, 0)
    assert live.exercises[0].done == (replace(HOP, at=after(120)),)
    assert len(upcoming(live.exercises[0])) == 1


def test_a_set_that_is_not_there_cannot_be_edited_or_taken_away() -> None:
    with pytest.raises(IndexError):
        step.edit_set(gym(), 0, 0, HOP)
    with pytest.raises(IndexError):
        step.remove_set(gym(), 0, 0)


def test_one_more_set_like_the_last_at_the_weight_of_the_day() -> None:
    live = as_prescribed(gym(), 4)
    live = step.add_set(step.log_set(live, replace(SQUAT, kg=85), after(400)))
    assert upcoming(live.exercises[1]) == (replace(SQUAT, kg=85),) * 3


def test_skipping_goes_on_and_keeps_what_was_done() -> None:
    live = step.skip_exercise(as_prescribed(gym(), 3))
    assert live.current == 2
    live = as_prescribed(live, 1, begin=600)
    assert is_done(live)
    assert len(live.exercises[1].done) == 1
    back = step.unskip(step.go_to(live, 1))
    assert current_set(back) == RAMP[1]


def test_the_next_exercise_is_sought_from_the_top_again() -> None:
    live = as_prescribed(step.go_to(gym(), 2), 1)
    assert live.current == 0


def test_a_set_logged_on_a_skipped_exercise_takes_it_up_again() -> None:
    live = step.go_to(step.skip_exercise(gym()), 0)
    assert current_set(live) is None
    assert not step.log_set(live, HOP, after(60)).exercises[0].skipped


def test_exercises_are_walked_round_the_end() -> None:
    assert step.go_to(gym(), 3).current == 0
    assert step.go_to(gym(), -1).current == 2


def test_an_added_exercise_is_the_current_one() -> None:
    live = step.add_exercise(gym(), LiveExercise(exercise="push_up", prescribed=(LoggedSet(reps=10),)))
    assert current_set(live) == LoggedSet(reps=10)


def test_an_empty_session_takes_no_set() -> None:
    empty = LiveLift(id="s", start=START, zone=BERLIN, title="", exercises=())
    assert current_set(empty) is None
    assert step.add_set(empty) == step.skip_exercise(empty) == step.undo_set(empty) == step.go_to(empty, 1) == empty
    with pytest.raises(ValueError, match="no exercise"):
        step.log_set(empty, HOP, START)


def test_the_rest_counts_from_its_moment() -> None:
    live = as_prescribed(gym(), 5)
    assert rest_left(live, after(300)) == 150
    assert rest_left(live, after(347.2)) == 103
    assert rest_left(live, after(460)) == -10
    assert rest_left(live, after(300 + 150 + 301)) is None
    assert rest_left(set_rest(live, 15), after(300)) == 165
    assert rest_left(set_rest(live, -500), after(300)) == 0
    assert rest_left(end_rest(live), after(300)) is None
    assert set_rest(gym(), 15) == gym()


def test_a_rest_after_the_clock_was_put_back_counts_down_at_once() -> None:
    live = as_prescribed(as_prescribed(gym(), 5), 1, begin=-3600)
    assert rest_left(live, after(-3600)) == 150
    assert rest_left(live, after(-3570)) == 120


def test_minutes_so_far_are_whole_and_never_negative() -> None:
    assert elapsed_minutes(gym(), after(119)) == 1
    assert elapsed_minutes(gym(), after(-60)) == 0


def test_finishing_keeps_what_was_done() -> None:
    live = step.niggle(step.note(as_prescribed(gym(), 3), "cold hall"), Niggle(part="left knee", level=2))
    assert step.finish(live, 7, after(38.4 * 60)) == LoggedSession(
        id="s1",
        kind="strength",
        start=START,
        zone=BERLIN,
        minutes=38,
        rpe=7,
        plan_id="p1",
        title="Gym A",
        notes="cold hall",
        niggles=(Niggle(part="left knee", level=2),),
        exercises=(
            LoggedExercise(exercise="pogo_hop", sets=live.exercises[0].done),
            LoggedExercise(exercise="back_squat", sets=live.exercises[1].done),
        ),
    )


def test_a_session_lasts_at_least_a_minute() -> None:
    assert step.finish(gym(), None, after(10)).minutes == 1


def test_the_same_part_said_twice_keeps_the_later_word() -> None:
    live = step.niggle(step.niggle(gym(), Niggle(part="calf", level=2)), Niggle(part="calf", level=4))
    assert live.niggles == (Niggle(part="calf", level=4),)
