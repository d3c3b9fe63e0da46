"""A run under way stands where a lift does: there after any kind of end, logged once, never beside another session."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.live.run import LiveRun, Pause, RunStep
from data.store.errors import Conflict
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import BERLIN, moment, planned_run, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import live
from tests.data.store.writers import run_laps, start

ALWAYS = Days(date.min, date.max)
KILLS = 8
Reopen = Callable[[], Logbook]
PLAN = planned_run("2026-06-01 18:00", type="intervals", title="6x800m")
UNDER_WAY = LiveRun(
    id="run",
    start=moment("2026-06-01 18:00"),
    zone=BERLIN,
    title="6x800m",
    marks=(200, 290.5),
    steps=(RunStep("work", metres=800, target_s_per_km=250), RunStep("recovery", seconds=90), RunStep("cooldown")),
    pauses=(Pause(moment("2026-06-01 18:10"), moment("2026-06-01 18:11")), Pause(moment("2026-06-01 18:12"))),
    type="intervals",
    plan_id=PLAN.id,
    minutes=60,
)
DONE = run("2026-06-01 18:00", 55, id="run", type="intervals", title="6x800m", plan_id=PLAN.id)


def test_every_lap_saved_is_there_for_the_next_program(logbook: Logbook, reopen: Reopen) -> None:
    for marks in ((), (200,), (200, 290.5)):
        logbook.save_live(replace(UNDER_WAY, marks=marks))
        assert logbook.live() == replace(UNDER_WAY, marks=marks)
        assert reopen().live() == replace(UNDER_WAY, marks=marks)


def test_to_finish_logs_it_marks_its_plan_done_and_can_be_undone(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save(PLAN, "a plan")
    logbook.save_live(UNDER_WAY)
    logbook.finish_live(DONE)
    after = reopen()
    assert after.logged(ALWAYS) == [DONE]
    assert after.planned(ALWAYS) == [replace(PLAN, status="done")]
    assert after.live() is None
    assert logbook.undo() == "the end of 6x800m"
    assert reopen().live() == UNDER_WAY
    assert reopen().logged(ALWAYS) == []


def test_to_give_up_can_be_undone(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(UNDER_WAY)
    logbook.drop_live()
    assert reopen().live() is None
    assert logbook.undo() == "giving up 6x800m"
    assert reopen().live() == UNDER_WAY
    logbook.save_live(replace(UNDER_WAY, marks=(200, 290.5, 500)))
    assert reopen().live() == replace(UNDER_WAY, marks=(200, 290.5, 500))


def test_a_run_and_a_lift_are_never_under_way_together(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(UNDER_WAY)
    with pytest.raises(Conflict):
        reopen().save_live(live())
    logbook.drop_live()
    logbook.save_live(live())
    with pytest.raises(Conflict):
        reopen().save_live(UNDER_WAY)
    assert reopen().live() == live()


def test_a_run_that_went_on_elsewhere_is_not_overwritten(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(UNDER_WAY)
    phone = reopen()
    phone.live()
    phone.save_live(replace(UNDER_WAY, marks=(200, 290.5, 500)))
    with pytest.raises(Conflict, match="elsewhere"):
        logbook.save_live(replace(UNDER_WAY, marks=(200,)))
    with pytest.raises(Conflict, match="elsewhere"):
        logbook.finish_live(DONE)
    assert reopen().live() == replace(UNDER_WAY, marks=(200, 290.5, 500))


def test_no_acknowledged_lap_is_lost_to_a_kill(folder: Path, clock: Clock) -> None:
    marks: tuple[float, ...] = ()
    for number in range(KILLS):
        process, reports = start(run_laps, folder, UNDER_WAY)
        for _ in range(number % 4 + 1):
            marks = reports.recv()
        process.kill()
        process.join()
        try:
            while True:
                marks = reports.recv()
        except EOFError:
            reports.close()
        under_way = Logbook(FilesBackend(folder), clock).live()
        assert isinstance(under_way, LiveRun)
        # The lap that was being written when the program was killed may be there too.
        assert under_way.marks[: len(marks)] == marks
        assert len(under_way.marks) <= len(marks) + 1
        assert replace(under_way, marks=UNDER_WAY.marks) == UNDER_WAY
        marks = under_way.marks
    assert len(marks) >= KILLS
