"""The app of somebody at the other end of SSH: what they may not do is said, not done, and nothing leads out of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported
from textual.command import CommandList
from textual.pilot import Pilot

from data.access import Role, Visitor
from data.catalogue import load_catalogue
from data.store.config import Settings
from data.store.logbook import Logbook
from tests.tui.conftest import MakeDesk, StillClock
from tests.tui.plan_room import GYM_A, WEEK, press, toasts
from tui.actions import actions_of
from tui.desk import Desk
from tui.guest import GuestApp
from tui.palette import Palette
from tui.widgets.key_bar import KeyBar

MakeGuest = Callable[..., GuestApp]


@pytest.fixture
def guest(make_desk: MakeDesk, clock: StillClock) -> MakeGuest:
    """kim's app on the log of the week: `guest("view")`, as long as `allows` says so."""

    def make(role: Role, allows: Callable[[], bool] = lambda: True) -> GuestApp:
        backend = make_desk(*WEEK).logbook._backend
        logbook = Logbook(backend, clock, visitor=Visitor("kim", role))
        return GuestApp(Desk(logbook, Settings(), load_catalogue(), clock), allows)

    return make


async def test_it_says_whose_log_it_is_and_what_one_may(guest: MakeGuest) -> None:
    app = guest("comment")
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert toasts(app) == ["The log of anna. You may see this log and comment on it."]


async def test_what_is_wrong_with_the_settings_is_not_told_to_a_guest(guest: MakeGuest, clock: StillClock) -> None:
    desk = guest("view").desk
    desk.settings = Settings(theme="nowhere", keys={"no.such": "x"})
    desk.faults = ("config.toml: line 3 is wrong",)
    app = GuestApp(desk, lambda: True)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert toasts(app) == ["The log of anna. You may see this log."]


@pytest.mark.parametrize("keys", [["d"], ["L"], ["m"], ["shift+down", "enter"], ["M", "down", "enter"], ["f", "enter"]])
async def test_a_viewers_keys_change_nothing(guest: MakeGuest, keys: list[str]) -> None:
    app = guest("view")
    before = app.desk.logbook.everything()
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, *keys)
        assert app.desk.logbook.everything() == before
        assert app.is_running


async def test_a_coachs_change_of_the_plan_is_theirs_and_undone_with_u(guest: MakeGuest) -> None:
    app = guest("plan")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "L")
        assert app.desk.logbook.changed_by(GYM_A.id) == "kim"
        await press(pilot, "u")
        assert app.desk.logbook.find(GYM_A.id) == GYM_A
        assert app.desk.logbook.changed_by(GYM_A.id) is None


async def test_an_own_key_writes_as_the_athlete(guest: MakeGuest) -> None:
    app = guest("log")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "d")
        assert app.desk.logbook.find(GYM_A.id) is None


async def test_whoever_logs_for_an_athlete_is_told_in_whose_log_they_are(guest: MakeGuest) -> None:
    app = guest("log")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert app.whose == "anna · you may log"
    own = guest("log")
    own.desk.logbook.visitor = Visitor("Anna", "log")
    async with own.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert own.whose == ""


@pytest.mark.parametrize(("role", "word"), [("view", "c comments"), ("comment", "c comment ")])
async def test_the_footer_says_whether_comments_are_read_or_written(guest: MakeGuest, role: Role, word: str) -> None:
    app = guest(role)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert f"{word} " in app.screen.query_one(KeyBar)._bar().plain


async def found_by_name(app: GuestApp, pilot: Pilot[None], *keys: str) -> set[str]:
    """The lines of the palette, opened and with these keys typed."""
    await press(pilot, "ctrl+p", *keys)
    assert isinstance(app.screen, Palette)
    await app.workers.wait_for_complete()
    await pilot.pause()
    return {str(each.prompt) for each in app.screen.query_one(CommandList).options}


@pytest.mark.parametrize("role", ["view", "comment", "plan", "log"])
async def test_the_palette_holds_what_a_guest_may_do_and_nothing_of_the_machine(guest: MakeGuest, role: Role) -> None:
    app = guest(role)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        may = {f"{each.help} · {' '.join(each.keys)}" for each in actions_of(app.screen) if each.id != "palette"}
        theme = {"Change the theme: dark, light, sixteen colours …"} if role == "log" else set()
        assert await found_by_name(app, pilot) == may | theme


async def test_a_viewer_finds_by_name_what_may_be_read_and_does_it(guest: MakeGuest) -> None:
    app = guest("view")
    before = app.desk.logbook.everything()
    async with app.run_test(size=(120, 60)) as pilot:
        assert not any("elete" in line for line in await found_by_name(app, pilot, *"delete"))
        await press(pilot, "enter", "escape", "escape")
        await found_by_name(app, pilot, *"load what")
        await press(pilot, "enter")
        assert app.current_mode == "load"
        assert app.desk.logbook.everything() == before


async def test_what_may_no_longer_be_done_is_not_done_from_an_open_palette(guest: MakeGuest) -> None:
    app = guest("plan")
    before = app.desk.logbook.everything()
    async with app.run_test(size=(120, 60)) as pilot:
        await found_by_name(app, pilot, *"delete this")
        app.desk.logbook.visitor = Visitor("kim", "view")
        await press(pilot, "enter")
        assert app.desk.logbook.everything() == before
        assert app.is_running


async def test_it_ends_when_the_access_does(guest: MakeGuest) -> None:
    allowed = [True]
    app = guest("view", lambda: allowed[0])
    async with app.run_test() as pilot:
        app._follow()
        await pilot.pause()
        assert not app.thrown_out
        allowed[0] = False
        app._follow()
        await pilot.pause()
        assert app.thrown_out
        assert not app.is_running


async def test_nothing_leads_out_of_it(guest: MakeGuest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url, *_, **__: opened.append(url))
    app = guest("view")
    async with app.run_test() as pilot:
        with pytest.raises(SuspendNotSupported), app.suspend():
            pass
        app.action_suspend_process()
        app.open_url("https://example.org")
        app.deliver_screenshot()
        await press(pilot, "ctrl+z")
        assert len(app.screen_stack) == 1
    assert opened == []
    assert list(tmp_path.rglob("*")) == []
