"""What a line says of a session: the examples of the guide, runs, other training, templates."""

import re
from pathlib import Path
from typing import Any

import pytest

from data.entry import EntryError
from data.model import LoggedExercise, LoggedSet, Niggle, PlannedSession
from tests.builders import moment
from tests.data.reading import CATALOGUE, logged, planned, read, written

GUIDE = Path(__file__).parents[2] / "docs" / "entry.md"
EXAMPLES = re.findall(r"^\| `(.+?)` \| `(.+?)` \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_guide_has_examples() -> None:
    assert len(EXAMPLES) > 40


@pytest.mark.parametrize(("line", "outcome"), EXAMPLES)
def test_an_example_of_the_guide_is_true(line: str, outcome: str) -> None:
    found = read(line)
    assert (found.line() if isinstance(found, EntryError) else written(found)) == outcome


def test_a_run_that_just_ended() -> None:
    run = logged("run 10k 48:30 tempo rpe 7 hr 152")
    assert (run.kind, run.type, run.distance_m, run.minutes, run.rpe, run.hr_avg) == (
        "run",
        "tempo",
        10_000,
        48.5,
        7,
        152,
    )
    assert run.start == moment("2026-06-01 11:11")  # 48 and a half minutes before noon, to the minute
    assert (run.zone, run.clock) == ("Europe/Berlin", "exact")


def test_a_run_that_is_planned() -> None:
    run = planned("tomorrow 6:30 run 60m easy")
    assert (run.kind, run.type, run.minutes, run.distance_m) == ("run", "easy", 60, None)
    assert run.start == moment("2026-06-02 06:30")
    assert (run.status, run.clock) == ("planned", "exact")


def test_the_words_come_in_any_order() -> None:
    first, second = logged("run 10k 48:30 tempo rpe 7 hr 152"), logged("RPE 7 hr152 Tempo 10 km 48:30")
    assert (first.type, first.distance_m, first.minutes, first.rpe, first.hr_avg) == (
        second.type, second.distance_m, second.minutes, second.rpe, second.hr_avg,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("60m", {"minutes": 60}),
        ("399m", {"minutes": 399}),
        ("400m", {"distance_m": 400}),
        ("400 metres", {"distance_m": 400}),
        ("200 metres", {"distance_m": 200}),
        ("5000m", {"distance_m": 5000}),
        ("60min", {"minutes": 60}),
        ("600 min", {"minutes": 600}),
        ("1h30", {"minutes": 90}),
        ("1 h 30", {"minutes": 90}),
        ("1.5h", {"minutes": 90}),
        ("1:02:03", {"minutes": 3723 / 60}),
        ("90 seconds", {"minutes": 1.5}),
        ("6mi", {"distance_m": 9656.064}),
        ("10,5 km", {"distance_m": 10_500}),
        ("half marathon", {"distance_m": 21097.5, "type": "race"}),
        ("marathon", {"distance_m": 42195, "type": "race"}),
        ("marathon steady", {"distance_m": 42195, "type": "steady"}),
        ("time trial", {"type": "time_trial"}),
        ("rpe 7.5", {"rpe": 7.5}),
        ("rpe7/10", {"rpe": 7}),
        ("hrmax 171", {"hr_max": 171}),
        ("asc 300 desc 400m", {"ascent_m": 300, "descent_m": 400}),
        ("felt hard", {"mark": "hard"}),
        ("niggle left knee 3", {"niggles": (Niggle("left knee", 3),)}),
        ("niggle knee 3 niggle hip 1", {"niggles": (Niggle("knee", 3), Niggle("hip", 1))}),
        ('"Six hills"', {"title": "Six hills"}),
        ('title "Say ""run"""', {"title": 'Say "run"'}),
        ('note 3x5, "odd" @8', {"notes": '3x5, "odd" @8'}),
    ],
)
def test_what_a_word_says_of_a_run(words: str, fields: dict[str, Any]) -> None:
    session = logged(f"run {words}")
    assert {name: getattr(session, name) for name in fields} == fields


def test_other_training_is_titled_by_its_sport() -> None:
    assert (logged("bike 45m rpe 5").kind, logged("bike 45m rpe 5").title) == ("cross", "Bike")
    assert logged('swim 1h "Open water"').title == "Open water"
    assert logged("row 30m").kind == "cross"
    assert logged("row 3x8 24kg").kind == "strength"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("gym a", "gym_2day/A"), ("Gym B", "gym_2day/B"), ("home b", "home_2day/B"), ("home_2day/A", "home_2day/A"),
        ("off-season c", "offseason_3day/C"), ("maintenance", "maintenance_1day/A"),
    ],
)  # fmt: skip
def test_a_template_goes_by_a_short_name(words: str, key: str) -> None:
    session = planned(f"{words} tue 18:00")
    assert (session.kind, session.template, session.exercises) == ("strength", key, ())


def test_every_template_of_the_catalogue_has_a_short_name() -> None:
    for key in CATALOGUE.templates:
        session = PlannedSession("id", "strength", moment("2026-06-02 18:00"), "Europe/Berlin", template=key)
        line = written(session)
        assert key not in line
        assert planned(line).template == key


def test_a_template_that_was_done_is_logged_as_prescribed() -> None:
    lift = logged("yesterday gym a rpe 7")
    assert (lift.title, lift.rpe) == ("Gym A", 7)
    assert lift.exercises[0] == LoggedExercise("pogo_hop", sets=(LoggedSet(contacts=20),) * 2)
    assert lift.exercises[1] == LoggedExercise("back_squat", sets=(LoggedSet(reps=5, rir=2),) * 3)
