"""Undo and redo: every change of this Logbook, back and forth, unless somebody else got there first."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.store.errors import Conflict
from data.store.logbook import Logbook
from tests.builders import athlete, planned_lift, planned_run, run

ALWAYS = Days(date.min, date.max)
Reopen = Callable[[], Logbook]


def test_a_change_of_many_sessions_is_undone_and_redone_whole(logbook: Logbook, reopen: Reopen) -> None:
    kept, dropped, new = planned_lift("2026-06-01 18:00"), planned_run("2026-06-02 07:00"), run("2025-12-31 07:00")
    logbook.change("a plan", save=[kept, dropped])
    locked = replace(kept, locked=True)
    logbook.change("the mending of the week", save=[locked, new], delete=[dropped.id])
    assert reopen().sessions(ALWAYS) == [new, locked]
    assert logbook.undo() == "the mending of the week"
    assert reopen().sessions(ALWAYS) == [kept, dropped]
    assert logbook.redo() == "the mending of the week"
    assert reopen().sessions(ALWAYS) == [new, locked]


def test_many_changes_of_one_session_are_undone_one_by_one(logbook: Logbook) -> None:
    session = run("2026-06-01 07:00")
    for note in ("one", "two", "three"):
        logbook.save(replace(session, notes=note), note)
    seen = []
    while logbook.undo():
        seen.append([one.notes for one in logbook.logged(ALWAYS)])
    assert seen == [["two"], ["one"], []]
    while logbook.redo():
        seen.append([one.notes for one in logbook.logged(ALWAYS)])
    assert seen[3:] == [["one"], ["two"], ["three"]]


def test_a_new_change_ends_the_redoing(logbook: Logbook) -> None:
    logbook.save(run("2026-06-01 07:00"), "one")
    logbook.undo()
    logbook.save(run("2026-06-02 07:00"), "two")
    assert logbook.redo() is None
    assert [one.id for one in logbook.logged(ALWAYS)] == ["run 2026-06-02 07:00"]


def test_the_profile_can_be_undone(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_athlete(athlete(level="solid"))
    logbook.save_athlete(athlete(level="strong"))
    logbook.undo()
    assert reopen().athlete.level == "solid"
    logbook.undo()
    assert reopen().is_new()


def test_a_profile_and_sessions_are_one_change(logbook: Logbook, reopen: Reopen) -> None:
    before, after, session = athlete(level="solid"), athlete(level="strong"), planned_lift("2026-06-01 18:00")
    logbook.save_athlete(before)
    logbook.change("the season", save=[session], athlete=after)
    assert (reopen().athlete, reopen().sessions(ALWAYS)) == (after, [session])
    assert logbook.undo() == "the season"
    assert (reopen().athlete, reopen().sessions(ALWAYS)) == (before, [])
    logbook.redo()
    assert (reopen().athlete, reopen().sessions(ALWAYS)) == (after, [session])


def test_what_somebody_else_changed_is_not_undone(logbook: Logbook, reopen: Reopen) -> None:
    mine, other = run("2026-06-01 07:00", notes="mine"), run("2026-06-02 07:00")
    logbook.change("two runs", save=[mine, other])
    reopen().save(replace(mine, notes="theirs"), "a note")
    with pytest.raises(Conflict, match="changed elsewhere"):
        logbook.undo()
    assert [one.notes for one in reopen().logged(ALWAYS)] == ["theirs", ""]


def test_what_somebody_else_deleted_or_brought_back_is_not_redone(logbook: Logbook, reopen: Reopen) -> None:
    session = run("2026-06-01 07:00")
    logbook.save(session, "a run")
    logbook.undo()
    reopen().save(replace(session, notes="theirs"), "the run after all")
    with pytest.raises(Conflict):
        logbook.redo()
    assert reopen().find(session.id) == replace(session, notes="theirs")


def test_changes_of_other_sessions_are_no_obstacle(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save(run("2026-06-01 07:00"), "mine")
    reopen().save(run("2026-06-02 07:00"), "theirs")
    assert logbook.undo() == "mine"
    assert [one.id for one in logbook.logged(ALWAYS)] == ["run 2026-06-02 07:00"]


def test_a_profile_that_was_changed_elsewhere_meanwhile_is_not_overwritten(logbook: Logbook, reopen: Reopen) -> None:
    unsaved = logbook.athlete
    reopen().save_athlete(athlete(name="theirs"))
    with pytest.raises(Conflict):
        logbook.save_athlete(athlete(name="ours"), seen=unsaved)
    theirs = logbook.athlete
    assert theirs.name == "theirs"
    logbook.save_athlete(athlete(name="ours"), seen=theirs)
    with pytest.raises(Conflict):
        reopen().change("a season", save=[run("2026-06-01 07:00")], athlete=athlete(name="late"), seen=[theirs])
    assert (reopen().athlete.name, reopen().logged(ALWAYS)) == ("ours", [])


def test_the_first_profile_is_saved_over_none(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_athlete(athlete(name="ours"), seen=logbook.athlete)
    assert reopen().athlete.name == "ours"
