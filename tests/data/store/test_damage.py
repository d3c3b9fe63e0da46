"""A file that is broken is never overwritten: it is said where, and the newest good backup can be put in its place."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data.calendar import Days
from data.store.errors import Conflict, Damaged
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import live

ALWAYS = Days(date.min, date.max)
FIRST, SECOND = run("2026-06-01 07:00"), run("2026-06-02 07:00")


@pytest.fixture
def reopen(folder: Path, clock: Clock) -> Callable[[], Logbook]:
    return lambda: Logbook(FilesBackend(folder), clock)


@pytest.fixture
def log(folder: Path, clock: Clock, reopen: Callable[[], Logbook]) -> Path:
    """A log of two days, so with a backup of the first; its path."""
    reopen().save(FIRST, "a run")
    clock.forward(days=1)
    reopen().save(SECOND, "a run")
    return folder / "log-2026.json"


def spoil(path: Path, how: Callable[[str], str]) -> bytes:
    path.write_text(how(path.read_text("utf-8")), "utf-8")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("how", "where"),
    [
        (lambda text: text[:-20], "it ends in the middle"),
        (lambda text: "", "it ends in the middle"),
        (lambda text: text.replace("\n}}", ",\n<<<<<<< HEAD\n}}"), "line 4 is no JSON"),
        (lambda text: "\x00" * len(text), "line 1 is no JSON"),
        (lambda text: "[]", "expected object, got array"),
        (lambda text: '{"planned": {}}', 'it holds something else than "logged"'),
        (
            lambda text: text.replace('"minutes":60', '"minutes":"long"', 1),
            "value.minutes: expected int | float | null",
        ),
        (lambda text: text.replace('"rpe"', '"rep"', 1), "unknown field rep"),
        (lambda text: text.replace("Europe/Berlin", "Europa/Berlin", 1), '"Europa/Berlin" is no time zone'),
        (lambda text: text.replace('"zone":"Europe/Berlin",', "", 1), '"" is no time zone'),
        (lambda text: text.replace("07:00:00+02:00", "07:00:00", 1), "value.start: a moment with an offset"),
        (lambda text: text.replace("2026-06-01T07", "0001-01-01T07", 1), "and a year from 1900 to 2199 expected"),
        (lambda text: text.replace('Z","value"', '","value"', 1), "changed: expected datetime with a timezone"),
        (lambda text: text.replace('"v":1,', "", 1), '"run 2026-06-01 07:00" says no version'),
        (lambda text: text.replace('{"id":"run 2026-06-01 07:00"', '{"id":"x"', 1), 'holds "x"'),
    ],
)
def test_a_broken_file_is_said_and_left_alone(
    log: Path, reopen: Callable[[], Logbook], how: Callable[[str], str], where: str
) -> None:
    broken = spoil(log, how)
    logbook = reopen()
    with pytest.raises(Damaged) as seen:
        logbook.logged(ALWAYS)
    assert where in seen.value.where
    assert str(log) in str(seen.value)
    assert "can put the backup of 2026-06-02 back" in str(seen.value)
    assert "\n" not in str(seen.value)
    with pytest.raises(Damaged):
        logbook.save(run("2026-06-03 07:00"), "a run")
    with pytest.raises(Damaged):
        logbook.everything()
    assert log.read_bytes() == broken


def test_the_backup_is_put_in_place_and_the_broken_file_kept(log: Path, reopen: Callable[[], Logbook]) -> None:
    broken = spoil(log, lambda text: text[:-20])
    logbook = reopen()
    with pytest.raises(Damaged) as seen:
        logbook.logged(ALWAYS)
    aside = logbook.put_back(seen.value)
    assert logbook.logged(ALWAYS) == [FIRST]
    assert Path(aside).read_bytes() == broken
    assert Path(aside).name == "log-2026.damaged-20260602-120000.json"
    logbook.save(SECOND, "the run again")
    assert reopen().logged(ALWAYS) == [FIRST, SECOND]


def test_a_broken_backup_is_not_offered(log: Path, folder: Path, clock: Clock, reopen: Callable[[], Logbook]) -> None:
    clock.forward(days=1)
    reopen().save(run("2026-06-03 07:00"), "a run")
    spoil(folder / "backups/2026-06-03/log-2026.json", lambda text: text.replace('"rpe"', '"rep"', 1))
    spoil(log, lambda text: "")
    with pytest.raises(Damaged) as seen:
        reopen().logged(ALWAYS)
    assert seen.value.backup == "2026-06-02"


def test_without_a_good_backup_the_broken_file_can_still_be_put_aside(
    folder: Path, reopen: Callable[[], Logbook]
) -> None:
    logbook = reopen()
    logbook.save_live(live())
    broken = spoil(folder / "live.json", lambda text: text[:100])
    with pytest.raises(Damaged, match="there is no good backup of it") as seen:
        reopen().live()
    with pytest.raises(Damaged):
        logbook.save_live(live())
    assert Path(reopen().put_back(seen.value)).read_bytes() == broken
    assert reopen().live() is None


def test_a_broken_year_stands_in_the_way_of_no_other(folder: Path, log: Path, reopen: Callable[[], Logbook]) -> None:
    reopen().save(run("2019-06-01 07:00"), "a run long ago")
    broken = spoil(folder / "log-2019.json", lambda text: text[:-20])
    third = run("2026-06-03 07:00")
    logbook = reopen()
    logbook.save(third, "a run")
    assert logbook.logged(Days(date(2026, 1, 1), date(2027, 1, 1))) == [FIRST, SECOND, third]
    assert (folder / "log-2019.json").read_bytes() == broken


def test_a_damaged_profile_is_not_taken_for_a_new_one(folder: Path, reopen: Callable[[], Logbook]) -> None:
    reopen().save_athlete(reopen().athlete)
    spoil(folder / "athlete.json", lambda text: text.replace('"running"', '"rowing"'))
    with pytest.raises(Damaged, match="priority: invalid enum value 'rowing'"):
        assert reopen().athlete


def test_a_part_that_a_sync_tool_mended_meanwhile_is_not_put_back(log: Path, reopen: Callable[[], Logbook]) -> None:
    good = log.read_bytes()
    spoil(log, lambda text: text[:-20])
    logbook = reopen()
    (damaged,) = logbook.damages()
    log.write_bytes(good)
    with pytest.raises(Conflict, match="can be read again"):
        logbook.put_back(damaged)
    assert logbook.logged(ALWAYS) == [FIRST, SECOND]
