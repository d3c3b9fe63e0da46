"""What the Plan screen changes in the log, each as one change that can be undone."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from data.model import Accepted, LoggedSession, PlannedSession, Rating, Session
from data.rules.spacing import Pair, seal
from data.store.errors import Conflict
from data.text import plain
from tui.desk import Desk
from tui.format import title_of
from tui.screens.plan_moves import Move
from tui.screens.plan_sight import Sight


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
                name = _name(session, desk)
                raise Conflict(f"{name} was changed elsewhere meanwhile. Go back: the plan shows it as it is now.")
        desk.logbook.change(self.what, save=self.save, delete=self.delete, accept=self.accept)


def adding(session: Session, desk: Desk) -> Change:
    """A session added; the plan that it fulfils is done with it."""
    return Change(f"adding {_name(session, desk)}", (session, *_fulfilled(session, desk)))


def editing(session: Session, before: Session, desk: Desk) -> Change:
    """A session edited; a plan of which its line says that it was done is done."""
    return Change(f"editing {_name(before, desk)}", (session, *_fulfilled(session, desk)), seen=(before,))


def deleting(session: Session, desk: Desk) -> Change:
    """A session deleted; the plan that it fulfilled is to do again."""
    plan = _plan_of(session, desk)
    save = (replace(plan, status="planned"),) if plan and plan.status == "done" else ()
    return Change(f"deleting {_name(session, desk)}", save, (session.id,), seen=(session,))


def locking(session: PlannedSession, desk: Desk) -> Change:
    """A session locked where it is, or unlocked."""
    what = "unlocking" if session.locked else "locking"
    locked = replace(session, locked=not session.locked)
    return Change(f"{what} {_name(session, desk)}", (locked,), seen=(session,))


def logging(plan: PlannedSession, rpe: Rating | None, desk: Desk) -> Change:
    """A planned session done as planned."""
    from data.done import done_as_planned

    done = done_as_planned(plan, rpe, desk.now(), desk.catalogue)
    return Change(f"logging {_name(plan, desk)}", (done, replace(plan, status="done")), seen=(plan,))


def moving(move: Move, there: PlannedSession, desk: Desk) -> Change:
    """A session moved to where it is held."""
    return Change(f"moving {_name(move.session, desk)}", (there,), seen=(move.session,))


def laying(lifts: Sequence[PlannedSession]) -> Change:
    """A template laid over weeks."""
    return Change(f"laying a template of {len(lifts)} {'lift' if len(lifts) == 1 else 'lifts'}", lifts)


def accepting(pair: Pair, reason: str, sight: Sight, desk: Desk) -> Change:
    """A warning accepted as both sessions stand now."""
    first, second = sight.sessions[pair.first], sight.sessions[pair.second]
    accepted = Accepted(pair.first, pair.second, reason, desk.now(), seal(first, second))
    return Change(f"accepting a {pair.severity}", accept=(accepted,), seen=(first, second))


def _fulfilled(session: Session, desk: Desk) -> tuple[PlannedSession, ...]:
    plan = _plan_of(session, desk)
    return (replace(plan, status="done"),) if plan and plan.status != "done" else ()


def _plan_of(session: Session, desk: Desk) -> PlannedSession | None:
    if not isinstance(session, LoggedSession) or session.plan_id is None:
        return None
    plan = desk.logbook.find(session.plan_id)
    return plan if isinstance(plan, PlannedSession) else None


def _name(session: Session, desk: Desk) -> str:
    return plain(title_of(session, desk.catalogue))
