"""What a log needs of whatever keeps it: documents on shelves, read at any time, changed under a lock."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Annotated, Any, Final, Literal, NamedTuple, Protocol, TypeVar

from msgspec import Meta, Struct

Kind = Literal["athlete", "planned", "logged", "live", "accepted", "comments", "read"]
Document = Mapping[str, Any]
Moment = Annotated[datetime, Meta(tz=True)]
BACKUPS_KEPT: Final = 30
T = TypeVar("T", bound=Struct)


def too_many(backups: Iterable[str], made: str) -> list[str]:
    """The names of the backups that are to go, once one was `made`: all but the last BACKUPS_KEPT.

    Where the clock was set back there are later ones than that: as many of those are kept too.
    """
    names = sorted(backups)
    now = bisect_right(names, made)
    return names[:now][:-BACKUPS_KEPT] + names[now:][:-BACKUPS_KEPT]


class Shelf(NamedTuple):
    """Where documents stand: a kind and, for sessions, a calendar year."""

    kind: Kind
    year: int | None = None


class Head(Struct, frozen=True):
    """What is told of a document without reading it whole: its schema version, and since when it counts as deleted."""

    v: int
    deleted: Moment | None = None


class Change(Protocol):
    """Documents to be put and removed together. Shelves are written in the order in which they were first named."""

    def put(self, shelf: Shelf, key: str, document: Document) -> None:
        """Put the document on the shelf in place of any of the same key."""

    def remove(self, shelf: Shelf, key: str) -> None:
        """Take the document off the shelf, if it is there."""


class Backend(Protocol):
    """A keeper of documents. A document is plain JSON; what is read is never changed in place, by either side."""

    def shelves(self) -> tuple[Shelf, ...]:
        """The shelves that hold anything, by kind and year."""

    def stamp(self, shelf: Shelf) -> Hashable:
        """Something that differs whenever the shelf changed; None when it holds nothing. Costs no more than a stat."""

    def read(self, shelf: Shelf) -> Mapping[str, Document]:
        """The documents of a shelf by key. Raises Damaged where they cannot be made out."""

    def heads(self, shelf: Shelf) -> Mapping[str, Head]:
        """The head of every document of a shelf by key, faster than read. Raises Damaged likewise."""

    def outline(self, shelf: Shelf, shape: type[T]) -> Mapping[str, T]:
        """The documents of a shelf by key, each as this Struct, which has the fields that are to be read. Far faster
        than read where those are few. Raises Damaged where they are not to be found.
        """

    def mentions(self, shelf: Shelf, text: str) -> bool:
        """Whether any document of a shelf may hold this very text as a value, far faster than read.

        False only where none does, or where no documents can be made out.
        """

    def change(self) -> AbstractContextManager[Change]:
        """The lock. What the block put and removed is durable when the block is left, all of it or nothing.

        Raises CannotWrite, and then nothing has changed.
        """

    def back_up(self, name: str) -> bool:
        """Keep a backup of everything under the name, inside a change; False if there is one of that name, or nothing.

        Of the backups BACKUPS_KEPT are kept.
        """

    def backups(self, shelf: Shelf) -> Iterator[tuple[str, Mapping[str, Document]]]:
        """The shelf as the backups have it, newest first, those left out that cannot be made out."""

    def put_back(self, shelf: Shelf, backup: str | None, now: datetime) -> str:
        """Keep what stands on a shelf aside and put its backup, if any, in place; gives where the old is kept."""

    def place(self, shelf: Shelf) -> str:
        """What to call the shelf before the athlete: a file's path."""

    def keep_original(self, data: bytes, suffix: str) -> None:
        """Keep an imported file as it came. Raises CannotWrite."""

    def has_original(self, data: bytes, suffix: str) -> bool:
        """Whether these very bytes were kept before."""
