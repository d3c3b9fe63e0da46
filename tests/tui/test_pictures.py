"""How the first run, the help, the menu of screens and the palette look, at every size."""

from collections.abc import Callable
from functools import partial

import pytest

from data.catalogue import load_catalogue
from data.model import Athlete
from data.rules.explain import Explanation
from data.store.config import Settings
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tests.builders import BERLIN, moment, run
from tests.tui.conftest import MakeApp, StillClock
from tui.app import LegdayApp
from tui.desk import Desk
from tui.screens.load import LoadScreen

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
ASKED = {"units": [], "what first": ["enter"], "days": ["enter", "enter", "right", "space"]}
OPEN = {"help": ["question_mark"], "more help": ["question_mark", "space"], "menu": ["g"], "palette": ["ctrl+p"]}
THEMES = ["legday-light", "ansi-dark", "ansi-light"]
WHY = (
    Explanation(
        figure="Monotony",
        value="1.27",
        rule="The mean of the seven daily loads / their standard deviation. Above 2, days are too much alike.",
        inputs=tuple(
            zip(
                ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
                ["270", "0", "420", "180", "0", "240", "540"],
                strict=True,
            )
        ),
        steps=("mean 235.7, standard deviation 185.9", "monotony 235.7 / 185.9 = 1.27"),
        source="Foster 1998; population standard deviation, tools differ",
    ),
    Explanation(
        figure="Against your usual",
        value="",
        rule="The average of about the last 7 days against that of the last 28, the latest days weighing most.",
        source="Williams 2017; against the claim of risk: Impellizzeri 2020",
        needs="21 more days of log",
    ),
)


@pytest.fixture
def explained(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> MakeApp:
    """Makes an app on Load whose help explains two figures, one of them without a value."""
    monkeypatch.setattr(LoadScreen, "why", lambda _: WHY)
    return partial(make_app, run("2026-06-01 07:00", 60, type="intervals", rpe=7), place="load")


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
def test_on_top(snap_compare: Snap, explained: MakeApp, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(explained(), terminal_size=size, press=OPEN[state])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", ["help", "menu"])
def test_on_top_in_another_theme(snap_compare: Snap, explained: MakeApp, state: str, theme: str) -> None:
    assert snap_compare(explained(settings=Settings(theme=theme)), terminal_size=(80, 24), press=OPEN[state])


def test_help_without_colour(snap_compare: Snap, explained: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(explained(), terminal_size=(80, 24), press=OPEN["help"])
