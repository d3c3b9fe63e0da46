"""`legday access`: who may see and do what over SSH."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, get_args

import click
import msgspec
from msgspec.structs import replace

from data.access import ROLE_WORDS, Role, Visitor
from data.access_keys import NAME, command_of, line_of
from data.store.errors import StoreError
from data.store.grants import Grant, granting, read_grants, save_grants
from data.store.home import Home
from data.store.private import write_own
from data.text import plain
from tui.clock import now
from tui.commands.desk import Wanted
from tui.commands.keys_file import Line, read_line, with_line, without
from tui.commands.output import columns, fit, say, say_json, wrapped
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
_athletes_option = click.option("--athletes", metavar="NAMES", help="Whose logs, with commas: anna,ben.")


@click.group("access")
def access_command() -> None:
    """Let a coach in over SSH with a key of theirs, see who may come in, shut somebody out."""


@access_command.command("grant")
@click.argument("name")
@_key_option
@_athletes_option
@click.option("--may", type=click.Choice(_ROLES), default="view", help="What they may do; view unless said.")
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
    may: Role,
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

    Whoever has a key here already needs none to be granted more.
    """
    home = Home(wanted.home)
    _check_name(name)
    names = _athletes(athletes, home)
    if may != "log":
        _check_nobodys(name, names, home)
    line = read_line(name, key) if key else None
    with granting(home.path):
        grants = read_grants(home.path)
        before = grants.people.get(name, Grant())
        if not line and not before.keys:
            raise click.UsageError(f"{name} has no key here yet: give theirs with --key FILE")
        prints = dict.fromkeys((*before.keys, *([line.print] if line else ())))
        after = Grant({**before.athletes, **dict.fromkeys(names, may)}, tuple(prints))
        words = _program(program, home, name)
        data = with_line(keys_file, str(home.path), line, words) if line and not printing else None
        if not dry_run:
            save_grants(home.path, replace(grants, people={**grants.people, name: after}))
            if data is not None:
                write_own(keys_file.expanduser(), data)
    if line and printing:
        click.echo(line_of(line.entry, words))
        return
    _say_granted(name, after, line, keys_file, dry_run)


@access_command.command("revoke")
@click.argument("name")
@_athletes_option
@_keys_option
@_dry_option
@click.pass_obj
def revoke_command(wanted: Wanted, name: str, athletes: str | None, keys_file: Path, dry_run: bool) -> None:
    """Shut NAME out, at once: of every log, or of those named. Who is looking is thrown out within seconds."""
    home = Home(wanted.home)
    _check_name(name)
    with granting(home.path):
        grants = read_grants(home.path)
        if name not in grants.people:
            raise click.UsageError(f"{name} was granted nothing here; `legday access list` says who was")
        before = grants.people[name]
        gone = set(_named(athletes, before.athletes)) if athletes is not None else set(before.athletes)
        left = {athlete: role for athlete, role in before.athletes.items() if athlete not in gone}
        others = {each: grant for each, grant in grants.people.items() if each != name}
        after = replace(grants, people={**others, name: replace(before, athletes=left)} if left else others)
        data, found = (None, True) if left else without(keys_file, str(home.path), name)
        if not dry_run:
            save_grants(home.path, after)
            if data is not None:
                write_own(keys_file.expanduser(), data)
    said = f"{'It would be: ' if dry_run else ''}{name} may no longer see {', '.join(map(plain, sorted(gone)))}."
    say(*wrapped("", said, columns()))
    if not found:
        say(*wrapped("", f"No key of {name} is in {plain(str(keys_file))}: take it out where you put it.", columns()))


@access_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
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


def _check_name(name: str) -> None:
    if not NAME.fullmatch(name):
        raise click.UsageError(f'"{name}" cannot be a name here: letters, digits, - and _, up to 32')


def _check_nobodys(name: str, names: list[str], home: Home) -> None:
    """Whoever writes in a log is known by their name in it: theirs may not be the athlete's, in capitals or not."""
    for each in names:
        called = [each]
        with suppress(StoreError):  # a log that cannot be read can be granted all the same
            called.append(home.open_known(each, now, Visitor(name, "view")).athlete.name)
        if name.casefold() in map(str.casefold, called):
            told = f"{each} is an athlete here" if name == each else f"the athlete of the log {each} is called so"
            raise click.UsageError(f"{told}: choose another name, or --may log for their own keys")


def _athletes(given: str | None, home: Home) -> list[str]:
    there = home.athletes()
    if not there:
        raise click.UsageError("there is no log here yet: begin one with legday")
    if given is None:
        if len(there) > 1:
            raise click.UsageError(f"whose log? Say --athletes and some of {', '.join(there)}")
        return list(there)
    return _named(given, there)


def _named(given: str, there: Mapping[str, object] | tuple[str, ...]) -> list[str]:
    """The athletes of a list with commas, as they are called where they are. Raises click.UsageError."""
    known = {name.casefold(): name for name in there}
    words = [word.strip() for word in given.split(",") if word.strip()]
    if not words:
        raise click.UsageError(f"whose log? Say --athletes and some of {', '.join(there)}")
    for word in words:
        if word.casefold() not in known:
            raise click.UsageError(f"there is no log of {word} here; there is one of {', '.join(there)}")
    return [word if word in there else known[word.casefold()] for word in words]


def _program(program: Path | None, home: Home, name: str) -> str:
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
