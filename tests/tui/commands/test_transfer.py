"""`legday export`, `restore` and `schema`: the log out and in again, the same to the byte."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from data.demo import season
from data.formats.interchange import schema, write_log
from tests.builders import planned_lift, run
from tests.data.store.test_no_room import no_file_longer_than
from tests.tui.commands.conftest import NOON, Shell

ANNAS = write_log(season(datetime.fromisoformat(NOON), "Europe/Berlin"))


def test_restoring_an_export_gives_an_identical_export(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "anna.json").write_bytes(ANNAS)
    answer = shell("restore", str(tmp_path / "anna.json"))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Restored the log of anna: 429 logged and 462 planned sessions.\n"
    assert shell("export").out.encode() == ANNAS


def test_into_a_file_and_from_stdin(shell: Shell, tmp_path: Path) -> None:
    shell("restore", "-", stdin=ANNAS)
    answer = shell("export", "-o", str(tmp_path / "out.json"))
    assert (answer.code, answer.out) == (0, "")
    assert (tmp_path / "out.json").read_bytes() == ANNAS


def test_what_was_there_is_replaced_and_can_be_found_in_a_backup(shell: Shell) -> None:
    shell.holds(run("2026-05-20 07:00", id="the old one"))
    shell.holds(planned_lift("2026-06-01 18:00"))
    assert shell.log().logged == ()
    backups = [file.read_text() for file in shell.home.rglob("backups/**/log-2026.json*") if file.is_file()]
    assert any("the old one" in text for text in backups)


def test_the_athlete_in_the_file_or_the_one_named(shell: Shell) -> None:
    shell("restore", "-", stdin=ANNAS)
    shell("--athlete", "ben", "restore", "-", stdin=ANNAS)
    assert sorted(folder.name for folder in (shell.home / "athletes").iterdir()) == ["anna", "ben"]
    assert json.loads(shell("--athlete", "ben", "export").out)["athlete"]["name"] == "ben"


def test_whose_log_must_be_said_where_there_are_several(shell: Shell) -> None:
    shell("restore", "-", stdin=ANNAS)
    shell("--athlete", "ben", "restore", "-", stdin=ANNAS)
    answer = shell("week")
    assert (answer.code, answer.out) == (2, "")
    assert "anna, ben" in answer.err


@pytest.mark.parametrize("reply", ["y", "n"])
def test_at_a_terminal_it_asks_before_it_replaces(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reply: str
) -> None:
    asked: list[str] = []

    def confirm(question: str, **_: Any) -> None:
        asked.append(question)
        if reply == "n":
            raise KeyboardInterrupt

    shell.holds(run("2026-05-20 07:00"))
    (tmp_path / "anna.json").write_bytes(ANNAS)
    monkeypatch.setattr("click.confirm", confirm)
    monkeypatch.setattr("tui.commands.transfer.at_a_terminal", lambda: True)
    answer = shell("restore", str(tmp_path / "anna.json"))
    assert asked == ["Replace the log of anna, 1 logged and 0 planned sessions? A backup of it is kept."]
    assert answer.code == (0 if reply == "y" else 130)
    assert len(shell.log().logged) == (429 if reply == "y" else 1)


def test_yes_is_not_asked(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.holds(run("2026-05-20 07:00"))
    (tmp_path / "anna.json").write_bytes(ANNAS)
    monkeypatch.setattr("tui.commands.transfer.at_a_terminal", lambda: True)
    assert shell("restore", "--yes", str(tmp_path / "anna.json")).code == 0


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "not JSON"),
        (b"{}", 'a log says "legday": 1'),
        (b'{"legday": 2}', "stdin: a newer legday wrote this. Update legday to read it; nothing has changed."),
        (b'{"legday": 1, "athlete": {"name": "anna", "agee": 4}}', 'unknown field "agee"'),
        (b'{"legday": 1, "logged": [{"id": "a", "kind": "run", "start": "2026-06-01T07:00:00Z", "rpe": 11}]}', "rpe"),
    ],
)
def test_what_is_no_log_changes_nothing(shell: Shell, data: bytes, line: str) -> None:
    shell.holds(run("2026-05-20 07:00"))
    before = shell("export").out
    answer = shell("restore", "-", stdin=data)
    assert (answer.code, answer.out) == (2, "")
    assert line in answer.err
    assert answer.err.count("\n") == 1
    assert shell("export").out == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"legday": 1,\n}', "line 2, column 1: not JSON here: "),
        ('{"legday": 1, "athlete": {"nam": "a"}}', 'athlete: unknown field "nam"; did you mean "name"?'),
    ],
)
def test_of_a_broken_file_its_name_is_said_and_what_to_do(shell: Shell, tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "anna.json"
    file.write_text(text)
    answer = shell("restore", str(file))
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith(f"legday: {file}: {said}")
    assert answer.err.endswith(" Mend that, or restore another export; nothing has changed.\n")


@pytest.mark.parametrize("name", ["../anna", "a/b", ".", "con"])
def test_a_name_that_is_no_folder(shell: Shell, name: str) -> None:
    data = json.dumps({"legday": 1, "athlete": {"name": name}}).encode()
    answer = shell("restore", "-", stdin=data)
    assert answer.code == 2
    assert "cannot be an athlete's name" in answer.err
    assert not (shell.home.parent / "anna").exists()


def test_a_file_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    answer = shell("restore", str(tmp_path / "none.json"))
    assert answer.code == 2
    assert answer.err == f"legday: {tmp_path / 'none.json'}: No such file or directory\n"


def test_a_place_that_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    answer = shell("export", "-o", str(tmp_path / "no" / "folder.json"))
    assert answer.code == 2
    assert answer.err.count("\n") == 1


def test_the_schema(shell: Shell) -> None:
    assert shell("schema").json == json.loads(json.dumps(schema()))


def test_an_export_that_finds_no_room_leaves_the_one_before_whole(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("the export before")
    shell("restore", "-", stdin=ANNAS)
    with no_file_longer_than(2000):
        answer = shell("export", "-o", str(out))
    assert (answer.code, out.read_text()) == (2, "the export before")
    assert "out.json could not be saved: the file may not grow any more" in answer.err
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


def test_an_export_goes_to_where_a_link_leads_and_into_what_is_no_file(shell: Shell, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to(real)
    shell("restore", "-", stdin=ANNAS)
    assert shell("export", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert real.read_bytes() == ANNAS
    assert shell("export", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()
    assert shell("export", "-o", str(tmp_path / "no" / "out.json")).err.endswith("Mend that and try again.\n")


def test_an_export_opens_to_nobody_what_was_its_owners_alone(shell: Shell, tmp_path: Path) -> None:
    shell.holds(run("2026-05-30 07:00"))
    out = tmp_path / "out.json"
    out.touch(mode=0o600)
    assert shell("export", "-o", str(out)).code == 0
    assert (len(json.loads(out.read_text())["logged"]), out.stat().st_mode & 0o777) == (1, 0o600)


def test_an_export_goes_into_a_pipe_that_is_named_as_a_file(shell: Shell) -> None:
    shell.holds(run("2026-05-30 07:00"))
    out, into = os.pipe()
    with os.fdopen(out, "rb") as read:
        answer = shell("export", "-o", f"/dev/fd/{into}")
        os.close(into)
        assert (answer.code, answer.err) == (0, "")
        assert len(json.loads(read.read())["logged"]) == 1
