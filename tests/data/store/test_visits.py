"""What others do in a log: the plan as a coach changed it and the way back, comments, and what was read of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from data.access import Role, Visitor
from data.calendar import Days
from data.model import PlannedSession
from data.store.backend import Backend
from data.store.errors import Conflict, StoreError
from data.store.logbook import Logbook
from tests.builders import athlete, planned_lift, planned_run, run
from tests.data.store.conftest import Clock

ALWAYS = Days(date.min, date.max)
LIFT = planned_lift("2026-06-02 18:00")
RUN = run("2026-06-01 07:00")
Connect = Callable[[], Backend]
Enter = Callable[[str, Role], Logbook]


@pytest.fixture
def coach(connect: Connect, clock: Clock) -> Enter:
    """The same log, for a visitor."""
    return lambda name, role: Logbook(connect(), clock, visitor=Visitor(name, role))


@pytest.fixture
def kim(coach: Enter, logbook: Logbook) -> Logbook:
    logbook.save_athlete(athlete())
    logbook.change("a plan", save=[LIFT, RUN])
    return coach("kim", "plan")


def both(logbook: Logbook) -> list[tuple[str, PlannedSession | None, PlannedSession | None]]:
    return [(one.by, one.before, one.after) for one in logbook.theirs(ALWAYS)]


def test_an_edit_is_shown_as_the_coachs_and_taken_back_in_a_later_run(
    kim: Logbook, logbook: Logbook, reopen: Callable[[], Logbook]
) -> None:
    later = replace(LIFT, locked=True)
    kim.save(later, "locking")
    assert logbook.changed_by(LIFT.id) == "kim"
    anna = reopen()
    assert both(anna) == [("kim", LIFT, later)]
    anna.take_back(anna.theirs(ALWAYS)[0])
    assert anna.find(LIFT.id) == LIFT
    assert both(anna) == []
    assert anna.undo() == "taking back what kim changed"
    assert anna.find(LIFT.id) == later


def test_what_the_athlete_had_last_is_kept_over_many_edits(kim: Logbook, logbook: Logbook) -> None:
    kim.save(replace(LIFT, notes="one"), "one")
    kim.save(replace(LIFT, notes="two"), "two")
    assert both(logbook) == [("kim", LIFT, replace(LIFT, notes="two"))]


def test_a_session_that_the_coach_added_is_taken_back_to_none(kim: Logbook, logbook: Logbook) -> None:
    new = planned_run("2026-06-03 07:00")
    kim.save(new, "a run")
    assert both(logbook) == [("kim", None, new)]
    logbook.take_back(logbook.theirs(ALWAYS)[0])
    assert logbook.find(new.id) is None
    assert both(logbook) == []


def test_a_session_that_the_coach_deleted_comes_back(kim: Logbook, logbook: Logbook) -> None:
    kim.save(replace(LIFT, notes="first edited"), "a note")
    kim.delete(LIFT.id, "the lift")
    assert both(logbook) == [("kim", LIFT, None)]
    assert logbook.changed_by(LIFT.id) is None
    logbook.take_back(logbook.theirs(ALWAYS)[0])
    assert logbook.find(LIFT.id) == LIFT


def test_a_move_into_another_year_is_taken_back(kim: Logbook, logbook: Logbook) -> None:
    moved = replace(LIFT, start=LIFT.start.replace(year=2027))
    kim.save(moved, "a move")
    june = Days(date(2026, 6, 1), date(2026, 7, 1))
    assert [one.after for one in logbook.theirs(june)] == [moved]
    logbook.take_back(logbook.theirs(june)[0])
    assert logbook.planned(ALWAYS) == [LIFT]


def test_added_and_deleted_again_is_nothing_to_take_back(kim: Logbook, logbook: Logbook) -> None:
    kim.save(planned_run("2026-06-03 07:00"), "a run")
    kim.delete("planned run 2026-06-03 07:00", "the run")
    kim.save(replace(LIFT, notes="one"), "one")
    assert kim.undo() == "one"
    assert both(logbook) == []
    assert logbook.changed_by(LIFT.id) is None


def test_what_the_athlete_edits_is_theirs_again(kim: Logbook, logbook: Logbook) -> None:
    kim.save(replace(LIFT, notes="kim's"), "a note")
    logbook.save(replace(LIFT, notes="kim's, and mine"), "a note")
    assert both(logbook) == []


def test_what_changed_again_since_it_was_seen_is_not_taken_back(kim: Logbook, logbook: Logbook) -> None:
    kim.save(replace(LIFT, notes="one"), "one")
    (seen,) = logbook.theirs(ALWAYS)
    kim.save(replace(LIFT, notes="two"), "two")
    with pytest.raises(Conflict, match="changed elsewhere"):
        logbook.take_back(seen)
    assert logbook.find(LIFT.id) == replace(LIFT, notes="two")


def test_an_edit_of_what_changed_since_it_was_seen_is_refused(kim: Logbook, logbook: Logbook) -> None:
    logbook.save(replace(LIFT, notes="anna's"), "a note")
    with pytest.raises(Conflict):
        kim.change("a lock", save=[replace(LIFT, locked=True)], seen=[LIFT])
    with pytest.raises(Conflict):
        kim.change("the lift", delete=[LIFT.id], seen=[LIFT])
    with pytest.raises(Conflict):
        kim.change("a run for the lift", save=[planned_run("2026-06-02 18:00")], seen=[LIFT])
    assert logbook.planned(ALWAYS) == [replace(LIFT, notes="anna's")]


def test_an_edit_of_what_is_as_it_was_seen_is_made(kim: Logbook, logbook: Logbook) -> None:
    kim.change("a lock", save=[replace(LIFT, locked=True)], seen=[LIFT, RUN])
    assert logbook.planned(ALWAYS) == [replace(LIFT, locked=True)]


def test_the_export_says_nothing_of_who(kim: Logbook, logbook: Logbook) -> None:
    kim.save(replace(LIFT, locked=True), "locking")
    assert logbook.everything().planned == (replace(LIFT, locked=True),)


def test_a_log_without_coaches_is_written_as_ever(folder: Path, clock: Clock) -> None:
    from data.store.files import FilesBackend

    Logbook(FilesBackend(folder), clock).save(LIFT, "a lift")
    (document,) = msgspec.json.decode((folder / "plan-2026.json").read_bytes())["planned"].values()
    assert sorted(document) == ["changed", "v", "value"]


def test_comments_are_signed_and_read(kim: Logbook, logbook: Logbook, clock: Clock) -> None:
    first = kim.comment(RUN.id, "  How did it feel?  ")
    clock.forward(minutes=1)
    week = kim.comment("2026-06-01", "A good week.")
    assert (first.author, first.text, first.at) == ("kim", "How did it feel?", week.at.replace(minute=0))
    assert logbook.comments() == [first, week]
    assert logbook.comments(RUN.id) == [first]
    assert logbook.unread() == [first, week]
    logbook.mark_read()
    assert logbook.unread() == []
    clock.forward(minutes=1)
    answer = logbook.comment(RUN.id, "Light.")
    assert answer.author == "anna"
    assert (logbook.unread(), kim.unread()) == ([], [answer])


def test_each_reader_has_a_mark_of_their_own(kim: Logbook, coach: Enter, logbook: Logbook) -> None:
    lea = coach("lea", "comment")
    word = lea.comment(RUN.id, "Mind the knee.")
    kim.mark_read()
    assert (kim.unread(), logbook.unread()) == ([], [word])


def test_who_reads_one_thread_has_the_others_still_to_read(kim: Logbook, logbook: Logbook, clock: Clock) -> None:
    first = kim.comment(RUN.id, "Well run.")
    clock.forward(minutes=1)
    week = kim.comment("2026-06-01", "A good week.")
    logbook.mark_read("2026-06-01")
    assert logbook.unread() == [first]
    clock.forward(minutes=1)
    more = kim.comment("2026-06-01", "And an easy one next.")
    assert logbook.unread() == [first, more]
    logbook.mark_read()
    assert logbook.unread() == []
    logbook.mark_read(week.about)
    assert logbook.unread() == []


def test_who_may_only_look_has_nothing_to_read(kim: Logbook, coach: Enter) -> None:
    kim.comment(RUN.id, "Well run.")
    assert coach("lea", "view").unread() == []


def test_the_athlete_takes_any_comment_away(kim: Logbook, logbook: Logbook) -> None:
    word = kim.comment(RUN.id, "Faster!")
    logbook.delete_comment(word)
    assert logbook.comments() == []
    assert logbook.undo() == "taking the comment away"
    assert logbook.comments() == [word]


@pytest.mark.parametrize(
    ("text", "about"), [("   ", RUN.id), ("x" * 2001, RUN.id), ("Well.", "a session that is gone")]
)
def test_what_is_no_comment_is_said_in_one_line(kim: Logbook, text: str, about: str) -> None:
    with pytest.raises(StoreError, match=r"^[^\n]+\.$"):
        kim.comment(about, text)
    assert kim.comments() == []


def test_a_comment_does_not_stand_in_an_old_export(kim: Logbook, logbook: Logbook) -> None:
    word = kim.comment(RUN.id, "Well run.")
    kim.mark_read()
    log = logbook.everything()
    assert log.comments == (word,)
    logbook.replace(log)
    assert logbook.everything() == log
