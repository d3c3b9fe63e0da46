"""`legday doctor`: whether the whole log can be read, and the way back where a part of it cannot."""

import click

from data.store.errors import Damaged
from data.store.home import Home
from data.store.logbook import Logbook
from data.text import plain
from tui.commands.desk import Wanted, open_desk
from tui.commands.output import at_a_terminal, say


@click.command("doctor")
@click.option("--put-back", is_flag=True, help="Put the backups back without asking.")
@click.pass_obj
def doctor_command(wanted: Wanted, put_back: bool) -> int:
    """Read the whole log. Of what is damaged, put the newest good backup in its place; the damaged file is kept.

    It asks before it does so. Exit 0 if all can be read in the end, 1 if not, 2 after an error.
    """
    logbook = open_desk(wanted).logbook
    for damaged in logbook.damages():
        say(plain(str(damaged)))
        if put_back or (at_a_terminal() and click.confirm(_question(damaged), err=True)):
            say(f"Done. What was damaged is kept as {plain(logbook.put_back(damaged))}")
    home = Home(wanted.home)
    say(*(plain(line) for line in home.unread(home.athlete(wanted.athlete))))
    left = logbook.damages()
    say(f"{len(left)} of the files cannot be read." if left else _whole(logbook))
    return int(bool(left))


def _question(damaged: Damaged) -> str:
    if damaged.backup:
        return f"Put the backup of {damaged.backup} in its place? What was logged after it has to be logged again."
    return "Set the damaged file aside, and go on without it?"


def _whole(logbook: Logbook) -> str:
    log = logbook.everything()
    return f"All can be read: {len(log.logged)} logged and {len(log.planned)} planned."
