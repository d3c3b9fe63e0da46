"""Supersets: exercises done in turns, the rest after the round."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.live import steps as step
from data.live.lift import LiveExercise, LiveLift, current_set, is_done, sets_done, work_sets_done
from data.live.supersets import is_tied, move_exercise, next_place, tie, tie_or_untie, untie
from data.model import LoggedSet
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
RAMP = LoggedSet(type="warmup", kg=40, reps=5)
SET = LoggedSet(kg=60, reps=8)


def exercise(name: str, sets: int, rest: int = 60, ramp: int = 0, group: int | None = None) -> LiveExercise:
    return LiveExercise(exercise=name, prescribed=(RAMP,) * ramp + (SET,) * sets, rest=rest, group=group)


def lift(*exercises: LiveExercise) -> LiveLift:
    return LiveLift(id="s", start=START, zone=BERLIN, title="Gym A", exercises=exercises)


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def names(live: LiveLift) -> list[str]:
    return [each.exercise for each in live.exercises]


def groups(live: LiveLift) -> list[int | None]:
    return [each.group for each in live.exercises]


def played(live: LiveLift, most: int = 300) -> list[tuple[str, int | None]]:
    """Every set as it is offered logged until nothing is left: of which exercise, and the rest after it."""
    log: list[tuple[str, int | None]] = []
    while due := current_set(live):
        name = live.exercises[live.current].exercise
        live = step.log_set(live, due, after(len(log)))
        log.append((name, live.rest.seconds if live.rest else None))
        assert len(log) < most
    return log


def test_a_superset_goes_round_and_rests_the_longest_rest_after_each_round() -> None:
    live = lift(exercise("row", 2, rest=60, group=1), exercise("press", 2, rest=90, group=1), exercise("plank", 1))
    assert played(live) == [
        ("row", None), ("press", 90), ("row", None), ("press", 90), ("plank", None),
    ]  # fmt: skip


def test_ramp_sets_come_before_the_first_round_with_a_minute_each() -> None:
    live = lift(exercise("row", 1, rest=90, group=1), exercise("squat", 1, rest=150, ramp=2, group=1), exercise("b", 1))
    assert played(step.go_to(live, 1)) == [
        ("squat", 60), ("squat", 60), ("row", None), ("squat", 150), ("b", None),
    ]  # fmt: skip


def test_who_has_more_sets_goes_on_alone_with_its_own_rest() -> None:
    live = lift(exercise("row", 1, rest=90, group=1), exercise("press", 3, rest=60, group=1))
    assert played(live) == [("row", None), ("press", 90), ("press", 60), ("press", None)]


def test_a_round_that_begins_with_the_second_exercise_ends_with_the_first() -> None:
    live = step.go_to(lift(exercise("row", 2, group=1), exercise("press", 2, group=1)), 1)
    assert [name for name, _ in played(live)] == ["press", "row", "row", "press"]


def test_a_skipped_exercise_leaves_the_rounds_to_the_others() -> None:
    live = lift(exercise("row", 2, rest=60, group=1), exercise("press", 2, rest=90, group=1))
    live = step.skip_exercise(step.log_set(live, SET, after(0)))
    assert live.current == 0
    assert played(live) == [("row", None)]


def test_sides_are_done_both_before_the_round_goes_on() -> None:
    live = lift(exercise("lunge", 1, group=1), exercise("row", 1, group=1))
    live = step.log_side(live, SET, after(0))
    assert live.current == 0
    live = step.log_side(live, SET, after(1))
    assert (live.current, live.rest) == (1, None)


def test_undo_brings_back_the_exercise_whose_turn_it_was() -> None:
    live = lift(exercise("row", 2, group=1), exercise("press", 2, group=1))
    seen = [live]
    for minute in range(4):
        live = step.log_set(live, SET, after(minute))
        seen.append(live)
    for before in reversed(seen[:-1]):
        live = step.undo_set(live)
        assert (live.current, current_set(live), live.rest) == (before.current, current_set(before), None)


def test_two_are_tied_and_untied() -> None:
    live = lift(exercise("a", 2), exercise("b", 2), exercise("c", 2))
    tied = tie(live)
    assert groups(tied) == [1, 1, None]
    assert is_tied(tied, 1)
    assert untie(tied) == live
    assert tie_or_untie(live) == tied
    assert tie_or_untie(tied) == live


def test_the_last_of_a_superset_takes_in_the_next_and_then_unties() -> None:
    live = lift(exercise("a", 2), exercise("b", 2), exercise("c", 2))
    three = tie_or_untie(step.go_to(tie(live), 1))
    assert groups(three) == [1, 1, 1]
    assert tie_or_untie(step.go_to(three, 2)) == step.go_to(live, 2)


def test_the_one_that_is_tied_moves_up_past_what_is_in_a_superset_or_done() -> None:
    done = replace(exercise("d", 1), done=(SET,))
    live = tie(lift(exercise("a", 2), exercise("b", 1, group=4), exercise("c", 1, group=4), done, exercise("e", 2)))
    assert names(live) == ["a", "e", "b", "c", "d"]
    assert groups(live) == [5, 5, 4, 4, None]


def test_there_may_be_nothing_to_tie_with() -> None:
    for live in (lift(), lift(exercise("a", 2)), step.go_to(lift(exercise("a", 2), exercise("b", 2)), 1)):
        assert tie(live) == untie(live) == tie_or_untie(live) == move_exercise(live, 0) == live


def test_who_is_tied_later_does_not_catch_up() -> None:
    live = step.log_set(lift(exercise("a", 3), exercise("b", 2)), SET, after(0))
    assert [name for name, _ in played(tie(live))] == ["a", "b", "a", "b"]
    ahead = step.go_to(step.log_set(step.go_to(lift(exercise("a", 2), exercise("b", 3)), 1), SET, after(0)), 0)
    assert [name for name, _ in played(tie(ahead))] == ["a", "b", "a", "b"]


def test_an_exercise_moves_and_stays_the_current_one() -> None:
    live = step.go_to(lift(exercise("a", 1), exercise("b", 1), exercise("c", 1)), 1)
    for by, order, current in ((1, "acb", 2), (5, "acb", 2), (-1, "bac", 0), (-9, "bac", 0)):
        moved = move_exercise(live, by)
        assert ("".join(names(moved)), moved.current) == (order, current)


def test_a_superset_moves_as_one() -> None:
    live = step.go_to(lift(exercise("a", 1), exercise("b", 1, group=1), exercise("c", 1, group=1), exercise("d", 1)), 2)
    moved = move_exercise(live, 1)
    assert (names(moved), moved.current) == (["a", "d", "b", "c"], 3)
    assert names(move_exercise(step.go_to(live, 3), -1)) == ["a", "d", "b", "c"]


@st.composite
def plans(draw: st.DrawFn) -> LiveLift:
    """A lift not begun, with up to two supersets, wherever their exercises stand."""
    sizes = st.tuples(st.integers(1, 4), st.integers(10, 200), st.integers(0, 2), st.sampled_from([None, 1, 2]))
    rows = draw(st.lists(sizes, min_size=1, max_size=6))
    live = lift(*(exercise(str(place), *row) for place, row in enumerate(rows)))
    return step.go_to(live, next_place(live, 0))


@given(plans())
def test_every_set_is_done_once_and_every_round_rests_once(live: LiveLift) -> None:
    by_name = {each.exercise: each for each in live.exercises}
    numbers = dict.fromkeys(by_name, 0)
    log: list[tuple[LiveExercise, int, int | None]] = []  # the exercise, the number of the work set or 0, the rest
    while due := current_set(live):
        name = live.exercises[live.current].exercise
        live = step.log_set(live, due, after(len(log)))
        if due.type == "work":
            numbers[name] += 1
        log.append(
            (by_name[name], numbers[name] if due.type == "work" else 0, live.rest.seconds if live.rest else None)
        )
    assert is_done(live)
    assert live.rest is None
    assert sets_done(live) == sum(len(each.prescribed) for each in live.exercises)
    assert all(work_sets_done(each) == each.prescribed.count(SET) for each in live.exercises)
    rounds: dict[object, list[tuple[LiveExercise, int | None]]] = {}
    for done, number, rest in log[:-1]:
        if number:
            rounds.setdefault((done.exercise if done.group is None else done.group, number), []).append((done, rest))
        else:
            assert rest == min(60, done.rest)
    last, number, _ = log[-1]
    rounds.pop((last.exercise if last.group is None else last.group, number), None)
    for members in rounds.values():
        *within, (_, at_its_end) = members
        assert [rest for _, rest in within] == [None] * len(within)
        assert at_its_end == max(done.rest for done, _ in members)


@given(plans())
def test_undo_all_the_way_is_the_beginning(begun: LiveLift) -> None:
    live, count = begun, 0
    while due := current_set(live):
        live, count = step.log_set(live, due, after(count)), count + 1
    for _ in range(count):
        live = step.undo_set(live)
    assert live == begun
