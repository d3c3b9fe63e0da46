"""The figures of a lift under way, explained."""

from data.live.lift import LiveExercise, LiveLift
from data.live.why import explain_length, explain_plates, explain_ramp
from data.model import LoggedSet
from data.plates import POUND_RACK, Rack
from data.units import Units
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
UNITS = Units()


def test_the_planned_length_stands_beside_the_minutes_so_far() -> None:
    live = LiveLift(id="s", start=START, zone=BERLIN, title="Gym A", exercises=(), minutes=38)
    why = explain_length(live, moment("2026-06-01 18:31"))
    assert (why.value, why.inputs) == ("38 min", (("began", "18:00"), ("so far", "31 min")))


def test_an_empty_session_has_no_planned_length() -> None:
    live = LiveLift(id="s", start=START, zone=BERLIN, title="", exercises=())
    why = explain_length(live, START)
    assert (why.value, why.needs) == ("", "a plan or a template")


def test_the_warm_up_sets_name_the_weight_they_lead_to() -> None:
    ramp = (LoggedSet(type="warmup", kg=40, reps=5), LoggedSet(type="warmup", kg=60, reps=3))
    squat = LiveExercise(exercise="back_squat", prescribed=(*ramp, LoggedSet(kg=82.5, reps=5)))
    why = explain_ramp(squat, Rack(), UNITS)
    assert why.value == "40 kg × 5, 60 kg × 3"
    assert why.inputs == (("working weight", "82.5 kg"), ("bar and plates", "20 kg; 20, 15, 10, 5, 2.5, 1.25"))


def test_without_ramp_sets_it_says_what_they_need() -> None:
    squat = LiveExercise(exercise="back_squat", prescribed=(LoggedSet(reps=5),))
    why = explain_ramp(squat, Rack(), UNITS)
    assert why.value == ""
    assert "a weight" in why.needs


def test_plates_are_half_of_what_is_over_the_bar() -> None:
    why = explain_plates(82.5, Rack(), UNITS)
    assert why.value == "20 + 10 + 1.25"
    assert why.steps == ("62.5 ÷ 2 = 31.25 kg a side",)
    pounds = explain_plates(102.05828325, POUND_RACK, Units(weight="lb"))
    assert (pounds.value, pounds.steps) == ("45 + 45", ("180 ÷ 2 = 90 lb a side",))


def test_plates_say_what_they_cannot_make() -> None:
    assert explain_plates(83, Rack(), UNITS).value == "can't be made; 82.5 kg or 85 kg can"
    assert explain_plates(15, Rack(), UNITS).value == "can't be made; 20 kg can"
    assert explain_plates(20, Rack(), UNITS).value == "nothing"
