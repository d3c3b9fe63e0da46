"""Next time's weight and reps, from what was done the last two times (RULES 4.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.model import LoggedSession, PlannedExercise
from data.plates import POUND_RACK, Rack, loaded
from data.rules.progression import NextTime, kg_by_effort, next_time
from data.rules.progression_case import aimed_at
from tests.builders import lift, prescribed, sets
from tests.data.rules.lifts import LAST_WEEK, TWO_WEEKS_AGO, squats

CATALOGUE = load_catalogue()
GYM = Rack()
(FIVES,) = prescribed("back_squat", 3, 5, rir=2)


def then(*logged: LoggedSession, planned: PlannedExercise = FIVES, rack: Rack = GYM, lighter: bool = False) -> NextTime:
    found = next_time(planned, logged, CATALOGUE, rack, lighter)
    assert found is not None
    return found


def said(found: NextTime) -> tuple[str, float | None, float]:
    return found.kind, found.kg, found.amount


@pytest.mark.parametrize(
    ("amount", "step", "expected"),
    [(5, 1, (4, 6)), (6, 1, (5, 7)), (1, 1, (1, 2)), (8, 1, (8, 10)), (30, 5, (30, 40))],
)
def test_the_range_of_a_planned_amount(amount: int, step: int, expected: tuple[int, int]) -> None:
    assert aimed_at(amount, step) == expected


def test_all_sets_at_the_top_is_a_step_up_and_the_bottom_again() -> None:
    assert said(then(squats(80, 6, 6, 6, rir=2))) == ("heavier", 82.5, 4)


def test_otherwise_one_more_rep() -> None:
    assert said(then(squats(80, 5, 5, 4, rir=2))) == ("more reps", 80, 5)
    assert said(then(squats(80, 5, 5, 5, rir=2))) == ("more reps", 80, 6)


def test_two_misses_take_ten_percent_off() -> None:
    below = squats(80, 3, 3, 3, rir=1), squats(80, 4, 4, 3, rir=1, on=TWO_WEEKS_AGO)
    assert said(then(*below)) == ("lighter", 72.5, 5)
    too_hard = squats(80, 5, 5, 5, rir=0), squats(80, 5, 4, 4, rir=0, on=TWO_WEEKS_AGO)
    assert said(then(*too_hard)) == ("lighter", 72.5, 5)


def test_one_miss_takes_nothing_off() -> None:
    good = squats(80, 5, 5, 5, rir=2, on=TWO_WEEKS_AGO)
    assert said(then(squats(80, 3, 3, 3, rir=1), good)) == ("more reps", 80, 4)
    assert said(then(squats(80, 5, 5, 5, rir=0), good)) == ("same", 80, 5)


def test_a_miss_after_the_weight_came_down_is_a_first_one() -> None:
    assert said(then(squats(72.5, 3, 3, 3), squats(80, 3, 3, 3, on=TWO_WEEKS_AGO))) == ("more reps", 72.5, 4)


def test_the_top_with_too_little_left_is_the_same_again() -> None:
    found = then(squats(80, 6, 6, 6, rir=1))
    assert said(found) == ("same", 80, 6)
    assert found.reason == "6 reps again, with 2 left"


def test_where_nobody_said_the_rir_the_reps_decide_and_failure_has_none_left() -> None:
    assert said(then(squats(80, 6, 6, 6))) == ("heavier", 82.5, 4)
    failed = lift(f"{LAST_WEEK} 18:00", exercises=sets("back_squat", 3, type="failure", kg=80, reps=6))
    assert said(then(failed)) == ("same", 80, 6)


def test_a_step_above_ten_percent_asks_for_three_more_reps_first() -> None:
    (rows,) = prescribed("row_dumbbell", 2, 8, rir=2)

    def rowed(reps: int) -> LoggedSession:
        return lift(f"{LAST_WEEK} 18:00", exercises=sets("row_dumbbell", 2, kg=10, reps=reps, rir=2))

    found = then(rowed(10), planned=rows)
    assert said(found) == ("more reps", 10, 11)
    assert found.reason == "the next weight is 25 % more: first 13 reps"
    assert said(then(rowed(12), planned=rows)) == ("more reps", 10, 13)
    assert said(then(rowed(13), planned=rows)) == ("heavier", 12.5, 8)


def test_a_step_below_two_and_a_half_percent_is_no_step() -> None:
    assert said(then(squats(120, 6, 6, 6, rir=2))) == ("heavier", 125, 4)
    assert said(then(squats(100, 6, 6, 6, rir=2))) == ("heavier", 102.5, 4)


def test_nothing_is_heavier_than_all_plates() -> None:
    assert said(then(squats(20, 6, 6, 6, rir=2), rack=Rack(plates=()))) == ("same", 20, 6)


def test_nothing_is_lighter_than_the_bar() -> None:
    found = then(squats(20, 3, 3, 3), squats(20, 3, 3, 3, on=TWO_WEEKS_AGO))
    assert said(found) == ("same", 20, 4)


def test_a_small_weight_comes_down_by_a_whole_step() -> None:
    (rows,) = prescribed("row_dumbbell", 2, 8, rir=2)
    missed = [
        lift(f"{day} 18:00", exercises=sets("row_dumbbell", 2, kg=7.5, reps=6)) for day in (LAST_WEEK, TWO_WEEKS_AGO)
    ]
    assert said(then(*missed, planned=rows)) == ("lighter", 5, 8)


def test_five_at_eighty_with_two_left_make_four_at_the_same_effort() -> None:
    assert kg_by_effort(80, 5, 2, 4, 2, GYM, barbell=True) == 82.5
    assert kg_by_effort(80, 5, 2, 13, 2, GYM, barbell=True) is None


def test_sets_of_another_range_are_turned_by_the_chart() -> None:
    (tens,) = prescribed("back_squat", 3, 10, rir=2)
    found = then(squats(80, 5, 5, 5, rir=2), planned=tens)
    # 98.64 × 0.680 = 67.1
    assert said(found) == ("lighter", 67.5, 10)
    assert found.reason == "10 reps after 5: by the RPE chart"


def test_the_chart_never_asks_for_more_than_a_tenth() -> None:
    # 100 / 0.653 × 0.837 = 128.2
    assert said(then(squats(100, 12, 12, rir=1))) == ("heavier", 110, 5)


def test_the_chart_asks_for_no_bar_that_is_more_than_a_tenth_heavier() -> None:
    assert said(then(squats(15, 12, 12, rir=4))) == ("same", 15, 5)


def test_where_the_chart_does_not_reach() -> None:
    assert said(then(squats(60, 20, 20, rir=2))) == ("heavier", 62.5, 4)
    (many,) = prescribed("back_squat", 3, 20, rir=2)
    assert next_time(many, [squats(80, 5, 5, rir=2)], CATALOGUE, GYM) is None


def test_only_the_heaviest_work_sets_count() -> None:
    ramped = lift(
        f"{LAST_WEEK} 18:00",
        exercises=sets("back_squat", 1, type="warmup", kg=90, reps=3)
        + sets("back_squat", 2, kg=80, reps=6, rir=2)
        + sets("back_squat", 1, kg=60, reps=3, rir=5)
        + sets("back_squat", 1, type="drop", kg=100, reps=1),
    )
    assert said(then(ramped)) == ("heavier", 82.5, 4)


def test_the_order_of_the_sessions_does_not_matter() -> None:
    last, before = squats(82.5, 5, 5, 4, rir=2), squats(80, 6, 6, 6, rir=2, on=TWO_WEEKS_AGO)
    assert then(last, before) == then(before, last)
    assert said(then(before, last)) == ("more reps", 82.5, 5)


def test_a_carry_gets_longer_then_heavier() -> None:
    (carry,) = prescribed("suitcase_carry", 2, 30)

    def carried(metres: int) -> LoggedSession:
        return lift(f"{LAST_WEEK} 18:00", exercises=sets("suitcase_carry", 2, kg=25, metres=metres))

    assert said(then(carried(30), planned=carry)) == ("more reps", 25, 35)
    assert said(then(carried(40), planned=carry)) == ("heavier", 27.5, 30)


def test_a_lighter_week_keeps_the_weight_and_six_tenths_of_the_sets() -> None:
    found = then(squats(80, 6, 6, 6, rir=2), lighter=True)
    assert (said(found), found.sets) == (("deload", 80, 5), 2)
    assert found.reason == "a lighter week: 2 of 3 sets"
    missed = squats(80, 3, 3, 3), squats(80, 3, 3, 3, on=TWO_WEEKS_AGO)
    assert said(then(*missed, lighter=True)) == ("deload", 72.5, 5)


def test_pounds_stay_pounds() -> None:
    kg = 185 * 0.45359237
    assert then(squats(kg, 6, 6, 6, rir=2), rack=POUND_RACK).kg == pytest.approx(190 * 0.45359237)


@pytest.mark.parametrize(
    ("planned", "logged"),
    [
        (prescribed("back_squat", 3, 5), []),
        (prescribed("back_squat", 3), [squats(80, 5, 5)]),
        (prescribed("pogo_hop", 2, 20), [lift(f"{LAST_WEEK} 18:00", exercises=sets("pogo_hop", 2, contacts=20))]),
        (prescribed("cat_camel", 2, 8), [lift(f"{LAST_WEEK} 18:00", exercises=sets("cat_camel", 2, reps=8))]),
        (prescribed("back_squat", 3, 5), [lift(f"{LAST_WEEK} 18:00", exercises=sets("back_squat", 3, reps=5))]),
        (prescribed("back_squat", 3, 5), [lift(f"{LAST_WEEK} 18:00", exercises=sets("back_squat", 3, kg=80))]),
    ],
    ids=["never done", "no amount", "jumps", "mobility", "no weight", "no reps"],
)
def test_where_there_is_nothing_to_say(planned: tuple[PlannedExercise], logged: list[LoggedSession]) -> None:
    assert next_time(planned[0], logged, CATALOGUE, GYM) is None


RACKS = st.sampled_from([GYM, Rack(bar=15, plates=(20, 10, 5, 0.5)), Rack(plates=(25, 10)), POUND_RACK])
KILOS = st.integers(1, 1000).map(lambda quarters: quarters / 4)
DONE = st.lists(st.integers(0, 20), min_size=1, max_size=5)
RIR = st.none() | st.integers(0, 5)


@given(KILOS, DONE, RIR, KILOS, DONE, RIR, st.integers(1, 15), RIR, RACKS, st.booleans(), st.booleans())
def test_whatever_was_done(
    kg: float, done: list[int], rir: int | None, before: float, earlier: list[int], then_rir: int | None,
    amount: int, target: int | None, rack: Rack, barbell: bool, lighter: bool,
) -> None:  # fmt: skip
    exercise = "back_squat" if barbell else "goblet_squat"
    (planned,) = prescribed(exercise, 3, amount, rir=target)
    logged = [
        squats(kg, *done, rir=rir, exercise=exercise),
        squats(before, *earlier, rir=then_rir, exercise=exercise, on=TWO_WEEKS_AGO),
    ]
    found = next_time(planned, logged, CATALOGUE, rack, lighter)
    assert found == next_time(planned, logged, CATALOGUE, rack, lighter)
    if found is None:
        return
    assert found.kg is not None
    assert found.kg > 0
    assert found.amount >= 1
    if found.kg != kg and barbell:
        assert loaded(found.kg, rack).exact
    if found.kg > kg * 1.1 + 0.05:
        assert min(done) >= aimed_at(amount).top + 3
    assert (found.kind == "heavier") == (found.kg > kg)
