"""The roster: who needs a word, the log of one opened from it and left again, and changes seen as they happen."""

from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from data.access import Role
from data.model import Session
from data.store.home import Home
from tests.builders import athlete
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.plan_room import press, toasts, type_in
from tests.tui.roster_room import SQUATS, hurting, lines, make_club, open_roster, read, roster, until
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.modals.help import HelpModal
from tui.screens.roster import RosterScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.roster_rows import RosterRows

LINES = [
    "athlete week usual plan ahead hurts seen needs a word",
    "anna ├─┤ −4 % 0/3 ✖ 1 · 1 d clash on Wed",
    "ben ├─┤ −15 % 0/1 · 4↑ left … 1 d left knee 4, rising",
    "cleo ■ ├────┤ +59 % – · · today 59 % above usual",
    "dan ├─┤ −18 % 0/1 · · 1 d missed 2 sessions",
    "eve ├─────┤ −92 % 0/1 · · 12 d silent for 12 days",
    "fay ■ ├─┤ +3 % 1/1 · · today",
]


@pytest.fixture
def app(tmp_path: Path, clock: StillClock) -> LegdayApp:
    """The app on the roster of six, in whose logs kim may only look."""
    return open_roster(make_club(tmp_path, clock))


def names(app: LegdayApp) -> list[str]:
    """The athletes on the screen, in order."""
    return [line.split()[0] for line in lines(app) if line][app.size.width >= 80 :]


def bar(app: LegdayApp) -> str:
    """The foot of the screen."""
    return str(app.screen.query_one(KeyBar).render())


