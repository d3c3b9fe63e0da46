"""`legday` in a home of several athletes, in a real pseudo-terminal: the roster, unless it is said whose is meant."""

from pathlib import Path

import pytest

from data.store.home import Home
from tests.builders import moment
from tests.terminal.terminal import legday
from tests.tui.conftest import StillClock
from tests.tui.roster_room import LOGS, fill

NOW = "2026-06-01T12:00:00+02:00"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The logs of six athletes."""
    fill(Home(tmp_path), StillClock(moment("2026-06-01 12:00")), tuple(LOGS))
    return tmp_path


def test_the_roster_opens_where_it_is_left_open_whose_log_is_meant(home: Path) -> None:
    with legday(home, now=NOW) as terminal:
        terminal.shows("clash on Wed")
        terminal.press("\r")
        terminal.shows("week 23")
        terminal.shows("anna")
        terminal.press("q")
        terminal.shows("Roster · 6 athletes")
        terminal.press("q")
        assert terminal.ends() == 0


@pytest.mark.parametrize("said", ["option", "settings"])
def test_whose_log_is_meant_can_be_said_and_the_roster_is_a_key_away(home: Path, said: str) -> None:
    words = ("--athlete", "fay") if said == "option" else ()
    if said == "settings":
        (home / "config.toml").write_text('athlete = "fay"\n')
    with legday(home, *words, now=NOW) as terminal:
        terminal.shows("fay · week 23")
        terminal.press("gc")
        terminal.shows("clash on Wed")
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_roster_of_one(tmp_path: Path) -> None:
    fill(Home(tmp_path), StillClock(moment("2026-06-01 12:00")), ("fay",))
    with legday(tmp_path, "roster", now=NOW) as terminal:
        terminal.shows("Roster · 1 athlete ")
        terminal.press("q")
        assert terminal.ends() == 0


def test_without_a_log_there_is_no_roster(tmp_path: Path) -> None:
    with legday(tmp_path, "roster", now=NOW) as terminal:
        terminal.shows("There is no log in")
        assert terminal.ends() == 2
