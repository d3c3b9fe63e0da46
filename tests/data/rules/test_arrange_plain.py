"""The arrangement of random weeks against a plain search that tries everything and asks the rules about each week."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import product
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import WEEKDAYS, Days, day_of, start_of
from data.catalogue import load_catalogue
from data.model import Accepted, Athlete, Availability, LoggedSession, PlannedSession, Session
from data.placing import Half, Place, after_runs, place_of, placed
from data.rules.arrange import Arrangement, applied, arrange
from data.rules.dose import maintenance_session
from data.rules.hardness import LEVELS, hardness
from data.rules.spacing import pairs, seal
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
HALVES: tuple[Half, Half] = ("morning", "evening")
SLOTS = [f"{day[:3]}-{half}" for day in WEEKDAYS for half in HALVES]

Costs = tuple[int, int, int, int, int, int]
Changes = list[tuple[str, float, bool]]
Choice = tuple[Place | None, bool]


class Case(NamedTuple):
    sessions: list[Session]
    who: Athlete
    accepted: list[Accepted]
    now: datetime
    moving: frozenset[str]


def arranged(case: Case) -> Arrangement:
    return arrange(WEEK, case.sessions, case.who, CATALOGUE, case.accepted, case.now, case.moving)


# The plain search.


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
        if week[name].start == before.start or start_of(week[name]) < case.now or day_of(week[name]) != to.day:
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
    moved = [each for each in week.values() if each.start != old[each.id].start]
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


# Random weeks.

TIMES = ("06:00", "07:00", "07:00", "12:30", "18:00", "18:00", "19:30")
kinds = st.sampled_from(["easy", "easy", "steady", "long", "tempo", "intervals", "race", None])
lifts = st.sampled_from(["gym_2day/A", "gym_2day/B", "offseason_3day/A", "offseason_3day/C", "home_2day/A"])
clocks = st.sampled_from(["exact"] * 7 + ["morning", "evening", "unknown", "noon"])


@st.composite
def times(draw: st.DrawFn, days: tuple[int, int] = (0, 6)) -> dict[str, object]:
    day = WEEK.start + timedelta(draw(st.integers(*days)))
    return {"start": moment(f"{day} {draw(st.sampled_from(TIMES))}"), "clock": draw(clocks)}


@st.composite
def weeks(draw: st.DrawFn, most: int = 250) -> Case:
    """Up to seven runs and three lifts in the week, some of the days around it, and no more than `most` choices."""
    sessions: list[Session] = []
    for number in range(draw(st.integers(0, 7))):
        made = planned_run("2026-06-01 07:00", draw(st.sampled_from([30, 45, 60, 95, 150])), type=draw(kinds))
        sessions.append(replace(made, id=f"run {number}", locked=draw(st.integers(0, 5)) == 0, **draw(times())))
    for number in range(draw(st.integers(0, 3))):
        made = planned_lift("2026-06-01 07:00", draw(st.sampled_from([None, 30, 45, 60])), template=draw(lifts))
        sessions.append(replace(made, id=f"lift {number}", locked=draw(st.integers(0, 5)) == 0, **draw(times())))
    for number in range(draw(st.integers(0, 4))):
        near = times(draw(st.sampled_from([(-5, -1), (7, 11), (0, 3), (-20, -10)])))
        done = draw(
            st.one_of(
                st.builds(run, st.just("2026-06-01 07:00"), type=kinds, id=st.just(f"done {number}")),
                st.builds(lift, st.just("2026-06-01 07:00"), rpe=st.integers(3, 8), id=st.just(f"done {number}")),
                st.builds(planned_lift, st.just("2026-06-01 07:00"), template=lifts, id=st.just(f"around {number}")),
            )
        )
        sessions.append(replace(done, **draw(near)))
    who = draw(athletes(sessions))
    now = draw(st.sampled_from(["2026-05-31 12:00", "2026-05-31 12:00", "2026-06-03 12:00", "2026-06-05 17:00"]))
    moving = draw(st.sets(st.sampled_from([each.id for each in sessions] or ["none"]), min_size=len(sessions) // 2))
    case = Case(sessions, who, draw(acceptances(sessions, who)), moment(now), frozenset(moving))
    return fewer(case, most)


@st.composite
def athletes(draw: st.DrawFn, sessions: Sequence[Session]) -> Athlete:
    lift_slots = draw(st.sets(st.sampled_from(SLOTS), max_size=5))
    run_slots = draw(st.sets(st.sampled_from(SLOTS), max_size=4))
    return athlete(
        priority=draw(st.sampled_from(["running", "strength"])),
        spacing=draw(st.sampled_from(["standard", "standard", "strict"])),
        preferred_strength_days=tuple(draw(st.sets(st.sampled_from(WEEKDAYS), max_size=3))),
        availability=Availability(strength=tuple(sorted(lift_slots)), run=tuple(sorted(run_slots))),
    )


@st.composite
def acceptances(draw: st.DrawFn, sessions: Sequence[Session], who: Athlete) -> list[Accepted]:
    by_id = {each.id: each for each in sessions}
    found = pairs(sessions, who, CATALOGUE)
    some = [pair for pair in found if draw(st.integers(0, 4)) == 0]
    seals = ((pair, seal(by_id[pair.first], by_id[pair.second])) for pair in some)
    return [Accepted(pair.first, pair.second, "on purpose", moment("2026-05-30 12:00"), text) for pair, text in seals]


def fewer(case: Case, most: int) -> Case:
    """The case with so few movable sessions that a plain search has no more than `most` weeks to look at."""
    left, moving = most, []
    for each in sorted(movable_of(case), key=lambda each: each.kind, reverse=True):
        count = len(choices(each, case.who))
        if count <= left:
            left //= count
            moving.append(each.id)
    return case._replace(moving=frozenset(moving))


@settings(max_examples=60, deadline=None)
@given(weeks())
def test_no_other_week_costs_less(case: Case) -> None:
    found = arranged(case)
    cost = found.cost
    changes = [(each.id, each) for each in found.changes]
    new = {each.id: each for each in applied(found, case.sessions, CATALOGUE)}
    costs, expected = plain_search(case)
    assert (
        cost.clashes, cost.warnings, cost.maintenance, cost.moves, cost.preference, cost.half_days,
    ) == costs  # fmt: skip
    assert [(name, start_of(new[name]).timestamp(), each.maintenance) for name, each in changes] == expected
