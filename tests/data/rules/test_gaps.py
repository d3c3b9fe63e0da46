"""The table of RULES 3.3, row by row at its edges, and what puts two sessions into another row."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from data.calendar import end_of
from data.catalogue import load_catalogue
from data.model import Athlete, Session
from data.rules.spacing import pairs
from tests.builders import athlete, lift, planned_lift, prescribed, run, sets

CATALOGUE = load_catalogue()
MONDAY = "2026-06-01 07:00"
HARD_LIFT = lift(MONDAY, mark="hard")
MODERATE_LIFT = lift(MONDAY, mark="moderate")
HARD_RUN = run(MONDAY, 60, type="tempo")
MODERATE_RUN = run(MONDAY, 60, type="steady")
LONG_RUN = run(MONDAY, 90, type="long")
SHORT_RACE = run(MONDAY, 20, type="race")
MARATHON = run(MONDAY, 150, type="race")
# What shows that a log reaches back further than three weeks.
LONG_AGO = run("2026-05-01 07:00")


def severity(first: Session, second: Session, hours: float, who: Athlete | None = None, seconds: int = 0) -> str | None:
    """How bad it is when the second starts so long after the end of the first."""
    start = end_of(first) + timedelta(hours=hours, seconds=seconds)
    found = pairs([first, replace(second, start=start)], who or athlete(), CATALOGUE)
    return found[0].severity if found else None


ROWS = [
    (HARD_LIFT, HARD_RUN, {6: "clash", 24: "warning", 36: "note"}),
    (HARD_LIFT, SHORT_RACE, {48: "clash", 72: "warning"}),
    (HARD_RUN, HARD_LIFT, {6: "warning", 24: "note"}),
    (LONG_RUN, HARD_LIFT, {6: "clash", 24: "warning", 48: "note"}),
    (SHORT_RACE, HARD_LIFT, {6: "clash", 24: "warning", 48: "note"}),
    (MARATHON, HARD_LIFT, {24: "clash", 72: "warning", 96: "note"}),
    (HARD_LIFT, MODERATE_RUN, {6: "note"}),
    (MODERATE_LIFT, HARD_RUN, {6: "note"}),
    (MODERATE_LIFT, SHORT_RACE, {6: "note"}),
    (HARD_RUN, MODERATE_LIFT, {3: "note"}),
    (MODERATE_RUN, HARD_LIFT, {3: "note"}),
    (MARATHON, MODERATE_LIFT, {3: "note"}),
    (MODERATE_LIFT, MODERATE_RUN, {}),
    (HARD_LIFT, run(MONDAY, type="easy"), {}),
    (HARD_LIFT, run(MONDAY, 40, type=None), {}),
    (run(MONDAY, type="recovery"), HARD_LIFT, {}),
]


@pytest.mark.parametrize(("first", "second", "edges"), ROWS)
def test_a_gap_of_the_edge_is_on_its_far_side_and_a_second_less_on_the_near(
    first: Session, second: Session, edges: dict[int, str]
) -> None:
    hours = list(edges)
    beyond = [*edges.values(), None][1:]
    assert [severity(first, second, edge, seconds=-1) for edge in hours] == list(edges.values())
    assert [severity(first, second, edge) for edge in hours] == beyond


@pytest.mark.parametrize(("first", "second", "edges"), ROWS)
def test_straight_after_each_other_is_the_worst_of_the_row(
    first: Session, second: Session, edges: dict[int, str]
) -> None:
    assert severity(first, second, 0) == next(iter(edges.values()), None)


def test_lengths_in_fractions_of_a_minute_fall_on_the_right_side() -> None:
    third = lift(MONDAY, 100 / 3, mark="hard")
    assert severity(third, HARD_RUN, 24) == "note"
    assert severity(third, HARD_RUN, 24, seconds=-1) == "warning"


def squats_and_a_run(hours: float, *before: Session) -> list[str]:
    """What is said of a Monday's squats, which end at 07:45, and a tempo run so many hours after them."""
    squats = lift(MONDAY, exercises=sets("back_squat", 5))
    later = replace(run("2026-06-01 07:45", type="tempo"), start=end_of(squats) + timedelta(hours=hours))
    found = pairs([*before, squats, later], athlete(), CATALOGUE)
    return [pair.severity for pair in found if pair.first == squats.id]


def test_what_is_new_makes_a_lift_count_twelve_hours_longer() -> None:
    assert squats_and_a_run(36, LONG_AGO) == ["note"]
    assert squats_and_a_run(47.99, LONG_AGO) == ["note"]
    assert squats_and_a_run(48, LONG_AGO) == []


