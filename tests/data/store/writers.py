"""Programs that write to a log, each in a process of its own, and say what is on the disk."""

import multiprocessing
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from data.live.lift import LiveLift
from data.live.run import LiveRun
from data.model import LoggedSet, Session
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import lift, moment, planned_lift, planned_run, run
from tests.data.store.under_way import live

PROCESSES: Final = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])
SET: Final = LoggedSet(kg=80, reps=5)


def start(target: Callable[..., None], *args: Any) -> tuple[BaseProcess, Connection]:
    """A process that runs the function, and the end of the pipe that it reports through."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=target, args=(*args, there))
    process.start()
    there.close()
    return process, here


def train_for_ever(folder: Path, run_number: int, report: Connection) -> None:
    """Lift set by set and save other sessions in between, in two years, and report each as soon as its call returned.

    A report is ("sets", id, how many), ("done", id) or ("session", id, year).
    """
    now = moment("2026-01-01 12:00") + timedelta(days=run_number)
    logbook = Logbook(FilesBackend(folder), lambda: now)
    chance, number = random.Random(run_number), 0
    under_way = logbook.live()
    lifting = under_way if isinstance(under_way, LiveLift) else None
    while True:
        number += 1
        name = f"{run_number:03}-{number:03}"
        if lifting is None:
            lifting = _begun(logbook, name)
        done = len(lifting.exercises[0].done)
        if done < 3:
            lifting = replace(lifting, exercises=(replace(lifting.exercises[0], done=(SET,) * (done + 1)),))
            logbook.save_live(lifting)
            report.send(("sets", lifting.id, done + 1))
        else:
            logbook.finish_live(lift("2026-01-01 18:00", id=lifting.id, plan_id=lifting.plan_id))
            report.send(("done", lifting.id))
            lifting = None
        _save_one(logbook, name, chance, report)


def _begun(logbook: Logbook, name: str) -> LiveLift:
    logbook.save(planned_lift("2026-01-01 18:00", id=f"plan {name}"), "a plan")
    return replace(live(), id=f"lift {name}", plan_id=f"plan {name}")


def _save_one(logbook: Logbook, name: str, chance: random.Random, report: Connection) -> None:
    year = chance.choice([2025, 2026])
    day = {2025: "2025-12-31", 2026: "2026-01-01"}
    makers: tuple[Callable[..., Session], ...] = (run, planned_run)
    make = chance.choice(makers)
    logbook.save(make(f"{day[year]} 07:00", id=name), "a session")
    report.send(("session", name, year))
    if chance.random() < 0.5:
        logbook.save(make(f"{day[4051 - year]} 07:00", id=name), "over New Year")
        report.send(("session", name, 4051 - year))


def run_laps(folder: Path, under_way: LiveRun, report: Connection) -> None:
    """Begin the run without laps, or go on with it; end lap after lap, and report the marks that are saved."""
    logbook = Logbook(FilesBackend(folder), lambda: under_way.start)
    live = logbook.live()
    run_on = live if isinstance(live, LiveRun) else replace(under_way, marks=())
    while True:
        run_on = replace(run_on, marks=(*run_on.marks, len(run_on.marks) * 200 + 200.5))
        logbook.save_live(run_on)
        report.send(run_on.marks)


def save_sessions(folder: Path, writer: int, count: int, now: datetime, report: Connection) -> None:
    """Save so many sessions of one year, one by one."""
    logbook = Logbook(FilesBackend(folder), lambda: now)
    for number in range(count):
        logbook.save(run("2026-06-01 07:00", id=f"{writer}-{number}"), "a run")
    report.send("done")
