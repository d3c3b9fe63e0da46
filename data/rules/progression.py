"""Next time: the weight, the amount or the variation of an exercise, from its last two sessions (RULES 4.3)."""

from collections.abc import Iterable
from typing import Final, Literal

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.model import Amount, Id, LoggedSession, PlannedExercise, Value
from data.plates import Rack, nearest, rounded_down, rounded_up
from data.rules.dose import scaled
from data.rules.explain import number_words
from data.rules.lighter import LIGHTER_SHARE
from data.rules.progression_case import (
    ENOUGH_RIR,
    Case,
    best_effort,
    case_of,
    in_another_range,
    left_in_reserve,
    missed,
    too_hard,
)
from data.rules.strength import e1rm, kg_for

Kind = Literal["heavier", "more reps", "same", "lighter", "harder variation", "add load", "deload"]

# The smallest step up, and the one from which more reps come first. ACSM 2009 has steps of 2 to 10 %.
STEP: Final = 0.025
_BIG_STEP: Final = 0.10
# What comes off after two misses.
CUT: Final = 0.10
# More reps than the top of the range that a big step asks for first.
_REPS_FIRST: Final = 3
# [choice] RIR of a plan that says none, where the chart needs one.
USUAL_RIR: Final = 2
# Weights that come out of a division are compared without its last digits, kg.
_CLOSE: Final = 0.05


class NextTime(Value, frozen=True):
    """What to do of an exercise next time, and why in one line. `kg` is None without added weight; `exercise_instead`
    is the harder variation to change to."""

    exercise: Id
    kind: Kind
    reason: str
    sets: int
    amount: Amount
    kg: Amount | None = None
    exercise_instead: Id | None = None


def next_time(
    planned: PlannedExercise,
    logged: Iterable[LoggedSession],
    catalogue: Catalogue,
    rack: Rack,
    lighter: bool = False,
) -> NextTime | None:
    """The next time of a planned exercise after these sessions, in any order; `lighter` in a lighter week.

    None where it was not done in them, where the plan names no amount, where many more reps are planned than were done
    and the chart does not say how much lighter, and of what does not progress so: mobility, jumps, drills.
    """
    case = case_of(planned, logged, catalogue, rack)
    if case is None:
        return None
    found = _loaded(case) if case.past[0].kg else _unloaded(case, catalogue)
    return _deload(case, found) if found and lighter else found


def filled_in(planned: PlannedExercise, then: NextTime | None) -> PlannedExercise:
    """What is planned with what next time says of it; as it is where it has a weight of its own."""
    if then is None or planned.kg is not None:
        return planned
    return replace(planned, sets=then.sets, amount=then.amount, kg=then.kg)


def kg_by_effort(
    kg: float, reps: float, rir: float | None, then_reps: float, then_rir: float, rack: Rack, *, barbell: bool
) -> Amount | None:
    """The weight for other reps, by the e1RM of a set and the RPE chart, as near as it can be had (RULES 2.1).

    None where the set or the chart says too little.
    """
    most = e1rm(kg, reps, rir)
    wanted = most and kg_for(most, then_reps, then_rir)
    return nearest(wanted, rack, barbell=barbell) if wanted else None


def _loaded(case: Case) -> NextTime | None:
    last, before = case.past[0], case.past[1:]
    kg, least = last.kg or 0, min(last.amounts)
    if in_another_range(case, last):
        found = _other_reps(case, kg)
        if found or least < case.aim.bottom:
            return found
    if missed(case, last):
        if any(missed(case, each) and not in_another_range(case, each) and (each.kg or 0) <= kg for each in before):
            return _cut(case, kg)
        if least >= case.aim.bottom:
            return _made(case, "same", "harder than planned: the same again", kg, min(least, case.aim.top))
    elif least >= case.aim.top and left_in_reserve(last, case.planned.rir):
        return _step_up(case, kg, least)
    elif least >= case.aim.top:
        left = f" with {number_words(case.planned.rir or 0, 1)} left"
        return _made(case, "same", f"{case.words(case.aim.top)} again,{left}", kg, case.aim.top)
    wanted = max(case.aim.bottom, min(case.aim.top, least + case.step))
    return _made(case, "more reps", f"more than {case.words(least)} first", kg, wanted)


