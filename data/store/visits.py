"""What others than the athlete did in a log: the plan as they changed it, and what was written and read."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from data.access import ReadMark
from data.calendar import Days, day_of
from data.model import Comment, PlannedSession
from data.store.backend import Shelf
from data.store.errors import StoreError
from data.store.shelves import Shelves

READ: Final = Shelf("read")
_LONGEST: Final = 2000


class Theirs(NamedTuple):
    """A planned session as somebody else changed it: who, when, what it was, and is; None where nothing."""

    by: str
    at: datetime
    before: PlannedSession | None
    after: PlannedSession | None


def theirs_on(shelves: Shelves, days: Days) -> list[Theirs]:
    """What others changed of the plan on those days, and moved away from them or to them, the first change first."""
    signed = [shelf for shelf in shelves.of_kind("planned") if shelves.mentions(shelf, "by")]
    records = {key: record for shelf in signed for key, record in shelves.records(shelf).items() if record.by}
    last_changed = shelves.finder("planned") if records else None
    changed = (
        Theirs(record.by, record.changed, record.before, None if record.deleted else record.value)
        for record in (last_changed(key)[0][1] for key in records if last_changed)
        if record.by
    )
    near = (one for one in changed if any(each and day_of(each) in days for each in (one.before, one.after)))
    return sorted(near, key=lambda one: one.at)


def author_of(shelves: Shelves, session_id: str) -> str | None:
    """Who else made a planned session what it is now; None where the athlete did, or there is none."""
    found = shelves.finder("planned")(session_id)
    return found[0][1].by if found and found[0][1].deleted is None else None


def new_comment(text: str, about: str, author: str, now: datetime, known: bool) -> Comment:
    """The comment, to be saved; `known`: whether what it is about is a session. Raises StoreError for what is none."""
    from data.ids import new_id  # seldom needed, and slow to load

    words = text.strip()
    if not words:
        raise StoreError("There is nothing in the comment: write a word, or leave it with escape.")
    if len(words) > _LONGEST:
        raise StoreError(f"The comment has {len(words)} letters: {_LONGEST} is the most; say the rest in another.")
    if not known and not _is_day(about):
        raise StoreError("What the comment is about is no longer there, so it was not saved.")
    return Comment(id=new_id(now), about=about, author=author, at=now, text=words)


def unread(comments: Iterable[Comment], marks: Sequence[ReadMark], reader: str) -> list[Comment]:
    """The comments of others that came after what the reader has read, in the order given."""
    mine = {mark.about: mark.until for mark in marks if mark.reader == reader}

    def _was_read(comment: Comment) -> bool:
        return any(about in mine and comment.at <= mine[about] for about in (None, comment.about))

    return [one for one in comments if one.author != reader and not _was_read(one)]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
