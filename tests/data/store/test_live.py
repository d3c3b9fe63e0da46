"""The session under way: there after any kind of end, logged once, never under two hands at a time."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.model import LoggedSet
from data.store.backend import Backend, Shelf
from data.store.errors import Conflict
from data.store.logbook import Logbook
from data.store.records import as_document, shelf_of, written
from tests.data.store.conftest import Clock
from tests.data.store.under_way import DONE, PLAN, live

ALWAYS = Days(date.min, date.max)
Reopen = Callable[[], Logbook]


def test_every_set_saved_is_there_for_the_next_program(logbook: Logbook, reopen: Reopen) -> None:
    assert logbook.live() is None
    for done in ((), (LoggedSet(kg=80, reps=5),), (LoggedSet(kg=80, reps=5), LoggedSet(kg=82.5, reps=4))):
        logbook.save_live(live(*done))
        assert logbook.live() == live(*done)
        assert reopen().live() == live(*done)


def test_to_finish_logs_it_marks_its_plan_done_and_clears_it_away(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save(PLAN, "a plan")
    logbook.save_live(live())
    logbook.finish_live(DONE)
    after = reopen()
    assert after.logged(ALWAYS) == [DONE]
    assert after.planned(ALWAYS) == [replace(PLAN, status="done")]
    assert after.live() is None


def test_a_finish_can_be_undone(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save(PLAN, "a plan")
    logbook.save_live(live())
    logbook.finish_live(DONE)
    assert logbook.undo() == "the end of Gym A"
    assert reopen().logged(ALWAYS) == []
    assert reopen().planned(ALWAYS) == [PLAN]
    assert reopen().live() == live()
    assert logbook.redo() == "the end of Gym A"
    assert reopen().logged(ALWAYS) == [DONE]
    assert reopen().live() is None


def test_to_give_up_can_be_undone(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(live())
    logbook.drop_live()
    assert reopen().live() is None
    logbook.undo()
    assert reopen().live() == live()
    logbook.save_live(live(LoggedSet(kg=80, reps=5)))
    assert reopen().live() == live(LoggedSet(kg=80, reps=5))


def test_what_went_on_elsewhere_is_not_given_up_unseen(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(live())
    other = reopen()
    assert other.live() == live()
    other.save_live(live(LoggedSet(kg=80, reps=5)))
    with pytest.raises(Conflict):
        logbook.drop_live()
    assert reopen().live() == live(LoggedSet(kg=80, reps=5))
    assert logbook.live() == live(LoggedSet(kg=80, reps=5))
    logbook.drop_live()
    assert reopen().live() is None


@pytest.mark.parametrize("status", ["planned", "done"])
def test_a_session_under_way_that_is_logged_is_over(
    connect: Callable[[], Backend], logbook: Logbook, reopen: Reopen, clock: Clock, status: str
) -> None:
    logbook.save(replace(PLAN, status=status), "a plan")
    logbook.save_live(live(LoggedSet(kg=80, reps=5)))
    with connect().change() as change:  # what a half-copied log may look like
        change.put(shelf_of(DONE), DONE.id, as_document(written(DONE, clock.now, 1, None)))
    assert reopen().live() is None
    assert reopen().planned(ALWAYS) == [replace(PLAN, status="done")]
    assert reopen().logged(ALWAYS) == [DONE]
    assert Shelf("live") not in connect().shelves()


def test_a_session_that_went_on_elsewhere_is_not_overwritten(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(live())
    phone = reopen()
    assert phone.live() == live()
    phone.save_live(live(LoggedSet(kg=80, reps=5)))
    with pytest.raises(Conflict, match="elsewhere"):
        logbook.save_live(live(LoggedSet(kg=60, reps=1)))
    assert logbook.live() == live(LoggedSet(kg=80, reps=5))
    two = live(LoggedSet(kg=80, reps=5), LoggedSet(kg=80, reps=4))
    logbook.save_live(two)
    assert reopen().live() == two


def test_a_session_that_went_on_elsewhere_is_not_finished_over_it(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(live())
    phone = reopen()
    phone.live()
    phone.save_live(live(LoggedSet(kg=80, reps=5)))
    with pytest.raises(Conflict, match="elsewhere"):
        logbook.finish_live(DONE)
    assert reopen().live() == live(LoggedSet(kg=80, reps=5))
    assert reopen().logged(ALWAYS) == []


def test_a_second_session_does_not_begin_over_the_first(logbook: Logbook, reopen: Reopen) -> None:
    logbook.save_live(live())
    with pytest.raises(Conflict):
        reopen().save_live(replace(live(), id="another"))
    assert reopen().live() == live()


def test_saving_sets_leaves_the_rest_of_the_log_alone(
    connect: Callable[[], Backend], logbook: Logbook, clock: Clock
) -> None:
    logbook.save(PLAN, "a plan")
    shelf = shelf_of(PLAN)
    before = connect().stamp(shelf)
    clock.forward(days=1)
    logbook.save_live(live())
    assert connect().stamp(shelf) == before
    assert logbook.undo() == "a plan"
