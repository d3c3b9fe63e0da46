"""What a visitor may not do is not on the screen, not in the help, not in the palette, and no key does it."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot

from data.access import Role, Visitor
from data.catalogue import load_catalogue
from data.live.begin import begin
from data.live.begin_run import begin_run
from data.live.hold import start_hold
from data.live.run import LiveRun
from data.live.run_changes import end_lap
from data.model import LoggedSet, PlannedSession
from data.store.config import Settings
from data.store.files import FilesBackend
from data.store.guard import Guarded
from data.store.logbook import Logbook
from data.units import Units
from tests.builders import athlete, lift, moment, planned_lift, planned_run, prescribed, run, sets
from tests.tui.conftest import StillClock
from tests.tui.plan_room import press, toasts, type_in
from tests.tui.roster_room import contents, until
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.desk import Desk
from tui.guest import GuestApp
from tui.keys import EVERYWHERE
from tui.modals.session import SessionSheet
from tui.palette import commands
from tui.places import Place
from tui.screens.lift import LiftScreen
from tui.screens.lift_keys import KEYS as LIFT
from tui.screens.load import KEYS as LOAD
from tui.screens.lobby import KEYS as LOBBY
from tui.screens.plan_keys import KEYS as PLAN
from tui.screens.run import RunScreen
from tui.screens.run_keys import KEYS as RUN
from tui.screens.settings import KEYS as SETTINGS
from tui.widgets.setting_rows import SettingRows

NOW = "2026-06-01 12:00"
GYM_A = planned_lift("2026-06-01 18:00", 45, id="gym a")
INTERVALS = planned_run("2026-06-02 07:00", 60, id="intervals", type="intervals")
DONE = run("2026-06-01 07:00", 40, id="done", rpe=4)
SQUATS = lift("2026-05-30 18:00", 45, id="squats", rpe=6, exercises=sets("back_squat", 3, reps=5, kg=80, rir=2))
SESSIONS = (GYM_A, INTERVALS, DONE, SQUATS, planned_run("2026-05-31 07:00", id="missed"))
TABLES: Final[dict[Place, Any]] = {"plan": PLAN, "live": LIFT + RUN + LOBBY, "load": LOAD, "settings": SETTINGS}
# Keys that do something else for who may more: enter opens a session for who may not do what is most obvious; c stands
# in the footer where there is talk; u takes a set or a lap back where that may be, and in Live ctrl+r does that again.
OTHERWISE: Final = {"plan.open", "plan.comment", "plan.comment_first", "undo"}
OTHERWISE_IN_LIVE: Final = {"redo"}
ORDER: Final[tuple[Role, ...]] = ("view", "comment", "plan", "log")


@pytest.fixture
def folder(tmp_path: Path, clock: StillClock) -> Path:
    """A log in files: a week with a warning in it, and a lift that could be begun."""
    logbook = Logbook(FilesBackend(tmp_path / "anna"), clock)
    logbook.save_athlete(athlete())
    logbook.change("what is there", save=SESSIONS)
    return tmp_path / "anna"


def visit(folder: Path, clock: StillClock, role: Role, place: Place = "plan") -> LegdayApp:
    """The app as kim has it, who may do that."""
    logbook = Logbook(FilesBackend(folder, tidy=False), clock, visitor=Visitor("kim", role))
    return LegdayApp(Desk(logbook, Settings(), load_catalogue(), clock, _keep_nothing), place)


def lift_under_way(folder: Path, clock: StillClock) -> None:
    """Anna is in the middle of gym A."""
    live = begin(GYM_A, load_catalogue(), {}, clock() - timedelta(minutes=10), "Europe/Berlin")
    Logbook(FilesBackend(folder), clock).save_live(live)


def run_under_way(folder: Path, clock: StillClock) -> None:
    """Anna is in the middle of her intervals, in the third step, with laps to take back."""
    live = begin_run(INTERVALS, clock() - timedelta(minutes=20), "Europe/Berlin", Units())
    for minutes in (10, 14):
        live = end_lap(live, live.start + timedelta(minutes=minutes))
    Logbook(FilesBackend(folder), clock).save_live(live)


UNDER_WAY: Final[dict[str, Callable[[Path, StillClock], None]]] = {
    "idle": lambda folder, clock: None,
    "lift under way": lift_under_way,
    "run under way": run_under_way,
}


async def hit(app: LegdayApp, pilot: Pilot[None], key: str) -> None:
    """Press the key, without the waits of a typist."""
    app.simulate_key(key)
    await pilot.pause()


async def back_to(app: LegdayApp, pilot: Pilot[None], place: Place) -> None:
    """Leave every question, and go back to the screen."""
    while len(app.screen_stack) > 1:
        app.pop_screen()
    await app.action_go(place)
    await pilot.pause()


@contextmanager
def nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was tried to be written all the same, with the words of who refused it."""
    tried: list[str] = []

    def refuse(self: Guarded, kind: str, *_: object) -> None:
        tried.append(kind)

    with monkeypatch.context() as patch:
        patch.setattr(Guarded, "permit", refuse)
        patch.setattr(Guarded, "change", _no_change)
        yield tried


