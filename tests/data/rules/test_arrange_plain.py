"""The arrangement of random weeks against a plain search that tries everything."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple

from data.calendar import day_of, start_of
from data.rules.arrange import Arrangement, applied, arrange
from data.rules.spacing import pairs
from tests.data.rules.plain_search import CATALOGUE, WEEK, Case, plain_search
from tests.data.rules.random_weeks import weeks


def arranged(case: Case) -> Arrangement:
    return arrange(WEEK, case.sessions, case.who, CATALOGUE, case.accepted, case.now, case.moving)


@settings(max_examples=80, deadline=None)
@given(weeks())
def test_no_other_week_costs_less(case: Case) -> None:
    found = arranged(case)
    new = {each.id: each for each in applied(found, case.sessions, CATALOGUE)}
    changes = [(each.id, start_of(new[each.id]).timestamp(), each.maintenance) for each in found.changes]
    assert (astuple(found.cost), changes) == plain_search(case)


@settings(max_examples=50, deadline=None)
@given(weeks(most=10_000))
def test_what_is_left_is_what_the_rules_say_of_the_week_that_is_saved(case: Case) -> None:
    found = arranged(case)
    new = {each.id: each for each in applied(found, case.sessions, CATALOGUE)}
    saved = [new.get(each.id, each) for each in case.sessions]
    inside = {each.id for each in saved if day_of(each) in WEEK}
    left = pairs(saved, case.who, CATALOGUE, case.accepted, case.now)
    assert found.after == tuple(pair for pair in left if {pair.first, pair.second} & inside)
    open_ = [pair.severity for pair in found.after if not pair.accepted]
    assert (found.cost.clashes, found.cost.warnings) == (open_.count("clash"), open_.count("warning"))


@settings(max_examples=50, deadline=None)
@given(weeks(most=10_000), st.randoms())
def test_the_order_that_sessions_come_in_does_not_matter(case: Case, random: Random) -> None:
    sessions = list(case.sessions)
    random.shuffle(sessions)
    assert arranged(case._replace(sessions=sessions)) == arranged(case)
