"""What cannot be written: one clear line, the log as it was, and the same call works once there is room."""

import errno
import os
import resource
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest

from data.calendar import Days
from data.store import files
from data.store.errors import CannotWrite
from data.store.files import FilesBackend
from data.store.lock import locked
from data.store.logbook import Logbook
from tests.builders import athlete, planned_run, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import DONE, PLAN, live

ALWAYS = Days(date.min, date.max)
NOBODY = 65534


@pytest.fixture
def logbook(folder: Path, clock: Clock) -> Logbook:
    return Logbook(FilesBackend(folder), clock)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Make room and try again"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "there is no permission to write there"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize(
    "write",
    [
        lambda log: log.save(run("2026-06-02 07:00"), "a run"),
        lambda log: log.change("many", save=[run("2025-06-02 07:00"), planned_run("2026-06-03 07:00")]),
        lambda log: log.save_live(live()),
        lambda log: log.finish_live(DONE),
        lambda log: log.undo(),
        lambda log: log.keep_original(b"FIT", ".fit"),
    ],
    ids=["save", "many", "live", "finish", "undo", "original"],
)
def test_nothing_changes_and_a_retry_works(
    logbook: Logbook,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Logbook], None],
    number: int,
    words: str,
) -> None:
    logbook.save(PLAN, "a plan")
    logbook.save(run("2026-06-01 07:00"), "a run")
    before, seen = contents(folder), logbook.sessions(ALWAYS)

    def fails(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails)
        with pytest.raises(CannotWrite, match=words) as told:
            write(logbook)
    assert str(folder) in str(told.value)
    assert "\n" not in str(told.value)
    assert contents(folder) == before
    assert logbook.sessions(ALWAYS) == seen
    write(logbook)
    originals = folder / "originals"
    assert contents(folder) != before or list(originals.iterdir())


@pytest.mark.parametrize("number", range(1, 9))
def test_wherever_a_finish_fails_it_is_done_wholly_or_not_at_all(
    logbook: Logbook, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    logbook.save(PLAN, "a plan")
    logbook.save_live(live())
    calls = []

    def fails_once(handle: int) -> None:
        calls.append(handle)
        if len(calls) == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch, suppress(CannotWrite):
        patch.setattr(os, "fsync", fails_once)
        logbook.finish_live(DONE)
    after = Logbook(FilesBackend(folder), clock)
    state = (after.logged(ALWAYS), [plan.status for plan in after.planned(ALWAYS)], after.live())
    assert state in (([], ["planned"], live()), ([DONE], ["done"], None))
    logbook.finish_live(DONE)
    assert (logbook.logged(ALWAYS), logbook.live()) == ([DONE], None)


@contextmanager
def no_file_longer_than(length: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_really_cannot_grow_is_left_whole(logbook: Logbook, folder: Path) -> None:
    session = run("2026-06-02 07:00", notes="x" * 5000)
    logbook.save(run("2026-06-01 07:00"), "a run")
    before = contents(folder)
    with no_file_longer_than(2000), pytest.raises(CannotWrite, match="may not grow"):
        logbook.save(session, "a long note")
    assert contents(folder) == before
    logbook.save(session, "a long note")
    assert session in Logbook(FilesBackend(folder), Clock()).logged(ALWAYS)


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """As somebody who may read the folder and not write to it."""
    user = os.geteuid()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    if user == 0:
        os.seteuid(NOBODY)
    else:
        folder.chmod(0o555)
    try:
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


def test_a_log_without_permission_to_write_can_be_read(clock: Clock) -> None:
    with tempfile.TemporaryDirectory() as home:  # pytest's own folders are shut to others
        Path(home).chmod(0o755)
        folder = Path(home) / "anna"
        session = run("2026-06-01 07:00")
        Logbook(FilesBackend(folder), clock).save(session, "a run")
        (folder / ".log-2026.json.1-2.tmp").write_text("left by a crash")
        with without_rights(folder):
            reader = Logbook(FilesBackend(folder), clock)
            assert reader.logged(ALWAYS) == [session]
            with pytest.raises(CannotWrite, match="permission"):
                reader.delete(session.id, "a run")
            with pytest.raises(CannotWrite, match="permission"):
                reader.save_live(live())
        reader.delete(session.id, "a run")
        assert Logbook(FilesBackend(folder), clock).logged(ALWAYS) == []


def test_a_log_that_somebody_holds_for_too_long_is_not_written(
    logbook: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook.save(run("2026-06-01 07:00"), "a run")
    monkeypatch.setattr(files, "locked", lambda path: locked(path, patience=0))
    with locked(folder / ".lock"), pytest.raises(CannotWrite, match="Another program holds"):
        logbook.save(run("2026-06-02 07:00"), "a run")
    logbook.save(run("2026-06-02 07:00"), "a run")
    assert len(logbook.logged(ALWAYS)) == 2


def test_a_backup_that_found_no_room_leaves_nothing_that_takes_room(
    logbook: Logbook, folder: Path, clock: Clock
) -> None:
    logbook.save_athlete(athlete())
    logbook.save(run("2026-06-01 07:00", notes="x" * 5000), "a long note")
    clock.forward(days=1)
    with no_file_longer_than(2000), pytest.raises(CannotWrite, match="may not grow"):
        logbook.save(run("2026-06-02 07:00"), "a run")
    assert list((folder / "backups").iterdir()) == []