async def test_a_line_an_athlete_and_who_needs_a_word_first(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        assert lines(app) == LINES
        assert "6 athletes · 5 need a word" in str(roster(app).head.content)


async def test_on_a_phone_the_name_and_the_reason(app: LegdayApp) -> None:
    async with app.run_test(size=(40, 20)) as pilot:
        await read(app, pilot)
        assert lines(app)[:2] == ["anna clash on Wed", "ben left knee 4, rising"]
        assert lines(app)[-1] == "fay"


async def test_the_names_are_there_before_the_logs_are_read(tmp_path: Path, clock: StillClock) -> None:
    club = make_club(tmp_path, clock)
    held, read_line = Event(), club.line
    club.line = lambda name: read_line(name) if held.wait(10) else None  # type: ignore[method-assign, assignment, return-value]
    app = open_roster(club)
    async with app.run_test(size=(80, 24)) as pilot:
        assert lines(app)[1:] == [f"{name} …" for name in ("anna", "ben", "cleo", "dan", "eve", "fay")]
        held.set()
        await read(app, pilot)
        assert lines(app) == LINES


async def test_a_log_that_cannot_be_read_is_one_line_and_the_others_stand(tmp_path: Path, clock: StillClock) -> None:
    club = make_club(tmp_path, clock)
    (tmp_path / "athletes/fay/log-2026.json").write_text("{")
    app = open_roster(club)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        assert names(app) == ["fay", "anna", "ben", "cleo", "dan", "eve"]
        assert "cannot be read: it ends in the middle" in roster(app).about.text


async def test_slash_filters_by_name_and_escape_shows_all(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "slash")
        await type_in(pilot, "AN")
        assert names(app) == ["anna", "dan"]
        await press(pilot, "escape")
        assert len(names(app)) == 6


async def test_a_name_typed_in_a_burst_is_found_and_q_is_a_key_again_afterwards(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        for key, letter in (("slash", "/"), ("b", "b"), ("e", "e"), ("n", "n"), ("enter", "\r")):
            app.post_message(Key(key, letter))
        await until(pilot, lambda: app.current_mode == "plan")
        assert app.desk.logbook.athlete.name == "ben"
        await press(pilot, "q")
        assert len(names(app)) == 6
        await press(pilot, "q")
        assert app.return_code == 0


async def test_enter_after_the_filter_opens_the_first_of_them(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "slash", "d", "enter")
        assert app.current_mode == "plan"
        assert app.desk.logbook.athlete.name == "dan"


async def test_the_cursor_stays_on_the_athlete_while_others_change(app: LegdayApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "down", "down", "down")
        assert roster(app).chosen == "dan"
        _log(tmp_path, app, "fay", hurting(0, 7))
        await until(pilot, lambda: names(app)[:3] == ["anna", "ben", "fay"])
        assert roster(app).chosen == "dan"


async def test_many_athletes_are_paged(tmp_path: Path, clock: StillClock) -> None:
    for number in range(40):
        name = f"runner {number:02}"
        Home(tmp_path).open_logbook(name, clock, new=True).save_athlete(athlete(name=name))
    app = open_roster(make_club(tmp_path, clock, fill_it=False))
    async with app.run_test(size=(40, 20)) as pilot:
        await read(app, pilot)
        first = lines(app)
        assert len(first) == roster(app).query_one(RosterRows).page_rows < 40
        await press(pilot, "pagedown")
        assert lines(app)[0].startswith(f"runner {len(first):02}")
        await press(pilot, "up")
        assert lines(app) == first
        assert "pgdn page" in roster(app).query_one(KeyBar)._bar().plain
        await press(pilot, "pagedown", "home")
        assert roster(app).chosen == "runner 00"


async def test_the_keys_of_weeks_and_days_are_no_pages(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "down")
        chosen = roster(app).chosen
        await press(pilot, "right_square_bracket", "left_square_bracket", "full_stop")
        assert roster(app).chosen == chosen
        named = {key for each in actions_of(roster(app)) for key in each.keys}
        assert not named & {"[", "]", "."}


async def test_a_change_of_a_log_is_seen_within_two_seconds(app: LegdayApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        _log(tmp_path, app, "eve", SQUATS)
        await until(pilot, lambda: any(line.startswith("eve") and "2 d" in line for line in lines(app)))


async def test_an_athlete_who_comes_to_the_home_is_seen(app: LegdayApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        _log(tmp_path, app, "gus", SQUATS)
        await until(pilot, lambda: "gus" in names(app))


async def test_why_explains_the_athlete_under_the_cursor(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "down", "question_mark")
        assert isinstance(app.screen, HelpModal)
        screen = app.screen_stack[0]
        assert isinstance(screen, RosterScreen)
        told = screen.why()
        assert (told[0].figure, told[0].value) == ("ben", "needs a word")
        assert told[1].figure == "Niggles"


@pytest.mark.parametrize(("key", "place"), [("enter", "plan"), ("f1", "plan"), ("f2", "live"), ("f3", "load")])
async def test_a_log_is_opened_with_a_banner_that_says_whose(app: LegdayApp, key: str, place: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "down", key)
        assert app.current_mode == place
        assert app.desk.logbook.athlete.name == "ben"
        assert bar(app).startswith("ben · read-only\n")


@pytest.mark.parametrize(
    ("keys", "place"), [("escape", "roster"), ("q", "roster"), ("f7", "roster"), ("g c", "roster")]
)
async def test_from_the_plan_back_to_the_roster(app: LegdayApp, keys: str, place: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        await press(pilot, "enter", *keys.split())
        assert app.current_mode == "roster"


async def test_one_log_after_the_other(app: LegdayApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await read(app, pilot)
        for name in ("anna", "ben", "cleo"):
            await press(pilot, "f3")
            assert (app.current_mode, app.desk.logbook.athlete.name) == ("load", name)
            await press(pilot, "escape", "escape", "down")
        await press(pilot, "q")
        assert app.return_code == 0


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("view", "anna · read-only"),
        ("comment", "anna · you may comment"),
        ("plan", "anna · you may plan"),
        ("log", "anna · you may log"),
    ],
)
async def test_the_banner_says_what_may_be_done(tmp_path: Path, clock: StillClock, role: Role, said: str) -> None:
    app = open_roster(make_club(tmp_path, clock, role=role))
    async with app.run_test(size=(40, 20)) as pilot:
        await read(app, pilot)
        await press(pilot, "enter")
        assert bar(app).splitlines()[0] == said


async def test_a_log_that_cannot_be_opened_leaves_the_roster_there(tmp_path: Path, clock: StillClock) -> None:
    club = make_club(tmp_path, clock)
    (tmp_path / "athletes/anna/plan-2026.json").write_text("{")
    app = open_roster(club)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read(app, pilot)
        await press(pilot, "enter")
        assert "plan-2026.json cannot be read" in toasts(app)[0]
        await press(pilot, "f7", "down", "enter")
        assert app.desk.logbook.athlete.name == "ben"


async def test_an_athlete_alone_has_no_roster(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f7")
        assert app.current_mode == "plan"
        await press(pilot, "g")
        assert not any("Roster" in str(each.render()) for each in app.screen.query("Static"))
        await press(pilot, "c", "escape")
        assert (app.current_mode, app.whose) == ("plan", "")
        assert app.screen.query_one(KeyBar).size.height == 1


def _log(folder: Path, app: LegdayApp, name: str, session: Session) -> None:
    """The athlete logs a session on another machine."""
    Home(folder).open_logbook(name, app.desk.now, new=True).save(session, "a session")
