"""`legday doctor`: what is damaged is said, and its backup is put back when that is wanted."""

from pathlib import Path

import pytest

from tests.builders import run
from tests.tui.commands.conftest import Shell

FIRST, SECOND = run("2026-05-30 07:00", id="first"), run("2026-05-31 07:00", id="second")


@pytest.fixture
def log(shell: Shell) -> Path:
    """A log with a backup of its first day, cut short; its path."""
    shell.set(LEGDAY_NOW="2026-05-30T12:00:00+02:00")
    shell.holds(FIRST)
    shell.set(LEGDAY_NOW="2026-05-31T12:00:00+02:00")
    assert shell("add", "run 60m easy rpe 4").code == 0
    path = next(shell.home.rglob("log-2026.json"))
    path.write_bytes(path.read_bytes()[:-40])
    return path


def test_a_log_that_can_be_read_is_well(shell: Shell) -> None:
    shell.holds(FIRST, SECOND)
    answer = shell("doctor")
    assert (answer.code, answer.out) == (0, "All can be read: 2 logged and 0 planned.\n")


def test_what_is_damaged_is_said_and_left_as_it_is(shell: Shell, log: Path) -> None:
    before = log.read_bytes()
    answer = shell("doctor")
    assert answer.code == 1
    assert log.read_bytes() == before
    assert "log-2026.json cannot be read" in answer.out
    assert "legday doctor can put the backup of 2026-05-31 back" in answer.out


def test_its_backup_is_put_back_and_the_damaged_file_kept(shell: Shell, log: Path) -> None:
    broken = log.read_bytes()
    answer = shell("doctor", "--put-back")
    assert answer.code == 0
    assert [path.read_bytes() for path in log.parent.glob("log-2026.damaged-*.json")] == [broken]
    assert "1 logged" in answer.out
    assert shell("week", "2026-05-30", "--json").json["run"]["sessions"] == 1


def test_at_a_terminal_it_asks(shell: Shell, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.commands.doctor.at_a_terminal", lambda: True)
    asked = shell("doctor", stdin=b"n\n")
    assert asked.code == 1
    assert "has to be logged again" in asked.err
    assert shell("doctor", stdin=b"y\n").code == 0


def test_without_a_good_backup_it_is_set_aside(shell: Shell) -> None:
    shell.holds(FIRST)
    log = next(shell.home.rglob("log-2026.json"))
    log.write_text("{")
    answer = shell("doctor", "--put-back")
    assert answer.code == 0
    assert not log.exists()
    assert list(log.parent.glob("log-2026.damaged-*.json"))


def test_another_command_says_what_to_do(shell: Shell, log: Path) -> None:
    answer = shell("week")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "legday doctor can put the backup of 2026-05-31 back" in answer.err


def test_what_stands_beside_the_log_and_is_not_read_is_said(shell: Shell) -> None:
    shell.holds(FIRST)
    log = next(shell.home.rglob("log-2026.json"))
    (log.parent / "log-2026 2.json").write_bytes(log.read_bytes())
    (log.parent / "log-2026 (conflicted copy).json").write_text("{")
    (log.parent / "log-2026.damaged-20260601-120000.json").write_text("{")
    (log.parent / "notes.json").write_text("{}")
    answer = shell("doctor")
    lines = answer.out.splitlines()
    assert answer.code == 0
    assert "log-2026 (conflicted copy).json is a sync tool's copy that cannot be read: mend it, or move" in lines[0]
    assert "log-2026 2.json is not read: name it log-2026.sync-conflict-2.json to have it taken in, or" in lines[1]
    assert lines[2:] == ["All can be read: 1 logged and 0 planned."]
    (log.parent / "log-2026 2.json").rename(log.parent / "log-2026.sync-conflict-2.json")
    (log.parent / "log-2026 (conflicted copy).json").unlink()
    assert shell("doctor").out == "All can be read: 1 logged and 0 planned.\n"
