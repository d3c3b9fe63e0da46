"""Logging a set, against a bare write and fsync of the same live.json, with ten years of log and with an empty one.

python -m tests.benchmarks.log_a_set [sets]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from data.calendar import at
from data.catalogue import load_catalogue
from data.live.begin import begin
from data.live.lift import LiveLift, current_set
from data.live.steps import log_set
from data.model import PlannedSession
from data.store.home import Home
from data.store.logbook import Logbook
from tests.big_log import ten_years

NOW = datetime(2026, 6, 3, 12, tzinfo=UTC)


def timed(step: Callable[[], object]) -> float:
    """Seconds that one step takes."""
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def bare_write(path: Path, data: bytes) -> None:
    """The least that makes bytes durable."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def lift_under_way() -> LiveLift:
    """Gym A, half done."""
    plan = PlannedSession(
        id="plan", kind="strength", start=at(NOW.date(), NOW.time(), "UTC"), zone="UTC", template="gym_2day/A"
    )
    live = begin(plan, load_catalogue(), {}, NOW, "UTC")
    for _ in range(7):
        step = current_set(live)
        assert step is not None
        live = log_set(live, step, NOW)
    return live


def main(sets: int = 200) -> None:
    """Print the three medians and the ratios."""
    live = lift_under_way()
    with tempfile.TemporaryDirectory(dir=".") as folder:
        logbooks: dict[str, Logbook] = {}
        for name in ("empty", "decade"):
            logbooks[name] = Home(Path(folder, name)).open_logbook("runner", lambda: NOW)
        logbooks["decade"].replace(ten_years(NOW, "UTC"))
        for logbook in logbooks.values():
            logbook.save_live(live)
        written = next(Path(folder, "decade").rglob("live.json")).read_bytes()
        bare, empty, decade = [], [], []
        for _ in range(sets):
            bare.append(timed(lambda: bare_write(Path(folder, "bare.json"), written)))
            empty.append(timed(lambda: logbooks["empty"].save_live(live)))
            decade.append(timed(lambda: logbooks["decade"].save_live(live)))
    base, small, large = (statistics.median(times) * 1000 for times in (bare, empty, decade))
    print(f"bare write and fsync {base:.2f} ms, a set with an empty log {small:.2f} ms, with ten years {large:.2f} ms")
    print(f"ratios: ten years to bare {large / base:.2f}, ten years to empty {large / small:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
