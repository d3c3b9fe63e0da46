"""Effort of a set in the two ways that people say it: repetitions in reserve (RIR) and RPE, which is 10 − RIR.

The scale is Zourdos 2016: RPE 10 leaves none, RPE 8 two, RPE 8.5 one and a half.
"""

from decimal import Decimal
from typing import Final, Literal

from data.model import Amount

Effort = Literal["rir", "rpe"]

_MOST: Final = Decimal(10)


def rpe_of(rir: float) -> Amount | None:
    """The RPE of a set that left so many repetitions; None above ten, of which RPE says nothing."""
    return _from_ten(rir)


def rir_of(rpe: float) -> Amount | None:
    """The repetitions left by a set of that RPE; None above ten, which is no RPE."""
    return _from_ten(rpe)


def _from_ten(number: float) -> Amount | None:
    left = _MOST - Decimal(str(number))
    if left < 0:
        return None
    return int(left) if left == int(left) else float(left)
