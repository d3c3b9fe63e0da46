"""An effort as it is typed and as it is said."""

import pytest

from data.effort import Effort
from data.model import Amount
from tui.effort import ASKED, effort_words, is_typing, said


def typed(keys: str, effort: Effort) -> tuple[str, Amount | None]:
    """What is left to type and the RIR after the keys; the ones that are no part of it are left out."""
    text, rir = ASKED, None
    for key in keys:
        if now := said(text, key, rir, effort):
            text, rir = now.typed, rir if now.rir is None else now.rir
    return text, rir


@pytest.mark.parametrize(
    ("keys", "effort", "rir"),
    [
        ("2", "rir", 2),
        ("0", "rir", 0),
        ("1.5", "rir", 1.5),
        ("8", "rpe", 2),
        ("8.5", "rpe", 1.5),
        ("0", "rpe", 0),
        ("10", "rpe", 0),
        ("18", "rpe", 2),
        ("3", "rpe", None),
        ("x", "rir", None),
        (".", "rpe", None),
    ],
)
def test_digits_say_it(keys: str, effort: Effort, rir: float | None) -> None:
    assert typed(keys, effort)[1] == rir


@pytest.mark.parametrize(("keys", "waits"), [("", True), ("1", True), ("8", False), ("8.", True), ("8.5", False)])
def test_it_is_over_once_it_has_its_number(keys: str, waits: bool) -> None:
    assert is_typing(typed(keys, "rpe")[0]) == waits


def test_words() -> None:
    assert [effort_words(rir, "rpe") for rir in (None, 0, 1.5, 5)] == ["", "RPE 10", "RPE 8.5", "RPE 5"]
    assert [effort_words(rir, "rir") for rir in (None, 0, 1.5)] == ["", "RIR 0", "RIR 1.5"]
    assert effort_words(12, "rpe") == "RIR 12"
