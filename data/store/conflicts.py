"""The copies a sync tool leaves when two machines wrote the same file: found, and merged by key, the newer winning."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from data.store.backend import Change, Document, Shelf
from data.store.durable import flush_folder, make_folder, unused, write
from data.store.layout import DOCUMENTS, SHELF, as_file, read_with, shelf_named, shelves_in
from data.store.migrations import STEPS
from data.store.records import as_records

FOLDER: Final = "conflicts"
# log-2026.sync-conflict-20260601-101500-ABCDEFG.json · log-2026_conflict-20260601-101500.json
# log-2026 (Anna's conflicted copy 2026-06-01).json; Dropbox says it in the language of its user: conflit, Konflikt …
_COPY: Final = re.compile(SHELF + r"(?:\.sync-conflict-.*|_conflict-.*| \(.*onfli.*\))\.json")

_NEAR: Final = re.compile(rf"({SHELF})(?!\.damaged-)[\W_].*\.json")


def copies_in(folder: Path) -> list[tuple[Path, Shelf]]:
    """The conflict copies in a folder, each with the shelf that it is a copy of."""
    found = ((path, shelf_named(path.name, _COPY)) for path in sorted(folder.iterdir()))
    return [(path, shelf) for path, shelf in found if shelf]


def unread_in(folder: Path) -> list[str]:
    """What is named much like a part of the log and is not read, a line each: copies that cannot be taken in, and those
    of other names. Raises OSError."""
    copies = {path for path, _ in copies_in(folder)}
    near = ((path, _NEAR.fullmatch(path.name)) for path in sorted(folder.iterdir()))
    return [
        f"{path} is a sync tool's copy that cannot be read: mend it, or move it away."
        if path in copies
        else f"{path} is not read: name it {match[1]}.sync-conflict-2.json to have it taken in, or move it away."
        for path, match in near
        if match
    ]


def take_in(copy: Path, shelf: Shelf, change: Change) -> None:
    """Put what a copy has newer than its folder into the change, and keep what makes way for it in `FOLDER`.

    Raises Damaged, BadDocument or NewerSchema where the copy or a shelf of its kind is not sound, and CannotWrite.
    """
    folder = copy.parent
    paths = {one: path for one, path in shelves_in(folder).items() if one.kind == shelf.kind}
    displaced = _merge(_sound(shelf, copy), shelf, {one: _sound(one, path) for one, path in paths.items()}, change)
    if displaced:
        write(unused(folder / FOLDER / f"{copy.stem}.ours.json"), as_file(shelf, displaced))


def put_aside(copy: Path) -> None:
    """Move a copy that was taken in to `FOLDER`, on the disk when this returns. Raises OSError."""
    aside = copy.parent / FOLDER
    make_folder(aside)
    copy.rename(unused(aside / copy.name))
    flush_folder(aside)
    flush_folder(copy.parent)


def _sound(shelf: Shelf, path: Path) -> Mapping[str, Document]:
    """The documents of a file by key. Raises Damaged, BadDocument or NewerSchema where any is not a record."""
    documents = read_with(DOCUMENTS, shelf, path)
    as_records(shelf.kind, documents, STEPS)
    return documents


def _merge(
    theirs: Mapping[str, Document], shelf: Shelf, ours: Mapping[Shelf, Mapping[str, Document]], change: Change
) -> dict[str, Document]:
    """Put those documents of a copy on its shelf that are newer than what stands under their key on any of ours.

    Gives those of ours that make way.
    """
    displaced: dict[str, Document] = {}
    for key, document in theirs.items():
        standing = [one for one in ours if key in ours[one]]
        if all(_changed(document) > _changed(ours[one][key]) for one in standing):
            for one in standing:
                displaced[key] = ours[one][key]
                if one != shelf:
                    change.remove(one, key)
            change.put(shelf, key, document)
    return displaced


def _changed(document: Document) -> datetime:
    return msgspec.convert(document["changed"], datetime)
