"""The days of a week's lifts: the fewest clashes and warnings, then the preferences of RULES 5."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from data.calendar import Days, in_zone
from data.catalogue import load_catalogue
from data.lift_days import Around
from data.model import Availability, PlannedSession, Session
from data.placing import Half
from data.season_days import Room, free_places, on_days
from tests.builders import athlete, moment, planned_lift, planned_run

CATALOGUE = load_catalogue()
WEEK = [date(2026, 6, 1) + timedelta(number) for number in range(7)]
A = planned_lift("2026-06-01 18:00", id="A")
B = planned_lift("2026-06-01 18:00", id="B", template="gym_2day/B")
C = planned_lift("2026-06-01 18:00", id="C")
# The lifts have been done lately, so that nothing in them is new.
BEFORE = (planned_lift("2026-05-22 18:00"), planned_lift("2026-05-25 18:00", template="gym_2day/B"))
# The first worked week of RULES 5 without its lifts.
RUNS = (
    planned_run("2026-06-02 07:00", 60, type="intervals"),
    planned_run("2026-06-03 07:00", 45),
    planned_run("2026-06-04 07:00", 60, type="tempo"),
    planned_run("2026-06-06 07:00", 45),
    planned_run("2026-06-07 07:00", 120, type="long"),
)


def room(
    *sessions: Session,
    days: Sequence[date] = WEEK,
    now: str = "2026-06-01 06:00",
    usual: Half = "evening",
    habit: Sequence[tuple[int, Half]] = (),
    barred: Any = (),
    expected: Sequence[PlannedSession] = (),
    **profile: Any,
) -> Room:
    someone = athlete(**profile)
    around = Around(someone, (*BEFORE, *sessions), CATALOGUE, moment(now))
    week = Days(WEEK[0], WEEK[0] + timedelta(7))
    return Room(week, free_places(days, someone, ()), around, usual, habit, barred, expected)


def seen(lifts: Sequence[PlannedSession]) -> list[str]:
    return [f"{each.id} {in_zone(each.start, each.zone):%a %H:%M}" for each in lifts]


def test_the_first_worked_week() -> None:
    assert seen(on_days([A, B], room(*RUNS))) == ["A Tue 18:00", "B Fri 18:00"]


def test_the_last_worked_week() -> None:
    runs = (
        planned_run("2026-06-01 07:00", 40),
        planned_run("2026-06-03 07:00", 45, type="intervals"),
        planned_run("2026-06-05 07:00", 30),
        planned_run("2026-06-07 07:00", 95, type="race"),
    )
    assert seen(on_days([A], room(*runs, days=WEEK[:3]))) == ["A Mon 18:00"]


def test_without_runs_apart_from_each_other_at_the_usual_time() -> None:
    assert seen(on_days([A, B], room())) == ["A Mon 18:00", "B Thu 18:00"]
    assert seen(on_days([A, B, C], room())) == ["A Mon 18:00", "B Wed 18:00", "C Fri 18:00"]
    assert seen(on_days([A, B], room(usual="morning"))) == ["A Mon 07:00", "B Thu 07:00"]


def test_as_in_the_week_before() -> None:
    assert seen(on_days([A, B], room(habit=[(1, "evening"), (4, "evening")]))) == ["A Tue 18:00", "B Fri 18:00"]


def test_preferred_days_and_days_with_time() -> None:
    assert seen(on_days([A], room(preferred_strength_days=("thursday",)))) == ["A Thu 18:00"]
    wednesday = Availability(strength=("wed-morning",))
    assert seen(on_days([A], room(availability=wednesday))) == ["A Wed 07:00"]
    assert on_days([A], room(availability=Availability(strength=()))) == ()


def test_fewer_days_than_lifts_leave_out_the_last() -> None:
    days = Availability(strength=("tue-evening", "tue-morning", "sat-morning"))
    assert seen(on_days([A, B, C], room(availability=days))) == ["A Tue 18:00", "B Sat 07:00"]


def test_a_lift_in_the_half_day_of_a_run_comes_after_it() -> None:
    evening = planned_run("2026-06-03 17:30", 40)
    only = Availability(strength=("wed-evening",))
    assert seen(on_days([A], room(evening, availability=only))) == ["A Wed 18:10"]


def test_not_on_consecutive_days_where_there_is_another_way() -> None:
    # Tuesday's run is hard, and there is a note; Friday and Saturday would have neither.
    runs = (*RUNS[:4], planned_run("2026-06-07 10:00", 80, type="long"))
    slots = Availability(strength=("tue-evening", "fri-evening", "sat-morning"))
    assert seen(on_days([A, B], room(*runs, availability=slots))) == ["A Tue 18:00", "B Fri 18:00"]
    beside = planned_lift("2026-06-03 18:00", id="there")
    assert seen(on_days([A], room(beside, days=[WEEK[1], WEEK[4]]))) == ["A Fri 18:00"]


def test_not_before_now_and_not_when_it_is_barred() -> None:
    assert seen(on_days([A], room(now="2026-06-03 18:01")))[0] == "A Thu 18:00"
    to_friday = (moment("2026-05-31 07:00"), moment("2026-06-05 18:30"))
    assert seen(on_days([A], room(barred=[to_friday]))) == ["A Sat 18:00"]


def test_runs_that_are_expected_count_like_those_that_are_planned() -> None:
    assert seen(on_days([A, B], room(expected=RUNS))) == seen(on_days([A, B], room(*RUNS)))


def test_where_every_day_has_a_warning_the_one_with_the_fewest() -> None:
    runs = [planned_run(f"{day} 07:00", 60, type="tempo") for day in WEEK]
    (there,) = on_days([A], room(*runs))
    # On the last day of the week no run follows.
    assert seen([there]) == ["A Sun 18:00"]


def test_where_strength_comes_first_so_does_the_lift() -> None:
    easy = [planned_run(f"{day} 18:00", 40) for day in WEEK]
    assert seen(on_days([A], room(*easy, priority="strength"))) == ["A Mon 07:00"]
    assert seen(on_days([A], room(*easy))) == ["A Mon 18:40"]
