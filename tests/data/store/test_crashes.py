"""Programs that are killed, and programs that write at the same time: nothing is unreadable, nothing is lost.

LEGDAY_KILLS says how many programs are killed, 25 unless said:
LEGDAY_KILLS=300 pytest -n0 tests/data/store/test_crashes.py
"""

import os
import random
import time
from datetime import date
from pathlib import Path

from data.calendar import Days
from data.live.lift import LiveLift
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.data.store.conftest import Clock
from tests.data.store.writers import save_sessions, start, train_for_ever

ALWAYS = Days(date.min, date.max)
KILLS = int(os.environ.get("LEGDAY_KILLS", "25"))


class Reported:
    """What the killed programs said was on the disk."""

    def __init__(self) -> None:
        self.years: dict[str, int] = {}
        self.cut_short: set[str] = set()  # sessions that the killed programs may have moved without saying so
        self.done: set[str] = set()
        self.sets: dict[str, int] = {}

    def hear(self, report: tuple[str, str, int]) -> None:
        match report:
            case ("sets", name, count):
                self.sets[name] = count
            case ("done", name):
                self.done.add(name)
            case ("session", name, year):
                self.years[name] = year


def kill_one(folder: Path, number: int, chance: random.Random, reported: Reported) -> None:
    """Start a program that writes, and kill it after a few of its writes."""
    process, reports = start(train_for_ever, folder, number)
    for _ in range(chance.randrange(1, 12)):
        reported.hear(reports.recv())
    time.sleep(chance.random() * 0.01)  # into the midst of the next write, wherever that may be
    process.kill()
    process.join()
    try:
        while True:
            reported.hear(reports.recv())
    except EOFError:
        reports.close()
    reported.cut_short.update(list(reported.years)[-1:])


def check(folder: Path, reported: Reported, clock: Clock) -> None:
    logbook = Logbook(FilesBackend(folder), clock)
    held = logbook.sessions(ALWAYS)  # reads and validates every file of both years
    years = {one.id: one.start.year for one in held}
    assert len(years) == len(held)
    assert reported.done <= years.keys()
    assert reported.years.keys() <= years.keys()
    assert all(years[name] == year for name, year in reported.years.items() if name not in reported.cut_short)
    lifting = logbook.live()
    for name, count in reported.sets.items():
        if name not in years:
            assert isinstance(lifting, LiveLift)
            assert (lifting.id, len(lifting.exercises[0].done) >= count) == (name, True)
    for plan in logbook.planned(ALWAYS):
        if plan.id.startswith("plan "):
            assert (plan.status == "done") == (plan.id.replace("plan", "lift") in years)


def test_no_acknowledged_set_or_session_is_lost_to_a_kill(folder: Path, clock: Clock) -> None:
    chance, reported = random.Random(7), Reported()
    for number in range(KILLS):
        kill_one(folder, number, chance, reported)
        check(folder, reported, clock)
    assert len(reported.years) >= KILLS
    assert reported.done
    assert not list(folder.glob(".*.tmp"))


def test_four_programs_that_save_a_hundred_sessions_each_save_four_hundred(folder: Path, clock: Clock) -> None:
    programs = [start(save_sessions, folder, writer, 100, clock.now) for writer in range(4)]
    assert [reports.recv() for _, reports in programs] == ["done"] * 4
    for process, _ in programs:
        process.join()
    assert len(Logbook(FilesBackend(folder), clock).logged(ALWAYS)) == 400
