"""What a run under way needs of the log: how it begins, what it lands beside, how it ends."""

from collections.abc import Callable
from datetime import timedelta

from data.calendar import Days
from data.live.begin_run import begin_run
from data.live.run import LiveRun, active_seconds
from data.live.run_changes import finish_run
from data.live.run_together import run_together
from data.model import LoggedSession, PlannedSession
from data.rules.status import counting
from tui.desk import Desk
from tui.screens import elsewhere
from tui.screens.lifting import Beside, beside_of


def open_run(desk: Desk, plan: PlannedSession | None) -> None:
    """Begin the planned run, or a free one, unless something is under way. Raises StoreError."""
    if desk.logbook.live() is None:
        desk.logbook.save_live(begin_run(plan, desk.now(), desk.logbook.athlete.zone, desk.settings.units))


def runs_of_today(desk: Desk) -> list[PlannedSession]:
    """The runs planned for today that are still to do."""
    today = desk.today()
    sessions = counting(desk.logbook.sessions(Days(today, today + timedelta(1))))
    return [each for each in sessions if isinstance(each, PlannedSession) and each.kind == "run"]


def step_on(desk: Desk, before: LiveRun, step: Callable[[LiveRun], LiveRun]) -> LiveRun:
    """Take a step from what is on the screen and save it; gives the run as the log has it then.

    Raises Conflict where another terminal changed the same part of it or the run is over, and StoreError.
    """
    return elsewhere.step_on(desk, before, step, run_together)


def finish(desk: Desk, before: LiveRun, logged: LoggedSession) -> None:
    """Log the run that is on the screen. Raises StoreError and Conflict likewise."""
    elsewhere.end(desk, before, lambda: desk.logbook.finish_live(logged))


def beside(desk: Desk, run: LiveRun) -> list[Beside]:
    """What the run lands beside, being as long as planned at least; the worst first."""
    now = desk.now()
    seconds = max(60 * (run.minutes or 0), active_seconds(run, now), 60)
    return beside_of(desk, finish_run(run, None, now, None, seconds))
