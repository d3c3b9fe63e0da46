"""The best week with the fewest moves, against one look at the same week for what is back to back.

python -m tests.benchmarks.arrange [weeks]
"""

import statistics
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import get_args

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Athlete, PlannedSession, RunType, Session, Spacing
from data.rules.arrange import arrange
from data.rules.spacing import pairs
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
NOW = moment("2026-05-31 12:00")
RUN_TYPES: Sequence[RunType] = [each for each in get_args(RunType) if each != "race"]
MINUTES = (30, 45, 60, 90, 120)


def week(random: Random, runs: int, lifts: int) -> list[Session]:
    """A week of runs and lifts on days at random, with a few sessions before and after it."""
    sessions: list[Session] = [
        planned_run(at(random, day), random.choice(MINUTES), type=random.choice(RUN_TYPES), id=f"run {day}")
        for day in random.sample(range(7), runs)
    ]
    sessions += [
        planned_lift(at(random, day), 45, template=random.choice(list(CATALOGUE.templates)), id=f"lift {day}")
        for day in random.sample(range(7), lifts)
    ]
    sessions += [run(at(random, -day), type=random.choice(RUN_TYPES), id=f"run before {day}") for day in (1, 3, 6, 13)]
    sessions += [lift(at(random, -day), rpe=7, id=f"lift before {day}") for day in (2, 5, 9, 12)]
    return [*sessions, planned_run(at(random, 8), type="tempo", id="tempo after")]


def at(random: Random, day: int) -> str:
    """A time of that day of the week: before work, at noon or after work."""
    return f"{WEEK.start + timedelta(day)} {random.choice(['06:30', '07:00', '12:00', '18:00'])}"


def timed(sessions: Sequence[Session], who: Athlete, runs: int) -> tuple[float, float]:
    """Milliseconds to arrange the week with its lifts and so many of its runs free to move, and to look at it once."""
    plans = [each for each in sessions if isinstance(each, PlannedSession)]
    moving = [each.id for each in plans if each.kind == "strength"]
    moving += [each.id for each in plans if each.kind == "run"][:runs]
    began = time.perf_counter()
    arrange(WEEK, sessions, who, CATALOGUE, (), NOW, moving)
    between = time.perf_counter()
    pairs(sessions, who, CATALOGUE, (), NOW)
    return (between - began) * 1000, (time.perf_counter() - between) * 1000


def report(name: str, cases: Sequence[tuple[list[Session], Athlete, int]]) -> None:
    """Print the middle and the slowest of these weeks, and the ratio to a look at them."""
    both = [timed(*case) for case in cases]
    times = sorted(arranging for arranging, _ in both)
    ratio = statistics.median(arranging / looking for arranging, looking in both)
    slow = sum(each > 300 for each in times)
    print(
        f"{name}: median {statistics.median(times):.1f} ms, one in ten over {times[len(times) * 9 // 10]:.1f} ms, "
        f"slowest {times[-1]:.1f} ms, over 300 ms {slow} of {len(times)}; {ratio:.0f} looks at the week"
    )


def main(weeks: int = 100) -> None:
    """Print a line for usual weeks and one for the widest, each for both kinds of spacing."""
    timed(week(Random(0), 5, 2), athlete(), 0)
    spacings: Sequence[Spacing] = get_args(Spacing)
    for spacing in spacings:
        who = athlete(spacing=spacing)
        random = Random(1)
        report(f"2 lifts, 5 fixed runs, {spacing}", [(week(random, 5, 2), who, 0) for _ in range(weeks)])
        report(f"3 lifts, 5 fixed runs, {spacing}", [(week(random, 5, 3), who, 0) for _ in range(weeks)])
        many = [(week(random, random.randint(3, 7), 3), who, 3) for _ in range(weeks)]
        report(f"3 lifts and 3 runs that move, up to 4 fixed, {spacing}", many)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
