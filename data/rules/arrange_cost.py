"""What an arrangement of a week costs (RULES 5), as marks: bits that sessions leave where they stand.

Whatever two sessions cost each other is a set of bits, and the marks of a whole week are those of its sessions and
pairs put together by `|`. An earlier session that lands back to back with several later ones so counts once, by its
worst pair, as it is reported.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from msgspec.structs import astuple

from data.model import Hard, Value

# The fields of the marks about an earlier session, a bit for each session: its worst pair is a clash, at least a
# warning, at least a note; an accepted pair hides its warnings, its notes.
CLASH, WARNING, NOTE, HIDES_WARNING, HIDES_NOTE = range(5)
_FIELDS: Final = 5
# The marks of a lift about the runs of its day: the worst of several put together is the worst of them.
EASY_RUN, MODERATE_RUN, HARD_RUN, WRONG_ORDER = 1, 3, 7, 8
_DAY_BITS: Final = 4
# The points of preference: of a lift on the day of a run, before or after it against the athlete's priority, and on a
# weekday that is not preferred; of lifts, and of hard runs, on two days in a row; of a note. [choice]
RUN_POINTS: Final[dict[Hard, int]] = {"easy": 2, "moderate": 3, "hard": 5}
WRONG_ORDER_POINTS: Final = 2
UNWANTED_DAY_POINTS: Final = 1
CONSECUTIVE_LIFTS_POINTS: Final = 4
CONSECUTIVE_HARD_RUNS_POINTS: Final = 10
NOTE_POINTS: Final = 3
_EASY, _MODERATE, _HARD = RUN_POINTS.values()
_DAY_POINTS: Final = tuple(
    (0, _EASY, _EASY, _MODERATE, _HARD, _HARD, _HARD, _HARD)[marks & HARD_RUN]
    + (WRONG_ORDER_POINTS if marks & WRONG_ORDER else 0)
    for marks in range(1 << _DAY_BITS)
)
# The days that matter to what is done on consecutive ones: the week, the day before and the day after.
_DAYS: Final = 9
_WEEK: Final = (1 << _DAYS) - 1
# How much of each thing that a week costs fits into the one number of its cost: more than there can be.
_ROOM: Final = (1 << 10, 1 << 10, 1 << 6, 1 << 6, 1 << 14, 1 << 12)


class Doubt(NamedTuple):
    """A lift that may hold something new: it does where it has all of these marks. `place` is that of an earlier
    session, as in a layout."""

    place: int
    marks: int


class Layout(NamedTuple):
    """Where the marks are: of so many sessions that can be the earlier one of a pair, and so many lifts of the week."""

    size: int
    lifts: int

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

    def novelty(self, marks: int) -> int:
        """The marks about what is new, of which there may be any number."""
        return self.beside_run(self.lifts, marks)


class Cost(Value, frozen=True):
    """What an arrangement costs, in the order in which it counts. `preference` are the points of RULES 5."""

    clashes: int = 0
    warnings: int = 0
    maintenance: int = 0
    moves: int = 0
    preference: int = 0
    half_days: int = 0


def number_of(cost: Cost) -> int:
    """The cost as one number, that of a lesser cost being less."""
    number = 0
    for part, room in zip(astuple(cost), _ROOM, strict=True):
        number = number * room + part
    return number


def cost_of(number: int) -> Cost:
    """The cost of such a number."""
    parts = []
    for room in reversed(_ROOM):
        number, part = divmod(number, room)
        parts.append(part)
    return Cost(*reversed(parts))


def burden(number: int) -> int:
    """What of the cost are clashes and warnings."""
    return number - number % number_of(Cost(warnings=1))


def worsening(layout: Layout, marks: int, hiding: int) -> int:
    """The marks of which each adds a clash or a warning to these, whatever accepted pairs of `hiding` hide."""
    full = (1 << layout.size) - 1
    hidden = (marks | hiding) >> HIDES_WARNING * layout.size & full
    return (full | (full & ~hidden) << WARNING * layout.size) & ~marks


def weighing(layout: Layout, doubts: Sequence[Doubt], novel_field: int = NOTE, hiding: int = 0) -> Callable[[int], int]:
    """What gives the cost of marks, as a number. A lift that holds something new has the marks up to `novel_field`.

    What the marks of `hiding` hide does not count, so that the cost is the least that these marks come to with more.
    """
    size, full = layout.size, (1 << layout.size) - 1
    along_days = (1 << 2 * _DAYS + _DAY_BITS * layout.lifts) - 1
    hides_warnings = hiding >> HIDES_WARNING * size & full
    hides_notes = hiding >> HIDES_NOTE * size & full
    novel = [(each.marks, layout.pair(each.place, *range(novel_field, NOTE + 1))) for each in doubts]
    doubtful = reduce(or_, (each.marks for each in doubts), 0)
    each_clash, each_warning, each_point = map(number_of, (Cost(clashes=1), Cost(warnings=1), Cost(preference=1)))

    def _weigh(marks: int) -> int:
        if marks & doubtful:
            for doubt, noted in novel:
                if marks & doubt == doubt:
                    marks |= noted
        clashes = marks & full
        warnings = marks >> size & full
        hidden = clashes | hides_warnings | marks >> HIDES_WARNING * size & full
        hidden_too = warnings | hidden | hides_notes | marks >> HIDES_NOTE * size & full
        notes = marks >> NOTE * size & full & ~hidden_too
        return (
            each_clash * clashes.bit_count()
            + each_warning * (warnings & ~hidden).bit_count()
            + each_point * (NOTE_POINTS * notes.bit_count() + _points(marks >> _FIELDS * size & along_days))
        )

    return _weigh


def _points(along_days: int) -> int:
    """The points of preference of the marks about days: of what is done on consecutive ones, and beside a run."""
    lifts = along_days & _WEEK
    hard_runs = along_days >> _DAYS & _WEEK
    points = CONSECUTIVE_LIFTS_POINTS * (lifts & lifts >> 1).bit_count()
    points += CONSECUTIVE_HARD_RUNS_POINTS * (hard_runs & hard_runs >> 1).bit_count()
    beside = along_days >> 2 * _DAYS
    while beside:
        points += _DAY_POINTS[beside & 15]
        beside >>= _DAY_BITS
    return points
