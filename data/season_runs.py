"""The runs that a season's lifts go among: by day, how many minutes, which to expect where none is planned; races."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from math import fsum
from typing import Final

from data.calendar import Days, at, day_of, end_of, minutes_of, moved_to, start_of
from data.model import Athlete, PhaseSpan, PlannedSession, Session
from data.rules.phases import RACE_CLEARANCE

RunsByDay = Mapping[date, Sequence[Session]]

# When a race starts of which no more than the day is known, and how long it lasts.
_RACE_START: Final = time(7)
_RACE_TIME: Final = timedelta(hours=1)


def runs_by_day(sessions: Iterable[Session]) -> RunsByDay:
    """The runs of each day that has some."""
    days: dict[date, list[Session]] = {}
    for each in sessions:
        if each.kind == "run":
            days.setdefault(day_of(each), []).append(each)
    return days


def run_minutes(days: Days, runs: RunsByDay) -> float:
    """The minutes of the runs of these days, done and still planned."""
    return fsum(minutes_of(each) for day in days.each() for each in runs.get(day, ()))


def usual_runs(days: Days, runs: RunsByDay) -> tuple[PlannedSession, ...]:
    """The runs to expect in a week that has none yet: those of the last week before it that has some, no races."""
    last = max((day for day in runs if day < days.until), default=None)
    if last is None or last in days:
        return ()
    weeks = -((last - days.start).days // 7)
    week = days.moved(-7 * weeks)
    there = [each for day in week.each() for each in runs.get(day, ()) if each.type != "race"]
    return tuple(
        PlannedSession(
            id=f"expected {number}",
            kind="run",
            start=moved_to(each, day_of(each) + timedelta(weeks=weeks)),
            zone=each.zone,
            clock=each.clock,
            minutes=each.minutes,
            type=each.type,
        )
        for number, each in enumerate(there)
    )


def barred_times(
    spans: Iterable[PhaseSpan], runs: RunsByDay, athlete: Athlete
) -> tuple[tuple[datetime, datetime], ...]:
    """For each race that the phases lead to, the time that no lift may touch: from 72 hours before it (RULES 4) to as
    long after it [choice]. A race that is not planned is taken to start at seven."""
    barred = []
    for span in spans:
        if span.phase == "race_week":
            day = span.until - timedelta(1)
            race = next((each for each in runs.get(day, ()) if each.type == "race"), None)
            start = start_of(race) if race else at(day, _RACE_START, athlete.zone)
            end = end_of(race) if race else start + _RACE_TIME
            barred.append((start - RACE_CLEARANCE, end + RACE_CLEARANCE))
    return tuple(barred)
