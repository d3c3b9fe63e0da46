"""A line that means nothing points at the word and says what would do."""

import pytest

from data.model import LoggedSession
from tests.data.reading import MILES, error, logged, read


@pytest.mark.parametrize(
    ("line", "at", "word", "suggestion"),
    [
        ("squatt 3x5 80kg", 0, "squatt", "squat"),
        ("run 10k temop", 8, "temop", "tempo"),
        ("tomorow run 60m", 0, "tomorow", "tomorrow"),
        ("lift bulgarian  splt squat 3x8", 5, "bulgarian  splt squat", "bulgarian split squat"),
        ("run 10", 4, "10", "10km"),
        ("run 45", 4, "45", "45min"),
        ("run 10k @7", 8, "@7", "rpe 7"),
        ("run zzzzzz", 4, "zzzzzz", None),
        ("run 60m 48:30", 8, "48:30", None),
        ("run easy tempo", 9, "tempo", None),
        ("squat 3x5 80kg 90kg", 15, "90kg", None),
        ("squat 3x5 5 reps 80kg", 10, "5 reps", None),
        ("exercise", 0, "exercise", None),
        ("squat 0x5", 6, "0x5", None),
        ("squat 51 sets", 6, "51 sets", None),
        ("squat 3x5, 80kg", 11, "80kg", None),
        ("squat 3x5 80,45min", 10, "80,45min", None),
        ("3x5 80kg", 0, "3x5", None),
        ("run 5x400m", 4, "5x400m", None),
        ("squat 82,5x5", 6, "82,5x5", None),
        ("run squat 3x5", 4, "squat", None),
        ("bike 45m easy", 9, "easy", None),
        ("gym a squat 3x5", 6, "squat", None),
        ("gym c", 0, "gym", None),
        ("home", 0, "home", None),
        ("run rpe", 4, "rpe", None),
        ("run rpe 11", 4, "rpe 11", None),
        ("run hr 999", 4, "hr 999", None),
        ("run niggle knee", 4, "niggle", None),
        ("run 7000 min", 4, "7000 min", None),
        ("2026-02-30 run 5k", 0, "2026-02-30", None),
        ("31 feb run 5k", 0, "31 feb", None),
        ("run at 25:00", 7, "25:00", None),
        ("run zone Mars/Base", 9, "Mars/Base", None),
        ("tomorrow run 60m rpe 7", 17, "rpe 7", None),
        ("log tomorrow run 60m", 0, "log", None),
        ("plan run 60m hr 150", 13, "hr 150", None),
        ("run 60m locked", 8, "locked", None),
        ("squat 3x5 rest 90", 10, "rest 90", None),
        ("tomorrow squat 3x5 ramp 51", 19, "ramp 51", None),
        ("tomorrow squat warmup 3x5", 15, "warmup", None),
        ("tomorrow squat 3x30s", 15, "3x30s", None),
        ('run "hills', 4, '"hills', None),
        ("45m rpe 7", 0, "", None),
        ("", 0, "", None),
        (" , ", 0, "", None),
    ],
)
def test_an_error_points_at_the_word(line: str, at: int, word: str, suggestion: str | None) -> None:
    found = error(line)
    assert (found.at, found.word, found.suggestion) == (at, word, suggestion)
    assert found.message


def test_the_suggestion_takes_the_place_of_the_word() -> None:
    for line in ("squatt 3x5 80kg", "run 10", "lift bulgarian  splt squat 3x8", "run 10k @7"):
        found = error(line)
        mended = line[: found.at] + (found.suggestion or "") + line[found.at + len(found.word) :]
        assert isinstance(read(mended), LoggedSession)


def test_a_bare_number_is_suggested_in_the_athletes_units() -> None:
    assert error("run 10", units=MILES).suggestion == "10mi"


@pytest.mark.parametrize("line", ["run 10k note " + "x" * 50_000, "1" * 1_000_000, "run " * 20_000])
def test_a_line_that_is_a_book_is_refused(line: str) -> None:
    assert "too long" in error(line).message
    assert len(error(line).line()) < 100


def test_a_note_of_a_thousand_words_is_none_too_long() -> None:
    note = "downhill " * 1000
    assert logged(f"run 10k note {note}").notes == note.strip()


def test_bytes_that_are_no_letter_become_question_marks() -> None:
    assert logged('run 10k 48:30 "caf\udce9"').title == "caf?"
    assert logged("run 10k 48:30 note \udcff wet").notes == "? wet"
    assert error("run \udcff").word == "?"


def test_what_was_typed_cannot_command_the_terminal() -> None:
    assert error("run \x1b[31mred").line().startswith('"␛[31mred" at letter 5: ')
