"""Gym A in a real terminal the size of a phone: how many keys it takes, and what a kill in the middle costs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.calendar import Days
from data.live.lift import LiveLift, sets_done
from data.model import LoggedSession
from data.store.home import Home
from data.store.logbook import Logbook
from tests.builders import athlete, moment
from tests.terminal.terminal import Terminal, legday
from tests.tui.live_room import NOW, PLANNED, SETS

PHONE = (40, 20)
ENTER = "\r"
STARTED = moment(NOW)
TODAY = Days(STARTED.date(), moment("2026-06-02 12:00").date())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which gym A is planned for now."""
    logbook = opened(tmp_path)
    logbook.save_athlete(athlete())
    logbook.change("the plan", save=PLANNED)
    return tmp_path


def opened(home: Path) -> Logbook:
    return Home(home).open_logbook("anna", lambda: STARTED, new=True)


def phone_with(home: Path, *arguments: str) -> Terminal:
    return legday(home, *arguments, now=STARTED.isoformat(), size=PHONE)


def sets_on_disk(home: Path) -> int:
    lift = opened(home).live()
    return sets_done(lift) if isinstance(lift, LiveLift) else 0


def logged(home: Path) -> LoggedSession:
    (only,) = opened(home).logged(TODAY)
    return only


def counted() -> Iterator[str]:
    """ "1 set", "2 sets" …, as the head says it."""
    yield "1 set"
    for number in range(2, SETS + 1):
        yield f"{number} sets"


def test_gym_a_as_planned_takes_a_key_a_set_and_at_most_four_more(home: Path) -> None:
    keys = 0
    with phone_with(home) as phone:
        phone.shows("Gym A")
        phone.press(ENTER)
        keys += 1
        phone.shows("0 sets")
        for number, said in enumerate(counted(), 1):
            phone.press(ENTER)
            keys += 1
            phone.shows(f" {said}")
            assert sets_on_disk(home) == number, "a set is on disk before the screen says so"
        phone.shows("How hard was all of it?")
        phone.press("7")
        keys += 1
        phone.shows("rated 7")
    session = logged(home)
    assert (session.rpe, session.plan_id) == (7, "gym a")
    assert sum(len(each.sets) for each in session.exercises) == SETS
    assert keys <= SETS + 4


@pytest.mark.parametrize("arguments", [("live",), ()], ids=["legday live", "legday, enter"])
def test_killed_in_the_middle_it_resumes_on_the_same_set_with_every_set(home: Path, arguments: tuple[str, ...]) -> None:
    with phone_with(home, "live") as phone:
        phone.shows("Planned for today")
        phone.press(ENTER)
        phone.shows("0 sets")
        phone.press(ENTER * 6)
        phone.shows("6 sets")
        phone.press("85x4")
        phone.shows("85 kg × 4")
        phone.kill()
    assert sets_on_disk(home) == 6
    with phone_with(home, *arguments) as laptop:
        if not arguments:
            laptop.shows("Gym A")
            laptop.press(ENTER)
        laptop.shows("6 sets")
        laptop.shows("▸  3  82.5 kg × 6")
        laptop.press(ENTER)
        laptop.shows("7 sets")
    assert sets_on_disk(home) == 7


def test_killed_before_the_rating_it_asks_for_it_again(home: Path) -> None:
    with phone_with(home, "live") as phone:
        phone.shows("Planned for today")
        phone.press(ENTER)
        phone.shows("0 sets")
        phone.press(ENTER * SETS)
        phone.shows("How hard was all of it?")
        phone.kill()
    with phone_with(home, "live") as phone:
        phone.shows("all done")
        phone.press(ENTER)
        phone.shows("How hard was all of it?")
        phone.press("0")
        phone.shows("rated 10")
    assert logged(home).rpe == 10
    assert opened(home).live() is None
