"""A session on its way: taken up, moved from place to place, and dropped or put back."""

from typing import TYPE_CHECKING

from data.calendar import day_of
from data.model import PlannedSession
from tui.screens import plan_changes as changes
from tui.screens import plan_moves as moves

if TYPE_CHECKING:
    from tui.screens.plan import PlanScreen


def take_up(screen: "PlanScreen") -> None:
    """Take the session under the cursor up, or say why it cannot be moved."""
    session = screen.session
    if session is None:
        return
    if (reason := moves.why_not(session)) or not isinstance(session, PlannedSession):
        screen.notify(reason or "", timeout=4, markup=False)
        return
    screen.move = moves.begun(session)
    screen.reload(session.id)


def carry(screen: "PlanScreen", days: int, half_days: int) -> None:
    """Take the session up and move it at once."""
    take_up(screen)
    if screen.move:
        step(screen, days, half_days)


def step(screen: "PlanScreen", days: int, half_days: int) -> None:
    """The session on its way goes on; past the edge of the week, the week turns."""
    move = screen.move and moves.stepped(screen.move, days, half_days, screen.desk.today())
    if move is None:
        screen.notify("No further back: that is past.", timeout=3, markup=False)
        return
    screen.move = move
    screen.show_day(move.place.day, move.session.id)


def drop(screen: "PlanScreen") -> None:
    """Leave the session where it is held."""
    move = screen.move
    there = screen.sight.sessions[move.session.id] if move else None
    if move is None or not isinstance(there, PlannedSession):
        return
    if there == move.session or screen.make(changes.moving(move, there, screen.desk)):
        screen.move = None
        screen.reload(there.id)


def put_back(screen: "PlanScreen") -> None:
    """Put the session back where it was."""
    if screen.move:
        session, screen.move = screen.move.session, None
        screen.show_day(day_of(session), session.id)


def say_busy(screen: "PlanScreen") -> None:
    """Nothing else while a session is on its way."""
    screen.notify("First enter drops the session here, or esc puts it back.", timeout=4, markup=False)


def let_go(screen: "PlanScreen") -> None:
    """Let go of the session on its way, and say so, where it is no longer what it was when it was taken up."""
    move = screen.move
    if move is not None and screen.desk.logbook.find(move.session.id) != move.session:
        screen.move = None
        screen.notify("What you were moving was changed elsewhere meanwhile, so it is not moved.", markup=False)