@pytest.mark.parametrize("place", TABLES)
@pytest.mark.parametrize("busy", UNDER_WAY)
async def test_no_key_of_a_viewer_writes_or_opens_a_question_to_write(
    folder: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch, place: Place, busy: str
) -> None:
    UNDER_WAY[busy](folder, clock)
    before = contents(folder)
    keys = [key for each in (*TABLES[place], *EVERYWHERE) if each.id != "quit" for key in each.keys.split(",")]
    app = visit(folder, clock, "view", place)
    with nothing_is_written(monkeypatch) as tried:
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            for key in dict.fromkeys(keys):
                await hit(app, pilot, key)
                assert type(app.screen).__name__ in _READING, key
                await hit(app, pilot, "enter")
                assert type(app.screen).__name__ in _READING, key
                assert tried == [], key
                assert not [said for said in toasts(app) if "not change" in said], key
                await back_to(app, pilot, place)
    assert contents(folder) == before


@pytest.mark.parametrize("busy", UNDER_WAY)
async def test_no_click_of_a_viewer_begins_a_session_or_steps_in_one(
    folder: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch, busy: str
) -> None:
    UNDER_WAY[busy](folder, clock)
    before = contents(folder)
    app = visit(folder, clock, "view", "live")
    with nothing_is_written(monkeypatch) as tried:
        async with app.run_test(size=(80, 24)) as pilot:
            for line in range(23):  # the last one is the keys
                await pilot.click(offset=(4, line), times=2)
                assert type(app.screen).__name__ in _READING, line
                assert tried == [], line
    assert contents(folder) == before


@pytest.mark.parametrize("place", TABLES)
@pytest.mark.parametrize("busy", UNDER_WAY)
async def test_who_may_more_has_every_key_of_who_may_less(
    folder: Path, clock: StillClock, place: Place, busy: str
) -> None:
    UNDER_WAY[busy](folder, clock)
    ids = []
    otherwise = OTHERWISE | OTHERWISE_IN_LIVE if place == "live" else OTHERWISE
    for role in ORDER:
        app = visit(folder, clock, role, place)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            ids.append({each.id for each in actions_of(app.screen)} - otherwise)
    view, comment, plan, log = ids
    assert view <= comment <= plan <= log
    assert view < log


async def test_what_a_viewer_may_not_is_neither_in_the_footer_nor_in_the_palette(
    folder: Path, clock: StillClock
) -> None:
    app = visit(folder, clock, "view")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = {each.id for each in actions_of(app.screen)}
        said = " ".join(str(each.title) for each in commands(app, app.screen))
        assert not shown & {"plan.add", "plan.delete", "plan.fix", "plan.accept", "undo", "redo"}
        assert {"plan.up", "go", "help", "quit"} <= shown
        for words in ("Add a session", "Delete", "Undo", "Lay a template"):
            assert words not in said


async def test_a_viewer_opens_a_session_and_can_only_read_it(folder: Path, clock: StillClock) -> None:
    app = visit(folder, clock, "view")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionSheet)
        await press(pilot, "e")
        assert isinstance(app.screen, SessionSheet)
        await press(pilot, "d")
        assert {each.id for each in actions_of(app.screen)} == {"session.more", "session.back", "session.close"}


async def test_who_may_plan_moves_a_session_and_cannot_touch_what_was_done(folder: Path, clock: StillClock) -> None:
    app = visit(folder, clock, "plan")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "shift+down", "shift+down", "enter")
        moved = app.desk.logbook.find("gym a")
        assert isinstance(moved, PlannedSession)
        assert moved.start == moment("2026-06-03 18:00")
        assert app.desk.logbook.changed_by("gym a") == "kim"
        await press(pilot, "full_stop", "up", "d")
        assert app.desk.logbook.find("done") == DONE
        assert "plan.delete" not in {each.id for each in actions_of(app.screen)}


