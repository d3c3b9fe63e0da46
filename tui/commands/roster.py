"""`legday roster`, and whose logs a home holds beside one's own."""

from typing import TYPE_CHECKING

import click

from data.catalogue import load_catalogue
from data.store.errors import StoreError
from data.store.home import Home
from tui.clock import now
from tui.commands.desk import Wanted

if TYPE_CHECKING:
    from tui.club import Club


@click.command("roster")
@click.pass_obj
def roster_command(wanted: Wanted) -> int:
    """Who of the athletes of this home needs a word, and why."""
    from tui.commands.screens import open_app

    home = Home(wanted.home)
    if not home.athletes():
        raise StoreError(f"There is no log in {home.path}: legday begins one, legday demo shows one.")
    return open_app(wanted, "roster")


def club_of(wanted: Wanted, least: int = 2) -> "Club | None":
    """All logs of the home, where there are at least so many and they are for whoever sits here."""
    home = Home(wanted.home)
    if wanted.visitor or len(home.athletes()) < least:
        return None
    from tui.club import own_club

    return own_club(home, now, load_catalogue())


def begins_with_roster(wanted: Wanted) -> bool:
    """Whether it is left open whose log is meant."""
    return wanted.athlete is None and Home(wanted.home).settings().athlete is None
