"""The lighter week: every fourth week of lifting has fewer sets at the same weights (RULES 4.3)."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Final

from data.calendar import Days, day_of
from data.model import Athlete, LoggedSession
from data.rules.phases import dose_of, phase_of_days
from data.rules.volume import session_sets

# The share of its sets that a lighter week keeps.
LIGHTER_SHARE: Final = 0.6
# Every so many weeks.
_EVERY: Final = 4
# [choice] The weeks looked back over: who had none in twelve is not asked any more.
_WEEKS: Final = 13
# [choice] A week that had no more than this share of the sets of the week before it was a lighter one, planned or not.
_WAS_LIGHTER: Final = 0.7


def lighter_week(week: Days, logged: Iterable[LoggedSession], athlete: Athlete) -> bool:
    """Whether the week of the athlete is to be a lighter one: the fourth, eighth or twelfth week of lifting since the
    last lighter one. [choice]

    A week without a lift, or cut short, counts as a lighter one, so that none is asked for on top of it. A phase that
    has no more than that share of the sets anyhow needs none.
    """
    phase = phase_of_days(week, athlete.phases)
    if phase and dose_of(phase, athlete.level).volume <= LIGHTER_SHARE:
        return False
    return _weeks_of_lifting(weekly_sets(week, logged)) % _EVERY == _EVERY - 1


def _weeks_of_lifting(sets: Sequence[int]) -> int:
    """How many weeks in a row up to the last one had lifts and were not lighter than the one before; the earliest is
    only there to compare with."""
    full = (now > 0 and now > before * _WAS_LIGHTER for before, now in reversed(list(pairwise(sets))))
    return sum(1 for _ in takewhile(bool, full))


def weekly_sets(week: Days, logged: Iterable[LoggedSession]) -> tuple[int, ...]:
    """The working sets of each of the thirteen weeks before, the earliest first."""
    weeks = [week.moved(-7 * back) for back in range(_WEEKS, 0, -1)]
    lifts = [(day_of(each), session_sets(each)[0]) for each in logged if each.kind == "strength"]
    return tuple(sum(sets for day, sets in lifts if day in days) for days in weeks)
