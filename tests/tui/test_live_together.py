"""Live on two terminals: what another one did is taken in, and neither a set nor what is in hand gets lost."""

from collections.abc import Callable

import pytest

from data.live import steps
from data.live.lift import LiveLift
from data.live.rest import end_rest
from data.model import LoggedSet
from data.store.logbook import Logbook
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, PLANNED, current_line, done, live, press, shown
from tui.app import LegdayApp

ELSEWHERE = "Another terminal went on with this lift. Here it is as it is now."
ROWS = 3
Phone = Callable[[Callable[[LiveLift], LiveLift]], None]


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    """Live on the evening of gym A; the first enter begins it."""
    return make_app(*PLANNED, now=NOW, place="live")


@pytest.fixture
def phone(app: LegdayApp, clock: StillClock) -> Phone:
    """Takes a step on another terminal, some seconds later."""
    logbook = Logbook(app.desk.logbook._backend, clock)

    def take(step: Callable[[LiveLift], LiveLift]) -> None:
        lift = logbook.live()
        assert isinstance(lift, LiveLift)
        clock.move(seconds=5)
        logbook.save_live(step(lift))

    return take


def row(clock: StillClock) -> Callable[[LiveLift], LiveLift]:
    return lambda lift: steps.log_set(steps.go_to(lift, ROWS), LoggedSet(kg=22.5, reps=8), clock.now)


def said(app: LegdayApp) -> list[str]:
    return [note.message for note in app._notifications]


async def test_a_set_goes_on_top_of_what_another_terminal_did_elsewhere(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter")
        phone(row(clock))
        await press(pilot, "enter")
        assert [len(done(app, name)) for name in ("pogo_hop", "row_dumbbell")] == [2, 1]
        assert said(app) == []
        assert current_line(app).startswith("▸  w  40 kg × 5")


async def test_a_rest_ended_or_a_note_written_elsewhere_is_in_nobodys_way(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter", "enter")
        phone(end_rest)
        phone(lambda lift: steps.note(lift, "warm in here"))
        await press(pilot, "2", "2", "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [20, 22]
        assert live(app).notes == "warm in here"
        assert said(app) == []


async def test_the_same_set_logged_on_both_is_there_once(app: LegdayApp, phone: Phone, clock: StillClock) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        phone(lambda lift: steps.log_set(lift, LoggedSet(contacts=20), clock.now))
        await press(pilot, "enter")
        assert len(done(app, "pogo_hop")) == 1
        assert said(app) == [ELSEWHERE]
        assert "✓  1  20 contacts" in shown(app, "sets")


async def test_what_is_typed_stays_in_hand_while_another_terminal_goes_on_elsewhere(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *["enter"] * 5, "8", "5")
        phone(row(clock))
        app._follow()
        await pilot.pause()
        assert current_line(app).startswith("▸  1  85▏ kg × 6")
        await press(pilot, "x", "4", "enter")
        assert [(each.kg, each.reps) for each in done(app, "back_squat")[2:]] == [(85, 4)]
        assert len(done(app, "row_dumbbell")) == 1


async def test_an_edit_goes_on_while_another_terminal_goes_on_elsewhere(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *["enter"] * 3, "e", "2", "5")
        phone(row(clock))
        app._follow()
        await pilot.pause()
        await press(pilot, "enter")
        assert [each.contacts for each in done(app, "pogo_hop")] == [20, 25]
        assert len(done(app, "row_dumbbell")) == 1


async def test_with_nothing_typed_it_shows_what_the_other_terminal_is_at(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, *["enter"] * 3)
        phone(row(clock))
        app._follow()
        await pilot.pause()
        assert current_line(app).startswith("▸  2  22.5 kg")


async def test_a_lift_is_not_finished_without_the_set_just_logged_elsewhere(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, *["enter"] * 3, "f")
        phone(row(clock))
        await press(pilot, "7")
        assert live(app).exercises[ROWS].done
        assert said(app) == [ELSEWHERE]
        await press(pilot, "f", "7")
        assert app.desk.logbook.live() is None


async def test_a_set_logged_elsewhere_between_looking_and_saving_is_kept_too(
    app: LegdayApp, phone: Phone, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, faster = Logbook.save_live, [row(clock)]

    def save_live(logbook: Logbook, lift: LiveLift) -> None:
        if logbook is app.desk.logbook and faster:
            phone(faster.pop())
        keep(logbook, lift)

    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        monkeypatch.setattr(Logbook, "save_live", save_live)
        await press(pilot, "enter")
        assert [len(done(app, name)) for name in ("pogo_hop", "row_dumbbell")] == [1, 1]
        assert said(app) == []
