"""What became of a session: whether it is still planned, was done, missed or skipped, and which sessions count."""

from collections.abc import Iterable
from datetime import datetime

from data.calendar import day_of, in_zone
from data.model import LoggedSession, Session, Status


def status_of(session: Session, now: datetime) -> Status:
    """What became of the session by `now`. A planned one is missed once its day is over where it was to be done.

    Whether a logged session fulfils it can't be seen from the plan alone: ask that first.
    """
    if isinstance(session, LoggedSession):
        return "done"
    today = in_zone(now, session.zone).date() if session.zone else now.date()
    return "missed" if session.status == "planned" and day_of(session) < today else session.status


def counting(sessions: Iterable[Session], now: datetime | None = None) -> list[Session]:
    """The sessions that count: all that were logged, and of the plan what is neither done, missed nor skipped.

    A planned session that a logged one names as its plan is done. With `now`, one whose day is over is missed.
    """
    known = list(sessions)
    fulfilled = {each.plan_id for each in known if isinstance(each, LoggedSession)}

    def _counts(session: Session) -> bool:
        if isinstance(session, LoggedSession):
            return True
        status = status_of(session, now) if now else session.status
        return status == "planned" and session.id not in fulfilled

    return [each for each in known if _counts(each)]
