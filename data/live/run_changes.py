"""What a run under way can go through: a lap ended or taken back, a pause, other steps, a note, its end."""

from datetime import datetime
from typing import Final

from msgspec.structs import replace

from data.calendar import in_zone
from data.live.run import LiveRun, Pause, RunLap, RunStep, active_seconds, course_of, is_paused
from data.model import Amount, Lap, LoggedSession, Niggle, Rating

# [choice] No lap is shorter, in seconds: a key held down ends one lap, and so does one pressed as a step ran out.
SHORTEST_LAP: Final = 2
# [choice] Who types the steps within so many seconds of the start had them in mind from the start.
_JUST_BEGUN: Final = 60


def end_lap(run: LiveRun, now: datetime) -> LiveRun:
    """The lap or step under way ended; no change while paused, and in a lap that has hardly begun."""
    course = course_of(run, now)
    if is_paused(run) or course.elapsed < SHORTEST_LAP:
        return run
    return replace(run, marks=(*run.marks, course.seconds))


def undo_lap(run: LiveRun) -> LiveRun:
    """The lap that was last ended by the key goes on as if it had not been."""
    return replace(run, marks=run.marks[:-1])


def pause(run: LiveRun, now: datetime) -> LiveRun:
    """The time stopped, or let go on where it stood still."""
    here = in_zone(now, run.zone)
    if is_paused(run):
        last = run.pauses[-1]
        return replace(run, pauses=(*run.pauses[:-1], replace(last, until=max(here, last.start))))
    return replace(run, pauses=(*run.pauses, Pause(here)))


def take_steps(run: LiveRun, steps: tuple[RunStep, ...], now: datetime) -> LiveRun:
    """Other steps for the run. Of a run with steps those that its laps have used up count as run.

    In a run without any they begin now, and what was run so far is the way there; within its first minute they begin
    with the run.
    """
    course = course_of(run, now)
    if run.steps or not steps or course.seconds < _JUST_BEGUN:
        return replace(run, steps=steps)
    marks = run.marks if course.elapsed < SHORTEST_LAP else (*run.marks, course.seconds)
    return replace(run, marks=marks, steps=(*(RunStep("warmup") for _ in marks), *steps))


def note_run(run: LiveRun, notes: str, niggle: Niggle | None) -> LiveRun:
    """What the athlete says of it; what hurts, said again of the same part, takes the place of the earlier word."""
    if niggle is None:
        return replace(run, notes=notes)
    return replace(run, notes=notes, niggles=(*(one for one in run.niggles if one.part != niggle.part), niggle))


def finish_run(
    run: LiveRun, rpe: Rating | None, now: datetime, distance_m: Amount | None = None, seconds: Amount | None = None
) -> LoggedSession:
    """The run as the log keeps it, at least a second long.

    A typed distance and time, in metres and seconds, win over the stopwatch. Without a typed distance it is that of the
    laps, where each has one.
    """
    lasted = max(1, active_seconds(run, now) if seconds is None else seconds)
    laps = _logged_laps(run, now, lasted)
    known = [each.distance_m for each in laps if each.distance_m is not None]
    if distance_m is None and laps and len(known) == len(laps):
        distance_m = sum(known)
    return LoggedSession(
        id=run.id,
        kind="run",
        start=run.start,
        zone=run.zone,
        minutes=_whole(lasted / 60),
        rpe=rpe,
        plan_id=run.plan_id,
        title=run.title,
        notes=run.notes,
        niggles=run.niggles,
        type=run.type,
        distance_m=distance_m,
        laps=laps,
    )


def _logged_laps(run: LiveRun, now: datetime, lasted: float) -> tuple[Lap, ...]:
    """The laps of a run that lasted so many seconds, the one under way last, with what is left to it. A run that was
    never divided has none."""
    done = course_of(run, now).laps
    if not done:
        return ()
    rest = round(lasted - sum(lap.seconds for lap in done), 2)
    laps = (*done, RunLap(rest)) if rest >= SHORTEST_LAP else done
    return tuple(Lap(seconds=_whole(lap.seconds), distance_m=lap.step.metres if lap.step else None) for lap in laps)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
