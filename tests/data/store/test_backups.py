"""Backups: before the first write of a day, thirty kept; what was deleted goes for good after thirty days."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.calendar import Days
from data.formats.interchange import Log
from data.store.backend import Backend, Shelf
from data.store.errors import Damaged
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import planned_run, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import live

ALWAYS = Days(date.min, date.max)
LOG = Shelf("logged", 2026)
Reopen = Callable[[], Logbook]


def backups(backend: Backend, shelf: Shelf = LOG) -> dict[str, list[str]]:
    return {name: sorted(documents) for name, documents in backend.backups(shelf)}


def test_a_backup_holds_the_log_as_it_was_before_the_day(
    connect: Callable[[], Backend], reopen: Reopen, clock: Clock
) -> None:
    for day in ("01", "02", "03"):
        reopen().save(run(f"2026-06-{day} 07:00", id=day), "a run")
        reopen().save(run(f"2026-06-{day} 19:00", id=f"{day} late"), "another")
        clock.forward(days=1)
    kept = backups(connect())
    assert kept["2026-06-03"] == ["01", "01 late", "02", "02 late"]
    assert kept["2026-06-02"] == ["01", "01 late"]


def test_one_program_that_stays_open_backs_up_every_day_too(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    for day in ("01", "02", "03"):
        logbook.save(run(f"2026-06-{day} 07:00", id=day), "a run")
        clock.forward(days=1)
    assert backups(connect()) == {"2026-06-03": ["01", "02"], "2026-06-02": ["01"]}


def test_what_is_replaced_as_a_whole_is_backed_up_each_time(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    for name in ("first", "second"):
        logbook.save(run("2026-06-01 07:00", id=name), "a run")
        clock.forward(minutes=1)
        logbook.replace(Log(logged=(run("2026-06-01 19:00", id="restored"),)))
    kept = {tuple(ids) for ids in backups(connect()).values()}
    assert ("first",) in kept
    assert any("second" in ids for ids in kept)


def test_thirty_are_kept(connect: Callable[[], Backend], logbook: Logbook, clock: Clock) -> None:
    for number in range(35):
        logbook.save(run("2026-06-01 07:00", notes=str(number)), "a note")
        clock.forward(days=1)
    assert len(backups(connect())) == 30
    assert max(backups(connect())) == "2026-07-05"
    assert min(backups(connect())) == "2026-06-06"


def test_a_set_makes_no_backup(connect: Callable[[], Backend], logbook: Logbook, clock: Clock) -> None:
    logbook.save(run("2026-06-01 07:00"), "a run")
    clock.forward(days=1)
    logbook.save_live(live())
    assert backups(connect()) == {}


def test_what_was_deleted_can_be_had_back_for_thirty_days(
    connect: Callable[[], Backend], logbook: Logbook, reopen: Reopen, clock: Clock
) -> None:
    logbook.change("sessions", save=[run("2026-06-01 07:00", id="run"), planned_run("2026-06-02 07:00", id="plan")])
    logbook.change("a clearing out", delete=["run", "plan"])
    clock.forward(days=29)
    reopen().save(run("2026-06-03 07:00", id="later"), "a run")
    assert sorted(connect().read(LOG)) == ["later", "run"]
    clock.forward(days=1, seconds=1)
    reopen().save(run("2026-06-04 07:00", id="latest"), "a run")
    assert sorted(connect().read(LOG)) == ["later", "latest"]
    assert connect().shelves() == (LOG,)
    logbook.undo()
    assert [one.id for one in reopen().sessions(ALWAYS)] == ["run", "plan", "later", "latest"]


def test_a_document_that_is_none_gives_way_to_the_backup(
    connect: Callable[[], Backend], logbook: Logbook, reopen: Reopen, clock: Clock
) -> None:
    logbook.save(run("2026-06-01 07:00", id="a"), "a run")
    clock.forward(days=1)
    reopen().save(run("2026-06-02 07:00", id="b"), "a run")
    with connect().change() as change:
        change.put(LOG, "c", {"v": 1, "changed": "2026-06-02T10:00:00Z", "value": {"id": "c"}})
    with pytest.raises(Damaged, match='"c"') as seen:
        reopen().logged(ALWAYS)
    assert "2026" in logbook.put_back(seen.value)
    assert [one.id for one in reopen().logged(ALWAYS)] == ["a"]


def test_backups_are_copies_and_share_space_among_themselves_alone(folder: Path, clock: Clock) -> None:
    logbook = Logbook(FilesBackend(folder), clock)
    logbook.change("runs", save=[run("2025-06-01 07:00"), run("2026-06-01 07:00")])
    for number in range(3):
        clock.forward(days=1)
        logbook.save(run("2026-06-02 07:00", notes=str(number)), "a note")
    old = [(folder / f"backups/2026-06-0{day}/log-2025.json").stat() for day in (2, 3, 4)]
    assert len({one.st_ino for one in old}) == 1
    assert (folder / "log-2025.json").stat().st_ino != old[0].st_ino
    (folder / "log-2025.json").write_text("")  # as a careless program would, in place
    assert (folder / "backups/2026-06-02/log-2025.json").stat().st_size > 100


def test_what_else_lies_among_the_backups_is_left_alone(folder: Path, clock: Clock) -> None:
    logbook = Logbook(FilesBackend(folder), clock)
    (folder / "backups/my own").mkdir(parents=True)
    (folder / "backups/.DS_Store").write_text("")
    for number in range(33):
        logbook.save(run("2026-06-01 07:00", notes=str(number)), "a note")
        clock.forward(days=1)
    names = {path.name for path in (folder / "backups").iterdir()}
    assert {"my own", ".DS_Store"} <= names
    assert len(names) == 32


def test_a_backup_cut_short_is_made_anew(folder: Path, clock: Clock) -> None:
    logbook = Logbook(FilesBackend(folder), clock)
    logbook.save(run("2026-06-01 07:00", id="a"), "a run")
    (folder / "backups/.2026-06-02").mkdir(parents=True)
    (folder / "backups/.2026-06-02/log-2026.json").write_text("{")
    clock.forward(days=1)
    logbook.save(run("2026-06-02 07:00", id="b"), "a run")
    assert backups(FilesBackend(folder)) == {"2026-06-02": ["a"]}
    assert [path.name for path in (folder / "backups").iterdir()] == ["2026-06-02"]


def test_a_clock_set_back_a_year_costs_no_backup(
    connect: Callable[[], Backend], logbook: Logbook, reopen: Reopen, clock: Clock
) -> None:
    for number in range(31):
        logbook.save(run("2026-06-01 07:00", id="a", notes=str(number)), "a note")
        clock.forward(days=1)
    clock.forward(days=-365)
    reopen().save(run("2025-06-01 07:00", id="wrong clock"), "a run")
    reopen().replace(Log(logged=(run("2026-06-01 19:00", id="restored"),)))
    kept = [ids for name, ids in backups(connect()).items() if name.startswith("2025-")]
    assert kept == [["a"], ["a"]]


def test_what_is_deleted_by_a_clock_set_back_a_year_stays_its_thirty_days_too(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    logbook.save(run("2026-06-01 07:00", id="a"), "a run")
    clock.forward(days=-365)
    logbook.delete("a", "the run")
    clock.forward(days=366)
    logbook.save(run("2026-06-02 07:00", id="b"), "a run")
    assert connect().heads(LOG)["a"].deleted is not None


def test_two_restores_in_one_second_are_backed_up_both(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    logbook.save(run("2026-06-01 07:00", id="first"), "a run")
    logbook.replace(Log(logged=(run("2026-06-01 19:00", id="second"),)))
    clock.forward(seconds=0.3)
    logbook.replace(Log(logged=(run("2026-06-01 20:00", id="third"),)))
    assert {"first", "second"} in [set(ids) for ids in backups(connect()).values()]
