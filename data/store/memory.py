"""A log in memory: for the demo and for tests. Gone with the program."""

import threading
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

import msgspec

from data.store.backend import Document, Head, Shelf, T, too_many
from data.store.errors import Damaged

Documents = Mapping[str, Document]


class MemoryChange:
    """The documents that a change touches, as they will be."""

    def __init__(self, now: Mapping[Shelf, Documents]) -> None:
        self._now = now
        self.after: dict[Shelf, dict[str, Document]] = {}

    def put(self, shelf: Shelf, key: str, document: Document) -> None:
        """Put a copy of the document on the shelf."""
        self._of(shelf)[key] = msgspec.json.decode(msgspec.json.encode(document))

    def remove(self, shelf: Shelf, key: str) -> None:
        """Take the document off the shelf, if it is there."""
        self._of(shelf).pop(key, None)

    def _of(self, shelf: Shelf) -> dict[str, Document]:
        return self.after.setdefault(shelf, dict(self._now.get(shelf, {})))


class MemoryBackend:
    """A Backend that keeps its documents in memory; `aside` is what was put aside, by the name given."""

    def __init__(self) -> None:
        self._shelves: dict[Shelf, Documents] = {}
        self._stamps: dict[Shelf, int] = {}
        self._backups: dict[str, dict[Shelf, Documents]] = {}
        self.aside: dict[str, Documents] = {}
        self._originals: set[tuple[bytes, str]] = set()
        self._lock = threading.RLock()

    def shelves(self) -> tuple[Shelf, ...]:
        """The shelves that hold anything."""
        return tuple(sorted(self._shelves, key=lambda shelf: (shelf.kind, shelf.year or 0)))

    def stamp(self, shelf: Shelf) -> Hashable:
        """How often the shelf has changed; None when it holds nothing."""
        return self._stamps[shelf] if shelf in self._shelves else None

    def read(self, shelf: Shelf) -> Documents:
        """The documents of a shelf by key."""
        return self._shelves.get(shelf, {})

    def heads(self, shelf: Shelf) -> dict[str, Head]:
        """The head of every document of a shelf by key."""
        try:
            return msgspec.convert(self.read(shelf), dict[str, Head])
        except msgspec.ValidationError as error:
            raise Damaged(shelf, self.place(shelf), str(error)) from error

    def outline(self, shelf: Shelf, shape: type[T]) -> dict[str, T]:
        """The documents of a shelf by key, as this Struct."""
        try:
            found: dict[str, T] = msgspec.json.decode(
                msgspec.json.encode(self.read(shelf)),
                type=dict[str, shape],  # type: ignore[valid-type]
            )
        except msgspec.ValidationError as error:
            raise Damaged(shelf, self.place(shelf), str(error)) from error
        return found

    def mentions(self, shelf: Shelf, text: str) -> bool:
        """Whether the documents of the shelf hold the text."""
        return msgspec.json.encode(text) in msgspec.json.encode(self._shelves.get(shelf, {}))

    @contextmanager
    def change(self) -> Iterator[MemoryChange]:
        """The lock, and what is changed under it."""
        with self._lock:
            change = MemoryChange(self._shelves)
            yield change
            for shelf, documents in change.after.items():
                self._set(shelf, documents)

    def back_up(self, name: str) -> bool:
        """Keep everything as it is under the name."""
        if name in self._backups or not self._shelves:
            return False
        self._backups[name] = dict(self._shelves)
        for old in too_many(self._backups, name):
            del self._backups[old]
        return True

    def backups(self, shelf: Shelf) -> Iterator[tuple[str, Documents]]:
        """The shelf as the backups have it, newest first."""
        for name in sorted(self._backups, reverse=True):
            if shelf in self._backups[name]:
                yield name, self._backups[name][shelf]

    def put_back(self, shelf: Shelf, backup: str | None, now: datetime) -> str:
        """Keep what stands on a shelf aside and put its backup in place."""
        aside = f"{self.place(shelf)} as of {now:%Y-%m-%d %H:%M:%S}"
        with self._lock:
            self.aside[aside] = self.read(shelf)
            self._set(shelf, self._backups[backup][shelf] if backup else {})
        return aside

    def place(self, shelf: Shelf) -> str:
        """What to call the shelf before the athlete."""
        return f"{shelf.kind} {shelf.year}" if shelf.year else shelf.kind

    def keep_original(self, data: bytes, suffix: str) -> None:
        """Keep an imported file as it came."""
        self._originals.add((data, suffix))

    def has_original(self, data: bytes, suffix: str) -> bool:
        """Whether these very bytes were kept before."""
        return (data, suffix) in self._originals

    def _set(self, shelf: Shelf, documents: Documents) -> None:
        self._stamps[shelf] = self._stamps.get(shelf, 0) + 1
        if documents:
            self._shelves[shelf] = documents
        else:
            self._shelves.pop(shelf, None)
