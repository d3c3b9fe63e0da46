"""Ten years of log, for what must not grow slower with the years."""

from datetime import datetime, time, timedelta
from typing import Final

from data.calendar import at, in_zone, week_of
from data.catalogue import load_catalogue
from data.demo import season
from data.formats.interchange import Log
from data.model import Athlete, Lap, LoggedExercise, LoggedSession, LoggedSet, RunType

SESSIONS: Final = 5000
LIFTS: Final = 1200
DAYS: Final = 3650
_RUNS: Final[tuple[RunType, ...]] = ("easy", "intervals", "easy", "tempo", "recovery", "long", "steady", "easy")
# Three sets each: eighteen to a lift.
_LIFTED: Final = ("back_squat", "trap_bar_deadlift", "row_dumbbell", "overhead_press_dumbbell", "calf_raise", "push_up")


def ten_years(now: datetime, zone: str) -> Log:
    """5,000 logged sessions up to `now`, of which 1,200 are lifts of 18 sets, and the demo's plan from this week on."""
    today = in_zone(now, zone).date()
    logged = []
    for number in range(SESSIONS):
        day = today - timedelta(days=DAYS - number * DAYS // SESSIONS)
        second = number > 0 and (number - 1) * DAYS // SESSIONS == number * DAYS // SESSIONS
        start = at(day, time(18) if second else time(7), zone)
        is_lift = number * LIFTS // SESSIONS != (number + 1) * LIFTS // SESSIONS
        logged.append(_lift(number, start, zone) if is_lift else _run(number, start, zone))
    monday = week_of(today).start
    planned = tuple(session for session in season(now, zone).planned if session.start.date() >= monday)
    return Log(athlete=Athlete(name="runner", zone=zone), planned=planned, logged=tuple(logged))


def _run(number: int, start: datetime, zone: str) -> LoggedSession:
    minutes = 40 + number % 7 * 10
    return LoggedSession(
        id=f"{number:05}",
        kind="run",
        start=start,
        zone=zone,
        minutes=minutes,
        rpe=2 + number % 8,
        type=_RUNS[number % len(_RUNS)],
        distance_m=minutes * 190,
        ascent_m=number % 200,
        descent_m=number % 200,
        hr_avg=130 + number % 40,
        hr_max=165 + number % 20,
        laps=tuple(Lap(seconds=315, distance_m=1000, hr_avg=140 + lap) for lap in range(minutes // 6)),
        zone_seconds=(60, 240, minutes * 60 - 600, 240, 60),
    )


def _lift(number: int, start: datetime, zone: str) -> LoggedSession:
    kg = 50 + number // 100
    exercises = tuple(LoggedExercise(exercise, sets=(_set(exercise, kg),) * 3) for exercise in _LIFTED)
    return LoggedSession(
        id=f"{number:05}",
        kind="strength",
        start=start,
        zone=zone,
        minutes=45,
        rpe=5 + number % 4,
        title="Gym A",
        exercises=exercises,
    )


def _set(exercise: str, kg: int) -> LoggedSet:
    return LoggedSet(kg=kg if load_catalogue().exercises[exercise].loaded else None, reps=5, rir=2)
