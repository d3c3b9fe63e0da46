"""What a set is counted in: reps, seconds, metres or contacts."""

from typing import Final, Literal

from data.model import Exercise, Measure

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
