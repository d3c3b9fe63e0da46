"""What is said and done in a log by more than one: comments on its sessions and weeks, and what others changed.

Knows no Textual.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Final, NamedTuple

from data.calendar import Days, day_of, in_zone
from data.catalogue import Catalogue
from data.model import Comment, LoggedSession, Session
from data.store.errors import StoreError
from data.store.visits import Theirs
from data.text import plain
from tui.desk import Desk
from tui.format import clock_of, title_of

PEN: Final = "✎"
# From so many columns on, the head of a week has room for all the words.
_WORDY: Final = 100
_NEW: Final = "!"


class Talk(NamedTuple):
    """All comments of a log, the oldest first; the ids of those not read yet; what others changed of the plan shown.

    Empty, there is no talk.
    """

    comments: Sequence[Comment] = ()
    unread: frozenset[str] = frozenset()
    theirs: Sequence[Theirs] = ()

    def about(self, keys: Iterable[str]) -> list[Comment]:
        """The comments on any of these."""
        wanted = set(keys)
        return [one for one in self.comments if one.about in wanted]

    def mark(self, keys: Iterable[str]) -> str:
        """ "✎2": so many comments on these; "✎2!": and some of them are new; nothing where there is none."""
        found = self.about(keys)
        new = any(one.id in self.unread for one in found)
        return f"{PEN}{len(found)}{_NEW * new}" if found else ""

    def signs(self, sessions: Iterable[Session]) -> Mapping[str, tuple[str, ...]]:
        """By a session's id the marks that stand beside its title, the most important first: "✎2!", "by kim"."""
        by = {one.after.id: one.by for one in self.theirs if one.after}
        if not by and not self.comments:
            return {}
        found = {}
        for session in sessions:
            author = by.get(session.id)
            signs = (self.mark(keys_of(session)), f"by {plain(author)}" if author else "")
            if any(signs):
                found[session.id] = tuple(filter(None, signs))
        return found


def talk_marks(talk: Talk, days: Days, width: int) -> tuple[str, ...]:
    """What the head of a week says of the talk, the most important first: "✎ 3 new" of all, "week ✎2!" on the week
    itself, "2 changed by others" in its plan, "2 by others" where the width is small."""
    changed = "changed by others" if width >= _WORDY else "by others"
    new, on_week, theirs = len(talk.unread), talk.mark([key_of_week(days)]), len(talk.theirs)
    parts = (
        f"{PEN} {new} new" if new else "",
        f"week {on_week}" if on_week else "",
        f"{theirs} {changed}" if theirs else "",
    )
    return tuple(filter(None, parts))


def talk_of(desk: Desk, days: Days) -> Talk:
    """The talk of the log; of what others changed, that of these days."""
    logbook = desk.logbook
    comments = logbook.comments()
    unread = frozenset(one.id for one in logbook.unread()) if comments else frozenset()
    return Talk(comments, unread, logbook.theirs(days))


def keys_of(session: Session) -> tuple[str, ...]:
    """What comments on a session are about: it, and the plan that it fulfilled."""
    plan_id = session.plan_id if isinstance(session, LoggedSession) else None
    return (session.id, plan_id) if plan_id else (session.id,)


def key_of_week(days: Days) -> str:
    """What comments on a week are about: its first day."""
    return days.start.isoformat()


def mark_read(desk: Desk, keys: Iterable[str]) -> None:
    """Keep that these comments were read, where that can be kept: where it cannot, they are shown all the same."""
    with suppress(StoreError):
        for key in keys:
            desk.logbook.mark_read(key)


def said_words(comment: Comment, desk: Desk) -> tuple[str, str]:
    """Who said it and when, "kim, Mon 1 Jun 18:20", and what."""
    at = in_zone(comment.at, desk.logbook.athlete.zone)
    return f"{plain(comment.author)}, {at:%a} {at.day} {at:%b %H:%M}", plain(comment.text)


def day_to_show(comment: Comment, desk: Desk) -> date | None:
    """The day that the comment is about; None where what it was about is gone."""
    with suppress(ValueError):
        return date.fromisoformat(comment.about)
    session = desk.logbook.find(comment.about)
    return day_of(session) if session else None


def change_words(change: Theirs, catalogue: Catalogue) -> str:
    """What somebody else did to the plan: "kim moved Gym A from Mon 1 18:00 to Wed 3 18:00"."""
    who, before, after = plain(change.by), change.before, change.after
    if after is None or before is None:
        session = after or before
        what = f"{plain(title_of(session, catalogue))}, {_when(session)}" if session else "a session"
        return f"{who} {'deleted' if after is None else 'added'} {what}"
    name = plain(title_of(after, catalogue))
    if before.start != after.start:
        return f"{who} moved {name} from {_when(before)} to {_when(after)}"
    return f"{who} changed {name}, {_when(after)}"


def _when(session: Session) -> str:
    day = day_of(session)
    return " ".join(filter(None, (f"{day:%a} {day.day}", clock_of(session))))
