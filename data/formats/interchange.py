"""The whole log as one JSON file: what `export` writes, `restore` reads and `schema` describes."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, Literal, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from data.calendar import FIRST_YEAR, LAST_YEAR, at, fixed, zone_named, zone_of
from data.catalogue import load_catalogue
from data.formats.bad_log import BadLog, invalid, malformed, shown
from data.model import (
    Accepted,
    Athlete,
    Comment,
    LoggedExercise,
    LoggedSession,
    LoggedSet,
    PlannedSession,
    Value,
    document,
)
from data.text import plain_json

__all__ = ["MOST_BYTES", "BadLog", "Log", "read_log", "schema", "write_log"]

MOST_BYTES: Final = 64 * 2**20
_Session = TypeVar("_Session", PlannedSession, LoggedSession)
_Dated = TypeVar("_Dated", Accepted, Comment, LoggedSet)


class Log(Value, frozen=True):
    """An athlete's whole log: the profile, what is planned, what was done, the warnings accepted, the comments."""

    legday: Literal[1] = 1
    athlete: Athlete = Athlete()
    planned: tuple[PlannedSession, ...] = ()
    logged: tuple[LoggedSession, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    comments: tuple[Comment, ...] = ()


class _Head(Struct):
    legday: Any | UnsetType = UNSET


def read_log(data: bytes) -> Log:
    """The log that the JSON holds, every session with a zone and every moment with an offset.

    What is omitted has its default. A moment without an offset is taken in its session's zone, else in the athlete's.
    A session without a zone gets the athlete's where that has the same offset then, else its own offset.
    Raises BadLog, whose text is one line: the path and what is wrong there.
    """
    if len(data) > MOST_BYTES:
        raise BadLog("", f"{len(data) / 2**20:.0f} MiB is more than the {MOST_BYTES // 2**20} that a log may have")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        _check_version(msgspec.json.decode(data, type=_Head).legday)
        log = msgspec.json.decode(data, type=Log)
    except msgspec.ValidationError as error:
        raise invalid(error, schema()) from error
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise malformed(data, error) from error
    _check_zones(log)
    _check_ids(log)
    return _completed(log)


def write_log(log: Log) -> bytes:
    """The log as JSON: UTF-8, one document a line, by start. What read_log gives of it is written the same again."""
    log = _completed(log)
    planned = sorted(log.planned, key=lambda session: (session.start, session.id))
    logged = sorted(log.logged, key=lambda session: (session.start, session.id))
    accepted = sorted(log.accepted, key=lambda pair: (pair.at, pair.first, pair.second))
    comments = sorted(log.comments, key=lambda comment: (comment.at, comment.id))
    lists = (("planned", planned), ("logged", logged), ("accepted", accepted), ("comments", comments))
    parts = [b'"legday":1', b'"athlete":' + _line(log.athlete)]
    parts += [b'"%s":[%s]' % (name.encode(), b",".join(b"\n" + _line(one) for one in many)) for name, many in lists]
    return b"{" + b",\n".join(parts) + b"}\n"


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the interchange."""
    made = msgspec.json.schema(Log)
    made["$defs"]["Log"]["required"] = ["legday"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "legday log",
        "description": "What legday export writes and legday restore reads. Kilograms, metres, seconds; a session's "
        "length in minutes. A start without an offset is taken in the session's zone, else in the athlete's.",
        **made,
    }


def _line(value: Struct) -> bytes:
    return plain_json(msgspec.json.encode(document(value)))


def _check_version(version: object) -> None:
    if version is UNSET:
        raise BadLog("", 'not a legday log: a log says "legday": 1')
    if version != 1 or isinstance(version, bool):
        if isinstance(version, int) and version > 1:
            raise BadLog("", "a newer legday wrote this", "Update legday to read it")
        raise BadLog("legday", "1 expected")


def _check_zones(log: Log) -> None:
    _check_zone("athlete.zone", log.athlete.zone)
    for path, session in _sessions(log):
        if session.zone:
            _check_zone(f"{path}.zone", session.zone)
        if isinstance(session, PlannedSession) and session.template is not None:
            _check_template(f"{path}.template", session.template)
    for path, moment in _moments(log):
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise BadLog(path, f"a year from {FIRST_YEAR} to {LAST_YEAR} expected")


def _check_zone(path: str, zone: str) -> None:
    try:
        zone_named(zone)
    except (ValueError, OSError, LookupError) as error:
        raise BadLog(path, f"{shown(zone)} is no time zone; write one such as Europe/Berlin or +09:00") from error


def _check_template(path: str, template: str) -> None:
    known = load_catalogue().templates
    if template not in known:
        raise BadLog(path, f"{shown(template)} is no template; there are {', '.join(known)}")


def _check_ids(log: Log) -> None:
    first: dict[str, str] = {}
    comments = ((f"comments[{place}]", comment) for place, comment in enumerate(log.comments))
    for path, item in (*_sessions(log), *comments):
        if item.id in first:
            raise BadLog(f"{path}.id", f"{shown(item.id)} is the id of {first[item.id]} already; each needs its own")
        first[item.id] = path
    pairs: dict[tuple[str, str], int] = {}
    for place, pair in enumerate(log.accepted):
        if (same := pairs.setdefault((pair.first, pair.second), place)) != place:
            raise BadLog(f"accepted[{place}]", f"the same two sessions as accepted[{same}]; leave one out")


def _sessions(log: Log) -> Iterator[tuple[str, PlannedSession | LoggedSession]]:
    yield from ((f"planned[{place}]", session) for place, session in enumerate(log.planned))
    yield from ((f"logged[{place}]", session) for place, session in enumerate(log.logged))


def _moments(log: Log) -> Iterator[tuple[str, datetime]]:
    for path, session in _sessions(log):
        yield f"{path}.start", session.start
        for number, exercise in enumerate(session.exercises if isinstance(session, LoggedSession) else ()):
            for place, one in enumerate(exercise.sets):
                if one.at is not None:
                    yield f"{path}.exercises[{number}].sets[{place}].at", one.at
    yield from ((f"accepted[{place}].at", pair.at) for place, pair in enumerate(log.accepted))
    yield from ((f"comments[{place}].at", comment.at) for place, comment in enumerate(log.comments))


def _completed(log: Log) -> Log:
    """The log with a zone for every session and an offset for every moment."""
    usual = log.athlete.zone
    return replace(
        log,
        planned=tuple(_zoned(session, usual) for session in log.planned),
        logged=tuple(_with_sets_zoned(_zoned(session, usual)) for session in log.logged),
        accepted=_dated(log.accepted, usual),
        comments=_dated(log.comments, usual),
    )


def _zoned(session: _Session, usual: str) -> _Session:
    start = _aware(session.start, session.zone or usual)
    zone = session.zone or zone_of(start, usual)
    return session if (start, zone) == (session.start, session.zone) else replace(session, start=start, zone=zone)


def _with_sets_zoned(session: LoggedSession) -> LoggedSession:
    if all(one.at is None or one.at.tzinfo for exercise in session.exercises for one in exercise.sets):
        return session
    exercises: tuple[LoggedExercise, ...] = tuple(
        replace(exercise, sets=_dated(exercise.sets, session.zone)) for exercise in session.exercises
    )
    return replace(session, exercises=exercises)


def _dated(items: Iterable[_Dated], zone: str) -> tuple[_Dated, ...]:
    return tuple(item if item.at is None else replace(item, at=_aware(item.at, zone)) for item in items)


def _aware(moment: datetime, zone: str) -> datetime:
    return fixed(moment) if moment.tzinfo else at(moment.date(), moment.time(), zone)
