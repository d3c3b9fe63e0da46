"""The made-up season's sessions as they were done: runs with pace, heart rate and laps, lifts whose kilograms grow."""

from datetime import timedelta
from random import Random
from typing import Final

from data.calendar import minutes_of
from data.catalogue import load_catalogue
from data.model import Lap, LoggedExercise, LoggedSession, LoggedSet, Niggle, PlannedExercise, PlannedSession, RunType

_HR_MAX: Final = 192
# Before this week she got better at a quarter of the pace.
_SLOW_UNTIL: Final = -20
# Seconds a kilometre this week, beats a minute, rating.
_EFFORTS: Final[dict[RunType, tuple[int, int, int]]] = {
    "recovery": (385, 124, 2),
    "easy": (350, 136, 3),
    "steady": (325, 148, 4),
    "progression": (320, 152, 5),
    "fartlek": (315, 156, 6),
    "long": (345, 143, 5),
    "tempo": (285, 166, 7),
    "threshold": (275, 170, 7),
    "intervals": (250, 176, 8),
    "hills": (290, 172, 8),
    "time_trial": (255, 178, 9),
    "race": (258, 178, 9),
}
# Kilograms this week, and how many a week were added to get there.
_WEIGHTS: Final[dict[str, tuple[float, float]]] = {
    "back_squat": (80, 1.0),
    "single_leg_deadlift_dumbbell": (20, 0.3),
    "row_dumbbell": (26, 0.3),
    "pallof_press_cable": (18, 0.25),
    "suitcase_carry": (28, 0.4),
    "trap_bar_deadlift": (110, 1.25),
    "rear_foot_split_squat_dumbbell": (18, 0.3),
    "calf_raise_single_dumbbell": (20, 0.3),
    "overhead_press_dumbbell": (16, 0.2),
}
# Reps more than planned in every set, so that the next time is heavier.
_MORE: Final = {
    ("back_squat", -1): 1,
    ("trap_bar_deadlift", -1): 1,
    ("row_dumbbell", 0): 2,
    ("overhead_press_dumbbell", 0): 2,
}
# By week from this one and weekday from Monday, 0.
_NIGGLES: Final[dict[tuple[int, int], Niggle]] = {
    (-7, 1): Niggle("left achilles", 3, "stiff for the first ten minutes"),
    (-7, 6): Niggle("left achilles", 4, "tight on the descent"),
    (-6, 1): Niggle("left achilles", 2),
    (-1, 3): Niggle("right knee", 2, "only going downstairs"),
}
_NOTES: Final[dict[tuple[int, int], str]] = {
    (-9, 6): "Flat course, light wind.",
    (-4, 3): "Legs heavy from last night's deadlifts, let the pace go.",
    (-2, 6): "Gel at 60 and 90 minutes, both stayed down.",
}


def done(plan: PlannedSession, week: int) -> LoggedSession:
    """The planned session as it was done, `week` weeks from this one (before it: negative). Always the same."""
    place = (week, plan.start.weekday())
    rng = Random(f"{place} {plan.kind}")
    details = _run(plan.type or "easy", minutes_of(plan), week, rng) if plan.kind == "run" else _lift(plan, week, rng)
    template = load_catalogue().templates.get(plan.template or "")
    return LoggedSession(
        id=plan.id.removesuffix("-plan"),
        kind=plan.kind,
        start=plan.start + timedelta(minutes=rng.choice((0, 0, 2, 5, 9))),
        zone=plan.zone,
        plan_id=plan.id,
        title=template.title if template else plan.title,
        notes=_NOTES.get(place, "") if plan.kind == "run" else "",
        niggles=(_NIGGLES[place],) if place in _NIGGLES and plan.kind == "run" else (),
        **details,  # type: ignore[arg-type]
    )


def _run(kind: RunType, minutes: float, week: int, rng: Random) -> dict[str, object]:
    taken = round(minutes * rng.uniform(0.97, 1.04))
    laps = _laps(kind, round(minutes) if kind in ("race", "time_trial") else taken, 1 - 0.003 * _progress(week), rng)
    seconds = sum(lap.seconds for lap in laps)
    metres = sum(lap.distance_m or 0 for lap in laps)
    climbed = round(metres / 1000 * (22 if kind == "hills" else rng.uniform(3, 8)))
    return {
        "type": kind,
        "minutes": round(seconds / 60, 1),
        "rpe": min(10, _EFFORTS[kind][2] + rng.choice((0, 0, 0, 1))),
        "distance_m": metres,
        "ascent_m": climbed,
        "descent_m": climbed,
        "hr_avg": round(sum(lap.seconds * (lap.hr_avg or 0) for lap in laps) / seconds),
        "hr_max": max(lap.hr_max or 0 for lap in laps),
        "laps": laps if len(laps) > 1 else (),
        "zone_seconds": _zones(laps),
    }


