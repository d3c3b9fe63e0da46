"""One set typed whole: "82.5x5 @8", and the rest as in the set at hand."""

from unicodedata import category

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.effort import rir_of, rpe_of
from data.entry import EntryError, read_set, write_set
from data.model import Exercise, LoggedSet
from data.units import Units
from tests.data.reading import CATALOGUE, METRIC, MILES
from tests.data.test_entry_roundtrip import LINES, SETS, UNITS

DRAFT = LoggedSet(kg=80, reps=6, rir=3)
EMPTY = LoggedSet()
EXERCISES = st.sampled_from([None, *CATALOGUE.exercises.values()])


def said(text: str, name: str = "back_squat", draft: LoggedSet = EMPTY, units: Units = METRIC) -> LoggedSet:
    found = read_set(text, CATALOGUE.exercise(name), units, draft)
    assert isinstance(found, LoggedSet), found
    return found


def error(text: str, name: str = "back_squat") -> str:
    found = read_set(text, CATALOGUE.exercise(name), METRIC, DRAFT)
    assert isinstance(found, EntryError), found
    return found.line()


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("82.5x5 @8", "back_squat", LoggedSet(kg=82.5, reps=5, rir=2)),
        ("82.5x5 @8.5", "back_squat", LoggedSet(kg=82.5, reps=5, rir=1.5)),
        ("80kg x 5 rir 2", "back_squat", LoggedSet(kg=80, reps=5, rir=2)),
        ("16x8", "row_dumbbell", LoggedSet(kg=16, reps=8)),
        ("1x5 82.5kg", "back_squat", LoggedSet(kg=82.5, reps=5)),
        ("5 reps 80", "back_squat", LoggedSet(kg=80, reps=5)),
        ("80", "back_squat", LoggedSet(kg=80)),
        ("82,5", "back_squat", LoggedSet(kg=82.5)),
        ("60x3 warm-up", "back_squat", LoggedSet(type="warmup", kg=60, reps=3)),
        ("60x9 failure", "back_squat", LoggedSet(type="failure", kg=60, reps=9)),
        ("30s", "front_plank", LoggedSet(seconds=30)),
        ("45", "front_plank", LoggedSet(seconds=45)),
        ("60s left", "side_plank", LoggedSet(seconds=60, side="left")),
        ("1:10", "front_plank", LoggedSet(seconds=70)),
        ("40m", "farmers_carry", LoggedSet(metres=40)),
        ("24x40", "farmers_carry", LoggedSet(kg=24, metres=40)),
        ("20", "pogo_hop", LoggedSet(contacts=20)),
        ("12", "push_up", LoggedSet(reps=12)),
        ("8 +10kg", "pull_up", LoggedSet(kg=10, reps=8)),
        ("20x10", "sled_push", LoggedSet(kg=20, reps=10)),
    ],
)
def test_a_set_is_said_whole(text: str, name: str, expected: LoggedSet) -> None:
    assert said(text, name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("85", LoggedSet(kg=85, reps=6, rir=3)),
        ("5 reps", LoggedSet(kg=80, reps=5, rir=3)),
        ("x5", LoggedSet(kg=80, reps=5, rir=3)),
        ("85kg ×5", LoggedSet(kg=85, reps=5, rir=3)),
        ("@9", LoggedSet(kg=80, reps=6, rir=1)),
        ("85x4", LoggedSet(kg=85, reps=4, rir=3)),
        ("failure", LoggedSet(type="failure", kg=80, reps=6)),
        ("failure rir 0", LoggedSet(type="failure", kg=80, reps=6, rir=0)),
        ("right", LoggedSet(kg=80, reps=6, rir=3, side="right")),
        ("30s", LoggedSet(kg=80, seconds=30, rir=3)),
    ],
)
def test_what_is_left_out_is_as_in_the_set_at_hand(text: str, expected: LoggedSet) -> None:
    assert said(text, draft=DRAFT) == expected


def test_the_type_at_hand_stays_unless_another_is_said() -> None:
    drop = LoggedSet(type="drop", kg=60, reps=10)
    assert said("50x12", draft=drop) == LoggedSet(type="drop", kg=50, reps=12)


def test_bare_weights_are_in_the_athletes_units() -> None:
    assert said("180x5", units=MILES) == LoggedSet(kg=81.6466266, reps=5)


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("", "back_squat", "Nothing to read yet; write such as: 82.5x5 @8."),
        ("3x12", "push_up", '"3x12" at letter 1: one set at a time; write such as: 82.5x5 @8.'),
        ("80x5 80x4", "back_squat", '"80x4" at letter 6: one set at a time; write such as: 82.5x5 @8.'),
        ("80x5, 80x4", "back_squat", '"," at letter 5: one set at a time; write such as: 82.5x5 @8.'),
        ("rest 90", "push_up", '"rest 90" at letter 1: belongs to a plan, and this session was done; leave it out.'),
        ("superset 1", "back_squat", '"superset 1" at letter 1: belongs to the whole exercise; leave it out.'),
        ("80x5 failur", "back_squat", '"failur" at letter 6: says nothing of a set. Did you mean "failure"?'),
        ("82,5x5", "back_squat", '"82,5x5" at letter 1: put a point in 82.5.'),
        ("80x5 85kg", "back_squat", '"85kg" at letter 6: "80x5" already says the weight; leave one out.'),
    ],
)  # fmt: skip
def test_what_is_no_set_says_so(text: str, name: str, line: str) -> None:
    assert error(text, name) == line


@given(SETS, EXERCISES, UNITS, UNITS)
def test_a_set_reads_back_as_it_was_written(one: LoggedSet, exercise: Exercise | None, units: Units, to: Units) -> None:
    line = write_set(one, exercise, units)
    assert read_set(line, exercise, to, EMPTY) == one, line


@given(SETS, SETS, EXERCISES)
def test_what_was_written_wins_over_the_set_at_hand(
    one: LoggedSet, draft: LoggedSet, exercise: Exercise | None
) -> None:
    found = read_set(write_set(one, exercise, METRIC), exercise, METRIC, replace(draft, type="work"))
    assert isinstance(found, LoggedSet)
    assert found.type == one.type
    for name in ("kg", "reps", "seconds", "metres", "contacts", "side", "rir"):
        assert getattr(one, name) in (None, getattr(found, name))


@given(LINES, EXERCISES, UNITS)
def test_any_text_gives_a_sound_set_or_an_error_that_points_into_it(
    line: str, exercise: Exercise | None, units: Units
) -> None:
    found = read_set(line, exercise, units, DRAFT)
    if isinstance(found, EntryError):
        assert line[found.at :].startswith(found.word)
        assert not any(category(letter).startswith("C") and letter < "\xa0" for letter in found.line())
    else:
        assert msgspec.convert(msgspec.to_builtins(found), LoggedSet) == found


def test_rpe_is_ten_less_what_was_left() -> None:
    # RULES 2.1: 5@8 leaves two, 5@8.5 one and a half.
    assert [rpe_of(rir) for rir in (0, 2, 1.5, 10, 11)] == [10, 8, 8.5, 0, None]
    assert [rir_of(rpe) for rpe in (10, 8, 8.5, 0, 10.5)] == [0, 2, 1.5, 10, None]
