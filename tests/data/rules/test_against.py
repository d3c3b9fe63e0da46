"""A lift against last time: the same session, or each of its exercises."""

import pytest
from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.model import LoggedSession
from data.rules.against import Against, against_last_time, explain_against
from data.units import Units
from tests.builders import lift, run, sets

CATALOGUE = load_catalogue()
SQUAT = sets("back_squat", 3, kg=80, reps=5, rir=2)
HEAVIER = sets("back_squat", 3, kg=82.5, reps=5, rir=2)
ROW = sets("row_dumbbell", 2, kg=20, reps=10)


def gym_a(on: str, *exercises: object, minutes: float | None = 40, title: str = "Gym A") -> LoggedSession:
    return lift(f"{on} 18:00", minutes, title=title, exercises=exercises)


def against(session: LoggedSession, *earlier: LoggedSession) -> Against:
    found = against_last_time(session, earlier, CATALOGUE)
    assert found is not None
    return found


def test_the_same_session_last_time() -> None:
    last = gym_a("2026-05-25", *SQUAT, *ROW)
    other = gym_a("2026-05-28", *HEAVIER, title="Gym B")
    found = against(gym_a("2026-06-01", *HEAVIER, *ROW, minutes=37), gym_a("2026-05-18", *ROW), other, last)
    assert (found.same, found.before) == (last, (last,))
    assert (found.sets, found.sets_before) == (5, 5)
    # 3 × 5 × 82.5; a row is one-sided: 2 sets × 10 reps × 20 kg × 2 sides (RULES 2.2).
    assert (found.volume_kg, found.volume_before) == (1237.5 + 800, 1200 + 800)
    assert (found.minutes, found.minutes_before) == (37, 40)


def test_the_e1rm_of_the_main_lifts_alone() -> None:
    # 80 kg × 5 with two left is 98.64 (RULES 4.3), and 82.5 of the same share of it.
    (squat,) = against(gym_a("2026-06-01", *HEAVIER, *ROW), gym_a("2026-05-25", *SQUAT, *ROW)).e1rms
    assert squat.exercise == "back_squat"
    assert squat.before == pytest.approx(98.64, abs=0.005)
    assert squat.now == pytest.approx(98.64 * 82.5 / 80, abs=0.005)


def test_titles_are_the_same_whatever_their_letters() -> None:
    last = gym_a("2026-05-25", *SQUAT, title=" gym a")
    assert against(gym_a("2026-06-01", *HEAVIER), last).same == last


@pytest.mark.parametrize("title", ["", "Something else"])
def test_without_the_same_session_each_exercise_has_its_own_last_time(title: str) -> None:
    squat, row = gym_a("2026-05-25", *SQUAT), gym_a("2026-05-28", *ROW, title="Gym B")
    found = against(gym_a("2026-06-01", *HEAVIER, *ROW, title=title), gym_a("2026-05-18", *SQUAT, *ROW), squat, row)
    assert (found.same, found.before) == (None, (row, squat))
    assert (found.sets_before, found.volume_before) == (5, 1200 + 800)
    assert found.minutes_before is None


def test_a_title_alone_does_not_make_it_the_same() -> None:
    squat, row = gym_a("2026-05-25", *SQUAT, title="Lift"), gym_a("2026-05-28", *ROW, title="Lift")
    found = against(gym_a("2026-06-01", *HEAVIER, title="Lift"), squat, row)
    assert found.same == squat


def test_nothing_to_compare_with() -> None:
    session = gym_a("2026-06-01", *SQUAT)
    warm_up = gym_a("2026-05-25", *sets("back_squat", 1, type="warmup", kg=40, reps=5))
    assert against_last_time(session, [], CATALOGUE) is None
    assert against_last_time(session, [session, gym_a("2026-06-08", *SQUAT)], CATALOGUE) is None
    assert against_last_time(session, [gym_a("2026-05-25", *ROW, title=""), run("2026-05-25 07:00")], CATALOGUE) is None
    assert against_last_time(session, [warm_up], CATALOGUE) is None
    assert against_last_time(gym_a("2026-06-01"), [gym_a("2026-05-25", *SQUAT)], CATALOGUE) is None


def test_warm_ups_count_in_neither_and_two_sides_are_one_set() -> None:
    left = sets("row_dumbbell", 1, kg=20, reps=10, side="left")
    right = sets("row_dumbbell", 1, kg=20, reps=10, side="right")
    warm_up = sets("back_squat", 1, type="warmup", kg=40, reps=5)
    found = against(gym_a("2026-06-01", *warm_up, *left), gym_a("2026-05-25", *warm_up, *left, *right))
    assert (found.volume_kg, found.volume_before) == (200, 400)
    both = replace(left[0], sets=(*left[0].sets, *right[0].sets))
    assert against(gym_a("2026-06-01", both), gym_a("2026-05-25", *ROW)).sets == 1


def test_a_length_that_nobody_said_is_not_known() -> None:
    found = against(gym_a("2026-06-01", *SQUAT), gym_a("2026-05-25", *SQUAT, minutes=None))
    assert (found.minutes, found.minutes_before) == (40, None)
    assert [what for what, _ in explain_against(found, CATALOGUE, Units()).inputs] == [
        "sets",
        "volume",
        "e1RM Back squat",
    ]


def test_why_it_is_so_much_more() -> None:
    found = against(gym_a("2026-06-01", *HEAVIER, minutes=37), gym_a("2026-05-25", *SQUAT))
    why = explain_against(found, CATALOGUE, Units())
    assert (why.figure, why.value) == ("Against last time", "+37.5 kg")
    assert why.inputs[1:3] == (("volume", "1237.5 kg, last time 1200 kg"), ("minutes", "37 min, last time 40 min"))
    assert why.steps == ("compared with Gym A, Mon 25 May 18:00",)


def test_less_is_said_with_a_minus() -> None:
    found = against(gym_a("2026-06-01", *SQUAT), gym_a("2026-05-25", *HEAVIER))
    assert explain_against(found, CATALOGUE, Units()).value == "−37.5 kg"


def test_a_set_of_a_bodyweight_exercise_has_no_e1rm() -> None:
    pulled = sets("pull_up", 3, reps=8)
    assert against(gym_a("2026-06-01", *pulled), gym_a("2026-05-25", *pulled)).e1rms == ()
