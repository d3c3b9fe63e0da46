"""What the Plan screen changes in the log, each as one change."""

from collections.abc import Sequence

from msgspec.structs import replace

from data.model import Accepted, LoggedSession, PlannedSession, Session
from data.rules.spacing import Pair, seal
from tui.changes import Change, name_of, plan_of_done, plans_done_with
from tui.desk import Desk
from tui.screens.plan_moves import Move
from tui.screens.plan_sight import Sight


def editing(session: Session, before: Session, desk: Desk) -> Change:
    """A session edited; a plan of which its line says that it was done is done."""
    return Change(f"editing {name_of(before, desk)}", (session, *plans_done_with(session, desk)), seen=(before,))


def deleting(session: Session, desk: Desk) -> Change:
    """A session deleted; the plan that it fulfilled is to do again."""
    plan = plan_of_done(session, desk)
    save = (replace(plan, status="planned"),) if plan and plan.status == "done" else ()
    return Change(f"deleting {name_of(session, desk)}", save, (session.id,), seen=(session,))


def locking(session: PlannedSession, desk: Desk) -> Change:
    """A session locked where it is, or unlocked."""
    what = "unlocking" if session.locked else "locking"
    locked = replace(session, locked=not session.locked)
    return Change(f"{what} {name_of(session, desk)}", (locked,), seen=(session,))


def logging(plan: PlannedSession, done: LoggedSession, desk: Desk) -> Change:
    """A planned session done as planned."""
    return Change(f"logging {name_of(plan, desk)}", (done, replace(plan, status="done")), seen=(plan,))


def moving(move: Move, there: PlannedSession, desk: Desk) -> Change:
    """A session moved to where it is held."""
    return Change(f"moving {name_of(move.session, desk)}", (there,), seen=(move.session,))


def laying(lifts: Sequence[PlannedSession]) -> Change:
    """A template laid over weeks."""
    return Change(f"laying a template of {len(lifts)} {'lift' if len(lifts) == 1 else 'lifts'}", lifts)


def accepting(pair: Pair, reason: str, sight: Sight, desk: Desk) -> Change:
    """A warning accepted as both sessions stand now."""
    first, second = sight.sessions[pair.first], sight.sessions[pair.second]
    accepted = Accepted(pair.first, pair.second, reason, desk.now(), seal(first, second))
    return Change(f"accepting a {pair.severity}", accept=(accepted,), seen=(first, second))
