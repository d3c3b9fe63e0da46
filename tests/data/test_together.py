"""One lift on two terminals: what each did is kept, once; where both did the same, nothing is put together."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.live import steps as step
from data.live.hold import end_hold, start_hold
from data.live.lift import LiveExercise, LiveLift, Rest, current_set, is_open
from data.live.rest import end_rest, set_rest
from data.live.supersets import move_exercise, tie, untie
from data.live.swaps import swap
from data.live.together import same_in_hand, together
from data.model import LoggedSet, Niggle
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
NOW = START + timedelta(minutes=5)
LATER = NOW + timedelta(seconds=30)
SQUAT = LoggedSet(kg=80, reps=5)
ROW = LoggedSet(kg=20, reps=8)
SQUATS, ROWS, PLANKS = 0, 1, 2


def gym() -> LiveLift:
    return LiveLift(
        id="s1",
        start=START,
        zone=BERLIN,
        title="Gym A",
        exercises=(
            LiveExercise(exercise="back_squat", prescribed=(SQUAT, SQUAT, SQUAT), rest=150),
            LiveExercise(exercise="row_dumbbell", prescribed=(ROW, ROW), rest=90),
            LiveExercise(exercise="side_plank", prescribed=(LoggedSet(seconds=30),), rest=30),
        ),
    )


def squatted(live: LiveLift) -> LiveLift:
    return step.log_set(step.go_to(live, SQUATS), SQUAT, NOW)


def rowed(live: LiveLift) -> LiveLift:
    return step.log_set(step.go_to(live, ROWS), ROW, LATER)


def done(live: LiveLift | None) -> list[int]:
    assert live is not None
    return [len(each.done) for each in live.exercises]


def test_a_set_here_and_a_set_of_another_exercise_there_are_both_kept() -> None:
    both = together(gym(), squatted(gym()), rowed(gym()))
    assert done(both) == [1, 1, 0]


def test_the_same_set_logged_on_both_is_not_put_together() -> None:
    assert together(gym(), squatted(gym()), squatted(gym())) is None


def test_a_set_logged_while_the_other_ended_the_rest_begins_its_own() -> None:
    resting = squatted(gym())
    mine = step.log_set(resting, SQUAT, LATER)
    both = together(resting, mine, end_rest(resting))
    assert both == mine


def test_a_rest_begun_there_is_not_ended_by_a_key_meant_for_the_one_before() -> None:
    resting = squatted(gym())
    for mine in (end_rest(resting), set_rest(resting, 15)):
        both = together(resting, mine, rowed(resting))
        assert both is not None
        assert both.rest == Rest(started=LATER, seconds=90)


def test_a_rest_ended_there_is_ended_here_where_another_was_made_longer() -> None:
    resting = squatted(gym())
    both = together(resting, set_rest(resting, 15), end_rest(resting))
    assert both is not None
    assert both.rest == Rest(started=NOW, seconds=165)


def test_the_current_exercise_is_where_the_last_key_was_pressed() -> None:
    both = together(gym(), squatted(gym()), rowed(gym()))
    assert both is not None
    assert both.current == SQUATS


def test_going_on_passes_by_what_the_other_has_finished_meanwhile() -> None:
    before = squatted(squatted(gym()))
    mine, theirs = squatted(before), rowed(rowed(before))
    assert mine.current == ROWS
    both = together(before, mine, theirs)
    assert both is not None
    assert (both.current, is_open(both.exercises[both.current])) == (PLANKS, True)


def test_there_is_no_rest_after_the_last_set_of_all() -> None:
    plank = step.log_set(step.go_to(rowed(rowed(gym())), PLANKS), LoggedSet(seconds=30), NOW)
    before = squatted(squatted(plank))
    both = together(before, squatted(before), step.note(before, "done"))
    assert both is not None
    assert both.rest is None


def test_taking_a_set_back_takes_back_the_one_that_was_seen_last() -> None:
    before = squatted(gym())
    both = together(before, step.undo_set(before), rowed(before))
    assert done(both) == [0, 1, 0]


def test_exercises_added_on_both_are_both_there_and_the_own_is_current() -> None:
    lunge, bridge = (LiveExercise(exercise=name, prescribed=()) for name in ("reverse_lunge", "glute_bridge"))
    both = together(gym(), step.add_exercise(gym(), lunge), step.add_exercise(gym(), bridge))
    assert both is not None
    assert [each.exercise for each in both.exercises[3:]] == ["glute_bridge", "reverse_lunge"]
    assert both.exercises[both.current] == lunge


def test_exercises_put_in_another_order_there_leave_the_one_in_hand_in_hand() -> None:
    before = step.go_to(gym(), ROWS)
    turned = replace(before, exercises=before.exercises[::-1], current=0)
    both = together(before, step.note(before, "n"), turned)
    assert both is not None
    assert both.exercises == turned.exercises
    assert both.exercises[both.current].exercise == "row_dumbbell"
    assert together(before, rowed(before), replace(turned, exercises=turned.exercises[1:])) is None


def test_what_both_wrote_is_kept() -> None:
    knee, hip = Niggle(part="knee", level=2), Niggle(part="hip", level=1)
    before = step.niggle(step.note(gym(), "warm"), knee)
    mine = step.niggle(step.note(before, "heavy"), replace(knee, level=4))
    theirs = step.niggle(step.note(before, "late"), hip)
    both = together(before, mine, theirs)
    assert both is not None
    assert both.notes == "late · heavy"
    assert set(both.niggles) == {replace(knee, level=4), hip}


def test_a_hold_that_both_saw_end_is_one_set() -> None:
    before = start_hold(step.go_to(gym(), PLANKS), LoggedSet(seconds=30), NOW, unilateral=False)
    here, there = (end_hold(before, NOW + timedelta(seconds=late)) for late in (36, 37))
    both = together(before, here, there)
    assert done(both) == [0, 0, 1]
    assert together(before, here, end_hold(before, NOW + timedelta(seconds=20))) is None


def test_a_hold_begun_there_stays_with_its_exercise_where_a_set_of_another_is_logged_here() -> None:
    resting = squatted(gym())
    theirs = start_hold(step.go_to(resting, PLANKS), LoggedSet(seconds=30), LATER, unilateral=False)
    both = together(resting, step.log_set(resting, SQUAT, LATER), theirs)
    assert both is not None
    assert (both.hold, both.current, both.rest) == (theirs.hold, PLANKS, None)
    assert done(end_hold(both, LATER + timedelta(minutes=1))) == [2, 0, 1]


def test_a_hold_follows_its_exercise_to_another_place_and_not_to_another_exercise() -> None:
    before = step.go_to(gym(), PLANKS)
    holding = start_hold(before, LoggedSet(seconds=30), NOW, unilateral=False)
    for mine, theirs in ((move_exercise(before, -2), holding), (holding, move_exercise(before, -2))):
        both = together(before, mine, theirs)
        assert both is not None
        assert (both.hold, both.exercises[both.current].exercise) == (holding.hold, "side_plank")
    swapped = swap(before, LiveExercise(exercise="dead_bug", prescribed=(ROW,)))
    assert together(before, swapped, holding) is None
    assert together(before, holding, swapped) is None


def test_two_supersets_tied_at_once_do_not_become_one() -> None:
    four = step.go_to(replace(gym(), exercises=(*gym().exercises, LiveExercise("push_up", (ROW,)))), SQUATS)
    here, there = tie(four), tie(step.go_to(four, PLANKS))
    assert together(four, here, there) is None
    assert together(four, here, here) == here


def test_another_session_is_never_put_together_with_this_one() -> None:
    assert together(gym(), squatted(gym()), replace(gym(), id="s2")) is None


def test_a_set_in_hand_means_the_same_where_its_exercise_is_what_it_was() -> None:
    assert same_in_hand(gym(), rowed(gym()), SQUATS)
    assert not same_in_hand(gym(), squatted(gym()), SQUATS)
    assert not same_in_hand(gym(), replace(gym(), id="s2"), SQUATS)


# Two hands: which one, the exercise it goes to, whether it looked at the log just before.
Press = tuple[int, int, bool]
PRESSES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2), st.booleans()), max_size=40)


@given(PRESSES)
def test_every_set_that_was_acknowledged_is_in_the_log_exactly_once(presses: list[Press]) -> None:
    log, acknowledged = gym(), []
    shown = [log, log]
    for number, (hand, place, looked) in enumerate(presses):
        before = log if looked else shown[hand]
        # Reps that tell one press from the other.
        logged = LoggedSet(reps=1000 + number)
        mine = step.log_set(step.go_to(before, place), logged, NOW + timedelta(seconds=number))
        both = together(before, mine, log)
        if both is not None:
            log = both
            acknowledged.append(1000 + number)
        shown[hand] = log
    found = [each.reps for exercise in log.exercises for each in exercise.done]
    assert sorted(filter(None, found)) == acknowledged


Step = Callable[[LiveLift], LiveLift]
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.integers(0, 3).map(lambda by: lambda live: step.go_to(live, by)),
    st.sampled_from([step.add_set, step.skip_exercise, end_rest, step.to_next_open, tie, untie, step.undo_set]),
    st.sampled_from([-1, 1]).map(lambda by: lambda live: move_exercise(live, by)),
    st.just(lambda live: swap(live, LiveExercise(exercise="dead_bug", prescribed=(ROW,)))),
    st.just(lambda live: start_hold(live, LoggedSet(seconds=30), NOW, unilateral=False)),
    st.integers(0, 99).map(
        lambda at: lambda live: step.log_set(live, current_set(live) or ROW, NOW + timedelta(seconds=at))
    ),
    st.just(lambda live: set_rest(live, 15)),
    st.just(lambda live: step.add_exercise(live, LiveExercise(exercise="push_up", prescribed=(ROW,)))),
)


def sets_of(live: LiveLift) -> Counter[tuple[str, LoggedSet]]:
    """Which sets are logged, and of which exercise."""
    return Counter((each.exercise, done) for each in live.exercises for done in each.done)


def held(live: LiveLift) -> str:
    return live.exercises[live.current].exercise


@given(STEPS, STEPS, STEPS, STEPS)
def test_what_is_put_together_keeps_every_set_of_both_with_its_exercise(a: Step, b: Step, c: Step, d: Step) -> None:
    before = b(a(squatted(gym())))
    mine, theirs = c(before), d(before)
    both = together(before, mine, theirs)
    if both is not None:
        kept = sets_of(before) & sets_of(mine) & sets_of(theirs)
        here, there = sets_of(mine) - sets_of(before), sets_of(theirs) - sets_of(before)
        # The set of a hold that both saw end is one.
        assert sets_of(both) == kept + ((here | there) if before.hold else here + there)
        assert both.current < len(both.exercises)
        assert both.hold is None or held(both) in {held(each) for each in (mine, theirs) if each.hold == both.hold}
        assert together(before, theirs, mine) is not None
