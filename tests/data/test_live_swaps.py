"""Another exercise in place of one, its own rest, and what is left of the sets."""

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.live import steps as step
from data.live.begin import instead
from data.live.lift import LiveExercise, LiveLift, current_set, is_done, is_open, sets_done, upcoming
from data.live.rest import shift_own_rest
from data.live.supersets import tie
from data.live.swaps import SwapOptions, exercise_named, options, swap
from data.model import LoggedExercise, LoggedSet
from tests.builders import BERLIN, moment, sets

START = moment("2026-06-01 18:00")
CATALOGUE = load_catalogue()
SET = LoggedSet(kg=80, reps=5, rir=2)
RAMP = LoggedSet(type="warmup", kg=40, reps=5)
SQUAT = LiveExercise(exercise="back_squat", prescribed=(RAMP, SET, SET, SET), rest=150, tempo="3-0-1-0")
GOBLET = LiveExercise(exercise="goblet_squat", prescribed=(LoggedSet(kg=24, reps=10),) * 2)


def gym(squat: LiveExercise = SQUAT) -> LiveLift:
    row = LiveExercise(exercise="row_dumbbell", prescribed=(SET,) * 3)
    return LiveLift(id="s", start=START, zone=BERLIN, title="Gym A", exercises=(squat, row))


def logged(live: LiveLift, count: int) -> LiveLift:
    for number in range(count):
        due = current_set(live)
        assert due is not None
        live = step.log_set(live, due, START + timedelta(minutes=number + sets_done(live)))
    return live


def test_an_exercise_not_begun_is_replaced() -> None:
    live = swap(gym(), GOBLET)
    assert [each.exercise for each in live.exercises] == ["goblet_squat", "row_dumbbell"]
    assert (live.current, current_set(live)) == (0, GOBLET.prescribed[0])


def test_what_was_done_stays_under_the_old_name_and_the_rest_goes_on_with_the_new() -> None:
    before = logged(gym(), 2)
    live = swap(before, GOBLET)
    assert [each.exercise for each in live.exercises] == ["back_squat", "goblet_squat", "row_dumbbell"]
    assert live.exercises[0].done == before.exercises[0].done
    assert not is_open(live.exercises[0])
    assert live.current == 1
    done = step.finish(logged(live, 5), 5, START + timedelta(hours=1))
    assert [(each.exercise, len(each.sets)) for each in done.exercises] == [
        ("back_squat", 2), ("goblet_squat", 2), ("row_dumbbell", 3),
    ]  # fmt: skip


def test_undo_after_a_swap_goes_back_to_the_old_exercise() -> None:
    live = step.undo_set(swap(logged(gym(), 2), GOBLET))
    assert (live.current, current_set(live)) == (0, SET)


def test_a_side_not_done_of_the_old_exercise_is_left_out() -> None:
    live = swap(step.log_side(gym(), RAMP, START), GOBLET)
    assert not is_open(live.exercises[0])
    assert live.exercises[0].prescribed == (RAMP,)


def test_a_swap_in_a_superset_goes_on_in_its_round() -> None:
    live = tie(gym(replace(SQUAT, prescribed=(SET,) * 3)))
    live = swap(step.go_to(logged(live, 2), 0), GOBLET)
    order = []
    while due := current_set(live):
        order.append(live.exercises[live.current].exercise)
        live = step.log_set(live, due, START + timedelta(minutes=30 + len(order)))
    assert order == ["goblet_squat", "row_dumbbell", "goblet_squat", "row_dumbbell"]


def test_into_an_empty_session_it_is_the_first_exercise() -> None:
    empty = LiveLift(id="s", start=START, zone=BERLIN, title="", exercises=())
    assert swap(empty, GOBLET).exercises == (GOBLET,)


def test_as_many_sets_as_are_left_with_what_was_done_last_time() -> None:
    (last,) = sets("goblet_squat", 3, kg=26, reps=9)
    old = logged(gym(), 2).exercises[0]
    new = instead(old, "goblet_squat", CATALOGUE, last)
    assert new.prescribed == (LoggedSet(kg=26, reps=9, rir=2),) * 2
    assert (new.rest, new.tempo) == (150, None)


