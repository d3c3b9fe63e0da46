"""What a set is counted in: reps, seconds, metres or contacts."""

from collections.abc import Sequence
from typing import Final, Literal

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.model import Amount, Exercise, LoggedExercise, LoggedSet, Measure, PlannedExercise
from data.units import Units, format_number, format_weight

AmountField = Literal["reps", "seconds", "metres", "contacts"]

# The field of a set that holds what the exercise measures.
_FIELDS: Final[dict[Measure, AmountField]] = {
    "reps": "reps",
    "reps_kg": "reps",
    "seconds": "seconds",
    "metres": "metres",
    "contacts": "contacts",
}
# One more of it. [choice]
AMOUNT_STEPS: Final[dict[AmountField, int]] = {"reps": 1, "contacts": 1, "seconds": 5, "metres": 5}


def amount_field(exercise: Exercise | None) -> AmountField:
    """The field of a set that the exercise is counted in; reps for one that the catalogue does not know."""
    return _FIELDS[exercise.measure] if exercise else "reps"


def countable(amount: Amount | None, field: AmountField) -> Amount | None:
    """The amount; a whole one of reps and contacts, which are not done by halves."""
    return amount if amount is None or field in ("seconds", "metres") else round(amount)


def amount_words(amount: float, field: AmountField) -> str:
    """ "11 reps", "1 rep", "35 s", "30 m", "20 contacts"."""
    unit = {"seconds": "s", "metres": "m"}.get(field, field.removesuffix("s") if amount == 1 else field)
    return f"{format_number(amount)} {unit}"


def set_words(kg: float | None, amount: float, field: AmountField, units: Units) -> str:
    """A weight and an amount: "82.5 kg × 4", "25 kg · 35 m"; "11 reps" where there is no weight."""
    if not kg:
        return amount_words(amount, field)
    weight = format_weight(kg, units)
    return f"{weight} × {format_number(amount)}" if field == "reps" else f"{weight} · {amount_words(amount, field)}"


def as_prescribed(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> tuple[LoggedExercise, ...]:
    """The exercises as they are logged where all was done as prescribed: work sets, no ramp sets."""
    return tuple(_done(each, amount_field(catalogue.exercise(each.exercise))) for each in exercises)


def _done(prescribed: PlannedExercise, field: AmountField) -> LoggedExercise:
    one = replace(LoggedSet(kg=prescribed.kg, rir=prescribed.rir), **{field: countable(prescribed.amount, field)})
    return LoggedExercise(exercise=prescribed.exercise, group=prescribed.group, sets=(one,) * prescribed.sets)
