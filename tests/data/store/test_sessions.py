"""Sessions in the log: saved, found by day, moved, deleted, and there for the next program that looks."""

from collections.abc import Callable, Mapping
from datetime import date
from unittest.mock import call, patch

from msgspec.structs import replace

from data.calendar import Days, moved_to
from data.model import Accepted
from data.store.backend import Backend, Head, Shelf
from data.store.logbook import Logbook
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets
from tests.data.store.conftest import Clock

JUNE = Days(date(2026, 6, 1), date(2026, 7, 1))
ALWAYS = Days(date.min, date.max)
Reopen = Callable[[], Logbook]


def test_a_saved_session_is_there_for_the_next_program(logbook: Logbook, reopen: Reopen) -> None:
    squats = lift("2026-06-01 18:00", rpe=7, exercises=sets("back_squat", 3, kg=82.5, reps=5, rir=2))
    plan = planned_run("2026-06-02 morning", type="tempo", notes="6 × 800 m\nevenly")
    logbook.change("two sessions", save=[squats, plan])
    for one in (logbook, reopen()):
        assert one.logged(JUNE) == [squats]
        assert one.planned(JUNE) == [plan]
        assert one.find(squats.id) == squats
        assert one.find(plan.id) == plan
        assert one.find("nobody") is None


def test_a_new_log_is_empty_until_something_is_saved(logbook: Logbook, reopen: Reopen) -> None:
    assert logbook.is_new()
    assert logbook.sessions(ALWAYS) == []
    assert logbook.first_day() is None
    assert logbook.years() == []
    assert logbook.athlete.name == "me"
    logbook.save_athlete(athlete(priority="strength"))
    assert not reopen().is_new()
    assert reopen().athlete == athlete(priority="strength")


def test_sessions_come_by_start_and_of_the_days_asked_alone(logbook: Logbook) -> None:
    evening, morning = lift("2026-06-02 evening"), planned_run("2026-06-02 07:00")
    before, after = run("2026-06-01 23:59"), run("2026-06-03 00:00")
    logbook.change("a few", save=[evening, after, morning, before])
    tuesday = Days(date(2026, 6, 2), date(2026, 6, 3))
    assert logbook.sessions(tuesday) == [morning, evening]
    assert logbook.sessions(JUNE) == [before, morning, evening, after]


def test_a_session_belongs_to_the_day_it_starts_where_it_starts(logbook: Logbook, reopen: Reopen) -> None:
    tokyo = run("2026-01-01 06:00", zone="Asia/Tokyo")  # still 2025 in Europe
    logbook.save(replace(tokyo, start=moment("2025-12-31 22:00+01:00")), "a run in Tokyo")
    assert logbook.years() == [2026]
    assert reopen().logged(Days(date(2025, 12, 31), date(2026, 1, 1))) == []
    assert [one.id for one in reopen().logged(Days(date(2026, 1, 1), date(2026, 1, 2)))] == [tokyo.id]


def test_a_session_belongs_to_its_day_however_far_its_offset_is_from_its_zone(logbook: Logbook) -> None:
    line_islands = replace(run("2026-06-03 01:00", zone="Pacific/Kiritimati"), start=moment("2026-06-01 23:00-12:00"))
    baker_island = replace(run("2026-06-01 23:00", zone="-12:00"), start=moment("2026-06-03 01:00+14:00"))
    logbook.change("both sides of the date line", save=[line_islands, baker_island])
    assert logbook.logged(Days(date(2026, 6, 3), date(2026, 6, 4))) == [line_islands]
    assert logbook.logged(Days(date(2026, 6, 1), date(2026, 6, 2))) == [baker_island]


def test_a_session_moved_over_new_year_is_there_once(logbook: Logbook, reopen: Reopen) -> None:
    plan = planned_lift("2025-12-30 18:00")
    logbook.save(plan, "a plan")
    later = replace(plan, start=moved_to(plan, date(2026, 1, 2)))
    logbook.save(later, "the move")
    assert reopen().planned(ALWAYS) == [later]
    assert reopen().years() == [2026]
    logbook.undo()
    assert reopen().planned(ALWAYS) == [plan]
    assert reopen().years() == [2025]


def test_what_was_deleted_is_gone_from_every_answer(logbook: Logbook, reopen: Reopen) -> None:
    first, second = run("2026-06-01 07:00"), run("2026-06-03 07:00")
    logbook.change("runs", save=[first, second])
    logbook.delete(first.id, "a run")
    for one in (logbook, reopen()):
        assert one.logged(JUNE) == [second]
        assert one.find(first.id) is None
        assert one.first_day() == date(2026, 6, 3)
    logbook.save(first, "the run again")
    assert reopen().logged(JUNE) == [first, second]


