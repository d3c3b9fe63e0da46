"""Plan, the home of the app: the week, what lands back to back in it, and everything that changes it."""

from collections.abc import Sequence
from functools import partial

from data.live.run import LiveRun
from data.model import PlannedSession, Session
from data.rules.explain import Explanation
from data.text import plain
from tui.format import title_of
from tui.keys import bindings
from tui.screens import plan_ask as ask
from tui.screens import plan_changes as changes
from tui.screens import talking
from tui.screens.coming import why_coming
from tui.screens.plan_choice import enter_does, pair_at, why, works
from tui.screens.plan_keys import KEYS
from tui.screens.plan_moving import MovingScreen
from tui.widgets.week_rows import SessionRow
from tui.widgets.week_view import WeekView


class PlanScreen(MovingScreen):
    """A week at a time. The cursor is on a session, a day of rest or a warning, and the keys act on that."""

    BINDINGS = bindings(KEYS)
    RIGHT = "plan"

    async def on_week_view_chosen(self, event: WeekView.Chosen) -> None:
        """A click puts the cursor on a row; one more does what enter does."""
        if self.move is None:
            self.put_cursor(event.row)
            if event.again:
                await self.run_action(enter_does(self.row, self.sight, self.desk.today()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys show where they do something."""
        return self._seen is not None and works(action, self.row, self.sight, self.desk.today(), self.move is not None)

    def why(self) -> Sequence[Explanation]:
        """What is under the cursor, explained."""
        row = self.row
        coming = why_coming(self.desk, row.entry) if isinstance(row, SessionRow) else ()
        return why(row, self.sight, self.desk.catalogue, coming)

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
