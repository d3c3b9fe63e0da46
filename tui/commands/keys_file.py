"""The authorized_keys file that a command was told of, and the key that is to go into it."""

from pathlib import Path
from typing import Final, NamedTuple

import click

from data.access_keys import (
    Entry,
    Unfinished,
    entries,
    fingerprint,
    line_elsewhere,
    read_key,
    with_entry,
    without_name,
)
from tui.commands.files import read_file

_MOST_BYTES: Final = 20_000


class Line(NamedTuple):
    """A key to be let in: whose it is, and its fingerprint."""

    entry: Entry
    print: str


def read_line(name: str, path: Path) -> Line:
    """The key in the file, checked; "-" is stdin. Raises click.UsageError, and OSError for no such file."""
    data = read_file(path)
    key = "it is too long for a key" if len(data) > _MOST_BYTES else read_key(data.decode(errors="replace"))
    found, problem = ("", key) if isinstance(key, str) else fingerprint(key)
    if isinstance(key, str) or problem:
        raise click.UsageError(f"{path}: {problem}")
    return Line(Entry(name, key), found)


def with_line(path: Path, home: str, line: Line, command: str) -> bytes:
    """The file with the key let in to run the command. Raises click.UsageError where the key is in use already."""
    data = _bytes(path)
    try:
        if number := line_elsewhere(data, home, line.entry.key):
            told = f"{path}, line {number} lets this very key in already: give another key, or take that line out"
            raise click.UsageError(told)
        for each in entries(data, home):
            if each.key == line.entry.key and each.name != line.entry.name:
                raise click.UsageError(f"this is a key of {each.name}'s: every name needs a key of its own")
        return with_entry(data, home, line.entry, command)
    except Unfinished as error:
        raise click.UsageError(f"{path}, {error}") from error


def without(path: Path, home: str, name: str) -> tuple[bytes | None, bool]:
    """The file without the keys of the name, None where nothing changes; and whether there were any."""
    data = _bytes(path)
    try:
        left = without_name(data, home, name)
    except Unfinished as error:
        raise click.UsageError(f"{path}, {error}") from error
    return (None, False) if left == data else (left, True)


def _bytes(path: Path) -> bytes:
    try:
        return path.expanduser().read_bytes()
    except FileNotFoundError:
        return b""
