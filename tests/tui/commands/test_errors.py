"""Every error is one line on stderr and an exit code, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import run
from tests.tui.commands.conftest import Shell

ROOT = Path(__file__).parents[3]


def test_a_command_that_is_none(shell: Shell) -> None:
    answer = shell("wek")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "legday: No such command 'wek'; did you mean week? `legday --help` lists them all\n"
    assert shell("xyz").err == "legday: No such command 'xyz'; `legday --help` lists them all\n"
    near = "legday: No such command 'gran'; did you mean grant? `legday access --help` lists them all\n"
    assert shell("access", "gran", "kim").err == near


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["restore"], "Missing argument 'FILE'; `legday restore --help` says how"),
        (["restore", "a", "b"], "Got unexpected extra argument (b); `legday restore --help` says how"),
        (["access", "grant"], "Missing argument 'NAME'; `legday access grant --help` says how"),
        (["check", "--from"], "Option '--from' requires an argument; `legday COMMAND --help` says how"),
    ],
)
def test_a_command_that_is_not_used_as_it_can_be_says_where_help_is(shell: Shell, words: list[str], said: str) -> None:
    answer = shell(*words)
    assert (answer.code, answer.out, answer.err) == (2, "", f"legday: {said}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--foo"], "; `legday --help` says how\n"),
        (["live", "--foo"], "; `legday live --help` says how\n"),
        (["export", "--format", "csv"], "'csv' is not 'json'; `legday export --help` says how\n"),
        (["explain", "foo"], "; `legday explain --help` says how\n"),
    ],
)
def test_so_does_an_option_or_a_choice_that_is_none(shell: Shell, words: list[str], said: str) -> None:
    answer = shell(*words)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert answer.err.endswith(said)


def test_what_legday_itself_says_stands_alone(shell: Shell) -> None:
    assert "--help" not in shell("week", "blah").err


def test_a_clock_that_is_none(shell: Shell) -> None:
    shell.set(LEGDAY_NOW="noon")
    answer = shell("today")
    assert answer.code == 2
    assert answer.err == 'legday: LEGDAY_NOW: "noon" is no moment; write one such as 2026-06-01T12:00:00+02:00\n'


def test_a_home_that_is_a_file(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = shell("--home", str(tmp_path / "file"), "week")
    assert answer.code == 2
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("command", ["week", "check", "export"])
def test_a_log_that_cannot_be_read_is_left_as_it_is(shell: Shell, command: str) -> None:
    shell.holds(run("2026-06-01 07:00"))
    (file,) = shell.home.glob("athletes/anna/log-2026.json")
    file.write_text('{"logged": {"half a doc')
    answer = shell(command)
    assert (answer.code, answer.out) == (2, "")
    assert "log-2026.json" in answer.err
    assert answer.err.count("\n") == 1
    assert file.read_text() == '{"logged": {"half a doc'


def test_bad_settings_are_told_and_do_not_stop(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "config.toml").write_text('them = "dark"\n')
    answer = shell("today")
    assert answer.code == 0
    assert "theme" in answer.err
    assert answer.err.count("\n") == 1


def test_an_athlete_who_is_none(shell: Shell) -> None:
    shell.holds(run("2026-06-01 07:00"))
    answer = shell("--athlete", "ana", "week")
    assert (answer.code, answer.out) == (2, "")
    assert "there is one of anna" in answer.err


def break_it(*_: Any, **__: Any) -> None:
    raise RuntimeError("boom\x1b[31m")


def test_what_should_not_happen(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.commands.check.back_to_backs", break_it)
    answer = shell("check")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "legday: this should not happen (RuntimeError: boom␛[31m). LEGDAY_DEBUG=1 shows where; please report it\n"
    )


def test_where_is_shown_to_who_asks(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.commands.check.back_to_backs", break_it)
    shell.set(LEGDAY_DEBUG="1")
    with pytest.raises(RuntimeError):
        shell("check")


def test_the_app_needs_a_terminal(shell: Shell) -> None:
    for words in ((), ("live",), ("demo",)):
        answer = shell(*words)
        assert answer.code == 2
        assert "the app needs a terminal" in answer.err
    assert not shell.home.exists()


def test_a_reader_that_goes_away(shell: Shell) -> None:
    shell.holds(*(run(f"2026-05-{day:02} 07:00", notes="long " * 2000) for day in range(1, 30)))
    line = f"{sys.executable} -m tui export | head -c 1"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, cwd=ROOT, env=dict(os.environ))
    assert (done.stdout, done.stderr) == ("{", "")


def test_a_terminal_that_lacks_letters_gets_question_marks(shell: Shell) -> None:
    shell.holds(run("2026-06-01 07:00", title="Läufe"))
    env = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "tui", "week"], capture_output=True, cwd=ROOT, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"? L\xe4ufe" in done.stdout
