"""Plan, the home of the app: the week, what lands back to back in it, and everything that changes it."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from data.calendar import day_of
from data.model import Session
from data.rules.explain import Explanation
from tui.changes import Change
from tui.desk import Desk
from tui.keys import bindings
from tui.screens import plan_hand as hand
from tui.screens import plan_moving as moving
from tui.screens import plan_views as views
from tui.screens import talking
from tui.screens.coming import why_coming
from tui.screens.plan_choice import enter_does, first_row, pair_at, why, works
from tui.screens.plan_keys import KEYS
from tui.screens.plan_moves import Move
from tui.screens.plan_sight import Sight
from tui.screens.plan_spot import Spot, read
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.week_rows import Row, SessionRow
from tui.widgets.week_view import WeekView
from tui.widgets.weeks_ahead import WeeksAhead

WEEKS_AHEAD = 4


class PlanScreen(Telling, Screen[None]):
    """A week at a time. The cursor is on a session, a day of rest or a warning, and the keys act on that.

    `move` is the session that is on its way to another place, where one is.
    """

    BINDINGS = bindings(KEYS)
    RIGHT = "plan"

    head = getters.query_one("#head", Static)
    band = getters.query_one("#band", Static)
    view = getters.query_one(WeekView)
    ahead = getters.query_one(WeeksAhead)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.move: Move | None = None
        self._spot: Spot | None = None

    def compose(self) -> ComposeResult:
        """The head; the phases; the week, and what is under the cursor; the coming weeks; the keys."""
        yield Static(classes="head", id="head", markup=False)
        yield Static(id="band", markup=False)
        with Horizontal():
            yield WeekView()
            yield WeeksAhead(id="ahead")
        yield KeyBar()

    @property
    def spot(self) -> Spot:
        """The week as it was last read, and where in it the cursor is."""
        if self._spot is None:
            raise RuntimeError("nothing was read yet")
        return self._spot

    @property
    def sight(self) -> Sight:
        """The week as it was last read."""
        return self.spot.sight

    @property
    def row(self) -> Row:
        """The row under the cursor."""
        return self.spot.row

    @property
    def session(self) -> Session | None:
        """The session under the cursor; None on a day of rest and on a warning."""
        return self.spot.session

    def on_screen_resume(self) -> None:
        """Show the week as the log has it, or the one that another screen asked for."""
        wanted, self.desk.day_wanted = self.desk.day_wanted, None
        if wanted or self._spot is None:
            self.move = None
            self._begin_on(wanted or self.desk.today())
        else:
            self.on_log_changed()

    def on_log_changed(self) -> None:
        """Show the week as it is now, and after midnight this week where the week before was on the screen as this one.
        A session on its way stays so if nobody else touched it."""
        moving.let_go(self)
        today = self.desk.today()
        if self._spot is None or (self.move is None and self.sight.is_over(today)):
            self._begin_on(today)
        else:
            self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head to the width; the coming weeks are read once there is room for them."""
        if self._spot and self._weeks_ahead() != len(self.sight.ahead):
            self.reload()
        elif self._spot:
            self._paint()

    def on_weeks_ahead_chosen(self, event: WeeksAhead.Chosen) -> None:
        """Go to the week that was clicked."""
        if self.move is None:
            self.show_day(self.sight.days.moved(7 * (event.week + 1)).start)

    async def on_week_view_chosen(self, event: WeekView.Chosen) -> None:
        """A click puts the cursor on a row; one more does what enter does."""
        if self.move is None:
            self._show(self.spot._replace(cursor=event.row))
            if event.again:
                await self.run_action(enter_does(self.row, self.sight, self.desk.today()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys show where they do something."""
        return self._spot is not None and works(action, self.row, self.sight, self.desk.today(), self.move is not None)

    @property
    def key_words(self) -> dict[str, str]:
        """Whoever may only look reads comments with the key with which others write one.

        The key that accepts a warning changes the reason of one that is accepted.
        """
        words = {} if self.desk.may("comment") else {"plan.comment": "comments"}
        pair = pair_at(self.row, self.sight) if self._spot else None
        return words | {"plan.accept": "reason"} if pair and pair.accepted else words

    def why(self) -> Sequence[Explanation]:
        """What is under the cursor, explained; nothing before the log could be read."""
        if self._spot is None:
            return ()
        row = self.row
        coming = why_coming(self.desk, row.entry) if isinstance(row, SessionRow) else ()
        return why(row, self.sight, self.desk.catalogue, coming)

    # What the keys do: functions of this screen.
    action_start = action_run = action_resume = hand.start
    action_log = hand.log
    action_open = hand.open_it
    action_explain = hand.explain
    action_add = action_fill = hand.add
    action_edit = hand.edit
    action_delete = hand.delete
    action_lock = hand.lock
    action_accept = hand.accept
    action_fix = action_fix_nothing = hand.fix
    action_maintenance = hand.maintenance
    action_template = hand.template
    action_season = hand.season
    action_heavy = hand.heavy
    action_comment = action_comment_first = hand.comment
    action_comment_week = hand.comment_week
    action_new_comment = talking.go_to_new
    action_theirs = talking.take_back
    action_move = moving.take_up
    action_carry = moving.carry
    action_step = moving.step
    action_drop = moving.drop
    action_put_back = moving.put_back
    action_busy = moving.say_busy

    def action_cursor(self, by: int) -> None:
        """To the next row; past the last one, to the next week."""
        spot, place = self.spot, self.spot.cursor + by
        if not 0 <= place < len(spot.sight.rows):
            spot = self._read(day=spot.day + timedelta(weeks=by))
            place = 0 if by > 0 else len(spot.sight.rows) - 1
        self._show(spot._replace(cursor=place))

    def action_turn(self, weeks: int) -> None:
        """So many weeks on, on the same weekday."""
        self.show_day(self.row.day + timedelta(weeks=weeks))

    def action_today(self) -> None:
        """This week, on what is next."""
        self._begin_on(self.desk.today())

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
        spot = self._read(key, day)
        self._show(spot if key else spot.at_day(day))

    def reload(self, key: str | None = None) -> None:
        """Read the week that is shown anew, the cursor on the row of that key, else where it was."""
        self._show(self._read(key))

    def _begin_on(self, day: date) -> None:
        """Show the week of the day, the cursor on what is next in it."""
        spot = self._read(day=day)
        self._show(spot._replace(cursor=first_row(spot.sight, day)))

    def _read(self, key: str | None = None, day: date | None = None) -> Spot:
        """The week of the day as it is now, of the one shown where none is given."""
        return read(self.desk, day or self.spot.day, self._weeks_ahead(), self.move, self._spot, key)

    def _weeks_ahead(self) -> int:
        return WEEKS_AHEAD if self.app.size.width >= views.WIDE else 0

    def _show(self, spot: Spot) -> None:
        self._spot = spot
        self._paint()
        self.refresh_bindings()

    def _paint(self) -> None:
        size, band = self.app.size, views.band(self.sight, self.app.size.width)
        self.band.display = bool(band)
        for line, said in ((self.head, views.head(self.sight, size.width)), (self.band, band)):
            if said != line.content:
                line.update(said)
        self.view.show(views.week(self.spot, self.move, self.desk, size.height - bool(band)))
        self.ahead.show(self.sight.ahead, self.desk.catalogue)
