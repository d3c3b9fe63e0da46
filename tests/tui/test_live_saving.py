"""Live and the log: leaving and coming back, other terminals, a disk that cannot be written."""

import pytest
from textual.widgets import Input

from data.live import steps
from data.model import LoggedSet, Niggle
from data.store.errors import CannotWrite
from data.store.logbook import Logbook
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press, shown
from tui.app import LegdayApp
from tui.desk import Desk
from tui.modals.note import NoteModal


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


class FullDisk:
    """A disk that takes nothing while it is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        keep = Logbook.save_live

        def save_live(logbook: Logbook, lift: steps.LiveLift) -> None:
            if self.full:
                raise CannotWrite("live.json could not be written: no space left. Make room and try again.")
            keep(logbook, lift)

        monkeypatch.setattr(Logbook, "save_live", save_live)


async def test_a_set_that_cannot_be_saved_stays_in_hand_and_enter_tries_again(
    app: LegdayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        disk.full = True
        await press(pilot, "3", "0", "enter")
        assert done(app, "pogo_hop") == []
        assert current_line(app).startswith("▸  1  30▏ contacts")
        assert [note.message for note in app._notifications] == [
            "live.json could not be written: no space left. Make room and try again."
        ]
        disk.full = False
        await press(pilot, "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [30]
        assert "✓  1  30 contacts" in shown(app, "sets")


@pytest.mark.parametrize("at_the_end", [False, True])
async def test_a_note_that_cannot_be_saved_stays_on_its_lines(
    app: LegdayApp, monkeypatch: pytest.MonkeyPatch, at_the_end: bool
) -> None:
    disk = FullDisk(monkeypatch)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", *["enter", "f"] * at_the_end, "n")
        disk.full = True
        await press(pilot, *"cold", "tab", *"knee", "space", "3", "enter")
        assert isinstance(app.screen, NoteModal)
        assert [each.value for each in app.screen.query(Input)] == ["cold", "knee 3"]
        disk.full = False
        await press(pilot, "enter")
        assert (live(app).notes, live(app).niggles) == ("cold", (Niggle(part="knee", level=3),))
        assert not isinstance(app.screen, NoteModal)


async def test_an_exercise_is_cut_or_skipped_only_where_that_was_saved(
    app: LegdayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        disk.full = True
        await press(pilot, "S")
        assert [note.message for note in app._notifications] == [
            "live.json could not be written: no space left. Make room and try again."
        ]


async def test_a_lift_that_cannot_be_begun_leaves_the_choice(app: LegdayApp, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = FullDisk(monkeypatch)
    disk.full = True
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert app.desk.logbook.live() is None
        assert "▸ Gym A" in shown(app)
        disk.full = False
        await press(pilot, "enter")
        assert live(app).plan_id == "gym a"


async def test_leaving_and_coming_back_finds_the_same_set(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", "enter", "escape")
        assert app.current_mode == "plan"
        await press(pilot, "f2")
        assert current_line(app).startswith("▸  w  60 kg × 3")


async def test_a_new_start_resumes_on_the_same_set_with_every_set_done(app: LegdayApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", "enter")
    again = LegdayApp(app.desk, "live")
    async with again.run_test() as pilot:
        await pilot.pause()
        assert len(done(again, "pogo_hop")) == 2
        assert current_line(again).startswith("▸  w  60 kg × 3")


async def test_a_set_logged_on_another_terminal_is_shown(app: LegdayApp, clock: StillClock) -> None:
    phone = Logbook(app.desk.logbook._backend, clock)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        lift = phone.live()
        assert lift is not None
        phone.save_live(steps.log_set(lift, LoggedSet(contacts=22), clock.now))
        app._follow()
        await pilot.pause()
        assert "✓  1  22 contacts" in shown(app, "sets")


async def test_a_set_is_not_doubled_where_another_terminal_was_faster(app: LegdayApp, clock: StillClock) -> None:
    phone = Desk(Logbook(app.desk.logbook._backend, clock), app.desk.settings, app.desk.catalogue, clock)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        lift = phone.logbook.live()
        assert lift is not None
        phone.logbook.save_live(steps.log_set(lift, LoggedSet(contacts=22), clock.now))
        await press(pilot, "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [22]
        assert [note.message for note in app._notifications] == [
            "Another terminal went on with this lift. Here it is as it is now."
        ]
        assert "✓  1  22 contacts" in shown(app, "sets")
        await press(pilot, "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [22, 20]


async def test_a_lift_finished_on_another_terminal_is_over_here(app: LegdayApp, clock: StillClock) -> None:
    phone = Logbook(app.desk.logbook._backend, clock)
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
        lift = phone.live()
        assert lift is not None
        phone.finish_live(steps.finish(lift, 6, clock.now))
        app._follow()
        await pilot.pause()
        assert shown(app, "head") == "Live · nothing under way"


async def test_an_undone_plan_change_reaches_the_warning(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert shown(app, "warning") == "▲ 12 h 22 before Tuesday's intervals"
        app.desk.logbook.delete(PLANNED[1].id, "a run deleted")
        app._follow()
        await pilot.pause()
        assert shown(app, "warning") == ""
