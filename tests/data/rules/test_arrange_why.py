"""What is said of the best week: its cost part by part, the reasons, and where the points of preference come from."""

from datetime import date

from hypothesis import given, settings

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Session
from data.rules.arrange import arrange
from data.rules.arrange_why import explain_arrangement, preference_points
from tests.builders import athlete, lift, moment, planned_lift, planned_run, sets
from tests.data.rules.plain_search import CATALOGUE, WEEK, Case
from tests.data.rules.random_weeks import weeks

NOW = moment("2026-05-31 12:00")
# Two weeks ago: nothing is new to the legs.
KNOWN = sum((sets(each.exercise, 2) for name in "AB" for each in CATALOGUE.templates[f"gym_2day/{name}"].item), ())
# Week 1 of RULES 5.
SESSIONS: list[Session] = [
    lift("2026-05-19 18:00", exercises=KNOWN),
    planned_lift("2026-06-01 18:00", id="A"),
    planned_run("2026-06-02 07:00", type="intervals"),
    planned_run("2026-06-03 07:00", 45),
    planned_lift("2026-06-03 18:00", id="B", template="gym_2day/B"),
    planned_run("2026-06-04 07:00", type="tempo"),
    planned_run("2026-06-06 07:00", 45),
    planned_run("2026-06-07 07:00", 120, type="long"),
]


def test_the_first_worked_week_explained() -> None:
    found = arrange(WEEK, SESSIONS, athlete(), CATALOGUE, (), NOW)
    told = explain_arrangement(found, WEEK, SESSIONS, athlete(), CATALOGUE, NOW)
    assert (told.figure, told.value) == ("Best week", "0 clashes · 0 warnings · 2 moves")
    assert told.inputs == (
        ("may move", "Gym A, Gym B"),
        ("clashes", "0, were 0"),
        ("warnings", "0, were 2"),
        ("made maintenance", "0"),
        ("moves", "2"),
        ("preference", "8"),
        ("half-days moved", "6"),
    )
    assert told.steps == (
        "Gym A: away from Tuesday's intervals: 12 h 15 before → 10 h after",
        "Gym B: away from Thursday's tempo: 12 h 15 before → 34 h after",
        "Gym A on the day of a hard run: preference 5",
        "1 note: preference 3",
    )
    assert "choice of legday" in told.source


def test_lifts_and_hard_runs_in_a_row_an_unwanted_day_and_the_wrong_order_are_named() -> None:
    who = athlete(preferred_strength_days=("tuesday",))
    sessions = [
        planned_lift("2026-06-01 18:00", id="A", locked=True, focus="upper", template=None),
        planned_lift("2026-06-02 06:00", id="B", locked=True, focus="upper", template=None, title="Arms"),
        planned_run("2026-06-02 18:00", 80),
        planned_run("2026-06-05 07:00", type="tempo"),
        planned_run("2026-06-06 07:00", type="intervals"),
    ]
    found = arrange(WEEK, sessions, who, load_catalogue(), (), NOW)
    assert preference_points(found, WEEK, sessions, who, CATALOGUE, NOW) == (
        ("lift on a Monday, which you do not prefer", 1),
        ("Arms on the day of a moderate run", 3),
        ("Arms before the run of its day", 2),
        ("lifts on Mon and Tue", 4),
        ("hard runs on Fri and Sat", 10),
    )
    assert found.cost.preference == 20


def test_a_week_in_which_nothing_may_move() -> None:
    days = Days(date(2026, 5, 4), date(2026, 5, 11))
    found = arrange(days, [], athlete(), CATALOGUE, (), NOW)
    told = explain_arrangement(found, days, [], athlete(), CATALOGUE, NOW)
    assert told.inputs[0] == ("may move", "nothing")
    assert told.steps == ()


@settings(max_examples=60, deadline=None)
@given(weeks(most=5_000))
def test_the_points_add_up_to_the_preference_of_the_cost(case: Case) -> None:
    found = arrange(WEEK, case.sessions, case.who, CATALOGUE, case.accepted, case.now, case.moving)
    points = preference_points(found, WEEK, case.sessions, case.who, CATALOGUE, case.now)
    assert sum(number for _, number in points) == found.cost.preference
