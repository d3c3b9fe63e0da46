"""Which planned session one that was done fulfils."""

import pytest
from msgspec.structs import replace

from data.matching import fulfilling, plan_of
from data.model import PlannedSession
from tests.builders import lift, planned_lift, planned_run, run, sets

INTERVALS = planned_run("2026-06-02 07:00", type="intervals")
EVENING_TEMPO = planned_run("2026-06-02 18:00", type="tempo")
GYM = planned_lift("2026-06-02 18:00", focus="legs")


@pytest.mark.parametrize(
    ("planned", "fulfilled"),
    [
        ([INTERVALS, GYM], INTERVALS),
        ([INTERVALS, EVENING_TEMPO], INTERVALS),
        ([replace(INTERVALS, status="missed")], replace(INTERVALS, status="missed")),
        ([replace(INTERVALS, status="done")], None),
        ([replace(INTERVALS, status="skipped")], None),
        ([planned_run("2026-06-01 07:00", type="intervals")], None),
        ([INTERVALS, replace(INTERVALS, id="again")], None),
        ([GYM], None),
        ([], None),
    ],
)
def test_a_run_fulfils_the_open_run_of_its_day(planned: list[PlannedSession], fulfilled: PlannedSession | None) -> None:
    assert plan_of(run("2026-06-02 07:10", type="intervals"), planned) == fulfilled


def test_a_run_of_another_type_fulfils_what_was_to_be_over() -> None:
    assert plan_of(run("2026-06-02 07:10", type="easy"), [INTERVALS]) == INTERVALS


def test_an_easy_run_leaves_the_evening_to_come_alone() -> None:
    assert plan_of(run("2026-06-02 07:10", type="easy"), [EVENING_TEMPO]) is None


def test_a_run_of_no_known_type_fulfils_the_only_run_there_was() -> None:
    assert plan_of(run("2026-06-02 07:10", type=None), [EVENING_TEMPO]) == EVENING_TEMPO


def test_what_was_done_is_of_the_type_and_focus_that_were_planned_unless_it_says_another() -> None:
    assert fulfilling(run("2026-06-02 07:10", type=None), INTERVALS).type == "intervals"
    assert fulfilling(run("2026-06-02 07:10", type="easy"), INTERVALS).type == "easy"
    done = fulfilling(lift("2026-06-02 18:10"), GYM)
    assert (done.plan_id, done.focus) == (GYM.id, "legs")


def test_a_lift_of_which_nothing_was_planned_leaves_the_plan_open() -> None:
    gym_a = planned_lift("2026-06-02 18:00")
    bench = lift("2026-06-02 12:00", exercises=sets("bench_press_dumbbell", 3, kg=20, reps=8))
    squats = lift("2026-06-02 18:00", exercises=sets("back_squat", 3, kg=80, reps=5))
    assert plan_of(bench, [gym_a]) is None
    assert plan_of(squats, [gym_a]) == gym_a
    # What a watch calls its own way may well be what was planned.
    assert plan_of(lift("2026-06-02 18:00", exercises=sets("squat", 3, reps=5)), [gym_a]) == gym_a
