"""Random weeks: up to seven runs and three lifts, what is done or planned around them, and athletes of all kinds."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import WEEKDAYS
from data.model import Accepted, Athlete, Availability, Session
from data.rules.spacing import pairs, seal
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run
from tests.data.rules.plain_search import CATALOGUE, HALVES, WEEK, Case, choices, movable_of

SLOTS = [f"{day[:3]}-{half}" for day in WEEKDAYS for half in HALVES]
TIMES = ("06:00", "07:00", "07:00", "12:30", "18:00", "18:00", "19:30")
kinds = st.sampled_from(["easy", "intervals", "tempo", "long", "steady", "race", "recovery", None])
lifts = st.sampled_from(["gym_2day/A", "gym_2day/B", "offseason_3day/A", "offseason_3day/C", "home_2day/A"])
clocks = st.sampled_from(["exact"] * 7 + ["morning", "evening", "unknown", "noon"])


around = st.one_of(
    st.builds(run, st.just("2026-06-01 07:00"), type=kinds),
    st.builds(lift, st.just("2026-06-01 07:00"), rpe=st.integers(3, 8)),
    st.builds(planned_lift, st.just("2026-06-01 07:00"), template=lifts),
)
times_free = st.builds(
    Availability,
    strength=st.sets(st.sampled_from(SLOTS), min_size=1, max_size=5).map(tuple),
    run=st.sets(st.sampled_from(SLOTS), min_size=1, max_size=4).map(tuple),
)
athletes = st.builds(
    athlete,
    priority=st.sampled_from(["running", "strength"]),
    spacing=st.sampled_from(["standard", "standard", "strict"]),
    preferred_strength_days=st.sets(st.sampled_from(WEEKDAYS), max_size=3).map(tuple),
    availability=times_free,
)


@st.composite
def times(draw: st.DrawFn, days: tuple[int, int] = (0, 6)) -> dict[str, object]:
    day = WEEK.start + timedelta(draw(st.integers(*days)))
    return {"start": moment(f"{day} {draw(st.sampled_from(TIMES))}"), "clock": draw(clocks)}


@st.composite
def weeks(draw: st.DrawFn, most: int = 250) -> Case:
    """Up to seven runs and three lifts in the week, some of the days around it, and no more than `most` choices."""
    sessions: list[Session] = []
    for number in range(draw(st.integers(2, 7))):
        made = planned_run("2026-06-01 07:00", draw(st.sampled_from([30, 45, 60, 95, 150])), type=draw(kinds))
        sessions.append(replace(made, id=f"run {number}", locked=draw(st.integers(0, 7)) == 7, **draw(times())))
    for number in range(draw(st.integers(1, 3))):
        made = planned_lift("2026-06-01 07:00", draw(st.sampled_from([None, 30, 45, 60])), template=draw(lifts))
        sessions.append(replace(made, id=f"lift {number}", locked=draw(st.integers(0, 7)) == 7, **draw(times())))
    for number in range(draw(st.integers(0, 4))):
        near = times(draw(st.sampled_from([(-5, -1), (7, 11), (0, 3), (-30, -10), (-30, -22)])))
        sessions.append(replace(draw(around), id=f"around {number}", **draw(near)))
    who = draw(athletes)
    now = draw(st.sampled_from(["2026-05-31 12:00", "2026-05-31 12:00", "2026-06-03 12:00", "2026-06-05 17:00"]))
    moving = draw(st.sets(st.sampled_from([each.id for each in sessions]), min_size=len(sessions) // 2))
    case = Case(sessions, who, draw(acceptances(sessions, who)), moment(now), frozenset(moving))
    return fewer(case, most)


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
