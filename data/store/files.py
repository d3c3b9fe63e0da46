"""A log in files: one folder an athlete, in it one TinyDB file a shelf. The only module that knows TinyDB.

TinyDB's own storage writes in place, its ids clash between processes and its cache hands out shared documents. Here
every change is made under a lock and put in place whole, ids are strings, and nothing is cached.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

import msgspec
from tinydb.storages import Storage
from tinydb.table import Table

from data.store import backups, conflicts
from data.store.backend import Document, Head, Shelf, T
from data.store.durable import (
    clear_up,
    cut_short,
    discard,
    explained,
    flush_folder,
    make_folder,
    move_together,
    roll_forward,
    stage,
    unused,
    write,
)
from data.store.errors import CannotWrite, Damaged, StoreError
from data.store.layout import (
    DOCUMENTS,
    HEADS,
    as_file,
    bytes_of,
    decoder_of,
    file_name,
    read_with,
    shelves_in,
    unreadable,
)  # fmt: skip
from data.store.lock import locked
from data.store.records import BadDocument

Stamp: TypeAlias = tuple[int, int, int]
Written: TypeAlias = dict[Shelf, tuple[Stamp | None, dict[str, Any]]]
_ORIGINALS: Final = "originals"


def stamp_of(path: Path) -> Stamp | None:
    """When a file was written, which file it is, and its size; None when there is none."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    return stat.st_mtime_ns, stat.st_ino, stat.st_size


