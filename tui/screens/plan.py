"""Plan, the home of the app: the week, what lands back to back in it, and everything that changes it."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.calendar import day_of, week_of
from data.live.run import LiveRun
from data.model import LoggedSession, PlannedSession, Session
from data.rules.explain import Explanation
from data.text import plain
from tui.changes import Change
from tui.desk import Desk
from tui.format import title_of
from tui.keys import bindings
from tui.screens import plan_ask as ask
from tui.screens import plan_changes as changes
from tui.screens import plan_moves as moves
from tui.screens import talking
from tui.screens.coming import why_coming
from tui.screens.plan_choice import about, enter_does, first_row, pair_at, why, works
from tui.screens.plan_detail import detail
from tui.screens.plan_keys import KEYS
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


class PlanScreen(Telling, Screen[None]):
    """A week at a time. The cursor is on a session, a day of rest or a warning, and the keys act on that."""

    BINDINGS = bindings(KEYS)
    RIGHT = "plan"

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
        self._move: moves.Move | None = None
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
            self._move = None
        if wanted:
            self.reload(day=wanted)
            self._put_cursor(first_row(self.sight, wanted))
        else:
            self.on_log_changed()

    def on_log_changed(self) -> None:
        """Show the week as it is now, and after midnight this week where the week before was on the screen as this one.
        A session on its way stays so if nobody else touched it."""
        if self._move and self.desk.logbook.find(self._move.session.id) != self._move.session:
            self._move = None
        today, seen = self.desk.today(), self.sight
        if self._move is None and seen.now.date() in seen.days and today not in seen.days:
            self.action_today()
        else:
            self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head to the width; the coming weeks are read once there is room for them."""
        if self._seen and self._weeks_ahead() != len(self._seen.ahead):
            self.reload()
        elif self._seen:
            self._paint()

    async def on_week_view_chosen(self, event: WeekView.Chosen) -> None:
        """A click puts the cursor on a row; one more does what enter does."""
        if self._move is None:
            self._put_cursor(event.row)
            if event.again:
                await self.run_action(enter_does(self.row, self.sight, self.desk.today()))

    def on_weeks_ahead_chosen(self, event: WeeksAhead.Chosen) -> None:
        """Go to the week that was clicked."""
        if self._move is None:
            self.show_day(self.sight.days.moved(7 * (event.week + 1)).start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys show where they do something."""
        return self._seen is not None and works(action, self.row, self.sight, self.desk.today(), self._move is not None)

    def why(self) -> Sequence[Explanation]:
        """What is under the cursor, explained."""
        row = self.row
        coming = why_coming(self.desk, row.entry) if isinstance(row, SessionRow) else ()
        return why(row, self.sight, self.desk.catalogue, coming)

    def action_cursor(self, by: int) -> None:
        """To the next row; past the last one, to the next week."""
        place = self._cursor + by
        if not 0 <= place < len(self.sight.rows):
            self.reload(day=self._day + timedelta(weeks=by))
            place = 0 if by > 0 else len(self.sight.rows) - 1
        self._put_cursor(place)

    def action_turn(self, weeks: int) -> None:
        """So many weeks on, on the same weekday."""
        self.show_day(self.row.day + timedelta(weeks=weeks))

    def action_today(self) -> None:
        """This week, on what is next."""
        self.show_day(self.desk.today())
        self._put_cursor(first_row(self.sight, self.desk.today()))

    def action_move(self) -> None:
        """Take the session up, to be moved with the arrows."""
        session = self.session
        if session is None:
            return
        if (reason := moves.why_not(session)) or not isinstance(session, PlannedSession):
            self.notify(reason or "", timeout=4, markup=False)
            return
        self._move = moves.begun(session)
        self.reload(session.id)

    def action_carry(self, days: int, half_days: int) -> None:
        """Take the session up and move it at once."""
        self.action_move()
        if self._move:
            self.action_step(days, half_days)

    def action_step(self, days: int, half_days: int) -> None:
        """The session on its way goes on; past the edge of the week, the week turns."""
        move = self._move and moves.stepped(self._move, days, half_days, self.desk.today())
        if move is None:
            self.notify("No further back: that is past.", timeout=3, markup=False)
            return
        self._move = move
        self.show_day(move.place.day, move.session.id)

    def action_drop(self) -> None:
        """Leave the session where it is now."""
        move = self._move
        there = self.sight.sessions[move.session.id] if move else None
        if move is None or not isinstance(there, PlannedSession):
            return
        if there == move.session or self.make(changes.moving(move, there, self.desk)):
            self._move = None
            self.reload(there.id)

    def action_put_back(self) -> None:
        """Put the session back where it was."""
        if self._move:
            session, self._move = self._move.session, None
            self.show_day(day_of(session), session.id)

    def action_busy(self) -> None:
        """Nothing else while a session is on its way."""
        self.notify("First enter drops the session here, or esc puts it back.", timeout=4, markup=False)

    def action_add(self) -> None:
        """Write a session in one line, which begins with the day under the cursor."""
        ask.for_a_session(self, self.row.day)

    def action_fill(self) -> None:
        """The same, on a day of rest."""
        self.action_add()

    def action_edit(self) -> None:
        """Edit the session as a line."""
        if self.session:
            ask.for_an_edit(self, self.session)

    def action_delete(self) -> None:
        """Delete the session."""
        if self.session:
            self.delete(self.session)

    def action_lock(self) -> None:
        """Lock the session where it is, or unlock it."""
        if isinstance(self.session, PlannedSession):
            self.make(changes.locking(self.session, self.desk))

    def action_accept(self) -> None:
        """Accept the warning, with a reason."""
        if pair := pair_at(self.row, self.sight):
            ask.why_accept(self, pair)

    def action_fix(self) -> None:
        """Offer the best week, or say that this one is."""
        from tui.screens.plan_fix import offer_the_best_week

        offer_the_best_week(self)

    def action_fix_nothing(self) -> None:
        """The same, where no clash and no warning is open."""
        self.action_fix()

    def action_maintenance(self) -> None:
        """Turn the lift into maintenance."""
        from tui.screens.plan_fix import make_maintenance

        if isinstance(self.row, SessionRow):
            make_maintenance(self, self.row.entry)

    def action_template(self) -> None:
        """Lay a template over the coming weeks, beginning with the one on the screen."""
        ask.for_a_template(self, max(self.sight.days.start, self.desk.today()))

    def action_season(self) -> None:
        """Lay out a season up to a race."""
        from tui.screens.plan_season import lay_out_a_season

        lay_out_a_season(self)

    def action_heavy(self) -> None:
        """Mark the week as a heavy run week, or take the mark away."""
        from tui.screens.plan_season import mark_as_heavy

        mark_as_heavy(self)

    def action_log(self) -> None:
        """Log the session as done as planned, with a rating."""
        if isinstance(self.row, SessionRow) and isinstance(self.session, PlannedSession):
            ask.for_a_rating(self, self.session, self.row.entry)

    def action_open(self) -> None:
        """Open the session: what it holds, and what can be done with it."""
        if isinstance(self.row, SessionRow):
            ask.about(self, self.row.entry)

    def action_comment(self) -> None:
        """What was said about the session, or on a day of rest about the week, and a line to answer."""
        if self.session:
            talking.about_session(self, self.desk, self.session)
        else:
            self.action_comment_week()

    def action_comment_first(self) -> None:
        """The same, in a log in which nobody has said anything."""
        self.action_comment()

    def action_comment_week(self) -> None:
        """What was said about the week."""
        talking.about_week(self, self.desk, self.sight.days)

    def action_new_comment(self) -> None:
        """To the oldest comment that was not read."""
        talking.go_to_new(self)

    def action_theirs(self) -> None:
        """What others changed of this week's plan."""
        talking.take_back(self)

    async def action_start(self) -> None:
        """Begin the lift, or go on with it, set by set."""
        if isinstance(self.session, PlannedSession):
            await self.start(self.session)

    async def action_run(self) -> None:
        """Begin the run: stopwatch, laps, intervals."""
        await self.action_start()

    async def action_resume(self) -> None:
        """Go on with the session under way."""
        await self.action_start()

    async def action_explain(self) -> None:
        """Why the two sessions are too near each other."""
        await self.run_action("app.help")

    async def start(self, session: PlannedSession) -> None:
        """Begin the lift or run on the Live screen, or go on with what is under way."""
        from tui.screens.lifting import open_lift
        from tui.screens.running import open_run

        live = self.sight.live
        if live and live.plan_id != session.id:
            what = "run" if isinstance(live, LiveRun) else "lift"
            self.notify(f"Another {what} is under way: finish it first.", severity="warning", timeout=6, markup=False)
        begin = open_run if session.kind == "run" else open_lift
        if self.desk.attempt(self.app, partial(begin, self.desk, session)):
            await self.run_action("app.go('live')")

    def delete(self, session: Session) -> None:
        """Delete a session, and say how it comes back."""
        if self.make(changes.deleting(session, self.desk)):
            said = f"Deleted {plain(title_of(session, self.desk.catalogue))}: u brings it back."
            self.notify(said, timeout=5, markup=False)

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
            self._put_cursor(
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
        self._seen = look(self.desk, days, self._weeks_ahead(), self._move and held(self.desk, self._move))
        self._day = day
        places = {row.key: place for place, row in enumerate(self._seen.rows)}
        usual = min(self._cursor, len(self._seen.rows) - 1)
        # Where the doing of a plan was undone, the plan stands there again.
        self._put_cursor(places.get(key or "", places.get(plan_id or "", usual)))

    def _put_cursor(self, place: int) -> None:
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
                below=detail(self.row, sight, self._move, desk, self.app.size.height - len(sight.rows) - around),
                moving=self._move.session.id if self._move else None,
                about=None if self._move else about(self.row, self.sight),
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
