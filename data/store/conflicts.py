"""The copies a sync tool leaves when two machines wrote the same file: found, and merged by key, the newer winning."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from data.store.backend import Change, Document, Shelf
from data.store.layout import DOCUMENTS, SHELF, read_with, shelf_named
from data.store.migrations import STEPS
from data.store.records import as_records

FOLDER: Final = "conflicts"
# log-2026.sync-conflict-20260601-101500-ABCDEFG.json · log-2026_conflict-20260601-101500.json
# log-2026 (Anna's conflicted copy 2026-06-01).json; Dropbox says it in the language of its user: conflit, Konflikt …
_COPY: Final = re.compile(SHELF + r"(?:\.sync-conflict-.*|_conflict-.*| \(.*onfli.*\))\.json")


def copies_in(folder: Path) -> list[tuple[Path, Shelf]]:
    """The conflict copies in a folder, each with the shelf that it is a copy of."""
    found = ((path, shelf_named(path.name, _COPY)) for path in sorted(folder.iterdir()))
    return [(path, shelf) for path, shelf in found if shelf]


def sound(shelf: Shelf, path: Path) -> Mapping[str, Document]:
    """The documents of a file by key. Raises Damaged, BadDocument or NewerSchema where any is not a record."""
    documents = read_with(DOCUMENTS, shelf, path)
    as_records(shelf.kind, documents, STEPS)
    return documents


def merge(
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
