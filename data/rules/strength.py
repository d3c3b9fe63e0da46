"""e1RM: the most that could be lifted once, as a set tells it, and the weight for the next one (RULES 2.1).

Kilograms and repetitions throughout; RIR is repetitions in reserve, and RPE 8 is RIR 2. Above 12 repetitions a set says
too little about one.
"""

import math
from collections.abc import Iterable
from typing import Final, Literal, get_args

from data.catalogue import Catalogue
from data.model import LoggedExercise, LoggedSession, LoggedSet, Value
from data.rules.explain import Explanation, number_words, session_words
from data.rules.volume import working
from data.text import plain
from data.units import Units, format_weight

Formula = Literal["epley", "brzycki", "wathan", "lombardi"]

_MOST_REPS: Final = 12
# The share of the e1RM that can be lifted 1, 2, 3 … times to failure; a repetition in reserve counts like one done.
_CHART: Final = (
    1, 0.955, 0.922, 0.892, 0.863, 0.837, 0.811, 0.786, 0.762, 0.739, 0.707, 0.680, 0.653, 0.626, 0.599, 0.572,
)  # fmt: skip


class BestSet(Value, frozen=True):
    """The set of an exercise with the highest e1RM, in kg, and the session that it was done in."""

    session: LoggedSession
    exercise: str
    done: LoggedSet
    e1rm: float


def e1rm(kg: float, reps: float, rir: float | None = None) -> float | None:
    """The e1RM as legday shows it: by the chart where RIR is known, else by Epley, as if the set went to failure.

    None where the set says too little: no weight, more than 12 repetitions, or too far from failure.
    """
    return e1rm_by("epley", kg, reps) if rir is None else e1rm_by_effort(kg, reps, rir)


def e1rm_by(formula: Formula, kg: float, reps: float) -> float | None:
    """The e1RM of a set to failure by one of the four formulas; None above 12 repetitions and without a weight."""
    if kg <= 0 or not 1 <= reps <= _MOST_REPS:
        return None
    if formula == "epley":
        return kg * (1 + reps / 30) if reps > 1 else kg
    if formula == "brzycki":
        return 36 * kg / (37 - reps)
    if formula == "wathan":
        return 100 * kg / (48.8 + 53.8 * math.exp(-0.075 * reps))
    return kg * math.pow(reps, 0.10)


def e1rm_by_effort(kg: float, reps: float, rir: float) -> float | None:
    """The e1RM by the RPE chart (Zourdos 2016); None where the chart has no such set, and without a weight."""
    share = chart_share(reps, rir)
    return kg / share if share and kg > 0 else None


def kg_for(e1rm: float, reps: float, rir: float) -> float | None:
    """The weight for so many repetitions with so many left, by the same chart; None where it has no such set."""
    share = chart_share(reps, rir)
    return e1rm * share if share else None


def chart_share(reps: float, rir: float) -> float | None:
    """The chart's share of the e1RM, 0.572 to 1. Between two steps it is in proportion, half way their mean.

    None above 12 repetitions, and outside of 1 to 16 repetitions done and in reserve.
    """
    place = reps + rir - 1
    if not 1 <= reps <= _MOST_REPS or rir < 0 or place > len(_CHART) - 1:
        return None
    below = int(place)
    above = min(below + 1, len(_CHART) - 1)
    return _CHART[below] + (_CHART[above] - _CHART[below]) * (place - below)


def e1rm_of_set(done: LoggedSet) -> float | None:
    """The e1RM of a set; None of a warm-up, and where it has no weight or no repetitions. Failure is RIR 0."""
    if done.type == "warmup" or done.kg is None or done.reps is None:
        return None
    return e1rm(done.kg, done.reps, _rir(done))


def best_set(session: LoggedSession, exercise: LoggedExercise, catalogue: Catalogue) -> BestSet | None:
    """The set of an exercise of the session with the highest e1RM, the first of like ones; None where none has one.

    So has an exercise whose weight is not all that is lifted, such as a pull-up.
    """
    known = catalogue.exercise(exercise.exercise)
    if known and known.measure != "reps_kg":
        return None
    found = [(most, each) for each in exercise.sets if (most := e1rm_of_set(each)) is not None]
    if not found:
        return None
    most, done = max(found, key=lambda each: each[0])
    return BestSet(session, exercise.exercise, done, most)


