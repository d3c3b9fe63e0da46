"""FIT files, the ones that watches write: bytes to logged sessions.

Times, distances, heart rates, climbs, laps and time in zones are what the device recorded; what it left out comes from
the records. A set's kilograms are its own, and a rest is no set.
"""

from hashlib import sha256
from itertools import pairwise
from math import inf
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from data.calendar import zone_of
from data.formats import fit_records
from data.formats.fit_messages import MOST_BYTES, Fields, Part, Records, first, number, numbers, parts, unpacked, word
from data.formats.fit_sets import exercises
from data.formats.fit_times import FitClock, clock_of
from data.formats.problem import Problem
from data.ids import id_for
from data.model import Kind, Lap, LoggedSession

# Words that say too little of a sport to be a title.
_VAGUE: Final = ("", "generic", "training", "fitness_equipment", "all")


class _Span(NamedTuple):
    """A session message and where it begins, in FIT seconds.

    All that began from `since` until before `until` was part of it: until the next one in its file begins.
    """

    fields: Fields
    start: float
    since: float = -inf
    until: float = inf

    def holds(self, seconds: float | None) -> bool:
        """Whether what began then was part of it. What does not say when is, where there is no other session."""
        return self.since <= seconds < self.until if seconds is not None else self.alone

    @property
    def alone(self) -> bool:
        """Whether its file has no other session."""
        return self.since == -inf and self.until == inf


def read(data: bytes, name: str, usual: str = "UTC") -> tuple[tuple[LoggedSession, ...], tuple[Problem, ...]]:
    """The sessions that a FIT file holds, gzipped or not, and what was wrong with it. No bytes make it raise anything.

    `name` is what problems call the file. A session's zone is `usual`, an IANA name, where the file gives no offset or
    the one that zone had then; else it is the offset. The same bytes give the same ids and the same `source`.
    """
    plain = unpacked(data)
    if plain is None:
        return (), (Problem(name, "", f"it is larger than {MOST_BYTES // 2**20} MiB", "left out"),)
    found, trouble = parts(plain)
    source = f"fit:{sha256(plain).hexdigest()[:16]}"
    sessions: list[LoggedSession] = []
    problems: list[Problem] = []
    for place, raw in enumerate(found):
        clock = clock_of(raw, usual)
        part = raw._replace(records=raw.records.placed(clock.placed))
        spans, lost = _spans(part, clock)
        sessions += [_session(part, span, clock, f"{source}/{place}/{nth}") for nth, span in enumerate(spans)]
        problems += [Problem(name, "", "a session in it has no start that makes sense", "left out")] * lost
    if trouble or not (sessions or problems):
        done = "what could be read is kept" if sessions else "left out"
        problems.insert(0, Problem(name, "", trouble or "it holds no activity", done))
    return tuple(replace(session, source=source) for session in sessions), tuple(problems)


def _spans(part: Part, clock: FitClock) -> tuple[list[_Span], int]:
    """The sessions of one file by their start, and how many cannot be placed in time."""
    messages = part.all("session") or [made for made in (fit_records.session_of(part),) if made]
    started = [(start, fields) for fields in messages if (start := _start(fields, clock)) is not None]
    started.sort(key=lambda one: one[0])
    bounds = (-inf, *(start for start, _ in started[1:]), inf)
    spans = [_Span(fields, start, *bound) for (start, fields), bound in zip(started, pairwise(bounds), strict=False)]
    return spans, len(messages) - len(started)


def _start(fields: Fields, clock: FitClock) -> float | None:
    start, stop = clock.seconds(fields, "start_time"), clock.seconds(fields, "timestamp")
    if start is None and stop is not None:
        return stop - (number(fields, "total_elapsed_time", "total_timer_time") or 0)
    return start


