"""A template laid over weeks."""

from datetime import date, time

from data.calendar import WEEKDAYS
from data.catalogue import load_catalogue
from data.laying import family_of, lay
from data.model import PlannedSession, Weekday
from tests.builders import BERLIN, moment

CATALOGUE = load_catalogue()
GYM = family_of(CATALOGUE, "gym_2day")


def laid(
    *weekdays: Weekday, weeks: int = 2, now: str = "2026-06-01 12:00", taken: tuple[date, ...] = ()
) -> tuple[PlannedSession, ...]:
    at_now = moment(now)
    return lay(GYM, weekdays, time(18), weeks, at_now.date(), BERLIN, at_now, CATALOGUE, taken)


def seen(sessions: tuple[PlannedSession, ...]) -> list[str]:
    return [f"{session.start:%a %d %b %H:%M} {session.template}" for session in sessions]


def test_sessions_come_in_turn_on_the_days_asked_for() -> None:
    assert seen(laid("wednesday", "monday")) == [
        "Mon 01 Jun 18:00 gym_2day/A",
        "Wed 03 Jun 18:00 gym_2day/B",
        "Mon 08 Jun 18:00 gym_2day/A",
        "Wed 10 Jun 18:00 gym_2day/B",
    ]


def test_one_day_a_week_takes_turns_by_week() -> None:
    assert seen(laid("friday")) == ["Fri 05 Jun 18:00 gym_2day/A", "Fri 12 Jun 18:00 gym_2day/B"]


def test_more_days_than_sessions_go_round() -> None:
    templates = [session.template for session in laid("monday", "wednesday", "friday")]
    assert templates == ["gym_2day/A", "gym_2day/B", "gym_2day/A", "gym_2day/B", "gym_2day/A", "gym_2day/B"]


def test_the_weeks_count_from_the_first_day_and_what_is_past_is_left_out() -> None:
    assert seen(laid("monday", weeks=1, now="2026-06-01 18:00")) == ["Mon 01 Jun 18:00 gym_2day/A"]
    assert laid("monday", weeks=1, now="2026-06-01 18:01") == ()
    assert seen(laid("monday", "thursday", weeks=1, now="2026-06-01 19:00")) == ["Thu 04 Jun 18:00 gym_2day/A"]


def test_a_day_with_a_lift_keeps_it() -> None:
    assert seen(laid("monday", "wednesday", taken=(date(2026, 6, 3),))) == [
        "Mon 01 Jun 18:00 gym_2day/A",
        "Mon 08 Jun 18:00 gym_2day/A",
        "Wed 10 Jun 18:00 gym_2day/B",
    ]


def test_each_lasts_as_long_as_its_template_is_estimated_to() -> None:
    assert [session.minutes for session in laid("monday", "wednesday", weeks=1)] == [38, 38]


def test_the_clock_stays_when_the_clocks_change() -> None:
    sessions = laid(*WEEKDAYS, weeks=1, now="2026-03-26 12:00")
    assert [f"{session.start:%H:%M%z}" for session in sessions[2:5]] == ["18:00+0100", "18:00+0200", "18:00+0200"]


def test_every_session_has_an_id_of_its_own() -> None:
    sessions = laid(*WEEKDAYS, weeks=4)
    assert len({session.id for session in sessions}) == len(sessions) == 28


def test_nothing_to_lay() -> None:
    assert laid(weeks=4) == ()
    assert laid("monday", weeks=0) == ()
    assert family_of(CATALOGUE, "no_such") == ()
    assert lay((), WEEKDAYS, time(18), 4, date(2026, 6, 1), BERLIN, moment("2026-06-01 12:00"), CATALOGUE) == ()
