"""A log that can be read no more while the app runs: one line says so, and what is on the screen stays."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen

from data.store.backend import Shelf
from data.store.errors import Damaged
from tests.tui import live_room
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import current_line
from tests.tui.plan_room import WEEK, press, preview, shown, toasts, type_in, week
from tests.tui.roster_room import make_club, open_roster, read
from tui.app import LegdayApp
from tui.widgets.week_view import WeekView

KINDS = ("planned", "athlete")


async def damage(pilot: Pilot[None], app: LegdayApp, *kinds: str) -> None:
    """Another program spoils these parts of the log, and the app looks whether anything has changed."""
    await pilot.pause()
    with app.desk.logbook._backend.change() as change:
        for kind in kinds:
            change.put(Shelf(kind, 2026 if kind == "planned" else None), "spoilt", {"nothing": "of ours"})  # type: ignore[arg-type]
    app._follow()
    await pilot.pause()


@pytest.mark.parametrize("kind", KINDS)
async def test_the_week_stays_and_the_cursor_still_moves(make_app: MakeApp, kind: str) -> None:
    app = make_app(*WEEK)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        before, week_before = shown(app), week(app)
        await damage(pilot, app, kind)
        assert "cannot be read" in toasts(app)[-1]
        assert shown(app) == before
        await press(pilot, "down", "up")
        assert week(app) == week_before


@pytest.mark.parametrize("keys", ["right", "left", "full_stop", "a", "e", "t", "L", "M down enter", "d", "u"])
async def test_no_key_of_the_plan_ends_the_app(make_app: MakeApp, keys: str) -> None:
    app = make_app(*WEEK)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        before = shown(app)
        await damage(pilot, app, *KINDS)
        await press(pilot, *keys.split(), "escape")
        assert app.screen.query_one(WeekView).text.splitlines() == before


async def test_a_line_half_typed_is_not_lost(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "run 60m")
        await damage(pilot, app, *KINDS)
        await type_in(pilot, " easy")
        await press(pilot, "enter")
        assert app.screen.editor.text == "run 60m easy"  # type: ignore[attr-defined]
        assert "cannot be read" in preview(app.screen)


@pytest.mark.parametrize("keys", ["a", "n", "f", "question_mark"])
async def test_a_set_in_hand_stays_in_hand(make_app: MakeApp, keys: str) -> None:
    app = make_app(*live_room.PLANNED, now=live_room.NOW, place="live")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "7", "7")
        before = current_line(app)
        assert "77" in before
        await damage(pilot, app, *KINDS)
        assert "cannot be read" in toasts(app)[-1]
        await press(pilot, keys)
        if isinstance(app.screen, ModalScreen):
            await press(pilot, "escape")
        assert current_line(app) == before


@pytest.mark.parametrize("key", ["up", "right", "y", "c", "pageup", "full_stop", "question_mark"])
async def test_no_key_of_load_ends_the_app(make_app: MakeApp, key: str) -> None:
    app = make_app(*WEEK, place="load")
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await damage(pilot, app, *KINDS)
        await press(pilot, key, "escape")
        assert app.is_running
        assert "cannot be read" in toasts(app)[-1]


async def test_what_is_damaged_from_the_start_ends_the_app_with_its_line(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    with app.desk.logbook._backend.change() as change:
        change.put(Shelf("planned", 2026), "spoilt", {"nothing": "of ours"})
    with pytest.raises(Damaged):
        async with app.run_test() as pilot:
            await pilot.pause()
    assert isinstance(app.failure, Damaged)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_log_never_read_is_shown_once_it_is_mended(tmp_path: Path, clock: StillClock, kind: str) -> None:
    app = open_roster(make_club(tmp_path, clock, role="log"))
    async with app.run_test(notifications=True) as pilot:
        await read(app, pilot)
        backend = app.club.desk("anna").logbook._backend  # type: ignore[union-attr]
        shelf = Shelf(kind, 2026 if kind == "planned" else None)  # type: ignore[arg-type]
        with backend.change() as change:
            change.put(shelf, "spoilt", {"nothing": "of ours"})
        await press(pilot, "enter", "question_mark", "escape", "u")
        assert "cannot be read" in toasts(app)[-1]
        with backend.change() as change:
            change.remove(shelf, "spoilt")
        app._follow()
        await pilot.pause()
        assert "Gym A" in " ".join(shown(app))
