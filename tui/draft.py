"""The set about to be logged, while it is being changed: kilograms and amount by steps or by typing, RIR, type.

What is typed is kilograms, then "x", then the amount ("82.5x5"); on an exercise that takes no weight, the amount.
"""

from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from data.amounts import AMOUNT_STEPS, amount_field
from data.model import Amount, Exercise, LoggedSet, SetType
from data.plates import Rack, stepped
from data.units import Units, parse_weight

_TYPES: Final[tuple[SetType, ...]] = ("warmup", "work", "drop", "failure")
_MOST_DIGITS: Final = 6
# Typed text that waits for the digit of an RIR.
RIR: Final = "r"


class Typed(NamedTuple):
    """What has been typed so far: of the weight and of the amount, each None where it was not touched."""

    kg: str | None
    amount: str | None


def takes_kg(exercise: Exercise | None) -> bool:
    """Whether the exercise is done with a weight; one that the catalogue does not know may be."""
    return exercise is None or exercise.loaded


def is_barbell(exercise: Exercise | None) -> bool:
    """Whether the exercise is done with a barbell."""
    return exercise is not None and "barbell" in exercise.equipment


def typed_parts(text: str, exercise: Exercise | None) -> Typed:
    """The typed text taken apart: "82.5x5" in full, "82.5" a weight, or the amount where no weight is taken."""
    if "x" in text:
        kg, _, amount = text.partition("x")
        return Typed(kg, amount)
    return Typed(text, None) if takes_kg(exercise) else Typed(None, text)


def typed_more(text: str, character: str) -> str | None:
    """The typed text with one more character; None where it cannot go there, so that the key means something else."""
    if character.isdecimal() and character.isascii():
        longer = text + character
    elif character in ".," and text and "." not in text.rpartition("x")[2]:
        longer = text + "."
    elif character in "x*×" and text and "x" not in text:
        longer = text + "x"
    else:
        return None
    return longer if len(longer.rpartition("x")[2]) <= _MOST_DIGITS else text


def with_typed(draft: LoggedSet, text: str, exercise: Exercise | None, units: Units) -> LoggedSet:
    """The set with what was typed; what is empty or makes no sense leaves it as it was."""
    typed = typed_parts(text, exercise)
    kg = parse_weight(typed.kg.rstrip("."), units) if typed.kg else None
    if kg is not None:
        draft = replace(draft, kg=kg)
    amount = typed.amount.partition(".")[0] if typed.amount else ""
    return _with_amount(draft, exercise, int(amount)) if amount else draft


def nudged_kg(draft: LoggedSet, steps: int, exercise: Exercise | None, rack: Rack) -> LoggedSet:
    """The set so many smallest plate steps heavier."""
    return replace(draft, kg=stepped(draft.kg, steps, rack, barbell=is_barbell(exercise)))


def nudged_amount(draft: LoggedSet, steps: int, exercise: Exercise | None) -> LoggedSet:
    """The set with so many more reps or contacts, or five seconds or metres each."""
    field = amount_field(exercise)
    return _with_amount(draft, exercise, max(0, (getattr(draft, field) or 0) + steps * AMOUNT_STEPS[field]))


def with_rir(draft: LoggedSet, digit: str) -> LoggedSet:
    """The set with so many reps left in reserve."""
    return replace(draft, rir=int(digit))


def next_type(draft: LoggedSet, prescribed: LoggedSet | None) -> LoggedSet:
    """The set as the next type: warm-up, work, drop, failure. A failure has nothing in reserve, a warm-up says nothing
    of it, and the others what was prescribed."""
    kind = _TYPES[(_TYPES.index(draft.type) + 1) % len(_TYPES)]
    usual = prescribed.rir if prescribed else None
    rir: dict[SetType, Amount | None] = {"warmup": None, "failure": 0}
    return replace(draft, type=kind, rir=rir.get(kind, usual))


def _with_amount(draft: LoggedSet, exercise: Exercise | None, amount: Amount) -> LoggedSet:
    field: dict[str, Any] = {amount_field(exercise): amount}
    return replace(draft, **field)
