"""The app of somebody at the other end of SSH: what they may not do is said, not done, and nothing leads out of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported

from data.access import Role, Visitor
from data.catalogue import load_catalogue
from data.store.config import Settings
from data.store.logbook import Logbook
from tests.tui.conftest import MakeDesk, StillClock
from tests.tui.plan_room import GYM_A, WEEK, press, toasts
from tui.desk import Desk
from tui.guest import GuestApp

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
        await press(pilot, "ctrl+p", "ctrl+z")
        assert len(app.screen_stack) == 1
    assert opened == []
    assert list(tmp_path.rglob("*")) == []
