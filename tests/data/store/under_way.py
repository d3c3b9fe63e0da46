"""A planned lift, the same under way with some sets done, and the same when it is over."""

from data.live.lift import LiveExercise, LiveLift
from data.model import LoggedSet
from tests.builders import BERLIN, lift, moment, planned_lift

PLAN = planned_lift("2026-06-01 18:00")
DONE = lift("2026-06-01 18:00", id="under way", plan_id=PLAN.id, title="Gym A")


def live(*done: LoggedSet) -> LiveLift:
    squat = LiveExercise(exercise="back_squat", prescribed=(LoggedSet(kg=80, reps=5),) * 3, done=done)
    return LiveLift(
        id="under way",
        start=moment("2026-06-01 18:00"),
        zone=BERLIN,
        title="Gym A",
        exercises=(squat,),
        plan_id=PLAN.id,
    )
