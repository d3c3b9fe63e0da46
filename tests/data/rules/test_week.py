"""A week summed: what became of its sessions, and what they add up to. Every number is worked out by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Accepted, Session
from data.rules.spacing import seal
from data.rules.week import Week, planned_minutes, week_of_sessions
from tests.builders import athlete, lift, moment, planned_lift, planned_run, prescribed, run, sets

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
NEXT_MONTH = "2026-07-01 12:00"


def week(sessions: Sequence[Session], now: str = NEXT_MONTH, **more: Any) -> Week:
    return week_of_sessions(WEEK, sessions, athlete(), CATALOGUE, more.pop("accepted", ()), moment(now), **more)


# The first worked week of RULES 1: 270 0 420 180 0 240 540.
RATED = [
    run("2026-06-01 07:00", 54, rpe=5, distance_m=10000, descent_m=120),
    run("2026-06-03 07:00", 60, rpe=7, type="tempo", distance_m=12000),
    lift(
        "2026-06-04 18:00",
        45,
        rpe=4,
        exercises=sets("back_squat", 3, kg=80, reps=5, rir=2) + sets("row_dumbbell", 2, kg=20, reps=8),
    ),
    run("2026-06-06 07:00", 60, rpe=4, distance_m=9500),
    run("2026-06-07 07:00", 108, rpe=5, type="long", distance_m=20000),
]


def test_a_week_adds_up_its_loads() -> None:
    found = week(RATED)
    assert (found.load, found.unrated) == (1650, 0)
    assert [day.load for day in found.days] == [270, 0, 420, 180, 0, 240, 540]
    assert found.monotony == pytest.approx(1.2678062252833289)
    assert found.strain == pytest.approx(2091.8802717174926)


def test_the_spread_is_a_choice() -> None:
    assert week(RATED, spread="sample").monotony == pytest.approx(1.1737604859840733)


def test_a_week_adds_up_its_runs() -> None:
    runs = week(RATED).run
    assert (runs.sessions, runs.minutes, runs.distance_m, runs.load) == (4, 282, 51500, 1470)


def test_a_week_adds_up_its_lifts() -> None:
    lifts = week(RATED).strength
    assert (lifts.sessions, lifts.minutes, lifts.load) == (1, 45, 180)
    # Rows are one-sided: 2 × 8 × 20 kg on each side. Nobody said how hard they were.
    assert (lifts.sets, lifts.hard_sets, lifts.volume_kg) == (5, 3, 1200 + 640)
    assert lifts.leg_stress == 6


def test_the_load_on_the_legs_is_a_lane_of_its_own() -> None:
    found = week(RATED)
    assert found.legs == pytest.approx(6 + 1.2)
    assert [entry.legs for entry in found.entries] == [1.2, None, 6, None, None]


def test_the_days_with_a_hard_session_are_counted() -> None:
    # The tempo, and 108 minutes on Sunday; a second hard one on a hard day changes nothing.
    assert week(RATED).hard_days == 2
    assert week([*RATED, run("2026-06-03 18:00", type="race")]).hard_days == 2
    assert week([*RATED, planned_run("2026-06-05 07:00", type="tempo")], "2026-06-04 12:00").hard_days == 3
    assert week([*RATED, planned_run("2026-06-05 07:00", type="tempo")]).hard_days == 2


def test_one_session_without_a_rating_leaves_the_sum_and_takes_the_rest_away() -> None:
    found = week([*RATED, run("2026-06-05 07:00", 40)], usual_daily=[100] * 30)
    assert (found.load, found.unrated) == (1650, 1)
    assert found.monotony is found.strain is found.vs_usual is None
    assert found.days[4].load is None
    assert found.days[1].load == 0


def test_a_week_of_nothing_rated_has_no_load_and_a_week_of_nothing_has_none_of_it() -> None:
    found = week([run("2026-06-05 07:00", 40), lift("2026-06-04 18:00")])
    assert found.load is found.run.load is found.strength.load is None
    assert found.legs is found.strength.leg_stress is None
    empty = week([])
    assert (empty.run.load, empty.strength.load, empty.strength.leg_stress, empty.legs) == (0, 0, 0, 0)
    assert (empty.load, empty.monotony, empty.vs_usual) == (0, None, None)
    assert len(empty.days) == 7
    assert empty.run.sessions == empty.strength.sets == empty.hard_days == 0


def test_the_week_is_compared_with_the_usual_where_that_is_known() -> None:
    assert week(RATED, usual_daily=[100] * 21 + [200] * 7).vs_usual == pytest.approx(0.3393501030132535)
    assert week(RATED).vs_usual is None
    # A week that lies ahead cost nothing yet: that is no drop.
    assert week([], now="2026-05-31 12:00", usual_daily=[100] * 28).vs_usual is None


PLAN = planned_lift("2026-06-01 18:00", None)


def statuses(found: Week) -> list[tuple[str, str]]:
    return [(entry.session.id, entry.status) for entry in found.entries]


@pytest.mark.parametrize(
    ("now", "status"),
    [("2026-05-31 12:00", "planned"), ("2026-06-01 23:59", "planned"), ("2026-06-02 00:00", "missed")],
)
def test_a_planned_session_is_missed_once_its_day_is_over(now: str, status: str) -> None:
    assert statuses(week([PLAN], now)) == [(PLAN.id, status)]


def test_its_day_is_over_where_the_session_is() -> None:
    plan = planned_run("2026-06-01 18:00", zone="America/New_York")
    # 06:00 in Berlin is midnight in New York.
    assert statuses(week([plan], "2026-06-02 05:59")) == [(plan.id, "planned")]
    assert statuses(week([plan], "2026-06-02 06:00")) == [(plan.id, "missed")]


@pytest.mark.parametrize("status", ["done", "skipped", "missed"])
def test_what_is_known_of_a_plan_stays(status: str) -> None:
    plan = planned_run("2026-06-05 07:00", status=status)
    assert statuses(week([plan], "2026-06-01 12:00")) == [(plan.id, status)]


def test_what_was_done_takes_the_place_of_the_plan_that_it_fulfils() -> None:
    done = lift("2026-06-02 18:00", 50, rpe=6, plan_id=PLAN.id)
    found = week([PLAN, done])
    assert statuses(found) == [(done.id, "done")]
    assert found.days[1].entries[0].planned == PLAN
    assert found.days[0].entries == ()


def test_a_session_that_fulfils_a_plan_of_another_week_is_done_in_its_own() -> None:
    late = planned_run("2026-05-31 07:00")
    done = run("2026-06-01 07:00", rpe=4, plan_id=late.id)
    found = week([late, done])
    assert statuses(found) == [(done.id, "done")]
    assert found.run.planned_sessions == 0


def test_sessions_come_by_their_start_and_those_of_other_weeks_not_at_all() -> None:
    sessions: list[Session] = [
        run("2026-06-08 00:00"), planned_lift("2026-06-02 evening"), run("2026-06-02 07:00"), run("2026-05-31 23:59"),
    ]  # fmt: skip
    assert statuses(week(sessions, "2026-06-02 12:00")) == [
        ("run 2026-06-02 07:00", "done"),
        ("planned lift 2026-06-02 evening", "planned"),
    ]


def test_what_was_planned_adds_up_whatever_became_of_it() -> None:
    done = lift("2026-06-01 18:00", 50, plan_id=PLAN.id)
    other = planned_lift("2026-06-04 18:00", 40, status="skipped")
    runs = planned_run("2026-06-02 07:00", 60), planned_run("2026-06-07 07:00", 120)
    sessions: list[Session] = [PLAN, done, other, *runs]
    found = week(sessions, "2026-06-05 12:00")
    # Gym A is estimated at 38 min.
    assert (found.strength.planned_sessions, found.strength.planned_minutes) == (2, 78)
    assert (found.run.planned_sessions, found.run.planned_minutes) == (2, 180)


def test_a_plan_lasts_as_long_as_it_says_or_as_its_exercises_take() -> None:
    assert planned_minutes(planned_lift("2026-06-01", 55), CATALOGUE) == 55
    assert planned_minutes(planned_lift("2026-06-01", None), CATALOGUE) == 38
    # 480 s and 60 s around it, 3 sets of 10 s and 20 contacts, two rests of 45 s: 720 s.
    hops = prescribed("pogo_hop", 3, 20, rest=45)
    assert planned_minutes(planned_lift("2026-06-01", None, exercises=hops), CATALOGUE) == 12
    assert planned_minutes(planned_lift("2026-06-01", None, exercises=()), CATALOGUE) is None
    assert planned_minutes(planned_run("2026-06-01", None), CATALOGUE) is None


SUNDAY_LIFT = planned_lift("2026-05-31 18:00")
MONDAY_RUN = planned_run("2026-06-01 07:00", type="tempo")


def test_a_pair_is_shown_in_the_week_of_its_later_session() -> None:
    now = "2026-05-30 12:00"
    (pair,) = week([SUNDAY_LIFT, MONDAY_RUN], now).pairs
    assert (pair.first, pair.second, pair.severity) == (SUNDAY_LIFT.id, MONDAY_RUN.id, "warning")
    next_sunday, next_monday = planned_lift("2026-06-07 18:00"), planned_run("2026-06-08 07:00", type="tempo")
    assert week([next_sunday, next_monday], now).pairs == ()


def test_an_accepted_pair_is_shown_as_accepted() -> None:
    accepted = Accepted(
        first=SUNDAY_LIFT.id,
        second=MONDAY_RUN.id,
        reason="my only slot",
        at=moment("2026-05-30 12:00"),
        seal=seal(SUNDAY_LIFT, MONDAY_RUN),
    )
    (pair,) = week([SUNDAY_LIFT, MONDAY_RUN], "2026-05-30 12:00", accepted=[accepted]).pairs
    assert pair.accepted


def test_what_was_missed_is_back_to_back_with_nothing() -> None:
    assert week([SUNDAY_LIFT, MONDAY_RUN], "2026-06-01 00:00").pairs == ()


def test_a_better_order_is_said_in_the_week_of_the_day() -> None:
    day = [planned_lift("2026-06-03 07:00"), planned_run("2026-06-03 18:00")]
    before = [planned_lift("2026-05-27 07:00"), planned_run("2026-05-27 18:00")]
    (tip,) = week([*before, *day], "2026-05-20 12:00").tips
    assert (tip.first, tip.second, tip.advice) == (day[0].id, day[1].id, "Run first.")
    assert week(day).tips == ()
