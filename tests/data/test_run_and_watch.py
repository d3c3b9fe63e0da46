"""A run that was kept live and its recording from a watch, imported later, are one session, and keep its rating."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.calendar import Days
from data.formats.fit import read
from data.intake import take_in
from data.live.begin_run import begin_run
from data.live.run_changes import finish_run
from data.model import LoggedSession
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from data.units import Units
from tests.builders import athlete, moment, planned_run

SAMPLES = Path(__file__).parents[2] / "../shared/samples"
ALWAYS = Days(date.min, date.max)
NAMES = ["treadmill_12km.fit", "osaka_marathon.fit", "developer_fields_run.fit"]


def recording(name: str) -> tuple[bytes, LoggedSession]:
    """A watch's file, and the run in it."""
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"needs {path}")
    data = path.read_bytes()
    sessions, _ = read(data, name, "Europe/Berlin")
    return data, next(each for each in sessions if each.kind == "run")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("late", [0, 40, -40], ids=["together", "40 s later", "40 s earlier"])
def test_a_run_logged_live_and_its_file_become_one(name: str, late: int) -> None:
    data, watch = recording(name)
    began = watch.start + timedelta(seconds=late)
    logbook = Logbook(MemoryBackend(), lambda: moment("2026-06-01 12:00"))
    logbook.save_athlete(athlete())
    plan = planned_run(f"{began:%Y-%m-%d %H:%M}", type="long", id="plan")
    logbook.save(plan, "a plan")
    live = begin_run(plan, began, watch.zone or "Europe/Berlin", Units())
    logbook.save_live(live)
    ended = began + timedelta(minutes=float(watch.minutes or 0) + 1)
    logbook.finish_live(finish_run(live, 7, ended, 12_000))
    report = take_in(logbook, [(name, data)])
    assert (report.new, report.skipped, report.merged) == (0, 0, 1)
    (one,) = [each for each in logbook.logged(ALWAYS) if each.kind == "run"]
    assert (one.id, one.rpe, one.plan_id, one.distance_m) == (live.id, 7, "plan", 12_000)
    assert one.source == watch.source
    assert (one.hr_avg, one.hr_max, one.laps) == (watch.hr_avg, watch.hr_max, watch.laps)
    again = take_in(logbook, [(name, data)])
    assert (again.new, again.known, again.merged) == (0, 1, 0)