def test_in_a_log_that_does_not_reach_back_three_weeks_nothing_is_known_to_be_new() -> None:
    assert squats_and_a_run(36) == []
    assert squats_and_a_run(36, run("2026-05-11 07:01")) == []
    assert squats_and_a_run(36, run("2026-05-11 07:00")) == ["note"]


@pytest.mark.parametrize(
    ("before", "severity"),
    [
        (lift("2026-05-25 07:00", exercises=sets("back_squat", 1)), None),
        (planned_lift("2026-05-25 07:00", exercises=prescribed("back_squat", 1, 5)), None),
        (lift("2026-05-11 07:01", exercises=sets("back_squat", 1)), None),
        (lift("2026-05-11 07:00", exercises=sets("back_squat", 1)), "note"),
        (lift("2026-05-25 07:00", exercises=sets("back_squat", 3, type="warmup")), "note"),
        (lift("2026-05-25 07:00", exercises=sets("front_squat", 3)), "note"),
        (planned_lift("2026-05-25 07:00", exercises=prescribed("back_squat", 1, 5), status="skipped"), "note"),
    ],
)
def test_new_is_what_no_session_of_three_weeks_before_holds(before: Session, severity: str | None) -> None:
    assert squats_and_a_run(36, LONG_AGO, before) == ([severity] if severity else [])


def test_what_is_easy_on_the_legs_is_never_new() -> None:
    # Pogo hops have an ecc of 1: 300 contacts are hard, not novel.
    hops = lift(MONDAY, exercises=sets("pogo_hop", 10, contacts=30))
    assert severity(hops, HARD_RUN, 35) == "note"
    assert severity(hops, HARD_RUN, 36) is None


STRENGTH_FIRST = athlete(priority="strength")


def test_strength_first_changes_nothing_about_another_day() -> None:
    assert severity(HARD_LIFT, HARD_RUN, 23) == severity(HARD_LIFT, HARD_RUN, 23, STRENGTH_FIRST) == "warning"
    assert severity(HARD_RUN, HARD_LIFT, 23) == severity(HARD_RUN, HARD_LIFT, 23, STRENGTH_FIRST) == "note"


def test_strength_first_changes_nothing_about_a_race() -> None:
    assert severity(HARD_LIFT, SHORT_RACE, 5, STRENGTH_FIRST) == "clash"
    assert severity(SHORT_RACE, HARD_LIFT, 7, STRENGTH_FIRST) == "warning"


def test_strength_first_never_softens_below_a_note() -> None:
    assert severity(HARD_LIFT, MODERATE_RUN, 5, STRENGTH_FIRST) == "note"


def test_strict_spacing_comes_after_the_softening() -> None:
    strict = athlete(priority="strength", spacing="strict")
    assert severity(HARD_LIFT, HARD_RUN, 10, strict) == "warning"


def test_an_overlap_is_a_clash_that_says_so_however_hard_the_two_are() -> None:
    for first, second in ((HARD_LIFT, HARD_RUN), (run(MONDAY, type="easy"), lift(MONDAY, mark="easy"))):
        (pair,) = pairs([first, replace(second, start=first.start + timedelta(minutes=15))], athlete(), CATALOGUE)
        assert pair.severity == "clash"
        assert pair.gap_hours < 0
        assert "overlap" in pair.advice


def test_two_runs_two_lifts_and_cross_training_are_no_pair() -> None:
    ride = run(MONDAY, kind="cross", type=None, mark="hard", id="ride")
    others: list[dict[str, Any]] = [{"id": "two"}, {"id": "three"}]
    for session in (HARD_RUN, HARD_LIFT, ride):
        assert pairs([session, *(replace(session, **other) for other in others)], athlete(), CATALOGUE) == ()
    assert pairs([HARD_LIFT, ride], athlete(), CATALOGUE) == ()


def test_a_length_that_nobody_wrote_down_proves_no_overlap() -> None:
    tempo = run("2026-06-01 17:00", 60, type="tempo")
    squats = lift("2026-06-01 17:15", None, mark="hard")
    found = pairs([tempo, squats], athlete(), CATALOGUE)
    assert [(pair.severity, pair.gap_hours, pair.assumed) for pair in found] == [("warning", 0, True)]
    timed = pairs([tempo, replace(squats, minutes=45)], athlete(), CATALOGUE)
    assert [(pair.severity, pair.gap_hours) for pair in timed] == [("clash", -0.75)]
