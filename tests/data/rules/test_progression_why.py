"""Next time explained: what went in, and how the weight comes out of it."""

from data.catalogue import load_catalogue
from data.model import LoggedSession, PlannedExercise
from data.plates import Rack
from data.rules.explain import Explanation
from data.rules.progression_why import explain_next
from data.units import Units
from tests.builders import lift, prescribed, sets
from tests.data.rules.lifts import LAST_WEEK, TWO_WEEKS_AGO, squats

CATALOGUE = load_catalogue()
(FIVES,) = prescribed("back_squat", 3, 5, rir=2)
(TENS,) = prescribed("back_squat", 3, 10, rir=2)


def why(*logged: LoggedSession, planned: PlannedExercise = FIVES, lighter: bool = False) -> Explanation:
    found = explain_next(planned, logged, CATALOGUE, Rack(), Units(), lighter)
    assert found is not None
    return found


def test_a_step_up() -> None:
    found = why(squats(80, 6, 6, 6, rir=2), squats(80, 5, 5, 4, on=TWO_WEEKS_AGO))
    assert (found.figure, found.value) == ("Next time Back squat", "82.5 kg × 4")
    assert found.inputs == (
        ("planned", "3 sets of 5 reps, RIR 2; the range is 4 to 6"),
        ("lift, Mon 25 May 18:00", "80 kg × 6 6 6, RIR 2 2 2"),
        ("lift, Mon 18 May 18:00", "80 kg × 5 5 4"),
    )
    assert found.steps == ("every set had 6 reps", "80 kg × 1.025 = 82 kg; the next that can be had: 82.5 kg")
    assert "ACSM 2009" in found.source


def test_ten_percent_off() -> None:
    found = why(squats(80, 3, 3, 3), squats(80, 3, 3, 3, on=TWO_WEEKS_AGO))
    assert found.value == "72.5 kg × 5"
    assert found.steps[1] == "80 kg × 0.9 = 72 kg; the nearest that can be had: 72.5 kg"


def test_by_the_chart() -> None:
    assert why(squats(80, 5, 5, 5, rir=2), planned=TENS).steps == (
        "10 reps after 5: by the RPE chart",
        "80 kg × 5 RIR 2: e1RM 98.6 kg",
        "10 reps RIR 2 of that: 67.1 kg",
        "as near as it can be had, and at most 10 % more: 67.5 kg",
    )


def test_one_more_rep_needs_no_sum() -> None:
    assert why(squats(80, 5, 5, 4, rir=2)).steps == ("more than 4 reps first",)


def test_without_added_weight() -> None:
    (planks,) = prescribed("side_plank", 2, 30)
    found = why(lift(f"{LAST_WEEK} 18:00", exercises=sets("side_plank", 2, seconds=30)), planned=planks)
    assert (found.value, found.inputs[0]) == ("35 s", ("planned", "2 sets of 30 s"))
    assert found.rule.startswith("One more rep, or five seconds")


def test_a_lighter_week_says_so() -> None:
    found = why(squats(80, 6, 6, 6, rir=2), lighter=True)
    assert ("this week", "a lighter one, the fourth of lifting") in found.inputs
    assert "0.6 of the sets" in found.rule


def test_of_what_was_never_done_there_is_nothing_to_say() -> None:
    assert explain_next(FIVES, [], CATALOGUE, Rack(), Units()) is None


def test_a_carry() -> None:
    (carry,) = prescribed("suitcase_carry", 2, 30)
    found = why(lift(f"{LAST_WEEK} 18:00", exercises=sets("suitcase_carry", 2, kg=24, metres=30)), planned=carry)
    assert found.value == "24 kg · 35 m"
    assert found.inputs[1] == ("lift, Mon 25 May 18:00", "24 kg · 30 30 m")
