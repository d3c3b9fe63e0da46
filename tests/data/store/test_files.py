"""What stands in the folder: plain JSON in a stable order, replaced whole, nothing half-written and nothing left."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Table

from data.calendar import Days
from data.store import durable
from data.store.backend import Shelf
from data.store.errors import CannotWrite
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import athlete, planned_run, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import DONE, PLAN, live

ALWAYS = Days(date.min, date.max)


@pytest.fixture
def logbook(folder: Path, clock: Clock) -> Logbook:
    return Logbook(FilesBackend(folder), clock)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != ".lock")


def test_a_year_is_a_file_of_one_document_a_line_by_id(logbook: Logbook, folder: Path) -> None:
    logbook.change("two", save=[run("2026-06-02 07:00", id="b"), run("2026-06-01 07:00", id="a", notes="läuft\n")])
    text = (folder / "log-2026.json").read_text("utf-8")
    first, a, b, last = text.splitlines()
    assert (first, last) == ('{"logged":{', "}}")
    assert a.startswith('"a":{"v":1,"changed":"2026-06-01T10:00:00Z","value":{"id":"a","kind":"run",')
    assert b.startswith('"b":')
    assert text.endswith("\n")
    assert json.loads(text)["logged"]["a"]["value"]["notes"] == "läuft\n"


def test_the_order_does_not_depend_on_the_order_of_saving(clock: Clock, tmp_path: Path) -> None:
    sessions = [run("2026-06-01 07:00", id=name) for name in "cab"]
    for folder, order in ((tmp_path / "one", sessions), (tmp_path / "two", sorted(sessions, key=lambda one: one.id))):
        logbook = Logbook(FilesBackend(folder), clock)
        for session in order:
            logbook.save(session, "a run")
    assert (tmp_path / "one/log-2026.json").read_bytes() == (tmp_path / "two/log-2026.json").read_bytes()


def test_each_kind_and_year_has_its_file_and_an_empty_one_none(logbook: Logbook, folder: Path) -> None:
    logbook.save_athlete(athlete())
    logbook.change("sessions", save=[run("2025-12-31 07:00"), run("2026-01-01 07:00"), PLAN])
    logbook.save_live(live())
    kept = ["athlete.json", "log-2025.json", "log-2026.json", "plan-2026.json"]
    assert names(folder) == sorted([*kept, "live.json"])
    logbook.finish_live(DONE)
    assert names(folder) == kept


def test_a_plain_tinydb_reads_the_file(logbook: Logbook, folder: Path) -> None:
    logbook.save(run("2026-06-01 07:00", id="a", rpe=4), "a run")

    class ByText(Table):
        document_id_class = str  # type: ignore[assignment]

    with TinyDB(folder / "log-2026.json", access_mode="r") as database:
        (document,) = ByText(database.storage, "logged").all()
    assert document["value"]["rpe"] == 4


def test_no_file_but_those_of_the_change_is_touched(logbook: Logbook, folder: Path) -> None:
    logbook.change("runs", save=[run("2025-06-01 07:00"), run("2026-06-01 07:00")])
    before = (folder / "log-2025.json").stat()
    logbook.save(run("2026-06-02 07:00"), "a run")
    assert (folder / "log-2025.json").stat() == before


def test_a_file_written_twice_in_one_tick_of_the_clock_is_seen(folder: Path) -> None:
    path = folder / "athlete.json"
    durable.write(path, b"a")
    ahead = path.stat().st_mtime_ns + 10**12
    os.utime(path, ns=(ahead, ahead))  # the clock has not reached that tick yet
    durable.write(path, b"b")
    assert path.stat().st_mtime_ns > ahead


def test_what_dead_programs_left_is_cleared_away_the_next_time_the_log_is_opened(
    logbook: Logbook, folder: Path
) -> None:
    logbook.save(run("2026-06-01 07:00"), "a run")
    (folder / ".log-2026.json.123-abc.tmp").write_bytes(b'{"logged":')
    Logbook(FilesBackend(folder), Clock())
    assert names(folder) == ["log-2026.json"]


def test_a_change_of_many_files_cut_short_is_finished_by_the_next_program(
    logbook: Logbook, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook.save(PLAN, "a plan")
    logbook.save_live(live())
    replaced = []
    replace = Path.replace

    def dies_at_the_second(path: Path, target: Path) -> Path:
        if target.suffix == ".json" and target.parent == folder and not target.name.startswith("."):
            replaced.append(target.name)
            if len(replaced) == 2:
                raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        logbook.finish_live(DONE)
    monkeypatch.undo()
    assert replaced == ["log-2026.json", "plan-2026.json"]  # the log first
    assert "live.json" in names(folder)
    after = Logbook(FilesBackend(folder), clock)
    assert [one.status for one in after.planned(ALWAYS)] == ["done"]
    assert after.logged(ALWAYS) == [DONE]
    assert names(folder) == ["log-2026.json", "plan-2026.json"]


def test_a_session_that_stands_in_two_years_is_the_one_last_changed(
    logbook: Logbook, folder: Path, clock: Clock
) -> None:
    old = planned_run("2025-12-31 07:00", id="p")
    logbook.save(old, "a plan")
    stale = (folder / "plan-2025.json").read_bytes()
    new = planned_run("2026-01-01 07:00", id="p")
    logbook.save(new, "the move")
    (folder / "plan-2025.json").write_bytes(stale)
    after = Logbook(FilesBackend(folder), clock)
    assert after.planned(ALWAYS) == [new]
    assert after.find("p") == new
    clock.forward(days=1)
    after.save(run("2026-06-01 07:00"), "a run")
    assert "plan-2025.json" not in names(folder)


def test_originals_keep_their_bytes_under_their_hash(logbook: Logbook, folder: Path) -> None:
    logbook.keep_original(b"abc", ".FIT")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # of "abc", FIPS 180-2
    assert (folder / "originals" / f"{digest}.fit").read_bytes() == b"abc"


def test_an_original_cannot_leave_its_folder(logbook: Logbook, folder: Path) -> None:
    logbook.keep_original(b"abc", "/../../../evil")
    (kept,) = (folder / "originals").iterdir()
    assert kept.parent == folder / "originals"


def test_shelves_are_the_log_s_own_files_alone(folder: Path) -> None:
    folder.mkdir()
    for name in ("log-2026.json", "athlete.json", "log-26.json", "log-2026.json.bak", "notes.json", "plan-2026 2.json"):
        (folder / name).write_text("{}")
    assert FilesBackend(folder).shelves() == (Shelf("athlete"), Shelf("logged", 2026))


@pytest.mark.parametrize(
    "note", [b"", b"{", b"{}", b'[[null,"../../victim.json"]]', b'[["../log-2026.json","live.json"]]']
)
def test_a_note_of_moves_that_something_else_wrote_moves_nothing_and_is_said(
    logbook: Logbook, folder: Path, clock: Clock, note: bytes
) -> None:
    victim = folder.parent.parent / "victim.json"
    victim.write_text("not ours")
    kept = run("2026-06-01 07:00")
    logbook.save(kept, "a run")
    (folder / ".unfinished.json").write_bytes(note)
    after = Logbook(FilesBackend(folder), clock)
    assert after.logged(ALWAYS) == [kept]
    with pytest.raises(CannotWrite, match=r"\.unfinished\.json .* delete it"):
        after.save(run("2026-06-02 07:00"), "a run")
    assert victim.read_text() == "not ours"
    (folder / ".unfinished.json").unlink()
    after.save(run("2026-06-02 07:00"), "a run")
    assert len(after.logged(ALWAYS)) == 2
