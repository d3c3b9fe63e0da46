"""What an arrangement of a week costs (RULES 5), as marks: bits that sessions leave where they stand.

Whatever two sessions cost each other is a set of bits, and the marks of a whole week are those of its sessions and
pairs put together by `|`. An earlier session that lands back to back with several later ones so counts once, by its
worst pair, as it is reported.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

# The fields of the marks about an earlier session, a bit for each session: its worst pair is a clash, at least a
# warning, at least a note; an accepted pair hides its warnings, its notes; it has a pair if it holds something new.
CLASH, WARNING, NOTE, HIDES_WARNING, HIDES_NOTE, IF_NOVEL = range(6)
_FIELDS: Final = 6
# The marks of a lift about the runs of its day: the worst of several put together is the worst of them.
EASY_RUN, MODERATE_RUN, HARD_RUN, WRONG_ORDER = 1, 3, 7, 8
_DAY_BITS: Final = 4
_DAY_COSTS: Final = tuple(
    (0, 2, 2, 3, 5, 5, 5, 5)[marks & HARD_RUN] + (2 if marks & WRONG_ORDER else 0) for marks in range(1 << _DAY_BITS)
)
# The days that matter to what is done on consecutive ones: the week, the day before and the day after.
_DAYS: Final = 9
_CONSECUTIVE_LIFTS: Final = 4
_CONSECUTIVE_HARD_RUNS: Final = 10
_NOTES: Final = 3
# A cost is one number: clashes, warnings, preference, half-days, each with more room than a week needs.
_HALF_DAYS: Final = 1 << 12
_PREFERENCE: Final = 1 << 14
_WARNINGS: Final = 1 << 10


class Layout(NamedTuple):
    """Where the marks are: `size` is the number of sessions that may be the earlier one of a pair."""

    size: int

    def pair(self, place: int, *fields: int) -> int:
        """The marks of the earlier session at that place."""
        return sum(1 << (field * self.size + place) for field in fields)

    def lift_on(self, offset: int) -> int:
        """The mark of a lift so many days after the first of the week; none far from the week."""
        return 1 << (_FIELDS * self.size + offset + 1) if -1 <= offset < _DAYS - 1 else 0

    def hard_run_on(self, offset: int) -> int:
        """The mark of a hard run so many days after the first of the week; none far from the week."""
        return self.lift_on(offset) << _DAYS

    def beside_run(self, place: int, marks: int) -> int:
        """The marks of the lift of the week at that place among them about a run of its day."""
        return marks << (_FIELDS * self.size + 2 * _DAYS + _DAY_BITS * place)

    def of_field(self, marks: int, field: int) -> int:
        """The sessions that have a mark in the field, a bit each."""
        return marks >> field * self.size & (1 << self.size) - 1


class Sum(NamedTuple):
    """A cost taken apart."""

    clashes: int
    warnings: int
    preference: int
    half_days: int


def number_of(clashes: int = 0, warnings: int = 0, preference: int = 0, half_days: int = 0) -> int:
    """The cost as one number: of two, the one that is less in the first thing in which they differ."""
    return ((clashes * _WARNINGS + warnings) * _PREFERENCE + preference) * _HALF_DAYS + half_days


def sum_of(number: int) -> Sum:
    """The cost of such a number."""
    rest, half_days = divmod(number, _HALF_DAYS)
    rest, preference = divmod(rest, _PREFERENCE)
    return Sum(*divmod(rest, _WARNINGS), preference, half_days)


def burden(number: int) -> int:
    """The cost of the clashes and warnings alone."""
    return number - number % number_of(warnings=1)


def weighing(layout: Layout, unknown: int = 0) -> Callable[[int], int]:
    """What gives the cost of marks, as a number. Of the `unknown` sessions only the clashes count: whether an accepted
    pair hides the rest turns out when all marks are there. What only something new would cost is left out."""
    size = layout.size
    full = (1 << size) - 1
    days = (1 << _DAYS) - 1
    each_clash, each_warning, each_preference = number_of(1), number_of(0, 1), number_of(0, 0, 1)

    def weigh(marks: int) -> int:
        clashes = marks & full
        warnings = marks >> size & full
        notes = marks >> 2 * size & full
        hidden = clashes | unknown | marks >> HIDES_WARNING * size & full
        hidden_too = warnings | hidden | marks >> HIDES_NOTE * size & full
        rest = marks >> _FIELDS * size
        lifts = rest & days
        hard_runs = rest >> _DAYS & days
        preference = (
            _NOTES * (notes & ~hidden_too).bit_count()
            + _CONSECUTIVE_LIFTS * (lifts & lifts >> 1).bit_count()
            + _CONSECUTIVE_HARD_RUNS * (hard_runs & hard_runs >> 1).bit_count()
        )
        beside = rest >> 2 * _DAYS
        while beside:
            preference += _DAY_COSTS[beside & 15]
            beside >>= _DAY_BITS
        return (
            each_clash * clashes.bit_count()
            + each_warning * (warnings & ~hidden).bit_count()
            + each_preference * preference
        )

    return weigh
