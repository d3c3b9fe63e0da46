"""The marks that the sessions of a week leave where they stand, each worked out when it is first asked for."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from data.calendar import WEEKDAYS
from data.model import Accepted, Athlete, Id
from data.rules.arrange_cost import (
    CLASH,
    EASY_RUN,
    HARD_RUN,
    HIDES_NOTE,
    HIDES_WARNING,
    MODERATE_RUN,
    NOTE,
    UNWANTED_DAY_POINTS,
    WARNING,
    WRONG_ORDER,
    Cost,
    Doubt,
    Layout,
    number_of,
    weighing,
)  # fmt: skip
from data.rules.arrange_novel import Novelty
from data.rules.arrange_slots import Frame, Stand, fit
from data.rules.gaps import (
    SEVERITIES,
    STRENGTH_RUN_NOVEL,
    Placed,
    Severity,
    in_time,
    meeting,
    meetings,
    reach,
    row_of,
)  # fmt: skip
from data.rules.spacing import is_accepted, seals_of, severity_of

Rank = tuple[int, bool, int]

# Fixed sessions of so many days after the first of the week can land back to back with one of the week.
_NEAR: Final = range(-5, 13)
_WEEK: Final = range(7)
_FIELDS: Final[dict[tuple[Severity, bool], tuple[int, ...]]] = {
    ("clash", False): (CLASH, WARNING, NOTE),
    ("warning", False): (WARNING, NOTE),
    ("note", False): (NOTE,),
    ("clash", True): (HIDES_WARNING, HIDES_NOTE),
    ("warning", True): (HIDES_NOTE,),
    ("note", True): (),
}
_RUN_MARKS: Final = {"moderate": MODERATE_RUN, "hard": HARD_RUN}


def beside_run(lift: Stand, run: Stand, athlete: Athlete) -> int:
    """The marks of a lift about a run on its day; none on another day."""
    if lift.offset != run.offset:
        return 0
    first, second = (run, lift) if athlete.priority == "running" else (lift, run)
    wrong = WRONG_ORDER if first.at.start > second.at.start else 0
    return _RUN_MARKS.get(run.at.level or "", EASY_RUN) | wrong


def own_cost(stand: Stand, frame: Frame) -> int:
    """What a session costs where it stands whatever the others do, as a number."""
    preferred = frame.athlete.preferred_strength_days
    weekday = WEEKDAYS[(frame.days.start.weekday() + stand.offset) % 7]
    unwanted = stand.lift and stand.offset in _WEEK and preferred and weekday not in preferred
    points = UNWANTED_DAY_POINTS if unwanted else 0
    return number_of(Cost(maintenance=stand.turned, moves=stand.moved, preference=points, half_days=stand.half_days))


class Marks:
    """The marks of a week's sessions, and the hard limits between those that may move.

    `fixed` and `missed` are the stands of the frame's sessions of that name; what was missed counts for nothing but the
    runs of a lift's day. `of_fixed` are the marks of these alone.
    """

    def __init__(
        self, frame: Frame, fixed: Sequence[Stand], missed: Sequence[Stand], accepted: Iterable[Accepted]
    ) -> None:
        self._frame = frame
        self._near = [each for each in fixed if each.offset in _NEAR]
        self._missed = missed
        moving = [each.id for each in frame.movable]
        in_week = [each.session.id for each in (*self._near, *missed) if each.offset in _WEEK] + moving
        outside = [each.session.id for each in self._near if each.offset not in _WEEK]
        self._outside = frozenset(outside)
        # Bits for every session that may be the first of a pair, and for every session of the week that may be a lift.
        self._places = {name: place for place, name in enumerate(outside + in_week)}
        self._lifts = {name: place for place, name in enumerate(in_week)}
        self._novelty = Novelty(frame, fixed)
        self._seals = seals_of(accepted)
        self._reported: dict[Id, Rank] = {}
        self._of: dict[int, int] = {}
        self._between: dict[tuple[int, int], int | None] = {}
        self.layout = Layout(len(self._places), len(self._lifts))
        self.of_fixed = self._fixed_marks()

    def weighing(self, hiding: int = 0) -> Callable[[int], int]:
        """What gives the cost of marks as a number; with `hiding`, the least that they come to with more."""
        doubts = [Doubt(self._places[name], self.layout.novelty(marks)) for name, marks in self._novelty.doubts()]
        novel = WARNING if self._frame.athlete.spacing == "strict" else NOTE
        return weighing(self.layout, doubts, novel, hiding)

    def of(self, stand: Stand) -> int:
        """The marks of a session that may move: its own, and those between it and the fixed ones."""
        if stand.number not in self._of:
            marks = self._day_marks(stand)
            for each in self._near:
                marks |= self._pair_marks(stand, each)
            if stand.after:
                marks |= self._pair_marks(stand, stand.after)
            self._of[stand.number] = marks
        return self._of[stand.number]

    def cost(self, stand: Stand) -> int:
        """What a session costs by itself where it stands, as a number."""
        return own_cost(stand, self._frame)

    def between(self, one: Stand, other: Stand) -> int | None:
        """The marks between two sessions that may move; None where a hard limit keeps them from standing so."""
        key = (one.number, other.number)
        if key not in self._between:
            self._between[key] = self._pair_marks(one, other) if fit(one, other) else None
        return self._between[key]

    def hiding(self, there: Iterable[Sequence[Stand]]) -> int:
        """The marks of accepted pairs that may come and go where these sessions stand now here, now there."""
        stands = {some[0].session.id: some for some in there if some}
        marks = 0
        for pair in self._seals:
            first, second = (stands.get(name, ()) for name in pair)
            for each in (*first, *second):
                marks |= self.of(each)
            for each in first:
                for other in second:
                    marks |= self.between(each, other) or 0
        return marks

    def _fixed_marks(self) -> int:
        marks = 0
        for each in self._near:
            marks |= self._day_marks(each)
        near = sorted((each.at for each in self._near), key=lambda each: in_time(each, self._frame.athlete))
        met = [(each.first, each.second) for each in meetings(near, self._frame.athlete)]
        # First what is reported of the sessions around the week without it: it hides what is less bad.
        for first, second in sorted(
            met, key=lambda pair: not self._outside.issuperset(each.session.id for each in pair)
        ):
            marks |= self._meeting_marks(first, second)
        standing = [*self._near, *self._missed]
        for lift in standing:
            for run in standing:
                if lift.lift and not run.lift:
                    marks |= self._beside_marks(lift, run)
        return marks

    def _comes_first(self, one: Placed, other: Placed) -> bool:
        if one.start != other.start:
            return one.start < other.start
        return in_time(one, self._frame.athlete) < in_time(other, self._frame.athlete)

    def _day_marks(self, stand: Stand) -> int:
        if stand.lift:
            return self.layout.lift_on(stand.offset)
        return self.layout.hard_run_on(stand.offset) if stand.at.level == "hard" else 0

    def _pair_marks(self, one: Stand, other: Stand) -> int:
        if one.lift == other.lift:
            if not one.lift:
                return 0
            return self.layout.novelty(self._novelty.unknown_to(one, other) | self._novelty.unknown_to(other, one))
        lift, run = (one, other) if one.lift else (other, one)
        first, second = (lift.at, run.at) if self._comes_first(lift.at, run.at) else (run.at, lift.at)
        return self._beside_marks(lift, run) | self._meeting_marks(first, second)

    def _beside_marks(self, lift: Stand, run: Stand) -> int:
        if lift.offset not in _WEEK:
            return 0
        return self.layout.beside_run(self._lifts[lift.session.id], beside_run(lift, run, self._frame.athlete))

    def _meeting_marks(self, first: Placed, second: Placed) -> int:
        """The marks of a run and a lift, in the order of time, that are back to back."""
        frame = self._frame
        if second.start - first.end >= reach(first, second) and first.session.clock != "unknown":
            return 0
        met = meeting(first, second, frame.athlete)
        row = row_of(met, self._novelty.history, frame.catalogue)
        severity = severity_of(met, row, frame.athlete)
        if severity is None:
            return 0
        accepted = is_accepted(met.first.session, met.second.session, self._seals)
        if met.first.session.id in self._outside:
            rank = (-SEVERITIES.index(severity), accepted, met.gap)
            return self._outside_marks(met.first, met.second, rank, _FIELDS[severity, accepted])
        if row is STRENGTH_RUN_NOVEL and not accepted:
            new = self._novelty.new_in(met.first)
            if new is not None:
                return self.layout.novelty(new)
        return self.layout.pair(self._places[met.first.session.id], *_FIELDS[severity, accepted])

    def _outside_marks(self, first: Placed, second: Placed, rank: Rank, fields: Sequence[int]) -> int:
        """The marks of a session outside the week: none for its pairs with others outside, which hide what is less."""
        name = first.session.id
        worst = self._reported.get(name)
        if second.session.id in self._outside:
            self._reported[name] = min(rank, worst or rank)
            return 0
        return self.layout.pair(self._places[name], *fields) if worst is None or rank < worst else 0
