"""What the tests of the app share: a log in memory with a clock that stands still, and an app on it."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import pytest
from textual import constants
from textual.widgets import Input, TextArea

from data.catalogue import load_catalogue
from data.model import Accepted, Athlete, Session
from data.store.config import Settings
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import athlete, moment
from tui.app import LegdayApp
from tui.desk import Desk
from tui.places import Place

MakeDesk = Callable[..., Desk]
MakeApp = Callable[..., LegdayApp]
ANNA = athlete()
USUAL_SETTINGS = Settings()


class StillClock:
    """A clock that shows the same moment until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The moment."""
        return self.now

    def move(self, **by: float) -> None:
        """Put the clock forward: minutes=5, seconds=90."""
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing moves by itself, and nothing of this machine's shell is seen."""
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
    for name in ("SSH_CONNECTION", "NO_COLOR", "LEGDAY_HOME", "LEGDAY_NOW"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> StillClock:
    """Noon on Monday 1 June 2026 in Berlin."""
    return StillClock(moment("2026-06-01 12:00"))


@pytest.fixture
def make_desk(clock: StillClock) -> MakeDesk:
    """A desk: `make_desk(run(…), planned_lift(…), now="2026-06-04 12:00", athlete=…, settings=…, accepted=…)`."""

    def make(
        *sessions: Session,
        now: str | None = None,
        athlete: Athlete = ANNA,
        settings: Settings = USUAL_SETTINGS,
        accepted: Iterable[Accepted] = (),
    ) -> Desk:
        clock.now = moment(now) if now else clock.now
        backend = MemoryBackend()
        before = Logbook(backend, clock)
        before.save_athlete(athlete)
        before.change("what the test begins with", save=sessions, accept=accepted)
        # Another Logbook, so that there is nothing to undo yet.
        return Desk(Logbook(backend, clock), settings, load_catalogue(), clock)

    return make


@pytest.fixture
def make_app(make_desk: MakeDesk) -> MakeApp:
    """An app on such a desk; `place` says on which screen it opens."""

    def make(*sessions: Session, place: Place = "plan", **desk: object) -> LegdayApp:
        return LegdayApp(make_desk(*sessions, **desk), place)

    return make