async def test_what_was_done_cannot_be_added_by_who_may_plan(folder: Path, clock: StillClock) -> None:
    app = visit(folder, clock, "plan")
    before = contents(folder)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "ran 10k 48:30")
        await press(pilot, "enter")
        assert len(app.screen_stack) == 2  # what was typed stays
    assert contents(folder) == before


async def test_a_viewer_watches_a_lift_set_by_set(folder: Path, clock: StillClock) -> None:
    lift_under_way(folder, clock)
    app = visit(folder, clock, "view", "live")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert type(app.screen).__name__ == "LiftScreen"
        await press(pilot, "enter", "5", "f", "S", "escape", "enter")
        live = Logbook(FilesBackend(folder), clock).live()
        assert live is not None
        assert not any(each.done for each in live.exercises)  # type: ignore[union-attr]


async def test_a_viewer_watches_a_run_and_cannot_touch_it(folder: Path, clock: StillClock) -> None:
    run_under_way(folder, clock)
    app = visit(folder, clock, "view", "live")
    before = contents(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, RunScreen)
        assert not {each.id for each in actions_of(app.screen)} & {each.id for each in RUN}
        await press(pilot, *(key for each in RUN for key in each.keys.split(",")))
        assert isinstance(app.screen, RunScreen)
        anna = Logbook(FilesBackend(folder), clock)
        live = anna.live()
        assert isinstance(live, LiveRun)
        assert contents(folder) == before
        anna.save_live(end_lap(live, clock()))
        await until(pilot, lambda: app.screen._run != live)  # type: ignore[attr-defined]


async def test_a_timed_set_that_is_over_is_logged_where_the_athlete_is(folder: Path, clock: StillClock) -> None:
    anna = Logbook(FilesBackend(folder), clock)
    plank = planned_lift(NOW, exercises=prescribed("side_plank", 2, 30))
    live = begin(plank, load_catalogue(), {}, clock(), "Europe/Berlin")
    anna.save_live(start_hold(live, LoggedSet(seconds=30), clock(), unilateral=False))
    before = contents(folder)
    clock.move(minutes=2)
    app = visit(folder, clock, "view", "live")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LiftScreen)
        app.screen.tick()
        await pilot.pause()
        assert toasts(app) == []
    assert contents(folder) == before


async def test_the_settings_can_only_be_read(folder: Path, clock: StillClock) -> None:
    app = visit(folder, clock, "plan", "settings")
    before = contents(folder)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "enter", "right", "left", "space", "d", "down", "enter", "right")
        for line in range(app.screen.query_one(SettingRows).size.height):
            for _ in range(2):  # the second click on a line is what enter is
                await pilot.click(SettingRows, offset=(4, line))
            assert not app.screen.is_modal, line
        assert toasts(app) == []
    assert contents(folder) == before


@pytest.mark.parametrize("seed", range(6))
async def test_random_keys_of_a_viewer_change_no_byte(folder: Path, clock: StillClock, seed: int) -> None:
    list(UNDER_WAY.values())[seed % 3](folder, clock)
    before = contents(folder)
    keys = _keys_that_exist()
    draw = random.Random(seed)
    app = GuestApp(visit(folder, clock, "view").desk, lambda: True)
    async with app.run_test(size=draw.choice([(40, 20), (80, 24), (120, 40)])) as pilot:
        for _ in range(50):
            for key in draw.choices(keys, k=10):
                app.simulate_key(key)
            await pilot.pause()
        assert app.is_running
    assert contents(folder) == before


def _keys_that_exist() -> list[str]:
    tables = [*TABLES.values(), EVERYWHERE]
    bound = {key for table in tables for each in table for key in each.keys.split(",")} - {"q"}
    return sorted(bound | set("abcdefghijklmnoprstuvwxyzPMUTC1234567890") | {"ctrl+z", "ctrl+c", "ctrl+d", "ctrl+s"})


# The screens and modals in which nothing can be written.
_READING: Final = frozenset(
    {
        "PlanScreen", "LobbyScreen", "LiftScreen", "RunScreen", "LoadScreen", "SettingsScreen",
        "SessionSheet", "HelpModal", "GoMenu", "Palette", "CommentsModal",
    }
)  # fmt: skip


@contextmanager
def _no_change(self: Guarded) -> Iterator[Any]:
    raise AssertionError("something was to be written")
    yield


def _keep_nothing(_: Settings) -> None:
    raise AssertionError("the settings were to be written")