def test_a_ramp_that_was_not_begun_leads_to_the_new_weight() -> None:
    (last,) = sets("front_squat", 3, kg=70, reps=5)
    new = instead(SQUAT, "front_squat", CATALOGUE, last)
    # One ramp set: two thirds of 70, rounded down to what the plates make.
    assert new.prescribed == (LoggedSet(type="warmup", kg=45, reps=5), *(LoggedSet(kg=70, reps=5, rir=2),) * 3)


def test_what_was_never_done_keeps_the_amount_where_it_is_counted_alike() -> None:
    assert instead(SQUAT, "goblet_squat", CATALOGUE, None).prescribed == (LoggedSet(reps=5, rir=2),) * 3
    assert instead(SQUAT, "front_plank", CATALOGUE, None).prescribed == (LoggedSet(rir=2),) * 3
    assert instead(SQUAT, "sled_push", CATALOGUE, None).prescribed[0].reps == 5
    done = logged(gym(), 4).exercises[0]
    assert len(instead(done, "goblet_squat", CATALOGUE, None).prescribed) == 1


def test_last_time_one_side_at_a_time_is_half_as_many_sets() -> None:
    pair = (LoggedSet(kg=20, reps=8, side="left"), LoggedSet(kg=20, reps=7, side="right"))
    last = LoggedExercise(exercise="split_squat_dumbbell", sets=pair * 2)
    new = instead(replace(SQUAT, prescribed=(SET, SET)), "split_squat_dumbbell", CATALOGUE, last)
    assert new.prescribed == (LoggedSet(kg=20, reps=8, rir=2),) * 2


def ids(found: SwapOptions) -> tuple[str | None, list[str], str | None]:
    home, harder = (each.id if each else None for each in (found.home, found.harder))
    return home, [each.id for each in found.easier], harder


def test_what_a_back_squat_may_be_swapped_for() -> None:
    found = options("back_squat", CATALOGUE)
    assert ids(found) == ("tempo_squat", ["front_squat"], "paused_back_squat")
    assert {each.pattern for each in found.alike} == {"squat"}
    assert found.alike[0].category == "compound"
    listed = [each.id for each in found.alike]
    assert not {"back_squat", "tempo_squat", "front_squat", "paused_back_squat"} & set(listed)


def test_an_exercise_for_home_is_its_own_version_and_an_own_one_has_none() -> None:
    assert options("push_up", CATALOGUE).home is None
    assert options("sled_push", CATALOGUE) == SwapOptions()


def test_a_typed_name_is_an_exercise() -> None:
    assert exercise_named("Back squats", CATALOGUE) == "back_squat"
    assert exercise_named("rdl", CATALOGUE) == "rdl_barbell"
    assert exercise_named("  Sled  push ", CATALOGUE) == "sled_push"
    assert CATALOGUE.name("sled_push") == "Sled push"
    assert exercise_named(" \n ", CATALOGUE) is None


@given(st.text())
def test_any_name_makes_an_id_that_can_be_kept(text: str) -> None:
    if name := exercise_named(text, CATALOGUE):
        kept = LiveExercise(exercise=name, prescribed=())
        assert msgspec.json.decode(msgspec.json.encode(kept), type=LiveExercise) == kept


def test_the_own_rest_is_never_below_nothing() -> None:
    live = step.log_set(gym(), RAMP, START)
    longer = shift_own_rest(live, 15)
    assert (longer.exercises[0].rest, longer.rest) == (165, live.rest)
    assert shift_own_rest(live, -500).exercises[0].rest == 0
    empty = replace(live, exercises=(), current=0)
    assert shift_own_rest(empty, 15) == empty


@given(st.integers(0, 4))
def test_no_swap_loses_a_set(count: int) -> None:
    before = logged(gym(), count)
    after = swap(step.go_to(before, 0), instead(before.exercises[0], "goblet_squat", CATALOGUE, None))
    assert sets_done(after) == sets_done(before)
    left = sum(len(upcoming(each)) for each in after.exercises)
    while due := current_set(after):
        after, left = step.log_set(after, due, START + timedelta(hours=1)), left - 1
    assert left == 0
    assert is_done(after)
