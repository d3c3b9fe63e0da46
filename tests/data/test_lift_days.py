"""A template among the sessions that are there: the weekdays that suit it, and what it lands back to back with."""

from datetime import date, time
from typing import Any

import pytest

from data.calendar import day_of, in_zone
from data.catalogue import load_catalogue
from data.laying import family_of
from data.lift_days import Around, Wish, caused, laid, usual_clock, usual_weekdays
from data.model import Availability, PlannedSession, Session
from tests.builders import athlete, moment, planned_lift, planned_run

CATALOGUE = load_catalogue()
GYM = family_of(CATALOGUE, "gym_2day")
MONDAY = date(2026, 6, 1)
# The first worked week of RULES 5 without its lifts.
WEEK = (
    planned_run("2026-06-02 07:00", 60, type="intervals"),
    planned_run("2026-06-03 07:00", 45),
    planned_run("2026-06-04 07:00", 60, type="tempo"),
    planned_run("2026-06-06 07:00", 45),
    planned_run("2026-06-07 07:00", 120, type="long"),
)


def around(*sessions: Session, **profile: Any) -> Around:
    return Around(athlete(**profile), sessions, CATALOGUE, moment("2026-06-01 06:00"))


def wish(*weekdays: Any, clock: time = time(18), weeks: int = 1) -> Wish:
    return Wish(GYM, weekdays, clock, weeks, MONDAY)


def when(lifts: tuple[PlannedSession, ...]) -> list[str]:
    return [f"{in_zone(each.start, each.zone):%a %H:%M} {each.template}" for each in lifts]


def test_the_days_furthest_from_the_hard_runs() -> None:
    # RULES 5, week 1: Tuesday and Friday evening.
    there = around(*WEEK)
    days = usual_weekdays(wish(), there)
    assert days == ("tuesday", "friday")
    assert {pair.severity for pair in caused(laid(wish(*days), there), there)} == {"note"}


def test_preferred_days_come_first_then_the_days_with_time() -> None:
    assert usual_weekdays(wish(), around(*WEEK, preferred_strength_days=("monday", "wednesday"))) == (
        "monday",
        "wednesday",
    )
    evenings = Availability(strength=("mon-evening", "thu-evening", "sat-morning"))
    assert usual_weekdays(wish(), around(*WEEK, availability=evenings)) == ("monday", "thursday")


def test_too_few_preferred_days_are_no_choice() -> None:
    assert usual_weekdays(wish(), around(*WEEK, preferred_strength_days=("monday",))) == ("tuesday", "friday")


def test_without_anything_planned_days_apart_from_the_first_of_the_week_on() -> None:
    assert usual_weekdays(wish(), around()) == ("monday", "wednesday")
    assert usual_weekdays(wish(), around(week_start="sunday")) == ("sunday", "tuesday")


def test_lifts_on_those_days_but_none_where_there_is_one() -> None:
    taken = planned_lift("2026-06-05 07:00")
    lifts = laid(wish("tuesday", "friday", weeks=2), around(*WEEK, taken))
    assert when(lifts) == ["Tue 18:00 gym_2day/A", "Tue 18:00 gym_2day/A", "Fri 18:00 gym_2day/B"]
    assert day_of(lifts[1]) == date(2026, 6, 9)


def test_a_skipped_lift_does_not_take_its_day() -> None:
    skipped = planned_lift("2026-06-02 18:00", status="skipped")
    assert when(laid(wish("tuesday"), around(skipped))) == ["Tue 18:00 gym_2day/A"]


def test_a_lift_in_a_runs_half_day_comes_after_it() -> None:
    assert when(laid(wish("tuesday", clock=time(6)), around(*WEEK))) == ["Tue 08:00 gym_2day/A"]


def test_only_what_the_lifts_are_part_of_is_caused_by_them() -> None:
    clashing = (planned_lift("2026-06-06 18:00", id="old"), *WEEK)
    there = around(*clashing)
    lifts = laid(wish("monday"), there)
    found = caused(lifts, there)
    assert [(pair.severity, pair.first, pair.second) for pair in found] == [
        ("warning", lifts[0].id, "planned run 2026-06-02 07:00")
    ]


@pytest.mark.parametrize(
    ("slots", "clock"),
    [(None, time(18)), ((), time(18)), (("mon-morning",), time(7)), (("mon-morning", "tue-evening"), time(18))],
)
def test_the_usual_time(slots: Any, clock: time) -> None:
    assert usual_clock(athlete(availability=Availability(strength=slots))) == clock
