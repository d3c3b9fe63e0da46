"""A lift begun: the sets are filled in from the plan, and from last time where the plan says nothing."""

import pytest

from data.amounts import amount_field
from data.catalogue import load_catalogue
from data.live.begin import begin, from_template, ramp, unplanned
from data.live.lift import LiveExercise, LiveLift
from data.model import LoggedExercise, LoggedSet, PlannedExercise, PlannedSession
from data.plates import Rack
from data.rules.progression import NextTime
from tests.builders import BERLIN, moment, planned_lift, prescribed, sets

CATALOGUE = load_catalogue()
NOW = moment("2026-06-01 18:00")
RACK = Rack()
SQUATS = prescribed("back_squat", 3, 5, rir=2, rest=150, ramp_sets=2)


def begun(*exercises: PlannedExercise, **last: LoggedExercise) -> tuple[LiveExercise, ...]:
    plan = planned_lift("2026-06-01 18:00", exercises=exercises)
    return begin(plan, CATALOGUE, last, NOW, BERLIN, RACK).exercises


def test_gym_a_as_it_is_prescribed() -> None:
    plan = planned_lift("2026-06-01 18:00", 38, id="p1")
    last = {"back_squat": sets("back_squat", 3, kg=82.5, reps=5)[0]}
    live = begin(plan, CATALOGUE, last, NOW, BERLIN, RACK)
    assert (live.plan_id, live.title, live.start, live.zone, live.minutes) == ("p1", "Gym A", NOW, BERLIN, 38)
    assert [each.exercise for each in live.exercises][:2] == ["pogo_hop", "back_squat"]
    assert live.exercises[1] == LiveExercise(
        exercise="back_squat",
        prescribed=(
            LoggedSet(type="warmup", kg=40, reps=5),
            LoggedSet(type="warmup", kg=60, reps=3),
            *(LoggedSet(kg=82.5, reps=5, rir=2),) * 3,
        ),
        rest=150,
        tempo="3-0-1-0",
    )


def test_the_plans_own_kilograms_come_before_last_times() -> None:
    (squat,) = begun(*prescribed("back_squat", 2, 5, kg=90), back_squat=sets("back_squat", 2, kg=80, reps=5)[0])
    assert [each.kg for each in squat.prescribed] == [90, 90]


def test_where_the_plan_says_no_kilograms_it_is_what_the_rules_say() -> None:
    (squats,) = SQUATS
    then = NextTime("back_squat", "deload", "a lighter week", sets=2, amount=4, kg=72.5)
    plan = planned_lift("2026-06-01 18:00", exercises=SQUATS)
    last = {"back_squat": sets("back_squat", 3, kg=82.5, reps=5)[0]}
    (squat,) = begin(plan, CATALOGUE, last, NOW, BERLIN, RACK, {squats: then}).exercises
    assert [(each.kg, each.reps, each.rir) for each in squat.prescribed[2:]] == [(72.5, 4, 2)] * 2
    assert [each.kg for each in squat.prescribed[:2]] == [35, 52.5]


def test_the_plans_own_kilograms_come_before_what_the_rules_say() -> None:
    (squats,) = prescribed("back_squat", 3, 5, kg=90)
    then = NextTime("back_squat", "heavier", "every set had 6 reps", sets=3, amount=4, kg=82.5)
    plan = planned_lift("2026-06-01 18:00", exercises=(squats,))
    (squat,) = begin(plan, CATALOGUE, {}, NOW, BERLIN, RACK, {squats: then}).exercises
    assert squat.prescribed == (LoggedSet(kg=90, reps=5),) * 3


def test_without_added_weight_there_is_none() -> None:
    (push_ups,) = prescribed("push_up", 2, 10)
    then = NextTime("push_up", "more reps", "more than 10 reps", sets=2, amount=11)
    live = begin(planned_lift("2026-06-01", exercises=(push_ups,)), CATALOGUE, {}, NOW, BERLIN, RACK, {push_ups: then})
    assert live.exercises[0].prescribed == (LoggedSet(reps=11),) * 2


def test_each_set_takes_the_kilograms_of_the_same_set_last_time() -> None:
    before = (
        LoggedSet(type="warmup", kg=40, reps=5),
        LoggedSet(kg=80, reps=5),
        LoggedSet(kg=85, reps=5),
        LoggedSet(type="drop", kg=50, reps=12),
    )
    (squat,) = begun(*prescribed("back_squat", 3, 5), back_squat=LoggedExercise("back_squat", sets=before))
    assert [each.kg for each in squat.prescribed] == [80, 85, 85]


