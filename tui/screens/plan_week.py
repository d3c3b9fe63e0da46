"""The week that the Plan screen shows: what of it is read, where the cursor is, and how it is painted."""

from datetime import date, timedelta
from functools import partial

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.calendar import day_of, week_of
from data.model import LoggedSession, Session
from tui.changes import Change
from tui.desk import Desk
from tui.screens import plan_moves as moves
from tui.screens.plan_choice import about, first_row
from tui.screens.plan_detail import detail
from tui.screens.plan_sight import Sight, held, look
from tui.talk import talk_marks
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.season_band import season_band
from tui.widgets.week_head import week_head
from tui.widgets.week_rows import PairRow, Row, SessionRow
from tui.widgets.week_view import Shown, WeekView
from tui.widgets.weeks_ahead import WeeksAhead

WEEKS_AHEAD = 4
WIDE = 110
# Lines that the head, the keys and the line below the week take.
AROUND = 3


class WeekScreen(Telling, Screen[None]):
    """A week at a time, with a cursor on one of its rows: a session, a day of rest or a warning.

    `move` is the session that is on its way to another place, where one is.
    """

    head = getters.query_one("#head", Static)
    band = getters.query_one("#band", Static)
    view = getters.query_one(WeekView)
    ahead = getters.query_one(WeeksAhead)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        # A day of the week that is shown.
        self._day = desk.today()
        self._cursor = 0
        self.move: moves.Move | None = None
        self._seen: Sight | None = None

    def compose(self) -> ComposeResult:
        """The head; the phases; the week, and what is under the cursor; the coming weeks; the keys."""
        yield Static(classes="head", id="head", markup=False)
        yield Static(id="band", markup=False)
        with Horizontal():
            yield WeekView()
            yield WeeksAhead(id="ahead")
        yield KeyBar()

    @property
    def sight(self) -> Sight:
        """The week as it was last read."""
        if self._seen is None:
            raise RuntimeError("nothing was read yet")
        return self._seen

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.sight.rows[self._cursor]

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None on a day of rest and on a warning."""
        return self.row.entry.session if isinstance(self.row, SessionRow) else None

    def on_screen_resume(self) -> None:
        """Show the week as the log has it, or the one that another screen asked for."""
        wanted, self.desk.day_wanted = self.desk.day_wanted, None
        if self._seen is None:
            wanted = wanted or self._day
        elif wanted:
            self.move = None
        if wanted:
            self.reload(day=wanted)
            self.put_cursor(first_row(self.sight, wanted))
        else:
            self.on_log_changed()

    def on_log_changed(self) -> None:
        """Show the week as it is now, and after midnight this week where the week before was on the screen as this one.
        A session on its way stays so if nobody else touched it."""
        if self.move and self.desk.logbook.find(self.move.session.id) != self.move.session:
            self.move = None
        today, seen = self.desk.today(), self.sight
        if self.move is None and seen.now.date() in seen.days and today not in seen.days:
            self.action_today()
        else:
            self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head to the width; the coming weeks are read once there is room for them."""
        if self._seen and self._weeks_ahead() != len(self._seen.ahead):
            self.reload()
        elif self._seen:
            self._paint()

    def on_weeks_ahead_chosen(self, event: WeeksAhead.Chosen) -> None:
        """Go to the week that was clicked."""
        if self.move is None:
            self.show_day(self.sight.days.moved(7 * (event.week + 1)).start)

    def action_cursor(self, by: int) -> None:
        """To the next row; past the last one, to the next week."""
        place = self._cursor + by
        if not 0 <= place < len(self.sight.rows):
            self.reload(day=self._day + timedelta(weeks=by))
            place = 0 if by > 0 else len(self.sight.rows) - 1
        self.put_cursor(place)

    def action_turn(self, weeks: int) -> None:
        """So many weeks on, on the same weekday."""
        self.show_day(self.row.day + timedelta(weeks=weeks))

    def action_today(self) -> None:
        """This week, on what is next."""
        self.show_day(self.desk.today())
        self.put_cursor(first_row(self.sight, self.desk.today()))

    def make(self, change: Change, show: Session | None = None) -> bool:
        """Make a change and show what came of it; gives whether it could be made."""
        made = self.desk.attempt(self.app, partial(change.make, self.desk))
        if made and show:
            self.show_day(day_of(show), show.id)
        elif made:
            self.reload()
        return made

    def show_day(self, day: date, key: str | None = None) -> None:
        """Show the week of the day, the cursor on the row of that key, else on the first of the day."""
        self.reload(key, day)
        if key is None:
            self.put_cursor(
                next(
                    place
                    for place, row in enumerate(self.sight.rows)
                    if row.day == day and not isinstance(row, PairRow)
                )
            )

    def reload(self, key: str | None = None, day: date | None = None) -> None:
        """Read the week of the day anew, of the one shown where none is given; nothing changes where it cannot be read.
        The cursor goes on the row of that key, else on the row it was on, else where it was."""
        plan_id: str | None = None
        if key is None and self._seen:
            key = self.row.key
            plan_id = self.session.plan_id if isinstance(self.session, LoggedSession) else None
        day = day or self._day
        days = week_of(day, self.desk.logbook.athlete.week_start)
        self._seen = look(self.desk, days, self._weeks_ahead(), self.move and held(self.desk, self.move))
        self._day = day
        places = {row.key: place for place, row in enumerate(self._seen.rows)}
        usual = min(self._cursor, len(self._seen.rows) - 1)
        # Where the doing of a plan was undone, the plan stands there again.
        self.put_cursor(places.get(key or "", places.get(plan_id or "", usual)))

    def put_cursor(self, place: int) -> None:
        """Put the cursor on the row at that place."""
        self._cursor = place
        self._paint()
        self.refresh_bindings()

    def _weeks_ahead(self) -> int:
        return WEEKS_AHEAD if self.app.size.width >= WIDE else 0

    def _paint(self) -> None:
        sight, desk = self.sight, self.desk
        around = AROUND + self._paint_band()
        marks = talk_marks(sight.talk, sight.days)
        head = week_head(sight.week, sight.athlete, sight.aim, self.app.size.width - 2, marks)
        if head != self.head.content:
            self.head.update(head)
        self.view.show(
            Shown(
                rows=sight.rows,
                cursor=self._cursor,
                today=desk.today(),
                catalogue=desk.catalogue,
                units=desk.settings.units,
                below=detail(self.row, sight, self.move, desk, self.app.size.height - len(sight.rows) - around),
                moving=self.move.session.id if self.move else None,
                about=None if self.move or not desk.may("plan") else about(self.row, self.sight),
                signs=sight.talk.signs(each.entry.session for each in sight.rows if isinstance(each, SessionRow)),
            )
        )
        self.ahead.show(sight.ahead, desk.catalogue)

    def _paint_band(self) -> bool:
        """Show the phases as a band where there is room for it, and there are any; gives whether there are."""
        width = self.app.size.width
        band = season_band(self.sight.athlete.phases, self.sight.days, width - 2) if width >= WIDE else Content()
        self.band.display = bool(band)
        if band != self.band.content:
            self.band.update(band)
        return bool(band)
