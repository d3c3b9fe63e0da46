"""The words of a run's steps and laps, the same wherever a run under way is shown. Knows no Textual."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Final

from data.live.run import Course, LiveRun, RunLap, RunStep, rep_of, target_seconds
from data.units import Units, format_clock, format_distance, format_pace

NAMES: Final = {"warmup": "Warm-up", "work": "Rep", "recovery": "Rest", "cooldown": "Cool-down"}


def clock_words(course: Course) -> str:
    """What the big clock shows: what is left of a timed step, else the time of the step or lap under way."""
    return format_clock(floor(course.elapsed) if course.left is None else ceil(course.left))


def place_words(run: LiveRun, course: Course) -> str:
    """Where in the run it is: "Rep 3 of 6", "Rest", "Lap 4", and "done" after the last step."""
    place = len(course.laps)
    if course.step is None:
        return "All steps done" if run.steps else f"Lap {place + 1}"
    rep = rep_of(run, place)
    return f"Rep {rep[0]} of {rep[1]}" if rep else NAMES[course.step.what]


def amount_words(step: RunStep, units: Units) -> str:
    """ "800 m", "of 1:30"; nothing for a step that lasts until the key."""
    if step.seconds is not None:
        return f"of {format_clock(step.seconds)}"
    return format_distance(step.metres, units) if step.metres is not None else ""


def target_words(step: RunStep, units: Units) -> str:
    """ "3:20 · 4:10/km": the target as the time of its distance, where it has one, and as a pace."""
    if step.target_s_per_km is None:
        return ""
    seconds, pace = target_seconds(step), format_pace(step.target_s_per_km, units)
    return pace if seconds is None else f"{format_clock(seconds)} · {pace}"


def step_words(step: RunStep, units: Units) -> str:
    """A step in one line: "Rep 800 m  3:20 · 4:10/km", "Rest 1:30"."""
    words = f"{NAMES[step.what]} {amount_words(step, units).removeprefix('of ')}".strip()
    return f"{words}  {target_words(step, units)}".rstrip()


def lap_row(place: int, lap: RunLap, units: Units) -> tuple[str, str, str, str]:
    """A lap that is over: its number and what it was, its time, its pace, and how far it was off the target."""
    step = lap.step
    what = f"{place + 1:>2}" if step is None else f"{place + 1:>2}  {_short(step, units)}"
    metres = step.metres if step else None
    pace = format_pace(lap.seconds * 1000 / metres, units) if metres else ""
    target = target_seconds(step) if step else None
    return what, format_clock(lap.seconds), pace, _off(lap.seconds - target) if target is not None else ""


def reps_words(laps: Sequence[RunLap], units: Units) -> str:
    """The reps that are alike in one line: "6 × 800 m in 3:18–3:24, on average 3:21"; nothing without two of them."""
    reps = [lap for lap in laps if lap.step and lap.step.what == "work" and lap.step.metres]
    if len(reps) < 2 or len({lap.step.metres for lap in reps if lap.step}) > 1:
        return ""
    times = [lap.seconds for lap in reps]
    metres = reps[0].step.metres if reps[0].step else None
    fast, slow = format_clock(min(times)), format_clock(max(times))
    between = fast if fast == slow else f"{fast}–{slow}"
    return f"{len(reps)} × {format_distance(metres or 0, units)} in {between}, on average {format_clock(_mean(times))}"


def _short(step: RunStep, units: Units) -> str:
    amount = amount_words(step, units) if step.metres is not None else ""
    return amount if step.what == "work" and amount else f"{NAMES[step.what].lower()} {amount}".strip()


def _off(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole:+d} s".replace("-", "−") if whole else "on target"


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
