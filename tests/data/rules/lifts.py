"""Lifts of one exercise, as the tests of next time need them."""

from data.model import LoggedExercise, LoggedSession, LoggedSet
from tests.builders import lift

LAST_WEEK = "2026-05-25"
TWO_WEEKS_AGO = "2026-05-18"


def squats(
    kg: float | None, *reps: int, rir: float | None = None, on: str = LAST_WEEK, exercise: str = "back_squat"
) -> LoggedSession:
    """A session of one set for each of the reps, all at one weight."""
    done = tuple(LoggedSet(kg=kg, reps=each, rir=rir) for each in reps)
    return lift(f"{on} 18:00", exercises=(LoggedExercise(exercise, sets=done),))
