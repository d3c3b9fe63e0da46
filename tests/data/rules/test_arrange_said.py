"""What an arrangement says about each change, and what is saved of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Athlete, Availability, PlannedSession, Session
from data.rules.arrange import Arrangement, applied, arrange
from data.rules.dose import maintenance
from tests.builders import athlete, moment, planned_lift, planned_run, prescribed

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
# Ten sets of little eccentric stress: hard, and never new to the legs.
SQUATS = prescribed("tempo_squat", 10, 12)
INTERVALS = planned_run("2026-06-02 07:00", type="intervals", id="intervals")


def gym(when: str, name: str = "A", **more: Any) -> PlannedSession:
    return planned_lift(when, id=name, title=f"Gym {name}", **({"exercises": SQUATS} | more))


def free(*slots: str) -> Athlete:
    """An athlete who has time to lift in these half-days alone."""
    return athlete(availability=Availability(strength=slots))


def arranged(sessions: Sequence[Session], who: Athlete) -> Arrangement:
    return arrange(WEEK, sessions, who, CATALOGUE, (), moment("2026-05-31 12:00"))


def starts(found: Arrangement, sessions: Sequence[Session]) -> dict[str, str]:
    """The sessions that change, with when they start: {"A": "Fri 5 18:00"}."""
    return {
        each.id: f"{each.start:%a} {each.start.day} {each.start:%H:%M}" for each in applied(found, sessions, CATALOGUE)
    }


def test_each_change_says_why() -> None:
    tempo = planned_run("2026-06-04 07:00", type="tempo", id="tempo")
    sessions = [gym("2026-06-01 18:00"), INTERVALS, gym("2026-06-03 18:00", "B"), tempo]
    found = arranged(sessions, free("tue-evening", "fri-evening"))
    assert {each.id: each.reason for each in found.changes} == {
        "A": "away from Tuesday's intervals: 12 h 15 before → 10 h after",
        "B": "away from Thursday's tempo: 12 h 15 before → 34 h after",
    }


def test_a_gap_that_grows_on_its_side_says_how_much() -> None:
    long = planned_run("2026-06-07 07:00", 120, type="long", title="Round the lake")
    sessions = [gym("2026-06-06 18:00"), long]
    found = arranged(sessions, free("fri-evening"))
    assert found.changes[0].reason == "away from Sunday's Round the lake: 12 h 15 → 36 h 15"


def test_one_that_makes_room_says_for_whom() -> None:
    # Thursday is the only day for the hard lift, and the light one, which stands there, fits before the long run.
    light = gym("2026-06-04 18:00", "B", exercises=prescribed("tempo_squat", 6, 12))
    long = planned_run("2026-06-07 07:00", 120, type="long")
    sessions = [gym("2026-06-01 18:00"), INTERVALS, light, long]
    found = arranged(sessions, free("thu-evening", "sat-evening"))
    assert starts(found, sessions) == {"A": "Thu 4 18:00", "B": "Sat 6 18:00"}
    assert found.changes[1].reason == "makes room for Gym A"


def test_a_lift_turned_to_maintenance_is_saved_with_its_exercises_written_out() -> None:
    gym_a = planned_lift("2026-06-01 18:00", 38, id="A", notes="early")
    sessions = [gym_a, INTERVALS]
    found = arranged(sessions, free())
    assert found.changes[0].reason == "hard → moderate, 12 h 22 before Tuesday's intervals"
    assert (found.cost.maintenance, found.cost.moves, found.after) == (1, 0, ())
    saved = applied(found, sessions, CATALOGUE)
    expected = replace(
        gym_a,
        title="Gym A, maintenance",
        minutes=25,
        template=None,
        exercises=maintenance(CATALOGUE.templates["gym_2day/A"].item, CATALOGUE),
    )
    assert saved == (expected,)


def test_a_lift_that_maintenance_would_not_make_easier_keeps_its_sets() -> None:
    much = gym("2026-06-01 18:00", exercises=prescribed("back_squat", 20, 5))
    found = arranged([much, INTERVALS], free())
    assert (found.changes, found.cost.warnings) == ((), 1)


def test_a_session_known_by_the_time_of_day_stays_known_by_it() -> None:
    sessions = [gym("2026-06-01 evening"), INTERVALS]
    saved = applied(arranged(sessions, free("fri-morning")), sessions, CATALOGUE)
    assert [(each.clock, each.start) for each in saved] == [("morning", moment("2026-06-05 07:00"))]


def test_only_what_changes_is_saved_and_nothing_else_of_it_changes() -> None:
    squats = gym("2026-06-01 18:00", notes="bring a belt")
    sessions = [squats, INTERVALS, gym("2026-06-05 18:00", "B")]
    saved = applied(arranged(sessions, free("wed-evening")), sessions, CATALOGUE)
    assert saved == (replace(squats, start=moment("2026-06-03 18:00")),)


def test_a_session_that_is_gone_cannot_be_saved() -> None:
    found = arranged([gym("2026-06-01 18:00"), INTERVALS], athlete())
    with pytest.raises(KeyError):
        applied(found, [INTERVALS], CATALOGUE)
