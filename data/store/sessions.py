"""The sessions of a log, found among its shelves: by day, and by what was done in them."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from data.calendar import Days, day_of, start_of
from data.model import LoggedSession, Session
from data.store.backend import Kind, Shelf
from data.store.shelves import Shelves


def by_start(session: Session) -> tuple[datetime, str]:
    """What sessions are sorted by: the moment they start in their zone; the id among those of one moment."""
    return start_of(session) if session.zone else session.start, session.id


def on_days(shelves: Shelves, kind: Kind, days: Days) -> list[Any]:
    """The sessions of a kind on those days, by start."""
    held = [one for one in shelves.of_kind(kind) if days.start.year <= (one.year or 0) <= days.until.year]
    # The start as written is at most two days from the day in the session's zone, and cheaper to ask first.
    first, last = days.start.toordinal() - 2, days.until.toordinal() + 2
    near = (one for one in shelves.values(held) if first <= one.start.toordinal() < last)
    return sorted((one for one in near if day_of(one) in days), key=by_start)


def last_before(shelves: Shelves, day: date) -> list[LoggedSession]:
    """The last session logged before the day, in a list; an empty one where there is none."""
    for shelf in shelves.of_kind("logged"):
        if (shelf.year or 0) <= day.year:
            before = [one for one in shelves.values([shelf]) if day_of(one) < day]
            if before:
                return [max(before, key=by_start)]
    return []


def first_day(shelves: Shelves) -> date | None:
    """The day of the first session logged."""
    for shelf in reversed(shelves.of_kind("logged")):
        days = [day_of(session) for session in shelves.values([shelf])]
        if days:
            return min(days)
    return None


def last_time(shelves: Shelves, exercise_id: str, before: datetime) -> LoggedSession | None:
    """The last session started before then in which a set of the exercise was done."""
    mentioning = (one for one in shelves.of_kind("logged") if shelves.mentions(one, exercise_id))
    for shelf in mentioning:
        done: list[LoggedSession] = [
            session
            for session in shelves.values([shelf])
            if session.start < before and any(one.exercise == exercise_id and one.sets for one in session.exercises)
        ]
        if done:
            return max(done, key=by_start)
    return None


def with_exercises(shelves: Shelves, exercise_ids: Collection[str]) -> list[LoggedSession]:
    """All sessions in which a set of one of the exercises was done, by start."""
    held = (one for one in shelves.of_kind("logged") if _mentions_any(shelves, one, exercise_ids))
    sessions: Iterable[LoggedSession] = shelves.values(list(held))
    wanted = set(exercise_ids)
    done = (one for one in sessions if any(each.sets and each.exercise in wanted for each in one.exercises))
    return sorted(done, key=by_start)


def standing(shelves: Shelves, kind: Kind, key: str) -> Any:
    """What stands under a key of the kind; None where there is none, or it was deleted."""
    found = shelves.finder(kind)(key)
    return found[0][1].value if found and found[0][1].deleted is None else None


def _mentions_any(shelves: Shelves, shelf: Shelf, texts: Iterable[str]) -> bool:
    return any(shelves.mentions(shelf, text) for text in texts)
