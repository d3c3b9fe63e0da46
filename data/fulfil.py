"""Which planned session a logged one is the doing of."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from data.calendar import day_of, start_of
from data.model import LoggedSession, PlannedSession


def fulfilled_by(session: LoggedSession, planned: Iterable[PlannedSession], now: datetime) -> PlannedSession | None:
    """The planned session that the logged one fulfils: open, of its kind and day; None where there is none or a doubt.

    Of several, the one of its type. One that lies ahead of `now` is only fulfilled by a session of its type, so that an
    easy run in the morning does not use up the evening's intervals.
    """
    near = [plan for plan in planned if plan.status in ("planned", "missed") and plan.kind == session.kind]
    open_ = [plan for plan in near if day_of(plan) == day_of(session)]
    alike = [plan for plan in open_ if plan.type == session.type]
    if len(alike) == 1:
        return alike[0]
    return open_[0] if len(open_) == 1 and start_of(open_[0]) <= now else None


def as_planned(session: LoggedSession, plan: PlannedSession) -> tuple[LoggedSession, PlannedSession]:
    """Both with the tie between them: the plan is done; the logged one names it, and is of its type, title and focus
    where it says none itself."""
    tied = replace(
        session,
        plan_id=plan.id,
        type=session.type or plan.type,
        title=session.title or plan.title,
        focus=session.focus or plan.focus,
    )
    return tied, replace(plan, status="done")
