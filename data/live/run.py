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


class RunLap(Value, frozen=True):
    """A lap that is over, in seconds; the step that it was, where the run has steps."""

    seconds: Amount
    step: RunStep | None = None


class Course(Value, frozen=True):
    """A run as it stands at a moment.

    `seconds` since its start, pauses left out; the `laps` that are over; the `step` under way (None: free, or all steps
    are over), `elapsed` seconds into it or into the lap, and `left` of it where it has a time.
    """

    seconds: float
    laps: tuple[RunLap, ...]
    step: RunStep | None
    elapsed: float
    left: float | None


def is_paused(run: LiveRun) -> bool:
    """Whether its time stands still."""
    return bool(run.pauses) and run.pauses[-1].until is None


def active_seconds(run: LiveRun, now: datetime) -> float:
    """Seconds since the run began, its pauses left out, to the hundredth; never before its last lap."""
    until = run.pauses[-1].start if is_paused(run) else now
    total = (until - run.start).total_seconds()
    total -= sum((pause.until - pause.start).total_seconds() for pause in run.pauses if pause.until)
    return max(0.0, round(total, 2), *run.marks[-1:])


def course_of(run: LiveRun, now: datetime) -> Course:
    """Where the run is now: what is over of it, and what is under way."""
    active, marks = active_seconds(run, now), list(run.marks)
    laps: list[RunLap] = []
    began = 0.0
    while True:
        step = run.steps[len(laps)] if len(laps) < len(run.steps) else None
        by_itself = began + step.seconds if step and step.seconds is not None else None
        if marks and (by_itself is None or marks[0] <= by_itself):
            ended: float = marks.pop(0)
        elif by_itself is not None and by_itself <= active:
            ended = by_itself
        else:
            left = None if by_itself is None else round(by_itself - active, 2)
            return Course(active, tuple(laps), step, round(active - began, 2), left)
        laps.append(RunLap(round(ended - began, 2), step))
        began = ended


def next_step(run: LiveRun, course: Course) -> RunStep | None:
    """The step after the one under way; None after the last one, and in a free run."""
    place = len(course.laps) + 1
    return run.steps[place] if place < len(run.steps) else None


def rep_of(run: LiveRun, place: int) -> tuple[int, int] | None:
    """Which of how many reps the step at `place` is: (3, 6); None where it is none, or the only one."""
    reps = [index for index, step in enumerate(run.steps) if step.what == "work"]
    return (reps.index(place) + 1, len(reps)) if place in reps and len(reps) > 1 else None


def target_seconds(step: RunStep) -> float | None:
    """How long the step's distance takes at its target; None where it lacks either."""
    if step.metres is None or step.target_s_per_km is None:
        return None
    return step.metres * step.target_s_per_km / 1000
