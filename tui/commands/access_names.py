"""Whom `legday access` is about, whose logs, and what they may there from then on."""

from collections.abc import Mapping
from contextlib import suppress

import click

from data.access import Role, Visitor
from data.access_keys import NAME
from data.names import one_called
from data.store.errors import StoreError
from data.store.home import Home
from tui.clock import now


def check_name(name: str) -> None:
    """Raise click.UsageError for what cannot be the name of somebody who is let in."""
    if not NAME.fullmatch(name):
        raise click.UsageError(f'"{name}" cannot be a name here: letters, digits, - and _, up to 32')


def roles_after(
    name: str, before: Mapping[str, Role], athletes: str | None, may: Role | None, home: Home
) -> dict[str, Role]:
    """What the name may in which log once it was granted: whose log and which role are as before where not said.

    Raises click.UsageError.
    """
    roles: dict[str, Role] = {each: may or before.get(each, "view") for each in _athletes(athletes, before, home)}
    _check_nobodys(name, [each for each, role in roles.items() if role != "log"], home)
    return {**before, **roles}


def named(given: str, there: Mapping[str, object] | tuple[str, ...]) -> list[str]:
    """The athletes of a list with commas, as they are called where they are. Raises click.UsageError."""
    words = [word.strip() for word in given.split(",") if word.strip()]
    if not words:
        raise click.UsageError(f"whose log? Say --athletes and some of {', '.join(there)}")
    found = []
    for word in words:
        if (name := one_called(word, there)) is None:
            raise click.UsageError(f"there is no log of {word} here; there is one of {', '.join(there)}")
        found.append(name)
    return found


def _athletes(given: str | None, before: Mapping[str, Role], home: Home) -> list[str]:
    there = home.athletes()
    if not there:
        raise click.UsageError("there is no log here yet: begin one with legday")
    if given is not None:
        return named(given, there)
    known = [each for each in before if each in there]
    if not known and len(there) > 1:
        raise click.UsageError(f"whose log? Say --athletes and some of {', '.join(there)}")
    return known or list(there)


def _check_nobodys(name: str, athletes: list[str], home: Home) -> None:
    """Whoever writes in a log is known by their name in it: theirs may not be the athlete's, in capitals or not."""
    for each in athletes:
        called = [each]
        with suppress(StoreError):  # a log that cannot be read can be granted all the same
            called.append(home.open_known(each, now, Visitor(name, "view")).athlete.name)
        if name.casefold() in map(str.casefold, called):
            told = f"{each} is an athlete here" if name == each else f"the athlete of the log {each} is called so"
            raise click.UsageError(f"{told}: choose another name, or --may log for their own keys")
