"""The words of sets, loads and rests, the same wherever a lift is shown. Knows no Textual."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from data.amounts import AmountField, amount_field
from data.effort import Effort
from data.model import Exercise, LoggedSet
from data.plates import BarLoad, Rack, loaded
from data.units import Units, format_number, format_weight
from tui.draft import Typed, takes_kg, typed_parts
from tui.effort import effort_words

CURSOR: Final = "▏"
_TYPED: Final[dict[AmountField, str]] = {"reps": "5 rir 2", "contacts": "20", "seconds": "45s", "metres": "30m"}
_UNITS: Final[dict[AmountField, str]] = {"reps": "reps", "contacts": "contacts", "seconds": "s", "metres": "m"}


def set_words(done: LoggedSet, exercise: Exercise | None, units: Units, typed: str = "") -> str:
    """ "82.5 kg × 5", "24 kg · 30 m a side", "20 contacts"; what is being typed takes the place of the value."""
    field = amount_field(exercise)
    kg, amount, rpe = typed_parts(typed, exercise) if typed else Typed(None, None)
    typed_kg = None if kg is None else kg + CURSOR * (amount is None and rpe is None)
    weight = _weight_words(done, exercise, units, typed_kg)
    value = _number(getattr(done, field)) if amount is None else amount + CURSOR * (rpe is None)
    side = f" {done.side}" if done.side else " a side" if exercise and exercise.unilateral else ""
    if weight and field == "reps":
        return f"{weight} × {value}{side}"
    return " · ".join(filter(None, (weight, f"{value} {_UNITS[field]}{side}")))


def rir_words(done: LoggedSet, effort: Effort = "rir") -> str:
    """ "RIR 2", "RPE 8", and the set's type where it is neither work nor warm-up."""
    kind = done.type if done.type in ("drop", "failure") else ""
    return " ".join(filter(None, (effort_words(done.rir, effort), kind)))


def set_in_full(done: LoggedSet, exercise: Exercise | None, units: Units, effort: Effort = "rir") -> str:
    """All of a set in one line: "82.5 kg × 5 · RIR 2", a warm-up called so."""
    kind = "warm-up" if done.type == "warmup" else ""
    return " · ".join(filter(None, (kind, set_words(done, exercise, units), rir_words(done, effort))))


def set_example(exercise: Exercise | None, units: Units) -> str:
    """A set of the exercise as it may be typed: "82.5kg x 5 rir 2", "45s"."""
    amount = _TYPED[amount_field(exercise)]
    if not takes_kg(exercise):
        return amount
    return f"{'82.5kg' if units.weight == 'kg' else '180lb'} x {amount}"


def short_words(done: LoggedSet, exercise: Exercise | None, units: Units) -> str:
    """A set in as few letters as make sense beside another of the same exercise: "82.5 × 5", "20", "24 · 30"."""
    value = _number(getattr(done, amount_field(exercise)))
    if done.kg is None:
        return value
    return f"{format_weight(done.kg, units).split()[0]} {'×' if amount_field(exercise) == 'reps' else '·'} {value}"


def last_words(
    day: date, sets: Sequence[LoggedSet], exercise: Exercise | None, units: Units, effort: Effort = "rir"
) -> str:
    """Last time in one line: "last 24 May  80 kg × 5 5 5  RIR 2"; sets of another weight begin anew."""
    field = amount_field(exercise)
    groups: list[tuple[float | None, list[str]]] = []
    for each in (each for each in sets if each.type != "warmup"):
        if not groups or groups[-1][0] != each.kg:
            groups.append((each.kg, []))
        groups[-1][1].append(_number(getattr(each, field)))
    unit = "" if field == "reps" else f" {_UNITS[field]}"
    times = "×" if field == "reps" else "·"
    done = ", ".join(
        (f"{format_weight(kg, units)} {times} " if kg is not None else "") + " ".join(amounts) + unit
        for kg, amounts in groups
    )
    rirs = {each.rir for each in sets if each.type != "warmup"}
    rir = rirs.pop() if len(rirs) == 1 else None
    return f"last {day.day} {day:%b}  {done}" + ("" if rir is None else f"  {effort_words(rir, effort)}")


def plates_words(kg: float, rack: Rack, units: Units) -> str:
    """What goes on each side of the bar for the weight, or what to lift instead where the plates cannot make it."""
    load: BarLoad = loaded(kg, rack)
    if load.exact:
        return f"per side {' + '.join(map(_number, load.plates))} {rack.unit}" if load.plates else "the empty bar"
    near = " or ".join(format_weight(each, units) for each in (load.below, load.above) if each is not None)
    if load.below is None:
        return f"lighter than the bar: {near}"
    return f"no plates make {format_weight(kg, units)}: {near}"


def _weight_words(done: LoggedSet, exercise: Exercise | None, units: Units, typed: str | None) -> str:
    if typed is not None:
        return f"{typed} {units.weight}"
    if done.kg is not None:
        return format_weight(done.kg, units)
    return f"– {units.weight}" if takes_kg(exercise) else ""


def _number(value: float | None) -> str:
    return "–" if value is None else format_number(value)
