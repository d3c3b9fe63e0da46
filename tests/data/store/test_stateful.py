"""The log against a plain dict: whatever is done in whatever order, with the program started anew in between."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from data.calendar import Days, start_of
from data.model import Session
from data.store.backend import Backend
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import planned_run, run
from tests.data.store.conftest import Clock

NEW_YEAR = date(2026, 1, 1)
NAMES = st.sampled_from(["a", "b", "c", "d"])
SESSIONS = st.builds(
    lambda make, name, day, note: make(f"{NEW_YEAR + timedelta(day)} 07:00", id=name, notes=note),
    make=st.sampled_from([run, planned_run]),
    name=NAMES,
    day=st.integers(-3, 3),
    note=st.text(max_size=3),
)
Log = dict[tuple[type[Session], str], Session]


class Diary(RuleBasedStateMachine):
    """What a Logbook should be: sessions by kind and id, and two piles of what they were before each change."""

    def __init__(self, connect: Callable[[], Callable[[], Backend]]) -> None:
        super().__init__()
        self._connect = connect

    @initialize()
    def begin(self) -> None:
        self.clock = Clock()
        self.connect = self._connect()
        self.log: Log = {}
        self.start_anew()

    @rule()
    def start_anew(self) -> None:
        self.logbook = Logbook(self.connect(), self.clock)
        self.done: list[tuple[str, Log]] = []
        self.undone: list[tuple[str, Log]] = []

    @rule(days=st.sampled_from([0, 1, 31]))
    def wait(self, days: int) -> None:
        self.clock.forward(days=days)

    @rule(saved=st.lists(SESSIONS, max_size=3), deleted=st.lists(NAMES, max_size=2))
    def change(self, saved: list[Session], deleted: list[str]) -> None:
        after = self.log | {(type(one), one.id): one for one in saved}
        after = {key: one for key, one in after.items() if key[1] not in deleted}
        self.logbook.change(f"change {len(self.done)}", save=saved, delete=deleted)
        if after != self.log:
            self.done.append((f"change {len(self.done)}", self.log))
            self.undone = []
        self.log = after

    @rule()
    def undo(self) -> None:
        assert self.logbook.undo() == (self.done[-1][0] if self.done else None)
        if self.done:
            what, before = self.done.pop()
            self.undone.append((what, self.log))
            self.log = before

    @rule()
    def redo(self) -> None:
        assert self.logbook.redo() == (self.undone[-1][0] if self.undone else None)
        if self.undone:
            what, after = self.undone.pop()
            self.done.append((what, self.log))
            self.log = after

    @invariant()
    def holds_the_same(self) -> None:
        expected = sorted(self.log.values(), key=lambda one: (start_of(one), one.id, type(one).__name__))
        for logbook in (self.logbook, Logbook(self.connect(), self.clock)):
            held = logbook.sessions(Days(date.min, date.max))
            assert sorted(held, key=lambda one: (start_of(one), one.id, type(one).__name__)) == expected
            old_year = Days(date(2025, 1, 1), NEW_YEAR)
            assert {one.id for one in logbook.sessions(old_year)} == {
                one.id for one in expected if one.start.year == 2025
            }


@pytest.mark.parametrize("kept", ["files", "memory"])
def test_the_log_is_what_was_done_to_it(kept: str, tmp_path: Path) -> None:
    def in_files() -> Callable[[], Backend]:
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        return lambda: FilesBackend(folder)

    def in_memory() -> Callable[[], Backend]:
        memory = MemoryBackend()
        return lambda: memory

    connect = in_files if kept == "files" else in_memory
    run_state_machine_as_test(
        lambda: Diary(connect),  # type: ignore[arg-type]
        settings=settings(max_examples=40 if kept == "files" else 100, stateful_step_count=15, deadline=None),
    )
