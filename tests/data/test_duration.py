"""How long a lift takes (RULES 4.4)."""

import pytest

from data.catalogue import load_catalogue
from data.model import PlannedExercise
from data.rules.duration import estimated_minutes
from tests.builders import prescribed

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("template", "minutes"),
    [
        ("gym_2day/A", 38.3), ("gym_2day/B", 37.8), ("home_2day/A", 39.0), ("home_2day/B", 41.5),
        ("offseason_3day/A", 37.5), ("offseason_3day/B", 34.9), ("offseason_3day/C", 40.2),
        ("maintenance_1day/A", 34.5),
    ],
)  # fmt: skip
def test_the_templates_last_what_the_rules_say(template: str, minutes: float) -> None:
    assert round(estimated_minutes(CATALOGUE.templates[template].item, CATALOGUE), 1) == minutes


def test_ramp_sets_take_a_minute_each() -> None:
    plain = estimated_minutes(prescribed("back_squat", 3, 5, rest=120, tempo="3-0-1-0"), CATALOGUE)
    ramped = estimated_minutes(prescribed("back_squat", 3, 5, rest=120, tempo="3-0-1-0", ramp_sets=2), CATALOGUE)
    assert ramped - plain == 2


def test_by_hand() -> None:
    # Three times five reps at 4 s and 10 s to get there; two rests of 120 s; a minute to set up; 360 and 120 around.
    squat = prescribed("back_squat", 3, 5, rest=120, tempo="3-0-1-0")
    assert estimated_minutes(squat, CATALOGUE) == (360 + 3 * 30 + 240 + 60 + 120) / 60


def test_what_is_not_said_takes_its_usual_time() -> None:
    said = PlannedExercise(exercise="back_squat", sets=2, amount=5, rest=60, tempo="2-0-2-0")
    unsaid = PlannedExercise(exercise="back_squat", sets=2, amount=5, tempo="slow")
    made_up = PlannedExercise(exercise="my_own_squat", sets=2, amount=5)
    assert estimated_minutes([said], CATALOGUE) == estimated_minutes([unsaid], CATALOGUE)
    assert estimated_minutes([said], CATALOGUE) == estimated_minutes([made_up], CATALOGUE)
    assert estimated_minutes([], CATALOGUE) == 0
