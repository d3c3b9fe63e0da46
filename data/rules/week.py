"""One week summed: what every screen and every command shows of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from math import fsum
from typing import Final

from data.calendar import Days, day_of, in_zone, start_of
from data.catalogue import Catalogue
from data.model import Accepted, Athlete, LoggedSession, PlannedSession, Session, Status, Value
from data.rules.change import change_against_usual
from data.rules.duration import planned_minutes as planned_minutes
from data.rules.hardness import Hardness, hardness
from data.rules.load import Spread, daily_loads, leg_load, monotony, session_load, strain, unrated
from data.rules.spacing import Pair, Tip, order_tips, pairs, pairs_of_days
from data.rules.status import status_of
from data.rules.volume import session_sets, session_volume

# How many days around a week its back-to-backs need: four either side and one for a session over midnight, and before
# those three weeks for what is novel.
DAYS_BEFORE: Final = 26
DAYS_AFTER: Final = 5


class Entry(Value, frozen=True):
    """A session of a day. `planned` is the plan that a logged one fulfilled, where it is known.

    `minutes` is how long it took, or is planned or estimated to take; `load` its load, `legs` its load on the legs (of
    what was done); None where that is not known.
    """

    session: Session
    status: Status
    hardness: Hardness
    minutes: float | None = None
    load: float | None = None
    legs: float | None = None
    planned: PlannedSession | None = None


class Day(Value, frozen=True):
    """A day of the week with its sessions by start. `load` is 0 on a rest day, None where nothing done has one."""

    date: date
    entries: tuple[Entry, ...] = ()
    load: float | None = 0


class RunSum(Value, frozen=True):
    """The runs that were done, and the number and minutes of those that were planned, whatever became of them.

    `load` is that of the rated ones, 0 where no run was done, None where none of them was rated.
    """

    sessions: int
    minutes: float
    distance_m: float
    load: float | None
    planned_sessions: int
    planned_minutes: float


class LiftSum(Value, frozen=True):
    """The lifts that were done, and the number and minutes of those that were planned, whatever became of them.

    `load` is that of the rated ones and `leg_stress` the E of those whose sets are known: 0 where no lift was done,
    None where it is known of none of them.
    """

    sessions: int
    minutes: float
    sets: int
    hard_sets: int
    volume_kg: float
    load: float | None
    leg_stress: float | None
    planned_sessions: int
    planned_minutes: float


class Week(Value, frozen=True):
    """A week. `load` is that of its rated sessions, 0 where nothing was done, None where none of it was rated.

    `unrated` counts the sessions without a load. While there are any, `monotony`, `strain` and `vs_usual` (0.38 is 38 %
    above) are None, as they are where they have no value. `legs` is the load on the legs, 0 or None
    as `load` is; `hard_days` counts the days with a hard session, done or still planned. `pairs` are those whose later
    session is in the week.
    """

    span: Days
    days: tuple[Day, ...]
    pairs: tuple[Pair, ...]
    tips: tuple[Tip, ...]
    load: float | None
    unrated: int
    monotony: float | None
    strain: float | None
    vs_usual: float | None
    legs: float | None
    hard_days: int
    run: RunSum
    strength: LiftSum

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The sessions of all days, in order."""
        return tuple(entry for day in self.days for entry in day.entries)

    @property
    def logged(self) -> tuple[LoggedSession, ...]:
        """The sessions that were done, in order."""
        return tuple(entry.session for entry in self.entries if isinstance(entry.session, LoggedSession))


