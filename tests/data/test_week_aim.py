"""What a week is measured against."""

from datetime import date, timedelta

from msgspec.structs import replace

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Athlete, PhaseSpan, Session
from data.rules.phases import Dose
from data.week_aim import WeekAim, aim_of, explain_aim
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets

CATALOGUE = load_catalogue()
MONDAY = date(2026, 6, 1)
WEEK = Days(MONDAY, MONDAY + timedelta(7))
NOW = moment("2026-06-03 12:00")
BUILD = PhaseSpan("build", date(2026, 5, 1), date(2026, 6, 30))
ANNA = athlete(level="solid", phases=(BUILD,))
BEFORE = tuple(run(f"{MONDAY - timedelta(7 * back)} 07:00", 200) for back in (1, 2, 3, 4))


def aim(*sessions: Session, who: Athlete = ANNA) -> WeekAim:
    return aim_of(WEEK, sessions, who, CATALOGUE, NOW)


def test_the_phase_gives_the_dose() -> None:
    assert (aim().phase, aim().dose) == ("build", Dose(2, 0.8, 2))
    assert (aim(who=athlete()).phase, aim(who=athlete()).dose) == (None, None)


def test_run_minutes_done_and_to_come_against_those_of_four_weeks() -> None:
    week = (run("2026-06-02 07:00", 90), planned_run("2026-06-06 07:00", 100), planned_run("2026-06-01 07:00", 500))
    found = aim(*BEFORE, *week)
    # Monday's run was missed.
    assert (found.run_minutes, found.before, found.usual_run_minutes) == (190, (200, 200, 200, 200), 200)
    assert aim(*BEFORE[1:], *week).usual_run_minutes is None


def test_many_run_minutes_lessen_the_dose() -> None:
    assert aim(*BEFORE, planned_run("2026-06-06 07:00", 230)).dose == Dose(2, 0.5, 2)
    assert aim(*BEFORE, planned_run("2026-06-06 07:00", 229)).dose == Dose(2, 0.8, 2)


def test_a_week_that_is_marked_is_a_heavy_one() -> None:
    marked = replace(ANNA, heavy_weeks=(MONDAY,))
    assert (aim(who=marked).dose, aim(who=marked).heavy, aim(who=marked).marked) == (Dose(2, 0.5, 2), True, True)
    other = replace(ANNA, heavy_weeks=(MONDAY - timedelta(1), MONDAY + timedelta(7)))
    assert (aim(who=other).dose, aim(who=other).heavy) == (Dose(2, 0.8, 2), False)
    by_minutes = aim(*BEFORE, planned_run("2026-06-06 07:00", 230))
    assert (by_minutes.heavy, by_minutes.marked) == (True, False)
    # Without a phase there is no dose, and the mark stands all the same.
    assert (aim(who=athlete(heavy_weeks=(MONDAY,))).dose, aim(who=athlete(heavy_weeks=(MONDAY,))).heavy) == (None, True)


def test_kinds_that_the_lifts_of_the_week_miss() -> None:
    squats = lift("2026-06-02 18:00", exercises=sets("back_squat", 3, reps=5))
    next_week = planned_lift("2026-06-08 18:00")
    assert aim(squats, next_week).missing == ("single_leg", "core", "plyometric")
    assert aim(squats, planned_lift("2026-06-05 18:00")).missing == ()


def test_all_of_it_is_explained() -> None:
    told = explain_aim(WEEK, [planned_lift("2026-06-05 18:00")], ANNA, CATALOGUE, NOW)
    assert [(each.figure, each.value) for each in told] == [
        ("Lifts a week", "2 lifts, 0.8 of the sets, RIR 2"),
        ("Heavy run week", ""),
        ("Kinds of work", "all five"),
        ("Foot contacts", "as they should be"),
    ]
    assert [each.figure for each in explain_aim(WEEK, [], athlete(), CATALOGUE, NOW)] == [
        "Heavy run week",
        "Kinds of work",
    ]