def _laps(kind: RunType, minutes: int, slower: float, rng: Random) -> tuple[Lap, ...]:
    """The run in its parts; `slower` (1.03: by three per cent) is how far back its paces were from this week's."""
    pace, heart, _ = _EFFORTS[kind]
    easy, easy_heart, _ = _EFFORTS["easy"]
    parts = [(minutes * 60, pace, heart)]
    warm, main, cool = (900, easy, easy_heart), max(minutes - 25, 10) * 60, (600, easy, easy_heart)
    if kind in ("tempo", "threshold"):
        parts = [warm, (main, pace, heart), cool]
    elif kind in ("intervals", "hills"):
        hard, jog = (180, 120) if kind == "intervals" else (75, 105)
        parts = [warm, *[(hard, pace, heart), (jog, easy + 50, heart - 25)] * (main // (hard + jog)), cool]
    elif kind == "progression":
        parts = [(minutes * 20, pace + step, heart - step // 3) for step in (20, 0, -20)]
    elif kind in ("race", "time_trial"):
        return tuple(_kilometre(pace * slower, heart, rng) for _ in range(round(minutes * 60 / pace)))
    return tuple(_lap(seconds, pace * slower, heart, rng) for seconds, pace, heart in parts)


def _lap(seconds: int, pace: float, heart: int, rng: Random) -> Lap:
    beats = heart + rng.randint(-3, 3)
    metres = round(seconds / (pace * rng.uniform(0.985, 1.015)) * 1000)
    return Lap(seconds=seconds, distance_m=metres, hr_avg=beats, hr_max=min(_HR_MAX, beats + rng.randint(4, 9)))


def _kilometre(pace: float, heart: int, rng: Random) -> Lap:
    beats = heart + rng.randint(-4, 6)
    return Lap(seconds=round(pace + rng.randint(-5, 5)), distance_m=1000, hr_avg=beats, hr_max=min(_HR_MAX, beats + 5))


def _zones(laps: tuple[Lap, ...]) -> tuple[int, ...]:
    """Seconds in five zones, which begin at 0, 60, 70, 80 and 90 % of the highest heart rate."""
    zones = [0] * 5
    for lap in laps:
        tenth = (lap.hr_avg or 0) * 10 // _HR_MAX
        zones[min(4, max(0, tenth - 5))] += int(lap.seconds)
    return tuple(zones)


def _lift(plan: PlannedSession, week: int, rng: Random) -> dict[str, object]:
    exercises = load_catalogue().prescribed(plan)
    return {
        "minutes": round(minutes_of(plan)) + rng.randint(-2, 6),
        "rpe": rng.choice((6, 7, 7, 8)),
        "exercises": tuple(LoggedExercise(item.exercise, sets=_sets(item, week, rng)) for item in exercises),
    }


def _sets(item: PlannedExercise, week: int, rng: Random) -> tuple[LoggedSet, ...]:
    kg = _weight(item.exercise, week)
    ramp = [
        LoggedSet(type="warmup", kg=_rounded(kg * share), reps=reps)
        for share, reps in ((0.5, 5), (0.75, 3))[: item.ramp_sets]
        if kg
    ]
    more = _MORE.get((item.exercise, week), 0)
    missed = kg is not None and rng.random() < 0.2 and not more
    work = [_set(item, kg, more - (missed and number == item.sets)) for number in range(1, item.sets + 1)]
    return (*ramp, *work)


def _set(item: PlannedExercise, kg: float | None, more: int) -> LoggedSet:
    """A set as prescribed, with so many reps `more`; where that is one fewer, with one less in reserve too."""
    measure = load_catalogue().exercises[item.exercise].measure
    field = "reps" if measure == "reps_kg" else measure
    amount = int(item.amount or 0) + (more if field == "reps" else 0)
    rir = None if item.rir is None else item.rir + min(more, 0)
    return LoggedSet(kg=kg, rir=rir, **{field: amount})  # type: ignore[arg-type]


def _weight(exercise: str, week: int) -> float | None:
    if exercise not in _WEIGHTS:
        return None
    now, weekly = _WEIGHTS[exercise]
    return _rounded(now + (_progress(week) + 1) * weekly, 2.5 if now >= 60 else 1)


def _progress(week: int) -> float:
    """How many weeks of getting better that week was from this one."""
    return week if week >= _SLOW_UNTIL else _SLOW_UNTIL + (week - _SLOW_UNTIL) / 4


def _rounded(kg: float, step: float = 2.5) -> float:
    steps = round(kg / step) * step
    return int(steps) if steps == int(steps) else steps
