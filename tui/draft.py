"""The set about to be logged, while it is being changed: kilograms and amount by steps or by typing, RIR, type.

What is typed is kilograms, then "x", then the amount, then "@" and a rating of the set ("82.5x5 @8"); on an exercise
that takes no weight, the amount first.
"""

import re
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from data.amounts import AMOUNT_STEPS, amount_field
from data.effort import rir_of
from data.model import Amount, Exercise, LoggedSet, SetType
from data.plates import Rack, stepped
from data.units import Units, format_number, format_weight, parse_number, parse_weight

_TYPES: Final[tuple[SetType, ...]] = ("warmup", "work", "drop", "failure")
_MOST_DIGITS: Final = 6
# [choice] More than this in one set is a slip of the finger: kilograms; reps, contacts, seconds or metres.
_MOST_KG: Final = 1000
_MOST_OF_IT: Final = 3600


class Typed(NamedTuple):
    """What has been typed so far: of the weight, the amount and the rating, each None where it was not touched."""

    kg: str | None
    amount: str | None
    rpe: str | None = None


def takes_kg(exercise: Exercise | None) -> bool:
    """Whether the exercise is done with a weight; one that the catalogue does not know may be."""
    return exercise is None or exercise.loaded


def is_barbell(exercise: Exercise | None) -> bool:
    """Whether the exercise is done with a barbell."""
    return exercise is not None and "barbell" in exercise.equipment


def typed_parts(text: str, exercise: Exercise | None) -> Typed:
    """The typed text taken apart: "82.5x5 @8" in full, "82.5" a weight, or the amount where no weight is taken."""
    numbers, at, rpe = text.partition("@")
    rating, numbers = rpe if at else None, numbers.strip()
    if "x" in numbers:
        kg, _, amount = numbers.partition("x")
        return Typed(kg, amount, rating)
    if not numbers:
        return Typed(None, None, rating)
    return Typed(numbers, None, rating) if takes_kg(exercise) else Typed(None, numbers, rating)


def typed_more(text: str, character: str) -> str | None:
    """The typed text with one more character; None where it cannot go there, so that the key means something else."""
    if character == "@":
        return None if "@" in text else text + "@"
    if character == " ":
        return text + " " if text and not text.endswith((" ", "@")) and "@" not in text else None
    number = re.split("[x@]", text)[-1]
    if character.isdecimal() and character.isascii():
        longer = text.rstrip(" ") + character
    elif character in ".," and text and "." not in number and not text.endswith(("@", " ")):
        longer = text + "."
    elif character in "x*×" and text and not {"x", "@"} & set(text):
        longer = text.rstrip(" ") + "x"
    else:
        return None
    return longer if len(re.split("[x@]", longer)[-1]) <= _MOST_DIGITS else text


def with_typed(draft: LoggedSet, text: str, exercise: Exercise | None, units: Units) -> LoggedSet:
    """The set with what was typed; what is empty or makes no sense leaves it as it was."""
    typed = typed_parts(text, exercise)
    kg = parse_weight(typed.kg.rstrip("."), units) if typed.kg else None
    if kg is not None:
        draft = replace(draft, kg=kg)
    rpe = parse_number(typed.rpe.rstrip(".")) if typed.rpe else None
    if rpe is not None and (rir := rir_of(rpe)) is not None:
        draft = replace(draft, rir=rir)
    amount = typed.amount.partition(".")[0] if typed.amount else ""
    return _with_amount(draft, exercise, int(amount)) if amount else draft


def says_amount(text: str, exercise: Exercise | None) -> bool:
    """Whether the typed text says how many."""
    return bool(typed_parts(text, exercise).amount)


def typed_wrong(text: str, exercise: Exercise | None, units: Units) -> str | None:
    """What cannot be read of what was typed, is not finished, or cannot be meant, in one line; None where all of it can
    be."""
    typed = typed_parts(text, exercise)
    if typed.rpe == "":
        return f"{text} is not finished: type the rating behind it, 0 to 10, or take the @ back."
    if typed.amount == "":
        return f"{text} is not finished: type the {amount_field(exercise)} behind it, or take the x back."
    whole, _, part = (typed.amount or "").partition(".")
    if part.strip("0"):
        return f"{text} says {typed.amount} {amount_field(exercise)}: only whole ones count. Take the point back."
    kg = parse_weight(typed.kg.rstrip("."), units) if typed.kg else None
    if slip := too_much(kg, int(whole) if whole else None, units):
        return f"{slip} esc takes it back."
    number = parse_number(typed.rpe.rstrip(".")) if typed.rpe else None
    if not typed.rpe or (number is not None and rir_of(number) is not None):
        return None
    return f"@{typed.rpe} is no rating of a set: it goes up to 10, as in 82.5x5 @8."


def too_much(kg: float | None, amount: float | None, units: Units) -> str | None:
    """What of a set is more than anybody does, in one line; None where nothing is."""
    if kg is not None and kg > _MOST_KG:
        return f"{format_weight(kg, units)} is more than can be lifted."
    if amount is not None and amount > _MOST_OF_IT:
        return f"{format_number(amount)} is more than one set holds."
    return None


def nudged_kg(draft: LoggedSet, steps: int, exercise: Exercise | None, rack: Rack) -> LoggedSet:
    """The set so many smallest plate steps heavier."""
    return replace(draft, kg=stepped(draft.kg, steps, rack, barbell=is_barbell(exercise)))


def nudged_amount(draft: LoggedSet, steps: int, exercise: Exercise | None) -> LoggedSet:
    """The set with so many more reps or contacts, or five seconds or metres each."""
    field = amount_field(exercise)
    return _with_amount(draft, exercise, max(0, (getattr(draft, field) or 0) + steps * AMOUNT_STEPS[field]))


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
