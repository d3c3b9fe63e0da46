"""The copies a sync tool leaves when two machines wrote the same file: found, and merged by key, the newer winning."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from data.store.backend import Change, Document, Shelf
from data.store.layout import SHELF, shelf_named

FOLDER: Final = "conflicts"
# log-2026.sync-conflict-20260601-101500-ABCDEFG.json · log-2026 (Anna's conflicted copy 2026-06-01).json
_COPY: Final = re.compile(SHELF + r"(?:\.sync-conflict-.*| \(.*conflict.*\))\.json", re.IGNORECASE)
Read = Callable[[Shelf], Mapping[str, Document]]


def copies_in(folder: Path) -> list[tuple[Path, Shelf]]:
    """The conflict copies in a folder, each with the shelf that it is a copy of."""
    found = ((path, shelf_named(path.name, _COPY)) for path in sorted(folder.iterdir()))
    return [(path, shelf) for path, shelf in found if shelf]


def merge(
    theirs: Mapping[str, Document], shelf: Shelf, shelves: Sequence[Shelf], read: Read, change: Change
) -> dict[str, Document]:
    """Put those documents of a copy on its shelf that are newer than what stands under their key in any year.

    Gives those of ours that make way.
    """
    ours = {one: read(one) for one in {shelf, *shelves} if one.kind == shelf.kind}
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


def _changed(document: Mapping[str, Any]) -> datetime:
    return msgspec.convert(document["changed"], datetime)
