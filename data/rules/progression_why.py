"""Why next time of an exercise is what it is (RULES 4.3)."""

from collections.abc import Iterator, Sequence
from typing import Final

from data.amounts import amount_field, set_words
from data.catalogue import Catalogue
from data.model import Amount, LoggedSession, PlannedExercise
from data.plates import Rack
from data.rules.explain import Explanation, number_words, session_words
from data.rules.last_times import Past
from data.rules.progression import CUT, STEP, USUAL_RIR, NextTime, next_time
from data.rules.progression_case import Case, best_effort, case_of, in_another_range
from data.rules.strength import e1rm, kg_for, weight_words
from data.text import plain
from data.units import Units, format_number, format_weight

_LOADED: Final = (
    "Every set at the top of the range with the planned reps in reserve: the smallest step of at least 2.5 %, and the "
    "bottom of the range again; where that step is more than 10 %, first three more reps. Otherwise one more rep. A "
    "set below the range, or two or more under the planned RIR, twice in a row: 10 % off. Sets of quite another range "
    "are turned by the RPE chart, to at most 10 % more. A set whose RIR nobody said counts by its reps alone."
)
_UNLOADED: Final = (
    "One more rep, or five seconds, until every set has 15 reps (12 a side, 60 s). Twice that with three left in "
    "reserve: the harder variation, or, where there is none, time to add load. A set whose RIR nobody said counts by "
    "its reps alone."
)
_LIGHTER: Final = (
    " Every fourth week of lifting in a row is a lighter one: 0.6 of the sets, and no step up. A week off, or with "
    "far fewer sets than the one before, begins the count again."
)
_SOURCE: Final = "steps of 2 to 10 %: ACSM 2009; chart: Zourdos 2016; the rest is a choice of legday"


def next_words(found: NextTime, catalogue: Catalogue, units: Units) -> str:
    """ "82.5 kg × 4", "11 reps", "35 s", "25 kg · 35 m"."""
    return set_words(found.kg, found.amount, amount_field(catalogue.exercise(found.exercise)), units)


def explain_next(
    planned: PlannedExercise,
    logged: Sequence[LoggedSession],
    catalogue: Catalogue,
    rack: Rack,
    units: Units,
    lighter: bool = False,
) -> Explanation | None:
    """Next time of a planned exercise after these sessions; None where there is nothing to say of it."""
    found, case = next_time(planned, logged, catalogue, rack, lighter), case_of(planned, logged, catalogue, rack)
    if found is None or case is None:
        return None
    inputs = [("planned", _planned_words(case))]
    inputs += [(session_words(past.session), _past_words(case, past, units)) for past in case.past]
    if found.kind == "deload":
        inputs.append(("this week", "a lighter one, the fourth of lifting"))
    return Explanation(
        figure=f"Next time {plain(catalogue.name(planned.exercise))}",
        value=next_words(found, catalogue, units),
        rule=(_LOADED if case.past[0].kg else _UNLOADED) + (_LIGHTER if found.kind == "deload" else ""),
        inputs=tuple(inputs),
        steps=(plain(found.reason), *_steps(case, found, units)),
        source=_SOURCE,
    )


def _planned_words(case: Case) -> str:
    planned, (bottom, top) = case.planned, case.aim
    rir = "" if planned.rir is None else f", RIR {format_number(planned.rir)}"
    said = f"{planned.sets} sets of {case.words(planned.amount or 0)}{rir}"
    return f"{said}; the range is {format_number(bottom)} to {format_number(top)}" if case.past[0].kg else said


def _past_words(case: Case, past: Past, units: Units) -> str:
    """ "80 kg × 6 6 5, RIR 2 2 1"; "10 12 reps"."""
    *others, last = past.amounts
    before = "".join(f"{format_number(each)} " for each in others)
    weight = format_weight(past.kg, units) if past.kg else ""
    if weight and case.field == "reps":
        words = f"{weight} × {before}{format_number(last)}"
    else:
        words = f"{weight} · {before}" if weight else before
        words += case.words(last)
    rirs = " ".join("–" if rir is None else format_number(rir) for rir in past.rirs)
    return words + (f", RIR {rirs}" if any(rir is not None for rir in past.rirs) else "")


def _steps(case: Case, found: NextTime, units: Units) -> Iterator[str]:
    """How the new weight comes from the last one, where it is a new one."""
    last = case.past[0]
    if found.kg is None or not last.kg or found.kg == last.kg:
        return
    weight, new = format_weight(last.kg, units), format_weight(found.kg, units)
    if in_another_range(case, last) and (by_chart := _by_chart(case, last.kg, units)):
        yield from by_chart
        yield f"as near as it can be had, and at most 10 % more: {new}"
    elif found.kg > last.kg:
        yield f"{weight} × {1 + STEP} = {weight_words(last.kg * (1 + STEP), units)}; the next that can be had: {new}"
    else:
        yield f"{weight} × {1 - CUT} = {weight_words(last.kg * (1 - CUT), units)}; the nearest that can be had: {new}"


def _by_chart(case: Case, kg: Amount, units: Units) -> tuple[str, ...]:
    amount, rir = best_effort(case)
    then = USUAL_RIR if case.planned.rir is None else case.planned.rir
    most, wanted = e1rm(kg, amount, rir), case.planned.amount or 0
    found = most and kg_for(most, wanted, then)
    if not most or not found:
        return ()
    left = "" if rir is None else f" RIR {number_words(rir, 1)}"
    return (
        f"{format_weight(kg, units)} × {format_number(amount)}{left}: e1RM {weight_words(most, units)}",
        f"{format_number(wanted)} reps RIR {number_words(then, 1)} of that: {weight_words(found, units)}",
    )
