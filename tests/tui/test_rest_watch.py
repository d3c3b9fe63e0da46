"""The rest is watched on every screen: what the terminal is told of it, in order."""

from datetime import timedelta

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from data.catalogue import load_catalogue
from data.live.hold import end_hold, start_hold
from data.live.lift import LiveExercise, LiveLift
from data.live.steps import log_set
from data.model import LoggedSet
from data.store.config import Settings
from data.store.logbook import Logbook
from tests.builders import BERLIN, moment
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, PLANNED, done, live, press
from tui.app import LegdayApp
from tui.outside import BELL, GIVE_TITLE_BACK, KEEP_TITLE, notification, title
from tui.rest_watch import RestWatch, Running, running

USUAL, SQUAT = Settings(), "Back squat"
CATALOGUE, START = load_catalogue(), moment(NOW)
PLANK = LiveLift(
    id="s1",
    start=START,
    zone=BERLIN,
    title="Home A",
    exercises=(LiveExercise(exercise="side_plank", prescribed=(LoggedSet(seconds=20),) * 2),),
)
XTERM = {"TERM": "xterm-256color"}
GO = title("GO · Back squat")


def told(watch: RestWatch, *left: int | None, settings: Settings = USUAL) -> list[str]:
    """What it says to looks with so much rest left, a second apart."""
    rests = [None if each is None else Running("rest", SQUAT, each) for each in left]
    return [watch.look(each, START + timedelta(seconds=second), settings) for second, each in enumerate(rests)]


def test_the_title_counts_down_in_steps_then_says_go_and_at_last_the_apps_name() -> None:
    watch = RestWatch(XTERM)
    assert watch.begin() == KEEP_TITLE + title("legday")
    assert told(watch, None, 102, 101, 100, 99, 3, 0, -1, None, None) == [
        "",
        title("rest 1:45 · Back squat"),
        "",
        title("rest 1:40 · Back squat"),
        "",
        title("rest 0:05 · Back squat"),
        BELL + GO,
        "",
        title("legday"),
        "",
    ]
    assert watch.end() == GIVE_TITLE_BACK


def test_a_rest_costs_less_than_ten_bytes_a_second_beside_the_screen() -> None:
    watch = RestWatch(XTERM | {"KITTY_WINDOW_ID": "1"})
    said = "".join(told(watch, *range(150, 0, -1)))
    assert 0 < len(said.encode()) / 150 < 10


def test_only_who_saw_the_rest_run_down_hears_its_end() -> None:
    assert told(RestWatch(XTERM), -3, -4) == [GO, ""]
    assert told(RestWatch(XTERM), 2, None, -3) == [title("rest 0:05 · Back squat"), title("legday"), GO]


def test_every_rest_rings_once() -> None:
    rings = [each.count(BELL) for each in told(RestWatch(XTERM), 1, 0, -1, 90, 1, -1, -2)]
    assert rings == [0, 1, 0, 0, 0, 1, 0]


def test_the_bell_can_be_off() -> None:
    assert told(RestWatch(XTERM), 1, 0, settings=Settings(bell=False))[-1] == GO


def test_a_notification_goes_where_the_terminal_can_or_where_the_settings_say() -> None:
    kitty, words = XTERM | {"KITTY_WINDOW_ID": "1"}, "GO · Back squat"
    assert told(RestWatch(kitty), 1, 0)[-1] == BELL + GO + notification("osc99", "legday", words)
    assert told(RestWatch(kitty), 1, 0, settings=Settings(notify="off"))[-1] == BELL + GO
    urxvt = told(RestWatch(XTERM), 1, 0, settings=Settings(notify="osc777", bell=False))
    assert urxvt[-1] == GO + notification("osc777", "legday", words)


def test_a_console_without_a_window_gets_the_bell_alone() -> None:
    watch = RestWatch({"TERM": "linux"})
    assert (watch.begin(), told(watch, 2, 0), watch.end()) == ("", ["", BELL], "")


def rings_of_a_plank(until: float) -> list[int]:
    """The seconds at which it rings when a plank of 20 s a side is held so long, looked at once a second."""
    watch, rings = RestWatch(XTERM), []
    lift = start_hold(PLANK, LoggedSet(seconds=20), START, unilateral=True)
    for second in range(60):
        now = START + timedelta(seconds=second + 0.3)
        if lift.hold and second + 0.3 >= until:
            lift = end_hold(lift, now)
        if BELL in watch.look(running(lift, now, CATALOGUE), now, USUAL):
            rings.append(second)
    return rings


def test_a_hold_rings_at_its_start_at_the_change_of_sides_and_at_its_end() -> None:
    assert rings_of_a_plank(until=50) == [5, 25, 30, 50]


def test_a_hold_that_was_ended_early_does_not_ring_for_that() -> None:
    assert rings_of_a_plank(until=15) == [5]


def test_the_title_of_a_hold() -> None:
    watch, lift = RestWatch(XTERM), start_hold(PLANK, LoggedSet(seconds=20), START, unilateral=True)
    moments = [START + timedelta(seconds=second) for second in (0, 5, 25, 30, 50)]
    assert [watch.look(running(lift, now, CATALOGUE), now, Settings(bell=False)) for now in moments] == [
        title(f"{words} · Side plank")
        for words in ("ready 0:05", "hold 0:20", "other side 0:05", "hold 0:20", "hold over")
    ]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What an app tells a usual terminal of its title, and its bells."""
    said: list[str] = []

    def write(driver: HeadlessDriver, data: str) -> None:
        if data.startswith((BELL, KEEP_TITLE, GIVE_TITLE_BACK, "\x1b]0;")):
            said.append(data)

    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("KITTY_WINDOW_ID", "TERM_PROGRAM", "LC_TERMINAL", "TMUX", "STY", "WT_SESSION", "VTE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(LegdayApp, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", write)
    return said


def looks(app: LegdayApp, written: list[str]) -> list[str]:
    """What is written when a second has gone by."""
    written.clear()
    app._follow()
    return list(written)


async def test_it_rings_on_any_screen_and_gives_the_title_back(
    make_app: MakeApp, clock: StillClock, written: list[str]
) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        assert written == [KEEP_TITLE + title("legday")]
        await press(pilot, "enter", "enter")
        assert looks(app, written) == [title("rest 0:45 · Pogo hops")]
        await press(pilot, "escape")
        assert app.current_mode == "plan"
        clock.move(seconds=20)
        assert looks(app, written) == [title("rest 0:25 · Pogo hops")]
        await press(pilot, "f3")
        clock.move(seconds=25)
        assert looks(app, written) == [BELL + title("GO · Pogo hops")]
        assert looks(app, written) == []
        assert app.current_mode == "load"
    assert written == [GIVE_TITLE_BACK]


async def test_a_rest_that_ended_unseen_rings_nothing(make_app: MakeApp, clock: StillClock, written: list[str]) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter")
    clock.move(seconds=100)
    again = LegdayApp(app.desk)
    async with again.run_test():
        assert looks(again, written) == [title("GO · Pogo hops")]


async def test_a_rest_begun_on_another_terminal_is_heard_here_too(
    make_app: MakeApp, clock: StillClock, written: list[str]
) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        phone = Logbook(app.desk.logbook._backend, clock)
        phone.live()
        phone.save_live(log_set(live(app), live(app).exercises[0].prescribed[0], clock.now))
        looks(app, written)
        clock.move(seconds=45)
        assert looks(app, written) == [BELL + title("GO · Pogo hops")]
        assert len(done(app, "pogo_hop")) == 1
