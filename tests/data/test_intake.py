"""Files taken into the log: what is stored, that nothing is taken in twice, and what is reported."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.formats.interchange import write_log
from data.intake import Report, take_in
from data.model import LoggedExercise, LoggedSet, Session
from data.store.backend import Backend
from data.store.errors import CannotWrite, Conflict
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets
from tests.data.formats.fitfile import CYCLING, RUNNING, STRENGTH_TRAINING, TRAINING, TRANSITION, Message, at, fit

SEVEN = at("2026-06-01T05:00:00Z")  # Monday, seven in the morning in Berlin
SAMPLES = Path(__file__).parents[2] / "../shared/samples"


def a_run(start: int = SEVEN, **fields: Any) -> Message:
    return "session", {
        "start_time": start,
        "sport": RUNNING,
        "total_timer_time": 3600,
        "total_distance": 12_000,
    } | fields


def run_file(start: int = SEVEN, **fields: Any) -> bytes:
    return fit(("file_id", {"type": 4, "time_created": start}), a_run(start, **fields))


def lift_file() -> bytes:
    one = {"start_time": SEVEN, "set_type": 1, "duration": 30, "repetitions": 5, "weight": 80, "category": 28}
    fields = {"sport": TRAINING, "sub_sport": STRENGTH_TRAINING, "total_timer_time": 2700, "total_distance": 0}
    return fit(("set", one | {"category_subtype": 6}), a_run(**fields))


def logbook(*sessions: Session, backend: Backend | None = None) -> Logbook:
    book = Logbook(backend or MemoryBackend(), lambda: moment("2026-06-02 12:00"))
    book.save_athlete(athlete())
    book.change("what there was", save=sessions)
    return book


def counts(report: Report) -> dict[str, int]:
    names = ("new", "known", "merged", "skipped", "failed")
    return {name: count for name in names if (count := getattr(report, name))}


def said(report: Report) -> list[str]:
    return [problem.line() for problem in report.problems]


def test_a_file_becomes_a_session_of_the_log_where_the_athlete_is() -> None:
    book = logbook()
    report = take_in(book, [("morning.fit", run_file())])
    (stored,) = book.everything().logged
    assert (stored.kind, stored.distance_m, stored.minutes) == ("run", 12_000, 60)
    assert (stored.start.isoformat(), stored.zone) == ("2026-06-01T07:00:00+02:00", "Europe/Berlin")
    assert (counts(report), report.added, report.problems) == ({"new": 1}, (stored,), ())


def test_taking_files_in_again_changes_nothing() -> None:
    files = [("run.fit", run_file()), ("lift.fit", lift_file()), ("no.fit", b"nothing")]
    book = logbook(planned_run("2026-06-01 07:00", type="tempo"))
    take_in(book, files)
    before, stamp = write_log(book.everything()), book.stamp()
    report = take_in(book, files)
    assert (write_log(book.everything()), book.stamp()) == (before, stamp)
    assert counts(report) == {"known": 2, "failed": 1}


def test_a_file_changed_in_the_log_stays_as_the_athlete_made_it() -> None:
    book = logbook()
    (stored,) = take_in(book, [("run.fit", run_file())]).added
    moved = run("2026-06-03 07:00", id=stored.id, rpe=7, distance_m=11_900, source=stored.source)
    book.save(moved, "a correction")
    assert counts(take_in(book, [("run.fit", run_file())])) == {"known": 1}
    assert book.everything().logged == (moved,)


def test_the_same_file_zipped_or_given_twice_is_known() -> None:
    book = logbook()
    files = [("a.fit", run_file()), ("b.fit", run_file()), ("a.fit.gz", gzip.compress(run_file()))]
    assert counts(take_in(book, files)) == {"new": 1, "known": 2}


def test_two_recordings_of_one_activity_are_one_session_with_the_figures_of_both() -> None:
    """The watch and the strap: a minute apart, a minute longer, one with the heart rate."""
    book = logbook()
    strap = run_file(SEVEN + 60, total_timer_time=3660, total_distance=11_980, avg_heart_rate=151)
    report = take_in(book, [("watch.fit", run_file()), ("strap.fit", strap)])
    (stored,) = book.everything().logged
    assert counts(report) == {"new": 1, "merged": 1}
    assert (stored.distance_m, stored.minutes, stored.hr_avg) == (12_000, 60, 151)
    assert len((stored.source or "").split()) == 2
    assert report.added == (stored,)
    assert counts(take_in(book, [("strap.fit", strap), ("watch.fit", run_file())])) == {"known": 2}


def test_a_recording_adds_to_a_typed_session_what_that_does_not_say() -> None:
    typed = run("2026-06-01 07:01", 61, type="tempo", rpe=7, notes="windy", distance_m=12_100)
    book = logbook(typed)
    report = take_in(book, [("run.fit", run_file(avg_heart_rate=160))])
    (stored,) = book.everything().logged
    assert counts(report) == {"merged": 1}
    assert (stored.id, stored.type, stored.rpe, stored.notes, stored.distance_m) == (
        typed.id, "tempo", 7, "windy", 12_100,
    )  # fmt: skip
    assert stored.hr_avg == 160


def test_the_sets_logged_live_stand_against_those_the_watch_guessed() -> None:
    live = lift("2026-06-01 07:01", 46, exercises=sets("front_squat", 3, kg=60, reps=8))
    book = logbook(live)
    assert counts(take_in(book, [("lift.fit", lift_file())])) == {"merged": 1}
    assert book.everything().logged[0].exercises == live.exercises


@pytest.mark.parametrize(
    ("logged", "line"),
    [
        (run("2026-06-01", 60), "the run logged without a time that day"),
        (run("2026-06-01 morning", 62), "the run logged without a time that day"),
        (run("2026-06-01 07:20", 60), "the run logged that day"),
        (run("2026-06-01 07:01", 40), "the run logged that day"),
    ],
)
def test_what_may_be_in_the_log_already_is_left_out_and_said(logged: Session, line: str) -> None:
    book = logbook(logged)
    report = take_in(book, [("run.fit", run_file())])
    assert book.everything().logged == (logged,)
    assert counts(report) == {"skipped": 1}
    assert said(report) == [
        f"run.fit, 2026-06-01 07:00: it may be {line}; left out; move or delete that one and import again to take it in"
    ]


@pytest.mark.parametrize(
    "logged",
    [
        run("2026-06-01", 30),
        run("2026-06-01 18:00", 60),
        run("2026-05-31 07:00", 60),
        run("2026-06-01 06:00", 60),
        lift("2026-06-01 07:00", 60),
    ],
)
def test_another_activity_is_another_session(logged: Session) -> None:
    book = logbook(logged)
    assert counts(take_in(book, [("run.fit", run_file())])) == {"new": 1}
    assert len(book.everything().logged) == 2


def test_the_parts_of_a_multisport_file_are_not_taken_for_one_another() -> None:
    """Two changes of shoes, half a minute each, one right after the other."""
    changes = [a_run(SEVEN + start, sport=TRANSITION, total_timer_time=30) for start in (0, 30)]
    book = logbook()
    assert counts(take_in(book, [("three.fit", fit(*changes, a_run(SEVEN + 60)))])) == {"new": 3}


def test_what_was_left_out_of_a_multisport_file_can_be_taken_in_later() -> None:
    typed = run("2026-06-01", 60)
    book = logbook(typed)
    files = [("brick.fit", fit(a_run(SEVEN - 3600, sport=CYCLING), a_run()))]
    assert counts(take_in(book, files)) == {"new": 1, "skipped": 1}
    assert counts(take_in(book, files)) == {"known": 1, "skipped": 1}
    book.delete(typed.id, "the run typed in")
    assert counts(take_in(book, files)) == {"known": 1, "new": 1}
    assert [one.kind for one in book.everything().logged] == ["cross", "run"]
    assert counts(take_in(book, files)) == {"known": 2}


def test_a_file_chained_to_itself_is_one_session() -> None:
    book = logbook()
    assert counts(take_in(book, [("twice.fit", run_file() * 2)])) == {"new": 1, "known": 1}
    assert len(book.everything().logged) == 1


def test_a_recording_fulfils_what_was_planned_for_its_day() -> None:
    plan = planned_run("2026-06-01 06:30", type="tempo", title="5 km at threshold")
    other = planned_lift("2026-06-01 18:00")
    book = logbook(plan, other)
    (stored,) = take_in(book, [("run.fit", run_file())]).added
    planned = {
        session.id: session.status for session in book.planned(Days(stored.start.date(), moment("2026-06-02").date()))
    }
    assert (stored.plan_id, stored.type, stored.title) == (plan.id, "tempo", "5 km at threshold")
    assert planned == {plan.id: "done", other.id: "planned"}


@pytest.mark.parametrize(
    "planned",
    [
        [planned_run("2026-06-01 06:00"), planned_run("2026-06-01 18:00")],
        [planned_run("2026-06-02 07:00")],
        [planned_lift("2026-06-01 07:00")],
        [planned_run("2026-06-01 07:00", status="skipped")],
    ],
)
def test_where_it_is_not_clear_what_was_fulfilled_nothing_is(planned: list[Session]) -> None:
    book = logbook(*planned)
    (stored,) = take_in(book, [("run.fit", run_file())]).added
    assert stored.plan_id is None
    assert set(book.everything().planned) == set(planned)


def test_a_plan_is_fulfilled_once() -> None:
    plan = planned_run("2026-06-01 06:30")
    book = logbook(plan, run("2026-06-01 05:00", 30, plan_id=plan.id))
    (stored,) = take_in(book, [("run.fit", run_file())]).added
    assert stored.plan_id is None


def test_an_import_is_one_change_and_can_be_undone() -> None:
    plan = planned_run("2026-06-01 06:30")
    book = logbook(plan)
    take_in(book, [("run.fit", run_file()), ("lift.fit", lift_file())])
    assert book.undo() == "the import of 2 files"
    assert (book.everything().planned, book.everything().logged) == ((plan,), ())


def test_the_originals_of_what_was_taken_in_are_kept_and_of_nothing_else() -> None:
    book, packed = logbook(), gzip.compress(lift_file())
    take_in(book, [("run.fit", run_file()), ("lift.fit.gz", packed), ("no.fit", b"nothing")])
    assert book.has_original(run_file(), ".fit")
    assert book.has_original(packed, ".fit.gz")
    assert not book.has_original(b"nothing", ".fit")


def test_a_bad_file_stops_no_other() -> None:
    book = logbook()
    files = [("diary.fit", b"dear diary"), ("run.fit", run_file()), ("empty.fit", b"")]
    report = take_in(book, files)
    assert len(book.everything().logged) == 1
    assert counts(report) == {"new": 1, "failed": 2}
    assert said(report) == ["diary.fit: it is no FIT file; left out", "empty.fit: it is empty; left out"]


def test_a_dry_run_reports_the_same_and_writes_nothing() -> None:
    files = [("run.fit", run_file()), ("again.fit", run_file(total_distance=1)), ("lift.fit", lift_file())]
    book = logbook()
    stamp = book.stamp()
    rehearsed = take_in(book, files, dry_run=True)
    assert book.stamp() == stamp
    assert not book.has_original(run_file(), ".fit")
    assert take_in(book, files) == rehearsed


def test_a_log_that_cannot_be_written_says_so_and_holds_nothing_new() -> None:
    class FullDisk(MemoryBackend):
        full = False

        def change(self) -> Any:
            if self.full:
                raise CannotWrite("the disk is full")
            return super().change()

    backend = FullDisk()
    book = logbook(backend=backend)
    backend.full = True
    with pytest.raises(CannotWrite):
        take_in(book, [("run.fit", run_file())])
    assert book.everything().logged == ()


def test_a_lift_has_its_sets() -> None:
    book = logbook()
    take_in(book, [("lift.fit", lift_file())])
    assert book.everything().logged[0].exercises == (
        LoggedExercise(exercise="back_squat", sets=(LoggedSet(kg=80, reps=5, at=moment("2026-06-01 07:00")),)),
    )


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside this checkout")
def test_every_recording_of_the_osaka_marathon_is_one_session() -> None:
    names = (
        "osaka_marathon.fit",
        "hostile/gzipped.fit",
        "hostile/badcrc.fit",
        "hostile/nocrc.fit",
        "hostile/concat2.fit",
    )
    files = [(name, (SAMPLES / name).read_bytes()) for name in names]
    book = logbook()
    report = take_in(book, files)
    (stored,) = book.everything().logged
    assert (stored.distance_m, len(stored.laps)) == (42_429.43, 10)
    assert counts(report) == {"new": 1, "known": 2, "merged": 3}
    assert counts(take_in(book, files)) == {"known": 6}


def test_what_another_terminal_changed_during_the_import_is_not_overwritten() -> None:
    noted = run("2026-06-01 07:00", id="noted", minutes=60, distance_m=12_000, clock="exact")
    book = logbook(noted)
    theirs = replace(noted, notes="felt strong")

    def files() -> Iterator[tuple[str, bytes]]:
        yield "run.fit", run_file()
        book.save(theirs, "a note")

    with pytest.raises(Conflict):
        take_in(book, files())
    assert book.everything().logged == (theirs,)
    take_in(book, [("run.fit", run_file())])
    (merged,) = book.everything().logged
    assert (merged.notes, merged.source is None) == ("felt strong", False)
