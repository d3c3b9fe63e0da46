"""What next time of an exercise is worked out from: its plan, its last two sessions and how they went (RULES 4.3).

An amount is what the exercise is counted in: reps, seconds or metres, of each side where it is one-sided.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from data.amounts import AMOUNT_STEPS, AmountField, amount_field, amount_words
from data.catalogue import Catalogue
from data.model import Amount, Exercise, LoggedSession, PlannedExercise
from data.plates import Rack
from data.rules.last_times import Past, last_two
from data.rules.strength import e1rm

# So many reps in reserve fewer than planned are a miss.
_RIR_MISS: Final = 2
# Without added weight: the amount that is enough, and the reps in reserve with it. [choice]
_ENOUGH_REPS: Final = 15
_ENOUGH_A_SIDE: Final = 12
_ENOUGH_SECONDS: Final = 60
ENOUGH_RIR: Final = 3
# [choice] The most reps that are planned as one less to one more; above it is none less to two more.
_FEW_REPS: Final = 6
# [choice] Sets further than this from the range were done for another one: neither a miss nor a success.
_OTHER_RANGE: Final = 3


class Range(NamedTuple):
    """The amounts from the bottom to the top of what is aimed at, both in it."""

    bottom: Amount
    top: Amount


class Case(NamedTuple):
    """What next time is worked out from; `past` has one or two sessions, the last first, `step` is one more of the
    amount."""

    planned: PlannedExercise
    known: Exercise | None
    past: tuple[Past, ...]
    rack: Rack
    aim: Range
    step: int

    @property
    def barbell(self) -> bool:
        """Whether the weight is a barbell's."""
        return self.known is not None and "barbell" in self.known.equipment

    @property
    def field(self) -> AmountField:
        """The field of a set that the exercise is counted in."""
        return amount_field(self.known)

    @property
    def enough(self) -> int:
        """Without added weight: the amount of each set that is enough for more than one more."""
        if self.field == "seconds":
            return _ENOUGH_SECONDS
        return _ENOUGH_A_SIDE if self.known and self.known.unilateral else _ENOUGH_REPS

    @property
    def most(self) -> Amount:
        """Without added weight: the amount above which nothing more is asked for."""
        return max(self.enough, self.planned.amount or 0)

    def words(self, amount: Amount) -> str:
        """An amount of it: "6 reps", "40 s", "35 m"."""
        return amount_words(amount, self.field)


def case_of(planned: PlannedExercise, logged: Iterable[LoggedSession], catalogue: Catalogue, rack: Rack) -> Case | None:
    """What next time is worked out from; None where there is nothing to."""
    known = catalogue.exercise(planned.exercise)
    field = amount_field(known)
    past = last_two(planned.exercise, field, logged)
    if not past or planned.amount is None or (not past[0].kg and not _without_weight(known)):
        return None
    step = AMOUNT_STEPS[field]
    return Case(planned, known, past, rack, aimed_at(planned.amount, step), step)


def aimed_at(amount: Amount, step: int = 1) -> Range:
    """The range that a planned amount stands for: up to 6 reps one less to one more (5: 4 to 6), else it and up to two
    steps more (8: 8 to 10; 30 s: 30 to 40). [choice]"""
    few = step == 1 and amount <= _FEW_REPS
    return Range(max(1, amount - 1), amount + 1) if few else Range(amount, amount + 2 * step)


def in_another_range(case: Case, past: Past) -> bool:
    """Whether the sets were done for another range: all more than three steps from this one. [choice]"""
    far = _OTHER_RANGE * case.step
    return max(past.amounts) < case.aim.bottom - far or min(past.amounts) > case.aim.top + far


def missed(case: Case, past: Past) -> bool:
    """Whether a set was below the bottom of the range, or at least 2 RIR under what is planned."""
    return too_hard(case, past) or min(past.amounts) < case.aim.bottom


def too_hard(case: Case, past: Past) -> bool:
    """Whether a set left at least 2 reps fewer in reserve than is planned."""
    return any(rir is not None and rir <= (case.planned.rir or 0) - _RIR_MISS for rir in past.rirs)


def best_effort(case: Case) -> tuple[Amount, Amount | None]:
    """The amount and the RIR of the set of last time that has the highest e1RM."""
    last = case.past[0]
    return max(zip(last.amounts, last.rirs, strict=True), key=lambda each: e1rm(last.kg or 0, each[0], each[1]) or 0)


def left_in_reserve(past: Past, rir: float | None) -> bool:
    """Whether every set left so many reps. One whose RIR nobody said did: then the amounts alone decide. [choice]"""
    return all(each is None or each >= (rir or 0) for each in past.rirs)


def _without_weight(known: Exercise | None) -> bool:
    """Whether the exercise progresses by more reps or a longer hold."""
    return known is None or (known.category != "mobility" and not known.loaded and known.measure in ("reps", "seconds"))
