"""Changing a log: every change is written whole, and can be taken back as long as nobody else changed the same."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from data.store.backend import Change as Writing
from data.store.backend import Kind, Shelf
from data.store.errors import Conflict
from data.store.guard import Guarded
from data.store.migrations import Step as Migration
from data.store.migrations import newest
from data.store.records import SOFT, Held, Record, as_document, shelf_of, written
from data.store.shelves import Shelves
from data.store.upkeep import keep_up

_CHANGED: Final = "It was changed elsewhere meanwhile, so it stays as it is now."
# What is to stand under a kind and a key; None: nothing.
Wanted: TypeAlias = Mapping[tuple[Kind, str], Held | None]


class Edit(NamedTuple):
    """One document as it was and as it became; None where there was or is none."""

    kind: Kind
    key: str
    before: Held | None
    after: Held | None


class Change(NamedTuple):
    """What was done, in words, and the edits it took."""

    what: str
    edits: tuple[Edit, ...]


class History:
    """The writing end of a log, with the changes made through it, to be undone and redone."""

    def __init__(
        self, backend: Guarded, shelves: Shelves, clock: Callable[[], datetime], steps: Sequence[Migration]
    ) -> None:
        self._backend = backend
        self._shelves = shelves
        self._clock = clock
        self._steps = steps
        self._tidied: date | None = None
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def commit(self, what: str, wanted: Wanted, expected: Wanted | None = None) -> Change:
        """Write what is wanted, as one change that can be undone. Raises StoreError, and then nothing has changed."""
        change = Change(what, self.write(wanted, expected or {}))
        if change.edits:
            self._done.append(change)
            self._undone.clear()
        return change

    def undo(self) -> Change | None:
        """Take the last change back and give what that took; None where there is none."""
        return self._take_back(self._done, self._undone)

    def redo(self) -> Change | None:
        """Make the change last undone once more and give what that took; None where there is none."""
        return self._take_back(self._undone, self._done)

    def write(self, wanted: Wanted, expected: Wanted) -> tuple[Edit, ...]:
        """Write what is wanted and give the edits that it took: none for what stands so already.

        Raises Conflict where something else stands than is `expected`, of what anything is expected of.
        """
        now = self._clock()
        self._permit(wanted)
        if now.date() != self._tidied:
            keep_up(self._backend, self._shelves, now, self._steps)
            self._tidied = now.date()
        with self._backend.change() as change:
            self._shelves.check_writable()
            find = {kind: self._shelves.finder(kind) for kind in {kind for kind, _ in (*wanted, *expected)}}
            for kind, key in expected.keys() - wanted.keys():
                if not _same(_standing(find[kind](key)), expected[kind, key]):
                    raise Conflict(_CHANGED)
            edits = []
            for (kind, key), value in wanted.items():
                found = find[kind](key)
                before = _standing(found)
                if _same(value, before):
                    continue
                if not _same(before, expected.get((kind, key), before)):
                    raise Conflict(_CHANGED)
                edits.append(Edit(kind, key, before, value))
                self._put(change, edits[-1], found, now)
        return tuple(edits)

    def _permit(self, wanted: Wanted) -> None:
        """Raise Forbidden, before anything is touched, where any of it may not be changed by who wants it."""
        if not self._backend.limited:
            return
        for (kind, key), value in wanted.items():
            before = _standing(self._shelves.finder(kind)(key))
            if not _same(value, before):
                self._backend.permit(kind, value, before)

    def _put(self, change: Writing, edit: Edit, found: Sequence[tuple[Shelf, Record[Any]]], now: datetime) -> None:
        """Put what the edit makes of a document where it belongs, and take it off where it stood."""
        value = edit.after or (edit.before if edit.kind in SOFT else None)
        target = shelf_of(value) if value else None
        if value and target:
            self._shelves.records(target)  # raises where it is damaged, and must not be written to
            before = found[0][1] if found else None
            record = written(value, now, newest(self._steps), before, edit.after is None, self._backend.by)
            change.put(target, edit.key, as_document(record))
        for shelf, _ in found:
            if shelf != target:
                change.remove(shelf, edit.key)

    def _take_back(self, these: list[Change], others: list[Change]) -> Change | None:
        if not these:
            return None
        what, edits = these[-1]
        back = self.write(
            {(edit.kind, edit.key): edit.before for edit in reversed(edits)},
            {(edit.kind, edit.key): edit.after for edit in edits},
        )
        these.pop()
        others.append(Change(what, back))
        return others[-1]


def _standing(found: Sequence[tuple[Shelf, Record[Any]]]) -> Held | None:
    """What stands of what was found under a key; None where it is deleted, or was never there."""
    return found[0][1].value if found and found[0][1].deleted is None else None


def _same(one: Held | None, other: Held | None) -> bool:
    """Whether both are written alike: equal moments may still differ in their offset."""
    return one == other and msgspec.json.encode(one) == msgspec.json.encode(other)
