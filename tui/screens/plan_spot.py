"""Where one is in the plan: a week as it was read, and the row of it under the cursor."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from data.calendar import week_of
from data.model import LoggedSession, Session
from tui.desk import Desk
from tui.screens.plan_moves import Move
from tui.screens.plan_sight import Sight, held, look
from tui.widgets.week_rows import PairRow, Row, SessionRow


class Spot(NamedTuple):
    """A week as it was read for a `day` of it, and the place of the cursor among its rows."""

    sight: Sight
    day: date
    cursor: int = 0

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.sight.rows[self.cursor]

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None on a day of rest and on a warning."""
        return self.row.entry.session if isinstance(self.row, SessionRow) else None

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the rows to be on when the week is read again. Where the doing of a plan was undone, the plan
        stands there again."""
        done = self.session
        return (self.row.key, done.plan_id) if isinstance(done, LoggedSession) and done.plan_id else (self.row.key,)

    def at_day(self, day: date) -> "Spot":
        """The cursor on the first session of the day, or on its rest."""
        rows = enumerate(self.sight.rows)
        return self._replace(cursor=next(n for n, row in rows if row.day == day and not isinstance(row, PairRow)))


def read(desk: Desk, day: date, weeks_ahead: int, move: Move | None, before: Spot | None, key: str | None) -> Spot:
    """The week of the day as the log has it, a session on its way where it is held.

    The cursor is on the row of that key; without one on the row it was on before; else at the place where it was.
    Raises StoreError.
    """
    days = week_of(day, desk.logbook.athlete.week_start)
    sight = look(desk, days, weeks_ahead, move and held(desk, move))
    places = {row.key: place for place, row in enumerate(sight.rows)}
    keys = (key,) if key else before.keys if before else ()
    usual = min(before.cursor, len(sight.rows) - 1) if before else 0
    return Spot(sight, day, next((places[each] for each in keys if each in places), usual))
