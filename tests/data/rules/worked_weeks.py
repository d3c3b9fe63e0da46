"""The worked weeks of RULES 5, and their lines in vectors.json worked out.

The lines say what is back to back before and after, what the week costs, how many weeks there are to choose from, and
where the sessions that may move stand.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from math import prod
from typing import Any, Final, NamedTuple

from msgspec.structs import astuple

from data.calendar import WEEKDAYS, Days, day_of, start_of
from data.catalogue import load_catalogue
from data.model import Athlete, Availability, LoggedSession, PlannedSession, Session
from data.placing import half_of, placed
from data.rules.arrange import Arrangement, applied, arrange
from data.rules.arrange_slots import frame_of, free_slots
from data.rules.gaps import Severity
from data.rules.spacing import Pair
from tests.builders import athlete, lift, moment, planned_lift, planned_run, sets

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
SUNDAY_BEFORE = "2026-05-31 12:00"
EVERY_MORNING = tuple(f"{day[:3]}-morning" for day in WEEKDAYS)
SEVERITIES: Final[dict[Severity, int]] = {"note": 1, "warning": 2, "clash": 3}
HALVES = {"morning": "am", "evening": "pm"}


def on(day: str, clock: str) -> str:
    """ "2026-06-02 07:00" for "tue" and "07:00"; "last sun" is the day before the week."""
    number = -1 if day == "last sun" else [name[:3] for name in WEEKDAYS].index(day)
    return f"{WEEK.start + timedelta(number)} {clock}"


def run(name: str, day: str, minutes: float = 60, clock: str = "07:00", **more: Any) -> PlannedSession:
    """A run by the name of its type, which is its id where it is hard; "int" for intervals."""
    kind = "intervals" if name == "int" else name
    key = name if name in ("int", "tempo", "race") else f"{name} {day}"
    return planned_run(on(day, clock), minutes, type=kind, id=key, **more)


def gym(letter: str, day: str, minutes: float = 45, clock: str = "18:00", **more: Any) -> PlannedSession:
    """Gym A or B, both hard; half their sets are moderate."""
    return planned_lift(on(day, clock), minutes, template=f"gym_2day/{letter}", id=letter, **more)


def done_before(letter: str, day: str) -> LoggedSession:
    """The exercises of Gym A or B two weeks ago: nothing in it is new."""
    exercises = (sets(each.exercise, 2, reps=5, rir=2) for each in CATALOGUE.templates[f"gym_2day/{letter}"].item)
    return lift(f"{day} 18:00", exercises=sum(exercises, ()), id=f"done {letter}")


HISTORY = [done_before("A", "2026-05-19"), done_before("B", "2026-05-21")]


class Worked(NamedTuple):
    """A worked week: what is planned, whose it is, when it is arranged, and what may move."""

    sessions: list[PlannedSession]
    who: Athlete = athlete()
    now: str = SUNDAY_BEFORE
    moving: Collection[str] = ("A", "B")


WORKED = {
    "E1 Mon pm + Wed pm hard lifts": Worked(
        [
            run("int", "tue"), run("easy", "wed", 45), run("tempo", "thu"), run("easy", "sat", 45),
            run("long", "sun", 120), gym("A", "mon"), gym("B", "wed"),
        ],
    ),
    "E2 already fine": Worked(
        [run("int", "tue"), run("easy", "thu", 45), run("long", "sun", 120), gym("A", "wed"), gym("B", "fri")],
    ),
    "E3 midweek now=Thu 12:00": Worked(
        [
            run("easy", "mon", 45), run("int", "fri"), run("easy", "sat", 40), run("long", "sun", 110),
            gym("A", "mon", locked=True), gym("B", "thu"),
        ],
        now="2026-06-04 12:00",
    ),
    "E4 gym only Tue/Thu pm, intervals movable": Worked(
        [
            run("long", "last sun", 120), run("easy", "mon", 45), run("int", "wed"), run("tempo", "sat"),
            gym("A", "tue", locked=True), gym("B", "thu", locked=True),
        ],
        athlete(availability=Availability(run=EVERY_MORNING)),
        moving=("int",),
    ),
    "E5 infeasible -> downgrade": Worked(
        [
            run("int", "tue"), run("tempo", "thu"), run("easy", "fri", 40), run("long", "sat", 120),
            gym("A", "mon"), gym("B", "wed"),
        ],
        athlete(availability=Availability(strength=("mon-evening", "wed-evening"))),
    ),
    "E6 race Sunday": Worked(
        [
            run("easy", "mon", 40), run("int", "wed", 45), run("easy", "fri", 30), run("race", "sun", 95),
            gym("A", "fri", 30),
        ],
    ),
    "E7 one slot per day": Worked(
        [
            run("easy", "mon", 30, "06:00"), run("int", "tue", 45, "06:00"), run("easy", "wed", 30, "06:00"),
            run("easy", "thu", 30, "06:00"), run("long", "sat", 110, "06:00"),
            gym("A", "mon", 40, "06:30"), gym("B", "wed", 40, "06:30"),
        ],
        athlete(availability=Availability(strength=EVERY_MORNING)),
    ),
}  # fmt: skip


def worked_weeks(_: object) -> list[str]:
    """The lines of all weeks, as the rules make them."""
    return [line for name, week in WORKED.items() for line in _lines(name, week)]


def _lines(name: str, week: Worked) -> list[str]:
    sessions: list[Session] = [*HISTORY, *week.sessions]
    found = arrange(WEEK, sessions, week.who, CATALOGUE, (), moment(week.now), week.moving)
    return [
        f"## {name}",
        f" before {_pairs(found.before)}",
        f" cost {astuple(found.cost)} searched {_weeks_to_choose_from(week)}",
        *_places(week, found),
        f" after {_pairs(found.after)}",
    ]


def _pairs(pairs: Iterable[Pair]) -> list[tuple[int, str, str, float]]:
    return [(SEVERITIES[each.severity], each.first, each.second, round(each.gap_hours, 2)) for each in pairs]


def _places(week: Worked, found: Arrangement) -> list[str]:
    """Where the sessions that may move stand afterwards, whether they had to move or not."""
    turned = {change.id for change in found.changes if change.maintenance}
    plans = {each.id: each for each in (*week.sessions, *applied(found, week.sessions, CATALOGUE))}
    return [_place(plans[name], name in turned) for name in week.moving if name in plans and not plans[name].locked]


def _place(plan: PlannedSession, turned: bool) -> str:
    half = HALVES[half_of(plan.start.time()) or ""]
    return f"   {plan.id} {day_of(plan):%a} {half} {'DOWNGRADE' if turned else ''}"


def _weeks_to_choose_from(week: Worked) -> int:
    """Every half-day for each session that may move, and every lift as it is or as maintenance."""
    frame = frame_of(WEEK, week.sessions, week.who, CATALOGUE, moment(week.now), week.moving)
    free = [
        sum(start_of(placed(each, slot)) >= frame.now for slot in free_slots(each, frame)) for each in frame.movable
    ]
    return prod(free) * prod(2 if each.kind == "strength" else 1 for each in frame.movable)
