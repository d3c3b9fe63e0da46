"""A timed set: its countdown, its sides, and what is logged of it."""

from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.live import steps as step
from data.live.hold import HoldPhase, cancel_hold, end_hold, hold_phase, start_hold
from data.live.lift import Hold, LiveExercise, LiveLift, Rest, current_set
from data.live.together import together
from data.model import LoggedSet
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
PLANK = LoggedSet(seconds=30, kg=5, rir=2)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def planks() -> LiveLift:
    plank = LiveExercise(exercise="side_plank", prescribed=(PLANK, PLANK), rest=45)
    return LiveLift(id="s", start=START, zone=BERLIN, title="", exercises=(plank, plank), rest=Rest(START, 60))


def holding(unilateral: bool = False) -> LiveLift:
    return start_hold(planks(), PLANK, START, unilateral=unilateral)


def phase(live: LiveLift, seconds: float) -> HoldPhase:
    assert live.hold is not None
    return hold_phase(live.hold, after(seconds))


def test_a_hold_keeps_the_set_and_ends_the_rest() -> None:
    live = holding()
    assert live.hold == Hold(started=START, seconds=30, draft=PLANK, sides=1, ready=5)
    assert live.rest is None
    assert msgspec.json.decode(msgspec.json.encode(live), type=LiveLift) == live


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (-3, HoldPhase(1, "ready", 5, 5)),
        (0, HoldPhase(1, "ready", 5, 5)),
        (4.1, HoldPhase(1, "ready", 1, 5)),
        (5, HoldPhase(1, "hold", 30, 30)),
        (34.999, HoldPhase(1, "hold", 1, 30)),
        (35, HoldPhase(2, "switch", 5, 5)),
        (40, HoldPhase(2, "hold", 30, 30)),
        (69, HoldPhase(2, "hold", 1, 30)),
        (70, HoldPhase(2, "over", 0, 0)),
    ],
)
def test_left_switch_right(seconds: float, expected: HoldPhase) -> None:
    assert phase(holding(unilateral=True), seconds) == expected


def test_without_sides_it_is_over_after_one() -> None:
    assert phase(holding(), 34) == HoldPhase(1, "hold", 1, 30)
    assert phase(holding(), 35) == HoldPhase(1, "over", 0, 0)


@pytest.mark.parametrize(("unilateral", "ends"), [(False, 35), (True, 70)])
def test_a_hold_that_is_over_is_logged_the_same_whoever_notices_and_when(unilateral: bool, ends: int) -> None:
    live = end_hold(holding(unilateral), after(ends))
    assert live.exercises[0].done == (replace(PLANK, at=after(ends)),)
    assert (live.hold, live.rest) == (None, Rest(after(ends), 45))
    assert end_hold(holding(unilateral), after(ends + 500)) == live


def test_a_hold_that_two_terminals_see_end_is_one_set() -> None:
    here, there = end_hold(holding(), after(35.2)), end_hold(holding(), after(36))
    assert together(holding(), here, there) == here
    assert together(holding(), end_hold(holding(), after(20)), there) is None


def test_a_hold_ended_early_has_the_whole_seconds_held() -> None:
    live = end_hold(holding(), after(25.9))
    assert live.exercises[0].done == (replace(PLANK, seconds=20, at=after(25.9)),)
    assert live.hold is None


@pytest.mark.parametrize("seconds", [0, 4, 5.9])
@pytest.mark.parametrize("unilateral", [False, True])
def test_where_nothing_was_held_nothing_is_logged(seconds: float, unilateral: bool) -> None:
    assert end_hold(holding(unilateral), after(seconds)) == replace(planks(), rest=None)


def test_a_right_side_that_was_not_begun_is_still_to_do() -> None:
    live = end_hold(holding(unilateral=True), after(37))
    assert live.exercises[0].done == (replace(PLANK, side="left", at=after(37)),)
    right = current_set(live)
    assert right == replace(PLANK, side="right")
    assert live.current == 0
    again = start_hold(live, right, after(60), unilateral=True)
    assert again.hold is not None
    assert again.hold.sides == 1
    assert current_set(end_hold(again, after(95))) == PLANK


def test_a_right_side_let_go_early_is_logged_by_itself() -> None:
    live = end_hold(holding(unilateral=True), after(52))
    left, right = live.exercises[0].done
    assert (left.side, left.seconds, left.at) == ("left", 30, after(52))
    assert (right.side, right.seconds) == ("right", 12)
    assert current_set(live) == PLANK
    assert step.undo_set(step.undo_set(live)).exercises[0].done == ()


def test_a_hold_is_given_up() -> None:
    assert cancel_hold(holding()) == replace(planks(), rest=None)
    for leave in (step.skip_exercise, step.undo_set, lambda live: step.go_to(live, 1)):
        logged = replace(holding(), exercises=(replace(planks().exercises[0], done=(PLANK,)), planks().exercises[1]))
        assert leave(logged).hold is None
    assert step.log_set(holding(), PLANK, after(9)).hold is None
    assert step.go_to(holding(), 0).hold is not None
    assert end_hold(planks(), after(9)) == planks()


def test_a_hold_under_way_is_not_begun_again() -> None:
    assert start_hold(holding(), replace(PLANK, seconds=60), after(20), unilateral=True) == holding()


@pytest.mark.parametrize("draft", [LoggedSet(), LoggedSet(seconds=0)])
def test_a_hold_needs_its_seconds(draft: LoggedSet) -> None:
    with pytest.raises(ValueError, match="seconds"):
        start_hold(planks(), draft, START, unilateral=False)


def test_a_lift_written_before_there_were_holds_is_read() -> None:
    old = {
        "id": "s", "start": "2026-06-01T18:00:00+02:00", "zone": BERLIN, "title": "Gym A", "current": 0, "rest": None,
        "exercises": [
            {"exercise": "side_plank", "prescribed": [{"type": "work", "seconds": 30}], "done": [], "rest": 45,
             "tempo": None, "group": None, "skipped": False}
        ],
        "plan_id": None, "notes": "", "niggles": [], "minutes": None,
    }  # fmt: skip
    live = msgspec.convert(old, LiveLift)
    assert (live.hold, live.exercises[0].joined) == (None, 0)


@given(st.integers(1, 90), st.booleans(), st.floats(0, 250))
def test_what_is_logged_was_held(seconds: int, unilateral: bool, ended: float) -> None:
    live = start_hold(planks(), replace(PLANK, seconds=seconds), START, unilateral=unilateral)
    done = end_hold(live, after(ended)).exercises[0].done
    sides = 2 if unilateral else 1
    held = sum((each.seconds or 0) * (1 if each.side else sides) for each in done)
    assert held <= max(0, ended - 5) + 0.001
    assert held <= seconds * sides
    assert held > ended - 5 * sides - 2 * sides or held == seconds * sides or held == 0
