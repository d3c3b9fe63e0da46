"""What is the same on every screen: going, undoing, saying what could not be saved, and ending in one line."""

import pytest
from textual.pilot import Pilot

from data.store.config import Settings
from data.store.errors import CannotWrite
from tests.builders import planned_run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import toasts
from tui.app import LegdayApp
from tui.modals.quick_add import QuickAdd

RUN = planned_run("2026-06-02 07:00", type="intervals")


def place(app: LegdayApp) -> str:
    """Where the app is."""
    return app.current_mode


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    """The keys pressed, and their consequences drawn."""
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize(("keys", "then"), [("f2", "live"), ("f3", "load"), ("f1", "plan")])
async def test_a_function_key_goes_to_a_screen(make_app: MakeApp, keys: str, then: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, keys)
        assert place(app) == then


@pytest.mark.parametrize(("letter", "then"), [("v", "live"), ("w", "load"), ("p", "plan"), ("escape", "plan")])
async def test_g_and_a_letter_go_to_a_screen(make_app: MakeApp, letter: str, then: str) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await pressed(pilot, "g", letter)
        assert place(app) == then


async def test_q_goes_back_to_the_plan_and_then_quits(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pressed(pilot, "f3", "q")
        assert place(app) == "plan"
        await pressed(pilot, "q")
    assert app.return_code == 0


async def test_undo_and_redo_are_stored_and_said(make_app: MakeApp) -> None:
    app = make_app(RUN)
    async with app.run_test(notifications=True) as pilot:
        await pressed(pilot, "down", "d")
        assert app.desk.logbook.find(RUN.id) is None
        await pressed(pilot, "u")
        assert app.desk.logbook.find(RUN.id) == RUN
        assert toasts(app)[-1] == "Undone: deleting Intervals"
        await pressed(pilot, "ctrl+r")
        assert app.desk.logbook.find(RUN.id) is None
        assert toasts(app)[-1] == "Done again: deleting Intervals"
        await pressed(pilot, "ctrl+r")
        assert toasts(app)[-1] == "Nothing to do again"


async def test_what_is_said_takes_the_place_of_what_was_said_before(make_app: MakeApp) -> None:
    app = make_app(RUN)
    async with app.run_test(notifications=True) as pilot:
        await pressed(pilot, "down", "d")
        await pressed(pilot, "u")
        await pressed(pilot, "u")
        assert app.desk.logbook.find(RUN.id) == RUN
        assert toasts(app) == ["Nothing to undo"]


async def test_what_is_wrong_with_the_settings_is_said_at_the_start(make_app: MakeApp) -> None:
    app = make_app(RUN, settings=Settings(theme="mauve", keys={"plan.fix": "x", "plan.lock": "x"}))
    app.desk.faults = ("config.toml: bell: true or false expected",)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        (said,) = toasts(app)
        assert said.split(" · ") == [
            "config.toml: bell: true or false expected",
            "config.toml: there is no theme mauve; legday is used. Ones of legday: legday, legday-light",
            "config.toml: x is bound to plan.fix and plan.lock: Lock this session where it is, or unlock it",
        ]


async def test_a_key_bound_anew_leaves_what_shared_the_old_one(make_app: MakeApp) -> None:
    app = make_app(RUN, settings=Settings(keys={"plan.log": "x", "plan.fix": "F"}))
    async with app.run_test(notifications=True) as pilot:
        assert toasts(app) == []
        # Enter still adds on a day of rest, and f says that there is nothing to fix.
        await pressed(pilot, "enter")
        assert isinstance(app.screen, QuickAdd)
        await pressed(pilot, "escape", "f")
        assert len(toasts(app)) == 1


async def test_what_another_terminal_does_is_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.desk.logbook.save(RUN, "elsewhere")
        app._follow()
        await pilot.pause()
        assert "Intervals" in str(app.export_screenshot())


async def test_what_cannot_be_saved_is_said_and_the_key_can_be_pressed_again(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(RUN)
    refused = True
    really = app.desk.logbook.change

    def change(*args: object, **named: object) -> None:
        if refused:
            raise CannotWrite("log-2026.json: the disk is full; make room and try again")
        really(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(app.desk.logbook, "change", change)
    async with app.run_test(notifications=True) as pilot:
        await pressed(pilot, "down", "d")
        assert app.desk.logbook.find(RUN.id) == RUN
        assert [note.message for note in app._notifications] == [
            "log-2026.json: the disk is full; make room and try again"
        ]
        refused = False
        await pressed(pilot, "d")
        assert app.desk.logbook.find(RUN.id) is None


async def test_an_error_nobody_expected_ends_the_app_and_is_kept_for_one_line(make_app: MakeApp) -> None:
    app = make_app()

    def broken() -> None:
        raise RuntimeError("a wheel came off")

    with pytest.raises(RuntimeError, match="wheel"):
        async with app.run_test() as pilot:
            app.call_later(broken)
            await pilot.pause()
    assert str(app.failure) == "a wheel came off"
    assert app._exit_renderables == []
