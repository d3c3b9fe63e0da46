"""A session of the plan begun, or deleted."""

from functools import partial
from typing import TYPE_CHECKING

from data.live.run import LiveRun
from data.model import PlannedSession, Session
from data.text import plain
from tui.format import title_of
from tui.screens import plan_changes as changes

if TYPE_CHECKING:
    from tui.screens.plan import PlanScreen


async def begin(screen: "PlanScreen", session: PlannedSession) -> None:
    """Begin the lift or run on the Live screen, or go on with what is under way."""
    from tui.screens.lifting import open_lift
    from tui.screens.running import open_run

    desk, live = screen.desk, screen.sight.live
    if live and live.plan_id != session.id:
        what = "run" if isinstance(live, LiveRun) else "lift"
        screen.notify(f"Another {what} is under way: finish it first.", severity="warning", timeout=6, markup=False)
    opened = open_run if session.kind == "run" else open_lift
    if desk.attempt(screen.app, partial(opened, desk, session)):
        await screen.run_action("app.go('live')")


def delete(screen: "PlanScreen", session: Session) -> None:
    """Delete a session, and say how it comes back. What is under way keeps its plan: it is logged as done by it."""
    desk, title = screen.desk, plain(title_of(session, screen.desk.catalogue))
    live = desk.logbook.under_way()
    if live and live.plan_id == session.id:
        how = " Enter goes on with it, f there ends it." if desk.may("log") else ""
        said = f"{title} is under way: d deletes it once it is over.{how}"
        screen.notify(said, severity="warning", timeout=6, markup=False)
    elif screen.make(changes.deleting(session, desk)):
        screen.notify(f"Deleted {title}: u brings it back.", timeout=5, markup=False)
