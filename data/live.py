"""A lift under way: what is prescribed, what is done, which set is next, how long to rest. Pure steps.

A set that is done stays where it is: only undoing, editing and removing touch it. What comes next is worked out from
the sets done, so taking one back brings back exactly what stood there before.
"""

from datetime import datetime, timedelta
from math import ceil, floor
from typing import Final

from msgspec.structs import replace

from data.calendar import in_zone
from data.model import Amount, Count, Id, LoggedExercise, LoggedSession, LoggedSet, Niggle, Rating, Value

# [choice] A ramp set tires nobody: a minute, as RULES 4.4 counts it.
RAMP_REST: Final = 60
# A rest that ended this many seconds ago is no longer worth a line.
_FORGOTTEN: Final = 300


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


class LiveSession(Value, frozen=True):
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


def current_exercise(live: LiveSession) -> LiveExercise | None:
    """The exercise being done; None in a session without any."""
    return live.exercises[live.current] if live.current < len(live.exercises) else None


def current_set(live: LiveSession) -> LoggedSet | None:
    """The set to do next, as prescribed; None where the current exercise is done or skipped."""
    exercise = current_exercise(live)
    left = upcoming(exercise) if exercise and not exercise.skipped else ()
    return left[0] if left else None


def is_done(live: LiveSession) -> bool:
    """Whether nothing prescribed is left to do."""
    return not any(_open(exercise) for exercise in live.exercises)


def sets_done(live: LiveSession) -> int:
    """How many sets are logged, warm-ups too."""
    return sum(len(exercise.done) for exercise in live.exercises)


def logged_places(live: LiveSession) -> tuple[tuple[int, int], ...]:
    """The places of the exercise and of the set of every set that was logged, in the order they were."""
    placed = [
        (done.at or live.start, index, place)
        for index, exercise in enumerate(live.exercises)
        for place, done in enumerate(exercise.done)
    ]
    return tuple((index, place) for _, index, place in sorted(placed))


