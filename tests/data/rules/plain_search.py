"""A plain search for the best week: it tries everything, and asks the rules about each week."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import product
from typing import NamedTuple

from data.calendar import WEEKDAYS, Days, day_of, start_of
from data.catalogue import load_catalogue
from data.model import Accepted, Athlete, LoggedSession, PlannedSession, Session
from data.placing import Half, Place, after_runs, place_of, placed
from data.rules.dose import maintenance_session
from data.rules.hardness import LEVELS, hardness
from data.rules.spacing import pairs

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
HALVES: tuple[Half, Half] = ("morning", "evening")

# Clashes, warnings, lifts turned to maintenance, moves, preference, half-days.
Costs = tuple[int, int, int, int, int, int]
# The sessions that change by id: when they start, whether they are turned.
Changes = list[tuple[str, float, bool]]
# A half-day to move to, or none; and whether to turn it to maintenance.
Choice = tuple[Place | None, bool]


class Case(NamedTuple):
    """A week to arrange."""

    sessions: list[Session]
    who: Athlete
    accepted: list[Accepted]
    now: datetime
    moving: frozenset[str]


def movable_of(case: Case) -> list[PlannedSession]:
    return [
        each
        for each in case.sessions
        if isinstance(each, PlannedSession)
        and each.id in case.moving
        and day_of(each) in WEEK
        and not each.locked
        and each.type != "race"
        and (start_of(each) >= case.now or (each.clock == "unknown" and day_of(each) >= case.now.date()))
    ]


def choices(session: PlannedSession, who: Athlete) -> list[Choice]:
    free = who.availability.run if session.kind == "run" else who.availability.strength
    places = [Place(day, half) for day in WEEK.each() for half in HALVES]
    open_ = [p for p in places if free is None or f"{WEEKDAYS[p.day.weekday()][:3]}-{p.half}" in free]
    less = maintenance_session(session, CATALOGUE) if session.kind == "strength" else None
    levels = [hardness(each, CATALOGUE).level for each in (session, less) if each]
    easier = len(levels) == 2 and None not in levels and LEVELS.index(levels[1]) < LEVELS.index(levels[0])
    return [(place, turned) for place in (None, *open_) for turned in ((False, True) if easier else (False,))]


def chosen_week(
    case: Case, moving: Sequence[PlannedSession], chosen: Sequence[Choice]
) -> dict[str, PlannedSession] | None:
    """The movable sessions as they become; None where a hard limit forbids it or a move is none."""
    week: dict[str, PlannedSession] = {}
    moved = {each.id: to for each, (to, _) in zip(moving, chosen, strict=True) if to}
    for each, (to, turned) in zip(moving, chosen, strict=True):
        new = maintenance_session(each, CATALOGUE) if turned else each
        assert new
        week[each.id] = placed(new, to) if to else new
    standing = [each for each in counted(case) if each.id not in week]
    for name, to in moved.items():
        others = [*standing, *(week[other] for other in week if other != name)]
        if week[name].kind == "strength":
            week[name] = after_runs(week[name], others)
        before = next(each for each in moving if each.id == name)
        if start_of(week[name]) == start_of(before) or start_of(week[name]) < case.now or day_of(week[name]) != to.day:
            return None
        if any(other.kind == before.kind and day_of(other) == to.day for other in others):
            return None
    return week


def counted(case: Case) -> list[Session]:
    """Runs and lifts that were done, or are planned for days that are not over."""
    done = {each.plan_id for each in case.sessions if isinstance(each, LoggedSession)}
    return [
        each
        for each in case.sessions
        if each.kind != "cross"
        and (isinstance(each, LoggedSession) or (day_of(each) >= case.now.date() and each.id not in done))
    ]


def preference(case: Case, week: Sequence[Session], notes: int) -> int:
    known = [*week, *(each for each in case.sessions if each not in week and missed(each, case))]
    total = 3 * notes
    for lift_ in known:
        if lift_.kind != "strength" or day_of(lift_) not in WEEK:
            continue
        runs = [each for each in known if each.kind == "run" and day_of(each) == day_of(lift_)]
        if any(hardness(each, CATALOGUE).level == "hard" for each in runs):
            total += 5
        elif any(hardness(each, CATALOGUE).level == "moderate" for each in runs):
            total += 3
        elif runs:
            total += 2
        run_first = case.who.priority == "running"
        if any(start_of(each) > start_of(lift_) if run_first else start_of(each) < start_of(lift_) for each in runs):
            total += 2
        preferred = case.who.preferred_strength_days
        total += bool(preferred) and WEEKDAYS[day_of(lift_).weekday()] not in preferred
    lifts = {day_of(each) for each in week if each.kind == "strength"}
    hard = {day_of(each) for each in week if each.kind == "run" and hardness(each, CATALOGUE).level == "hard"}
    for day in WEEK.widened(before=1).each():
        total += 4 * ({day, day + timedelta(1)} <= lifts) + 10 * ({day, day + timedelta(1)} <= hard)
    return total


def missed(session: Session, case: Case) -> bool:
    done = {each.plan_id for each in case.sessions if isinstance(each, LoggedSession)}
    plan = isinstance(session, PlannedSession) and session.kind != "cross" and session.id not in done
    return plan and day_of(session) < case.now.date()


def half_days(before: Place, after: Place) -> int:
    apart = 2 * (after.day - before.day).days + HALVES.index(after.half or "morning")
    if before.half:
        return abs(apart - HALVES.index(before.half))
    # From noon both halves of its own day are one away.
    return apart if apart > 0 else 1 - apart


def cost_of(case: Case, moving: Sequence[PlannedSession], week: dict[str, PlannedSession]) -> tuple[Costs, Changes]:
    sessions: list[Session] = [week.get(each.id, each) for each in case.sessions]
    inside = {each.id for each in sessions if day_of(each) in WEEK}
    found = pairs(sessions, case.who, CATALOGUE, case.accepted, case.now)
    severities = [p.severity for p in found if not p.accepted and (p.first in inside or p.second in inside)]
    old = {each.id: each for each in moving}
    moved = [each for each in week.values() if start_of(each) != start_of(old[each.id])]
    turned = [each for each in week.values() if each.exercises != old[each.id].exercises]
    counting = [week.get(each.id, each) for each in counted(case)]
    costs = (
        severities.count("clash"),
        severities.count("warning"),
        len(turned),
        len(moved),
        preference(case, counting, severities.count("note")),
        sum(half_days(place_of(old[each.id]), place_of(each)) for each in moved),
    )
    changed = {each.id: each for each in (*moved, *turned)}
    return costs, [(name, start_of(changed[name]).timestamp(), changed[name] in turned) for name in sorted(changed)]


def plain_search(case: Case) -> tuple[Costs, Changes]:
    return min(all_weeks(case))


def all_weeks(case: Case) -> Iterator[tuple[Costs, Changes]]:
    moving = movable_of(case)
    for chosen in product(*(choices(each, case.who) for each in moving)):
        if (week := chosen_week(case, moving, chosen)) is not None:
            yield cost_of(case, moving, week)
