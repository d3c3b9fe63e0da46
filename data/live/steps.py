"""What a lift under way can go through: a set logged, put right, taken back; an exercise skipped or added; its end."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from data.calendar import in_zone
from data.live.lift import (
    LiveExercise,
    LiveLift,
    Rest,
    current_exercise,
    is_done,
    lifted_seconds,
    logged_places,
    side_next,
)
from data.live.supersets import next_open, next_place, rest_after
from data.model import LoggedExercise, LoggedSession, LoggedSet, Niggle, Rating


def log_set(live: LiveLift, done: LoggedSet, now: datetime) -> LiveLift:
    """The set done on the current exercise, and the rest begun; on to the next of its superset, and after its last set
    to the next exercise that is not done.

    A superset rests after its round. Raises ValueError in a session without exercises.
    """
    exercise = current_exercise(live)
    if exercise is None:
        raise ValueError("there is no exercise to log a set of")
    at = _after_the_last(live, now)
    logged = replace(exercise, done=(*exercise.done, replace(done, at=at)), skipped=False)
    after = _with_exercise(live, live.current, logged)
    seconds = None if is_done(after) else rest_after(after, live.current)
    rest = None if seconds is None else Rest(started=in_zone(now, live.zone), seconds=seconds)
    return replace(after, current=next_place(after, live.current), rest=rest, hold=None)


def log_side(live: LiveLift, done: LoggedSet, now: datetime) -> LiveLift:
    """The set done with one side: the left one first, then the right one, which together are one set.

    There is no rest between the two. Raises ValueError in a session without exercises.
    """
    exercise = current_exercise(live)
    return log_set(live, replace(done, side=side_next(exercise)) if exercise else done, now)


def undo_set(live: LiveLift) -> LiveLift:
    """The last logged set taken back, wherever it is, and its exercise the current one again; rest and hold end."""
    places = logged_places(live)
    if not places:
        return live
    return unskip(replace(remove_set(live, *places[-1]), current=places[-1][0], rest=None, hold=None))


def edit_set(live: LiveLift, exercise: int, place: int, done: LoggedSet) -> LiveLift:
    """A set already done put right; when it was done stays. Raises IndexError where there is none."""
    before = live.exercises[exercise].done
    sets = (*before[:place], replace(done, at=before[place].at), *before[place + 1 :])
    return _with_exercise(live, exercise, replace(live.exercises[exercise], done=sets))


def remove_set(live: LiveLift, exercise: int, place: int) -> LiveLift:
    """A set already done taken away: it is to do again. Raises IndexError where there is none."""
    left = list(live.exercises[exercise].done)
    del left[place]
    return _with_exercise(live, exercise, replace(live.exercises[exercise], done=tuple(left)))


def add_set(live: LiveLift) -> LiveLift:
    """One more set of the current exercise, like the last one prescribed."""
    exercise = current_exercise(live)
    if exercise is None:
        return live
    more = exercise.prescribed[-1] if exercise.prescribed else LoggedSet()
    longer = replace(exercise, prescribed=(*exercise.prescribed, more), skipped=False)
    return _with_exercise(live, live.current, longer)


def add_exercise(live: LiveLift, exercise: LiveExercise) -> LiveLift:
    """One more exercise at the end, and the current one from now on."""
    return go_to(replace(live, exercises=(*live.exercises, exercise)), len(live.exercises))


def skip_exercise(live: LiveLift) -> LiveLift:
    """What is left of the current exercise skipped, and on to the next; what was done of it stays, a hold does not."""
    exercise = current_exercise(live)
    if exercise is None:
        return live
    after = replace(_with_exercise(live, live.current, replace(exercise, skipped=True)), hold=None)
    return go_to(after, next_place(after, live.current))


def unskip(live: LiveLift) -> LiveLift:
    """The current exercise to be done after all."""
    exercise = current_exercise(live)
    return live if exercise is None else _with_exercise(live, live.current, replace(exercise, skipped=False))


def to_next_open(live: LiveLift) -> LiveLift:
    """On to the next exercise with sets to do; where there is none, no change."""
    return go_to(live, next_open(live, live.current))


def go_to(live: LiveLift, index: int) -> LiveLift:
    """Another exercise made the current one, counted round the end; a hold of the one before is given up."""
    if not live.exercises:
        return live
    index %= len(live.exercises)
    return replace(live, current=index, hold=live.hold if index == live.current else None)


def note(live: LiveLift, text: str) -> LiveLift:
    """What the athlete says about the session."""
    return replace(live, notes=text)


def niggle(live: LiveLift, what: Niggle) -> LiveLift:
    """Something that hurt, added; said again of the same part it takes the place of the earlier word."""
    return replace(live, niggles=(*(each for each in live.niggles if each.part != what.part), what))


def finish(live: LiveLift, rpe: Rating | None, now: datetime) -> LoggedSession:
    """The session as the log keeps it: the sets that were done, and the minutes that it lasted, times away left out, at
    least 1."""
    return LoggedSession(
        id=live.id,
        kind="strength",
        start=live.start,
        zone=live.zone,
        minutes=max(1, round(lifted_seconds(live, now) / 60)),
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


def _with_exercise(live: LiveLift, index: int, exercise: LiveExercise) -> LiveLift:
    return replace(live, exercises=(*live.exercises[:index], exercise, *live.exercises[index + 1 :]))


def _after_the_last(live: LiveLift, now: datetime) -> datetime:
    """Now, or just after the last set where the clock stood still or was put back: sets keep their order."""
    last = max((done.at for exercise in live.exercises for done in exercise.done if done.at), default=None)
    return in_zone(now if last is None or now > last else last + timedelta(microseconds=1), live.zone)
