"""A log kept in files and one kept in memory: what is asked of the Logbook holds on both."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.store.backend import Backend
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import moment


class Clock:
    """A clock that stands at Monday noon in Berlin until it is moved."""

    def __init__(self) -> None:
        self.now = moment("2026-06-01 12:00")

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a log in files stands."""
    return tmp_path / "anna"


@pytest.fixture(params=["files", "memory"])
def connect(request: pytest.FixtureRequest, folder: Path) -> Callable[[], Backend]:
    """Reach for the same log, as another program would."""
    if request.param == "files":
        return lambda: FilesBackend(folder)
    memory = MemoryBackend()
    return lambda: memory


@pytest.fixture
def reopen(connect: Callable[[], Backend], clock: Clock) -> Callable[[], Logbook]:
    """Open the same log once more."""
    return lambda: Logbook(connect(), clock)


@pytest.fixture
def logbook(reopen: Callable[[], Logbook]) -> Logbook:
    return reopen()
