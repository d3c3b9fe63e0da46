"""What goes on each side of the bar, and what the plates cannot make."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.plates import (
    POUND_RACK,
    BarLoad,
    Rack,
    loaded,
    nearest,
    rounded_down,
    rounded_up,
    smallest_step,
    stepped,
)
from data.units import Units, parse_weight

GYM = Rack()
LIGHT = Rack(bar=10, plates=(10, 5, 2.5))
KILOS = st.integers(0, 1200).map(lambda quarters: quarters / 4)


@pytest.mark.parametrize(
    ("kg", "side"),
    [(82.5, (20, 10, 1.25)), (60, (20,)), (20, ()), (22.5, (1.25,)), (97.5, (20, 15, 2.5, 1.25)), (140, (20, 20, 20))],
)
def test_the_plates_of_each_side_heaviest_first(kg: float, side: tuple[float, ...]) -> None:
    assert loaded(kg, GYM) == BarLoad(exact=True, plates=side)


def test_what_cannot_be_made_names_the_nearest_below_and_above() -> None:
    assert loaded(83, GYM) == BarLoad(exact=False, plates=(20, 10, 1.25), below=82.5, above=85)
    assert loaded(31, LIGHT) == BarLoad(exact=False, plates=(10,), below=30, above=35)


def test_less_than_the_bar_has_nothing_below() -> None:
    assert loaded(15, GYM) == BarLoad(exact=False, above=20)


def test_a_bar_without_plates_is_itself() -> None:
    bare = Rack(bar=20, plates=())
    assert loaded(20, bare) == BarLoad(exact=True)
    assert loaded(30, bare) == BarLoad(exact=False, below=20)


def test_the_fewest_plates_where_the_heaviest_first_would_not_do() -> None:
    assert loaded(60, Rack(bar=0, plates=(25, 15))).plates == (15, 15)
    assert not loaded(50, Rack(bar=20, plates=(20,))).exact


@pytest.mark.parametrize(("pounds", "side"), [("135", (45,)), ("225", (45, 45)), ("182.5", (45, 10, 10, 2.5, 1.25))])
def test_pound_plates_are_counted_in_pounds(pounds: str, side: tuple[float, ...]) -> None:
    kg = parse_weight(pounds, Units(weight="lb"))
    assert kg is not None
    fine = Rack(unit="lb", bar=45, plates=(45, 10, 2.5, 1.25))
    assert loaded(kg, fine) == BarLoad(exact=True, plates=side)
    assert loaded(round(kg, 2), fine).exact, "kilograms rounded to two decimals are still those pounds"


def test_a_step_is_the_smallest_plate_on_both_sides() -> None:
    assert smallest_step(GYM) == 2.5
    assert smallest_step(LIGHT) == 5
    assert smallest_step(POUND_RACK) == 5
    assert stepped(82.5, 1, GYM, barbell=True) == 85
    assert stepped(82.5, -2, GYM, barbell=True) == 77.5
    assert stepped(1, -1, GYM, barbell=False) == 0
    assert stepped(parse_weight("135 lb"), 1, POUND_RACK, barbell=True) == parse_weight("140 lb")


def test_the_first_step_of_an_unknown_weight_is_the_empty_bar() -> None:
    assert stepped(None, 1, GYM, barbell=True) == 20
    assert stepped(None, 1, GYM, barbell=False) == 2.5
    assert stepped(None, -1, GYM, barbell=False) == 0


def test_rounding_down_stops_at_the_bar() -> None:
    assert rounded_down(61.875, GYM, barbell=True) == 60
    assert rounded_down(12, GYM, barbell=True) == 20
    assert rounded_down(12, GYM, barbell=False) == 10


@given(KILOS, st.sets(st.sampled_from([0.5, 1.25, 2.5, 5, 10, 15, 20, 25]), min_size=1))
def test_the_plates_add_up_and_nothing_nearer_was_missed(kg: float, sizes: set[float]) -> None:
    rack = Rack(plates=tuple(sizes))
    load = loaded(kg, rack)
    total = rack.bar + 2 * sum(load.plates)
    if kg < rack.bar:
        assert load == BarLoad(exact=False, above=rack.bar)
    elif load.exact:
        assert total == kg
    else:
        assert load.below == total < kg
        assert load.above is not None
        assert load.above > kg
        assert loaded(load.above, rack).exact
    side = (kg - rack.bar) / 2
    possible = {sum(some) for count in range(5) for some in combinations_with_replacement(sorted(sizes), count)}
    assert load.exact or side not in possible
    assert not any(total < rack.bar + 2 * some <= kg for some in possible)


@given(KILOS, st.integers(-20, 20))
def test_steps_up_and_down_cancel(kg: float, steps: int) -> None:
    there = stepped(kg, abs(steps), GYM, barbell=True)
    assert stepped(there, -abs(steps), GYM, barbell=True) == kg


@pytest.mark.parametrize(("kg", "barbell", "up", "near"), [
    (72, True, 72.5, 72.5), (71, True, 72.5, 70), (71.25, True, 72.5, 70), (15, True, 20, 20), (80, True, 80, 80),
    (16.4, False, 17.5, 17.5), (24, False, 25, 25), (1, False, 2.5, 2.5), (5, False, 5, 5),
])  # fmt: skip
def test_rounded_up_and_to_the_nearest(kg: float, barbell: bool, up: float, near: float) -> None:
    assert rounded_up(kg, GYM, barbell=barbell) == up
    assert nearest(kg, GYM, barbell=barbell) == near


def test_above_what_the_plates_make_there_is_nothing() -> None:
    bare = Rack(plates=())
    assert rounded_up(21, bare, barbell=True) is None
    assert nearest(21, bare, barbell=True) == 20


@given(KILOS.filter(bool), st.sampled_from([GYM, LIGHT, POUND_RACK]), st.booleans())
def test_the_nearest_is_the_next_below_or_above(kg: float, rack: Rack, barbell: bool) -> None:
    below, above = rounded_down(kg, rack, barbell=barbell), rounded_up(kg, rack, barbell=barbell)
    near = nearest(kg, rack, barbell=barbell)
    assert near > 0
    assert near in (below, above)
    assert above is not None
    assert above >= kg - 0.05
    assert all(abs(near - kg) <= abs(other - kg) for other in (below, above) if other)
