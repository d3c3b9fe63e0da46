"""A session that is logged stands for the planned one it is the doing of."""

import pytest
from msgspec.structs import replace

from data.fulfil import as_planned, fulfilled_by
from data.model import PlannedSession
from tests.builders import lift, moment, planned_lift, planned_run, run

NOON = moment("2026-06-02 12:00")
INTERVALS = planned_run("2026-06-02 07:00", type="intervals")
EVENING_TEMPO = planned_run("2026-06-02 18:00", type="tempo")
GYM = planned_lift("2026-06-02 18:00")


@pytest.mark.parametrize(
    ("planned", "fulfilled"),
    [
        ([INTERVALS, GYM], INTERVALS),
        ([planned_run("2026-06-01 07:00", type="intervals")], None),
        ([replace(INTERVALS, status="done")], None),
        ([replace(INTERVALS, status="skipped")], None),
        ([replace(INTERVALS, status="missed")], replace(INTERVALS, status="missed")),
        ([INTERVALS, EVENING_TEMPO], INTERVALS),
        ([GYM], None),
        ([], None),
    ],
)
def test_a_run_fulfils_the_open_run_of_its_day(planned: list[PlannedSession], fulfilled: PlannedSession | None) -> None:
    assert fulfilled_by(run("2026-06-02 07:10", type="intervals"), planned, NOON) == fulfilled


def test_a_run_of_another_type_fulfils_what_was_to_be_over() -> None:
    assert fulfilled_by(run("2026-06-02 07:10", type="easy"), [INTERVALS], NOON) == INTERVALS


def test_an_easy_run_leaves_the_evening_to_come_alone() -> None:
    assert fulfilled_by(run("2026-06-02 07:10", type="easy"), [EVENING_TEMPO], NOON) is None


def test_between_two_that_would_do_none_is_chosen() -> None:
    twice = [planned_run("2026-06-02 07:00", id="one"), planned_run("2026-06-02 08:00", id="two")]
    assert fulfilled_by(run("2026-06-02 07:10"), twice, NOON) is None


def test_a_lift_done_early_fulfils_the_evening_lift() -> None:
    assert fulfilled_by(lift("2026-06-02 11:00"), [GYM], NOON) == GYM


def test_both_are_tied() -> None:
    logged, plan = as_planned(lift("2026-06-02 11:00"), GYM)
    assert logged.plan_id == plan.id == GYM.id
    assert plan.status == "done"


def test_what_a_watch_does_not_know_comes_from_the_plan() -> None:
    from_watch = run("2026-06-02 07:10", type=None)
    assert as_planned(from_watch, replace(INTERVALS, title="Track"))[0].type == "intervals"
    assert as_planned(from_watch, replace(INTERVALS, title="Track"))[0].title == "Track"
    assert as_planned(run("2026-06-02 07:10", type="easy"), INTERVALS)[0].type == "easy"
