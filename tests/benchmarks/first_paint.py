"""Start to first paint with ten years of log, against a bare Textual app: medians taken in turn, and their ratio.

python -m tests.benchmarks.first_paint [runs]
"""

import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import pexpect

NOW = datetime(2026, 6, 3, 12, tzinfo=UTC)
# Made in a process of its own: a large one that starts others makes them all slower.
FILL = """
import sys
from pathlib import Path
from data.store.home import Home
from tests.benchmarks.first_paint import NOW
from tests.big_log import ten_years

Home(Path(sys.argv[1])).open_logbook("runner", lambda: NOW).replace(ten_years(NOW, "UTC"))
"""
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("painted")

Bare().run()
"""


def seconds_to(pattern: str, command: list[str], env: dict[str, str]) -> float:
    """From the start of the program to the text on its terminal, at 80×24."""
    began = time.perf_counter()
    child = pexpect.spawn(command[0], command[1:], env={**os.environ, **env}, dimensions=(24, 80), timeout=20)
    child.expect(pattern)
    took = time.perf_counter() - began
    child.close(force=True)
    return took


def main(runs: int = 15) -> None:
    """Print both medians and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-c", FILL, folder], check=True)
        # As an installation has it: a module edited since it was last compiled would be compiled at every start.
        for package in ("data", "tui"):
            compileall.compile_dir(Path(__file__).parents[2] / package, quiet=1)
        env = {"LEGDAY_HOME": folder, "LEGDAY_NOW": NOW.isoformat(), "TERM": "xterm-256color"}
        python = sys.executable
        bare, ours = [], []
        for _ in range(runs + 1):
            bare.append(seconds_to("painted", [python, "-c", BARE], env))
            ours.append(seconds_to("week 23", [python, "-m", "tui"], env))
    a, b = statistics.median(bare[1:]), statistics.median(ours[1:])
    print(f"bare Textual app {a * 1000:.0f} ms, legday with ten years of log {b * 1000:.0f} ms: ratio {b / a:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
