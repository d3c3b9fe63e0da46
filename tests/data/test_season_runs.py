"""The runs that a season's lifts go among: minutes, what to expect, and the days around a race."""

from datetime import date

from data.calendar import Days, in_zone
from data.model import PhaseSpan
from data.season_runs import barred_times, run_minutes, runs_by_day, usual_runs
from tests.builders import athlete, lift, moment, planned_run, run

FIRST = Days(date(2026, 6, 1), date(2026, 6, 8))
RUNS = runs_by_day(
    [
        run("2026-06-02 07:00", 50, type="intervals"),
        planned_run("2026-06-05", None),
        planned_run("2026-06-07 10:00", 95, type="race"),
        lift("2026-06-03 18:00", 45),
    ]
)
RACE_WEEK = PhaseSpan("race_week", date(2026, 6, 1), date(2026, 6, 8))


def test_minutes_are_those_done_and_planned_an_hour_where_nothing_is_said() -> None:
    assert run_minutes(FIRST, RUNS) == 50 + 60 + 95
    assert run_minutes(FIRST.moved(7), RUNS) == 0


def test_a_week_without_runs_is_taken_to_have_those_of_the_last_that_has_some_but_no_race() -> None:
    expected = usual_runs(FIRST.moved(21), RUNS)
    seen = [
        (f"{in_zone(each.start, each.zone):%a %d %b %H:%M}", each.clock, each.minutes, each.type) for each in expected
    ]
    assert seen == [
        ("Tue 23 Jun 07:00", "exact", 50, "intervals"),
        ("Fri 26 Jun 12:00", "unknown", None, "easy"),
    ]
    assert usual_runs(FIRST, RUNS) == ()
    assert usual_runs(FIRST.moved(-7), RUNS) == ()
    assert usual_runs(FIRST, {}) == ()


def test_the_clock_stays_when_the_clocks_change() -> None:
    winter = runs_by_day([run("2026-10-20 07:00", 50)])
    (expected,) = usual_runs(Days(date(2026, 10, 26), date(2026, 11, 2)), winter)
    assert expected.start == moment("2026-10-27 07:00")


def test_three_days_either_side_of_the_race() -> None:
    anna = athlete()
    assert barred_times([RACE_WEEK], RUNS, anna) == ((moment("2026-06-04 10:00"), moment("2026-06-10 11:35")),)
    assert barred_times([RACE_WEEK], {}, anna) == ((moment("2026-06-04 07:00"), moment("2026-06-10 08:00")),)
    assert barred_times([PhaseSpan("taper", FIRST.start, FIRST.until)], RUNS, anna) == ()
