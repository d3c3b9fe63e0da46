"""How a value stands in the log: {"v": 1, "changed": "2026-06-01T10:00:00Z", "value": {…}}, and "deleted" where it is.

`v` is the schema version. `changed` is when the document was written, later each time, so that of two copies the newer
is known. A deleted document keeps its value for a while, and tells the copies that a sync tool makes that it is gone.
What a coach changed says so: "by" is who it was, "before" what the athlete had there, left out where there was nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Generic, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from data.access import ReadMark
from data.calendar import FIRST_YEAR, LAST_YEAR, day_of, zone_named
from data.live.lift import LiveLift
from data.live.run import LiveRun
from data.model import Accepted, Athlete, Comment, LoggedSession, PlannedSession, document
from data.store.backend import Document, Kind, Moment, Shelf
from data.store.errors import NewerSchema
from data.store.migrations import Step, newest, understood, upgraded

Live: TypeAlias = LiveLift | LiveRun
Held: TypeAlias = Athlete | PlannedSession | LoggedSession | LiveLift | LiveRun | Accepted | Comment | ReadMark
T = TypeVar("T", bound=Held)


class Record(Struct, Generic[T], frozen=True, forbid_unknown_fields=True):
    """A value with its schema version and when it was last changed; `deleted`: since when it counts as gone.

    `by` is who else than the athlete made it so, `before` what the athlete had last had in its place.
    """

    v: int
    changed: Moment
    value: T
    deleted: Moment | None = None
    by: str | None = None
    before: T | None = None


_KINDS: Final[dict[type[Held], Kind]] = {
    Athlete: "athlete",
    PlannedSession: "planned",
    LoggedSession: "logged",
    LiveLift: "live",
    LiveRun: "live",
    Accepted: "accepted",
    Comment: "comments",
    ReadMark: "read",
}
_RECORDS: Final[dict[Kind, Any]] = {
    "athlete": Record[Athlete],
    "planned": Record[PlannedSession],
    "logged": Record[LoggedSession],
    "live": Record[LiveLift],
    "accepted": Record[Accepted],
    "comments": Record[Comment],
    "read": Record[ReadMark],
}

# A deleted document of these stays on disk for a while, so that a copy elsewhere does not bring it back.
SOFT: Final[tuple[Kind, ...]] = ("planned", "logged", "accepted", "comments")
_SHELVES: Final[dict[Kind, Any]] = {kind: dict[str, record] for kind, record in _RECORDS.items()}  # type: ignore[valid-type]


def kind_of(value: Held) -> Kind:
    """The kind of shelf that the value stands on."""
    return _KINDS[type(value)]


def shelf_of(value: Held) -> Shelf:
    """The shelf of a value: of a session, the calendar year of the day it starts on, where it starts."""
    year = day_of(value).year if isinstance(value, PlannedSession | LoggedSession) else None
    return Shelf(kind_of(value), year)


def key_of(value: Held) -> str:
    """The key of a value on its shelf."""
    match value:
        case Athlete():
            return "athlete"
        case Accepted():
            return f"{value.first} {value.second}"
        case ReadMark():
            return f"{value.reader} {value.about}" if value.about else value.reader
        case _:
            return value.id


def written(
    value: T,
    now: datetime,
    version: int,
    before: Record[Any] | None,
    deleted: bool = False,
    by: str | None = None,
) -> Record[T]:
    """The record of a value changed now: later than the record before it, whatever the clock says.

    `by` is who changed it, where not the athlete. Once it is again as the athlete had it, nobody else is named.
    """
    changed = now.astimezone(UTC)
    if before:
        changed = max(changed, before.changed + timedelta(microseconds=1))
    gone = changed if deleted else None
    had = _had(before) if by else None
    if by is None or (None if deleted else value) == had:
        return Record(version, changed, value, gone)
    return Record(version, changed, value, gone, by, had)


def _had(record: Record[Any] | None) -> Any:
    """What the athlete had last had of a document, before anybody else changed it; None where nothing."""
    if record is None or record.by:
        return record.before if record else None
    return None if record.deleted else record.value


def as_document(record: Record[Any]) -> Document:
    """The record as plain JSON."""
    deleted = {"deleted": msgspec.to_builtins(record.deleted)} if record.deleted else {}
    changed = msgspec.to_builtins(record.changed)
    by = {"by": record.by} if record.by else {}
    before = {"before": document(record.before)} if record.before else {}
    return {"v": record.v, "changed": changed, **deleted, **by, **before, "value": document(record.value)}


class BadDocument(Exception):
    """A document that is not what its shelf holds; the text says which, where and what is wrong there."""


def as_records(
    kind: Kind, documents: Mapping[str, Document], steps: Sequence[Step]
) -> tuple[dict[str, Record[Any]], bool]:
    """The records that a shelf's documents make, brought to the newest version, and whether any is newer than that.

    Raises BadDocument for one that is none, and NewerSchema for a newer one that cannot be understood at all.
    """
    version = newest(steps)
    try:
        if kind != "live" and all(one["v"] == version for one in documents.values()):
            records: dict[str, Record[Any]] = msgspec.convert(documents, _SHELVES[kind])
            _check(records)
            return records, False
    except (msgspec.ValidationError, KeyError):
        pass  # said below, with the document's name
    records = {key: _as_record(kind, key, one, steps) for key, one in documents.items()}
    _check(records)
    return records, any(one["v"] > version for one in documents.values())


def _as_record(kind: Kind, key: str, document: Document, steps: Sequence[Step]) -> Record[Any]:
    v = document.get("v") if isinstance(document, dict) else None
    if type(v) is not int or v < 1:
        raise BadDocument(f'"{key}" says no version')
    try:
        if v > newest(steps):
            return understood(document, _record_of(kind, document))
        record: Record[Any] = msgspec.convert(upgraded(kind, document, steps), _record_of(kind, document))
        return record
    except msgspec.ValidationError as error:
        if v > newest(steps):
            raise NewerSchema(f'"{key}" was written by a newer legday: update legday to read it') from error
        what, _, path = str(error).replace("`", "").partition(" - at $.")
        raise BadDocument(f'"{key}", {path or "its fields"}: {what[:1].lower()}{what[1:]}') from error
    except (KeyError, TypeError) as error:
        raise BadDocument(f'"{key}" is not what version {v} has') from error


def _record_of(kind: Kind, document: Document) -> Any:
    """What a document of the kind is to be: under way is a lift or, where it has marks, a run."""
    value = document.get("value")
    if kind == "live" and isinstance(value, dict) and "marks" in value:
        return Record[LiveRun]
    return _RECORDS[kind]


def _check(records: Mapping[str, Record[Any]]) -> None:
    for key, record in records.items():
        if key_of(record.value) != key:
            raise BadDocument(f'"{key}" holds "{key_of(record.value)}"')
        zone = getattr(record.value, "zone", None)
        if zone is not None:
            try:
                zone_named(zone)
            except ValueError as error:
                raise BadDocument(f'"{key}", value.zone: {error}') from error
        for name in ("start", "at", "until"):
            moment = getattr(record.value, name, None)
            if moment and not (moment.tzinfo and FIRST_YEAR <= moment.year <= LAST_YEAR):
                years = f"a year from {FIRST_YEAR} to {LAST_YEAR}"
                raise BadDocument(f'"{key}", value.{name}: a moment with an offset and {years} expected')
