"""`legday completion`: scripts that make a shell complete commands, options and athletes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import athlete
from tests.tui.commands.conftest import Shell

ROOT = Path(__file__).parents[3]


def completed(line: str) -> list[str]:
    """What legday offers for the last word of the line."""
    words = {"_LEGDAY_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    done = subprocess.run(
        [sys.executable, "-m", "tui"], capture_output=True, text=True, cwd=ROOT, env=os.environ | words, check=True
    )
    return [each.partition(",")[2] for each in done.stdout.split()]


def test_commands_and_options(shell: Shell) -> None:
    assert completed("legday we") == ["week"]
    assert completed("legday ex") == ["explain", "export"]
    assert completed("legday explain ") == ["week", "day", "bests"]
    assert completed("legday check --u") == ["--until"]
    assert completed("legday completion z") == ["zsh"]
    assert completed("legday --a") == ["--athlete"]


def test_beside_a_command_stands_its_line_of_the_help(shell: Shell) -> None:
    env = os.environ | {"_LEGDAY_COMPLETE": "fish_complete", "COMP_WORDS": "legday se", "COMP_CWORD": "se"}
    done = subprocess.run([sys.executable, "-m", "tui"], capture_output=True, text=True, cwd=ROOT, env=env, check=True)
    assert "plain,season\tThe phases up to a race, and the lifts that they ask for.\n" in done.stdout


def test_athletes(shell: Shell) -> None:
    shell.holds(athlete=athlete(name="anna"))
    shell.holds(athlete=athlete(name="ben"))
    assert completed("legday --athlete a") == ["anna"]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_scripts(shell: Shell, name: str) -> None:
    answer = shell("completion", name)
    assert (answer.code, answer.err) == (0, "")
    assert f"_LEGDAY_COMPLETE={name}_complete" in answer.out
    assert "legday" in answer.out


def test_a_shell_that_is_none(shell: Shell) -> None:
    answer = shell("completion", "cmd")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on this machine")
def test_in_bash(shell: Shell, tmp_path: Path) -> None:
    program = tmp_path / "legday"
    program.write_text(f'#!/bin/sh\ncd "{ROOT}" && exec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    line = 'eval "$(legday completion bash)"; COMP_WORDS=(legday we); COMP_CWORD=1; _legday_completion legday;'
    line += ' echo "${COMPREPLY[@]}"'
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "--norc", "-c", line], capture_output=True, text=True, env=env)
    assert (done.stdout.strip(), done.stderr) == ("week", "")
