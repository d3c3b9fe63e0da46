"""The head of a week in words: what it adds up to, against what it aims at."""

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
PLANNED = (
    planned_lift("2026-06-02 18:00", 38),
    planned_run("2026-06-03 07:00", 60),
    planned_run("2026-06-06 08:00", 90),
)


def said(*sessions: Session, room: bool = False, who: Athlete = BUILD) -> str:
    now = moment("2026-06-01 20:00")
    week = week_of_sessions(WEEK, sessions, who, CATALOGUE, (), now)
    return aim_words(week, aim_of(WEEK, sessions, who, CATALOGUE, now), room)


def test_lifts_done_of_those_planned_and_the_dose_where_it_is_another() -> None:
    done = lift("2026-06-01 18:00", 40, title="Gym B")
    assert said(done, *PLANNED) == "1 of 2 lifts · 3 h 48"
    assert said(*PLANNED) == "0 of 1 lift, dose 2 · 3 h 08"
    assert said(*PLANNED[1:]) == "no lifts, dose 2 · 150 min"
    assert said(*PLANNED, who=athlete()) == "0 of 1 lift · 3 h 08"


def test_where_there_is_room_minutes_of_lifting_and_of_running_against_the_usual() -> None:
    assert said(*PLANNED, room=True) == "0 of 1 lift, dose 2 · 38 min lifting · 150 min running"
    assert said(*BEFORE, *PLANNED, room=True).endswith("150 min running, usually 3 h 20")


def test_the_kinds_of_work_that_are_missing() -> None:
    squats = planned_lift("2026-06-04 18:00", 20, exercises=prescribed("back_squat", 3, 5))
    assert said(squats, who=athlete()) == "0 of 1 lift · 20 min · no single-leg work or core or plyometrics"


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (118, "anna · week 23 · 1–7 Jun 2026 · build, heavy run week"),
        (78, "anna · week 23 · 1–7 Jun 2026 · build, heavy run week"),
        (38, "wk 23 · heavy"),
    ],
)
def test_the_head_of_a_heavy_run_week(width: int, head: str) -> None:
    marked = replace(BUILD, heavy_weeks=(MONDAY,))
    now = moment("2026-06-01 20:00")
    week = week_of_sessions(WEEK, PLANNED, marked, CATALOGUE, (), now)
    line = week_head(week, marked, aim_of(WEEK, PLANNED, marked, CATALOGUE, now), width).plain
    assert len(line) == width
    assert line.startswith(head + "  ")


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (118, "anna · week 23 · 1–7 Jun 2026 · build"),
        (78, "anna · week 23 · 1–7 Jun 2026 · build"),
        (38, "wk 23 · 1–7 Jun"),
    ],
)
def test_the_head_says_as_much_as_fits(width: int, head: str) -> None:
    now = moment("2026-06-01 20:00")
    sessions: list[Session] = [*BEFORE, *PLANNED]
    week = week_of_sessions(WEEK, sessions, BUILD, CATALOGUE, (), now)
    line = week_head(week, BUILD, aim_of(WEEK, sessions, BUILD, CATALOGUE, now), width).plain
    assert len(line) == width
    assert line.startswith(head + "  ")
    assert line.endswith("running, usually 3 h 20" if width > 100 else "3 h 08")
