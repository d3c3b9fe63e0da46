"""What the worked weeks of RULES 5 take for granted; what comes of them is in test_vectors.py."""

from data.catalogue import load_catalogue
from data.model import Availability
from data.rules.arrange import movable
from data.rules.hardness import hardness
from tests.builders import athlete, moment
from tests.data.rules.worked_weeks import EVERY_MORNING, SUNDAY_BEFORE, WEEK, WORKED, gym

CATALOGUE = load_catalogue()


def test_the_lifts_of_the_worked_weeks_are_hard() -> None:
    assert {hardness(gym(letter, "mon"), CATALOGUE).level for letter in "AB"} == {"hard"}


def test_runs_move_unasked_only_where_the_athlete_said_when_there_is_time_for_them() -> None:
    runs_fixed, runs_free = athlete(), athlete(availability=Availability(run=EVERY_MORNING))
    sessions = WORKED["E4 gym only Tue/Thu pm, intervals movable"].sessions
    assert movable(sessions, runs_fixed, WEEK, moment(SUNDAY_BEFORE)) == set()
    assert movable(sessions, runs_free, WEEK, moment(SUNDAY_BEFORE)) == {"easy mon", "int", "tempo"}
