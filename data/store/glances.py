"""The sessions of one look at a log: as many as it takes to tell how somebody is doing, and nothing of them is kept.

A year is gone through by a few fields of its sessions; only those of the days asked about are read whole.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec
from msgspec import Raw, Struct

from data.calendar import Days, day_of, start_of, zone_named
from data.model import Amount, Clock, Kind, LoggedSession, Niggle, PlannedSession, Rating, Session
from data.store.backend import Moment, Shelf
from data.store.errors import Damaged
from data.store.guard import Guarded
from data.store.shelves import Shelves


class Told(Struct, frozen=True):
    """What is told of a session that is not read whole."""

    id: str
    kind: Kind
    start: Moment
    zone: str = ""
    clock: Clock = "exact"
    minutes: Amount | None = None
    rpe: Rating | None = None
    plan_id: str | None = None
    niggles: tuple[Niggle, ...] = ()


class _Brief(Struct, frozen=True):
    v: int
    changed: Moment
    value: Told
    deleted: Moment | None = None


class _Unread(Struct, frozen=True):
    value: Raw


_Row: TypeAlias = Any  # a _Brief, or a Record where the shelf was read whole
# Sessions by id: where each stands, and what is told of it.
_Found: TypeAlias = dict[str, tuple[Shelf, _Row]]
_WHOLE: Final[dict[str, Any]] = {"logged": LoggedSession, "planned": PlannedSession}


class Seen(NamedTuple):
    """The sessions of some days, whole; those logged since a day, as they are told, that day or the log's first; and
    the day of the last of all. By start."""

    near: list[Session]
    done: list[LoggedSession]
    since: date | None
    last: date | None


class Looks:
    """What is to be seen of the sessions of a log. Raises Damaged where a shelf that it takes cannot be read."""

    def __init__(self, backend: Guarded, shelves: Shelves, version: int) -> None:
        self._backend = backend
        self._shelves = shelves
        self._version = version

    def look(self, near: Days, since: date) -> Seen:
        """The sessions on those days, and those logged from `since`, which is before them, to the last of them."""
        logged = self._found("logged", Days(since, near.until))
        planned = self._found("planned", near)
        lately = _on(Days(since, near.until), logged)
        whole = [*self._whole(_on(near, lately)), *self._whole(_on(near, planned))]
        done = [_as_done(one.value) for _, one in lately.values()]
        days = self._first_and_last(logged, since)
        return Seen(
            near=sorted(whole, key=_by_start),
            done=sorted(done, key=_by_start),
            since=max(since, min(days)) if days else None,
            last=max(days, default=None),
        )

    def _first_and_last(self, logged: _Found, since: date) -> list[date]:
        """The first and last day of these, and of those on older shelves where none of these is before `since`."""
        written = {key: one.value.start.toordinal() for key, (_, one) in logged.items()}
        # A start as written is at most two days from the day in the session's zone.
        first, last = min(written.values(), default=0) + 4, max(written.values(), default=0) - 4
        days = sorted(day_of(logged[key][1].value) for key, day in written.items() if day <= first or day >= last)
        if days and days[0] < since:
            return days
        for shelf in self._shelves.of_kind("logged"):
            if (shelf.year or 0) < _years(Days(since, since))[0] and (older := self._standing([shelf])):
                return [*days, *(day_of(one.value) for _, one in older.values())]
        return days

    def _found(self, kind: str, days: Days) -> _Found:
        """The sessions on the shelves of the years of the days; of a double, the one last changed."""
        first, last = _years(days)
        of_kind = [one for one in self._backend.shelves() if one.kind == kind]
        return self._standing([one for one in of_kind if first <= (one.year or 0) <= last])

    def _standing(self, shelves: Iterable[Shelf]) -> _Found:
        found: _Found = {}
        for shelf in shelves:
            for key, one in self._read(shelf).items():
                if key not in found or found[key][1].changed < one.changed:
                    found[key] = shelf, one
        return {key: at for key, at in found.items() if at[1].deleted is None}

    def _read(self, shelf: Shelf) -> Mapping[str, _Row]:
        # What is wrong is said by who reads the shelf as a whole, with the backup that would do.
        with suppress(Damaged, ValueError):
            briefs = self._backend.outline(shelf, _Brief)
            for zone in {one.value.zone for one in briefs.values() if one.value.zone}:
                zone_named(zone)
            if all(one.v == self._version for one in briefs.values()):
                return briefs
        return self._shelves.records(shelf)

    def _whole(self, found: _Found) -> list[Session]:
        sessions: list[Session] = []
        for shelf in {shelf for shelf, _ in found.values()}:
            keys = [key for key, (on, _) in found.items() if on == shelf]
            try:
                unread = self._backend.outline(shelf, _Unread)
                sessions += [msgspec.json.decode(unread[key].value, type=_WHOLE[shelf.kind]) for key in keys]
            except (msgspec.MsgspecError, Damaged, KeyError):
                records = self._shelves.records(shelf)
                sessions += [records[key].value for key in keys if key in records]
        return sessions


def _years(days: Days) -> tuple[int, int]:
    """The first and the last year of the shelves that may hold a session of the days."""
    return (days.start - timedelta(1)).year, (days.until + timedelta(1)).year


def _on(days: Days, found: _Found) -> _Found:
    """Those that start on one of the days."""
    # The start as written is at most two days from the day in the session's zone, and cheaper to ask: by far the most
    # are inside or outside by it.
    first, last = days.start.toordinal(), days.until.toordinal()

    def inside(session: Any) -> bool:
        day = session.start.toordinal()
        return first + 2 <= day < last - 2 or (first - 2 <= day < last + 2 and day_of(session) in days)

    return {key: at for key, at in found.items() if inside(at[1].value)}


def _by_start(session: Session) -> tuple[datetime, str]:
    return start_of(session), session.id


def _as_done(one: Told | LoggedSession) -> LoggedSession:
    if isinstance(one, LoggedSession):
        return one
    return LoggedSession(
        id=one.id,
        kind=one.kind,
        start=one.start,
        zone=one.zone,
        clock=one.clock,
        minutes=one.minutes,
        rpe=one.rpe,
        plan_id=one.plan_id,
        niggles=one.niggles,
    )
