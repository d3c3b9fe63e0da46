"""What the rules say of next time, from the log on the desk: before a lift, and after it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from data.amounts import amount_field
from data.calendar import Days, day_of, week_of
from data.live.begin import NOTHING_COMING, Coming
from data.live.lift import LiveExercise, LiveLift
from data.live.steps import finish
from data.model import LoggedSession, PlannedExercise, PlannedSession
from data.rules.explain import Explanation
from data.rules.lighter import lighter_week
from data.rules.progression import NextTime, next_time
from data.rules.progression_why import explain_next
from data.rules.week import Entry
from data.store.errors import StoreError
from tui.desk import Desk

# [choice] What was lifted longer ago says nothing of today.
_WEEKS: Final = 14
# [choice] The kinds of work whose next time is said at the end of a lift.
_MAIN: Final = ("compound", "power")


def coming(desk: Desk, wanted: Sequence[PlannedExercise], day: date) -> Coming:
    """What is next of the exercises planned for a day, of those of which something can be said."""
    logged, lighter = _logged_and_lighter(desk, day)
    found = {each: next_time(each, logged, desk.catalogue, desk.settings.rack(), lighter) for each in wanted}
    return {each: then for each, then in found.items() if then}


def coming_of(desk: Desk, entry: Entry) -> Coming:
    """The same of a planned lift that is still to do, of the exercises that no lift before it has.

    Nothing where the log can be read no more: the plan is shown all the same.
    """
    try:
        wanted = _next_of(desk, entry)
        return coming(desk, wanted, day_of(entry.session)) if wanted else NOTHING_COMING
    except StoreError:
        return NOTHING_COMING


def why_coming(desk: Desk, entry: Entry) -> list[Explanation]:
    """Why the weights and reps of a planned lift are what they are; of its own weights nothing is said."""
    wanted = [each for each in _next_of(desk, entry) if each.kg is None]
    return _explained(desk, wanted, day_of(entry.session)) if wanted else []


def why_now(desk: Desk, live: LiveLift) -> list[Explanation]:
    """Why the current exercise of the lift under way began as it did."""
    wanted = [_planned(desk, live, each) for each in live.exercises[live.current : live.current + 1]]
    return _explained(desk, wanted, desk.today())


def after(desk: Desk, live: LiveLift) -> tuple[NextTime, ...]:
    """What is next of the main lifts of the session, were it over now."""
    logged, rack = _logged_with(desk, live), desk.settings.rack()
    found = (next_time(each, logged, desk.catalogue, rack) for each in _main_done(desk, live))
    return tuple(each for each in found if each)


def why_after(desk: Desk, live: LiveLift) -> list[Explanation]:
    """Why that is next."""
    logged, settings = _logged_with(desk, live), desk.settings
    main = _main_done(desk, live)
    found = (explain_next(each, logged, desk.catalogue, settings.rack(), settings.units) for each in main)
    return [each for each in found if each]


def prescribed_as(desk: Desk, plan_id: str | None, title: str) -> Sequence[PlannedExercise]:
    """What a lift was prescribed as: by its plan, else by the template of its title; nothing where there is neither."""
    plan = desk.logbook.find(plan_id) if plan_id else None
    if isinstance(plan, PlannedSession):
        return desk.catalogue.prescribed(plan)
    return next((each.item for each in desk.catalogue.templates.values() if each.title == title), ())


def _main_done(desk: Desk, live: LiveLift) -> list[PlannedExercise]:
    """What was prescribed of the main lifts of which a set is done."""
    known = ((each, desk.catalogue.exercise(each.exercise)) for each in live.exercises if each.done)
    return [_planned(desk, live, each) for each, entry in known if entry is None or entry.category in _MAIN]


def _logged_with(desk: Desk, live: LiveLift) -> list[LoggedSession]:
    """The lifts of the last weeks, and this one as it is."""
    return [*_logged(desk), finish(live, None, desk.now())]


def _explained(desk: Desk, wanted: Sequence[PlannedExercise], day: date) -> list[Explanation]:
    (logged, lighter), settings = _logged_and_lighter(desk, day), desk.settings
    found = (explain_next(each, logged, desk.catalogue, settings.rack(), settings.units, lighter) for each in wanted)
    return [each for each in found if each]


def _next_of(desk: Desk, entry: Entry) -> list[PlannedExercise]:
    """The exercises of a planned lift, of today or later, that no planned lift before it has."""
    session, today = entry.session, desk.today()
    if not isinstance(session, PlannedSession) or entry.status != "planned" or day_of(session) < today:
        return []
    sooner = {
        each.exercise
        for plan in desk.logbook.planned(Days(today, day_of(session) + timedelta(1)))
        if plan.status == "planned" and plan.id != session.id and plan.start < session.start
        for each in desk.catalogue.prescribed(plan)
    }
    return [each for each in desk.catalogue.prescribed(session) if each.exercise not in sooner]


def _planned(desk: Desk, live: LiveLift, exercise: LiveExercise) -> PlannedExercise:
    """What was prescribed of an exercise: by the plan, by the template of the lift's name, else by its own sets."""
    prescribed = prescribed_as(desk, live.plan_id, live.title)
    if found := next((each for each in prescribed if each.exercise == exercise.exercise), None):
        return found
    work = [each for each in exercise.prescribed if each.type == "work"]
    amount = getattr(work[0], amount_field(desk.catalogue.exercise(exercise.exercise))) if work else None
    return PlannedExercise(exercise.exercise, len(work) or 1, amount, rir=work[0].rir if work else None)


def _logged(desk: Desk) -> list[LoggedSession]:
    """The lifts of the last weeks."""
    until = desk.today() + timedelta(1)
    return [each for each in desk.logbook.logged(Days(until - timedelta(weeks=_WEEKS), until)) if each.exercises]


def _logged_and_lighter(desk: Desk, day: date) -> tuple[list[LoggedSession], bool]:
    """The lifts of the last weeks, and whether the week of the day is a lighter one after them."""
    logged, athlete = _logged(desk), desk.lifter()
    return logged, lighter_week(week_of(day, athlete.week_start), logged, athlete)
