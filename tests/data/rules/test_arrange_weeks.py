"""The worked weeks of RULES 5, with what they cost and what is left back to back afterwards."""

from collections.abc import Collection
from datetime import date, timedelta
from math import prod
from typing import Any, NamedTuple

import pytest
from msgspec.structs import astuple

from data.calendar import WEEKDAYS, Days, day_of, start_of
from data.catalogue import load_catalogue
from data.model import Athlete, Availability, LoggedSession, PlannedSession, Session
from data.placing import half_of, placed
from data.rules.arrange import Arrangement, applied, arrange, movable
from data.rules.arrange_slots import frame_of, free_slots
from data.rules.hardness import hardness
from tests.builders import athlete, lift, moment, planned_lift, planned_run, sets

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
SUNDAY_BEFORE = "2026-05-31 12:00"
EVERY_MORNING = tuple(f"{day[:3]}-morning" for day in WEEKDAYS)


def on(day: str, clock: str) -> str:
    """ "2026-06-02 07:00" for "tue" and "07:00"; "last sun" is the day before the week."""
    number = -1 if day == "last sun" else [name[:3] for name in WEEKDAYS].index(day)
    return f"{WEEK.start + timedelta(number)} {clock}"


def run(kind: str, day: str, minutes: float = 60, clock: str = "07:00", **more: Any) -> PlannedSession:
    return planned_run(on(day, clock), minutes, type=kind, id=f"{kind} {day}", **more)


def gym(letter: str, day: str, minutes: float = 45, clock: str = "18:00", **more: Any) -> PlannedSession:
    """Gym A or B, both hard; half their sets are moderate."""
    return planned_lift(on(day, clock), minutes, template=f"gym_2day/{letter}", id=letter, **more)


def done_before(letter: str, day: str) -> LoggedSession:
    """The exercises of Gym A or B two weeks ago: nothing in it is new."""
    exercises = (sets(each.exercise, 2, reps=5, rir=2) for each in CATALOGUE.templates[f"gym_2day/{letter}"].item)
    return lift(f"{day} 18:00", exercises=sum(exercises, ()), id=f"done {letter}")


HISTORY = [done_before("A", "2026-05-19"), done_before("B", "2026-05-21")]


class Worked(NamedTuple):
    """A worked week: what is planned, what comes of it, and how many weeks there are to choose from."""

    sessions: list[PlannedSession]
    before: list[tuple[str, str, str, float]]
    cost: tuple[int, ...]
    changes: list[str]
    after: list[tuple[str, str, str, float]]
    weeks: int
    who: Athlete = athlete()
    now: str = SUNDAY_BEFORE
    moving: Collection[str] = ("A", "B")


