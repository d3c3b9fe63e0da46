"""A lift under way: what is prescribed, what is done, which set is next, how long to rest. Pure steps from state to state."""

from datetime import datetime

from data.model import Count, Id, LoggedSet, Niggle, Value


class Rest(Value, frozen=True):
    """A rest that began at `started` and is meant to last `seconds`. It counts from the stored moment, whoever looks."""

    started: datetime
    seconds: Count


class LiveExercise(Value, frozen=True):
    """One exercise of a live session: the sets prescribed (ramp sets first, as warm-ups) and those done, in order."""

    exercise: Id
    prescribed: tuple[LoggedSet, ...]
    done: tuple[LoggedSet, ...] = ()
    rest: Count = 60
    tempo: str | None = None
    group: int | None = None
    skipped: bool = False


class LiveSession(Value, frozen=True):
    """A strength session that has begun and is not finished. Its id becomes the logged session's."""

    id: Id
    start: datetime
    zone: str
    title: str
    exercises: tuple[LiveExercise, ...]
    plan_id: str | None = None
    current: Count = 0
    rest: Rest | None = None
    notes: str = ""
    niggles: tuple[Niggle, ...] = ()
