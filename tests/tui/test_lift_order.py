"""Words of the order of a lift."""

from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.live.begin import begin
from data.live.budget import CutOffer
from data.live.hold import hold_phase, start_hold
from data.live.lift import LiveLift, current_set
from data.live.steps import go_to, log_set
from data.live.supersets import tie
from data.model import LoggedSet
from tests.builders import moment
from tests.tui.live_room import GYM_A, NOW
from tui.lift_order import follows, labels, offer_words, side_of

CATALOGUE = load_catalogue()
BEGAN = moment(NOW)


def gym_a() -> LiveLift:
    return begin(GYM_A, CATALOGUE, {}, BEGAN, "Europe/Berlin")


def after(live: LiveLift) -> tuple[str, ...]:
    return follows(live, current_set(live) or LoggedSet(), BEGAN, CATALOGUE)


def test_supersets_have_letters_and_their_exercises_numbers() -> None:
    live = go_to(tie(go_to(tie(gym_a()), 2)), 2)
    assert labels(live) == ["A1", "A2", "B1", "B2", "", ""]
    assert labels(gym_a()) == [""] * 6


def test_what_follows() -> None:
    live = gym_a()
    assert after(live) == ("then Back squat",)
    assert after(go_to(live, 5)) == ()
    tied = tie(go_to(live, 2))
    assert after(tied) == ("then A2 One-arm dumbbell row",)
    one = log_set(tied, LoggedSet(kg=16, reps=8), BEGAN)
    assert after(one) == ("rest 1:15, then A1 Dumbbell single-leg deadlift",)


def test_what_follows_in_a_superset_of_three_is_the_whole_round() -> None:
    live = tie(tie(go_to(gym_a(), 2)))
    row, press = "then A2 One-arm dumbbell row", "then A3 Cable anti-rotation press"
    assert after(live) == (row, press)
    two = log_set(live, LoggedSet(kg=16, reps=8), BEGAN)
    assert after(two) == (press,)
    three = log_set(two, LoggedSet(kg=22.5, reps=8), BEGAN)
    assert after(three) == ("rest 1:15, then A1 Dumbbell single-leg deadlift",)


def test_before_another_set_of_the_same_it_says_with_what_it_is_tied() -> None:
    live = tie(go_to(gym_a(), 1))
    squat = live.exercises[1]
    ramp = replace(squat, prescribed=(LoggedSet(type="warmup", kg=40, reps=5), *squat.prescribed))
    live = replace(live, exercises=(live.exercises[0], ramp, *live.exercises[2:]))
    assert after(live) == ("with A2 Dumbbell single-leg deadlift",)


def test_an_offer_to_cut_is_short_where_there_is_little_room() -> None:
    offer = CutOffer(5, "suitcase_carry", 7.2, 52.4, 45.2)
    assert offer_words(offer, CATALOGUE, 80) == "~52 min at this rate · c cuts Suitcase carry (7 min)"
    assert offer_words(offer, CATALOGUE, 38) == "~52 min · c cuts Suitcase carry"


def test_the_side_of_a_timed_set() -> None:
    both = start_hold(gym_a(), LoggedSet(seconds=30), BEGAN, unilateral=True).hold
    one = start_hold(gym_a(), LoggedSet(seconds=30, side="right"), BEGAN, unilateral=True).hold
    plank = start_hold(gym_a(), LoggedSet(seconds=30), BEGAN, unilateral=False).hold
    assert both
    assert one
    assert plank
    assert [side_of(each, hold_phase(each, BEGAN)) for each in (both, one, plank)] == ["left", "right", ""]
