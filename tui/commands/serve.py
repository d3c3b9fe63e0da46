"""`legday serve`: what sshd runs for a coach. It reads what was asked, and gives that or one line."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.core import ParameterSource

from data.access import Role, Visitor
from data.door import Asked, Refused, asked
from data.store.grants import grants_stamp, read_grants
from data.store.home import Home
from data.text import plain
from tui.commands.confine import confine, end_with_the_terminal
from tui.commands.desk import Wanted, open_desk

if TYPE_CHECKING:
    from tui.guest import Allows

REFUSED: Final = 126


@click.command("serve")
@click.option("--as", "name", metavar="NAME", required=True, help="Who is at the other end, as granted.")
@click.pass_context
def serve_command(ctx: click.Context, name: str) -> int:
    """What a line in authorized_keys runs for NAME: the app, or a command that reads.

    `legday access grant` writes that line.
    """
    text = os.environ.get("SSH_ORIGINAL_COMMAND", "")
    confine("command" if text else "app", writes=True)
    home = Home(_home(ctx))
    may = _roles(home, name)
    if not may:
        return _refuse(f"{name} has no access here.")
    request = asked(text, sorted(may))
    if isinstance(request, Refused):
        return _refuse(request.line)
    if request.command:
        return _answer(home, name, request)
    return _open(home, name, request, may)


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


def _answer(home: Home, name: str, request: Asked) -> int:
    """Run a reading command. Whatever the role, its log can only be read."""
    from tui.cli import legday

    assert request.command
    confine("command", writes=False)
    command = legday.get_command(click.get_current_context(), request.command)
    assert command
    wanted = Wanted(home.path, request.athlete, Visitor(name, "view"))
    code = command.main(list(request.words), f"legday {request.command}", standalone_mode=False, obj=wanted)
    return code if isinstance(code, int) else 0


def _open(home: Home, name: str, request: Asked, may: Mapping[str, Role]) -> int:
    """Open the app on the log of the athlete asked for, until it is left or the access ends."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _refuse("the app needs a terminal: ssh -t; or ask for a command such as week --json.")
    if request.athlete is None:
        return _refuse(f"Whose log? Say one of {', '.join(may)}: ssh -t HOST {next(iter(may))}.")
    role = may[request.athlete]
    confine("app", writes=role != "view")
    visitor = Visitor(name, role)
    desk = open_desk(Wanted(home.path, request.athlete, visitor))
    from tui.guest import GuestApp
    from tui.hang_up import hang_up

    app = GuestApp(desk, _allows(home, visitor, request.athlete))
    end_with_the_terminal(lambda code: hang_up(app, code))
    app.run()
    if app.failure:
        raise app.failure
    if app.thrown_out:
        return _refuse(f"your access to the log of {request.athlete} has ended or changed.")
    return app.return_code or 0


def _allows(home: Home, visitor: Visitor, athlete: str) -> "Allows":
    """A function that tells whether the visitor still may what they could, reading only what has changed."""
    seen = grants_stamp(home.path)

    def allows() -> bool:
        nonlocal seen
        now = grants_stamp(home.path)
        if now == seen:
            return True
        seen = now
        return _roles(home, visitor.name).get(athlete) == visitor.role

    return allows


def _refuse(line: str) -> int:
    click.echo(f"legday: {plain(line)}", err=True)
    return REFUSED
