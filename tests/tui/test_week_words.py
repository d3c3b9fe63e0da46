"""The head of a week in words: what it adds up to, against what it aims at."""

import re
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Athlete, PhaseSpan, Session
from data.rules.week import week_of_sessions
from data.week_aim import aim_of
from tests.builders import athlete, lift, moment, planned_lift, planned_run, prescribed, run
from tui.week_words import aim_words
from tui.widgets.week_head import week_head

CATALOGUE = load_catalogue()
MONDAY = date(2026, 6, 1)
WEEK = Days(MONDAY, MONDAY + timedelta(7))
BUILD = athlete(level="solid", phases=(PhaseSpan("build", MONDAY, date(2026, 7, 1)),))
BEFORE = tuple(run(f"{MONDAY - timedelta(7 * back)} 07:00", 200) for back in (1, 2, 3, 4))
SQUATS = planned_lift("2026-06-04 18:00", 20, exercises=prescribed("back_squat", 3, 5))
PLANNED = (
    planned_lift("2026-06-02 18:00", 38),
    planned_run("2026-06-03 07:00", 60),
    planned_run("2026-06-06 08:00", 90),
)


def said(*sessions: Session, who: Athlete = BUILD, at: str = "2026-06-01 20:00") -> str:
    week = week_of_sessions(WEEK, sessions, who, CATALOGUE, (), moment(at))
    return aim_words(week, aim_of(WEEK, sessions, who, CATALOGUE, moment(at)))


def head(width: int, *sessions: Session, who: Athlete = BUILD, at: str = "2026-06-01 20:00") -> str:
    """The head, whose two sides are two blanks or more apart."""
    week = week_of_sessions(WEEK, sessions, who, CATALOGUE, (), moment(at))
    line = week_head(week, who, aim_of(WEEK, sessions, who, CATALOGUE, moment(at)), width).plain
    assert len(line) == width
    return " | ".join(re.split(" {2,}", line))


def test_lifts_done_of_those_planned_with_their_minutes_and_the_dose_where_it_is_another() -> None:
    done = lift("2026-06-01 18:00", 40, title="Gym B")
    assert said(done, *PLANNED) == "1 of 2 lifts, 78 min · runs 150 min"
    assert said(*PLANNED) == "0 of 1 lift, 38 min, dose 2 · runs 150 min"
    assert said(*PLANNED[1:]) == "no lifts, dose 2 · runs 150 min"
    assert said(*PLANNED, who=athlete()) == "0 of 1 lift, 38 min · runs 150 min"


def test_a_lift_of_the_dose_that_was_missed_is_said_once() -> None:
    second = planned_lift("2026-06-05 18:00", 38)
    late = "2026-06-04 20:00"
    assert said(*PLANNED, second, at=late).startswith("0 of 2 lifts, 38 min, 1 missed · ")
    skipped = replace(PLANNED[0], status="skipped")
    assert said(skipped, second).startswith("0 of 2 lifts, 38 min, 1 skipped")
    assert said(*PLANNED, at=late).startswith("0 of 1 lift, 1 missed, dose 2 · ")
    third = planned_lift("2026-06-06 18:00", 38)
    assert said(*PLANNED, second, third, at=late).startswith("0 of 3 lifts, 76 min · ")


def test_minutes_of_running_against_the_usual() -> None:
    assert said(*BEFORE, *PLANNED).endswith(" · runs 150 min, usually 3 h 20")


def test_a_week_of_other_training_says_its_minutes() -> None:
    ride = replace(PLANNED[1], id="ride", kind="cross", type=None, title="Bike")
    assert said(ride, who=athlete()) == "60 min"


def test_the_kinds_of_work_that_are_missing() -> None:
    assert said(SQUATS, who=athlete()) == "0 of 1 lift, 20 min · no single-leg work or core or plyometrics"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (78, "week 23 · 1–7 Jun · build | 0 of 1 lift, dose 2 · runs 150 min, usually 3 h 20"),
        (38, "wk 23 · 1–7 Jun | 0/1 lift, dose 2"),
    ],
)
def test_where_there_is_little_room_what_is_short_comes_first(width: int, line: str) -> None:
    assert head(width, *BEFORE, *PLANNED) == line


def test_a_missed_lift_and_the_kinds_that_are_missing_are_said_on_a_phone() -> None:
    late = "2026-06-04 20:00"
    assert head(38, *PLANNED, planned_lift("2026-06-05 18:00", 38), at=late) == "wk 23 · 1–7 Jun | 0/2 lifts, 1 missed"
    work = ("back_squat", "single_leg_deadlift_dumbbell", "pallof_press_cable")
    no_jumps = planned_lift("2026-06-04 18:00", 30, exercises=sum((prescribed(each, 3, 5) for each in work), ()))
    assert head(38, no_jumps, who=athlete()) == "wk 23 | 0/1 lift · no plyometrics"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (118, "anna · week 23 · 1–7 Jun 2026 · build, heavy run week | 0 of 1 lift, 38 min, dose 2 · runs 150 min"),
        (78, "week 23 · 1–7 Jun · build, heavy run week | 0 of 1 lift, dose 2 · runs 150 min"),
        (38, "wk 23 · heavy | 0/1 lift, dose 2"),
    ],
)
def test_the_head_of_a_heavy_run_week(width: int, line: str) -> None:
    assert head(width, *PLANNED, who=replace(BUILD, heavy_weeks=(MONDAY,))) == line


def test_the_head_of_a_wide_screen_says_all() -> None:
    right = "0 of 1 lift, 38 min, dose 2 · runs 150 min, usually 3 h 20"
    assert head(118, *BEFORE, *PLANNED) == f"anna · week 23 · 1–7 Jun 2026 · build | {right}"
    assert head(118) == "anna · week 23 · 1–7 Jun 2026 · build | "
