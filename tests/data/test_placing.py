"""Half-days: where a session stands, and what it becomes at another place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import in_zone
from data.model import PlannedSession, Session
from data.placing import Half, Place, days_on, half_days_on, place_of, placed
from tests.builders import BERLIN, moment, planned_lift, planned_run, run

MONDAY, TUESDAY, SUNDAY = date(2026, 6, 1), date(2026, 6, 2), date(2026, 5, 31)


def when(session: PlannedSession) -> str:
    return f"{in_zone(session.start, session.zone):%a %H:%M} {session.clock}"


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("2026-06-01 07:00", "morning"),
        ("2026-06-01 13:59", "morning"),
        ("2026-06-01 14:00", "evening"),
        ("2026-06-01 morning", "morning"),
        ("2026-06-01 evening", "evening"),
        ("2026-06-01 noon", None),
        ("2026-06-01", None),
    ],
)
def test_where_a_session_stands(text: str, half: Half | None) -> None:
    assert place_of(planned_run(text)) == Place(MONDAY, half)


def test_a_session_stands_on_its_own_zones_day() -> None:
    late = planned_run("2026-06-01 23:00", zone="America/New_York")
    assert place_of(late) == Place(MONDAY, "evening")


@pytest.mark.parametrize(
    ("place", "count", "expected"),
    [
        (Place(MONDAY, "morning"), 1, Place(MONDAY, "evening")),
        (Place(MONDAY, "evening"), 1, Place(TUESDAY, "morning")),
        (Place(MONDAY, "morning"), -1, Place(SUNDAY, "evening")),
        (Place(MONDAY, None), 1, Place(MONDAY, "evening")),
        (Place(MONDAY, None), -1, Place(MONDAY, "morning")),
        (Place(MONDAY, None), 2, Place(TUESDAY, "morning")),
        (Place(MONDAY, None), 0, Place(MONDAY, None)),
    ],
)
def test_half_days_on(place: Place, count: int, expected: Place) -> None:
    assert half_days_on(place, count) == expected


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(["morning", "evening"]), st.integers(-30, 30))
def test_half_days_there_and_back(day: date, half: Half, count: int) -> None:
    place = Place(day, half)
    assert half_days_on(half_days_on(place, count), -count) == place
    assert half_days_on(place, 2 * count) == days_on(place, count)


def test_on_another_day_it_keeps_its_own_time() -> None:
    assert when(placed(planned_run("2026-06-01 06:40"), Place(TUESDAY, "morning"))) == "Tue 06:40 exact"


def test_in_the_other_half_it_takes_the_usual_time() -> None:
    assert when(placed(planned_run("2026-06-01 06:40"), Place(MONDAY, "evening"))) == "Mon 18:00 exact"
    assert when(placed(planned_lift("2026-06-01 17:15"), Place(TUESDAY, "morning"))) == "Tue 07:00 exact"
    assert when(placed(planned_lift("2026-06-01 evening"), Place(TUESDAY, "morning"))) == "Tue 07:00 morning"


def test_a_session_without_a_time_stays_without_one_on_another_day() -> None:
    assert when(placed(planned_lift("2026-06-01"), Place(TUESDAY, None))) == "Tue 12:00 unknown"


def test_at_its_own_place_it_stays_as_it_is() -> None:
    lift = planned_lift("2026-06-01 18:00")
    crossing = planned_run("2026-06-01 17:30", 60)
    assert placed(lift, Place(MONDAY, "evening"), [crossing]) is lift


def test_a_lift_in_a_runs_half_day_starts_when_the_run_ends() -> None:
    lift = planned_lift("2026-06-01 18:00")
    runs: list[Session] = [
        planned_run("2026-06-02 07:00", 60),
        run("2026-06-02 09:00", 50),
        planned_run("2026-06-02 19:00", 30),
    ]
    assert when(placed(lift, Place(TUESDAY, "morning"), runs)) == "Tue 09:50 exact"
    assert when(placed(lift, Place(TUESDAY, "evening"), runs)) == "Tue 19:30 exact"


def test_the_end_of_a_run_that_says_only_the_time_of_day_is_a_time() -> None:
    lift = planned_lift("2026-06-01 evening")
    assert when(placed(lift, Place(TUESDAY, "morning"), [planned_run("2026-06-02 morning", 40)])) == "Tue 07:40 exact"


def test_a_run_is_not_held_back_by_another() -> None:
    there = placed(planned_run("2026-06-01 07:00"), Place(TUESDAY, "morning"), [planned_run("2026-06-02 07:00")])
    assert when(there) == "Tue 07:00 exact"


def test_a_lift_starts_at_the_end_of_a_run_in_another_zone() -> None:
    away = planned_run("2026-06-02 18:00", 60, zone="Europe/London")
    there = placed(planned_lift("2026-06-01 18:00"), Place(TUESDAY, "evening"), [away])
    assert there.start == moment("2026-06-02 20:00", BERLIN)


def test_seven_in_the_morning_stays_seven_when_the_clocks_change() -> None:
    saturday = planned_run("2026-03-28 07:00")
    sunday = placed(saturday, Place(date(2026, 3, 29), "morning"))
    assert when(sunday) == "Sun 07:00 exact"
    assert (sunday.start - saturday.start).total_seconds() == 23 * 3600
