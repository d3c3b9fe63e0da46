"""Every figure of a week says why it is what it is."""

from datetime import date

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Athlete, Session
from data.rules.explain import Explanation
from data.rules.week import week_of_sessions
from data.rules.week_why import explain_week
from data.units import Units
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
SESSIONS: list[Session] = [
    run("2026-06-02 07:00", 60, rpe=7, type="tempo", distance_m=12000, descent_m=100, hr_avg=150),
    lift("2026-06-04 18:00", 40, rpe=6, exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
    run("2026-06-05 07:00", 30, rpe=3, zone_seconds=(600, 1200, 900, 600, 300)),
    planned_lift("2026-06-03 18:00", None),
    planned_run("2026-06-07 07:00", 120, type="long"),
]


ANNA = athlete(sex="female", hr_rest=60, hr_max=190, lthr=170, threshold_s_per_km=270)


def explained(
    units: Units | None = None, sessions: list[Session] = SESSIONS, who: Athlete = ANNA
) -> dict[str, Explanation]:
    week = week_of_sessions(WEEK, sessions, who, CATALOGUE, (), moment("2026-06-05 12:00"))
    return {why.figure: why for why in explain_week(week, who, CATALOGUE, units or Units(), [100] * 28)}


def test_each_figure_has_a_value_a_rule_and_a_source() -> None:
    for why in explained().values():
        assert why.value
        assert why.rule
        assert why.source


def test_the_figures_are_those_of_the_week() -> None:
    values = {figure: why.value for figure, why in explained().items()}
    assert values["Load"] == "750"
    assert values["Leg load"] == "11"
    assert values["Minutes of lifting"] == "40 min"
    assert values["Sets"] == "5 sets, 5 hard"
    assert values["Volume"] == "2000 kg"
    assert values["Against your usual"] == "as usual"
    # RULES 1: 10, 20, 15, 10 and 5 minutes in the zones.
    assert values["Edwards"] == "160"


def test_hard_days_are_named() -> None:
    # The lift of Wednesday was missed.
    why = explained()["Hard days"]
    assert why.value == "3"
    assert why.inputs == (
        ("Tue 2 Jun", "tempo run, Tue 2 Jun 07:00"),
        ("Thu 4 Jun", "lift, Thu 4 Jun 18:00"),
        ("Sun 7 Jun", "long run, Sun 7 Jun 07:00"),
    )


def test_running_is_said_in_the_athletes_units_and_what_is_not_known_is_said() -> None:
    why = explained()["Running"]
    assert why.value == "12 km, 90 min"
    assert why.inputs[1] == ("easy run, Fri 5 Jun 07:00", "distance not known, 30 min")
    assert explained(Units(distance="mi"))["Running"].value == "7.46 mi, 90 min"


def test_the_plan_stands_against_what_was_done() -> None:
    why = explained()["Planned against done"]
    assert why.value == "3 done, 2 planned"
    assert why.inputs == (
        ("runs", "2 done, 90 min; 1 planned, 120 min"),
        ("lifts", "1 done, 40 min; 1 planned, 38 min"),
    )


def test_fitness_fatigue_and_form_are_those_of_every_day_of_the_log() -> None:
    # 28 days of 100: 100 × (1 − (41/42)^28) and (1 − (6/7)^28); form by those of 27.
    found = explained()
    assert (found["Fitness"].value, found["Fatigue"].value, found["Form"].value) == ("49", "99", "−51")


def test_heart_and_pace_are_summed_over_the_sessions_that_have_them() -> None:
    found = explained()
    assert found["TRIMP"].value == "113.5"
    assert found["TRIMP"].inputs == (("tempo run, Tue 2 Jun 07:00", "113.5"),)
    assert found["Heart-rate score"].value == "63.3"
    # 5:00/km for an hour at a threshold of 4:30/km, the climb of it not known: twice 40.5.
    assert found["Pace score"].value == "81"


def test_heart_and_pace_say_what_they_need() -> None:
    found = explained(who=athlete(hr_rest=60))
    assert found["TRIMP"].needs == "your highest heart rate, your sex"
    assert found["Heart-rate score"].needs == "your highest heart rate, your sex, your heart rate at threshold"
    assert found["Pace score"].needs == "your threshold pace"
    none = explained(sessions=[run("2026-06-02 07:00", 60, rpe=7)])
    assert none["TRIMP"].needs == "a session with a heart rate"
    assert none["Pace score"].needs == "a run with a distance and a length"


def test_a_figure_without_a_value_says_what_it_needs() -> None:
    found = explained(sessions=[*SESSIONS, run("2026-06-06 07:00")])
    for figure in ("Monotony", "Strain", "Against your usual", "Fitness", "Fatigue", "Form"):
        assert found[figure].value == ""
        assert found[figure].needs == "a rating and the minutes of 1 session"
