"""Plates on a bar: what goes on each side for a weight, and what to lift instead where the plates cannot make it.

Weights are kilograms outside. Inside, sums are whole hundredths of the unit stamped on the plates: exact.
"""

from decimal import Decimal
from functools import lru_cache
from math import gcd
from typing import Annotated, Final

from msgspec import Meta

from data.model import Amount, Value
from data.units import KG_A_POUND, WeightUnit

Plate = Annotated[int, Meta(gt=0)] | Annotated[float, Meta(ge=0.01)]

# A weight this close to one that the plates make, in hundredths of the unit, is that one: kept pounds are rounded.
_CLOSE: Final = 2
# The heaviest side that is worked out, in hundredths of the unit.
_HEAVIEST_SIDE: Final = 60_000


class Rack(Value, frozen=True):
    """The athlete's own bar and plates, in the unit stamped on them. Of each size listed there are enough."""

    unit: WeightUnit = "kg"
    bar: Amount = 20
    plates: tuple[Plate, ...] = (20, 15, 10, 5, 2.5, 1.25)


POUND_RACK: Final = Rack(unit="lb", bar=45, plates=(45, 35, 25, 10, 5, 2.5))


class BarLoad(Value, frozen=True):
    """A weight put on the bar. `plates` go on each side, heaviest first, in the rack's unit.

    Where the plates cannot make the weight, `exact` is False, `plates` make `below`, and `below` and `above` are the
    nearest weights in kilograms that can be made; None where there is none, as below the empty bar.
    """

    exact: bool
    plates: tuple[Amount, ...] = ()
    below: Amount | None = None
    above: Amount | None = None


def loaded(kg: float, rack: Rack) -> BarLoad:
    """The bar loaded to `kg` with the fewest plates that make it, or to the nearest weight below."""
    bar = round(rack.bar * 100)
    over = _hundredths(kg, rack) + _CLOSE - bar
    if over < 0:
        return BarLoad(exact=False, above=_kg(bar, rack))
    sums = _sides(tuple(round(plate * 100) for plate in rack.plates))
    side = max(side for side in sums if 2 * side <= over)
    plates = tuple(_plain(Decimal(size) / 100) for size in sums[side])
    if over - 2 * side <= 2 * _CLOSE:
        return BarLoad(exact=True, plates=plates)
    heavier = min((side for side in sums if 2 * side > over), default=None)
    return BarLoad(
        exact=False,
        plates=plates,
        below=_kg(bar + 2 * side, rack),
        above=None if heavier is None else _kg(bar + 2 * heavier, rack),
    )


def smallest_step(rack: Rack) -> Amount:
    """The smallest change of a barbell, in the rack's unit: one of the smallest plates on each side."""
    return _plain(2 * Decimal(str(min(rack.plates, default=0.5))))


def stepped(kg: float | None, steps: int, rack: Rack, *, barbell: bool) -> Amount:
    """The kilograms so many smallest steps from `kg`, never below nothing. A barbell without a weight starts empty."""
    if kg is None and barbell:
        return _kg(round(rack.bar * 100), rack)
    return _kg(max(0, _hundredths(kg or 0, rack) + steps * _step(rack)), rack)


def rounded_down(kg: float, rack: Rack, *, barbell: bool) -> Amount:
    """The heaviest kilograms up to `kg` that can be had: of a barbell what the plates make, and at least the empty bar;
    of anything else whole smallest steps."""
    if not barbell:
        return _kg((_hundredths(kg, rack) + _CLOSE) // _step(rack) * _step(rack), rack)
    plates = loaded(kg, rack).plates
    return _kg(round(rack.bar * 100) + 2 * sum(round(plate * 100) for plate in plates), rack)


def rounded_up(kg: float, rack: Rack, *, barbell: bool) -> Amount | None:
    """The lightest kilograms from `kg` on that can be had, in the same sense; None above what the plates can make."""
    if not barbell:
        return _kg(-((_CLOSE - _hundredths(kg, rack)) // _step(rack)) * _step(rack), rack)
    load = loaded(kg, rack)
    return rounded_down(kg, rack, barbell=True) if load.exact else load.above


def nearest(kg: float, rack: Rack, *, barbell: bool) -> Amount:
    """The kilograms nearest to `kg`, which is above 0, that can be had; of two as near the lighter, but not nothing."""
    below, above = rounded_down(kg, rack, barbell=barbell), rounded_up(kg, rack, barbell=barbell)
    if above is None or (below and kg - below <= above - kg):
        return below
    return above


@lru_cache(maxsize=8)
def _sides(sizes: tuple[int, ...]) -> dict[int, tuple[int, ...]]:
    """Every sum that one side can hold, lightest first, with the fewest plates that make it, heaviest first."""
    unit = gcd(*sizes) or 1
    fewest: list[tuple[int, ...] | None] = [()] + [None] * (_HEAVIEST_SIDE // unit if sizes else 0)
    for total in range(1, len(fewest)):
        for size in sorted(sizes, reverse=True):
            lighter = fewest[total - size // unit] if size <= total * unit else None
            best = fewest[total]
            if lighter is not None and (best is None or len(lighter) + 1 < len(best)):
                fewest[total] = tuple(sorted((*lighter, size), reverse=True))
    return {total * unit: plates for total, plates in enumerate(fewest) if plates is not None}


def _step(rack: Rack) -> int:
    return round(smallest_step(rack) * 100)


def _hundredths(kg: float, rack: Rack) -> int:
    return round(kg * 100 if rack.unit == "kg" else kg / KG_A_POUND * 100)


def _kg(hundredths: int, rack: Rack) -> Amount:
    number = Decimal(hundredths) / 100
    return _plain(number if rack.unit == "kg" else number * Decimal(str(KG_A_POUND)))


def _plain(number: Decimal) -> Amount:
    return int(number) if number == number.to_integral_value() else float(number)
