"""Whether two sessions are one activity, and which planned session one that was done fulfils."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from data.calendar import day_of, end_of, start_of
from data.catalogue import load_catalogue
from data.model import LoggedSession, PlannedSession

# Two recordings of one activity start no further apart than this …
_SAME_START: Final = timedelta(minutes=2)
# … and their lengths differ by no more minutes than this, or than this share of the longer one.
_SAME_MINUTES: Final = 2.0
_SAME_SHARE: Final = 0.1
# What one session of an activity can take over from another.
_FIGURES: Final = (
    "minutes", "rpe", "title", "notes", "exercises", "focus", "type", "distance_m", "ascent_m", "descent_m", "hr_avg",
    "hr_max", "laps", "zone_seconds",
)  # fmt: skip


def same(one: LoggedSession, other: LoggedSession) -> bool:
    """Whether both are one activity: of a kind, started within two minutes, at the same time and about as long."""
    if one.kind != other.kind or not one.clock == other.clock == "exact":
        return False
    return abs(one.start - other.start) <= _SAME_START and _as_long(one, other) and _overlap(one, other)


def maybe_same(one: LoggedSession, other: LoggedSession) -> bool:
    """Whether both may be one activity: of a kind and at the same time or, where that is not known, on one day."""
    if one.kind != other.kind:
        return False
    if one.clock == other.clock == "exact":
        return _overlap(one, other)
    return day_of(one) == day_of(other) and _as_long(one, other)


def merged(kept: LoggedSession, other: LoggedSession) -> LoggedSession:
    """The kept session with what only the other one of the same activity knows; its source names both."""
    blank = {name: getattr(other, name) for name in _FIGURES if getattr(kept, name) in (None, "", ())}
    sources = dict.fromkeys(f"{kept.source or ''} {other.source or ''}".split())
    return replace(kept, **blank, source=" ".join(sources) or None)


def plan_of(done: LoggedSession, planned: Iterable[PlannedSession]) -> PlannedSession | None:
    """The planned session that the done one fulfils: open, of its kind and day; None where there is none or a doubt.

    Of several, the one of its type. One of another type that was to start after this one ended is still to come: an
    easy run in the morning does not use up the evening's intervals. Nor does a lift use up one that has nothing of it.
    """
    near = [plan for plan in planned if plan.kind == done.kind and plan.status in ("planned", "missed")]
    day = day_of(done)
    open_ = [
        plan for plan in near if day_of(plan) == day and not (_another_later(done, plan) or _other_work(done, plan))
    ]
    alike = [plan for plan in open_ if plan.type == done.type]
    for some in (alike, open_):
        if len(some) == 1:
            return some[0]
    return None


def fulfilling(done: LoggedSession, plan: PlannedSession) -> LoggedSession:
    """The done session as the one that fulfils the plan, and of its type, title and focus where it has none."""
    return replace(
        done,
        plan_id=plan.id,
        type=done.type or plan.type,
        title=done.title or plan.title,
        focus=done.focus or plan.focus,
    )


def _another_later(done: LoggedSession, plan: PlannedSession) -> bool:
    return None not in (done.type, plan.type) and done.type != plan.type and start_of(plan) >= end_of(done)


def _other_work(done: LoggedSession, plan: PlannedSession) -> bool:
    """Whether nothing of a lift was planned, as far as both are of the catalogue: watches have names of their own."""
    catalogue = load_catalogue()
    planned = {each.exercise for each in catalogue.prescribed(plan)}
    did = {each.exercise for each in done.exercises}
    return bool(planned and did) and did <= catalogue.exercises.keys() and not planned & did


def _as_long(one: LoggedSession, other: LoggedSession) -> bool:
    if one.minutes is None or other.minutes is None:
        return True
    allowed = max(_SAME_MINUTES, _SAME_SHARE * max(one.minutes, other.minutes))
    return abs(one.minutes - other.minutes) <= allowed


def _overlap(one: LoggedSession, other: LoggedSession) -> bool:
    """Whether half of the shorter one at least lies within the other."""
    shared = min(end_of(one), end_of(other)) - max(start_of(one), start_of(other))
    shorter = min(end_of(one) - start_of(one), end_of(other) - start_of(other))
    return shared > timedelta() and shared >= shorter / 2
