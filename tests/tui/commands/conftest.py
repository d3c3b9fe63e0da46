"""A shell for the tests of the commands: an empty home, a clock that stands still, and what a command answered."""

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from data.formats.interchange import Log, read_log, write_log
from data.model import Accepted, Athlete, LoggedSession, PlannedSession, Session
from tests.builders import athlete
from tui.__main__ import run

NOON = "2026-06-01T12:00:00+02:00"
ANNA = athlete()


class Answer(NamedTuple):
    """What a command printed and exited with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


class Shell:
    """Commands on one home, at noon on Monday 1 June 2026 in Berlin unless set."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.set(LEGDAY_HOME=str(home), LEGDAY_NOW=NOON, COLUMNS="80")
        self.is_in("Europe/Berlin")

    def set(self, **variables: str) -> None:
        """Set environment variables."""
        for name, value in variables.items():
            self._monkeypatch.setenv(name, value)

    def is_in(self, zone: str) -> None:
        """Put the machine in another zone."""
        self._monkeypatch.setattr("tui.commands.desk.local_zone", lambda: zone)

    def __call__(self, *words: str, stdin: bytes = b"") -> Answer:
        """Run `legday` with these words."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(list(words))
        told = self._capsys.readouterr()
        return Answer(code, told.out, told.err)

    def holds(self, *sessions: Session, athlete: Athlete = ANNA, accepted: Iterable[Accepted] = ()) -> None:
        """Restore a log of these sessions."""
        planned = tuple(each for each in sessions if isinstance(each, PlannedSession))
        logged = tuple(each for each in sessions if isinstance(each, LoggedSession))
        log = Log(athlete=athlete, planned=planned, logged=logged, accepted=tuple(accepted))
        answer = self("restore", "-", stdin=write_log(log))
        assert answer.code == 0, answer.err

    def log(self) -> Log:
        """What is stored, as an export has it."""
        return read_log(self("export").out.encode())


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell with an empty home."""
    return Shell(tmp_path / "home", monkeypatch, capsys)
