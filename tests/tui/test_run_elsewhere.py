"""A run on two terminals: both stand where they can, else one of them is told; nothing typed is lost."""

from collections.abc import Callable

import pytest

from data.live import run_changes as changes
from data.live.run import LiveRun, is_paused
from data.store.errors import StoreError
from data.store.logbook import Logbook
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import press
from tests.tui.plan_room import toasts
from tests.tui.run_room import BEGIN, BEGIN_FREE, GYM_A, INTERVALS, NOW, logged_run, run_of, shown
from tui.app import LegdayApp
from tui.modals.finish_run import FinishRun
from tui.modals.note import NoteModal
from tui.modals.run_steps import RunSteps

PHONE = (40, 20)
ELSEWHERE = "Another terminal went on with this run. Here it is as it is now."
Phone = Callable[[Callable[[LiveRun], LiveRun]], None]


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    return make_app(INTERVALS, GYM_A, now=NOW, place="live")


@pytest.fixture
def phone(app: LegdayApp, clock: StillClock) -> Phone:
    """Takes a step on another terminal, at the same moment."""
    logbook = Logbook(app.desk.logbook._backend, clock)

    def take(step: Callable[[LiveRun], LiveRun]) -> None:
        run = logbook.live()
        assert isinstance(run, LiveRun)
        logbook.save_live(step(run))

    return take


def lap(clock: StillClock) -> Callable[[LiveRun], LiveRun]:
    return lambda run: changes.end_lap(run, clock.now)


def pause(clock: StillClock) -> Callable[[LiveRun], LiveRun]:
    return lambda run: changes.pause(run, clock.now)


async def test_a_lap_ended_on_both_at_once_is_one_and_nobody_is_told(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        clock.move(seconds=804)
        phone(lap(clock))
        clock.move(seconds=1)
        await press(pilot, "space")
        assert run_of(app).marks == (804,)
        assert toasts(app) == []
        assert shown(app, "place").splitlines()[0] == "Rest"


async def test_a_pause_there_and_a_lap_here_both_stand(app: LegdayApp, phone: Phone, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=300)
        phone(pause(clock))
        await press(pilot, "space")
        assert run_of(app).marks == (300,)
        assert is_paused(run_of(app))
        assert toasts(app) == []
        assert shown(app, "place").splitlines()[0] == "Paused · Lap 2"


async def test_a_note_written_there_is_in_nobodys_way(app: LegdayApp, phone: Phone, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=300)
        phone(lambda run: changes.note_run(run, "windy", None))
        await press(pilot, "p")
        assert is_paused(run_of(app))
        assert run_of(app).notes == "windy"
        assert toasts(app) == []


async def test_another_lap_that_there_was_meanwhile_is_said_and_shown_at_once(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        clock.move(seconds=804)
        phone(lap(clock))
        clock.move(seconds=10)
        await press(pilot, "space")
        assert run_of(app).marks == (804,)
        assert toasts(app) == [ELSEWHERE]
        assert shown(app, "place").splitlines()[0] == "Rest"
        phone(lap(clock))
        app._follow()
        await pilot.pause()
        assert shown(app, "place").splitlines()[0] == "Rep 2 of 3"


async def test_steps_begin_behind_a_lap_that_was_ended_there_while_they_were_typed(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=300)
        await press(pilot, "e", *"2x400m")
        phone(lap(clock))
        clock.move(seconds=10)
        await press(pilot, "enter")
        run = run_of(app)
        assert run.marks == (300, 310)
        assert [each.what for each in run.steps] == ["warmup", "warmup", "work", "recovery", "work"]


async def test_steps_that_cannot_be_saved_are_asked_for_again_as_they_were_typed(
    app: LegdayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(logbook: Logbook, live: object) -> None:
        raise StoreError("The disk is full: make room and press the key again.")

    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE, "e", *"2x400m")
        with monkeypatch.context() as patch:
            patch.setattr(Logbook, "save_live", full)
            await press(pilot, "enter")
        assert run_of(app).steps == ()
        assert isinstance(app.screen, RunSteps)
        await press(pilot, "enter")
        assert [each.metres for each in run_of(app).steps if each.what == "work"] == [400, 400]


async def test_a_note_that_cannot_be_saved_stays_on_its_line(app: LegdayApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(logbook: Logbook, live: object) -> None:
        raise StoreError("The disk is full: make room and press the key again.")

    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE, "n", *"windy")
        with monkeypatch.context() as patch:
            patch.setattr(Logbook, "save_live", full)
            await press(pilot, "enter")
        assert run_of(app).notes == ""
        assert isinstance(app.screen, NoteModal)
        await press(pilot, "enter")
        assert run_of(app).notes == "windy"
        assert not isinstance(app.screen, NoteModal)


async def test_what_was_typed_at_the_end_stays_where_the_run_went_on_there(
    app: LegdayApp, phone: Phone, clock: StillClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        clock.move(seconds=3000)
        await press(pilot, "f", *"10km", "enter")
        phone(lambda run: changes.note_run(run, "windy", None))
        await press(pilot, "7")
        assert toasts(app) == [ELSEWHERE]
        assert isinstance(app.screen, FinishRun)
        await press(pilot, "7")
        logged = logged_run(app)
        assert (logged.distance_m, logged.rpe, logged.notes) == (10_000, 7, "windy")
