"""What the tests of the roster share: a home with six athletes in it, a club that looks after them, a look at both.

It is Monday noon, 1 June 2026. Anna has a clash on Wednesday, ben a knee that gets worse, cleo did half as much again
as usual, dan missed two runs, eve has been silent since the 20th of May; fay needs nothing.
"""

import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot

from data.access import Role
from data.catalogue import load_catalogue
from data.model import LoggedSession, Niggle, Session
from data.store.config import Settings
from data.store.errors import Forbidden
from data.store.home import Home
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets
from tests.tui.conftest import StillClock
from tui.app import LegdayApp
from tui.club import Club
from tui.places import Place
from tui.screens.roster import RosterScreen
from tui.widgets.roster_rows import RosterRows

TODAY = moment("2026-06-01 12:00").date()
NAMES = ("anna", "ben", "cleo", "dan", "eve", "fay")
GYM_A = planned_lift("2026-06-03 18:00", 45, id="gym a")
INTERVALS = planned_run("2026-06-03 19:00", 60, id="intervals", type="intervals")
SQUATS = lift("2026-05-30 18:00", 45, id="squats", rpe=6, exercises=sets("back_squat", 3, reps=5, kg=80, rir=2))


def month(*last: LoggedSession, load: int = 300, until: int = 1) -> list[LoggedSession]:
    """A run every second day of five weeks, up to so many days ago, and what came after them."""
    days = [TODAY - timedelta(ago) for ago in range(until, until + 35, 2)]
    return [*(run(f"{day} 07:00", 60, rpe=load / 60, distance_m=11000) for day in days), *last]


def hurting(ago: int, level: int) -> LoggedSession:
    """A run so many days ago, after which the left knee hurt so much."""
    return run(f"{TODAY - timedelta(ago)} 12:00", 30, rpe=2, niggles=(Niggle("left knee", level),))


LOGS: dict[str, Sequence[Session]] = {
    "anna": [*month(SQUATS), GYM_A, INTERVALS, planned_run("2026-06-06 07:00", 90, type="long")],
    "ben": [*month(hurting(9, 1), hurting(6, 2), hurting(2, 4)), planned_run("2026-06-02 07:00")],
    "cleo": month(*(run(f"{TODAY - timedelta(ago)} 17:00", 75, rpe=6) for ago in range(6))),
    "dan": [
        *month(),
        planned_run("2026-05-28 18:00"),
        planned_run("2026-05-30 18:00"),
        planned_run("2026-06-02 07:00"),
    ],
    "eve": [*month(until=12), planned_lift("2026-06-02 18:00")],
    "fay": [*month(), planned_run("2026-06-01 07:00", id="easy"), run("2026-06-01 07:00", plan_id="easy", rpe=3)],
}


def fill(home: Home, clock: StillClock, names: Sequence[str] = NAMES) -> None:
    """Put the logs of these athletes into the home."""
    for name in names:
        logbook = home.open_logbook(name, clock, new=True)
        logbook.save_athlete(athlete(name=name))
        logbook.change("what is there", save=LOGS[name])


def make_club(folder: Path, clock: StillClock, role: Role = "view", me: str = "kim", fill_it: bool = True) -> Club:
    """Kim's club: the six athletes, in whose logs kim may do that."""
    home = Home(folder)
    if fill_it:
        fill(home, clock)
    return Club(home, me, clock, load_catalogue(), home.athletes, lambda _: role, _refuse)


def open_roster(club: Club, place: Place = "roster") -> LegdayApp:
    """The app on the roster of the club."""
    return LegdayApp(club.at_the_door(), place, club)


def roster(app: LegdayApp) -> RosterScreen:
    """The screen, which must be the roster."""
    assert isinstance(app.screen, RosterScreen)
    return app.screen


def lines(app: LegdayApp) -> list[str]:
    """The lines of the athletes, with single spaces and without the cursor."""
    text = roster(app).query_one(RosterRows).text
    return [" ".join(line.replace("▸", " ").split()) for line in text.splitlines()]


def _refuse(_: Settings) -> None:
    raise Forbidden("The settings belong to the machine that the log is on, and are changed there.")


async def read(app: LegdayApp, pilot: Pilot[None]) -> None:
    """Wait until every log that is to be read has been."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until it holds; two seconds are the most that a change may take to be seen."""
    end = time.monotonic() + 2
    while not holds():
        assert time.monotonic() < end, "not within two seconds"
        await pilot.pause(0.05)


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below the folder, with when it was written and what is in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}
