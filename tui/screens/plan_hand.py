"""What the keys of the Plan screen do with the session or warning under the cursor, and with the week."""

from typing import TYPE_CHECKING

from data.model import PlannedSession
from tui.screens import plan_ask as ask
from tui.screens import plan_changes as changes
from tui.screens import plan_session, talking
from tui.screens.plan_choice import pair_at
from tui.widgets.week_rows import SessionRow

if TYPE_CHECKING:
    from tui.screens.plan import PlanScreen


async def start(screen: "PlanScreen") -> None:
    """Begin the lift or run, or go on with it."""
    if isinstance(screen.session, PlannedSession):
        await plan_session.begin(screen, screen.session)


def log(screen: "PlanScreen") -> None:
    """Log the session as done as planned, with a rating."""
    if isinstance(screen.row, SessionRow) and isinstance(screen.session, PlannedSession):
        ask.for_a_rating(screen, screen.session, screen.row.entry)


def open_it(screen: "PlanScreen") -> None:
    """Open the session: what it holds, and what can be done with it."""
    if isinstance(screen.row, SessionRow):
        ask.about(screen, screen.row.entry)


async def explain(screen: "PlanScreen") -> None:
    """Why the two sessions are too near each other."""
    await screen.run_action("app.help")


def add(screen: "PlanScreen") -> None:
    """Write a session in one line, which begins with the day under the cursor."""
    ask.for_a_session(screen, screen.row.day)


def edit(screen: "PlanScreen") -> None:
    """Edit the session as a line."""
    if screen.session:
        ask.for_an_edit(screen, screen.session)


def delete(screen: "PlanScreen") -> None:
    """Delete the session."""
    if screen.session:
        plan_session.delete(screen, screen.session)


def lock(screen: "PlanScreen") -> None:
    """Lock the session where it is, or unlock it."""
    if isinstance(screen.session, PlannedSession):
        screen.make(changes.locking(screen.session, screen.desk))


def accept(screen: "PlanScreen") -> None:
    """Accept the warning, with a reason."""
    if pair := pair_at(screen.row, screen.sight):
        ask.why_accept(screen, pair)


def fix(screen: "PlanScreen") -> None:
    """Offer the best week, or say that this one is."""
    from tui.screens.plan_fix import offer_the_best_week

    offer_the_best_week(screen)


def maintenance(screen: "PlanScreen") -> None:
    """Turn the lift into maintenance."""
    from tui.screens.plan_fix import make_maintenance

    if isinstance(screen.row, SessionRow):
        make_maintenance(screen, screen.row.entry)


def template(screen: "PlanScreen") -> None:
    """Lay a template over the coming weeks, beginning with the one on the screen."""
    ask.for_a_template(screen, max(screen.sight.days.start, screen.desk.today()))


def season(screen: "PlanScreen") -> None:
    """Lay out a season up to a race."""
    from tui.screens.plan_season import lay_out_a_season

    lay_out_a_season(screen)


def heavy(screen: "PlanScreen") -> None:
    """Mark the week as a heavy run week, or take the mark away."""
    from tui.screens.plan_season import mark_as_heavy

    mark_as_heavy(screen)


def comment(screen: "PlanScreen") -> None:
    """What was said about the session, or on a day of rest about the week, and a line to answer."""
    if screen.session:
        talking.about_session(screen, screen.desk, screen.session)
    else:
        comment_week(screen)


def comment_week(screen: "PlanScreen") -> None:
    """What was said about the week."""
    talking.about_week(screen, screen.desk, screen.sight.days)
