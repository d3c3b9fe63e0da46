"""Next time without added weight: more reps, then the harder variation (RULES 4.3)."""

import pytest

from data.catalogue import load_catalogue
from data.model import LoggedSession
from data.plates import Rack
from data.rules.progression import NextTime, next_time
from tests.builders import lift, prescribed, sets
from tests.data.rules.lifts import LAST_WEEK, TWO_WEEKS_AGO

CATALOGUE = load_catalogue()


def then(exercise: str, amount: float, *logged: LoggedSession, rir: float | None = 2) -> NextTime:
    (planned,) = prescribed(exercise, 3, amount, rir=rir)
    found = next_time(planned, logged, CATALOGUE, Rack())
    assert found is not None
    assert found.kg is None
    return found


def twice(exercise: str, **each: object) -> tuple[LoggedSession, ...]:
    return tuple(lift(f"{day} 18:00", exercises=sets(exercise, 3, **each)) for day in (LAST_WEEK, TWO_WEEKS_AGO))


@pytest.mark.parametrize(
    ("exercise", "each", "harder"),
    [
        ("push_up", {"reps": 15, "rir": 3}, "push_up_elevated"),
        ("step_up", {"reps": 12, "rir": 3}, "step_up_dumbbell"),
        ("side_plank", {"seconds": 60, "rir": 4}, "side_plank_leg_lift"),
        ("push_up", {"reps": 15}, "push_up_elevated"),
    ],
    ids=["reps", "a side", "seconds", "RIR unsaid"],
)
def test_enough_of_it_twice_is_time_for_the_harder_variation(
    exercise: str, each: dict[str, object], harder: str
) -> None:
    found = then(exercise, 10, *twice(exercise, **each))
    assert (found.kind, found.exercise_instead) == ("harder variation", harder)
    assert CATALOGUE.name(harder) in found.reason


def test_where_nothing_is_harder_it_is_time_to_add_load() -> None:
    found = then("pull_up", 6, *twice("pull_up", reps=15, rir=3))
    assert (found.kind, found.exercise_instead) == ("add load", None)
    assert found.reason == "twice 15 reps, 3 left: time to add load"


def test_enough_of_it_once_is_the_same_again() -> None:
    last, _ = twice("push_up", reps=15, rir=3)
    assert (then("push_up", 10, last).kind, then("push_up", 10, last).amount) == ("same", 15)
    hard = twice("push_up", reps=15, rir=2)
    assert then("push_up", 10, *hard).kind == "same"


def test_less_is_one_more_rep_or_five_seconds() -> None:
    assert (then("push_up", 10, *twice("push_up", reps=10, rir=2)).kind) == "more reps"
    assert then("push_up", 10, *twice("push_up", reps=10, rir=2)).amount == 11
    assert then("push_up", 10, *twice("push_up", reps=7, rir=1)).amount == 8
    assert then("side_plank", 30, *twice("side_plank", seconds=30), rir=None).amount == 35
    assert then("side_plank", 30, *twice("side_plank", seconds=58), rir=None).amount == 60


def test_far_harder_than_planned_is_the_same_again() -> None:
    found = then("push_up", 10, *twice("push_up", reps=10, rir=0))
    assert (found.kind, found.amount) == ("same", 10)


def test_a_plan_of_more_than_enough_is_not_cut() -> None:
    assert then("calf_raise_single", 15, *twice("calf_raise_single", reps=14, rir=2)).amount == 15


def test_the_weaker_side_decides() -> None:
    left, right = sets("step_up", 2, reps=12, rir=3, side="left"), sets("step_up", 2, reps=9, rir=1, side="right")
    uneven = tuple(lift(f"{day} 18:00", exercises=left + right) for day in (LAST_WEEK, TWO_WEEKS_AGO))
    assert (then("step_up", 10, *uneven).kind, then("step_up", 10, *uneven).amount) == ("more reps", 10)


def test_a_pull_up_with_a_weight_goes_by_the_weight() -> None:
    (planned,) = prescribed("pull_up", 3, 5, rir=2)
    weighted = lift(f"{LAST_WEEK} 18:00", exercises=sets("pull_up", 3, kg=25, reps=6, rir=2))
    found = next_time(planned, [weighted], CATALOGUE, Rack())
    assert found is not None
    assert (found.kind, found.kg, found.amount) == ("heavier", 27.5, 4)


def test_an_exercise_of_ones_own() -> None:
    assert then("grandmothers_squat", 10, *twice("grandmothers_squat", reps=15, rir=3)).kind == "add load"