def best_lifts(logged: Iterable[LoggedSession], catalogue: Catalogue) -> dict[str, BestSet]:
    """The best set of every exercise that has one, by exercise; of like ones the first in the order given."""
    bests: dict[str, BestSet] = {}
    for session in logged:
        for exercise in session.exercises:
            best = best_set(session, exercise, catalogue)
            if best and (exercise.exercise not in bests or best.e1rm > bests[exercise.exercise].e1rm):
                bests[exercise.exercise] = best
    return bests


def explain_e1rm(
    session: LoggedSession, exercise: LoggedExercise, catalogue: Catalogue, units: Units
) -> Explanation | None:
    """The e1RM of an exercise of a session, by its best set; None where no set was done with a weight."""
    best = best_set(session, exercise, catalogue)
    sets = [each for each in working(exercise.sets) if each.kg and each.reps]
    known = catalogue.exercise(exercise.exercise)
    if not sets or (known and known.measure != "reps_kg"):
        return None
    return Explanation(
        figure=f"e1RM {_name(exercise.exercise, catalogue)}: {session_words(session)}",
        value=weight_words(best.e1rm, units) if best else "",
        rule=_RULE,
        inputs=tuple((_set_words(each, units), _e1rm_words(e1rm_of_set(each), units)) for each in sets),
        steps=_steps(best.done, units) if best else (),
        source=_SOURCE,
        needs="" if best else "a set of at most 12 repetitions, not too far from failure",
    )


def explain_best_lift(best: BestSet, catalogue: Catalogue, units: Units) -> Explanation:
    """The highest e1RM of an exercise, and the set that it comes from."""
    return Explanation(
        figure=f"e1RM {_name(best.exercise, catalogue)}",
        value=weight_words(best.e1rm, units),
        rule=f"The best set of all. {_RULE}",
        inputs=((session_words(best.session), _set_words(best.done, units)),),
        steps=_steps(best.done, units),
        source=_SOURCE,
    )


def weight_words(kg: float, units: Units) -> str:
    """ "116.7 kg": an estimate, to one decimal."""
    return format_weight(round(kg, 1), units)


_RULE: Final = (
    "The most that you could lift once, estimated. Where the reps in reserve are known: weight / the chart's share "
    "for reps done and in reserve. Else Epley, as if the set went to failure: weight × (1 + reps / 30), a single as "
    "it is. No warm-ups, no sets of more than 12 reps."
)
_SOURCE: Final = "chart: Zourdos 2016; which is used when is a choice of legday"


def _rir(done: LoggedSet) -> float | None:
    return 0 if done.rir is None and done.type == "failure" else done.rir


def _steps(done: LoggedSet, units: Units) -> tuple[str, ...]:
    """How the e1RM comes from the set; without RIR also what the other formulas make of it."""
    kg, reps, rir = done.kg or 0, done.reps or 0, _rir(done)
    weight, most = format_weight(kg, units), _e1rm_words(e1rm_of_set(done), units)
    if rir is not None:
        share = number_words(chart_share(reps, rir) or 0, 4)
        return (f"{reps} done and {number_words(rir, 1)} in reserve: {share}", f"{weight} / {share} = {most}")
    others = [formula for formula in get_args(Formula) if formula != "epley"]
    said = [f"{formula.title()} {_e1rm_words(e1rm_by(formula, kg, reps), units)}" for formula in others]
    by_epley = f"{weight} × (1 + {reps} / 30) = {most}" if reps > 1 else f"a single: {most}"
    return (by_epley, f"for comparison {', '.join(said)}")


def _set_words(done: LoggedSet, units: Units) -> str:
    rir = _rir(done)
    return f"{format_weight(done.kg or 0, units)} × {done.reps}" + (
        "" if rir is None else f" RIR {number_words(rir, 1)}"
    )


def _e1rm_words(kg: float | None, units: Units) -> str:
    return "says too little" if kg is None else weight_words(kg, units)


def _name(exercise: str, catalogue: Catalogue) -> str:
    return plain(catalogue.name(exercise))
