"""How a season looks while it is laid out, and the plan with its phases, at every size."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from data.season_phases import season_phases
from data.store.config import Settings
from tests.builders import athlete, moment, planned_run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import WEEK

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
RACE = planned_run("2026-11-15 09:00", 200, id="race", type="race", title="Marathon")
LIFTER = athlete(level="solid", equipment=("barbell",))
IN_SEASON = replace(LIFTER, phases=season_phases(RACE.start.date(), moment("2026-05-04 12:00").date()))
STATES = {
    "race": [],
    "a phase": ["down", "down", "down"],
    "the taper": ["down"] * 4,
    "a race typed": [*"28", "space", *"ju"],
    "planned lifts": ["up", "right"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_laying_out(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    app = make_app(RACE, athlete=LIFTER)
    assert snap_compare(app, terminal_size=size, press=["P", *STATES[state]])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_week_of_a_season(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(*WEEK, RACE, athlete=IN_SEASON)
    assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark", "ansi-light"])
def test_in_another_theme(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(RACE, athlete=IN_SEASON, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(120, 40), press=["P", "down"])


def test_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(RACE, athlete=IN_SEASON), terminal_size=(120, 40), press=["P", "down"])
