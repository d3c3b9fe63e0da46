"""The words of the end of a lift."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.model import LoggedSession
from data.rules.against import Against, against_last_time
from data.rules.bests import new_bests
from data.units import Units
from tests.builders import lift, sets
from tui.ending_words import against_words, best_lines, done_words, e1rm_lines, near_day, volume_words

CATALOGUE = load_catalogue()
KG = Units()
TODAY = date(2026, 6, 1)
LAST = lift("2026-05-25 18:00", 40, title="Gym A", exercises=sets("back_squat", 3, kg=80, reps=5, rir=2))


def against(session: LoggedSession, last: LoggedSession = LAST) -> Against:
    found = against_last_time(session, [last], CATALOGUE)
    assert found is not None
    return found


def today(count: int, kg: float | None = 80, reps: int = 5, **more: Any) -> LoggedSession:
    done = sets("back_squat", count, kg=kg, reps=reps, rir=2)
    usual: dict[str, Any] = {"minutes": 40, "title": "Gym A", "exercises": done}
    return lift("2026-06-01 18:00", **(usual | more))


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (today(3), "as much as on 25 May"),
        (today(4), "against 25 May: +1 set, +400 kg"),
        (today(1), "against 25 May: −2 sets, −800 kg"),
        (today(3, 82.5, minutes=37), "against 25 May: +38 kg, −3 min"),
        (today(3, minutes=None), "as much as on 25 May"),
        (today(3, title=""), "as much as each one's last time"),
        (today(3, 85, title=""), "against each one's last time: +75 kg"),
    ],
)
def test_what_is_as_it_was_is_not_said(session: LoggedSession, words: str) -> None:
    assert against_words(against(session), TODAY, KG) == words


def test_a_volume_in_pounds_and_none() -> None:
    assert (volume_words(1200, KG), volume_words(1200, Units(weight="lb"))) == ("1,200 kg", "2,646 lb")
    assert volume_words(0, KG) == ""


def test_a_day_long_ago_has_its_year() -> None:
    assert near_day(date(2026, 5, 25), TODAY) == "25 May"
    assert near_day(date(2024, 5, 25), TODAY) == "25 May 2024"


def test_the_bests_of_an_exercise_are_one_line() -> None:
    bests = new_bests(today(1, 85, reps=6), [LAST], CATALOGUE)
    # 85 kg × 6 with two left: 85 / .786 (RULES 2.1).
    assert best_lines(bests, CATALOGUE, KG) == [("Back squat", "85 kg × 6 heaviest", ", highest e1RM 108.1 kg")]


def test_an_e1rm_that_is_as_it_was_is_not_said() -> None:
    assert e1rm_lines(against(today(3)), CATALOGUE, KG) == []
    assert e1rm_lines(against(today(3, 85)), CATALOGUE, KG) == ["e1RM 104.8 kg, was 98.6 kg · Back squat"]


def test_what_was_done_in_one_line() -> None:
    assert done_words(replace(today(3, minutes=38), rpe=7)) == "Gym A: 3 sets in 38 min, rated 7"
    assert done_words(today(1, title="")) == "Lift: 1 set in 40 min, not rated"
