"""A run begun: with the steps that its plan says, or as a free stopwatch."""

from datetime import datetime

from data.calendar import in_zone
from data.ids import new_id
from data.live.intervals import steps_of_plan
from data.live.run import LiveRun
from data.model import PlannedSession
from data.units import Units


def begin_run(plan: PlannedSession | None, now: datetime, zone: str, units: Units) -> LiveRun:
    """The planned run begun at `now` in `zone`; without a plan, a run that is free. Bare paces of it are in `units`."""
    return LiveRun(
        id=new_id(now),
        start=in_zone(now, zone),
        zone=zone,
        title=plan.title if plan else "",
        marks=(),
        steps=steps_of_plan(plan, units) if plan else (),
        type=plan.type if plan else None,
        plan_id=plan.id if plan else None,
        minutes=plan.minutes if plan else None,
    )
