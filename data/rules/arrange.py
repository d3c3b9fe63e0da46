"""The best week with the fewest moves: what to do about hard lifts and hard runs back to back (RULES 5)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import count

from msgspec.structs import replace

from data.calendar import Days, day_of, start_of
from data.catalogue import Catalogue
from data.model import Accepted, Athlete, Clock, Id, PlannedSession, Session, Value
from data.rules.arrange_cost import Cost, cost_of
from data.rules.arrange_marks import Marks, own_cost
from data.rules.arrange_search import Found, best
from data.rules.arrange_slots import Frame, Stand, frame_of, may_move, stand_of, stands, turned
from data.rules.arrange_words import reason
from data.rules.dose import maintenance_session
from data.rules.spacing import Pair, pairs
from data.rules.status import counting


class Moved(Value, frozen=True):
    """A session that changes: when it starts, or is taken to start, now and then; whether it is turned to maintenance;
    why, in words ("away from Tuesday's intervals: 12 h 15 → 36 h"). `clock` is the one of the model, then."""

    id: Id
    start_from: datetime
    start_to: datetime
    clock: Clock
    maintenance: bool
    reason: str


class Arrangement(Value, frozen=True):
    """A week put right: the pairs that touch it before and after, what changes, by id, and what the week then costs.

    Without changes the week is best as it is.
    """

    before: tuple[Pair, ...]
    after: tuple[Pair, ...]
    changes: tuple[Moved, ...]
    cost: Cost


def movable(sessions: Iterable[Session], athlete: Athlete, days: Days, now: datetime) -> frozenset[Id]:
    """The sessions of the week that legday may move unasked: lifts, and runs where the athlete said when there is time
    for them; none that is locked, a race, begun or over."""
    kinds = {"strength"} if athlete.availability.run is None else {"strength", "run"}
    open_ = counting(sessions, now)
    return frozenset(each.id for each in open_ if each.kind in kinds and may_move(each, days, now))


def arrange(
    days: Days,
    sessions: Iterable[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    accepted: Iterable[Accepted],
    now: datetime,
    moving: Collection[Id] | None = None,
) -> Arrangement:
    """The week of `days` with the fewest clashes, then warnings, lifts turned to maintenance, moves and so on.

    `sessions` also hold those of the days around it, `DAYS_BEFORE` and `DAYS_AFTER` of a week. `moving` are those that
    may move, `movable` ones unless said; one that can't move at all doesn't. What was accepted and stays so does not
    count. Exact: no other arrangement costs less.
    """
    known, agreed = tuple(sessions), tuple(accepted)
    ids = movable(known, athlete, days, now) if moving is None else moving
    frame = frame_of(days, known, athlete, catalogue, now, ids)
    found = _found(frame, agreed)
    changed = {each.session.id: each.session for each in found.stands if each.moved or each.turned}
    old = {each.id: each for each in known}
    before = _touching(days, known, athlete, catalogue, agreed, now)
    after = [changed.get(each.id, each) for each in known]
    return Arrangement(
        before=before,
        after=_touching(days, after, athlete, catalogue, agreed, now),
        changes=tuple(
            _change(each, before, old, old | changed, catalogue) for each in found.stands if each.session.id in changed
        ),
        cost=cost_of(found.cost),
    )


def applied(arrangement: Arrangement, sessions: Iterable[Session], catalogue: Catalogue) -> tuple[PlannedSession, ...]:
    """The sessions to save so that the week becomes the arrangement; `sessions` are those it was made of.

    Of one turned to maintenance the exercises are written out. Raises KeyError where a session is not among them.
    """
    plans = {each.id: each for each in sessions if isinstance(each, PlannedSession)}
    return tuple(_changed(plans[each.id], each, catalogue) for each in arrangement.changes)


def _changed(plan: PlannedSession, change: Moved, catalogue: Catalogue) -> PlannedSession:
    less = (maintenance_session(plan, catalogue) if change.maintenance else None) or plan
    if change.start_from == change.start_to:
        return less
    return replace(less, start=change.start_to, clock=change.clock)


def _found(frame: Frame, accepted: Sequence[Accepted]) -> Found:
    numbers = count()
    fixed = [stand_of(each, frame, next(numbers)) for each in frame.fixed]
    missed = [stand_of(each, frame, next(numbers)) for each in frame.missed]
    there = stands(frame, fixed, numbers)

    def _turn() -> list[tuple[Stand, ...]]:
        return [turned(plan, some, frame, numbers) for plan, some in zip(frame.movable, there, strict=True)]

    found = best(Marks(frame, fixed, missed, accepted), there, _turn)
    return found._replace(cost=found.cost + sum(own_cost(each, frame) for each in (*fixed, *missed)))


def _touching(
    days: Days,
    sessions: Sequence[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    accepted: Sequence[Accepted],
    now: datetime,
) -> tuple[Pair, ...]:
    """The pairs of which one session, the earlier or the later, is in the week."""
    inside = {each.id for each in sessions if day_of(each) in days}
    found = pairs(sessions, athlete, catalogue, accepted, now)
    return tuple(pair for pair in found if pair.first in inside or pair.second in inside)


def _change(
    stand: Stand, before: Sequence[Pair], old: Mapping[Id, Session], new: Mapping[Id, Session], catalogue: Catalogue
) -> Moved:
    to = stand.session
    return Moved(
        id=to.id,
        start_from=start_of(old[to.id]),
        start_to=start_of(to),
        clock=to.clock,
        maintenance=stand.turned,
        reason=reason(to.id, before, old, new, catalogue),
    )
