"""Days, weeks and zones.

A range of days is half-open everywhere: `start` is in it, `until` is not. Wall-clock arithmetic goes through the
session's zone, so that seven in the morning stays seven in the morning when the clocks change.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from data.model import Clock, Session, Weekday

WEEKDAYS: Final[tuple[Weekday, ...]] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
# When a session without a clock time is taken to start (RULES 3.3).
CLOCK_TIMES: Final[dict[Clock, time]] = {"morning": time(7), "noon": time(12), "evening": time(18), "unknown": time(12)}
# How long a session without minutes is taken to last (RULES 3.3).
USUAL_MINUTES: Final = {"run": 60, "strength": 45, "cross": 60}
# Outside of these years a zone or a sum of minutes may leave the calendar.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


class Days(NamedTuple):
    """The half-open range of days from `start` to `until`."""

    start: date
    until: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.until

    def each(self) -> Iterator[date]:
        """The days, in order."""
        for ordinal in range(self.start.toordinal(), self.until.toordinal()):
            yield date.fromordinal(ordinal)

    def moved(self, days: int) -> "Days":
        """The range as long as this one that starts `days` later."""
        return Days(self.start + timedelta(days), self.until + timedelta(days))

    def widened(self, before: int = 0, after: int = 0) -> "Days":
        """The range with `before` more days ahead of it and `after` more behind."""
        return Days(self.start - timedelta(before), self.until + timedelta(after))


def week_of(day: date, week_start: Weekday = "monday") -> Days:
    """The seven days that hold `day`, beginning on `week_start`."""
    start = day - timedelta((day.weekday() - WEEKDAYS.index(week_start)) % 7)
    return Days(start, start + timedelta(7))


@lru_cache(maxsize=64)
def zone_named(name: str) -> tzinfo:
    """The zone of an IANA name ("Europe/Berlin") or an offset ("+09:00"). Raises ValueError for anything else."""
    if offset := _OFFSET.fullmatch(name):
        sign, hours, minutes = offset.groups()
        delta = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(delta if sign == "+" else -delta)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        raise ValueError(f'"{name}" is no time zone; write one such as Europe/Berlin or +09:00') from error


def at(day: date, clock: time, zone: str) -> datetime:
    """The moment that clocks in `zone` show `clock` on `day`, with its offset fixed.

    An hour that the clocks skip is taken as the one after; of an hour they repeat, `clock.fold` says which.
    """
    named, wall = zone_named(zone), datetime.combine(day, clock)
    if not isinstance(named, ZoneInfo):
        return wall.replace(tzinfo=named)
    place = _placing(zone)
    moment = place(wall)
    skipped = moment.replace(tzinfo=None) != wall
    return fixed(place(wall.replace(fold=1)) if skipped else moment)


@lru_cache(maxsize=64)
def _placing(zone: str) -> Callable[[datetime], datetime]:
    """What puts a wall clock into the zone, hours that are skipped or repeated too. Kept: making one reads a file."""
    # Imported where a time of day is placed: showing a log needs no pendulum, and a start need not wait for it.
    import pendulum

    return pendulum.timezone(zone).convert


def fixed(moment: datetime) -> datetime:
    """The same moment and wall clock with a plain offset, as the log keeps it."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs an offset or a zone")
    return moment.replace(tzinfo=timezone(offset), fold=0)


def in_zone(moment: datetime, zone: str) -> datetime:
    """The same moment as clocks in `zone` show it, with its offset fixed."""
    return fixed(moment.astimezone(zone_named(zone)))


def zone_of(start: datetime, usual: str) -> str:
    """The zone of a start that came with an offset alone: `usual` where it has the same offset, else the offset."""
    offset = start.utcoffset()
    if offset is None or start.astimezone(zone_named(usual)).utcoffset() == offset:
        return usual
    return start.isoformat()[-6:]


def day_of(session: Session) -> date:
    """The calendar day that the session belongs to: the one it started on, where it started."""
    return (session.start.astimezone(zone_named(session.zone)) if session.zone else session.start).date()


def minutes_of(session: Session) -> float:
    """How long the session lasts, or is taken to last where nothing is said."""
    return USUAL_MINUTES[session.kind] if session.minutes is None else session.minutes


def start_of(session: Session) -> datetime:
    """When the session starts, or is taken to start where its clock says only the time of day."""
    if session.clock == "exact":
        return session.start
    return at(day_of(session), CLOCK_TIMES[session.clock], session.zone)


def end_of(session: Session) -> datetime:
    """When the session ends, elapsed minutes after its start."""
    return start_of(session) + timedelta(minutes=minutes_of(session))


def moved_to(session: Session, day: date, clock: time | None = None) -> datetime:
    """The start that the session has on another day, at the same wall-clock time or at `clock`."""
    here = in_zone(session.start, session.zone)
    return at(day, clock or here.time(), session.zone)
