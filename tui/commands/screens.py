"""The commands that open the app. Textual is imported here, when one is called, and nowhere before."""

import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from data.store.home import Home
from tui.clock import local_zone, now
from tui.commands.desk import Wanted, open_desk

if TYPE_CHECKING:
    from tui.app import Place
    from tui.desk import Desk


def open_app(wanted: Wanted, place: "Place" = "plan") -> int:
    """Run the app on the wanted log until it is left; its exit code."""
    return _run(open_desk(wanted), place)


@click.command("live")
@click.pass_obj
def live_command(wanted: Wanted) -> int:
    """Resume the lift under way, or start today's."""
    return open_app(wanted, "live")


@click.command("demo")
def demo_command() -> int:
    """Open the app on a made-up season. Your own log is not touched, and the season is thrown away after."""
    from data.demo import season

    # A closed terminal ends us as an error would, so that the folder goes too.
    for end in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(end, lambda number, _: sys.exit(128 + number))
    with tempfile.TemporaryDirectory(prefix="legday-demo-") as folder:
        home = Home(Path(folder))
        home.open_logbook("anna", now).replace(season(now(), local_zone()))
        return _run(open_desk(Wanted(Path(folder), "anna")), "plan")


def _run(desk: "Desk", place: "Place") -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("the app needs a terminal; `legday week` and the other commands do not")
    from tui.app import LegdayApp

    app = LegdayApp(desk, place)
    app.run()
    return app.return_code or 0
