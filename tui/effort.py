"""How hard a set was, as the athlete counts it: reps left in reserve, or a rating of the set. Knows no Textual.

What was left in reserve is what is kept.
"""

from typing import Final, NamedTuple

from data.effort import Effort, rir_of, rpe_of
from data.model import Amount
from data.units import format_number

# [choice] A set rated lower was a warm-up.
LEAST_RPE: Final = 5
# What has been typed of it: nothing yet, the 1 of a 10, a number that a point can follow, and one with its point.
ASKED: Final = "r"
_TEN: Final = "r1"
_SAID: Final = "said"
_HALF: Final = "said."


class Said(NamedTuple):
    """What a key made of it: what has been typed now, and the reps in reserve where it says so."""

    typed: str
    rir: Amount | None


def is_effort(typed: str) -> bool:
    """Whether what is typed is an effort, and no weight or amount."""
    return typed in (ASKED, _TEN, _SAID, _HALF)


def is_typing(typed: str) -> bool:
    """Whether something is typed that is not over yet. An effort is over once it has its number."""
    return typed not in ("", _SAID)


def is_waiting(typed: str) -> bool:
    """Whether a digit is waited for."""
    return typed in (ASKED, _TEN)


def said(typed: str, character: str, rir: Amount | None, effort: Effort) -> Said | None:
    """The effort with one more character typed: "8", "8.5", "0" or "10" for a rating of ten, "2" and "1.5" in reserve.

    None where the character is no part of it: then it means something else, or, while it is waited for, nothing.
    """
    digit = int(character) if character.isascii() and character.isdecimal() else None
    if typed == _SAID and character == "." and rir is not None:
        return Said(_HALF, rir + 0.5 if effort == "rir" else max(0, rir - 0.5))
    if typed == _HALF and digit is not None:
        return Said("", rir) if digit == 5 else None
    if not is_waiting(typed) or digit is None:
        return None
    if effort == "rir":
        return Said(_SAID, digit)
    if digit == 0:
        return Said("", 0)
    if typed == ASKED and digit == 1:
        return Said(_TEN, None)
    return Said(_SAID, rir_of(digit)) if digit >= LEAST_RPE else None


def wanted(typed: str, effort: Effort) -> str:
    """What is to be typed of an effort that has been begun, in one line."""
    if typed == _HALF:
        return f"After the point only a 5 counts, as in {'1.5' if effort == 'rir' else '8.5'}. esc leaves it."
    if effort == "rir":
        return "RIR is how many reps were left: type it, as 2 or 1.5. esc leaves it."
    return f"RPE goes from {LEAST_RPE} to 10: type it, as 8 or 8.5. esc leaves it."


def effort_words(rir: Amount | None, effort: Effort) -> str:
    """ "RIR 2", "RPE 8"; nothing where it was not said."""
    rpe = None if rir is None or effort == "rir" else rpe_of(rir)
    if rpe is not None:
        return f"RPE {format_number(rpe)}"
    return "" if rir is None else f"RIR {format_number(rir)}"
