"""The authorized_keys file that a command was told of, and the key that is to go into it."""

import stat
from collections.abc import Callable
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
from data.store.private import alone, write_own
from tui.commands.files import read_file

_MOST_BYTES: Final = 20_000
_STDIN: Final = Path("-")


class Line(NamedTuple):
    """A key to be let in: whose it is, and its fingerprint."""

    entry: Entry
    print: str


def read_line(name: str, path: Path) -> Line:
    """The key in the file, checked; "-" is stdin. Raises click.UsageError, and OSError for no such file."""
    data = read_file(path) if path == _STDIN else _bytes(path, "- reads the key from stdin")
    key = "it is too long for a key" if len(data) > _MOST_BYTES else read_key(data.decode("utf-8-sig", "replace"))
    found, problem = ("", key) if isinstance(key, str) else fingerprint(key)
    if isinstance(key, str) or problem:
        raise click.UsageError(f"{'stdin' if path == _STDIN else path}: {problem}")
    return Line(Entry(name, key), found)


def let_in(path: Path, home: str, line: Line, command: str, dry_run: bool) -> None:
    """Let the key run the command, and nothing else, in the file that sshd reads; where `dry_run`, only try.

    Raises click.UsageError where the key is in use already, and CannotWrite.
    """

    def _with_line(data: bytes) -> bytes:
        if number := line_elsewhere(data, home, line.entry.key):
            told = f"{path}, line {number} lets this very key in already: give another key, or take that line out"
            raise click.UsageError(told)
        for each in entries(data, home):
            if each.key == line.entry.key and each.name != line.entry.name:
                raise click.UsageError(f"this is a key of {each.name}'s: every name needs a key of its own")
        return with_entry(data, home, line.entry, command)

    _change(path, _with_line, dry_run)


def shut_out(path: Path, home: str, name: str, dry_run: bool) -> bool:
    """Take the keys of the name out of the file; whether there were any. Raises click.UsageError and CannotWrite."""
    return _change(path, lambda data: without_name(data, home, name), dry_run)


def _change(path: Path, made_of: Callable[[bytes], bytes], dry_run: bool) -> bool:
    """Put what is made of the file in its place, one legday at a time, of whatever home; whether it differs."""
    before, after = _made(path, made_of)
    if after == before or dry_run:
        return after != before
    real = path.expanduser()
    with alone(real):
        _, after = _made(path, made_of)
        write_own(real, after)
    return True


def _made(path: Path, made_of: Callable[[bytes], bytes]) -> tuple[bytes, bytes]:
    """The file as it is, and what is made of it. Raises click.UsageError."""
    try:
        before = _bytes(path.expanduser(), "say another with --authorized-keys")
    except FileNotFoundError:
        before = b""
    try:
        return before, made_of(before)
    except Unfinished as error:
        raise click.UsageError(f"{path}, {error}") from error


def _bytes(path: Path, hint: str) -> bytes:
    """The bytes of a plain file: no pipe is waited for. Raises OSError and click.UsageError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise click.UsageError(f"{path} is no plain file: {hint}")
    return path.read_bytes()
