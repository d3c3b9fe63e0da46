"""`legday serve`: what sshd runs for a coach. It reads what was asked, and gives that or one line."""

import os
import sys
from collections.abc import Hashable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

from data.access import Allows, Role, Visitor, always
from data.catalogue import load_catalogue
from data.door import Asked, Refused, asked
from data.store.errors import StoreError
from data.store.grants import grants_stamp, read_grants
from data.store.home import Home
from data.text import plain
from tui.clock import now
from tui.commands.confine import confine, step_back
from tui.commands.desk import Wanted, keep_nothing, open_desk
from tui.commands.roster import say_roster
from tui.hang_up import end_when_shut_out, end_with_the_terminal

if TYPE_CHECKING:
    from tui.club import Club
    from tui.places import Place

REFUSED: Final = 126
_SECONDS_TO_END: Final = 1.0


@click.command("serve")
@click.option("--as", "name", metavar="NAME", required=True, help="Who is at the other end, as granted.")
@click.pass_context
def serve_command(ctx: click.Context, name: str) -> int:
    """What a line in authorized_keys runs for NAME: the app, or a command that reads.

    `legday access grant` writes that line.
    """
    text = os.environ.get("SSH_ORIGINAL_COMMAND", "")
    confine("app", writes=True)  # what is given up further depends on what is asked for
    home = Home(_home(ctx))
    try:
        return _serve(home, name, text)
    except StoreError as error:
        raise click.ClickException(home.unplaced(str(error))) from error
    except OSError as error:
        raise click.ClickException(f"Something is wrong where the log is: {error.strerror}.") from error
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as error:  # what it says of itself may name files of this machine
        told = f"this should not happen ({type(error).__name__}). Please tell whoever the log belongs to."
        raise click.ClickException(told) from error


def _serve(home: Home, name: str, text: str) -> int:
    """Give what was asked for, or refuse it in a line. Raises StoreError."""
    stamp = grants_stamp(home.path)  # before the grants are read: what changes from then on is noticed
    try:
        may = _roles(home, name)
    except StoreError as error:
        return _refuse(home.unplaced(str(error)))
    if not may:
        return _refuse(f"{name} has no access here.")
    request = asked(text, sorted(may))
    if isinstance(request, Refused):
        return _refuse(request.line)
    if request.command:
        return _answer(home, name, request, may)
    return _open(home, name, request, may, _allows(home, name, may, stamp))


def _home(ctx: click.Context) -> Path | None:
    """The home that the line in authorized_keys says, never one that the client's environment does."""
    group = ctx.find_root()
    said = group.get_parameter_source("home") is ParameterSource.COMMANDLINE
    return group.params["home"] if said else None


def _roles(home: Home, name: str) -> Mapping[str, Role]:
    """What the person may in which log, of those that there are."""
    grant = read_grants(home.path).people.get(name)
    there = home.athletes()
    return {athlete: role for athlete, role in grant.athletes.items() if athlete in there} if grant else {}


def _answer(home: Home, name: str, request: Asked, may: Mapping[str, Role]) -> int:
    """Run a reading command. Whatever the role, its log can only be read."""
    from tui.cli import legday

    assert request.command
    confine("command", writes=False)
    if request.command == "roster":
        names = [request.athlete] if request.athlete else list(may)
        say_roster(_club(home, name, may, always), names, "--json" in request.words)
        return 0
    command = legday.get_command(click.get_current_context(), request.command)
    assert command
    wanted = Wanted(home.path, request.athlete, Visitor(name, "view"))
    code = command.main(list(request.words), f"legday {request.command}", standalone_mode=False, obj=wanted)
    return code if isinstance(code, int) else 0


def _open(home: Home, name: str, request: Asked, may: Mapping[str, Role], allows: Allows) -> int:
    """Open the app on the log of the athlete asked for, until it is left or it `allows` the visitor no more."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _refuse("the app needs a terminal: ssh -t; or ask for a command such as week --json.")
    if "log" not in may.values():
        step_back()
    confine("app", writes=any(role != "view" for role in may.values()))
    club = _club(home, name, may, allows) if len(may) > 1 else None
    if request.athlete:
        desk = open_desk(Wanted(home.path, request.athlete, Visitor(name, may[request.athlete]), allows))
    else:
        assert club  # of one athlete alone it is never left open whose log is meant
        desk = club.at_the_door()
    from tui.guest import GuestApp

    place: Place = "plan" if request.athlete else "roster"
    app = GuestApp(desk, allows, place, club, home.unplaced)
    end_with_the_terminal(app, _SECONDS_TO_END)
    end_when_shut_out(allows)
    app.run()
    if app.failure:
        raise app.failure
    if app.thrown_out:
        return _refuse(f"your access to {_whose(may)} has ended or changed.")
    return app.return_code or 0


def _whose(may: Mapping[str, Role]) -> str:
    return f"the log of {next(iter(may))}" if len(may) == 1 else "one of the logs"


def _club(home: Home, name: str, may: Mapping[str, Role], allows: Allows) -> "Club":
    """The logs granted, for a roster of them."""
    from tui.club import Club

    return Club(home, name, now, load_catalogue(), lambda: tuple(may), may.__getitem__, keep_nothing, allows)


def _allows(home: Home, name: str, may: Mapping[str, Role], seen: Hashable) -> Allows:
    """A function that tells, to any thread, whether the person still may what they could, reading only what has changed
    since `seen`, the stamp of the grants."""

    allowed = True

    def _still() -> bool:
        nonlocal seen, allowed
        stamp = grants_stamp(home.path)
        if stamp != seen:
            still = False  # also where they cannot be read any more
            with suppress(StoreError):
                still = may.items() <= _roles(home, name).items()
            allowed, seen = still, stamp
        return allowed

    return _still


def _refuse(line: str) -> int:
    click.echo(f"legday: {plain(line)}", err=True)
    return REFUSED
