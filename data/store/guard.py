"""The one way to what keeps a log: it lets nobody write more than they may.

Every write of a Logbook goes through here. Who may only view reaches nothing that writes, not even the lock.
"""

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from data.access import KIND_WORDS, ROLE_WORDS, WRITES, Allows, Visitor, always
from data.model import Comment
from data.store.backend import Backend, Change, Document, Head, Kind, Shelf, T
from data.store.errors import Forbidden

_ENDED: Final = "Your access to this log has ended or changed, so nothing was saved."
# Who a document of these kinds belongs to: nobody else writes it, but for the athlete.
_SIGNED: Final[dict[Kind, str]] = {"comments": "author", "read": "reader"}


class Guarded:
    """A Backend as the visitor may use it; None: as the athlete may, who may do everything.

    Once `allows` says no, nothing at all is written.
    """

    def __init__(self, backend: Backend, visitor: Visitor | None, allows: Allows = always) -> None:
        self._backend = backend
        self._allows = allows
        self._visitor = visitor if visitor and visitor.limited else None

    @property
    def limited(self) -> bool:
        """Whether not everything may be written."""
        return self._visitor is not None

    @property
    def by(self) -> str | None:
        """Who changes are by, where not by the athlete."""
        return self._visitor.name if self._visitor else None

    def permit(self, kind: Kind, *documents: object) -> None:
        """Raise Forbidden where these values may not be written, replaced or removed. Touches nothing."""
        if self._visitor is None:
            return
        others = any(isinstance(one, Comment) and one.author != self._visitor.name for one in documents)
        if others or kind not in WRITES[self._visitor.role]:
            raise self._forbidden(kind)

    def permit_all(self) -> None:
        """Raise Forbidden where not everything may be written. Touches nothing."""
        self._permit_still()
        for kind in WRITES["log"]:
            self.permit(kind)

    @contextmanager
    def change(self) -> Iterator[Change]:
        """The lock, and what is changed under it, each document of it permitted."""
        self._permit_some()
        with self._backend.change() as change:
            self._permit_still()  # whoever had the lock before may have taken a while
            yield _GuardedChange(change, self) if self._visitor else change

    def check(self, shelf: Shelf, key: str, document: Document | None) -> None:
        """Raise Forbidden where the document may not be put in the place of what stands under the key."""
        self.permit(shelf.kind)
        field = _SIGNED.get(shelf.kind)
        standing = self._backend.read(shelf).get(key) if field else None
        if any(one["value"][field] != self.by for one in (document, standing) if field and one):
            raise self._forbidden(shelf.kind)

    def back_up(self, name: str) -> bool:
        """Keep a backup of everything: whoever may write anything may, and is to, before they do."""
        self._permit_some()
        return self._backend.back_up(name)

    def put_back(self, shelf: Shelf, backup: str | None, now: datetime) -> str:
        """Keep what stands on a shelf aside and put its backup in place."""
        self.permit_all()
        return self._backend.put_back(shelf, backup, now)

    def keep_original(self, data: bytes, suffix: str) -> None:
        """Keep an imported file as it came."""
        self.permit_all()
        self._backend.keep_original(data, suffix)

    # What only reads is passed on.

    def shelves(self) -> tuple[Shelf, ...]:
        """The shelves that hold anything."""
        return self._backend.shelves()

    def stamp(self, shelf: Shelf) -> Hashable:
        """Something that differs whenever the shelf changed."""
        return self._backend.stamp(shelf)

    def read(self, shelf: Shelf) -> Mapping[str, Document]:
        """The documents of a shelf by key."""
        return self._backend.read(shelf)

    def heads(self, shelf: Shelf) -> Mapping[str, Head]:
        """The head of every document of a shelf by key."""
        return self._backend.heads(shelf)

    def outline(self, shelf: Shelf, shape: type[T]) -> Mapping[str, T]:
        """The documents of a shelf by key, as this Struct."""
        return self._backend.outline(shelf, shape)

    def mentions(self, shelf: Shelf, text: str) -> bool:
        """Whether any document of a shelf may hold this text."""
        return self._backend.mentions(shelf, text)

    def backups(self, shelf: Shelf) -> Iterator[tuple[str, Mapping[str, Document]]]:
        """The shelf as the backups have it."""
        return self._backend.backups(shelf)

    def place(self, shelf: Shelf) -> str:
        """What to call the shelf."""
        return self._backend.place(shelf)

    def has_original(self, data: bytes, suffix: str) -> bool:
        """Whether these very bytes were kept before."""
        return self._backend.has_original(data, suffix)

    def _permit_still(self) -> None:
        if not self._allows():
            raise Forbidden(_ENDED)

    def _permit_some(self) -> None:
        self._permit_still()
        if self._visitor and not WRITES[self._visitor.role]:
            raise self._forbidden(None)

    def _forbidden(self, kind: Kind | None) -> Forbidden:
        assert self._visitor
        what = KIND_WORDS[kind] if kind and WRITES[self._visitor.role] else "it"
        return Forbidden(f"You may {ROLE_WORDS[self._visitor.role]}, and not change {what}.")


class _GuardedChange:
    """A change of a backend in which every document is checked before it is put or removed."""

    def __init__(self, change: Change, guarded: Guarded) -> None:
        self._change = change
        self._guarded = guarded

    def put(self, shelf: Shelf, key: str, document: Document) -> None:
        """Put the document on the shelf."""
        self._guarded.check(shelf, key, document)
        self._change.put(shelf, key, document)

    def remove(self, shelf: Shelf, key: str) -> None:
        """Take the document off the shelf."""
        self._guarded.check(shelf, key, None)
        self._change.remove(shelf, key)
