"""Export and restore: the whole log out and in again, the same."""

from collections.abc import Callable
from datetime import date

from data.calendar import Days
from data.formats.interchange import Log, read_log, write_log
from data.model import Accepted, Comment
from data.store.logbook import Logbook
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets

ALWAYS = Days(date.min, date.max)
Reopen = Callable[[], Logbook]
LOG = Log(
    athlete=athlete(bodyweight_kg=61.5),
    planned=(planned_lift("2025-12-31 18:00"), planned_run("2026-06-02 morning", type="tempo")),
    logged=(run("2025-01-01 07:00", rpe=4), lift("2026-06-01 18:00", exercises=sets("row", 2, reps=8, kg=20))),
    accepted=(Accepted(first="a", second="b", reason="", at=moment("2026-06-01 18:00"), seal="…"),),
    comments=(Comment(id="c", about="a", author="kim", at=moment("2026-06-01 18:00"), text="well done"),),
)


def test_a_restored_log_is_exported_the_same(logbook: Logbook, reopen: Reopen) -> None:
    logbook.replace(LOG)
    assert reopen().everything() == LOG
    exported = write_log(reopen().everything())
    reopen().replace(read_log(exported))
    assert write_log(reopen().everything()) == exported


def test_a_restore_takes_the_place_of_all_that_was_and_can_be_undone(logbook: Logbook, reopen: Reopen) -> None:
    before = run("2024-02-29 07:00")
    logbook.save(before, "a run")
    logbook.replace(LOG)
    assert reopen().logged(ALWAYS) == list(LOG.logged)
    assert reopen().comments() == list(LOG.comments)
    logbook.undo()
    assert reopen().sessions(ALWAYS) == [before]
    assert reopen().accepted() == []


def test_a_restore_of_the_same_log_writes_nothing(logbook: Logbook, reopen: Reopen) -> None:
    logbook.replace(LOG)
    stamp = logbook.stamp()
    reopen().replace(LOG)
    assert logbook.stamp() == stamp
