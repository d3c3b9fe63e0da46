"""The log as values: every shelf decoded once, kept until its stamp changes."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from data.store.backend import Backend, Head, Kind, Shelf
from data.store.errors import Damaged, NewerSchema
from data.store.migrations import Step, newest
from data.store.records import BadDocument, Record, as_records


class Shelves:
    """What a backend keeps, as records. `newer` says which shelf a newer legday wrote to, as far as is known."""

    def __init__(self, backend: Backend, steps: Sequence[Step]) -> None:
        self.newer: Shelf | None = None
        self._backend = backend
        self._steps = steps
        self._records: dict[Shelf, tuple[Hashable, Mapping[str, Record[Any]]]] = {}
        self._heads: dict[Shelf, tuple[Hashable, Mapping[str, Head]]] = {}

    def records(self, shelf: Shelf) -> Mapping[str, Record[Any]]:
        """The records of a shelf by key, deleted ones too. Raises Damaged, with the backup that would do."""
        stamp = self._backend.stamp(shelf)
        if stamp is None:
            return {}
        held = self._records.get(shelf)
        if held and held[0] == stamp:
            return held[1]
        try:
            records, newer = as_records(shelf.kind, self._backend.read(shelf), self._steps)
        except BadDocument as error:
            raise Damaged(shelf, self._backend.place(shelf), str(error), self._good_backup(shelf)) from error
        except Damaged as error:
            raise Damaged(shelf, error.place, error.where, self._good_backup(shelf)) from error
        if newer:
            self.newer = shelf
        self._records[shelf] = stamp, records
        return records

    def heads(self, shelf: Shelf) -> Mapping[str, Head]:
        """The heads of a shelf by key; none where it is damaged, which stands in the way of nothing elsewhere."""
        stamp = self._backend.stamp(shelf)
        held = self._heads.get(shelf)
        if not held or held[0] != stamp:
            try:
                heads = self._backend.heads(shelf)
            except Damaged:
                heads = {}
            self._heads[shelf] = held = stamp, heads
            if any(head.v > newest(self._steps) for head in heads.values()):
                self.newer = shelf
        return held[1]

    def mentions(self, shelf: Shelf, text: str) -> bool:
        """Whether any document of a shelf may hold this very text, far faster than its records."""
        return self._backend.mentions(shelf, text)

    def of_kind(self, kind: Kind) -> list[Shelf]:
        """The shelves of a kind, the newest year first."""
        return sorted((shelf for shelf in self._backend.shelves() if shelf.kind == kind), reverse=True)

    def finder(self, kind: Kind) -> Callable[[str], list[tuple[Shelf, Record[Any]]]]:
        """A function that tells where a key of the kind stands, the last changed first, as of now.

        It stands in more than one place only where a move to another year was cut short, or synced in part.
        """
        heads = [(shelf, self.heads(shelf)) for shelf in self.of_kind(kind)]

        def _holding(key: str) -> list[tuple[Shelf, Record[Any]]]:
            standing = ((shelf, self.records(shelf).get(key)) for shelf, keys in heads if key in keys)
            # Another program may have taken it away since the heads were read.
            found = [(shelf, record) for shelf, record in standing if record]
            return sorted(found, key=lambda one: one[1].changed, reverse=True)

        return _holding

    def values(self, shelves: Sequence[Shelf]) -> Iterator[Any]:
        """The values of some shelves of one kind, without those deleted; of a double, the one last changed."""
        if len(shelves) == 1:
            best: Mapping[str, Record[Any]] = self.records(shelves[0])
        else:
            best = {}
            for shelf in shelves:
                for key, record in self.records(shelf).items():
                    if key not in best or best[key].changed < record.changed:
                        best[key] = record
        return (record.value for record in best.values() if record.deleted is None)

    def check_writable(self, everywhere: bool = True) -> None:
        """Raise NewerSchema where a newer legday wrote to this log: as far as is known, or on any shelf."""
        for shelf in self._backend.shelves() if everywhere else ():
            self.heads(shelf)
        if self.newer:
            place = self._backend.place(self.newer)
            raise NewerSchema(f"{place} was written by a newer legday, so this log can only be read: update legday")

    def _good_backup(self, shelf: Shelf) -> str | None:
        for name, documents in self._backend.backups(shelf):
            try:
                as_records(shelf.kind, documents, self._steps)
            except (BadDocument, NewerSchema):
                continue
            return name
        return None
