"""How long a lift under way will last, worked out by hand from RULES 4.4, and what is cut above 45 minutes."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.live import steps as step
from data.live.begin import begin
from data.live.budget import cut, cut_offer, minutes_left, projected_minutes
from data.live.lift import LiveExercise, LiveLift, current_set
from data.live.why import explain_budget
from data.model import LoggedSet
from data.rules.duration import estimated_minutes
from tests.builders import BERLIN, moment, planned_lift

START = moment("2026-06-01 18:00")
CATALOGUE = load_catalogue()
FIVE = LoggedSet(kg=80, reps=5)
PLANK = LoggedSet(seconds=30)
# Five reps at 3-0-1-0 take 20 s, and 10 s to get into place: 3 sets, 2 rests, a minute to set up: 90 + 300 + 60 = 450.
SQUAT = LiveExercise(exercise="back_squat", prescribed=(FIVE,) * 3, rest=150, tempo="3-0-1-0")
# 30 s on each side and 10 s: 2 sets, 1 rest, a minute to set up: 140 + 30 + 60 = 230.
SIDE_PLANK = LiveExercise(exercise="side_plank", prescribed=(PLANK,) * 2, rest=30)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def lift(*exercises: LiveExercise) -> LiveLift:
    return LiveLift(id="s", start=START, zone=BERLIN, title="Gym A", exercises=exercises)


def seconds_left(live: LiveLift, seconds: float) -> float:
    return round(minutes_left(live, after(seconds), CATALOGUE) * 60, 6)


@pytest.mark.parametrize("template", sorted(CATALOGUE.templates))
def test_at_its_start_a_lift_lasts_as_long_as_it_was_planned_to(template: str) -> None:
    plan = planned_lift("2026-06-01 18:00", template=template)
    live = begin(plan, CATALOGUE, {}, START, BERLIN)
    ramps = sum(each.ramp_sets for each in CATALOGUE.templates[template].item)
    # Without a weight there are no ramp sets.
    wanted = estimated_minutes(CATALOGUE.templates[template].item, CATALOGUE) - ramps
    assert projected_minutes(live, START, CATALOGUE) == pytest.approx(wanted)


def test_the_warm_up_runs_down_until_the_first_set() -> None:
    live = lift(SQUAT, SIDE_PLANK)
    assert seconds_left(live, 0) == 360 + 450 + 230 + 120
    assert seconds_left(live, 100) == 260 + 450 + 230 + 120
    assert seconds_left(live, 400) == 450 + 230 + 120
    assert projected_minutes(live, after(400), CATALOGUE) * 60 == pytest.approx(1200)


def test_ramp_sets_take_a_minute_each() -> None:
    ramp = (LoggedSet(type="warmup", kg=40, reps=5),) * 2
    assert seconds_left(lift(replace(SQUAT, prescribed=(*ramp, *SQUAT.prescribed))), 0) == 360 + 450 + 120 + 120


def test_a_set_done_takes_its_time_off_and_its_rest_counts_down() -> None:
    live = step.log_set(lift(SQUAT, SIDE_PLANK), FIVE, after(400))
    assert seconds_left(live, 400) == 150 + (30 + 150 + 30) + 230 + 120
    assert seconds_left(live, 500) == 50 + (30 + 150 + 30) + 230 + 120
    assert seconds_left(replace(live, rest=None), 500) == (30 + 150 + 30) + 230 + 120


def test_the_next_exercise_is_set_up_within_the_rest() -> None:
    live = lift(replace(SQUAT, prescribed=(FIVE,)), SIDE_PLANK)
    live = step.log_set(live, FIVE, after(400))
    assert live.current == 1
    assert seconds_left(live, 400) == 150 + (230 - 60) + 120
    assert seconds_left(live, 520) == 30 + (230 - 30) + 120
    assert seconds_left(live, 600) == 230 + 120


def test_one_side_takes_half_as_long() -> None:
    live = step.log_side(lift(SIDE_PLANK), PLANK, after(400))
    assert seconds_left(live, 400) == (30 + 10) + 30 + (60 + 10) + 120


def test_a_superset_rests_once_a_round() -> None:
    live = lift(replace(SQUAT, group=1), replace(SIDE_PLANK, group=1))
    # 90 and 140 of sets, a minute to set up each, two rests of the longer kind.
    assert seconds_left(live, 360) == 90 + 140 + 120 + 2 * 150 + 120
    live = step.log_set(live, FIVE, after(360))
    assert seconds_left(live, 360) == 60 + 140 + 60 + 150 + 120


def test_what_is_skipped_takes_no_time_and_the_end_two_minutes() -> None:
    live = step.skip_exercise(lift(SQUAT, SIDE_PLANK))
    assert seconds_left(live, 360) == 230 + 120
    assert seconds_left(step.skip_exercise(live), 360) == 120
    assert seconds_left(lift(), 0) == 0


ROW = LiveExercise(exercise="row_dumbbell", prescribed=(LoggedSet(kg=20, reps=8),) * 2, rest=60, tempo="2-0-1-1")


def test_above_45_minutes_the_last_accessory_not_begun_can_be_cut() -> None:
    live = lift(SQUAT, ROW, SIDE_PLANK)
    for _ in range(3):
        live = step.log_set(live, FIVE, after(400))
    live = replace(live, rest=None)
    # The one-sided row: 8 × 4 s a side and 10 s, twice, a rest, the set-up: 148 + 60 + 60 = 268; with 230 and 120: 618.
    assert seconds_left(live, 2000) == 618
    assert cut_offer(live, after(45 * 60 - 618), CATALOGUE) is None
    offer = cut_offer(live, after(45 * 60 - 612), CATALOGUE)
    assert offer is not None
    assert (offer.index, offer.exercise) == (2, "side_plank")
    assert offer.projected == pytest.approx(45.1)
    assert offer.saves_minutes == pytest.approx(230 / 60)
    assert offer.after == pytest.approx(45.1 - 230 / 60)
    less = cut(live, offer)
    assert (less.exercises[2].skipped, less.current) == (True, 1)
    assert projected_minutes(less, after(45 * 60 - 612), CATALOGUE) == pytest.approx(offer.after)


def late(*exercises: LiveExercise) -> str | None:
    offer = cut_offer(lift(*exercises), after(50 * 60), CATALOGUE)
    return offer.exercise if offer else None


def test_what_the_lift_is_about_is_never_cut() -> None:
    hop = LiveExercise(exercise="pogo_hop", prescribed=(LoggedSet(contacts=20),))
    clean = LiveExercise(exercise="power_clean", prescribed=(FIVE,))
    own = LiveExercise(exercise="sled_push", prescribed=(FIVE,))
    assert late(hop, clean, SQUAT) is None
    assert late(hop, own, SQUAT) == "sled_push"
    assert late(SIDE_PLANK) is None
    assert late() is None


def test_what_has_begun_or_is_done_or_skipped_is_not_cut() -> None:
    begun = replace(SIDE_PLANK, done=(PLANK,))
    done = replace(SIDE_PLANK, done=(PLANK,) * 2)
    assert late(ROW, begun, done, replace(SIDE_PLANK, skipped=True)) == "row_dumbbell"
    assert late(SQUAT, begun) is None


def test_an_offer_that_is_out_of_date_cuts_nothing() -> None:
    live = lift(SQUAT, SIDE_PLANK)
    offer = cut_offer(live, after(50 * 60), CATALOGUE)
    assert offer is not None
    for changed in (lift(SIDE_PLANK, SQUAT), lift(SQUAT), lift(SQUAT, replace(SIDE_PLANK, done=(PLANK,)))):
        assert cut(changed, offer) == changed


def test_cutting_the_current_exercise_goes_on_to_the_next() -> None:
    live = step.go_to(lift(SQUAT, SIDE_PLANK), 1)
    offer = cut_offer(live, after(50 * 60), CATALOGUE)
    assert offer is not None
    assert current_set(cut(live, offer)) == FIVE


def test_the_sum_is_explained() -> None:
    why = explain_budget(lift(SQUAT, SIDE_PLANK), after(40 * 60), CATALOGUE)
    assert why.value == "53 min"
    assert why.inputs == (
        ("so far", "40 min"), ("Back squat", "7.5 min"), ("Side plank", "3.8 min"), ("tidying up", "2 min"),
    )  # fmt: skip
    assert why.steps == ("40 + 13.3 = 53.3 min", "without Side plank 49.5 min")
