"""The words of sets, loads and rests."""

from datetime import date

import pytest

from data.catalogue import load_catalogue
from data.model import LoggedSet
from data.plates import POUND_RACK, Rack
from data.units import Units, parse_weight
from tests.builders import sets
from tui.lift_text import last_words, plates_words, rir_words, set_words, short_words
from tui.widgets.rest_lines import rest_line

KILOS, POUNDS = Units(), Units(weight="lb")
EXERCISES = load_catalogue().exercises
DAY = date(2026, 5, 24)


@pytest.mark.parametrize(
    ("exercise", "done", "words"),
    [
        ("back_squat", LoggedSet(kg=82.5, reps=5), "82.5 kg × 5"),
        ("back_squat", LoggedSet(reps=5), "– kg × 5"),
        ("row_dumbbell", LoggedSet(kg=22.5, reps=8), "22.5 kg × 8 a side"),
        ("row_dumbbell", LoggedSet(kg=22.5, reps=8, side="left"), "22.5 kg × 8 left"),
        ("pogo_hop", LoggedSet(contacts=20), "20 contacts"),
        ("side_plank", LoggedSet(seconds=30), "30 s a side"),
        ("suitcase_carry", LoggedSet(kg=24, metres=30), "24 kg · 30 m a side"),
        ("push_up", LoggedSet(reps=10), "10 reps"),
        ("pull_up", LoggedSet(kg=10, reps=5), "10 kg × 5"),
    ],
)
def test_a_set(exercise: str, done: LoggedSet, words: str) -> None:
    assert set_words(done, EXERCISES[exercise], KILOS) == words


def test_a_set_in_pounds() -> None:
    assert set_words(LoggedSet(kg=parse_weight("185 lb"), reps=5), EXERCISES["back_squat"], POUNDS) == "185 lb × 5"


@pytest.mark.parametrize(
    ("typed", "words"), [("85", "85▏ kg × 5"), ("85x", "85 kg × ▏"), ("85x6", "85 kg × 6▏"), ("8.", "8.▏ kg × 5")]
)
def test_what_is_typed_stands_where_it_goes(typed: str, words: str) -> None:
    assert set_words(LoggedSet(kg=80, reps=5), EXERCISES["back_squat"], KILOS, typed) == words


def test_last_time_in_a_line() -> None:
    squat, hop, carry = (EXERCISES[name] for name in ("back_squat", "pogo_hop", "suitcase_carry"))
    (five,) = sets("back_squat", 3, kg=80, reps=5, rir=2)
    ramp = LoggedSet(type="warmup", kg=40, reps=5)
    assert last_words(DAY, (ramp, *five.sets), squat, KILOS) == "last 24 May  80 kg × 5 5 5  RIR 2"
    mixed = (LoggedSet(kg=80, reps=5, rir=2), LoggedSet(kg=82.5, reps=4, rir=1))
    assert last_words(DAY, mixed, squat, KILOS) == "last 24 May  80 kg × 5, 82.5 kg × 4"
    assert last_words(DAY, (LoggedSet(contacts=20),) * 2, hop, KILOS) == "last 24 May  20 20 contacts"
    assert last_words(DAY, (LoggedSet(kg=24, metres=30),) * 2, carry, KILOS) == "last 24 May  24 kg · 30 30 m"


def test_a_set_in_few_letters() -> None:
    assert short_words(LoggedSet(kg=82.5, reps=5), EXERCISES["back_squat"], KILOS) == "82.5 × 5"
    assert short_words(LoggedSet(kg=24, metres=30), EXERCISES["suitcase_carry"], KILOS) == "24 · 30"
    assert short_words(LoggedSet(contacts=20), EXERCISES["pogo_hop"], KILOS) == "20"


def test_reserve_and_type() -> None:
    assert rir_words(LoggedSet(rir=2)) == "RIR 2"
    assert rir_words(LoggedSet(rir=1.5, type="drop")) == "RIR 1.5 drop"
    assert rir_words(LoggedSet(type="warmup")) == ""
    assert rir_words(LoggedSet(rir=1.5, type="drop"), "rpe") == "RPE 8.5 drop"


def test_plates() -> None:
    assert plates_words(82.5, Rack(), KILOS) == "per side 20 + 10 + 1.25 kg"
    assert plates_words(20, Rack(), KILOS) == "the empty bar"
    assert plates_words(83, Rack(), KILOS) == "no plates make 83 kg: 82.5 kg or 85 kg"
    assert plates_words(15, Rack(), KILOS) == "lighter than the bar: 20 kg"
    assert plates_words(30, Rack(plates=()), KILOS) == "no plates make 30 kg: 20 kg"
    assert plates_words(parse_weight("225 lb") or 0, POUND_RACK, POUNDS) == "per side 45 + 45 lb"


@pytest.mark.parametrize(
    ("left", "seconds", "width", "words"),
    [
        (102, 150, 40, "rest 1:42 ━━━━━━━━━━──── 2:30  < > space"),
        (102, 150, 80, "rest 1:42 ━━━━━━━━━━━━━━━━━─────── 2:30  < > 15 s  space ends"),
        (150, 150, 30, "rest 2:30 ━━━━ 2:30  < > space"),
        (1, 150, 30, "rest 0:01 ━─── 2:30  < > space"),
        (0, 150, 40, "GO"),
        (-12, 150, 40, "GO · rest over 0:12"),
        (None, 0, 40, ""),
    ],
)
def test_the_rest(left: int | None, seconds: int, width: int, words: str) -> None:
    assert rest_line(left, seconds, width).plain == words
