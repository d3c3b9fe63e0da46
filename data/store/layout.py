"""How a shelf looks as a file: plain JSON as TinyDB has it, one document a line, by key.

{"logged":{
"01kj…":{"v":1,"changed":"2026-06-01T10:00:00Z","value":{…}},
"01kk…":{…}
}}
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import msgspec
from msgspec.json import Decoder

from data.store.backend import Document, Head, Kind, Shelf
from data.store.errors import Damaged, StoreError

T = TypeVar("T")
_WORDS: Final[dict[Kind, str]] = {"logged": "log", "planned": "plan"}
_KINDS: Final[dict[str, Kind]] = {word: kind for kind, word in _WORDS.items()}
SHELF: Final = r"(?:(athlete|live|accepted|comments|read)|(log|plan)-(\d{4}))"
_FILE: Final = re.compile(SHELF + r"\.json")
# A file's one table, as documents and as their heads alone.
DOCUMENTS: Final = Decoder(dict[str, dict[str, dict[str, Any]]])
HEADS: Final = Decoder(dict[str, dict[str, Head]])
_BYTE: Final = re.compile(r"\(byte (\d+)\)")


@cache
def decoder_of(shape: type[T]) -> Decoder[dict[str, dict[str, T]]]:
    """What reads a file's table as documents of this shape."""
    return Decoder(dict[str, dict[str, shape]])  # type: ignore[valid-type]


def file_name(shelf: Shelf) -> str:
    """The name of a shelf's file."""
    return f"{shelf.kind}.json" if shelf.year is None else f"{_WORDS[shelf.kind]}-{shelf.year:04}.json"


def shelf_named(name: str, pattern: re.Pattern[str] = _FILE) -> Shelf | None:
    """The shelf that a file of that name holds; None for any other file."""
    match = pattern.fullmatch(name)
    if not match:
        return None
    kind, word, year = match.groups()[:3]
    return Shelf(_KINDS[word], int(year)) if word else Shelf(cast(Kind, kind))


def shelves_in(folder: Path) -> dict[Shelf, Path]:
    """The shelves that have a file in the folder, by kind and year. Raises StoreError where none can be looked for."""
    try:
        found = {shelf_named(path.name): path for path in folder.iterdir()}
    except FileNotFoundError:
        check_link(folder)
        return {}
    except OSError as error:
        raise unreadable(folder, error) from error
    return {shelf: found[shelf] for shelf in sorted(filter(None, found), key=lambda one: (one.kind, one.year or 0))}


def check_link(path: Path) -> None:
    """Raise StoreError where a link stands there: what it leads to is not gone, but out of reach."""
    if path.is_symlink():
        raise StoreError(f"{path} leads to {path.readlink()}, which is not there. Connect its disk, or mend the link.")


def unreadable(path: Path, error: OSError) -> StoreError:
    """What to say of a file or folder that the system does not let us read."""
    return StoreError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}. Mend that and try again.")


def bytes_of(path: Path) -> bytes | None:
    """What a shelf's file holds; None where there is none. Raises StoreError where the system does not let us read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error


def read_with(decoder: Decoder[dict[str, dict[str, T]]], shelf: Shelf, path: Path) -> dict[str, T]:
    """The documents of a shelf's file by key, as the decoder makes them; without a file, none. Raises Damaged."""
    data = bytes_of(path)
    if data is None:
        return {}
    try:
        tables = decoder.decode(data)
    except msgspec.ValidationError as error:
        what = str(error).replace("`", "")
        raise Damaged(shelf, str(path), what[:1].lower() + what[1:]) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged(shelf, str(path), _spot(data, str(error))) from error
    if set(tables) - {shelf.kind}:
        raise Damaged(shelf, str(path), f'it holds something else than "{shelf.kind}"')
    return tables.get(shelf.kind, {})


def as_file(shelf: Shelf, documents: dict[str, Document]) -> bytes:
    """The documents of a shelf as the bytes of its file."""
    encode = msgspec.json.encode
    lines = (encode(key) + b":" + encode(documents[key]) for key in sorted(documents))
    return b"{" + encode(shelf.kind) + b":{\n" + b",\n".join(lines) + b"\n}}\n"


def _spot(data: bytes, message: str) -> str:
    """Where the parser stopped, as a line of the file."""
    byte = _BYTE.search(message)
    if byte:
        return f"line {data.count(10, 0, int(byte[1])) + 1} is no JSON"
    return "it ends in the middle" if "truncated" in message else "it is no JSON"
