"""Who may do what in the logs of a home, as access.json has it. Read anew whenever it is asked for."""

import os
from collections.abc import Hashable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

import msgspec

from data.access import Role
from data.model import Value
from data.store.durable import OWN, write
from data.store.errors import StoreError
from data.store.private import alone

_FILE: Final = "access.json"


class Grant(Value, frozen=True):
    """What one person may: a role an athlete. `keys` are the fingerprints of their keys."""

    athletes: dict[str, Role] = {}
    keys: tuple[str, ...] = ()


class Grants(Value, frozen=True):
    """What everybody may, by name."""

    people: dict[str, Grant] = {}


def read_grants(home: Path) -> Grants:
    """The grants of a home; none where nothing was granted.

    Raises StoreError for a file that cannot be made out, or that others than its owner could have written.
    """
    path = home / _FILE
    try:
        with path.open("rb") as file:
            _check_owner(path, os.fstat(file.fileno()))
            return msgspec.json.decode(file.read(), type=Grants)
    except FileNotFoundError:
        return Grants()
    except OSError as error:
        why = (error.strerror or "").lower()
        raise StoreError(f"{path} cannot be read: {why}, so nobody is let in. Mend that and try again.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        told = (
            f"{path} cannot be read: {error}, so nobody is let in. Mend it, or remove it and grant anew with the keys."
        )
        raise StoreError(told) from error


def _check_owner(path: Path, stat: os.stat_result) -> None:
    """As sshd asks of authorized_keys: whoever can write this file can let anybody in."""
    if stat.st_uid not in (os.geteuid(), 0) or stat.st_mode & 0o022:
        raise StoreError(
            f"{path} could have been written by others, so nobody is let in. Look through it, then chmod 600."
        )


def grants_stamp(home: Path) -> Hashable:
    """Something that differs whenever the grants changed."""
    try:
        stat = (home / _FILE).stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ino, stat.st_size


def save_grants(home: Path, grants: Grants) -> None:
    """Write the grants, to be read by their owner alone. Raises CannotWrite."""
    write(home / _FILE, msgspec.json.format(msgspec.json.encode(grants, order="sorted"), indent=2) + b"\n", OWN)


def granting(home: Path) -> AbstractContextManager[None]:
    """One at a time: inside, nobody else changes the grants. Raises CannotWrite."""
    return alone(home / _FILE)
