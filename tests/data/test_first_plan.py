"""The first four weeks of somebody new."""

from data.catalogue import load_catalogue
from data.first_plan import first_plan, profile
from data.model import Athlete
from tests.builders import BERLIN, moment

CATALOGUE = load_catalogue()
ANNA = Athlete(name="anna", zone=BERLIN)
NOW = moment("2026-06-03 12:00")


def test_the_answers_go_into_the_profile() -> None:
    athlete = profile(ANNA, "strength", ("friday", "tuesday"))
    assert (athlete.name, athlete.zone) == ("anna", BERLIN)
    assert athlete.priority == "strength"
    assert athlete.preferred_strength_days == ("tuesday", "friday")


def test_four_weeks_of_gym_on_the_days_chosen() -> None:
    athlete = profile(ANNA, "running", ("tuesday", "friday"))
    plan = first_plan(athlete, NOW, CATALOGUE)
    assert [f"{session.start:%a %d %H:%M} {session.template}" for session in plan[:3]] == [
        "Fri 05 18:00 gym_2day/A",
        "Tue 09 18:00 gym_2day/B",
        "Fri 12 18:00 gym_2day/A",
    ]
    assert len(plan) == 8
    assert {session.zone for session in plan} == {BERLIN}


def test_the_day_counts_where_the_athlete_lives() -> None:
    # Half past eleven at night in Berlin on Tuesday is Wednesday morning in Tokyo.
    athlete = profile(Athlete(zone="Asia/Tokyo"), "running", ("tuesday",))
    first = first_plan(athlete, moment("2026-06-02 23:30"), CATALOGUE)[0]
    assert first.start.isoformat() == "2026-06-09T18:00:00+09:00"


def test_no_days_no_plan() -> None:
    assert first_plan(profile(ANNA, "running", ()), NOW, CATALOGUE) == ()