def test_without_any_kilograms_there_are_no_ramp_sets() -> None:
    (squat,) = begun(*SQUATS)
    assert squat.prescribed == (LoggedSet(reps=5, rir=2),) * 3


@pytest.mark.parametrize(
    ("exercise", "amount", "expected"),
    [
        ("pogo_hop", 20, LoggedSet(contacts=20)),
        ("side_plank", 30, LoggedSet(seconds=30)),
        ("suitcase_carry", 30, LoggedSet(metres=30)),
        ("push_up", 10, LoggedSet(reps=10)),
        ("grandmothers_press", 10, LoggedSet(reps=10)),
    ],
)
def test_an_amount_goes_where_the_exercise_is_measured(exercise: str, amount: float, expected: LoggedSet) -> None:
    assert begun(*prescribed(exercise, 1, amount))[0].prescribed == (expected,)
    assert getattr(expected, amount_field(CATALOGUE.exercise(exercise))) == amount


def test_one_set_stands_for_both_sides() -> None:
    (deadlift,) = begun(*prescribed("single_leg_deadlift_dumbbell", 2, 8, kg=12))
    assert deadlift.prescribed == (LoggedSet(kg=12, reps=8),) * 2


def test_two_ramp_sets_are_half_and_three_quarters_rounded_down_to_what_the_plates_make() -> None:
    assert [(each.kg, each.reps) for each in ramp(82.5, 2, RACK, barbell=True)] == [(40, 5), (60, 3)]


def test_ramp_sets_start_at_the_empty_bar_and_stay_below_the_work() -> None:
    assert [each.kg for each in ramp(30, 2, RACK, barbell=True)] == [20, 22.5]
    assert [each.kg for each in ramp(25, 2, RACK, barbell=True)] == [20]
    assert ramp(20, 2, RACK, barbell=True) == ()
    assert [each.kg for each in ramp(24, 2, RACK, barbell=False)] == [10, 17.5]


def test_a_template_begun_without_a_plan_fulfils_none() -> None:
    live = begin(from_template("home_2day/B", NOW, BERLIN), CATALOGUE, {}, NOW, BERLIN, RACK, fulfils=False)
    assert (live.title, live.plan_id, len(live.exercises)) == ("Home B", None, 7)


def test_an_empty_session_has_no_exercises() -> None:
    live = begin(None, CATALOGUE, {}, NOW, BERLIN, RACK)
    assert live == LiveLift(id=live.id, start=NOW, zone=BERLIN, title="", exercises=())


def test_an_unplanned_exercise_is_filled_in_from_last_time() -> None:
    before = sets("pull_up", 4, reps=6, rir=1)[0]
    assert unplanned("pull_up", CATALOGUE, before).prescribed == (LoggedSet(reps=6),) * 4
    assert unplanned("pull_up", CATALOGUE, None).prescribed == (LoggedSet(),) * 3


def test_the_session_starts_where_the_athlete_is() -> None:
    live = begin(None, CATALOGUE, {}, moment("2026-06-01 18:00", "UTC"), "Asia/Tokyo", RACK)
    assert live.start.isoformat() == "2026-06-02T03:00:00+09:00"


def test_what_a_session_is_called() -> None:
    def title(plan: PlannedSession) -> str:
        return begin(plan, CATALOGUE, {}, NOW, BERLIN).title

    assert title(planned_lift("2026-06-01", title="Legs")) == "Legs"
    assert title(planned_lift("2026-06-01", template="offseason_3day/C")) == "Off-season C"
    assert title(planned_lift("2026-06-01", exercises=SQUATS)) == ""


def test_a_plan_that_does_not_say_how_long_is_estimated() -> None:
    assert begin(planned_lift("2026-06-01", None), CATALOGUE, {}, NOW, BERLIN).minutes == 38


def test_a_superset_begins_with_its_ramp_sets() -> None:
    row = prescribed("row_dumbbell", 3, 8, group=1)
    squats = prescribed("back_squat", 3, 5, kg=80, ramp_sets=2, group=1)
    plan = planned_lift("2026-06-01 18:00", exercises=(*row, *squats))
    assert begin(plan, CATALOGUE, {}, NOW, BERLIN, RACK).current == 1


def test_last_time_one_side_at_a_time_counts_each_pair_once() -> None:
    pair = (LoggedSet(kg=20, reps=8, side="left"), LoggedSet(kg=20, reps=7, side="right"))
    last = LoggedExercise(exercise="split_squat_dumbbell", sets=pair * 2)
    assert unplanned("split_squat_dumbbell", CATALOGUE, last).prescribed == (LoggedSet(kg=20, reps=8),) * 2
