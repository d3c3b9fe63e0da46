"""How the Load screen looks, at every size and in every state."""

from collections.abc import Callable
from datetime import datetime

import pytest

from data.catalogue import load_catalogue
from data.demo import season
from data.store.config import Settings
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from data.units import Units
from tests.builders import BERLIN, moment, run
from tests.tui.conftest import MakeApp
from tui.app import LegdayApp
from tui.desk import Desk

SIZES = [(40, 20), (80, 24), (120, 40)]
# What is pressed to come to the state.
STATES = {
    "now": [],
    "earlier": ["up", "up", "right", "right"],
    "a year": ["y", "pageup"],
    "last year": ["c", "up"],
}
FRIDAY = moment("2026-06-05 12:00")
Snap = Callable[..., bool]


def season_app(now: datetime = FRIDAY, **settings: object) -> LegdayApp:
    """The demo's season as it stands on Friday 5 June 2026."""
    logbook = Logbook(MemoryBackend(), lambda: now)
    logbook.replace(season(now, BERLIN))
    return LegdayApp(Desk(logbook, Settings(**settings), load_catalogue(), lambda: now), "load")  # type: ignore[arg-type]


def size_name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("state", STATES)
def test_a_season(snap_compare: Snap, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(season_app(), terminal_size=size, press=STATES[state])


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_an_empty_log(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(place="load"), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_a_first_run_without_a_rating(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(run("2026-06-01 07:00", 45, distance_m=8_000), place="load")
    assert snap_compare(app, terminal_size=size)


def test_miles_and_pounds(snap_compare: Snap) -> None:
    assert snap_compare(season_app(units=Units("mi", "lb")), terminal_size=(80, 24))


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark", "ansi-light"])
def test_themes(snap_compare: Snap, theme: str) -> None:
    assert snap_compare(season_app(theme=theme), terminal_size=(80, 24), press=("up", "right"))


def test_without_colour(snap_compare: Snap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(season_app(), terminal_size=(80, 24), press=("up", "right"))
