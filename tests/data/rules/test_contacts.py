"""Foot contacts: how many each level is to have, the hardest jumps at most half of them (RULES 4.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.model import Exercise, Level
from data.rules.contacts import CONTACTS, Contacts, contacts_advice, contacts_of, explain_contacts, fitted
from tests.builders import planned_lift, prescribed

CATALOGUE = load_catalogue()
LEVELS = st.sampled_from(["building", "solid", "strong"])
JUMPS = [each for each in CATALOGUE.exercises.values() if each.measure == "contacts"]


@pytest.mark.parametrize(
    ("template", "total", "hardest"),
    [("gym_2day/A", 40, 0), ("gym_2day/B", 12, 0), ("home_2day/A", 90, 0), ("offseason_3day/C", 48, 48)],
)
def test_contacts_are_sets_times_amount(template: str, total: int, hardest: int) -> None:
    assert contacts_of(CATALOGUE.templates[template].item, CATALOGUE) == Contacts(total, hardest)


@pytest.mark.parametrize(
    ("contacts", "level", "advice"),
    [
        ((29, 0), "building", "29 contacts, fewer than 30"), ((30, 0), "building", ""), ((60, 0), "building", ""),
        ((61, 0), "building", "61 contacts, more than 60"), ((59, 0), "solid", "59 contacts, fewer than 60"),
        ((60, 0), "solid", ""), ((100, 0), "solid", ""), ((101, 0), "solid", "101 contacts, more than 100"),
        ((79, 0), "strong", "79 contacts, fewer than 80"), ((80, 40), "strong", ""), ((120, 0), "strong", ""),
        ((121, 0), "strong", "121 contacts, more than 120"), ((0, 0), "strong", ""),
        ((80, 41), "strong", "41 of 80 contacts are of the hardest jumps, more than half"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_contacts(contacts: tuple[int, int], level: Level, advice: str) -> None:
    assert contacts_advice(Contacts(*contacts), level) == advice


def test_a_lift_with_fewer_sets_may_have_fewer_contacts_but_not_more() -> None:
    assert contacts_advice(Contacts(20, 0), "building", reduced=True) == ""
    assert contacts_advice(Contacts(61, 0), "building", reduced=True) == "61 contacts, more than 60"


def test_hops_get_more_for_the_strong_and_fewer_for_those_who_build() -> None:
    gym_a, home_a = CATALOGUE.templates["gym_2day/A"].item, CATALOGUE.templates["home_2day/A"].item
    assert fitted(gym_a, "building", CATALOGUE) == gym_a
    assert fitted(gym_a, "strong", CATALOGUE) == (*prescribed("pogo_hop", 2, 40, rest=45), *gym_a[1:])
    assert fitted(home_a, "building", CATALOGUE) == (*prescribed("rope_skip", 3, 20, rest=45), *home_a[1:])


def test_a_lift_with_few_jumps_gets_hops_in_front() -> None:
    gym_b = CATALOGUE.templates["gym_2day/B"].item
    # 30 less the 12 of the box jumps, in two sets, in fives.
    assert fitted(gym_b, "building", CATALOGUE) == (*prescribed("pogo_hop", 2, 10, rest=45), *gym_b)


def test_too_many_of_the_hardest_jumps_make_room_for_as_many_hops() -> None:
    off_c = CATALOGUE.templates["offseason_3day/C"].item
    # 48 bounds are more than half of 60: 40 % of that are left, three sets of 8.
    less = prescribed("pogo_hop", 2, 15, rest=45) + prescribed("bounding", 3, 8, rest=90)
    assert fitted(off_c, "building", CATALOGUE) == (*less, *off_c[1:])
    # And less than half of 100, so that they stay, beside 50 hops.
    assert contacts_of(fitted(off_c, "solid", CATALOGUE), CATALOGUE) == Contacts(98, 48)


def test_hops_that_no_three_like_sets_can_hold_are_in_two() -> None:
    # 50 bounds leave room for 50 others, and three sets of 17 are 51.
    lift = prescribed("rope_skip", 3, 1) + prescribed("bounding", 5, 10)
    assert fitted(lift, "solid", CATALOGUE) == (*prescribed("rope_skip", 2, 25), *prescribed("bounding", 5, 10))


def test_a_lift_without_jumps_stays_as_it_is() -> None:
    off_b = CATALOGUE.templates["offseason_3day/B"].item
    assert fitted(off_b, "strong", CATALOGUE) == off_b


@given(
    level=LEVELS,
    jumps=st.lists(
        st.tuples(st.sampled_from(JUMPS), st.integers(1, 5), st.integers(1, 40)),
        max_size=3,
        unique_by=lambda each: each[0],
    ),
)
def test_what_was_fitted_fits(level: Level, jumps: list[tuple[Exercise, int, int]]) -> None:
    lift = tuple(each for jump, sets, amount in jumps for each in prescribed(jump.id, sets, amount))
    found = contacts_of(fitted(lift, level, CATALOGUE), CATALOGUE)
    assert contacts_advice(found, level) == ""
    assert bool(found.total) == bool(jumps)
    assert found.total <= CONTACTS[level][1]


def test_the_explanation_says_what_is_wrong_with_which_lift() -> None:
    lifts = [planned_lift("2026-06-01 18:00"), planned_lift("2026-06-04 18:00", template="gym_2day/B")]
    told = explain_contacts(lifts, "building", CATALOGUE)
    assert told.value == "12 contacts, fewer than 30"
    assert told.inputs == (
        ("level", "building: 30 to 60"),
        ("lift, Mon 1 Jun 18:00", "40"),
        ("lift, Thu 4 Jun 18:00", "12"),
    )
    assert explain_contacts(lifts, "building", CATALOGUE, reduced=True).value == "as they should be"
    assert (explain_contacts([], "solid", CATALOGUE).value, explain_contacts([], "solid", CATALOGUE).needs) == (
        "",
        "a lift to come in the week",
    )
