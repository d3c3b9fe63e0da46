"""Schema versions: an older log is migrated after a backup, a newer one is read as far as possible and not written."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.calendar import Days
from data.store.backend import Backend, Kind, Shelf
from data.store.errors import NewerSchema, ReadOnlyLog
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import athlete, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import live

ALWAYS = Days(date.min, date.max)
OLD, NEW = run("2025-06-01 07:00", notes="old"), run("2026-06-01 07:00")


def shouted(kind: Kind, value: Any) -> Any:
    """A made-up second version in which the notes of a logged session are in capitals."""
    return {**value, "notes": value["notes"].upper()} if kind == "logged" else value


def versions(backend: Backend) -> set[int]:
    return {document["v"] for shelf in backend.shelves() for document in backend.read(shelf).values()}


def test_an_older_log_is_read_as_the_newest_and_written_so_after_a_backup(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    logbook.save_athlete(athlete())
    logbook.save(OLD, "a run")
    newer = Logbook(connect(), clock, steps=(shouted,))
    assert [one.notes for one in newer.logged(ALWAYS)] == ["OLD"]
    assert versions(connect()) == {1}
    newer.save(NEW, "a run")
    assert versions(connect()) == {2}
    assert [one.notes for one in Logbook(connect(), clock, steps=(shouted,)).logged(ALWAYS)] == ["OLD", ""]
    ((name, documents),) = connect().backups(Shelf("logged", 2025))
    assert name.startswith("2026-06-01")
    assert documents[OLD.id]["v"] == 1
    assert documents[OLD.id]["value"]["notes"] == "old"


def test_a_log_that_a_newer_legday_wrote_can_be_read_and_not_written(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    logbook.save(OLD, "a run")
    Logbook(connect(), clock, steps=(shouted,)).save(NEW, "a run")
    before = {shelf: connect().read(shelf) for shelf in connect().shelves()}
    today = Logbook(connect(), clock)
    assert [one.notes for one in today.logged(ALWAYS)] == ["OLD", ""]
    writes: tuple[Callable[[], None], ...] = (
        lambda: today.save(run("2024-06-01 07:00"), "a run in a year of its own"),
        lambda: today.delete(OLD.id, "a run"),
        lambda: today.save_athlete(athlete()),
        lambda: today.save_live(live()),
    )
    for write in writes:
        with pytest.raises(NewerSchema, match="update legday") as seen:
            write()
        assert isinstance(seen.value, ReadOnlyLog)
    assert {shelf: connect().read(shelf) for shelf in connect().shelves()} == before


def test_fields_of_a_newer_version_are_passed_over(folder: Path, clock: Clock) -> None:
    Logbook(FilesBackend(folder), clock).save(run("2026-06-01 07:00", id="a", laps=({"seconds": 60},)), "a run")
    path = folder / "log-2026.json"
    tables = json.loads(path.read_text())
    document = tables["logged"]["a"]
    document["v"], document["signed"] = 2, "kim"
    document["value"]["shoes"] = "red"
    document["value"]["laps"][0]["steps"] = 170
    path.write_text(json.dumps(tables))
    logbook = Logbook(FilesBackend(folder), clock)
    (session,) = logbook.logged(ALWAYS)
    assert (session.id, session.laps[0].seconds) == ("a", 60)
    with pytest.raises(NewerSchema, match=r"log-2026\.json"):
        logbook.save(run("2020-06-01 07:00"), "a run")


def test_a_newer_document_of_another_shape_is_said(folder: Path, clock: Clock) -> None:
    Logbook(FilesBackend(folder), clock).save(run("2026-06-01 07:00", id="a"), "a run")
    path = folder / "log-2026.json"
    path.write_text(path.read_text().replace('"v":1', '"v":2').replace('"kind":"run"', '"kind":"swim"'))
    with pytest.raises(NewerSchema, match='"a" was written by a newer legday'):
        Logbook(FilesBackend(folder), clock).logged(ALWAYS)