def week_of_sessions(
    days: Days,
    sessions: Iterable[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    accepted: Iterable[Accepted],
    now: datetime,
    usual_daily: Sequence[float] = (),
    spread: Spread = "population",
) -> Week:
    """The week of these days as it stands at `now`.

    `sessions` also hold those of the days around it, `DAYS_BEFORE` and `DAYS_AFTER`. `usual_daily` are the daily loads
    of `usual_days`; without them, and in a week that lies ahead, there is no `vs_usual`.
    """
    known = tuple(sessions)
    shown = _entries([each for each in known if day_of(each) in days], known, catalogue, now)
    logged = [entry.session for entry in shown if isinstance(entry.session, LoggedSession)]
    plans = [each for each in known if isinstance(each, PlannedSession) and day_of(each) in days]
    daily, missing = daily_loads(logged, days), unrated(logged)
    ahead = days.start > in_zone(now, athlete.zone).date()
    found = pairs(known, athlete, catalogue, accepted, now)
    return Week(
        span=days,
        days=tuple(_day(day, [entry for entry in shown if day_of(entry.session) == day]) for day in days.each()),
        pairs=pairs_of_days(found, known, days),
        tips=_tips_of(order_tips(known, athlete, catalogue, now), shown),
        load=_load(shown),
        unrated=missing,
        monotony=None if missing else monotony(daily, spread),
        strain=None if missing else strain(daily, spread),
        vs_usual=None if missing or ahead else change_against_usual(usual_daily),
        legs=_sum(entry.legs for entry in shown if isinstance(entry.session, LoggedSession)),
        hard_days=len({day_of(entry.session) for entry in shown if is_hard(entry)}),
        run=_run_sum(logged, plans, catalogue),
        strength=_lift_sum(logged, plans, catalogue),
    )


def _entries(
    shown: Iterable[Session], known: Iterable[Session], catalogue: Catalogue, now: datetime
) -> tuple[Entry, ...]:
    """The sessions as entries by start, without the planned ones that a logged session fulfils."""
    plans = {each.id: each for each in known if isinstance(each, PlannedSession)}
    fulfilled = {each.plan_id for each in known if isinstance(each, LoggedSession)}
    return tuple(
        _entry(each, plans, catalogue, now)
        for each in sorted(shown, key=lambda each: (start_of(each), each.id))
        if isinstance(each, LoggedSession) or each.id not in fulfilled
    )


def _entry(session: Session, plans: Mapping[str, PlannedSession], catalogue: Catalogue, now: datetime) -> Entry:
    found = hardness(session, catalogue)
    if isinstance(session, PlannedSession):
        return Entry(session, status_of(session, now), found, planned_minutes(session, catalogue))
    return Entry(
        session=session,
        status="done",
        hardness=found,
        minutes=session.minutes,
        load=session_load(session),
        legs=leg_load(session, catalogue),
        planned=plans.get(session.plan_id or ""),
    )


def _day(day: date, entries: Sequence[Entry]) -> Day:
    return Day(day, tuple(entries), _load(entries))


def _load(entries: Iterable[Entry]) -> float | None:
    """The sum of the loads: 0 where nothing was done, None where something was and none of it has a load."""
    return _sum(entry.load for entry in entries if isinstance(entry.session, LoggedSession))


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum of those that are known: 0 of nothing, None where there are some and none is known."""
    every = tuple(values)
    known = [value for value in every if value is not None]
    return fsum(known) if known or not every else None


def is_hard(entry: Entry) -> bool:
    """Whether the session was hard, or will be: what was missed or skipped is not."""
    return entry.hardness.level == "hard" and entry.status in ("done", "planned")


def _tips_of(tips: Iterable[Tip], shown: Iterable[Entry]) -> tuple[Tip, ...]:
    ids = {entry.session.id for entry in shown}
    return tuple(tip for tip in tips if tip.second in ids)


def _run_sum(logged: Iterable[LoggedSession], plans: Iterable[PlannedSession], catalogue: Catalogue) -> RunSum:
    runs = [each for each in logged if each.kind == "run"]
    planned = [each for each in plans if each.kind == "run"]
    return RunSum(
        sessions=len(runs),
        minutes=fsum(each.minutes or 0 for each in runs),
        distance_m=fsum(each.distance_m or 0 for each in runs),
        load=_sum(map(session_load, runs)),
        planned_sessions=len(planned),
        planned_minutes=fsum(planned_minutes(each, catalogue) or 0 for each in planned),
    )


def _lift_sum(logged: Iterable[LoggedSession], plans: Iterable[PlannedSession], catalogue: Catalogue) -> LiftSum:
    lifts = [each for each in logged if each.kind == "strength"]
    planned = [each for each in plans if each.kind == "strength"]
    sets = [session_sets(each) for each in lifts]
    return LiftSum(
        sessions=len(lifts),
        minutes=fsum(each.minutes or 0 for each in lifts),
        sets=sum(count for count, _ in sets),
        hard_sets=sum(hard for _, hard in sets),
        volume_kg=fsum(session_volume(each, catalogue) for each in lifts),
        load=_sum(map(session_load, lifts)),
        leg_stress=_sum(leg_load(each, catalogue) for each in lifts),
        planned_sessions=len(planned),
        planned_minutes=fsum(planned_minutes(each, catalogue) or 0 for each in planned),
    )
