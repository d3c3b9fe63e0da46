"""The roster and what a coach and an athlete see of each other, in three sizes."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from data.access import Role, Visitor
from data.catalogue import load_catalogue
from data.store.config import Settings
from data.store.home import Home
from tests.builders import moment
from tests.tui.conftest import StillClock
from tests.tui.roster_room import GYM_A, NAMES, fill, make_club, open_roster, read
from tui.app import LegdayApp
from tui.desk import Desk

SIZES = ((40, 20), (80, 24), (120, 40))
Pilot = Any
STATES: dict[str, tuple[Role, tuple[str, ...]]] = {
    "roster": ("view", ()),
    "search": ("view", ("slash", "a", "n")),
    "why": ("view", ("down", "question_mark")),
    "go": ("view", ("g",)),
    "read-only": ("view", ("enter",)),
    "read-only session": ("view", ("enter", "down", "down", "enter")),
    "read-only live": ("view", ("f2",)),
    "may comment": ("comment", ("enter", "down", "down", "c")),
    "may plan": ("plan", ("enter", "down", "down")),
}
TALK = {"talk": ("down",), "thread": ("down", "c"), "week": ("C",), "theirs": ("U",)}


def _named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=_named)
@pytest.mark.parametrize("state", STATES)
def test_coach(snap_compare: Any, tmp_path: Path, clock: StillClock, size: tuple[int, int], state: str) -> None:
    role, keys = STATES[state]
    app = open_roster(make_club(tmp_path, clock, role))

    async def come_to_it(pilot: Pilot) -> None:
        await read(app, pilot)
        await pilot.press(*keys)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=come_to_it)


@pytest.mark.parametrize("size", SIZES, ids=_named)
@pytest.mark.parametrize("state", TALK)
def test_athlete(snap_compare: Any, tmp_path: Path, clock: StillClock, size: tuple[int, int], state: str) -> None:
    home = Home(tmp_path)
    fill(home, clock, NAMES[:1])
    clock.now = moment("2026-06-01 09:20")
    kim = home.open_known("anna", clock, Visitor("kim", "plan"))
    kim.comment("gym a", "Easy on the hops this time, your calf was sore on Saturday.")
    clock.move(minutes=3)
    kim.comment("2026-06-01", "A light week: the long run is the one that counts.")
    kim.save(replace(GYM_A, start=moment("2026-06-02 18:00")), "a move")
    clock.now = moment("2026-06-01 12:00")
    app = LegdayApp(Desk(home.open_known("anna", clock), Settings(), load_catalogue(), clock))
    assert snap_compare(app, terminal_size=size, press=TALK[state])