WORKED = {
    "1: two hard lifts the evenings before": Worked(
        [
            run("intervals", "tue"), run("easy", "wed", 45), run("tempo", "thu"), run("easy", "sat", 45),
            run("long", "sun", 120), gym("A", "mon"), gym("B", "wed"),
        ],
        [("warning", "A", "intervals tue", 12.25), ("warning", "B", "tempo thu", 12.25)],
        (0, 0, 0, 2, 8, 6),
        ["A tue evening", "B fri evening"],
        [("note", "intervals tue", "A", 10)],
        784,
    ),
    "2: fine as it is": Worked(
        [run("intervals", "tue"), run("easy", "thu", 45), run("long", "sun", 120), gym("A", "wed"), gym("B", "fri")],
        [],
        (0, 0, 0, 0, 0, 0),
        [],
        [],
        784,
    ),
    "3: in the middle of the week": Worked(
        [
            run("easy", "mon", 45), run("intervals", "fri"), run("easy", "sat", 40), run("long", "sun", 110),
            gym("A", "mon", locked=True), gym("B", "thu"),
        ],
        [("warning", "B", "intervals fri", 12.25)],
        (0, 0, 0, 1, 10, 2),
        ["B fri evening"],
        [("note", "intervals fri", "B", 10)],
        14,
        now="2026-06-04 12:00",
    ),
    "4: the run moves": Worked(
        [
            run("long", "last sun", 120), run("easy", "mon", 45), run("intervals", "wed"), run("tempo", "sat"),
            gym("A", "tue", locked=True), gym("B", "thu", locked=True),
        ],
        [("warning", "A", "intervals wed", 12.25)],
        (0, 0, 0, 1, 8, 2),
        ["intervals wed tue morning"],
        [("note", "intervals wed", "A", 10)],
        7,
        athlete(availability=Availability(run=EVERY_MORNING)),
        moving=("intervals wed",),
    ),
    "5: nowhere to go": Worked(
        [
            run("intervals", "tue"), run("tempo", "thu"), run("easy", "fri", 40), run("long", "sat", 120),
            gym("A", "mon"), gym("B", "wed"),
        ],
        [("warning", "A", "intervals tue", 12.25), ("warning", "B", "tempo thu", 12.25)],
        (0, 0, 2, 0, 0, 0),
        ["A mon evening, maintenance", "B wed evening, maintenance"],
        [],
        16,
        athlete(availability=Availability(strength=("mon-evening", "wed-evening"))),
    ),
    "6: a race on Sunday": Worked(
        [
            run("easy", "mon", 40), run("intervals", "wed", 45), run("easy", "fri", 30), run("race", "sun", 95),
            gym("A", "fri", 30),
        ],
        [("clash", "A", "race sun", 36.5)],
        (0, 0, 0, 1, 2, 8),
        ["A mon evening"],
        [],
        28,
    ),
    "7: one slot a day": Worked(
        [
            run("easy", "mon", 30, "06:00"), run("intervals", "tue", 45, "06:00"), run("easy", "wed", 30, "06:00"),
            run("easy", "thu", 30, "06:00"), run("long", "sat", 110, "06:00"),
            gym("A", "mon", 40, "06:30"), gym("B", "wed", 40, "06:30"),
        ],
        [("warning", "A", "intervals tue", 22.83), ("note", "intervals tue", "B", 23.75)],
        (0, 0, 0, 1, 11, 6),
        ["A thu morning"],
        [("note", "intervals tue", "B", 23.75)],
        196,
        athlete(availability=Availability(strength=EVERY_MORNING)),
    ),
}  # fmt: skip


def arranged(week: Worked) -> Arrangement:
    sessions: list[Session] = [*HISTORY, *week.sessions]
    return arrange(WEEK, sessions, week.who, CATALOGUE, (), moment(week.now), week.moving)


def shown(found: Arrangement, which: str) -> list[tuple[str, str, str, float]]:
    return [(each.severity, each.first, each.second, round(each.gap_hours, 2)) for each in getattr(found, which)]


def where(session: PlannedSession) -> str:
    half = half_of(session.start.time())
    return f"{session.id} {WEEKDAYS[day_of(session).weekday()][:3]} {half}"


@pytest.mark.parametrize("week", WORKED.values(), ids=WORKED)
def test_a_worked_week(week: Worked) -> None:
    found = arranged(week)
    assert shown(found, "before") == week.before
    assert astuple(found.cost) == week.cost
    new = applied(found, week.sessions, CATALOGUE)
    turned = [", maintenance" if change.maintenance else "" for change in found.changes]
    assert [where(each) + more for each, more in zip(new, turned, strict=True)] == week.changes
    assert shown(found, "after") == week.after


@pytest.mark.parametrize("week", WORKED.values(), ids=WORKED)
def test_how_many_weeks_there_are_to_choose_from(week: Worked) -> None:
    frame = frame_of(WEEK, week.sessions, week.who, CATALOGUE, moment(week.now), week.moving)
    free = [
        sum(start_of(placed(each, slot)) >= frame.now for slot in free_slots(each, frame)) for each in frame.movable
    ]
    versions = [2 if each.kind == "strength" else 1 for each in frame.movable]
    assert prod(free) * prod(versions) == week.weeks


def test_the_lifts_of_the_worked_weeks_are_hard() -> None:
    assert {hardness(gym(letter, "mon"), CATALOGUE).level for letter in "AB"} == {"hard"}


def test_runs_move_unasked_only_where_the_athlete_said_when_there_is_time_for_them() -> None:
    runs_fixed, runs_free = athlete(), athlete(availability=Availability(run=EVERY_MORNING))
    sessions = WORKED["4: the run moves"].sessions
    assert movable(sessions, runs_fixed, WEEK, moment(SUNDAY_BEFORE)) == set()
    assert movable(sessions, runs_free, WEEK, moment(SUNDAY_BEFORE)) == {"easy mon", "intervals wed", "tempo sat"}
