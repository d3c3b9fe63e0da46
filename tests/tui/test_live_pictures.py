"""How Live looks, in every state and at every size."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from data.store.config import Settings
from tests.builders import run
from tests.tui.conftest import MakeApp
from tests.tui.live_room import NOW, PLANNED, SETS

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
# What is pressed to come to the state; the first enter begins gym A.
STATES = {
    "lobby": [],
    "first set": ["enter"],
    "squat": ["enter"] * 7,
    "typing": [*["enter"] * 6, "8", "5", "x", "6"],
    "rir": [*["enter"] * 6, "r"],
    "editing": [*["enter"] * 7, "e", "e"],
    "many sets": [*["enter"] * 3, *["plus"] * 9, *["enter"] * 9],
    "skipped": [*["enter"] * 4, "S", "shift+tab"],
    "all done": [*["enter"] * (SETS + 1), "escape"],
    "finish": ["enter"] * (SETS + 1),
    "nothing to finish": ["enter", "f"],
    "note": ["enter", "n", *"cold", "tab", *"knee", "enter"],
    "exercises": ["enter", "a", *"row"],
    "empty": ["up", "enter"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_live(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    assert snap_compare(app, terminal_size=size, press=STATES[state])


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark"])
def test_live_in_another_theme(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(*PLANNED, now=NOW, place="live", settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), press=STATES["squat"])


def test_live_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(*PLANNED, now=NOW, place="live")
    assert snap_compare(app, terminal_size=(40, 20), press=STATES["typing"])


@pytest.mark.parametrize("keys", [[], ["f"]], ids=["set", "finish"])
def test_clashes_a_long_title_and_a_note_on_a_phone(snap_compare: Snap, make_app: MakeApp, keys: list[str]) -> None:
    plan = replace(PLANNED[0], title="Legs and everything else that can be lifted")
    soon = replace(PLANNED[1], start=plan.start.replace(hour=20), title="Track with the club")
    app = make_app(plan, soon, PLANNED[2], run("2026-06-01 11:00", 100, rpe=8), now=NOW, place="live")
    wordy = ["n", *"the bar felt heavy from the first set on".replace(" ", "_"), "enter"]
    assert snap_compare(app, terminal_size=(40, 20), press=[*STATES["squat"], *wordy, *keys])