def _step_up(case: Case, kg: Amount, least: Amount) -> NextTime:
    """The smallest step of at least 2.5 %; where that is more than 10 %, first three more reps."""
    heavier = rounded_up(max(kg * (1 + STEP), kg + _CLOSE), case.rack, barbell=case.barbell)
    if heavier is None:
        return _made(case, "same", "no plates make it heavier", kg, case.aim.top)
    first = case.aim.top + _REPS_FIRST * case.step
    if heavier > kg * (1 + _BIG_STEP) + _CLOSE and least < first:
        more = f"the next weight is {number_words((heavier / kg - 1) * 100)} % more: first {case.words(first)}"
        return _made(case, "more reps", more, kg, least + case.step)
    return _made(case, "heavier", f"every set had {case.words(min(least, first))}", heavier, case.aim.bottom)


def _cut(case: Case, kg: Amount) -> NextTime:
    less = nearest(kg * (1 - CUT), case.rack, barbell=case.barbell)
    if less >= kg:
        less = rounded_down(kg - _CLOSE, case.rack, barbell=case.barbell)
    amount = case.planned.amount or case.aim.bottom
    if not 0 < less < kg:
        return _made(case, "same", "missed twice, and nothing is lighter", kg, case.aim.bottom)
    return _made(case, "lighter", "missed twice: about 10 % off", less, amount)


def _other_reps(case: Case, kg: Amount) -> NextTime | None:
    """By the chart, and never more than 10 % heavier."""
    amount, rir = best_effort(case)
    wanted = case.planned.amount or 0
    then = USUAL_RIR if case.planned.rir is None else case.planned.rir
    if case.known and case.known.measure != "reps_kg":
        return None
    found = kg_by_effort(kg, amount, rir, wanted, then, case.rack, barbell=case.barbell)
    if found is None:
        return None
    limit = kg * (1 + _BIG_STEP) + _CLOSE
    if found > limit:
        less = rounded_down(kg * (1 + _BIG_STEP), case.rack, barbell=case.barbell)
        found = less if kg < less <= limit else kg
    kind: Kind = "heavier" if found > kg else "lighter" if found < kg else "same"
    return _made(case, kind, f"{case.words(wanted)} after {number_words(amount)}: by the RPE chart", found, wanted)


def _unloaded(case: Case, catalogue: Catalogue) -> NextTime:
    last, enough = case.past[0], case.enough
    least = min(last.amounts)
    easy = [min(each.amounts) >= enough and left_in_reserve(each, ENOUGH_RIR) for each in case.past]
    if len(easy) > 1 and all(easy):
        harder = case.known.harder if case.known else ""
        twice = f"twice {case.words(enough)}, {ENOUGH_RIR} left"
        if harder:
            return _made(case, "harder variation", f"{twice}: {catalogue.name(harder)}", None, least, harder)
        return _made(case, "add load", f"{twice}: time to add load", None, least)
    if too_hard(case, last):
        return _made(case, "same", "harder than planned: the same again", None, least)
    if least >= case.most:
        return _made(case, "same", f"{case.words(least)} again, with {ENOUGH_RIR} left", None, least)
    return _made(case, "more reps", f"more than {case.words(least)}", None, min(case.most, least + case.step))


def _deload(case: Case, usual: NextTime) -> NextTime:
    """Six tenths of the sets, and no step up."""
    sets = scaled([case.planned], LIGHTER_SHARE)[0].sets
    kg = None if usual.kg is None else min(usual.kg, case.past[0].kg or usual.kg)
    fewer = f"{sets} of {case.planned.sets} sets" if sets < case.planned.sets else "no step up"
    return NextTime(usual.exercise, "deload", f"a lighter week: {fewer}", sets, case.planned.amount or usual.amount, kg)


def _made(
    case: Case, kind: Kind, reason: str, kg: Amount | None, amount: Amount, instead: str | None = None
) -> NextTime:
    return NextTime(case.planned.exercise, kind, reason, case.planned.sets, amount, kg, instead)
