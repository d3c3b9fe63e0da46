"""Which log a command is about, and opening it."""

from pathlib import Path
from typing import NamedTuple

import click

from data.access import Allows, Visitor, always
from data.catalogue import load_catalogue
from data.model import Athlete
from data.store.config import Settings
from data.store.errors import Forbidden
from data.store.home import Home
from data.text import plain
from tui.clock import local_zone, now
from tui.desk import Desk


class Wanted(NamedTuple):
    """What was said before the command: the home folder and the athlete, None where nothing was.

    `visitor` is who comes from elsewhere, and may do only what was granted, while `allows` says so.
    """

    home: Path | None
    athlete: str | None
    visitor: Visitor | None = None
    allows: Allows = always


def open_desk(wanted: Wanted, new: bool = False) -> Desk:
    """The wanted athlete's log, which may be a `new` one; what is wrong with the settings is said on stderr.

    Raises StoreError where it is not clear whose log is wanted.
    """
    home = Home(wanted.home)
    problems = () if wanted.visitor else home.problems()  # a visitor cannot mend them
    for problem in problems:
        click.echo(f"legday: {plain(problem.line())}", err=True)
    logbook = home.open_logbook(wanted.athlete, now, new, wanted.visitor, wanted.allows)
    newcomer = Athlete(name=home.athlete(wanted.athlete, new), zone=local_zone()) if logbook.is_new() else None
    keep = keep_nothing if wanted.visitor else home.save_settings
    desk = Desk(logbook, home.settings(), load_catalogue(), now, keep, newcomer)
    desk.faults = tuple(problem.line() for problem in problems)
    return desk


def keep_nothing(settings: Settings) -> None:
    """Refuse to keep the settings: they are not the visitor's."""
    raise Forbidden("The settings belong to the machine that the log is on, and are changed there.")


def open_to_write(wanted: Wanted) -> Desk:
    """The same, where a log that is new begins with a profile: the athlete's name, and the zone of this machine."""
    desk = open_desk(wanted)
    if desk.logbook.is_new():
        desk.logbook.save_athlete(desk.newcomer)
    return desk
