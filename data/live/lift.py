"""A lift under way: what is prescribed, what is done, which set is next.

A set that is done stays where it is: only undoing, editing and removing touch it. What comes next is worked out from
the sets done, so taking one back brings back exactly what stood there before.
"""

from datetime import datetime
from math import floor

from msgspec.structs import replace

from data.model import Amount, Count, Id, LoggedSet, Niggle, Value


class Rest(Value, frozen=True):
    """A rest that began at `started` and is meant to last `seconds`. It counts from the stored moment."""

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


class LiveLift(Value, frozen=True):
    """A strength session that has begun and is not finished. Its id becomes the logged session's.

    `minutes` is how long it was planned to last; `current` the exercise being done.
    """

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
    minutes: Amount | None = None


def upcoming(exercise: LiveExercise) -> tuple[LoggedSet, ...]:
    """The sets prescribed that are still to do, the next one first.

    A warm-up that was not prescribed comes on top of the work sets. Once a work set was done with another weight than
    prescribed, the work sets after it take that weight.
    """
    left = list(exercise.prescribed)
    kg: Amount | None = None
    changed = False
    for done in exercise.done:
        if not left or (done.type == "warmup" and left[0].type != "warmup"):
            continue
        expected = left.pop(0)
        if done.type == expected.type == "work":
            changed, kg = done.kg != expected.kg, done.kg
    return tuple(replace(each, kg=kg) if changed and each.type == "work" else each for each in left)


def current_exercise(live: LiveLift) -> LiveExercise | None:
    """The exercise being done; None in a session without any."""
    return live.exercises[live.current] if live.current < len(live.exercises) else None


def current_set(live: LiveLift) -> LoggedSet | None:
    """The set to do next, as prescribed; None where the current exercise is done or skipped."""
    exercise = current_exercise(live)
    left = upcoming(exercise) if exercise and not exercise.skipped else ()
    return left[0] if left else None


def is_open(exercise: LiveExercise) -> bool:
    """Whether the exercise has sets left to do."""
    return not exercise.skipped and bool(upcoming(exercise))


def is_done(live: LiveLift) -> bool:
    """Whether nothing prescribed is left to do."""
    return not any(is_open(exercise) for exercise in live.exercises)


def sets_done(live: LiveLift) -> int:
    """How many sets are logged, warm-ups too."""
    return sum(len(exercise.done) for exercise in live.exercises)


def logged_places(live: LiveLift) -> tuple[tuple[int, int], ...]:
    """The places of the exercise and of the set of every set that was logged, in the order they were."""
    placed = [
        (done.at or live.start, index, place)
        for index, exercise in enumerate(live.exercises)
        for place, done in enumerate(exercise.done)
    ]
    return tuple((index, place) for _, index, place in sorted(placed))


def logged_before(live: LiveLift, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """The place of the set that was logged before the one at `place`, the first where there is none before it; the one
    logged last where `place` is None; None before the first set."""
    places = logged_places(live)
    if not places:
        return None
    return places[max(0, places.index(place) - 1)] if place in places else places[-1]


def elapsed_minutes(live: LiveLift, now: datetime) -> int:
    """Whole minutes since the session began."""
    return max(0, floor((now - live.start).total_seconds() / 60))
