"""How the Load screen looks, at every size and in every state."""

from collections.abc import Callable

import pytest

from data.store.config import Settings
from data.units import Units
from tests.builders import run
from tests.tui.conftest import MakeApp
from tests.tui.load_room import NOW, seventy_weeks

LOGGED = seventy_weeks()
SIZES = [(40, 20), (80, 24), (120, 40)]
# What is pressed to come to the state.
STATES = {
    "now": [],
    "earlier": ["up", "up", "right", "right"],
    "a year": ["y", "pageup"],
    "last year": ["c", "up"],
}
Snap = Callable[..., bool]


def size_name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("state", STATES)
def test_seventy_weeks(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(*LOGGED, now=NOW, place="load"), terminal_size=size, press=STATES[state])


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_an_empty_log(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(place="load"), terminal_size=size)


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_a_first_run_without_a_rating(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(run("2026-06-01 07:00", 45, distance_m=8_000), place="load")
    assert snap_compare(app, terminal_size=size)


def test_miles_and_pounds(snap_compare: Snap, make_app: MakeApp) -> None:
    app = make_app(*LOGGED, now=NOW, place="load", settings=Settings(units=Units("mi", "lb")))
    assert snap_compare(app, terminal_size=(80, 24))


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark", "ansi-light"])
def test_themes(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(*LOGGED, now=NOW, place="load", settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), press=("up", "right"))


def test_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(*LOGGED, now=NOW, place="load"), terminal_size=(80, 24), press=("up", "right"))
