"""Weeks, half-open ranges, and clocks that change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import WEEKDAYS, Days, at, day_of, end_of, in_zone, moved_to, start_of, week_of, zone_named, zone_of
from tests.builders import lift, planned_lift, run


def test_a_week_starts_on_the_athletes_day() -> None:
    assert week_of(date(2026, 6, 3)) == Days(date(2026, 6, 1), date(2026, 6, 8))
    assert week_of(date(2026, 6, 6), "sunday") == Days(date(2026, 5, 31), date(2026, 6, 7))
    assert week_of(date(2026, 6, 7), "sunday") == Days(date(2026, 6, 7), date(2026, 6, 14))


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.sampled_from(WEEKDAYS))
def test_every_day_is_in_its_week_and_in_no_other(day: date, week_start: str) -> None:
    week = week_of(day, week_start)  # type: ignore[arg-type]
    assert day in week
    assert len(list(week.each())) == 7
    assert day not in week.moved(7)
    assert day not in week.moved(-7)


def test_a_range_is_half_open() -> None:
    days = Days(date(2026, 6, 1), date(2026, 6, 3))
    assert list(days.each()) == [date(2026, 6, 1), date(2026, 6, 2)]
    assert date(2026, 6, 3) not in days
    assert days.widened(1, 1) == Days(date(2026, 5, 31), date(2026, 6, 4))


def test_an_hour_that_the_clocks_skip_is_the_one_after() -> None:
    assert at(date(2026, 3, 29), time(2, 30), "Europe/Berlin").isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_an_hour_that_the_clocks_repeat_fold_says_which() -> None:
    assert at(date(2026, 10, 25), time(2, 30), "Europe/Berlin").isoformat() == "2026-10-25T02:30:00+02:00"
    assert at(date(2026, 10, 25), time(2, 30, fold=1), "Europe/Berlin").isoformat() == "2026-10-25T02:30:00+01:00"


def test_zones_are_names_or_offsets() -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    assert in_zone(noon, "Asia/Tokyo").isoformat() == "2026-06-01T21:00:00+09:00"
    assert in_zone(noon, "-03:30").isoformat() == "2026-06-01T08:30:00-03:30"
    with pytest.raises(ValueError, match="no time zone"):
        zone_named("Mars/Olympus")


def test_a_start_with_an_offset_alone_is_at_home_when_the_offset_is() -> None:
    summer, elsewhere = "2026-06-01T12:00:00+02:00", "2026-06-01T12:00:00+09:00"
    assert zone_of(datetime.fromisoformat(summer), "Europe/Berlin") == "Europe/Berlin"
    assert zone_of(datetime.fromisoformat(elsewhere), "Europe/Berlin") == "+09:00"


def test_a_session_belongs_to_the_day_it_started_where_it_started() -> None:
    assert day_of(run("2026-06-01 23:30", 90)) == date(2026, 6, 1)
    assert day_of(run("2026-06-02 00:30", zone="+09:00")) == date(2026, 6, 2)


def test_a_session_without_a_clock_or_minutes_has_the_usual_ones() -> None:
    session = planned_lift("2026-06-01", None)
    assert start_of(session) == at(date(2026, 6, 1), time(12), "Europe/Berlin")
    assert end_of(session) - start_of(session) == timedelta(minutes=45)
    assert start_of(planned_lift("2026-06-01 evening")) == at(date(2026, 6, 1), time(18), "Europe/Berlin")


def test_moved_over_a_clock_change_it_keeps_its_time_of_day() -> None:
    saturday = lift("2026-03-28 18:00")
    assert moved_to(saturday, date(2026, 3, 29)).isoformat() == "2026-03-29T18:00:00+02:00"
    assert moved_to(saturday, date(2026, 3, 30), time(7)).isoformat() == "2026-03-30T07:00:00+02:00"
