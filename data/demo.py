"""A made-up season: more than a year done, the week of `now`, four weeks of plan up to a race. One `now`, one log."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from data.access import Visitor
from data.calendar import at, end_of, in_zone, week_of
from data.demo_done import done
from data.formats.interchange import Log
from data.model import (
    Accepted,
    Athlete,
    Availability,
    Comment,
    Kind,
    LoggedSession,
    Phase,
    PhaseSpan,
    PlannedSession,
    RunType,
    Session,
)
from data.rules.spacing import seal

if TYPE_CHECKING:
    from data.store.logbook import Logbook

# Twelve weeks more than a year, so that each of the last twelve has the one of the year before.
_FIRST_WEEK: Final = -64
_RACE_WEEK: Final = 4
# A race a year before the one to come, and two weeks after it without a lift or a hard run.
_LAST_RACE: Final = _RACE_WEEK - 52
_AFTER_LAST_RACE: Final = (_LAST_RACE + 1, _LAST_RACE + 2)
# From this week on the season was planned. Phases by their first week, counted from this one.
_SEASON: Final = -20
_PHASES: Final[tuple[tuple[int, Phase], ...]] = (
    (_SEASON, "off_season"),
    (-16, "base"),
    (-8, "build"),
    (2, "peak"),
    (3, "taper"),
    (4, "race_week"),
    (5, "recovery"),
)
_AFTER: Final = 6
# What is planned of the intervals, by how many minutes they take.
_INTERVALS: Final = {
    minutes: f"15min easy, {reps}x3min @ 4:10/km r2min, 10min cd" for minutes, reps in ((45, 4), (50, 5), (60, 7))
}
_TUESDAYS: Final[tuple[RunType, ...]] = ("intervals", "hills", "fartlek", "threshold")
_THURSDAYS: Final[tuple[RunType, ...]] = ("tempo", "progression", "steady", "threshold")
# Week and weekday (from Monday, 0) of what was planned and never done.
_MISSED: Final = {(-37, 6), (-10, 4), (-3, 5)}
_COACH: Final = "kim"
# By how many minutes the coach changed the next long run.
_LESS: Final = 15


class _Slot(NamedTuple):
    """A session of a week, on a weekday from Monday, 0."""

    weekday: int
    clock: time
    kind: Kind
    minutes: int
    type: RunType | None = None
    template: str | None = None
    title: str = ""


def season(now: datetime, zone: str) -> Log:
    """The log of "anna" as it stands at `now`, in `zone` (an IANA name or an offset).

    This week is the one of the picture in the guide: a hard lift the evening before Tuesday's intervals, another before
    Thursday's tempo, which she accepted, and Wednesday's easy run, which is missed once Wednesday is over. Her coach
    wrote about the week and about the intervals.
    """
    monday = week_of(in_zone(now, zone).date()).start
    planned: list[PlannedSession] = []
    logged: list[LoggedSession] = []
    for week, slot in _slots():
        plan = _planned(slot, monday + timedelta(weeks=week), zone)
        session = done(plan, week)
        over = end_of(session) <= now
        missed = (week, slot.weekday) in _MISSED or (week == 0 and slot.weekday == 2 and slot.kind == "run")
        planned.append(replace(plan, status="done") if over and not missed else plan)
        if over and not missed:
            logged.append(session)
    sessions: list[Session] = [*planned, *logged]
    accepted = _accepted(monday, zone, {session.id: session for session in sessions})
    return Log(
        athlete=_athlete(monday, zone),
        planned=tuple(planned),
        logged=tuple(logged),
        accepted=(accepted,),
        comments=_comments(monday, zone),
    )


def fill(open_as: "Callable[[Visitor | None], Logbook]", now: datetime, zone: str) -> None:
    """Put the season into a log that can be opened as the athlete (None) and as a visitor.

    The next long run is there as the athlete had planned it, and then as the coach changed it. Raises StoreError.
    """
    log = season(now, zone)
    long = next(plan for plan in log.planned if plan.type == "long" and end_of(plan) > now)
    hers = replace(long, minutes=(long.minutes or 0) + _LESS)
    open_as(None).replace(replace(log, planned=tuple(hers if plan is long else plan for plan in log.planned)))
    open_as(Visitor(_COACH, "plan")).save(long, "the long run")


def _slots() -> Iterator[tuple[int, _Slot]]:
    for week in range(_FIRST_WEEK, _RACE_WEEK + 1):
        yield from ((week, slot) for slot in sorted(_runs(week) + _lifts(week)))


def _runs(week: int) -> list[_Slot]:
    """The runs of a week that is counted from this one; every fourth week is a lighter one."""
    if week in (_LAST_RACE - 1, _LAST_RACE, _RACE_WEEK - 1, _RACE_WEEK):
        race = week in (_LAST_RACE, _RACE_WEEK)
        last = _run(6, 91, "race", "Half marathon") if race else _run(6, 75, "long")
        return [_run(1, 45, "intervals"), _run(3, 40, "easy"), _run(5, 25, "recovery"), last]
    if week in _AFTER_LAST_RACE:
        return [_run(2, 30, "recovery"), _run(5, 40, "easy")]
    light = week % 4 == 3
    hard = 50 if light else 60
    long = 75 if light else min(125, 80 + 5 * (week % 4) + 2 * max(0, week - _SEASON))
    runs = [
        _run(1, hard, _TUESDAYS[week % 4]),
        _run(2, 45, "easy"),
        _run(3, hard, _THURSDAYS[week % 4]),
        _run(5, 45, "recovery" if light else "easy"),
        _run(6, long, "long"),
    ]
    if week == -13:
        runs[2] = _run(3, 22, "time_trial", "5 km on the track")
    if week == -9:
        runs[4] = _run(6, 43, "race", "Spring 10k")
    return runs


def _lifts(week: int) -> list[_Slot]:
    if week in _AFTER_LAST_RACE:
        return []
    if week >= 2 or _LAST_RACE - 2 <= week <= _LAST_RACE:
        return [_lift(1, "maintenance_1day/A", 35)]
    # Until four weeks ago on Tuesdays and Fridays, after the hard run; since then on Mondays and Wednesdays, before it.
    first, second = (1, 4) if week < -4 else (0, 2)
    lifts = [_lift(first, "gym_2day/A", 38), _lift(second, "gym_2day/B", 38)]
    return lifts[:1] if week == -9 else lifts


def _run(weekday: int, minutes: int, kind: RunType, title: str = "") -> _Slot:
    return _Slot(weekday, time(10) if kind == "race" else time(7), "run", minutes, kind, None, title)


def _lift(weekday: int, template: str, minutes: int) -> _Slot:
    return _Slot(weekday, time(18), "strength", minutes, None, template)


def _planned(slot: _Slot, monday: date, zone: str) -> PlannedSession:
    day = monday + timedelta(slot.weekday)
    return PlannedSession(
        id=f"{day}-{slot.kind}-plan",
        kind=slot.kind,
        start=at(day, slot.clock, zone),
        zone=zone,
        minutes=slot.minutes,
        type=slot.type,
        title=slot.title,
        notes=_INTERVALS.get(slot.minutes, "") if slot.type == "intervals" else "",
        template=slot.template,
        locked=slot.type == "race",
    )


def _accepted(monday: date, zone: str, sessions: dict[str, Session]) -> Accepted:
    """This week's lift before Thursday's tempo, accepted as both stand now: done where they are done, else planned."""
    lift, tempo = f"{monday + timedelta(2)}-strength", f"{monday + timedelta(3)}-run"
    first = sessions.get(lift) or sessions[f"{lift}-plan"]
    second = sessions.get(tempo) or sessions[f"{tempo}-plan"]
    reason = "The rack is free on Wednesdays only; the tempo starts slow."
    at_home = at(monday - timedelta(1), time(20, 15), zone)
    return Accepted(first=first.id, second=second.id, reason=reason, at=at_home, seal=seal(first, second))


def _comments(monday: date, zone: str) -> tuple[Comment, ...]:
    """What the coach wrote on the evening before the week: about all of it, and about Tuesday's intervals."""
    week, intervals = monday.isoformat(), f"{monday + timedelta(1)}-run-plan"
    said = (
        (week, "The knee first: if it says anything going downstairs, Saturday is off."),
        (intervals, "The first three by feel, the others no faster than 4:10."),
    )
    sunday = monday - timedelta(1)
    return tuple(
        Comment(f"{monday}-comment-{number}", about, _COACH, at(sunday, time(20, 40 + number), zone), text)
        for number, (about, text) in enumerate(said, 1)
    )


def _athlete(monday: date, zone: str) -> Athlete:
    starts = [monday + timedelta(weeks=week) for week, _ in _PHASES]
    untils = [*starts[1:], monday + timedelta(weeks=_AFTER)]
    phases = [PhaseSpan(phase, start, until) for (_, phase), start, until in zip(_PHASES, starts, untils, strict=True)]
    return Athlete(
        name="anna",
        level="solid",
        zone=zone,
        sex="female",
        bodyweight_kg=61,
        hr_rest=48,
        hr_max=192,
        lthr=171,
        threshold_s_per_km=272,
        availability=Availability(strength=("mon-evening", "tue-evening", "wed-evening", "fri-evening")),
        preferred_strength_days=("monday", "wednesday"),
        equipment=("barbell", "dumbbell", "cable", "box", "band"),
        phases=tuple(phases),
    )