def test_last_time_is_the_last_session_before_with_a_set_done(logbook: Logbook) -> None:
    squat = sets("back_squat", 3, reps=5, kg=80)
    long_ago, lately = lift("2024-03-01 18:00", exercises=squat), lift("2026-05-24 18:00", exercises=squat)
    without = lift("2026-05-30 18:00", exercises=sets("back_squat", 0))
    logbook.change("lifts", save=[long_ago, lately, without, lift("2026-05-31 18:00", exercises=sets("row", 2))])
    assert logbook.last_time("back_squat", moment("2026-06-01 18:00")) == lately
    assert logbook.last_time("back_squat", lately.start) == long_ago
    assert logbook.last_time("back_squat", long_ago.start) is None
    logbook.delete(lately.id, "a lift")
    assert logbook.last_time("back_squat", moment("2026-06-01 18:00")) == long_ago


def test_the_sessions_with_some_exercises_of_all_years(logbook: Logbook) -> None:
    squats = lift("2024-05-25 18:00", exercises=sets("back_squat", 3, kg=70, reps=5))
    rows = lift("2026-05-25 18:00", exercises=sets("row_dumbbell", 3, kg=20, reps=8) + sets("push_up", 1, reps=8))
    nothing_done = lift("2026-05-27 18:00", exercises=sets("back_squat", 0))
    logbook.change("a log", save=(rows, squats, nothing_done, run("2026-05-26 07:00")))
    assert logbook.with_exercises(["back_squat"]) == [squats]
    assert logbook.with_exercises(["push_up", "back_squat", "row_dumbbell"]) == [squats, rows]
    assert logbook.with_exercises(["nordic_curl"]) == logbook.with_exercises([]) == []
    logbook.delete(squats.id, "the squats")
    assert logbook.with_exercises(["back_squat"]) == []


def test_last_time_reads_no_year_without_the_exercise(connect: Callable[[], Backend], clock: Clock) -> None:
    years = [lift(f"{year}-03-01 18:00", exercises=sets("row", 2)) for year in range(2016, 2026)]
    squats = lift("2019-03-04 18:00", exercises=sets("back_squat", 3))
    swings = lift("2018-03-04 18:00", exercises=sets("überzüge", 3))
    Logbook(connect(), clock).change("ten years", save=[*years, squats, swings])
    backend = connect()
    with patch.object(backend, "read", wraps=backend.read) as read:
        assert Logbook(backend, clock).last_time("nordic_curl", clock.now) is None
        assert read.call_args_list == []
        assert Logbook(backend, clock).last_time("back_squat", clock.now) == squats
        assert read.call_args_list == [call(Shelf("logged", 2019))]
    assert Logbook(backend, clock).last_time("überzüge", clock.now) == swings


def test_an_accepted_warning_stays_accepted(logbook: Logbook, reopen: Reopen, clock: Clock) -> None:
    pair = Accepted(first="a", second="b", reason="the only slot", at=clock.now, seal="…")
    logbook.accept(pair, "a warning accepted")
    assert reopen().accepted() == [pair]
    assert logbook.undo() == "a warning accepted"
    assert reopen().accepted() == []


def test_a_session_moved_away_while_it_is_looked_for_is_no_error(connect: Callable[[], Backend], clock: Clock) -> None:
    plan = planned_lift("2025-12-30 18:00")
    Logbook(connect(), clock).save(plan, "a plan")
    moved = replace(plan, start=moved_to(plan, date(2026, 1, 2)))
    backend = connect()
    looking, heads = Logbook(backend, clock), backend.heads
    moves = iter([lambda: Logbook(connect(), clock).save(moved, "the move")])

    def heads_then_a_move(shelf: Shelf) -> Mapping[str, Head]:
        seen = heads(shelf)
        for move in moves:
            move()
        return seen

    with patch.object(backend, "heads", heads_then_a_move):
        looking.find(plan.id)
    assert looking.find(plan.id) == moved


def test_the_stamp_changes_with_the_log_and_only_then(logbook: Logbook, reopen: Reopen) -> None:
    stamps = [logbook.stamp()]
    for note in ("a", "b", "c", "d"):
        reopen().save(run("2026-06-01 07:00", notes=note), "a note")
        stamps.append(logbook.stamp())
        assert logbook.stamp() == stamps[-1]
        assert logbook.logged(JUNE)[0].notes == note
    assert len(set(stamps)) == len(stamps)


def test_saving_what_is_there_already_writes_nothing(logbook: Logbook) -> None:
    logbook.save(run("2026-06-01 07:00"), "a run")
    stamp = logbook.stamp()
    logbook.save(run("2026-06-01 07:00"), "the same")
    assert logbook.stamp() == stamp
    assert logbook.undo() == "a run"
    assert logbook.undo() is None


def test_the_same_moment_with_another_offset_is_a_change(logbook: Logbook, reopen: Reopen) -> None:
    here = run("2026-06-01 07:00", zone="Europe/Berlin")
    logbook.save(here, "a run")
    utc = replace(here, start=moment("2026-06-01 05:00+00:00"))
    logbook.save(utc, "its offset")
    assert str(reopen().logged(JUNE)[0].start) == "2026-06-01 05:00:00+00:00"


def test_an_import_is_known_by_its_bytes(logbook: Logbook, reopen: Reopen) -> None:
    assert not logbook.has_original(b"FIT", ".fit")
    logbook.keep_original(b"FIT", ".fit")
    assert reopen().has_original(b"FIT", ".fit")
    assert not reopen().has_original(b"FIT2", ".fit")
