"""What a person typed never reaches the terminal as a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text import plain


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Easy run", "Easy run"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("bell\x07", "bell␇"),
        ("two\nlines\tand a tab\r\n", "two lines and a tab  "),
        ("del\x7f", "del␡"),
        ("c1 \x9b31m", "c1 �31m"),
        ("right \u202eto left", "right �to left"),
        ("half a pair \ud800", "half a pair �"),
        ("an\u00adna\ufeff \u2060k\u200bm", "an�na� �k m"),
        ("می\u200cروم", "می\u200cروم"),
        ("Läufe 跑步 👩\u200d🦰 e\u0301", "Läufe 跑步 👩\u200d🦰 e\u0301"),
    ],
)
def test_controls_are_shown_and_letters_stay(typed: str, shown: str) -> None:
    assert plain(typed) == shown


@given(st.text())
def test_nothing_a_terminal_obeys_is_left(typed: str) -> None:
    shown = plain(typed)
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert len(shown) == len(typed)
    assert plain(shown) == shown
    assert len(shown.splitlines()) <= 1
