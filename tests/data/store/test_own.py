"""A log is its owner's alone: nobody else of the machine may read what is new, and what was opened up stays so."""

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from data.model import Accepted
from data.store.config import Settings
from data.store.files import FilesBackend
from data.store.home import Home
from data.store.logbook import Logbook
from tests.builders import athlete, moment, planned_run, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import live


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """Who may do what with the folder and all that is below it."""
    return {str(path.relative_to(folder.parent)): S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


def use(logbook: Logbook, clock: Clock) -> None:
    """Write whatever a log can hold, on two days."""
    logbook.save_athlete(athlete())
    logbook.change("sessions", save=[run("2025-12-31 07:00"), run("2026-06-01 07:00"), planned_run("2026-06-02 07:00")])
    logbook.accept(Accepted(first="a", second="b", at=moment("2026-06-01 09:00"), reason="", seal="x"), "a pair")
    logbook.keep_original(b"a file of a watch", ".fit")
    clock.forward(days=1)
    logbook.comment("2026-06-01", "Well done.")
    logbook.save_live(live())


def test_a_home_that_is_begun_is_nobody_elses(tmp_path: Path, clock: Clock) -> None:
    home = Home(tmp_path / "data/home")
    home.save_settings(Settings(bell=False))
    use(home.open_logbook("anna", clock), clock)
    found = modes(tmp_path / "data")
    assert {"data/home/config.toml", "data/home/athletes/anna/.lock", "data/home/athletes/anna/live.json"} <= set(found)
    assert "data/home/athletes/anna/backups/2026-06-02/log-2026.json" in found
    open_to_others = {name: oct(mode) for name, mode in found.items() if mode & 0o077}
    assert open_to_others == {}


def test_a_file_is_nobody_elses_before_it_is_in_place_either(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged: list[int] = []
    fsync = os.fsync

    def seen(handle: int) -> None:
        staged.append(S_IMODE(os.fstat(handle).st_mode) & 0o077)
        fsync(handle)

    use(Logbook(FilesBackend(tmp_path / "anna"), clock), clock)
    monkeypatch.setattr("os.fsync", seen)
    Logbook(FilesBackend(tmp_path / "anna"), clock).save(run("2026-06-03 07:00"), "a run")
    assert staged
    assert set(staged) == {0}


def test_what_its_owner_opened_to_others_stays_as_it_is(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "anna"
    logbook = Logbook(FilesBackend(folder), clock)
    logbook.save(run("2026-06-01 07:00"), "a run")
    folder.chmod(0o750)
    (folder / "log-2026.json").chmod(0o640)
    logbook.change("more", save=[run("2026-06-02 07:00"), planned_run("2026-06-03 07:00")])
    found = modes(folder)
    assert (found["anna"], found["anna/log-2026.json"], found["anna/plan-2026.json"]) == (0o750, 0o640, 0o600)


def test_what_its_owner_closed_does_not_come_open(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.save_settings(Settings(bell=False))
    (tmp_path / "home/config.toml").chmod(0o400)
    home.save_settings(Settings(bell=True))
    assert S_IMODE((tmp_path / "home/config.toml").stat().st_mode) == 0o400
    assert home.settings().bell
