"""A change of the log, which can be undone as one, and what every way of adding a session does. Knows no Textual."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from msgspec.structs import replace

from data.calendar import Days, day_of
from data.matching import fulfilling, plan_of
from data.model import Accepted, LoggedSession, PlannedSession, Session
from data.store.errors import Conflict
from data.text import plain
from tui.desk import Desk
from tui.format import title_of


class Change(NamedTuple):
    """What changes, as it is said to whoever undoes it; and what is saved, deleted and accepted.

    `seen` are the sessions that it is about, as they were when it was decided on.
    """

    what: str
    save: Sequence[Session] = ()
    delete: Sequence[str] = ()
    accept: Sequence[Accepted] = ()
    seen: Sequence[Session] = ()

    def make(self, desk: Desk) -> None:
        """Make the change. Raises StoreError where it could not be saved, or what it is about was changed meanwhile."""
        for session in self.seen:
            if desk.logbook.find(session.id) != session:
                name = name_of(session, desk)
                raise Conflict(f"{name} was changed elsewhere meanwhile. Go back: the plan shows it as it is now.")
        desk.logbook.change(self.what, save=self.save, delete=self.delete, accept=self.accept, seen=self.seen)


def adding(session: Session, desk: Desk) -> Change:
    """A session added; the plan that it fulfils is done with it."""
    return Change(f"adding {name_of(session, desk)}", (session, *plans_done_with(session, desk)))


def with_plan(session: Session, desk: Desk) -> Session:
    """What was done, as the doing of the session that was planned for it, where one was."""
    if isinstance(session, PlannedSession):
        return session
    day = day_of(session)
    plan = plan_of(session, desk.logbook.planned(Days(day, day + timedelta(1))))
    return fulfilling(session, plan) if plan else session


def plans_done_with(session: Session, desk: Desk) -> tuple[PlannedSession, ...]:
    """The plan that the session fulfils, as done; none where it fulfils none or that is done already."""
    plan = plan_of_done(session, desk)
    return (replace(plan, status="done"),) if plan and plan.status != "done" else ()


def plan_of_done(session: Session, desk: Desk) -> PlannedSession | None:
    """The plan that the session fulfils, as the log has it."""
    if not isinstance(session, LoggedSession) or session.plan_id is None:
        return None
    plan = desk.logbook.find(session.plan_id)
    return plan if isinstance(plan, PlannedSession) else None


def name_of(session: Session, desk: Desk) -> str:
    """What the session is called when a change of it is named."""
    return plain(title_of(session, desk.catalogue))
