"""The lighter week: three weeks of lifting, then one of fewer sets at the same weights (RULES 4.3)."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from data.calendar import Days, day_of
from data.model import Athlete, LoggedSession
from data.rules.phases import dose_of, phase_of_days
from data.rules.volume import session_sets

# The share of its sets that a lighter week keeps.
LIGHTER_SHARE: Final = 0.6
# Weeks of lifting before a lighter one.
_WEEKS: Final = 3
# [choice] A week that had no more than this share of the sets of the week before it was a lighter one, planned or not.
_WAS_LIGHTER: Final = 0.7


def lighter_week(week: Days, logged: Iterable[LoggedSession], athlete: Athlete) -> bool:
    """Whether the week of the athlete is to be a lighter one: each of the three weeks before held lifts, and none of
    them was lighter than the one before it. [choice]

    So it is every fourth week of steady lifting, and a week that was missed or cut short counts as the lighter one. A
    phase that has no more than that share of the sets anyhow needs none.
    """
    phase = phase_of_days(week, athlete.phases)
    if phase and dose_of(phase, athlete.level).volume <= LIGHTER_SHARE:
        return False
    sets = weekly_sets(week, logged)
    return all(now and now > before * _WAS_LIGHTER for before, now in pairwise(sets))


def weekly_sets(week: Days, logged: Iterable[LoggedSession]) -> tuple[int, ...]:
    """The working sets of each of the four weeks before, the earliest first."""
    weeks = [week.moved(-7 * back) for back in range(_WEEKS + 1, 0, -1)]
    lifts = [(day_of(each), session_sets(each)[0]) for each in logged if each.kind == "strength"]
    return tuple(sum(sets for day, sets in lifts if day in days) for days in weeks)
