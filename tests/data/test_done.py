"""A planned session logged as it was planned."""

from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.done import done_as_planned
from data.model import LoggedSet
from tests.builders import moment, planned_lift, planned_run, prescribed

CATALOGUE = load_catalogue()


def test_a_run_of_the_past_is_done_when_it_was_planned() -> None:
    plan = planned_run(
        "2026-06-01 07:00", 60, id="p", type="tempo", title="Track", distance_m=12_000, notes="laps of 400"
    )
    done = done_as_planned(plan, 7, moment("2026-06-01 08:00"), CATALOGUE)
    assert (done.kind, done.start, done.zone, done.clock) == ("run", plan.start, plan.zone, "exact")
    assert (done.minutes, done.rpe, done.type, done.distance_m) == (60, 7, "tempo", 12_000)
    assert (done.plan_id, done.title, done.notes) == ("p", "Track", "laps of 400")
    assert done.id != plan.id


def test_a_run_that_would_end_later_than_now_has_just_ended() -> None:
    plan = planned_run("2026-06-01 18:00", 45)
    done = done_as_planned(plan, 3, moment("2026-06-01 12:10"), CATALOGUE)
    assert done.start == moment("2026-06-01 11:25")
    assert done.clock == "exact"


def test_a_time_of_day_that_is_over_stays_no_more_than_that() -> None:
    done = done_as_planned(planned_run("2026-06-01 morning", 60), 3, moment("2026-06-01 12:00"), CATALOGUE)
    assert (done.clock, done.start) == ("morning", moment("2026-06-01 07:00"))


def test_without_minutes_a_run_has_none_and_without_a_rating_no_rating() -> None:
    done = done_as_planned(planned_run("2026-06-01 07:00", None), None, moment("2026-06-01 12:00"), CATALOGUE)
    assert (done.minutes, done.rpe) == (None, None)


def test_a_template_is_done_set_by_set_and_takes_as_long_as_estimated() -> None:
    plan = planned_lift("2026-06-01 18:00", None, template="gym_2day/A")
    done = done_as_planned(plan, 7, moment("2026-06-01 20:00"), CATALOGUE)
    assert done.title == "Gym A"
    assert done.minutes == 38  # RULES 6
    by_exercise = {each.exercise: each.sets for each in done.exercises}
    assert by_exercise["back_squat"] == (LoggedSet(reps=5, rir=2),) * 3
    assert by_exercise["pogo_hop"] == (LoggedSet(contacts=20),) * 2
    assert by_exercise["suitcase_carry"] == (LoggedSet(metres=30),) * 2


def test_what_was_prescribed_in_kilograms_is_logged_so() -> None:
    squat = prescribed("back_squat", 2, 5, kg=80)
    own = replace(squat[0], exercise="my_own", amount=6)
    plan = planned_lift("2026-06-01 18:00", exercises=(*squat, own))
    done = done_as_planned(plan, 7, moment("2026-06-01 20:00"), CATALOGUE)
    assert [(each.exercise, each.sets[0].kg, each.sets[0].reps) for each in done.exercises] == [
        ("back_squat", 80, 5),
        ("my_own", 80, 6),
    ]
