"""A run in a real terminal the size of a phone: what a kill in the middle of a rest costs, and what a second does."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic

import pexpect
import pytest

from data.calendar import Days
from data.live.run import LiveRun
from data.store.home import Home
from data.store.logbook import Logbook
from tests.builders import athlete, moment
from tests.terminal.terminal import Terminal, legday, legday_command
from tests.tui.run_room import GYM_A, INTERVALS, NOW

PHONE = (40, 20)
STARTED = moment(NOW)
TODAY = Days(STARTED.date(), STARTED.date() + timedelta(1))
# The most that a second may cost, in bytes.
MOST_A_SECOND = 120


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which intervals are planned for now."""
    logbook = opened(tmp_path)
    logbook.save_athlete(athlete())
    logbook.change("the plan", save=(INTERVALS, GYM_A))
    return tmp_path


def opened(home: Path) -> Logbook:
    return Home(home).open_logbook("anna", lambda: STARTED, new=True)


def live_after(home: Path, seconds: float) -> Terminal:
    """`legday live`, so many seconds after the start; its clock stands still."""
    return legday(home, "live", now=(STARTED + timedelta(seconds=seconds)).isoformat(), size=PHONE)


def on_disk(home: Path) -> LiveRun:
    run = opened(home).live()
    assert isinstance(run, LiveRun)
    return run


def test_killed_in_a_rest_it_resumes_on_the_same_step(home: Path) -> None:
    with live_after(home, 0) as phone:
        phone.shows("Planned for today")
        phone.press("j\r")
        phone.shows("Warm-up")
        assert on_disk(home).marks == ()
        phone.kill()
    with live_after(home, 804) as phone:
        phone.shows("Rep 1 of 3")
        phone.press(" ")
        phone.shows("of 1:30")
        assert on_disk(home).marks == (804,)
        phone.kill()
    with live_after(home, 834) as laptop:
        laptop.shows("Rest")
        laptop.shows("next  Rep 800 m")
        laptop.shows("3:24")
        assert on_disk(home).marks == (804,)
        laptop.kill()
    with live_after(home, 1100) as laptop:
        laptop.shows("Rep 2 of 3")
        laptop.press("f")
        laptop.shows("How far and how long?")
        laptop.press("3.4km\r")
        laptop.shows("n note")
        laptop.press("8")
        laptop.shows("rated 8")
    (logged,) = opened(home).logged(TODAY)
    assert (logged.plan_id, logged.rpe, logged.distance_m, logged.minutes) == ("intervals", 8, 3400, 1100 / 60)
    assert [lap.seconds for lap in logged.laps] == [600, 204, 90, 206]
    assert opened(home).live() is None


@pytest.fixture
def running(home: Path) -> Iterator[Terminal]:
    """The app on this machine's own clock, with a free run under way."""
    with Terminal(legday_command("live"), PHONE, {"LEGDAY_HOME": str(home)}) as phone:
        phone.shows("Or begin")
        phone.press("kk\r")
        phone.shows("space ends a lap")
        yield phone


def test_a_second_costs_no_more_than_its_digits(running: Terminal) -> None:
    drained(running, until=monotonic() + 1.5)  # what came with the screen
    began, seconds = monotonic(), 20
    written = drained(running, until=began + seconds)
    assert 0 < written / seconds <= MOST_A_SECOND


def drained(terminal: Terminal, until: float = 0.0) -> int:
    """How many bytes the app writes until then."""
    count = 0
    while True:
        try:
            count += len(terminal.process.read_nonblocking(65536, timeout=0.1))
        except pexpect.TIMEOUT:
            if monotonic() >= until:
                return count
