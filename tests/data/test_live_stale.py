"""A lift that was left: when it was over, and when it is asked about."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import at
from data.catalogue import load_catalogue
from data.live.begin import begin
from data.live.lift import LiveLift, current_set, elapsed_minutes, lifted_seconds
from data.live.run import LiveRun, Pause
from data.live.stale import is_stale, last_moment, was_left
from data.live.steps import edit_set, finish, log_set
from data.model import LoggedSet
from tests.builders import moment, planned_lift

NOW = moment("2026-06-01 18:00")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def lift_with_sets(*minutes: int) -> LiveLift:
    """Gym A begun at six, with a set logged so many minutes in."""
    live = begin(planned_lift("2026-06-01 18:00"), load_catalogue(), {}, NOW, "Europe/Berlin")
    for each in minutes:
        live = log_set(live, current_set(live) or LoggedSet(), NOW + timedelta(minutes=each))
    return live


def test_the_last_moment_is_the_last_set_or_the_start() -> None:
    assert last_moment(lift_with_sets()) == NOW
    assert last_moment(lift_with_sets(5, 31)) == NOW + timedelta(minutes=31)
    put_right = edit_set(lift_with_sets(5, 31), 0, 0, LoggedSet(contacts=10))
    assert last_moment(put_right) == NOW + timedelta(minutes=31)


def test_more_than_an_hour_without_a_set_is_time_away() -> None:
    live, last = lift_with_sets(31), NOW + timedelta(minutes=31)
    assert not was_left(live, last + HOUR)
    assert (elapsed_minutes(live, last + HOUR), finish(live, 7, last + HOUR).minutes) == (91, 91)
    later = last + HOUR + timedelta(seconds=1)
    assert was_left(live, later)
    assert (elapsed_minutes(live, later), finish(live, 7, later).minutes) == (31, 31)


@given(st.lists(st.timedeltas(timedelta(0), HOUR), max_size=12))
def test_a_lift_without_a_time_away_lasted_from_its_start_to_now(rests: list[timedelta]) -> None:
    moved = lift_with_sets()
    for rest in rests:
        moved = log_set(moved, LoggedSet(), last_moment(moved) + rest)
    assert not was_left(moved, last_moment(moved) + HOUR)
    assert lifted_seconds(moved, last_moment(moved)) == (last_moment(moved) - NOW).total_seconds()


def test_who_comes_back_after_a_time_away_has_lifted_before_and_after() -> None:
    # Half an hour on Monday, and from the first set on Wednesday ten minutes.
    live = lift_with_sets(5, 30, 2 * 24 * 60, 2 * 24 * 60 + 8)
    assert was_left(live, NOW + 2 * DAY)
    assert finish(live, 7, NOW + 2 * DAY + timedelta(minutes=10)).minutes == 40


def test_more_than_a_day_without_a_set_it_is_asked_about() -> None:
    live, last = lift_with_sets(31), NOW + timedelta(minutes=31)
    assert not is_stale(live, last + DAY)
    assert is_stale(live, last + DAY + timedelta(seconds=1))
    assert is_stale(lift_with_sets(), NOW + DAY + timedelta(seconds=1))


def test_a_day_is_twenty_four_hours_where_the_clocks_change_and_wherever_it_is_asked() -> None:
    # The night to 25 October 2026 has 25 hours in Berlin.
    start = moment("2026-10-24 18:00")
    live = begin(None, load_catalogue(), {}, start, "Europe/Berlin")
    assert is_stale(live, moment("2026-10-25 17:30"))
    same_moment = at(moment("2026-10-25 12:00").date(), moment("2026-10-25 15:59").time(), "UTC")
    assert not is_stale(live, same_moment)


def test_a_clock_put_back_makes_no_lift_stale_and_takes_nothing_away() -> None:
    live = lift_with_sets(31)
    assert not is_stale(live, NOW - DAY)
    assert finish(live, 7, NOW - DAY).minutes == 31


def test_a_run_is_left_with_its_last_lap_or_pause() -> None:
    run = LiveRun(id="run", start=NOW, zone="Europe/Berlin", title="", marks=())
    assert last_moment(run) == NOW
    assert last_moment(replace(run, marks=(300, 620.5))) == NOW + timedelta(seconds=620.5)
    rested = replace(run, pauses=(Pause(NOW, NOW + HOUR),), marks=(300,))
    assert last_moment(rested) == NOW + HOUR + timedelta(minutes=5)
    paused = replace(run, marks=(300,), pauses=(Pause(NOW + HOUR),))
    assert last_moment(paused) == NOW + HOUR
    assert not is_stale(paused, NOW + DAY + HOUR)
    assert is_stale(paused, NOW + DAY + HOUR + timedelta(seconds=1))
    gone_on = replace(paused, pauses=(Pause(NOW + HOUR, NOW + 2 * HOUR),))
    assert last_moment(gone_on) == NOW + 2 * HOUR
