"""What one look at a log tells, for whoever looks at many."""

from datetime import date

from data.calendar import Days
from data.model import Accepted, Athlete, LoggedSession, Session, Value


class Glance(Value, frozen=True):
    """A part of a log. `near` are the sessions on some days, whole.

    `done` are those logged since the day `since`, told by when they were, how long and how hard, what hurt and which
    plan they fulfilled, and by nothing else; by start. `since` is the log's first day where that is later, None for a
    log with nothing done. `last` is the day of the last one of all. `unread` counts the comments that the reader has
    not read, `under_way` says whether a session goes on.
    """

    athlete: Athlete
    days: Days
    near: tuple[Session, ...] = ()
    done: tuple[LoggedSession, ...] = ()
    since: date | None = None
    last: date | None = None
    accepted: tuple[Accepted, ...] = ()
    unread: int = 0
    under_way: bool = False
