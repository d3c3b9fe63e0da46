"""`legday roster`, and whose logs a home holds beside one's own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from data.catalogue import load_catalogue
from data.rules.roster import by_urgency
from data.store.errors import StoreError
from data.store.home import Home
from tui.clock import now
from tui.commands.desk import Wanted
from tui.commands.output import at_a_screen, columns, json_option, say, say_json
from tui.commands.roster_lines import roster_lines
from tui.commands.summary import roster_summary
from tui.roster_words import need_words

if TYPE_CHECKING:
    from tui.club import Club


@click.command("roster")
@json_option
@click.pass_obj
def roster_command(wanted: Wanted, as_json: bool) -> int:
    """Who of the athletes of this home needs a word, and why, the most urgent first.

    At a terminal the app; in a pipe lines, for scripts JSON. With --athlete, before the command, one athlete's.

    \b
    legday roster --json
    legday --athlete anna roster --json
    """
    home = Home(wanted.home)
    if not home.athletes():
        raise StoreError(f"There is no log in {home.path}: legday begins one, legday demo shows one.")
    if at_a_screen() and not as_json:
        from tui.commands.screens import open_app

        return open_app(wanted, "roster")
    club = own_club_of(home)
    say_roster(club, [home.athlete(wanted.athlete)] if wanted.athlete else club.names(), as_json)
    return 0


def say_roster(club: "Club", names: Sequence[str], as_json: bool) -> None:
    """Print how these athletes of the club are doing."""
    lines = by_urgency(map(club.line, names))
    if as_json:
        say_json({"now": now(), "athletes": [roster_summary(line) for line in lines]})
    else:
        say(*roster_lines(lines, columns()), f"{need_words(len(lines), lines)}.")


def club_of(wanted: Wanted, least: int = 2) -> "Club | None":
    """All logs of the home, where there are at least so many and they are for whoever sits here."""
    home = Home(wanted.home)
    return None if wanted.visitor or len(home.athletes()) < least else own_club_of(home)


def own_club_of(home: Home) -> "Club":
    """All logs of the home, for whoever it belongs to."""
    from tui.club import own_club

    return own_club(home, now, load_catalogue())


def begins_with_roster(wanted: Wanted) -> bool:
    """Whether it is left open whose log is meant."""
    return wanted.athlete is None and Home(wanted.home).settings().athlete is None
