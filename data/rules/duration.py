"""How long a lift takes, worked out from what it prescribes (RULES 4.4)."""

from collections.abc import Sequence
from typing import Final

from data.catalogue import Catalogue
from data.model import Amount, PlannedExercise, PlannedSession

# Seconds: before the first set, after the last, to set an exercise up, to get into place for a set, for a ramp set.
_WARM_UP: Final = 360
_TIDY_UP: Final = 120
_SET_UP: Final = 60
_INTO_PLACE: Final = 10
_RAMP_SET: Final = 60
# What a repetition takes without a tempo of its own, and a rest that is not said.
_SECONDS_A_REP: Final = 4
_REST: Final = 60


def estimated_minutes(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> float:
    """Minutes from the first warm-up to the door, to be rounded where shown; 0 for a lift that prescribes nothing."""
    if not exercises:
        return 0
    return (_WARM_UP + sum(_seconds(each, catalogue) for each in exercises) + _TIDY_UP) / 60


def planned_minutes(plan: PlannedSession, catalogue: Catalogue) -> Amount | None:
    """How long a planned session is to take: as said, else for a lift as estimated from what it prescribes, in whole
    minutes; None where neither is known."""
    if plan.minutes is not None:
        return plan.minutes
    return round(estimated_minutes(catalogue.prescribed(plan), catalogue)) or None


def _seconds(prescribed: PlannedExercise, catalogue: Catalogue) -> float:
    rest = _REST if prescribed.rest is None else prescribed.rest
    work = prescribed.sets * (_set_seconds(prescribed, catalogue) + _INTO_PLACE)
    return work + (prescribed.sets - 1) * rest + _SET_UP + _RAMP_SET * prescribed.ramp_sets


def _set_seconds(prescribed: PlannedExercise, catalogue: Catalogue) -> float:
    """One set, both sides of it: its repetitions at their tempo, its seconds, a second a metre or a contact."""
    exercise = catalogue.exercise(prescribed.exercise)
    amount = prescribed.amount or 0
    if exercise is None:
        return amount * _SECONDS_A_REP
    if exercise.measure == "contacts":
        return amount
    each = _tempo_seconds(prescribed.tempo) if exercise.measure in ("reps", "reps_kg") else 1
    return amount * each * (2 if exercise.unilateral else 1)


def _tempo_seconds(tempo: str | None) -> int:
    parts = tempo.split("-") if tempo else []
    return sum(map(int, parts)) if parts and all(part.isdecimal() for part in parts) else _SECONDS_A_REP
