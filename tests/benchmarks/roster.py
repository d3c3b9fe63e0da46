"""The roster of 200 athletes with two years of log each, against reading the JSON of one athlete's year.

python -m tests.benchmarks.roster [athletes]
"""

import asyncio
import json
import shutil
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.store.home import Home
from tests.big_log import ten_years
from tui.app import LegdayApp
from tui.club import Club
from tui.screens.roster import RosterScreen

NOW = datetime(2026, 6, 3, 12, tzinfo=UTC)
_SIZE = (80, 24)
_ROUNDS = 5


def fill(folder: Path, athletes: int) -> Club:
    """A club whose athletes have two years of log: a thousand sessions, and a plan from this week on."""
    home = Home(folder)
    log = ten_years(NOW, "UTC")
    lately = tuple(each for each in log.logged if each.start >= NOW - timedelta(730))
    home.open_logbook("runner 000", lambda: NOW, new=True).replace(replace(log, logged=lately))
    for number in range(1, athletes):
        shutil.copytree(folder / "athletes/runner 000", folder / f"athletes/runner {number:03}")
    names = home.athletes()
    return Club(home, "kim", lambda: NOW, load_catalogue(), lambda: names, lambda _: "view", lambda _: None)


def raw(folder: Path) -> float:
    """Seconds that the plain reading of one year of one athlete's JSON takes."""
    path = next((folder / "athletes/runner 000").glob("log-2025.json"))
    began = time.perf_counter()
    json.loads(path.read_bytes())
    return time.perf_counter() - began


async def shown(club: Club) -> tuple[float, float]:
    """Seconds from the start of the app to the first names on the screen, and to every line."""
    began = time.perf_counter()
    app = LegdayApp(club.at_the_door(), "roster", club)
    async with app.run_test(size=_SIZE) as pilot:
        assert isinstance(app.screen, RosterScreen)
        first = time.perf_counter() - began
        while len(app.screen._lines) < len(club.names()):
            await asyncio.sleep(0.01)
        last = time.perf_counter() - began
        await pilot.pause()
    return first, last


def main(athletes: int = 200) -> None:
    """Print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        club = fill(Path(folder), athletes)
        asyncio.run(shown(club))
        rounds = [(raw(Path(folder)), *asyncio.run(shown(club))) for _ in range(_ROUNDS)]
    one, first, last = (statistics.median(times) * 1000 for times in zip(*rounds, strict=True))
    print(f"a year as JSON {one:.1f} ms, first rows after {first:.0f} ms, all {athletes} lines after {last:.0f} ms")
    print(f"ratios: an athlete's line to the JSON of a year {(last - first) / athletes / one:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
