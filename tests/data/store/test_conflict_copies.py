"""Copies that a sync tool leaves when two machines wrote a file: merged by id, newer first, nothing thrown away."""

import os
from collections.abc import Callable
from datetime import date
from errno import EACCES
from pathlib import Path

import pytest

from data.calendar import Days
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import planned_run, run
from tests.data.store.conftest import Clock

ALWAYS = Days(date.min, date.max)
COPIES = [
    "log-2026.sync-conflict-20260601-101500-ABCDEFG.json",
    "log-2026 (conflicted copy 2026-06-01).json",
    "log-2026 (Anna's Conflicted Copy 2026-06-01 101500).json",
    "log-2026 (conflicted copy).json",
    "log-2026_conflict-20260601-101500.json",
    "log-2026 (SFConflict anna@x.org 2026-06-01-10-15-01).json",
    "log-2026 (In Konflikt stehende Kopie von Anna 2026-06-01).json",
    "log-2026 (Copie en conflit de Anna 2026-06-01).json",
]


@pytest.fixture
def laptop(folder: Path, clock: Clock) -> Logbook:
    return Logbook(FilesBackend(folder), clock)


@pytest.fixture
def phone(tmp_path: Path, clock: Clock) -> Logbook:
    return Logbook(FilesBackend(tmp_path / "phone"), clock)


def notes(folder: Path) -> dict[str, str]:
    return {one.id: one.notes for one in Logbook(FilesBackend(folder), Clock()).sessions(ALWAYS)}


@pytest.mark.parametrize("name", COPIES)
def test_of_each_session_the_one_last_changed_stays(
    laptop: Logbook, phone: Logbook, folder: Path, tmp_path: Path, clock: Clock, name: str
) -> None:
    shared = [run("2026-06-01 07:00", id=one) for one in ("edited here", "edited there", "deleted there")]
    for logbook in (laptop, phone):
        logbook.change("runs", save=shared)
    clock.forward(minutes=1)
    laptop.save(run("2026-06-01 07:00", id="edited here", notes="here"), "a note")
    laptop.save(run("2026-06-01 07:00", id="new here"), "a run")
    clock.forward(minutes=1)
    phone.save(run("2026-06-01 07:00", id="edited there", notes="there"), "a note")
    phone.save(run("2026-06-01 07:00", id="new there"), "a run")
    phone.delete("deleted there", "a run")
    copy = (tmp_path / "phone/log-2026.json").read_bytes()
    (folder / name).write_bytes(copy)
    assert notes(folder) == {"edited here": "here", "edited there": "there", "new here": "", "new there": ""}
    assert not (folder / name).exists()
    assert (folder / "conflicts" / name).read_bytes() == copy
    (ours,) = (folder / "conflicts").glob("*.ours.json")
    assert '"edited there"' in ours.read_text()
    assert '"edited here"' not in ours.read_text()


def test_a_session_moved_over_new_year_elsewhere_leaves_no_double(
    laptop: Logbook, phone: Logbook, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    for logbook in (laptop, phone):
        logbook.save(planned_run("2025-12-31 07:00", id="p"), "a plan")
    clock.forward(minutes=1)
    phone.save(planned_run("2026-01-01 07:00", id="p", notes="moved"), "the move")
    copy = (tmp_path / "phone/plan-2026.json").read_bytes()
    (folder / "plan-2026.sync-conflict-20260601-101500-ABCDEFG.json").write_bytes(copy)
    assert notes(folder) == {"p": "moved"}
    assert not (folder / "plan-2025.json").exists()


def test_an_older_copy_changes_nothing(laptop: Logbook, folder: Path, clock: Clock) -> None:
    laptop.save(run("2026-06-01 07:00", id="a"), "a run")
    copy = (folder / "log-2026.json").read_bytes()
    clock.forward(minutes=1)
    laptop.save(run("2026-06-01 07:00", id="a", notes="newer"), "a note")
    (folder / COPIES[0]).write_bytes(copy)
    assert notes(folder) == {"a": "newer"}
    assert [path.name for path in (folder / "conflicts").iterdir()] == [COPIES[0]]


@pytest.mark.parametrize("broken", ["", '{"logged":{"a":{"v":1}}}'])
def test_a_copy_that_is_broken_stays_where_it_is(laptop: Logbook, folder: Path, broken: str) -> None:
    laptop.save(run("2026-06-01 07:00", id="a"), "a run")
    (folder / COPIES[0]).write_text(broken)
    assert notes(folder) == {"a": ""}
    assert (folder / COPIES[0]).read_text() == broken


def test_a_copy_that_comes_while_the_log_is_open_is_taken_in_the_next_day(
    laptop: Logbook, phone: Logbook, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    laptop.save(run("2026-06-01 07:00", id="here"), "a run")
    phone.save(run("2026-06-01 07:00", id="there"), "a run")
    (folder / COPIES[0]).write_bytes((tmp_path / "phone/log-2026.json").read_bytes())
    clock.forward(days=1)
    laptop.save(run("2026-06-02 07:00", id="next"), "a run")
    assert [one.id for one in laptop.logged(ALWAYS)] == ["here", "there", "next"]


@pytest.mark.parametrize("readable", [True, False])
def test_a_copy_that_is_a_folder_or_shut_stands_in_nobody_s_way(
    laptop: Logbook, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, readable: bool
) -> None:
    laptop.save(run("2026-06-01 07:00", id="a"), "a run")
    if readable:
        (folder / COPIES[1]).mkdir()
    else:
        (folder / COPIES[1]).write_text("{}")
        monkeypatch.setattr(Path, "read_bytes", shut(COPIES[1], Path.read_bytes))
    assert notes(folder) == {"a": ""}
    clock.forward(days=1)
    laptop.save(run("2026-06-02 07:00", id="b"), "a run")
    assert notes(folder) == {"a": "", "b": ""}
    assert (folder / COPIES[1]).exists()


def shut(name: str, read: Callable[[Path], bytes]) -> Callable[[Path], bytes]:
    """Reading as somebody who has no right to the file of that name."""

    def reads(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(EACCES, os.strerror(EACCES), str(path))
        return read(path)

    return reads
