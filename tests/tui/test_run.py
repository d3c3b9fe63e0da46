"""A run under way: every key is in the log first, then on the screen; the time is read from stored moments."""

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from data.live.run import RunStep, is_paused
from data.model import Niggle
from data.store.config import Settings
from data.store.errors import StoreError
from data.store.logbook import Logbook
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import press
from tests.tui.run_room import BEGIN, BEGIN_FREE, GYM_A, INTERVALS, NOW, clock_text, run_of, shown
from tui.app import LegdayApp
from tui.screens.lobby import LobbyScreen
from tui.screens.run import RunScreen
from tui.widgets.key_bar import KeyBar

PHONE = (40, 20)


async def later(app: LegdayApp, pilot: Pilot[None], clock: StillClock, seconds: float) -> None:
    """So many seconds go by, and the screen is told."""
    clock.move(seconds=seconds)
    screen = app.screen
    assert isinstance(screen, RunScreen)
    screen.tick()
    await pilot.pause()


@pytest.fixture
def app(make_app: MakeApp) -> LegdayApp:
    return make_app(INTERVALS, GYM_A, now=NOW, place="live")


async def test_the_lobby_offers_todays_run_and_begins_it(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        assert "Track" in app.screen.query_one("Lobby Lines").text  # type: ignore[attr-defined]
        await press(pilot, *BEGIN)
        run = run_of(app)
        assert (run.plan_id, run.type, run.minutes, len(run.steps)) == ("intervals", "intervals", 60, 7)
        assert run.steps[1] == RunStep("work", metres=800, target_s_per_km=250)
        assert isinstance(app.screen, RunScreen)
        assert shown(app, "head").startswith("Track · 0 min of ~60")
        assert shown(app, "place").splitlines() == ["Warm-up", "of 10:00"]
        assert shown(app, "next") == "next  Rep 800 m  3:20 · 4:10/km"
        assert clock_text(app) == "10:00"


async def test_a_free_run_is_a_stopwatch(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        run = run_of(app)
        assert (run.plan_id, run.type, run.title, run.steps) == (None, None, "", ())
        await later(app, pilot, clock, 3725)
        assert clock_text(app) == "1:02:05"
        assert shown(app, "head") == "Run · 62 min"


async def test_a_free_run_says_on_a_phone_what_can_be_done(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        assert shown(app, "place").splitlines() == ["space ends a lap", "e writes its steps"]
        await press(pilot, "p")
        assert shown(app, "place").splitlines() == ["Paused", "e writes its steps"]
        await press(pilot, "p", "e", *"2x400m", "enter")
        assert "e writes" not in shown(app, "place")


async def test_space_ends_a_lap(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        await later(app, pilot, clock, 301)
        await press(pilot, "space")
        assert run_of(app).marks == (301,)
        await later(app, pilot, clock, 10)
        assert clock_text(app) == "0:10"
        assert shown(app, "place").splitlines() == ["Lap 2", "e writes its steps"]
        await later(app, pilot, clock, 280)
        await press(pilot, "space")
        assert run_of(app).marks == (301, 591)
        assert [line.split() for line in shown(app, "laps").splitlines() if line] == [["2", "4:50"], ["1", "5:01"]]
        assert shown(app, "head").endswith("2 laps")


async def test_steps_with_a_time_end_by_themselves_and_reps_by_the_key(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        await later(app, pilot, clock, 600)
        assert run_of(app).marks == ()
        assert shown(app, "place").splitlines() == ["Rep 1 of 3", "800 m", "3:20 · 4:10/km"]
        assert clock_text(app) == "0:00"
        await later(app, pilot, clock, 204)
        await press(pilot, "space")
        assert run_of(app).marks == (804,)
        assert shown(app, "place").splitlines() == ["Rest", "of 1:30"]
        assert shown(app, "laps").splitlines()[0].split() == ["2", "800", "m", "3:24", "4:15/km", "+4", "s"]
        await later(app, pilot, clock, 20.4)
        assert clock_text(app) == "1:10"
        await press(pilot, "space")
        assert run_of(app).marks == (804, 824.4)
        assert shown(app, "place").splitlines()[0] == "Rep 2 of 3"


async def test_p_stops_the_time_and_lets_it_go_on(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        await later(app, pilot, clock, 60)
        await press(pilot, "p")
        assert is_paused(run_of(app))
        assert str(app.screen.query_one(KeyBar).render()).startswith("p go on  f finish")
        assert shown(app, "place").splitlines()[0] == "Paused · Warm-up"
        await later(app, pilot, clock, 500)
        assert clock_text(app) == "9:00"
        await press(pilot, "space")
        assert run_of(app).marks == ()
        await press(pilot, "p")
        assert not is_paused(run_of(app))
        await later(app, pilot, clock, 30)
        assert clock_text(app) == "8:30"


async def test_u_takes_the_last_lap_back(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE)
        await later(app, pilot, clock, 300)
        await press(pilot, "space")
        await later(app, pilot, clock, 5)
        await press(pilot, "u")
        assert run_of(app).marks == ()
        assert clock_text(app) == "5:05"
        assert "lap" not in shown(app, "head")


async def test_n_keeps_a_note_and_what_hurts(app: LegdayApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN, "n", *"windy", "tab", *"knee", "space", "2", "enter")
        assert run_of(app).notes == "windy"
        assert run_of(app).niggles == (Niggle(part="knee", level=2),)


async def test_e_writes_the_steps_of_a_run(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN_FREE, "e", *"2x400m", "space", "r", "6", "0", "s", "enter")
        rep, rest = RunStep("work", metres=400), RunStep("recovery", seconds=60)
        assert run_of(app).steps == (rep, rest, rep)
        assert shown(app, "place").splitlines() == ["Rep 1 of 2", "400 m"]


async def test_steps_that_cannot_be_read_stay_on_the_line(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *BEGIN_FREE, "e", *"2x4", "enter")
        assert run_of(app).steps == ()
        said = str(app.screen.query_one("#said").render())
        assert '"4" at letter 3' in said


async def test_escape_leaves_it_running(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN, "escape")
        assert not isinstance(app.screen, RunScreen)
        clock.move(seconds=90)
        await press(pilot, "g", "v")
        assert isinstance(app.screen, RunScreen)
        assert clock_text(app) == "8:30"
        assert run_of(app).marks == ()


async def test_it_is_resumed_where_it_is(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(INTERVALS, now=NOW, place="live")
    from data.live.begin_run import begin_run

    run = begin_run(INTERVALS, clock.now, "Europe/Berlin", app.desk.settings.units)
    clock.move(seconds=850)
    app.desk.logbook.save_live(replace(run, marks=(804,)))
    async with app.run_test(size=PHONE):
        assert shown(app, "place").splitlines() == ["Rest", "of 1:30"]
        assert clock_text(app) == "0:44"


async def test_a_run_thrown_away_elsewhere_makes_room_for_the_lobby(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        phone = Logbook(app.desk.logbook._backend, clock)
        phone.drop_live()
        app._follow()
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, LobbyScreen)


async def test_a_lap_that_cannot_be_saved_is_not_shown(
    app: LegdayApp, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(logbook: Logbook, live: object) -> None:
        raise StoreError("The disk is full: make room and press the key again.")

    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await press(pilot, *BEGIN_FREE)
        await later(app, pilot, clock, 300)
        with monkeypatch.context() as patch:
            patch.setattr(Logbook, "save_live", full)
            await press(pilot, "space")
        assert run_of(app).marks == ()
        assert [each.message for each in app._notifications] == ["The disk is full: make room and press the key again."]
        assert shown(app, "laps") == ""
        await press(pilot, "space")
        assert run_of(app).marks == (300,)


@pytest.mark.parametrize(("bell", "rung"), [(True, 2), (False, 0)])
async def test_the_bell_rings_before_a_timed_step_ends_and_as_it_ends(
    make_app: MakeApp, clock: StillClock, monkeypatch: pytest.MonkeyPatch, bell: bool, rung: int
) -> None:
    bells: list[float] = []
    app = make_app(INTERVALS, now=NOW, place="live", settings=Settings(bell=bell))
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, "enter")
        monkeypatch.setattr(app, "bell", lambda: bells.append((clock.now - run_of(app).start).total_seconds()))
        await later(app, pilot, clock, 594)
        for _ in range(9):
            await later(app, pilot, clock, 1)
        assert len(bells) == rung
        assert bells == [597, 600][:rung]


async def test_a_key_rings_nothing(app: LegdayApp, clock: StillClock, monkeypatch: pytest.MonkeyPatch) -> None:
    bells: list[None] = []
    async with app.run_test(size=PHONE) as pilot:
        await press(pilot, *BEGIN)
        monkeypatch.setattr(app, "bell", lambda: bells.append(None))
        await later(app, pilot, clock, 300)
        await press(pilot, "space")
        await later(app, pilot, clock, 1)
        assert bells == []


async def test_why_explains_the_target_and_the_warning(app: LegdayApp, clock: StillClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *BEGIN)
        await later(app, pilot, clock, 600)
        screen = app.screen
        assert isinstance(screen, RunScreen)
        told = {each.figure: each for each in screen.why()}
        assert told["Target"].steps == ("4:10/km × 0.8 km = 3:20",)
        assert told["Planned length"].value == "60 min"
        assert "Gym A" in shown(app, "warning")
