"""How long a lift takes, worked out from what it prescribes (RULES 4.4)."""

from collections.abc import Sequence
from typing import Final

from data.catalogue import Catalogue
from data.model import Amount, PlannedExercise, PlannedSession

# Seconds: before the first set, after the last, to set an exercise up, to get into place for a set, for a ramp set.
WARM_UP: Final = 360
TIDY_UP: Final = 120
SET_UP: Final = 60
INTO_PLACE: Final = 10
RAMP_SET: Final = 60
# What a repetition takes without a tempo of its own, and a rest that is not said.
_SECONDS_A_REP: Final = 4
_REST: Final = 60


def estimated_minutes(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> float:
    """Minutes from the first warm-up to the door, to be rounded where shown; 0 for a lift that prescribes nothing."""
    if not exercises:
        return 0
    return (WARM_UP + sum(_seconds(each, catalogue) for each in exercises) + TIDY_UP) / 60


def planned_minutes(plan: PlannedSession, catalogue: Catalogue) -> Amount | None:
    """How long a planned session is to take: as said, else for a lift as estimated from what it prescribes, in whole
    minutes; None where neither is known."""
    if plan.minutes is not None:
        return plan.minutes
    return round(estimated_minutes(catalogue.prescribed(plan), catalogue)) or None


def set_seconds(
    exercise: str, amount: Amount | None, tempo: str | None, catalogue: Catalogue, *, one_side: bool = False
) -> float:
    """One set in seconds, both sides of it unless it is `one_side`: its repetitions at their tempo, its seconds, a
    second a metre or a contact."""
    known, amount = catalogue.exercise(exercise), amount or 0
    if known is None:
        return amount * _SECONDS_A_REP
    if known.measure == "contacts":
        return amount
    each = _tempo_seconds(tempo) if known.measure in ("reps", "reps_kg") else 1
    return amount * each * (2 if known.unilateral and not one_side else 1)


def _seconds(prescribed: PlannedExercise, catalogue: Catalogue) -> float:
    rest = _REST if prescribed.rest is None else prescribed.rest
    one = set_seconds(prescribed.exercise, prescribed.amount, prescribed.tempo, catalogue)
    work = prescribed.sets * (one + INTO_PLACE)
    return work + (prescribed.sets - 1) * rest + SET_UP + RAMP_SET * prescribed.ramp_sets


def _tempo_seconds(tempo: str | None) -> int:
    parts = tempo.split("-") if tempo else []
    return sum(map(int, parts)) if parts and all(part.isdecimal() for part in parts) else _SECONDS_A_REP
