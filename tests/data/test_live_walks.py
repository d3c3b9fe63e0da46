"""Whatever is pressed in a lift: no set is lost, undoing goes all the way back, and it reads back as it was written."""

from collections import Counter
from datetime import datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from data.live import steps as step
from data.live.hold import end_hold, start_hold
from data.live.lift import LiveExercise, LiveLift, current_set, sets_done, upcoming
from data.live.rest import end_rest, set_rest
from data.live.supersets import move_exercise, tie_or_untie
from data.live.swaps import swap
from data.model import LoggedSet
from tests.data.live_gym import HOP, after, gym

SETS = st.builds(
    LoggedSet,
    type=st.sampled_from(["warmup", "work", "drop", "failure"]),
    kg=st.none() | st.integers(0, 200),
    reps=st.none() | st.integers(0, 30),
    rir=st.none() | st.integers(0, 5),
)
LOGS = st.tuples(st.just("log"), SETS)
SIDES = st.tuples(st.just("side"), SETS)
OTHERS = st.sampled_from(
    ["prescribed", "add", "skip", "unskip", "longer", "end", "note", "round", "hold", "held", "tie", "swap"]
)
PLACES = st.tuples(st.sampled_from(["go", "move"]), st.integers(-9, 9))
WALKS = st.lists(LOGS | SIDES | st.tuples(OTHERS, st.just(HOP)) | PLACES, max_size=40)


def taken(live: LiveLift, action: str, what: object, now: datetime) -> LiveLift:
    match action:
        case "log" if isinstance(what, LoggedSet):
            return step.log_set(live, what, now)
        case "go" if isinstance(what, int):
            return step.go_to(live, what)
        case "move" if isinstance(what, int):
            return move_exercise(live, what)
        case "side" if isinstance(what, LoggedSet):
            return step.log_side(live, what, now)
        case "hold":
            return start_hold(live, LoggedSet(seconds=20), now, unilateral=live.current == 2)
        case "held":
            return end_hold(live, now)
        case "swap":
            return swap(live, LiveExercise(exercise="push_up", prescribed=(LoggedSet(reps=10),) * 2))
        case "prescribed":
            due = current_set(live)
            return step.log_set(live, due, now) if due else live
        case "round":
            return msgspec.json.decode(msgspec.json.encode(live), type=LiveLift)
        case "note":
            return step.note(live, "a word")
        case "longer":
            return set_rest(live, 15)
    plain = {
        "tie": tie_or_untie,
        "add": step.add_set,
        "skip": step.skip_exercise,
        "unskip": step.unskip,
        "end": end_rest,
    }
    return plain[action](live)


@given(WALKS)
def test_no_step_but_undo_edit_and_remove_ever_loses_a_set(walk: list[tuple[str, object]]) -> None:
    live = gym()
    logged: Counter[LoggedSet] = Counter()
    for number, (action, what) in enumerate(walk):
        was = sets_done(live)
        live = taken(live, action, what, after(number * 30))
        now = Counter(done for exercise in live.exercises for done in exercise.done)
        assert logged <= now
        # A hold that ends before its sides are even is logged side by side.
        assert sets_done(live) - was in ((1, 2) if now != logged else (0,))
        logged = now
    finished = step.finish(live, 5, after(3600))
    assert Counter(done for exercise in finished.exercises for done in exercise.sets) == logged


@given(WALKS)
def test_undo_goes_back_set_by_set_to_nothing(walk: list[tuple[str, object]]) -> None:
    live = gym()
    for number, (action, what) in enumerate(walk):
        live = taken(live, action, what, after(number * 30))
    while count := sets_done(live):
        live = step.undo_set(live)
        assert sets_done(live) == count - 1
        assert live.exercises[live.current].skipped is False
    assert [upcoming(each) for each in live.exercises] == [each.prescribed for each in live.exercises]


@given(WALKS)
def test_a_live_session_reads_back_as_it_was_written(walk: list[tuple[str, object]]) -> None:
    live = gym()
    for number, (action, what) in enumerate(walk):
        live = taken(live, action, what, after(number * 30))
    assert msgspec.json.decode(msgspec.json.encode(live), type=LiveLift) == live