def _session(part: Part, span: _Span, clock: FitClock, name: str) -> LoggedSession:
    fields = span.fields
    kind, title = _kind_and_title(part, span)
    start = clock.moment(span.start)
    seconds = _seconds(fields)
    rating = number(fields, "workout_rpe", most=100)
    records = part.records.within(span.since, span.until)
    hr_avg, hr_max = fit_records.heart_rates(records)
    session = LoggedSession(
        id=id_for(start, name),
        kind=kind,
        start=start,
        zone=zone_of(start, clock.usual),
        minutes=None if seconds is None else seconds / 60,
        rpe=rating / 10 if rating else None,
        title=title,
        hr_avg=_rate(fields, "avg_heart_rate") or hr_avg,
        hr_max=_rate(fields, "max_heart_rate") or hr_max,
        zone_seconds=_zone_seconds(part, span, records),
    )
    if kind == "strength":
        begun = ((one, clock.seconds(one, "start_time")) for one in part.all("set"))
        held = ((one, clock.moment(at) if at else None) for one, at in begun if span.holds(at))
        return replace(session, exercises=exercises(held))
    laps = (_lap(one) for one in part.all("lap") if span.holds(clock.seconds(one, "start_time")))
    return replace(session, laps=tuple(lap for lap in laps if lap), **_ground(fields, records))


def _kind_and_title(part: Part, span: _Span) -> tuple[Kind, str]:
    """What kind of session it was; what is neither a run nor strength is called by its sport."""
    fields = span.fields
    if "sport" not in fields and span.alone:
        fields = {**next(iter(part.all("sport")), {}), **fields}
    sport, sub_sport = word(fields, "sport"), word(fields, "sub_sport")
    if sub_sport == "strength_training":
        return "strength", ""
    if sport == "running":
        return "run", ""
    unnamed = first(fields.get("sport"))
    title = next((name for name in (sport, sub_sport) if name not in _VAGUE), "")
    return "cross", (title or (f"sport {unnamed}" if isinstance(unnamed, int) else sport)).replace(
        "_", " "
    ).capitalize()


def _seconds(fields: Fields) -> int | float | None:
    """How long the timer ran."""
    return number(fields, "total_timer_time", "total_elapsed_time")


def _rate(fields: Fields, name: str) -> int | None:
    rate = number(fields, name, most=254)
    return round(rate) if rate else None


def _ground(fields: Fields, records: Records) -> dict[str, Any]:
    """The distance, ascent and descent, in metres, by the names that a session has for them."""
    up, down = fit_records.climbs(records) or (None, None)
    ascent, descent = number(fields, "total_ascent", most=100_000), number(fields, "total_descent", most=100_000)
    return {
        "distance_m": number(fields, "total_distance") or fit_records.distance(records),
        "ascent_m": up if ascent is None else ascent,
        "descent_m": down if descent is None else descent,
    }


def _lap(fields: Fields) -> Lap | None:
    seconds = _seconds(fields)
    if seconds is None:
        return None
    return Lap(
        seconds=seconds,
        distance_m=number(fields, "total_distance"),
        hr_avg=_rate(fields, "avg_heart_rate"),
        hr_max=_rate(fields, "max_heart_rate"),
        ascent_m=number(fields, "total_ascent", most=100_000),
        descent_m=number(fields, "total_descent", most=100_000),
    )


def _zone_seconds(part: Part, span: _Span, records: Records) -> tuple[float, ...]:
    """The seconds in each heart-rate zone: the device's own sums, else from the records by the zones it says it has."""
    index = number(span.fields, "message_index")
    for fields in part.all("time_in_zone"):
        if word(fields, "reference_mesg") == "session" and (span.alone or number(fields, "reference_index") == index):
            return _zones(numbers(fields, "time_in_hr_zone"))
    if "time_in_hr_zone" in span.fields:
        return _zones(numbers(span.fields, "time_in_hr_zone"))
    highs = sorted(high for fields in part.all("hr_zone") if (high := number(fields, "high_bpm", most=254)))
    return fit_records.zone_seconds(records, highs)


def _zones(seconds: tuple[float, ...]) -> tuple[float, ...]:
    """Zones 1 to 5 of a device's sums. Of more than five, the first is below zone 1 and those past zone 5 above it."""
    return (*seconds[1:5], sum(seconds[5:])) if len(seconds) > 5 else seconds
