"""How the first run, the help, the menu of screens and the palette look, at every size."""

from collections.abc import Callable

import pytest

from data.catalogue import load_catalogue
from data.model import Athlete
from data.store.config import Settings
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import BERLIN, lift, moment, run, sets
from tests.tui.conftest import MakeApp, StillClock
from tui.app import LegdayApp
from tui.desk import Desk

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
ASKED = {"units": [], "what first": ["enter"], "days": ["enter", "enter", "right", "space"]}
# On Load, where a lift and a run clash.
OPEN = {"help": ["question_mark"], "more help": ["question_mark", "space"], "menu": ["g"], "palette": ["ctrl+p"]}
THEMES = ["legday-light", "ansi-dark", "ansi-light"]
CLASHING = (
    lift("2026-06-01 07:00", rpe=7, exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
    run("2026-06-01 11:00", 60, type="intervals", rpe=7),
)


def size_name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("state", ASKED)
def test_first_run(snap_compare: Snap, clock: StillClock, state: str, size: tuple[int, int]) -> None:
    clock.now = moment("2026-06-03 12:00")
    logbook = Logbook(MemoryBackend(), clock)
    desk = Desk(logbook, Settings(), load_catalogue(), clock, newcomer=Athlete(name="anna", zone=BERLIN))
    assert snap_compare(LegdayApp(desk), terminal_size=size, press=ASKED[state])


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("state", OPEN)
def test_on_top(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(*CLASHING, place="load"), terminal_size=size, press=OPEN[state])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", ["help", "menu"])
def test_on_top_in_another_theme(snap_compare: Snap, make_app: MakeApp, state: str, theme: str) -> None:
    app = make_app(*CLASHING, place="load", settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), press=OPEN[state])


def test_help_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(*CLASHING, place="load"), terminal_size=(80, 24), press=OPEN["help"])
