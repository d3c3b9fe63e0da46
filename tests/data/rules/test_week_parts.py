"""What of a week's load is running, and how many back-to-backs it holds, each with its why."""

from datetime import date

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Session
from data.rules.week import Week, week_of_sessions
from data.rules.week_why import explain_back_to_backs, explain_run_load
from tests.builders import athlete, lift, moment, run, sets

CATALOGUE = load_catalogue()
SQUATS = sets("back_squat", 5, kg=80, reps=5, rir=2)


def week_of(*sessions: Session) -> Week:
    days = Days(date(2026, 6, 1), date(2026, 6, 8))
    return week_of_sessions(days, sessions, athlete(), CATALOGUE, (), moment("2026-06-07 21:00"))


def test_the_runs_part_of_the_load() -> None:
    week = week_of(
        run("2026-06-02 07:00", 60, rpe=7, type="tempo"),
        lift("2026-06-04 18:00", 40, rpe=6, exercises=SQUATS),
        run("2026-06-05 07:00", 30, rpe=3),
    )
    why = explain_run_load(week)
    assert why.value == "510"
    assert why.inputs == (("tempo run, Tue 2 Jun 07:00", "420"), ("easy run, Fri 5 Jun 07:00", "90"))
    assert why.steps == ("lifts 240",)
    assert not why.needs


def test_runs_without_a_rating_are_said() -> None:
    why = explain_run_load(week_of(run("2026-06-02 07:00", 60)))
    assert (why.value, why.needs) == ("", "a rating and the minutes of 1 session")
    assert why.inputs == (("easy run, Tue 2 Jun 07:00", "not rated"),)


def test_back_to_backs_are_counted_by_how_bad_they_are() -> None:
    assert explain_back_to_backs(week_of()).value == "none"
    clashing = (lift("2026-06-01 18:00", exercises=SQUATS), run("2026-06-02 07:00", 60, type="intervals"))
    assert explain_back_to_backs(week_of(*clashing)).value == "1 warning"
    more = (lift("2026-06-04 07:00", exercises=SQUATS), run("2026-06-04 12:00", 60, type="tempo"))
    assert explain_back_to_backs(week_of(*clashing, *more)).value == "1 clash, 1 warning"
