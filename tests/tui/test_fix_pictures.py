"""How the best week looks when it is offered, why it is the best, and the week after it was taken, at every size."""

from collections.abc import Callable

import pytest

from data.store.config import Settings
from tests.builders import planned_run
from tests.tui.conftest import MakeApp
from tests.tui.test_plan_fix import ALL, NOWHERE

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
# What is pressed to come to the state.
STATES = {
    "offered": ["f"],
    "why": ["f", "question_mark"],
    "taken": ["f", "enter"],
    "made maintenance": ["m"],
}
of_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@of_every_size
@pytest.mark.parametrize("state", STATES)
def test_the_best_week(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(*ALL), terminal_size=size, press=STATES[state])


@of_every_size
def test_lifts_to_maintenance(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(*ALL, athlete=NOWHERE), terminal_size=size, press=["f"])


@of_every_size
def test_a_full_week_in_pages(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    """Three runs more on every day, one of a name that does not fit."""
    more = [planned_run(f"2026-06-0{day} {hour}:00", 20) for day in range(2, 8) for hour in (12, 14, 16)]
    named = planned_run("2026-06-01 12:00", 20, title="Once round the lake and back through the woods")
    assert snap_compare(make_app(*ALL, *more, named), terminal_size=size, press=["f"])


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark"])
def test_in_another_theme(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(*ALL, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), press=["f"])


def test_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(make_app(*ALL), terminal_size=(80, 24), press=["f"])
