"""A run under way: when it began, which laps were ended by key, when it stood still. All else is read from these.

It counts from stored moments, so that whoever opens it, wherever and whenever, sees the same step and the same time.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from data.model import Amount, Id, Niggle, RunType, Value

What = Literal["warmup", "work", "recovery", "cooldown"]


class RunStep(Value, frozen=True):
    """A part of a run as planned. One with `seconds` ends by itself, any other by the key.

    `target_s_per_km` is the pace it asks for, in seconds a kilometre.
    """

    what: What
    seconds: Amount | None = None
    metres: Amount | None = None
    target_s_per_km: Amount | None = None


class Pause(Value, frozen=True):
    """The time stood still from `start` on; until None: it still does."""

    start: Annotated[datetime, Meta(tz=True)]
    until: Annotated[datetime, Meta(tz=True)] | None = None


class LiveRun(Value, frozen=True):
    """A run that has begun and is not finished. Its id becomes the logged session's.

    `marks` are the seconds, pauses left out, after which a lap or step was ended by the key, in order. `minutes` is how
    long it was planned to last. Without steps it is a free stopwatch.
    """

    id: Id
    start: datetime
    zone: str
    title: str
    marks: tuple[Amount, ...]
    steps: tuple[RunStep, ...] = ()
    pauses: tuple[Pause, ...] = ()
    type: RunType | None = None
    plan_id: str | None = None
    minutes: Amount | None = None
    notes: str = ""
    niggles: tuple[Niggle, ...] = ()
