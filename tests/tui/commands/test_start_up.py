"""What a command loads: no screen where it opens none, and no more than it needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import planned_lift, planned_run
from tests.tui.commands.conftest import Shell

ROOT = Path(__file__).parents[3]
PROGRAM = """
import json, sys
from tui.__main__ import run
code = run(json.loads(sys.argv[1]))
print(json.dumps({"code": code, "loaded": sorted({name.partition(".")[0] for name in sys.modules})}), file=sys.stderr)
"""


def loaded_by(*words: str) -> tuple[int, set[str]]:
    """The exit code of a command in a fresh Python, and the packages in memory after it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(words)],
        capture_output=True, text=True, cwd=ROOT, env=dict(os.environ), stdin=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    told = json.loads(done.stderr.splitlines()[-1])
    return told["code"], set(told["loaded"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check",), 1),
        (("check", "--json"), 1),
        (("week",), 0),
        (("week", "--json"), 0),
        (("today",), 0),
        (("plan",), 0),
        (("roster",), 0),
        (("explain", "week", "load"), 0),
        (("add", "run 5k 25:00 easy"), 0),
        (("export",), 0),
        (("schema",), 0),
        (("completion", "zsh"), 0),
        (("--help",), 0),
        (("import", "none.fit"), 1),
    ],
)
def test_commands_load_no_screen(shell: Shell, words: tuple[str, ...], code: int) -> None:
    shell.holds(planned_lift("2026-06-01 18:00"), planned_run("2026-06-02 07:00", type="intervals"))
    done, loaded = loaded_by(*words)
    assert done == code
    assert not {"textual", "rich"} & loaded
    assert "click" in loaded


def test_check_loads_no_importer(shell: Shell) -> None:
    _, loaded = loaded_by("check")
    assert not {"fitdecode", "tomlkit"} & loaded


def test_the_version(shell: Shell) -> None:
    answer = shell("--version")
    assert answer.code == 0
    assert answer.out.startswith("legday")


def test_the_help_lists_every_command(shell: Shell) -> None:
    told = shell("--help").out
    for name in ("add", "check", "completion", "demo", "export", "import", "live", "plan", "restore", "schema", "week"):
        assert f"\n  {name}" in told
        assert shell(name, "--help").code == 0


def test_the_machines_zone(shell: Shell) -> None:
    program = "from tui.clock import local_zone; print(local_zone())"
    for zone, known in (("Europe/Berlin", "Europe/Berlin"), ("America/New_York", "America/New_York")):
        env = os.environ | {"TZ": zone}
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env=env)
        assert done.stdout.strip() == known
