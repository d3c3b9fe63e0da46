"""What a lift under way needs of the log: how it begins, what was done last time, what it lands beside."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from data.begin import begin, begin_template, unplanned
from data.calendar import Days, day_of
from data.live import LiveExercise, LiveSession, elapsed_minutes, finish, upcoming
from data.model import LoggedExercise, LoggedSession, PlannedSession, Session
from data.rules.explain import Explanation
from data.rules.spacing import Pair, explain_pair, pairs
from data.rules.status import counting
from tui.desk import Desk
from tui.widgets.lift_lines import LastTime

# How far a session reaches that something can land beside, and how far back an exercise is remembered (RULES 3.3).
_DAYS_BEFORE, _DAYS_AFTER = 25, 5


class Beside(NamedTuple):
    """A warning about the lift under way and a session before or after it."""

    pair: Pair
    first: Session
    second: Session
    lift_first: bool
    why: Explanation


def open_lift(desk: Desk, plan: PlannedSession) -> None:
    """Begin the planned lift, unless one is under way already. Raises StoreError where that cannot be saved."""
    if desk.logbook.live() is None:
        wanted = desk.catalogue.prescribed(plan)
        last = _last_sets(desk, (each.exercise for each in wanted))
        zone, rack = desk.logbook.athlete.zone, desk.settings.rack()
        desk.logbook.save_live(begin(plan, desk.catalogue, last, desk.now(), zone, rack))


def begin_chosen(desk: Desk, key: str) -> None:
    """Begin today's planned lift of that id, the template of that key, or for any other key an empty session.

    Raises StoreError where that cannot be saved.
    """
    if plan := next((each for each in lifts_of_today(desk) if each.id == key), None):
        open_lift(desk, plan)
        return
    now, zone, rack = desk.now(), desk.logbook.athlete.zone, desk.settings.rack()
    if template := desk.catalogue.templates.get(key):
        last = _last_sets(desk, (each.exercise for each in template.item))
        desk.logbook.save_live(begin_template(key, desk.catalogue, last, now, zone, rack))
    else:
        desk.logbook.save_live(begin(None, desk.catalogue, {}, now, zone, rack))


def lifts_of_today(desk: Desk) -> list[PlannedSession]:
    """The lifts planned for today that are still to do."""
    today = desk.today()
    sessions = counting(desk.logbook.sessions(Days(today, today + timedelta(1))))
    return [each for each in sessions if isinstance(each, PlannedSession) and each.kind == "strength"]


def added(desk: Desk, exercise: str) -> LiveExercise:
    """An exercise to add to the lift, filled in from last time."""
    return unplanned(exercise, desk.catalogue, _last_sets(desk, [exercise])[exercise])


def last_time(desk: Desk, exercise: str, before: datetime) -> LastTime | None:
    """The day and the sets of the last session before then that had the exercise."""
    session = desk.logbook.last_time(exercise, before)
    if session is None:
        return None
    return LastTime(day_of(session), tuple(done for each in _of(session, exercise) for done in each.sets))


def beside(desk: Desk, live: LiveSession) -> list[Beside]:
    """What the lift lands beside, done as prescribed and as long as planned; the worst first."""
    now = desk.now()
    lift = _as_prescribed(live, now)
    days = Days(day_of(lift) - timedelta(_DAYS_BEFORE), day_of(lift) + timedelta(_DAYS_AFTER))
    return besides(desk, lift, [*desk.logbook.sessions(days), lift])


def besides(desk: Desk, lift: LoggedSession, sessions: list[Session]) -> list[Beside]:
    """What the lift lands beside among the sessions, the worst first."""
    by_id = {each.id: each for each in sessions}
    athlete, catalogue = desk.logbook.athlete, desk.catalogue
    found = pairs(sessions, athlete, catalogue, desk.logbook.accepted())
    mine = [pair for pair in found if lift.id in (pair.first, pair.second)]
    mine.sort(key=lambda pair: ("clash", "warning", "note").index(pair.severity))
    return [
        Beside(
            pair=pair,
            first=by_id[pair.first],
            second=by_id[pair.second],
            lift_first=pair.first == lift.id,
            why=explain_pair(pair, sessions, athlete, catalogue),
        )
        for pair in mine
    ]


def _as_prescribed(live: LiveSession, now: datetime) -> LoggedSession:
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
