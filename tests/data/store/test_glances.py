"""One look at a log tells the same as reading it whole would."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import Days, day_of
from data.model import LoggedSession, Niggle, Session
from data.store.errors import Damaged
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets
from tests.data.store.conftest import Clock

NEAR = Days(date(2026, 5, 25), date(2026, 6, 15))
SINCE = date(2025, 12, 1)
SQUATS = lift("2026-05-30 18:00", rpe=8, exercises=sets("back_squat", 5, reps=5, kg=80, rir=2))
OLD = run("2025-12-24 07:00", 50, rpe=4, niggles=(Niggle("calf", 3, "on the hill"),), plan_id="a plan")
OLDER = run("2024-02-01 07:00")


def keep(logbook: Logbook, *sessions: Session) -> None:
    logbook.change("what is there", save=sessions)


def test_what_is_near_comes_whole_and_planned_with_logged(logbook: Logbook) -> None:
    keep(logbook, SQUATS, planned_lift("2026-06-02 18:00"), planned_run("2026-06-20 07:00"), OLD)

    seen = logbook.glance(NEAR, SINCE)

    assert list(seen.near) == logbook.sessions(NEAR)
    assert seen.near[0] == SQUATS


def test_what_was_done_before_comes_without_its_sets_and_laps(logbook: Logbook) -> None:
    keep(logbook, SQUATS, OLD, OLDER)

    seen = logbook.glance(NEAR, SINCE)

    assert list(seen.done) == [replace(OLD, type=None), replace(SQUATS, exercises=())]
    assert (seen.since, seen.last) == (SINCE, date(2026, 5, 30))


def test_a_young_log_begins_with_its_first_day(logbook: Logbook) -> None:
    keep(logbook, SQUATS, OLD)

    assert logbook.glance(NEAR, SINCE).since == date(2025, 12, 24)


def test_a_log_left_long_ago_says_when_that_was(logbook: Logbook) -> None:
    keep(logbook, OLDER)

    seen = logbook.glance(NEAR, SINCE)

    assert (seen.near, seen.done, seen.since, seen.last) == ((), (), SINCE, date(2024, 2, 1))


def test_an_empty_log_tells_nothing(logbook: Logbook) -> None:
    seen = logbook.glance(NEAR, SINCE)

    assert (seen.near, seen.done, seen.since, seen.last, seen.unread) == ((), (), None, None, 0)


def test_what_is_deleted_is_not_seen(logbook: Logbook) -> None:
    keep(logbook, SQUATS, OLD)
    logbook.delete(SQUATS.id, "the squats")

    seen = logbook.glance(NEAR, SINCE)

    assert (seen.near, seen.last) == ((), date(2025, 12, 24))


def test_the_rest_of_the_log_is_told_with_it(logbook: Logbook) -> None:
    logbook.save_athlete(athlete(name="ben"))

    seen = logbook.glance(NEAR, SINCE)

    assert (seen.athlete.name, seen.under_way, seen.accepted) == ("ben", False, ())


def test_what_cannot_be_read_is_said_as_it_is_elsewhere() -> None:
    backend = MemoryBackend()
    log = Logbook(backend, Clock())
    keep(log, SQUATS)
    shelf = next(one for one in backend.shelves() if one.kind == "logged")
    with backend.change() as change:
        change.put(shelf, "odd", {"v": 1, "changed": "2026-06-01T10:00:00Z", "value": {"start": "soon"}})

    with pytest.raises(Damaged):
        Logbook(backend, Clock()).glance(NEAR, SINCE)


starts = st.integers(-500, 40).map(lambda days: moment("2026-06-01 23:30") + timedelta(days))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(starts, st.booleans(), st.sampled_from(["Europe/Berlin", "Asia/Tokyo"])), max_size=12))
def test_any_log_is_seen_as_it_is(rows: list[tuple[datetime, bool, str]]) -> None:
    logbook = Logbook(MemoryBackend(), Clock())
    made: list[Session] = [
        replace((run if done else planned_run)("2026-06-01 07:00"), id=str(place), start=start, zone=zone)
        for place, (start, done, zone) in enumerate(rows)
    ]
    keep(logbook, *made)

    seen = logbook.glance(NEAR, SINCE)

    assert list(seen.near) == logbook.sessions(NEAR)
    assert [one.id for one in seen.done] == [one.id for one in logbook.logged(Days(SINCE, NEAR.until))]
    logged = [day_of(one) for one in made if isinstance(one, LoggedSession)]
    assert seen.last == max(logged, default=None)
    assert seen.since == (max(SINCE, min(logged)) if logged else None)
