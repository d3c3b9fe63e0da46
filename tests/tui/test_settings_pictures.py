"""How the settings look, at every size and in every state."""

from collections.abc import Callable

import pytest

from data.model import Availability
from data.profile_items import ITEMS
from data.store.config import Settings
from data.units import Units
from tests.builders import athlete, lift, sets
from tests.tui.conftest import MakeApp

NAMES = [item.name for item in ITEMS]
SIZES = [(40, 20), (80, 24), (120, 40)]
ANNA = athlete(
    level="solid",
    sex="female",
    bodyweight_kg=61.5,
    hr_rest=48,
    hr_max=192,
    threshold_s_per_km=272,
    availability=Availability(strength=("mon-evening", "tue-evening", "wed-evening", "sat-morning", "sat-evening")),
    preferred_strength_days=("monday", "wednesday"),
    equipment=("barbell", "box", "dumbbell", "kettlebell"),
)
SQUATS = lift("2026-05-25 18:00", exercises=sets("back_squat", 3, reps=5, kg=80, rir=2))
# Where the cursor goes, and what is pressed there.
STATES = {
    "first": ("distance", []),
    "level": ("level", []),
    "typed": ("bodyweight", ["enter", *"62"]),
    "wrong": ("max-hr", ["enter", *"12", "enter"]),
    "half days": ("lift-times", ["enter", "down", "right"]),
    "equipment": ("equipment", ["enter", "down"]),
    "last": ("plates", []),
}
Snap = Callable[..., bool]


def size_name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("size", SIZES, ids=size_name)
@pytest.mark.parametrize("state", STATES)
def test_states(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    name, keys = STATES[state]
    press = ["f8", *["down"] * NAMES.index(name), *keys]
    assert snap_compare(make_app(SQUATS, athlete=ANNA), terminal_size=size, press=press)


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_nothing_said_yet(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(athlete=athlete(), settings=Settings(units=Units("mi", "lb")))
    assert snap_compare(app, terminal_size=size, press=["f8", "pagedown"])


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark"])
def test_themes(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(SQUATS, athlete=ANNA, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), press=["f8", "down", "down"])


@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_why(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(SQUATS, athlete=ANNA)
    assert snap_compare(app, terminal_size=size, press=["f8", "down", "down", "down", "question_mark"])
