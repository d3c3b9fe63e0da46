"""When what a FIT file tells of happened.

FIT seconds count from the end of 1989; below 2²⁸ they count from when the device was switched on.
"""

from datetime import UTC, datetime, timedelta, timezone
from typing import Final, NamedTuple

from data.calendar import in_zone
from data.formats.fit_messages import Fields, Part, number

_FIRST_ABSOLUTE: Final = 0x10000000
_EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)
# What is later is rubbish.
_LAST: Final = int((datetime(2100, 1, 1, tzinfo=UTC) - _EPOCH).total_seconds())


class FitClock(NamedTuple):
    """How a file's seconds become moments: what to add to relative ones, the local offset, the athlete's usual zone."""

    shift: float | None
    offset: timedelta | None
    usual: str

    def seconds(self, fields: Fields, name: str) -> float | None:
        """The field in FIT seconds that are not relative; None where it is missing, rubbish or cannot be placed."""
        return self.placed(number(fields, name, most=_LAST))

    def placed(self, seconds: float | None) -> float | None:
        """The seconds, made absolute where they are relative; None where that cannot be done."""
        if seconds is None or seconds >= _FIRST_ABSOLUTE:
            return seconds
        return None if self.shift is None else self.shift + seconds

    def moment(self, seconds: float) -> datetime:
        """The moment as clocks showed it where the athlete was."""
        moment = _EPOCH + timedelta(seconds=seconds)
        return in_zone(moment, self.usual) if self.offset is None else moment.astimezone(timezone(self.offset))


def clock_of(part: Part, usual: str) -> FitClock:
    """The clock of one file for an athlete whose usual zone is the IANA name `usual`."""
    return FitClock(_shift(part), _offset(part), usual)


def _shift(part: Part) -> float | None:
    """What makes relative seconds absolute: the device's own word on it, else the file began when it was created."""
    for pair in part.all("timestamp_correlation"):
        absolute, relative = number(pair, "timestamp", most=_LAST), number(pair, "system_timestamp", most=_LAST)
        if absolute is not None and relative is not None and relative < _FIRST_ABSOLUTE <= absolute:
            return absolute - relative
    created = next((number(fields, "time_created", most=_LAST) for fields in part.all("file_id")), None)
    starts = [number(fields, "start_time", most=_LAST) for fields in part.all("session")]
    relatives = [time for time in (*starts, *part.records.time[:1]) if time is not None and time < _FIRST_ABSOLUTE]
    return created - min(relatives) if created and created >= _FIRST_ABSOLUTE and relatives else None


def _offset(part: Part) -> timedelta | None:
    """How far the local clocks were ahead of UTC, by quarters of an hour; None where the file makes no sense of it."""
    for fields in (*part.all("activity"), *part.all("timestamp_correlation")):
        local, utc = number(fields, "local_timestamp", most=_LAST), number(fields, "timestamp", most=_LAST)
        if local is None or utc is None:
            continue
        quarters = round((local - utc) / 900)
        if -48 <= quarters <= 56 and abs(local - utc - quarters * 900) <= 60:
            return timedelta(minutes=15 * quarters)
    return None
