"""The commands that open the app. Textual is imported here, when one is called, and nowhere before."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from data.store.errors import StoreError
from data.store.home import Home
from data.text import plain
from tui.clock import local_zone, now
from tui.commands.desk import Wanted, open_desk
from tui.commands.roster import begins_with_roster, club_of
from tui.hang_up import end_with_the_terminal

if TYPE_CHECKING:
    from tui.places import Place

_SECONDS_TO_END: Final = 3.0


def open_app(wanted: Wanted, place: "Place" = "plan") -> int:
    """Run the app on the wanted log until it is left; its exit code. What ends it by mistake is raised."""
    _need_terminal()
    club = club_of(wanted, least=1 if place == "roster" else 2)
    if club and place == "plan" and begins_with_roster(wanted):
        place = "roster"
    desk = club.at_the_door() if club and place == "roster" else open_desk(wanted, new=_is_another(wanted))
    from tui.app import LegdayApp

    app = LegdayApp(desk, place, club)
    end_with_the_terminal(app, _SECONDS_TO_END)
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or 0


@click.command("live")
@click.pass_obj
def live_command(wanted: Wanted) -> int:
    """Resume the lift or the run under way, or start today's lift."""
    return open_app(wanted, "live")


@click.command("demo")
def demo_command() -> int:
    """Open the app on a made-up season. Your own log is not touched, and the season is thrown away after."""
    _need_terminal()
    from data.demo import fill

    with tempfile.TemporaryDirectory(prefix="legday-demo-") as folder:
        home = Home(Path(folder))
        fill(lambda visitor: home.open_known("anna", now, visitor), now(), local_zone())
        return open_app(Wanted(Path(folder), "anna"))


def _is_another(wanted: Wanted) -> bool:
    """Whether the log of one more athlete is begun: asks where they have none beside those that there are.

    Raises click.Abort where that was not meant.
    """
    home = Home(wanted.home)
    if not wanted.athlete:
        return False
    try:
        home.athlete(wanted.athlete)
    except StoreError as error:
        home.athlete(wanted.athlete, new=True)  # can be called so
        return click.confirm(f"{plain(str(error))} Begin one?", abort=True, err=True)
    return False


def _need_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("the app needs a terminal; `legday week` and the other commands do not")
    if os.environ.get("TERM") == "dumb":
        raise click.UsageError("the app cannot be drawn here (TERM=dumb); `legday week` and the other commands can")
