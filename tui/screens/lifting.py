"""What a lift under way needs of the log: how it begins, what was done last time, what it lands beside."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from data.calendar import Days, day_of
from data.live.again import different_lifts, planned_again
from data.live.begin import begin, from_template, instead, unplanned
from data.live.lift import LiveExercise, LiveLift, elapsed_minutes, upcoming
from data.live.steps import finish
from data.live.together import together
from data.model import LoggedExercise, LoggedSession, PlannedSession, Session
from data.rules.explain import Explanation
from data.rules.gaps import SEVERITIES
from data.rules.spacing import Pair, explain_pair, pairs
from data.rules.status import counting
from tui.desk import Desk
from tui.screens import elsewhere
from tui.screens.coming import coming, prescribed_as
from tui.widgets.lift_lines import LastTime

# How far a session reaches that something can land beside, and how far back an exercise is remembered (RULES 3.3).
_DAYS_BEFORE, _DAYS_AFTER = 25, 5
# [choice] So many of the last different lifts can be begun once more, where they are not longer ago.
_MOST_TO_REPEAT, _WEEKS_TO_REPEAT = 3, 14


class Beside(NamedTuple):
    """A warning about the lift under way and a session before or after it. It is accepted where it was on the plan."""

    pair: Pair
    first: Session
    second: Session
    lift_first: bool
    accepted: bool
    why: Explanation


def open_lift(desk: Desk, plan: PlannedSession) -> None:
    """Begin the planned lift, unless one is under way already. Raises StoreError where that cannot be saved."""
    if desk.logbook.live() is None:
        _begin(desk, plan)


def begin_chosen(desk: Desk, key: str) -> None:
    """Begin today's planned lift of that id, the logged lift of that id once more, the template of that key, or for any
    other key an empty session.

    Nothing happens where a lift is under way. Raises StoreError where it cannot be saved.
    """
    if desk.logbook.live():
        return
    now, zone = desk.now(), desk.logbook.athlete.zone
    if plan := next((each for each in lifts_of_today(desk) if each.id == key), None):
        _begin(desk, plan)
    elif done := next((each for each in lifts_to_repeat(desk) if each.id == key), None):
        prescribed = prescribed_as(desk, done.plan_id, done.title)
        _begin(desk, planned_again(done, prescribed, now, zone), fulfils=False)
    elif key in desk.catalogue.templates:
        _begin(desk, from_template(key, now, zone), fulfils=False)
    else:
        _begin(desk, None)


def step_on(desk: Desk, before: LiveLift, step: Callable[[LiveLift], LiveLift]) -> LiveLift:
    """Take a step from what is on the screen and save it; gives the lift as the log has it then.

    Raises Conflict where another terminal changed the same exercise or the lift is over, and StoreError.
    """
    return elsewhere.step_on(desk, before, step, together)


def finish_on(desk: Desk, before: LiveLift, logged: LoggedSession) -> None:
    """Log the lift that is on the screen, as it ended. Raises Conflict where the log has something else of it by now,
    and StoreError where it cannot be saved."""
    found = desk.logbook.live()
    kept = ("id", "exercises", "hold", "notes", "niggles")
    if not isinstance(found, LiveLift) or any(getattr(found, each) != getattr(before, each) for each in kept):
        raise elsewhere.went_on(before)
    desk.logbook.finish_live(logged)


def lifts_of_today(desk: Desk) -> list[PlannedSession]:
    """The lifts planned for today that are still to do."""
    today = desk.today()
    sessions = counting(desk.logbook.sessions(Days(today, today + timedelta(1))))
    return [each for each in sessions if isinstance(each, PlannedSession) and each.kind == "strength"]


def lifts_to_repeat(desk: Desk) -> tuple[LoggedSession, ...]:
    """The last different lifts of the last weeks, the last first."""
    until = desk.today() + timedelta(1)
    logged = desk.logbook.logged(Days(until - timedelta(weeks=_WEEKS_TO_REPEAT), until))
    return different_lifts((each for each in logged if each.kind == "strength"), _MOST_TO_REPEAT)


def lifted_today(desk: Desk) -> bool:
    """Whether a lift that was planned was done today."""
    today = desk.today()
    return any(
        each.kind == "strength" and each.plan_id for each in desk.logbook.logged(Days(today, today + timedelta(1)))
    )


def added(desk: Desk, exercise: str) -> LiveExercise:
    """An exercise to add to the lift, filled in from last time."""
    return unplanned(exercise, desk.catalogue, _last_sets(desk, [exercise])[exercise])


def instead_of(desk: Desk, old: LiveExercise, exercise: str) -> LiveExercise:
    """An exercise for what is left of another one, filled in from last time."""
    return instead(old, exercise, desk.catalogue, _last_sets(desk, [exercise])[exercise], desk.settings.rack())


def last_time(desk: Desk, exercise: str, before: datetime) -> LastTime | None:
    """The day and the sets of the last session before then that had the exercise."""
    session = desk.logbook.last_time(exercise, before)
    if session is None:
        return None
    return LastTime(day_of(session), tuple(done for each in _of(session, exercise) for done in each.sets))


def beside(desk: Desk, live: LiveLift) -> list[Beside]:
    """What the lift lands beside, done as prescribed and as long as planned; the worst first."""
    return beside_of(desk, _as_prescribed(live, desk.now()))


def beside_of(desk: Desk, lift: LoggedSession) -> list[Beside]:
    """What a lift that is not in the log yet lands beside; the worst first."""
    athlete, catalogue = desk.logbook.athlete, desk.catalogue
    days = Days(day_of(lift) - timedelta(_DAYS_BEFORE), day_of(lift) + timedelta(_DAYS_AFTER))
    others = counting(desk.logbook.sessions_and_before(days), desk.now())
    sessions = [*others, lift]
    by_id = {each.id: each for each in sessions}
    accepted = _accepted(desk, lift, others)
    found = [
        Beside(
            pair=pair,
            first=by_id[pair.first],
            second=by_id[pair.second],
            lift_first=pair.first == lift.id,
            accepted=bool({pair.first, pair.second} & accepted),
            why=explain_pair(pair, sessions, athlete, catalogue),
        )
        for pair in pairs(sessions, athlete, catalogue)
        if lift.id in (pair.first, pair.second)
    ]
    return sorted(found, key=lambda each: (each.accepted, -SEVERITIES.index(each.pair.severity), not each.lift_first))


def _begin(desk: Desk, plan: PlannedSession | None, *, fulfils: bool = True) -> None:
    wanted = desk.catalogue.prescribed(plan) if plan else ()
    last = _last_sets(desk, (each.exercise for each in wanted))
    then = coming(desk, wanted, desk.today())
    zone, rack = desk.logbook.athlete.zone, desk.settings.rack()
    desk.logbook.save_live(begin(plan, desk.catalogue, last, desk.now(), zone, rack, then, fulfils=fulfils))


def _accepted(desk: Desk, lift: LoggedSession, sessions: list[Session]) -> set[str]:
    """The sessions that were accepted on purpose beside the lift as it was planned."""
    found = pairs(sessions, desk.logbook.athlete, desk.catalogue, desk.logbook.accepted())
    both = [{pair.first, pair.second} for pair in found if pair.accepted]
    return {each for ids in both if lift.plan_id in ids for each in ids}


def _as_prescribed(live: LiveLift, now: datetime) -> LoggedSession:
    """The session as it will be if everything left of it is done."""
    whole = tuple(
        each if each.skipped else replace(each, done=(*each.done, *upcoming(each)), prescribed=())
        for each in live.exercises
    )
    minutes = max(live.minutes or 0, elapsed_minutes(live, now), 1)
    return replace(finish(replace(live, exercises=whole), None, now), minutes=minutes)


def _last_sets(desk: Desk, exercises: Iterable[str]) -> dict[str, LoggedExercise | None]:
    now = desk.now()
    last: dict[str, LoggedExercise | None] = {}
    for exercise in exercises:
        session = desk.logbook.last_time(exercise, now)
        last[exercise] = _of(session, exercise)[-1] if session else None
    return last


def _of(session: LoggedSession, exercise: str) -> list[LoggedExercise]:
    return [each for each in session.exercises if each.exercise == exercise]
