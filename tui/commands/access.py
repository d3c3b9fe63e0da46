"""`legday access`: who may see and do what over SSH."""

from pathlib import Path
from typing import Final, get_args

import click
import msgspec
from msgspec.structs import replace

from data.access import ROLE_WORDS, Role
from data.access_keys import command_of, line_of
from data.store.grants import Grant, Grants, granting, read_grants, save_grants
from data.store.home import Home
from data.text import plain
from tui.commands.access_names import check_name, named, roles_after
from tui.commands.desk import Wanted
from tui.commands.keys_file import Line, let_in, read_line, shut_out
from tui.commands.output import columns, fit, json_option, say, say_json, wrapped
from tui.commands.program import legday_program

_ROLES: Final = get_args(Role)
_key_option = click.option(
    "--key",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    help="Their public key; - reads it from stdin.",
)
_keys_option = click.option(
    "--authorized-keys",
    "keys_file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("~/.ssh/authorized_keys"),
    help="The file that sshd reads; ~/.ssh/authorized_keys unless said.",
)
_dry_option = click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
_athletes_option = click.option(
    "--athletes", metavar="NAMES", help="Whose logs, with commas: anna,ben. Unless said, those that are NAME's already."
)


@click.group("access", invoke_without_command=True)
@click.pass_context
def access_command(ctx: click.Context) -> None:
    """Let a coach in over SSH with a key of theirs, see who may come in, shut somebody out."""
    if not ctx.invoked_subcommand:
        raise click.UsageError("say grant, list or revoke after access; legday access --help tells of them")


@access_command.command("grant")
@click.argument("name")
@_key_option
@_athletes_option
@click.option("--may", type=click.Choice(_ROLES), help="What they may do; unless said as before, or view.")
@_keys_option
@click.option("--program", type=click.Path(path_type=Path), help="The legday that sshd starts; this one unless said.")
@click.option("--print", "printing", is_flag=True, help="Print the line for authorized_keys, to be put there by hand.")
@_dry_option
@click.pass_obj
def grant_command(
    wanted: Wanted,
    name: str,
    key: Path | None,
    athletes: str | None,
    may: Role | None,
    keys_file: Path,
    program: Path | None,
    printing: bool,
    dry_run: bool,
) -> None:
    """Let NAME see a log, or several.

    \b
    view      see everything
    comment   see everything, and comment
    plan      comment, and change what is planned
    log       everything: for an athlete's own keys

    \b
    legday access grant kim --key kim.pub --may comment
    legday access grant kim --may plan

    Granting again changes what is said, and leaves the rest as it was; a new --key comes to those before.
    """
    check_name(name)
    home, line = Home(wanted.home), read_line(name, key) if key else None
    command = _command(program, home, name)
    with granting(home.path):
        grants = read_grants(home.path)
        after = _granted(name, grants.people.get(name, Grant()), line, athletes, may, home)
        if line and not printing:
            let_in(keys_file, str(home.path), line, command, dry_run)
        if not dry_run:
            save_grants(home.path, _with(grants, name, after))
    if line and printing:
        click.echo(line_of(line.entry, command))
    else:
        _say_granted(name, after, line, keys_file, dry_run)


@access_command.command("revoke")
@click.argument("name")
@_athletes_option
@_keys_option
@_dry_option
@click.pass_obj
def revoke_command(wanted: Wanted, name: str, athletes: str | None, keys_file: Path, dry_run: bool) -> None:
    """Shut NAME out, at once: of every log, or of those named. Who is looking is thrown out within seconds."""
    check_name(name)
    home = Home(wanted.home)
    with granting(home.path):
        grants = read_grants(home.path)
        if name not in grants.people:
            raise click.UsageError(f"{name} was granted nothing here; `legday access list` says who was")
        before = grants.people[name]
        gone = set(before.athletes if athletes is None else named(athletes, before.athletes))
        left = {athlete: role for athlete, role in before.athletes.items() if athlete not in gone}
        if not dry_run:
            save_grants(home.path, _with(grants, name, replace(before, athletes=left)))
    said = f"{'It would be: ' if dry_run else ''}{name} may no longer see {', '.join(map(plain, sorted(gone)))}."
    say(*wrapped("", said, columns()))
    # Whoever may nothing is refused, whatever else goes wrong: their keys may be taken out after that.
    if not left and not shut_out(keys_file, str(home.path), name, dry_run):
        say(*wrapped("", f"No key of {name} is in {plain(str(keys_file))}: take it out where you put it.", columns()))


@access_command.command("list")
@json_option
@click.pass_obj
def list_command(wanted: Wanted, as_json: bool) -> None:
    """Who may see and do what."""
    grants = read_grants(Home(wanted.home).path)
    if as_json:
        say_json(msgspec.to_builtins(grants.people))
        return
    if not grants.people:
        say("Nobody but you.")
    for name, grant in sorted(grants.people.items()):
        for athlete, role in sorted(grant.athletes.items()):
            say(f"{fit(plain(name), 16)} {fit(role, 8)} {plain(athlete)}")
        say(*(f"{' ' * 16} {plain(print_)}" for print_ in grant.keys))


def _granted(name: str, before: Grant, line: Line | None, athletes: str | None, may: Role | None, home: Home) -> Grant:
    """What the name may once it was granted, and with which keys. Raises click.UsageError."""
    if not line and not before.keys:
        raise click.UsageError(f"{name} has no key here yet: give theirs with --key FILE")
    prints = dict.fromkeys((*before.keys, *([line.print] if line else ())))
    return Grant(roles_after(name, before.athletes, athletes, may, home), tuple(prints))


def _with(grants: Grants, name: str, grant: Grant) -> Grants:
    """The grants with what the name may; without the name where that is nothing."""
    others = {each: what for each, what in grants.people.items() if each != name}
    return replace(grants, people={**others, name: grant} if grant.athletes else others)


def _command(program: Path | None, home: Home, name: str) -> str:
    command = command_of([str(program.absolute())] if program else legday_program(), str(home.path), name)
    if command is None:
        raise click.UsageError(f"{home.path}: a path with quotes or backslashes cannot stand in authorized_keys")
    return command


def _say_granted(name: str, after: Grant, line: Line | None, path: Path, dry_run: bool) -> None:
    would = "It would be: " if dry_run else ""
    for role in _ROLES:
        names = sorted(athlete for athlete, may in after.athletes.items() if may == role)
        if names:
            say(*wrapped("", f"{would}{name} may {ROLE_WORDS[role]}: {', '.join(map(plain, names))}.", columns()))
    if line:
        say(*wrapped("", f"Key {line.print}, in {plain(str(path))}.", columns()))
