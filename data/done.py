"""A planned session logged as it was planned."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from data.amounts import as_prescribed
from data.calendar import end_of, in_zone, minutes_of
from data.catalogue import Catalogue
from data.ids import new_id
from data.model import LoggedSession, PlannedSession, Rating
from data.rules.duration import planned_minutes


def done_as_planned(plan: PlannedSession, rpe: Rating | None, now: datetime, catalogue: Catalogue) -> LoggedSession:
    """The session that fulfils the plan to the letter, rated `rpe`.

    It starts when it was planned to; where that would end after `now`, it has just ended.
    """
    minutes = planned_minutes(plan, catalogue)
    timed = replace(plan, minutes=minutes)
    over = end_of(timed) <= now
    just_now = in_zone(now - timedelta(minutes=minutes_of(timed)), plan.zone).replace(second=0, microsecond=0)
    return LoggedSession(
        id=new_id(now),
        kind=plan.kind,
        start=plan.start if over else just_now,
        zone=plan.zone,
        clock=plan.clock if over else "exact",
        minutes=minutes,
        rpe=rpe,
        plan_id=plan.id,
        title=catalogue.title(plan),
        notes=plan.notes,
        exercises=as_prescribed(catalogue.prescribed(plan), catalogue),
        focus=plan.focus,
        type=plan.type,
        distance_m=plan.distance_m,
    )
