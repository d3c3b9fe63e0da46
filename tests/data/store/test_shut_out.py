"""Whoever's access ends or changes while they are connected writes not a byte from then on, whatever is called."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.access import Role, Visitor
from data.store.errors import Forbidden
from data.store.files import FilesBackend, FilesChange
from data.store.logbook import Logbook
from tests.builders import planned_run
from tests.data.store.conftest import Clock
from tests.data.store.test_rights import CALLS, KIMS, RUN, a_log, call_all, seen
from tests.data.store.under_way import PLAN

# Everybody who may write, and the athlete with a key of their own name, who is no visitor in the log.
WRITERS: list[Role | None] = ["comment", "plan", "log", None]


class Door:
    """What lets somebody in until it is shut."""

    def __init__(self) -> None:
        self.open = True

    def __call__(self) -> bool:
        return self.open


def let_in(folder: Path, role: Role | None, door: Door) -> Logbook:
    visitor = Visitor("kim", role) if role else None
    return Logbook(FilesBackend(folder, tidy=False), Clock(), visitor=visitor, allows=door)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_log(tmp_path / "anna")
    return tmp_path / "anna"


@pytest.mark.parametrize("role", WRITERS)
def test_from_the_moment_that_they_are_shut_out_not_a_byte_changes(folder: Path, role: Role | None) -> None:
    door = Door()
    logbook = let_in(folder, role, door)
    logbook.comment(RUN.id, "Well run.")
    logbook.live()
    door.open = False
    before = seen(folder)
    call_all(sorted(CALLS), logbook)
    assert seen(folder) == before


@pytest.mark.parametrize("role", WRITERS)
def test_they_are_told_so(folder: Path, role: Role | None) -> None:
    door = Door()
    logbook = let_in(folder, role, door)
    logbook.comment(RUN.id, "Well run.")
    door.open = False
    for step in (logbook.undo, lambda: logbook.comment(RUN.id, "And more."), lambda: logbook.delete_comment(KIMS)):
        with pytest.raises(Forbidden, match=r"^Your access to this log has ended or changed, so nothing was saved\.$"):
            step()
    assert "Well run." in [one.text for one in logbook.comments()]


def test_whoever_is_shut_out_while_they_wait_for_the_lock_writes_nothing(folder: Path) -> None:
    door = Door()

    class Busy(FilesBackend):
        @contextmanager
        def change(self) -> Iterator[FilesChange]:
            with super().change() as change:
                door.open = False  # somebody else had the lock for as long as that took
                yield change

    logbook = Logbook(Busy(folder, tidy=False), Clock(), visitor=Visitor("kim", "plan"), allows=door)
    with pytest.raises(Forbidden):
        logbook.save(planned_run("2026-06-03 07:00", id="new"), "a run")
    left = Logbook(FilesBackend(folder, tidy=False), Clock())
    assert left.find("new") is None
    assert left.find(PLAN.id) is not None