def logged_before(live: LiveSession, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """The place of the set that was logged before the one at `place`, the first where there is none before it; the one
    logged last where `place` is None; None before the first set."""
    places = logged_places(live)
    if not places:
        return None
    return places[max(0, places.index(place) - 1)] if place in places else places[-1]


def log_set(live: LiveSession, done: LoggedSet, now: datetime) -> LiveSession:
    """The set done on the current exercise, and the rest begun; after its last set the next exercise that is not done.

    Raises ValueError in a session without exercises.
    """
    exercise = current_exercise(live)
    if exercise is None:
        raise ValueError("there is no exercise to log a set of")
    at = _after_the_last(live, now)
    logged = replace(exercise, done=(*exercise.done, replace(done, at=at)), skipped=False)
    after = _with_exercise(live, live.current, logged)
    if not upcoming(logged):
        after = replace(after, current=_next_open(after, live.current))
    seconds = min(exercise.rest, RAMP_REST) if done.type == "warmup" else exercise.rest
    return replace(after, rest=None if is_done(after) else Rest(started=at, seconds=seconds))


def undo_set(live: LiveSession) -> LiveSession:
    """The last logged set taken back, wherever it is, and its exercise the current one again; the rest ends."""
    places = logged_places(live)
    return unskip(replace(remove_set(live, *places[-1]), current=places[-1][0], rest=None)) if places else live


def edit_set(live: LiveSession, exercise: int, place: int, done: LoggedSet) -> LiveSession:
    """A set already done put right; when it was done stays. Raises IndexError where there is none."""
    before = live.exercises[exercise].done
    sets = (*before[:place], replace(done, at=before[place].at), *before[place + 1 :])
    return _with_exercise(live, exercise, replace(live.exercises[exercise], done=sets))


def remove_set(live: LiveSession, exercise: int, place: int) -> LiveSession:
    """A set already done taken away: it is to do again. Raises IndexError where there is none."""
    left = list(live.exercises[exercise].done)
    del left[place]
    return _with_exercise(live, exercise, replace(live.exercises[exercise], done=tuple(left)))


def add_set(live: LiveSession) -> LiveSession:
    """One more set of the current exercise, like the last one prescribed."""
    exercise = current_exercise(live)
    if exercise is None:
        return live
    more = exercise.prescribed[-1] if exercise.prescribed else LoggedSet()
    longer = replace(exercise, prescribed=(*exercise.prescribed, more), skipped=False)
    return _with_exercise(live, live.current, longer)


def add_exercise(live: LiveSession, exercise: LiveExercise) -> LiveSession:
    """One more exercise at the end, and the current one from now on."""
    return replace(live, exercises=(*live.exercises, exercise), current=len(live.exercises))


def skip_exercise(live: LiveSession) -> LiveSession:
    """What is left of the current exercise skipped, and on to the next; what was done of it stays."""
    exercise = current_exercise(live)
    if exercise is None:
        return live
    after = _with_exercise(live, live.current, replace(exercise, skipped=True))
    return replace(after, current=_next_open(after, live.current))


def unskip(live: LiveSession) -> LiveSession:
    """The current exercise to be done after all."""
    exercise = current_exercise(live)
    return live if exercise is None else _with_exercise(live, live.current, replace(exercise, skipped=False))


def to_next_open(live: LiveSession) -> LiveSession:
    """On to the next exercise with sets to do; where there is none, no change."""
    return replace(live, current=_next_open(live, live.current))


def go_to(live: LiveSession, index: int) -> LiveSession:
    """Another exercise made the current one, counted round the end."""
    return replace(live, current=index % len(live.exercises)) if live.exercises else live


def set_rest(live: LiveSession, by: int) -> LiveSession:
    """The rest under way made so many seconds longer, or shorter where negative."""
    if live.rest is None:
        return live
    return replace(live, rest=replace(live.rest, seconds=max(0, live.rest.seconds + by)))


def end_rest(live: LiveSession) -> LiveSession:
    """No rest any more."""
    return replace(live, rest=None)


def rest_left(live: LiveSession, now: datetime) -> int | None:
    """Whole seconds of rest left, below zero once it is over; None without a rest, and five minutes after its end."""
    if live.rest is None:
        return None
    # Rounded, because sets logged in the same moment are kept a millionth of a second apart.
    left = ceil(round(live.rest.seconds - max(0.0, (now - live.rest.started).total_seconds()), 2))
    return None if left < -_FORGOTTEN else left


def elapsed_minutes(live: LiveSession, now: datetime) -> int:
    """Whole minutes since the session began."""
    return max(0, floor((now - live.start).total_seconds() / 60))


def note(live: LiveSession, text: str) -> LiveSession:
    """What the athlete says about the session."""
    return replace(live, notes=text)


def niggle(live: LiveSession, what: Niggle) -> LiveSession:
    """Something that hurt, added; said again of the same part it takes the place of the earlier word."""
    return replace(live, niggles=(*(each for each in live.niggles if each.part != what.part), what))


def finish(live: LiveSession, rpe: Rating | None, now: datetime) -> LoggedSession:
    """The session as the log keeps it: the sets that were done, and the minutes from its start to now, at least 1."""
    return LoggedSession(
        id=live.id,
        kind="strength",
        start=live.start,
        zone=live.zone,
        minutes=max(1, round((now - live.start).total_seconds() / 60)),
        rpe=rpe,
        plan_id=live.plan_id,
        title=live.title,
        notes=live.notes,
        niggles=live.niggles,
        exercises=tuple(
            LoggedExercise(exercise=each.exercise, group=each.group, sets=each.done)
            for each in live.exercises
            if each.done
        ),
    )


def _open(exercise: LiveExercise) -> bool:
    return not exercise.skipped and bool(upcoming(exercise))


def _next_open(live: LiveSession, index: int) -> int:
    """The next exercise neither done nor skipped, from the top again after the end; this one if there is none."""
    for step in range(1, len(live.exercises)):
        if _open(live.exercises[(index + step) % len(live.exercises)]):
            return (index + step) % len(live.exercises)
    return index


def _with_exercise(live: LiveSession, index: int, exercise: LiveExercise) -> LiveSession:
    return replace(live, exercises=(*live.exercises[:index], exercise, *live.exercises[index + 1 :]))


def _after_the_last(live: LiveSession, now: datetime) -> datetime:
    """Now, or just after the last set where the clock stood still or was put back: sets keep their order."""
    last = max((done.at for exercise in live.exercises for done in exercise.done if done.at), default=None)
    return in_zone(now if last is None or now > last else last + timedelta(microseconds=1), live.zone)
