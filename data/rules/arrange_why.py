"""Why the best week is best: what it costs, part by part, and where its points of preference come from (RULES 5)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from msgspec.structs import astuple

from data.calendar import WEEKDAYS, Days, day_of, start_of
from data.catalogue import Catalogue
from data.model import Athlete, Id, Session
from data.rules.arrange import Arrangement, applied, movable
from data.rules.arrange_cost import (
    CONSECUTIVE_HARD_RUNS_POINTS,
    CONSECUTIVE_LIFTS_POINTS,
    NOTE_POINTS,
    RUN_POINTS,
    UNWANTED_DAY_POINTS,
    WRONG_ORDER_POINTS,
)
from data.rules.arrange_words import name_of
from data.rules.explain import Explanation
from data.rules.hardness import LEVELS, hardness
from data.rules.spacing import Pair
from data.rules.status import counting

_RULE: Final = (
    "The fewest clashes, then warnings, lifts made maintenance, moves, points of preference and half-days moved, in "
    "that order. Everything that may move is tried in every half-day that has room for it: first none moved, then one, "
    "then two, until no warning is left; a lift is made maintenance only where no move does it."
)
_SOURCE: Final = (
    "different days interfere least, and combining beats skipping: the article that legday grew from; the order and "
    "the points are a choice of legday"
)
_PARTS: Final = ("clashes", "warnings", "made maintenance", "moves", "preference", "half-days moved")

# What is preferred otherwise, and the points that it costs.
Point = tuple[str, int]


def explain_arrangement(
    found: Arrangement,
    days: Days,
    sessions: Iterable[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    now: datetime,
    moving: Collection[Id] | None = None,
) -> Explanation:
    """Why this is the best week: the six parts of its cost, each change with its reason, each point of preference.

    `sessions` and `moving` are those that the arrangement was made of.
    """
    old = {each.id: each for each in sessions}
    ids = movable(old.values(), athlete, days, now) if moving is None else moving
    names = [name_of(each, catalogue) for each in old.values() if each.id in ids]
    points = preference_points(found, days, old.values(), athlete, catalogue, now)
    costs = dict(zip(_PARTS, map(str, astuple(found.cost)), strict=True))
    were = {"clashes": _open(found.before, "clash"), "warnings": _open(found.before, "warning")}
    return Explanation(
        figure="Best week",
        value=" · ".join(f"{costs[part]} {part}" for part in ("clashes", "warnings", "moves")),
        rule=_RULE,
        inputs=(
            ("may move", ", ".join(names) or "nothing"),
            *((part, cost + (f", were {were[part]}" if part in were else "")) for part, cost in costs.items()),
        ),
        steps=(
            *(f"{name_of(old[each.id], catalogue)}: {each.reason}" for each in found.changes),
            *(f"{words}: preference {number}" for words, number in points),
        ),
        source=_SOURCE,
    )


def preference_points(
    found: Arrangement,
    days: Days,
    sessions: Iterable[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    now: datetime,
) -> tuple[Point, ...]:
    """Where the points of preference come from; their sum is that of the cost. `sessions` are as for the arrangement.

    What was missed counts for the day it stood on, and for no two days in a row.
    """
    old = tuple(sessions)
    new = {each.id: each for each in applied(found, old, catalogue)}
    known = counting(new.get(each.id, each) for each in old if each.kind != "cross")
    standing = counting(known, now)
    runs = [each for each in known if each.kind == "run"]
    lifts = [each for each in known if each.kind == "strength"]
    points = [point for each in lifts if day_of(each) in days for point in _of_a_lift(each, runs, athlete, catalogue)]
    hard = {day_of(each) for each in standing if each.kind == "run" and hardness(each, catalogue).level == "hard"}
    held = {day_of(each) for each in standing if each.kind == "strength"}
    points += [(f"lifts on {words}", CONSECUTIVE_LIFTS_POINTS) for words in _consecutive(held, days)]
    points += [(f"hard runs on {words}", CONSECUTIVE_HARD_RUNS_POINTS) for words in _consecutive(hard, days)]
    notes = _open(found.after, "note")
    return (*points, (f"{notes} {'note' if notes == 1 else 'notes'}", NOTE_POINTS * notes)) if notes else tuple(points)


def _of_a_lift(lift: Session, runs: Iterable[Session], athlete: Athlete, catalogue: Catalogue) -> Iterator[Point]:
    day = day_of(lift)
    name, weekday = name_of(lift, catalogue), WEEKDAYS[day.weekday()]
    beside = [run for run in runs if day_of(run) == day]
    if beside:
        level = max((hardness(run, catalogue).level or "easy" for run in beside), key=LEVELS.index)
        yield f"{name} on the day of {'an' if level == 'easy' else 'a'} {level} run", RUN_POINTS[level]
    run_first = athlete.priority == "running"
    if any((start_of(run) > start_of(lift)) if run_first else (start_of(run) < start_of(lift)) for run in beside):
        yield f"{name} {'before' if run_first else 'after'} the run of its day", WRONG_ORDER_POINTS
    if athlete.preferred_strength_days and weekday not in athlete.preferred_strength_days:
        yield f"{name} on a {weekday.capitalize()}, which you do not prefer", UNWANTED_DAY_POINTS


def _consecutive(held: set[date], days: Days) -> Iterator[str]:
    """The pairs of days in a row of which one at least is in the week: "Mon and Tue"."""
    for day in days.widened(before=1).each():
        after = day + timedelta(1)
        if day in held and after in held:
            yield f"{day:%a} and {after:%a}"


def _open(pairs: Sequence[Pair], severity: str) -> int:
    return sum(pair.severity == severity and not pair.accepted for pair in pairs)
