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


class Told(Struct, frozen=True, gc=False):
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


class _Brief(Struct, frozen=True, gc=False):
    v: int
    changed: Moment
    value: Told
    deleted: Moment | None = None


class _Unread(Struct, frozen=True, gc=False):
    value: Raw


_Row: TypeAlias = Any  # a _Brief, or a Record where the shelf was read whole
# What is told of the sessions of each shelf, by id.
_Found: TypeAlias = dict[Shelf, Mapping[str, _Row]]
# The day of a start as it is written is at most so far from the day in the session's zone.
_OFF: Final = 2
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
        lately = _on(Days(since, near.until), logged)
        whole = [*self._whole(_on(near, lately)), *self._whole(_on(near, self._found("planned", near)))]
        days = self._first_and_last(logged, since)
        return Seen(
            near=sorted(whole, key=_by_start),
            done=sorted((_as_done(one.value) for rows in lately.values() for one in rows.values()), key=_by_start),
            since=max(since, min(days)) if days else None,
            last=max(days, default=None),
        )

    def _first_and_last(self, logged: _Found, since: date) -> list[date]:
        """The first and last day of these, and of those on older shelves where none of these is before `since`."""
        days = _ends(logged)
        if days and days[0] < since:
            return days
        for shelf in self._shelves.of_kind("logged"):
            if (shelf.year or 0) < _years(Days(since, since))[0] and (older := _ends(self._standing([shelf]))):
                return [*days, *older]
        return days

    def _found(self, kind: str, days: Days) -> _Found:
        """The sessions on the shelves of the years of the days; of a double, the one last changed."""
        first, last = _years(days)
        of_kind = [one for one in self._backend.shelves() if one.kind == kind]
        return self._standing([one for one in of_kind if first <= (one.year or 0) <= last])

    def _standing(self, shelves: Iterable[Shelf]) -> _Found:
        found: dict[Shelf, dict[str, _Row]] = {}
        for shelf in shelves:
            rows = dict(self._read(shelf))
            for others in found.values():
                for key in rows.keys() & others.keys():
                    del (rows if rows[key].changed <= others[key].changed else others)[key]
            found[shelf] = rows
        return {shelf: {key: one for key, one in rows.items() if one.deleted is None} for shelf, rows in found.items()}

    def _read(self, shelf: Shelf) -> Mapping[str, _Row]:
        # What is wrong is said by who reads the shelf as a whole, with the backup that would do.
        with suppress(Damaged, ValueError):
            briefs = self._backend.outline(shelf, _Brief)
            for zone in {one.value.zone for one in briefs.values()} - {""}:
                zone_named(zone)
            if {one.v for one in briefs.values()} <= {self._version}:
                return briefs
        return self._shelves.records(shelf)

    def _whole(self, found: _Found) -> list[Session]:
        sessions: list[Session] = []
        for shelf, rows in found.items():
            try:
                unread = self._backend.outline(shelf, _Unread) if rows else {}
                sessions += [msgspec.json.decode(unread[key].value, type=_WHOLE[shelf.kind]) for key in rows]
            except (msgspec.MsgspecError, Damaged, KeyError):
                records = self._shelves.records(shelf)
                sessions += [records[key].value for key in rows if key in records]
        return sessions


def _years(days: Days) -> tuple[int, int]:
    """The first and the last year of the shelves that may hold a session of the days."""
    return (days.start - timedelta(1)).year, (days.until + timedelta(1)).year


def _on(days: Days, found: _Found) -> _Found:
    """Those that start on one of the days."""
    # Cheaper to ask, and by far the most are inside or outside by it.
    first, last = days.start.toordinal() - _OFF, days.until.toordinal() + _OFF
    inner = range(first + 2 * _OFF, last - 2 * _OFF)
    return {
        shelf: {
            key: one
            for key, one in rows.items()
            if first <= (day := one.value.start.toordinal()) < last and (day in inner or day_of(one.value) in days)
        }
        for shelf, rows in found.items()
    }


def _ends(found: _Found) -> list[date]:
    """The days of the first and the last of them."""
    written = [(one.value.start.toordinal(), one.value) for rows in found.values() for one in rows.values()]
    days = [day for day, _ in written]
    first, last = min(days, default=0) + 2 * _OFF, max(days, default=0) - 2 * _OFF
    ends = sorted(day_of(session) for day, session in written if not first < day < last)
    return [ends[0], ends[-1]] if ends else []


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