class ShelfStorage(Storage):
    """A TinyDB storage of one shelf. `write` leaves a temporary file, `staged`, that is on the disk but not in place;
    None where the shelf has become empty.

    `written` holds what was last written to the shelves without a year, to spare reading the session under way at every
    set. A stamp says whether it still is what the file holds.
    """

    def __init__(self, shelf: Shelf, path: Path, written: Written) -> None:
        self.shelf, self.path, self.written = shelf, path, written
        self.staged: Path | None = None

    def read(self) -> dict[str, dict[str, Any]]:
        """The one table of the file. Raises Damaged."""
        stamp, documents = self.written.get(self.shelf, (None, {}))
        if stamp is None or stamp != stamp_of(self.path):
            documents = read_with(DOCUMENTS, self.shelf, self.path)
        return {self.shelf.kind: documents}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write the table to a new temporary file. Raises OSError."""
        documents = data[self.shelf.kind]
        if documents:
            self.staged = stage(self.path, as_file(self.shelf, documents))
            if self.shelf.year is None:
                self.written[self.shelf] = stamp_of(self.staged), documents


class ShelfTable(Table):
    """A TinyDB table with string ids that takes many changes in one write."""

    document_id_class = str  # type: ignore[assignment]

    def apply(self, edits: Mapping[str, Document | None]) -> None:
        """Put the documents in place of those of the same id; None takes one away."""

        def _update(table: dict[Any, Any]) -> None:
            for key, document in edits.items():
                if document is None:
                    table.pop(key, None)
                else:
                    table[key] = document

        self._update_table(_update)


class FilesChange:
    """What is to be put (a document) and removed (None), by shelf."""

    def __init__(self) -> None:
        self.edits: dict[Shelf, dict[str, Document | None]] = {}

    def put(self, shelf: Shelf, key: str, document: Document) -> None:
        """Put the document on the shelf."""
        self.edits.setdefault(shelf, {})[key] = document

    def remove(self, shelf: Shelf, key: str) -> None:
        """Take the document off the shelf, if it is there."""
        self.edits.setdefault(shelf, {})[key] = None


class FilesBackend:
    """A Backend that keeps its documents in the files of one folder, which the first write creates.

    It begins by putting in order what crashes and sync tools left there; without `tidy` it leaves that to others.
    """

    def __init__(self, folder: Path, tidy: bool = True) -> None:
        self._folder = folder
        self._lock = folder / ".lock"
        self._paths: dict[Shelf, Path] = {}
        self._written: Written = {}
        self._tidies = tidy
        with suppress(CannotWrite):  # who can only read sees the log as it stands
            if tidy and self._left_over():
                with self._locked():
                    self._settle()

    def shelves(self) -> tuple[Shelf, ...]:
        """The shelves that have a file."""
        return tuple(shelves_in(self._folder))

    def stamp(self, shelf: Shelf) -> Hashable:
        """When the file was written, which file it is, and its size; None when there is none."""
        return stamp_of(self._path(shelf))

    def read(self, shelf: Shelf) -> dict[str, Document]:
        """The documents of a shelf by key. Raises Damaged."""
        return {one.doc_id: one for one in self._table(self._storage(shelf))}  # type: ignore[misc]

    def heads(self, shelf: Shelf) -> dict[str, Head]:
        """The head of every document of a shelf by key. Raises Damaged."""
        return read_with(HEADS, shelf, self._path(shelf))

    def outline(self, shelf: Shelf, shape: type[T]) -> dict[str, T]:
        """The documents of a shelf by key, as this Struct. Raises Damaged."""
        return read_with(decoder_of(shape), shelf, self._path(shelf))

    def mentions(self, shelf: Shelf, text: str) -> bool:
        """Whether the file holds the text in quotes. Letters beyond ASCII have two spellings: they always may be."""
        return not text.isascii() or msgspec.json.encode(text) in (bytes_of(self._path(shelf)) or b"")

    @contextmanager
    def change(self) -> Iterator[FilesChange]:
        """The lock file, and what is changed under it: all staged first, then put in place."""
        with self._locked():
            roll_forward(self._folder)
            change = FilesChange()
            yield change
            if change.edits:
                self._write(change)

    def back_up(self, name: str) -> bool:
        """Copy all files under the name; what crashes and sync tools left behind is put in order with it."""
        made = backups.back_up(shelves_in(self._folder).values(), self._folder / backups.FOLDER, name)
        if made and self._tidies:
            self._settle()
        return made

    def backups(self, shelf: Shelf) -> Iterator[tuple[str, Mapping[str, Document]]]:
        """The shelf as the backups have it, newest first."""
        kept_in = self._folder / backups.FOLDER
        for name in backups.names(kept_in):
            with suppress(Damaged):
                if documents := read_with(DOCUMENTS, shelf, kept_in / name / file_name(shelf)):
                    yield name, documents

    def put_back(self, shelf: Shelf, backup: str | None, now: datetime) -> str:
        """Keep the file aside as "….damaged-TIME.json" and put its backup, if any, in place."""
        path = self._path(shelf)
        aside = unused(path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}.json"))
        with self._locked():
            write(aside, path.read_bytes())
            if backup:
                write(path, (self._folder / backups.FOLDER / backup / path.name).read_bytes())
            else:
                path.unlink()
                flush_folder(self._folder)
        return str(aside)

    def place(self, shelf: Shelf) -> str:
        """The path of the shelf's file."""
        return str(self._path(shelf))

    def keep_original(self, data: bytes, suffix: str) -> None:
        """Keep an imported file, named by the SHA-256 of its content."""
        write(self._original(data, suffix), data)

    def has_original(self, data: bytes, suffix: str) -> bool:
        """Whether these very bytes were kept before."""
        return self._original(data, suffix).exists()

    def _original(self, data: bytes, suffix: str) -> Path:
        import hashlib

        ending = re.sub(r"[^a-z0-9.]", "", suffix.lower())
        return self._folder / _ORIGINALS / f"{hashlib.sha256(data).hexdigest()}{ending}"

    def _path(self, shelf: Shelf) -> Path:
        if shelf not in self._paths:
            self._paths[shelf] = self._folder / file_name(shelf)
        return self._paths[shelf]

    def _storage(self, shelf: Shelf) -> ShelfStorage:
        return ShelfStorage(shelf, self._path(shelf), self._written)

    def _table(self, storage: ShelfStorage) -> ShelfTable:
        return ShelfTable(storage, storage.shelf.kind, cache_size=0)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with explained(self._folder):
            if not self._lock.exists():
                make_folder(self._folder)
            try:
                with locked(self._lock):
                    yield
            except TimeoutError as error:
                raise CannotWrite(f"Another program holds {self._folder}. Close it and try again.") from error

    def _write(self, change: FilesChange) -> None:
        moves: list[tuple[Path | None, Path]] = []
        try:
            for shelf, edits in change.edits.items():
                storage = self._storage(shelf)
                self._table(storage).apply(edits)
                moves.append((storage.staged, storage.path))
        except BaseException:
            discard(moves)
            raise
        move_together(self._folder, moves)

    def _left_over(self) -> bool:
        """Whether a crash or a sync tool left anything in the folder."""
        with explained(self._folder):
            return self._folder.is_dir() and (cut_short(self._folder) or bool(conflicts.copies_in(self._folder)))

    def _settle(self) -> None:
        """Finish what a crash cut short, and take in the copies of a sync tool."""
        clear_up(self._folder)
        for copy, shelf in conflicts.copies_in(self._folder):
            with suppress(StoreError, BadDocument):  # such a copy stays where it is
                change = FilesChange()
                conflicts.take_in(copy, shelf, change)
                self._write(change)
                conflicts.put_aside(copy)
