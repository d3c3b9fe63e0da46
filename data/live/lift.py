"""A lift under way: what is prescribed, what is done, which set is next.

A set that is done stays where it is: only undoing, editing and removing touch it. What comes next is worked out from
the sets done, so taking one back brings back exactly what stood there before.
"""

from datetime import datetime, timedelta
from itertools import pairwise
from math import floor
from typing import Annotated, Final, NamedTuple

from msgspec import Meta
from msgspec.structs import replace

from data.model import Amount, Count, Id, LoggedSet, Niggle, Side, Value

# After so long without a set nobody is lifting any more.
TIME_AWAY: Final = timedelta(hours=1)
OTHER_SIDE: Final[dict[Side, Side]] = {"left": "right", "right": "left"}


class Rest(Value, frozen=True):
    """A rest that began at `started` and is meant to last `seconds`. It counts from the stored moment."""

    started: datetime
    seconds: Count


class Hold(Value, frozen=True):
    """A timed set under way on the current exercise, counted from the moment it was `started`.

    `seconds` of one side, one or two `sides`, and `ready` seconds to get ready before each. `draft` is the set as it
    will be logged.
    """

    started: datetime
    seconds: Amount
    draft: LoggedSet
    sides: Annotated[int, Meta(ge=1, le=2)] = 1
    ready: Count = 5


class LiveExercise(Value, frozen=True):
    """One exercise of a live session: the sets prescribed (ramp sets first, as warm-ups) and those done, in order.

    Exercises of one `group` are a superset; `joined` is how many rounds of it were over when this one was taken up.
    """

    exercise: Id
    prescribed: tuple[LoggedSet, ...]
    done: tuple[LoggedSet, ...] = ()
    rest: Count = 60
    tempo: str | None = None
    group: int | None = None
    skipped: bool = False
    joined: Count = 0


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
    hold: Hold | None = None


def upcoming(exercise: LiveExercise) -> tuple[LoggedSet, ...]:
    """The sets prescribed that are still to do, the next one first.

    A set of the left side and one of the right are one set; after the one comes the other, like it. A warm-up that was
    not prescribed comes on top of the work sets. Once a work set was done with another weight than prescribed, the work
    sets after it take that weight; where nobody prescribed how many, they take as many as the last one had.
    """
    count = _counted(exercise)
    left = (replace(each, kg=count.kg) if count.changed and each.type == "work" else each for each in count.left)
    if last := next((each for each in reversed(exercise.done) if each.type == "work"), None):
        left = (_as_many(each, last) for each in left)
    other = (replace(count.half, side=_other(count.half), at=None),) if count.half else ()
    return (*other, *left)


def half_done(exercise: LiveExercise) -> LoggedSet | None:
    """The set of one side whose other side is still to do; None where both sides are even."""
    return _counted(exercise).half


def side_next(exercise: LiveExercise) -> Side:
    """The side to do next where sides are logged apart: the left one first."""
    half = half_done(exercise)
    return (half and _other(half)) or "left"


def work_sets_done(exercise: LiveExercise) -> int:
    """How many sets that are no warm-ups are done; one of the left and one of the right are one, so is one of them."""
    return _counted(exercise).work


def work_sets_left(exercise: LiveExercise) -> int:
    """How many work sets are still to begin. A set whose other side is to do has begun."""
    return sum(each.type != "warmup" for each in _counted(exercise).left)


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


def sets_left(live: LiveLift) -> int:
    """How many sets are still to do, warm-ups too, without those of exercises that are skipped."""
    return sum(len(upcoming(exercise)) for exercise in live.exercises if not exercise.skipped)


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
    """Whole minutes that the session has lasted, without times away."""
    return floor(lifted_seconds(live, now) / 60)


def lifted_seconds(live: LiveLift, now: datetime) -> float:
    """Seconds since the session began, without the times of more than an hour in which no set was logged: so long
    nobody rests, that was time away. [choice]"""
    logged = [done.at for each in live.exercises for done in each.done if done.at]
    moments = sorted(max(live.start, moment) for moment in (live.start, *logged, now))
    between = (after - before for before, after in pairwise(moments))
    return sum((time for time in between if time <= TIME_AWAY), timedelta()).total_seconds()


class _Count(NamedTuple):
    """The sets done held against those prescribed: which are left, and the weight that the work sets take, if changed.

    `half` is the first set of one side whose other side is missing, `work` the sets done that are no warm-ups.
    """

    left: tuple[LoggedSet, ...]
    half: LoggedSet | None
    work: int
    changed: bool
    kg: Amount | None


def _counted(exercise: LiveExercise) -> _Count:
    left = list(exercise.prescribed)
    halves: list[LoggedSet] = []
    work, changed, kg = 0, False, None
    for done in exercise.done:
        if half := next((each for each in halves if _is_other_side(each, done)), None):
            halves.remove(half)
            continue
        if done.side:
            halves.append(done)
        work += done.type != "warmup"
        if not left or (done.type == "warmup" and left[0].type != "warmup"):
            continue
        expected = left.pop(0)
        if done.type == expected.type == "work":
            changed, kg = done.kg != expected.kg, done.kg
    return _Count(tuple(left), halves[0] if halves else None, work, changed, kg)


def _as_many(each: LoggedSet, last: LoggedSet) -> LoggedSet:
    """A work set that says no amount with as many as the last one had."""
    if each.type != "work" or (each.reps, each.seconds, each.metres, each.contacts) != (None,) * 4:
        return each
    return replace(each, reps=last.reps, seconds=last.seconds, metres=last.metres, contacts=last.contacts)


def _is_other_side(half: LoggedSet, done: LoggedSet) -> bool:
    return done.side == _other(half) and (done.type == "warmup") == (half.type == "warmup")


def _other(half: LoggedSet) -> Side | None:
    return OTHER_SIDE[half.side] if half.side else None
