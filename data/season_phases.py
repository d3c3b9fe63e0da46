"""The phases of a season: counted back from the race, made longer or shorter, put among those that are there."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from data.calendar import week_of
from data.model import Phase, PhaseSpan, Weekday

_DAY: Final = timedelta(1)
_WEEK: Final = timedelta(7)
# The week of the race is the seven days that end on its day. With the seven days before, which are called the taper,
# it makes up the fourteen days of tapering (RULES 4).
_TAPER: Final = timedelta(14)
_RECOVERY: Final = timedelta(14)
# Weeks of the phases before the taper, back from there; what is earlier is off-season. [choice]
_WEEKS: Final[tuple[tuple[Phase, int], ...]] = (("peak", 3), ("build", 8), ("base", 12))
_STRETCHED: Final[frozenset[Phase]] = frozenset({"off_season", "base", "build", "peak", "recovery"})


def season_phases(race: date, first: date, week_start: Weekday = "monday") -> tuple[PhaseSpan, ...]:
    """The phases from the day `first` to two weeks after the race, in order and without gaps.

    A race that is near gets the phases that are nearest to it, and these as far as there is time: three weeks before
    it the first of them is what is left of the peak. Off-season, base, build and peak begin with a week of the
    athlete's. Raises ValueError for a race before `first`.
    """
    if race < first:
        raise ValueError("the race is over")
    end = race + _DAY
    taper = end - _TAPER
    starts: list[tuple[Phase, date]] = [("recovery", end), ("race_week", end - _WEEK), ("taper", taper)]
    begins = _nearest_week(taper, week_start)
    for phase, weeks in _WEEKS:
        begins -= weeks * _WEEK
        starts.append((phase, begins))
    starts.append(("off_season", min(first, begins)))
    starts.reverse()
    edges = [*(start for _, start in starts), end + _RECOVERY]
    spans = [
        PhaseSpan(phase, max(start, first), until)
        for (phase, start), until in zip(starts, edges[1:], strict=True)
        if max(start, first) < until
    ]
    return _without_a_scrap(spans)


def stretched(spans: Sequence[PhaseSpan], place: int, weeks: int) -> tuple[PhaseSpan, ...]:
    """The phases with the one at that place so many weeks longer (negative: shorter); as they are where that can't be.

    A phase takes its weeks from the one before it, or gives them to it, so that what is nearer to the race stays where
    it is; recovery ends later or earlier. The first phase begins when it does, and the fourteen days up to the race
    stay. No phase gets shorter than a week.
    """
    span, by = spans[place], weeks * _WEEK
    changed = list(spans)
    if span.phase not in _STRETCHED:
        return tuple(spans)
    if span.phase == "recovery":
        changed[place] = replace(span, until=span.until + by)
    elif place and spans[place - 1].phase in _STRETCHED:
        changed[place] = replace(span, start=span.start - by)
        changed[place - 1] = replace(spans[place - 1], until=span.start - by)
    kept = all(_long_enough(after, before) for after, before in zip(changed, spans, strict=True))
    return tuple(changed) if kept else tuple(spans)


def with_season(phases: Sequence[PhaseSpan], season: Sequence[PhaseSpan]) -> tuple[PhaseSpan, ...]:
    """The phases of a profile with those of a season in the place of what was there on its days."""
    first, until = season[0].start, season[-1].until
    before = [replace(span, until=min(span.until, first)) for span in phases if span.start < first]
    after = [replace(span, start=max(span.start, until)) for span in phases if span.until > until]
    return (*before, *season, *after)


def race_of(spans: Sequence[PhaseSpan], today: date) -> date | None:
    """The day of the next race that the phases lead to, today's too: the last day of its week."""
    days = [span.until - _DAY for span in spans if span.phase == "race_week" and span.until > today]
    return min(days, default=None)


def weeks_of(span: PhaseSpan) -> float:
    """How many weeks the phase lasts."""
    return (span.until - span.start) / _WEEK


def _nearest_week(day: date, week_start: Weekday) -> date:
    start = week_of(day, week_start).start
    return start if (day - start).days < 4 else start + _WEEK


def _without_a_scrap(spans: Sequence[PhaseSpan]) -> tuple[PhaseSpan, ...]:
    """The phases, the first of them joined to the next one where it is less than a week and before the taper."""
    if len(spans) > 1 and spans[0].until - spans[0].start < _WEEK and spans[1].phase in dict(_WEEKS):
        return (replace(spans[1], start=spans[0].start), *spans[2:])
    return tuple(spans)


def _long_enough(span: PhaseSpan, before: PhaseSpan) -> bool:
    length = span.until - span.start
    return length >= min(_WEEK, before.until - before.start)
