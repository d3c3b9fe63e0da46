"""Moving a session on the Plan screen: taken up, stepped on, dropped or put back."""

from data.calendar import day_of
from data.model import PlannedSession
from tui.screens import plan_changes as changes
from tui.screens import plan_moves as moves
from tui.screens.plan_week import WeekScreen


class MovingScreen(WeekScreen):
    """A week in which a session is taken up, moved from place to place, and dropped or put back."""

    def action_move(self) -> None:
        """Take the session up, to be moved with the arrows."""
        session = self.session
        if session is None:
            return
        if (reason := moves.why_not(session)) or not isinstance(session, PlannedSession):
            self.notify(reason or "", timeout=4, markup=False)
            return
        self.move = moves.begun(session)
        self.reload(session.id)

    def action_carry(self, days: int, half_days: int) -> None:
        """Take the session up and move it at once."""
        self.action_move()
        if self.move:
            self.action_step(days, half_days)

    def action_step(self, days: int, half_days: int) -> None:
        """The session on its way goes on; past the edge of the week, the week turns."""
        move = self.move and moves.stepped(self.move, days, half_days, self.desk.today())
        if move is None:
            self.notify("No further back: that is past.", timeout=3, markup=False)
            return
        self.move = move
        self.show_day(move.place.day, move.session.id)

    def action_drop(self) -> None:
        """Leave the session where it is now."""
        move = self.move
        there = self.sight.sessions[move.session.id] if move else None
        if move is None or not isinstance(there, PlannedSession):
            return
        if there == move.session or self.make(changes.moving(move, there, self.desk)):
            self.move = None
            self.reload(there.id)

    def action_put_back(self) -> None:
        """Put the session back where it was."""
        if self.move:
            session, self.move = self.move.session, None
            self.show_day(day_of(session), session.id)

    def action_busy(self) -> None:
        """Nothing else while a session is on its way."""
        self.notify("First enter drops the session here, or esc puts it back.", timeout=4, markup=False)
