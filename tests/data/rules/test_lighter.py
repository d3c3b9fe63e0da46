"""Every fourth week of steady lifting is a lighter one (RULES 4.3)."""

from datetime import date, timedelta

import pytest

from data.calendar import week_of
from data.model import LoggedSession, Phase, PhaseSpan
from data.rules.lighter import lighter_week, weekly_sets
from tests.builders import athlete, lift, run, sets

MONDAY = date(2026, 6, 1)
WEEK = week_of(MONDAY)
ANNA = athlete()


def weeks(*counts: int) -> list[LoggedSession]:
    """A lift of so many sets in each of the weeks up to last week."""
    days = [MONDAY - timedelta(weeks=len(counts) - place) for place in range(len(counts))]
    return [
        lift(f"{day} 18:00", exercises=sets("back_squat", count, kg=80, reps=5))
        for day, count in zip(days, counts, strict=True)
        if count
    ]


@pytest.mark.parametrize(
    ("counts", "lighter"),
    [
        ((10, 10, 10), True),
        ((10, 8, 12), True),
        ((10, 10), False),
        ((10, 10, 10, 0), False),
        ((0, 10, 10), False),
        ((10, 0, 10, 10, 10), True),
        ((10, 10, 10, 6), False),
        ((10, 10, 6, 10), False),
        ((10, 7, 10, 10), False),
        ((10, 6, 10, 10, 10), True),
        ((10, 10, 10, 6, 10, 10, 10), True),
        ((10,) * 4, False),
        ((10,) * 6, False),
        ((10,) * 7, True),
        ((10,) * 11, True),
        ((10,) * 15, False),
        ((10,) * 40, False),
    ],
)
def test_every_fourth_week_of_lifting_is_lighter(counts: tuple[int, ...], lighter: bool) -> None:
    assert lighter_week(WEEK, weeks(*counts), ANNA) is lighter


def test_the_sets_of_the_weeks_before() -> None:
    logged = [*weeks(9, 10, 11, 12), run("2026-05-26 07:00"), *weeks(5)]
    assert weekly_sets(WEEK, logged) == (*(0,) * 9, 9, 10, 11, 17)


@pytest.mark.parametrize(
    ("phase", "lighter"), [("base", True), ("build", True), ("peak", False), ("taper", False), ("recovery", False)]
)
def test_a_phase_of_few_sets_needs_none(phase: Phase, lighter: bool) -> None:
    anna = athlete(phases=(PhaseSpan(phase=phase, start=MONDAY, until=MONDAY + timedelta(28)),))
    assert lighter_week(WEEK, weeks(10, 10, 10), anna) is lighter
