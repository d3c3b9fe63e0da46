"""When a session is, said or not, and whether it is planned or logged. Now is Monday 1 June 2026, 12:00."""

import pytest

from data.entry import EntryError
from data.model import PlannedSession
from tests.builders import moment
from tests.data.reading import local, logged, planned, read, written


@pytest.mark.parametrize(
    ("words", "start", "clock"),
    [
        ("tomorrow 6:30", "2026-06-02 06:30", "exact"),
        ("18:00", "2026-06-01 18:00", "exact"),
        ("6:30pm", "2026-06-01 18:30", "exact"),
        ("today 12:00", "2026-06-01 12:00", "exact"),
        ("wed evening", "2026-06-03 18:00", "evening"),
        ("thu", "2026-06-04 12:00", "unknown"),
        ("monday 18:00", "2026-06-01 18:00", "exact"),
        ("monday 11:00", "2026-06-08 11:00", "exact"),
        ("next monday morning", "2026-06-08 07:00", "morning"),
        ("today", "2026-06-01 12:00", "unknown"),
        ("evening", "2026-06-01 18:00", "evening"),
        ("tonight", "2026-06-01 18:00", "evening"),
        ("in 2 weeks", "2026-06-15 12:00", "unknown"),
        ("1 jul", "2026-07-01 12:00", "unknown"),
        ("july 1st 2027 7am", "2027-07-01 07:00", "exact"),
        ("2026-06-02 7:00", "2026-06-02 07:00", "exact"),
        ("2026-06-02T07:15", "2026-06-02 07:15", "exact"),
        ("plan yesterday 7:00", "2026-05-31 07:00", "exact"),
        ("plan", "2026-06-01 12:00", "unknown"),
    ],
)
def test_a_session_that_lies_ahead_is_planned(words: str, start: str, clock: str) -> None:
    session = planned(f"{words} run 60m")
    assert (local(session), session.clock, session.minutes) == (start, clock, 60)


@pytest.mark.parametrize(
    ("words", "start", "clock"),
    [
        ("", "2026-06-01 11:00", "exact"),
        ("rpe 5", "2026-06-01 11:00", "exact"),
        ("today rpe 5", "2026-06-01 11:00", "exact"),
        ("log today", "2026-06-01 11:00", "exact"),
        ("7:00", "2026-06-01 07:00", "exact"),
        ("18:00 rpe 5", "2026-05-31 18:00", "exact"),
        ("yesterday", "2026-05-31 12:00", "unknown"),
        ("yesterday evening", "2026-05-31 18:00", "evening"),
        ("this morning hr 140", "2026-06-01 07:00", "morning"),
        ("wed hr 140", "2026-05-27 12:00", "unknown"),
        ("monday 18:00 rpe 5", "2026-05-25 18:00", "exact"),
        ("evening asc 90", "2026-05-31 18:00", "evening"),
        ("last wed", "2026-05-27 12:00", "unknown"),
        ("last mon", "2026-05-25 12:00", "unknown"),
        ("2 weeks ago at 7:15", "2026-05-18 07:15", "exact"),
        ("3 days ago 7am", "2026-05-29 07:00", "exact"),
        ("28 may", "2026-05-28 12:00", "unknown"),
        ("10 jul rpe 5", "2025-07-10 12:00", "unknown"),
        ("log wed", "2026-05-27 12:00", "unknown"),
    ],
)
def test_a_session_that_is_behind_is_logged(words: str, start: str, clock: str) -> None:
    session = logged(f"{words} run 60m")
    assert (local(session), session.clock, session.minutes) == (start, clock, 60)


def test_a_finish_time_is_a_result_and_a_target_on_a_day_ahead() -> None:
    assert local(logged("tue run 10k 48:30")) == "2026-05-26 12:00"
    assert planned("tomorrow run 10k 48:30").minutes == 48.5


@pytest.mark.parametrize(
    ("line", "minutes", "start"),
    [
        ("run 5k 18:00", 18, "2026-06-01 11:42"),  # 3:36/km can be run
        ("run 10k 18:00", None, "2026-06-01 18:00"),  # 1:48/km cannot
        ("run 5k at 18:00", None, "2026-06-01 18:00"),
        ("run easy 18:00", None, "2026-06-01 18:00"),
        ("run 48:30", 48.5, "2026-06-01 11:11"),
        ("run 0:18:00", 18, "2026-06-01 11:42"),
        ("yesterday 7:00 run easy 19:30", 19.5, "2026-05-31 07:00"),
        ("yesterday evening run 19:30", 19.5, "2026-05-31 18:00"),
    ],
)
def test_a_time_of_day_or_a_duration(line: str, minutes: float | None, start: str) -> None:
    session = read(line)
    assert not isinstance(session, EntryError)
    assert (session.minutes, local(session)) == (minutes, start)


def test_a_lift_without_minutes_is_taken_to_have_begun_45_minutes_ago() -> None:
    lift = logged("squat 3x5 80kg")
    assert (lift.minutes, local(lift)) == (None, "2026-06-01 11:15")


def test_half_a_day_can_be_planned_until_it_is_over() -> None:
    evening = moment("2026-06-01 22:00")
    assert planned("evening run 30m", evening).clock == "evening"
    assert local(logged("morning run 30m", evening)) == "2026-06-01 07:00"
    assert logged("evening run 30m rpe 4", evening).clock == "evening"


def test_another_zone_is_said_or_comes_with_the_offset() -> None:
    tokyo = planned("3 jun 10:00 zone Asia/Tokyo run 45m")
    assert (tokyo.start, tokyo.zone) == (moment("2026-06-03 10:00", "Asia/Tokyo"), "Asia/Tokyo")
    offset = planned("2026-06-03T10:00+09:00 run 45m")
    assert (offset.start, offset.zone) == (tokyo.start, "+09:00")
    home = planned("2026-06-03T10:00+02:00 run 45m")
    assert home.zone == "Europe/Berlin"


def test_the_clocks_skip_and_repeat_an_hour() -> None:
    spring = planned("2027-03-28 2:30 run 30m")
    assert spring.start == moment("2027-03-28T03:30+02:00")
    autumn = moment("2026-10-25T02:30+01:00")  # the second half past two of that night
    late = PlannedSession("id", "run", autumn, "Europe/Berlin", minutes=30)
    assert planned(written(late)).start == autumn


def test_behind_a_distance_hours_and_minutes_are_how_long_it_took_where_minutes_and_seconds_cannot_be() -> None:
    race = planned("2026-06-10 race half marathon 1:45")
    assert (race.minutes, race.clock) == (105, "unknown")
    assert logged("run 20k 1:45 yesterday").minutes == 105
    assert logged("run 5k 18:00").minutes == 18
    assert local(planned("tomorrow run 10k 18:00")) == "2026-06-02 18:00"
