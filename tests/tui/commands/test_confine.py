"""What is left to a process that serves a coach: asked of such a process, as its limits are for good."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = """
import json, os, resource, signal, sys
from pathlib import Path
from tui.commands.confine import confine
confine("command", writes=sys.argv[1] == "writes")
try:
    (Path(sys.argv[2]) / "file").write_bytes(b"x")
    error = None
except OSError as failed:
    error = type(failed).__name__
os.kill(os.getpid(), signal.SIGTSTP)  # would stop here for good
print(json.dumps({
    "environment": dict(os.environ), "error": error, "core": resource.getrlimit(resource.RLIMIT_CORE),
    "umask": os.umask(0), "files": resource.getrlimit(resource.RLIMIT_NOFILE)[1],
}))
"""
SENT = {
    "TERM": "xterm",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "COLORTERM": "x\x1b[2J",
    "TZ": "x" * 101,
    "LEGDAY_HOME": "/tmp",
    "LEGDAY_DEBUG": "1",
    "TEXTUAL": "devtools",
    "COLUMNS": "3",
    "EDITOR": "vi",
    "SSH_ORIGINAL_COMMAND": "week",
}


def confined(folder: Path, writes: str) -> Any:
    root = Path(__file__).parents[3]
    words = [sys.executable, "-c", PROGRAM, writes, str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, env=SENT, cwd=root, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_viewers_process_cannot_write_a_byte(tmp_path: Path) -> None:
    assert confined(tmp_path, "reads")["error"] == "OSError"
    assert (tmp_path / "file").read_bytes() == b""


def test_a_coachs_process_writes_for_its_owner_alone(tmp_path: Path) -> None:
    left = confined(tmp_path, "writes")
    assert (left["error"], left["umask"]) == (None, 0o077)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_only_what_the_terminal_is_like_is_left_of_the_environment(tmp_path: Path) -> None:
    left = confined(tmp_path, "reads")
    assert left["environment"] == {"TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    assert left["core"] == [0, 0]
    assert left["files"] <= 256


def test_it_lets_others_go_first() -> None:
    program = "import os; from tui.commands.confine import step_back; step_back(); print(os.nice(0))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Path(__file__).parents[3], timeout=60
    )
    assert (done.stdout, done.stderr) == (f"{min(19, os.nice(0) + 10)}\n", "")
