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
    """Delete a session, and say how it comes back."""
    if screen.make(changes.deleting(session, screen.desk)):
        said = f"Deleted {plain(title_of(session, screen.desk.catalogue))}: u brings it back."
        screen.notify(said, timeout=5, markup=False)
