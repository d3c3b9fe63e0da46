"""A lift under way that the tests of it share: hops, squats with two ramp sets, a side plank."""

from datetime import datetime, timedelta

from data.live import steps as step
from data.live.lift import LiveExercise, LiveLift, current_set
from data.model import LoggedSet
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
SQUAT = LoggedSet(kg=82.5, reps=5, rir=2)
RAMP = (LoggedSet(type="warmup", kg=40, reps=5), LoggedSet(type="warmup", kg=60, reps=3))
HOP = LoggedSet(contacts=20)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def gym() -> LiveLift:
    return LiveLift(
        id="s1",
        start=START,
        zone=BERLIN,
        title="Gym A",
        plan_id="p1",
        minutes=38,
        exercises=(
            LiveExercise(exercise="pogo_hop", prescribed=(HOP, HOP), rest=45),
            LiveExercise(exercise="back_squat", prescribed=(*RAMP, SQUAT, SQUAT, SQUAT), rest=150),
            LiveExercise(exercise="side_plank", prescribed=(LoggedSet(seconds=30),), rest=30),
        ),
    )


def as_prescribed(live: LiveLift, count: int, begin: float = 60) -> LiveLift:
    """The next `count` sets logged as they are prescribed, a minute apart."""
    for number in range(count):
        due = current_set(live)
        assert due is not None
        live = step.log_set(live, due, after(begin + 60 * number))
    return live
