"""The marks that the sessions of a week leave where they stand, each worked out when it is first asked for."""

from collections.abc import Iterable, Sequence
from typing import Final

from data.calendar import WEEKDAYS
from data.model import Accepted, Athlete, Id
from data.rules.arrange_cost import (
    CLASH,
    EASY_RUN,
    HARD_RUN,
    HIDES_NOTE,
    HIDES_WARNING,
    IF_NOVEL,
    MODERATE_RUN,
    NOTE,
    WARNING,
    WRONG_ORDER,
    Layout,
    number_of,
)  # fmt: skip
from data.rules.arrange_slots import Frame, Stand, fit
from data.rules.gaps import (
    REACH,
    SEVERITIES,
    STRENGTH_RUN_NOVEL,
    Placed,
    Severity,
    eccentric,
    in_time,
    meeting,
    meetings,
    novel,
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
    """What a session costs where it stands whatever the others do: its way there, and a day that is not preferred."""
    preferred = frame.athlete.preferred_strength_days
    weekday = WEEKDAYS[(frame.days.start.weekday() + stand.offset) % 7]
    unwanted = stand.lift and stand.offset in _WEEK and bool(preferred) and weekday not in preferred
    return number_of(preference=int(unwanted), half_days=stand.half_days)


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
        self._outside = {each.session.id for each in self._near if each.offset not in _WEEK}
        # Bits for every session that may be the first of a pair, and for every session of the week that may be a lift.
        self._places = {name: place for place, name in enumerate((*self._outside, *in_week))}
        self._lifts = {name: place for place, name in enumerate(in_week)}
        self._history = sorted((each.at for each in fixed), key=lambda each: in_time(each, frame.athlete))
        self._seals = seals_of(accepted)
        self._reported: dict[Id, Rank] = {}
        self._of: dict[int, int] = {}
        self._between: dict[tuple[int, int], int | None] = {}
        self._novel: dict[tuple[int, frozenset[tuple[Id, bool]]], bool] = {}
        self.layout = Layout(len(self._places))
        self.of_fixed = self._fixed_marks()

    def of(self, stand: Stand) -> int:
        """The marks of a session that may move: its own, and those between it and the fixed ones."""
        if stand.number not in self._of:
            marks = self._day_marks(stand)
            for each in self._near:
                if each.lift != stand.lift:
                    marks |= self._pair_marks(stand, each)
            self._of[stand.number] = marks
        return self._of[stand.number]

    def between(self, one: Stand, other: Stand) -> int | None:
        """The marks between two sessions that may move; None where a hard limit keeps them from standing so."""
        key = (one.number, other.number)
        if key not in self._between:
            marks = self._pair_marks(one, other) if one.lift != other.lift else 0
            self._between[key] = marks if fit(one, other) else None
        return self._between[key]

    def with_novel(self, marks: int, chosen: Sequence[Stand]) -> int:
        """The marks of the whole week and those of its lifts that hold something new while the others stand so."""
        doubtful = self.layout.of_field(marks, IF_NOVEL)
        if doubtful:
            severity: Severity = "warning" if self._frame.athlete.spacing == "strict" else "note"
            for lift in (*self._near, *chosen):
                place = self._places[lift.session.id]
                if doubtful >> place & 1 and self._is_novel(lift, chosen):
                    marks |= self.layout.pair(place, *_FIELDS[severity, False])
        return marks

    def unknown(self) -> int:
        """The sessions, a bit each, that may or may not be the first of an accepted pair where others move."""
        moving = {each.id for each in self._frame.movable}
        firsts = {pair[0] for pair in self._seals if moving.intersection(pair)}
        return sum(1 << place for name, place in self._places.items() if name in firsts)

    def extra(self, stand: Stand) -> int:
        """What the session costs where it stands whatever the others do: the way there, a day that is not preferred."""
        return own_cost(stand, self._frame)

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

    def _day_marks(self, stand: Stand) -> int:
        if stand.lift:
            return self.layout.lift_on(stand.offset)
        return self.layout.hard_run_on(stand.offset) if stand.at.level == "hard" else 0

    def _pair_marks(self, one: Stand, other: Stand) -> int:
        lift, run = (one, other) if one.lift else (other, one)
        first, second = sorted((one.at, other.at), key=lambda each: in_time(each, self._frame.athlete))
        return self._beside_marks(lift, run) | self._meeting_marks(first, second)

    def _beside_marks(self, lift: Stand, run: Stand) -> int:
        if lift.offset not in _WEEK:
            return 0
        return self.layout.beside_run(self._lifts[lift.session.id], beside_run(lift, run, self._frame.athlete))

    def _meeting_marks(self, first: Placed, second: Placed) -> int:
        """The marks of a run and a lift, in the order of time, that are back to back."""
        frame, gap = self._frame, second.start - first.end
        if gap >= REACH or (gap >= 0 and not {first.level, second.level} <= {"hard", "moderate"}):
            return 0
        met = meeting(first, second, frame.athlete)
        row = row_of(met, self._history, frame.catalogue)
        severity = severity_of(met, row, frame.athlete)
        if severity is None:
            return 0
        accepted = is_accepted(met.first.session, met.second.session, self._seals)
        if met.first.session.id in self._outside:
            rank = (-SEVERITIES.index(severity), accepted, met.gap)
            return self._outside_marks(met.first, met.second, rank, _FIELDS[severity, accepted])
        fields = _FIELDS[severity, accepted]
        if row is STRENGTH_RUN_NOVEL and not self._surely_novel(met.first):
            fields = () if accepted else (IF_NOVEL,)
        return self.layout.pair(self._places[met.first.session.id], *fields)

    def _outside_marks(self, first: Placed, second: Placed, rank: Rank, fields: Sequence[int]) -> int:
        """The marks of a session outside the week: none for its pairs with others outside, which hide what is less."""
        name = first.session.id
        worst = self._reported.get(name)
        if second.session.id in self._outside:
            self._reported[name] = min(rank, worst or rank)
            return 0
        return self.layout.pair(self._places[name], *fields) if worst is None or rank < worst else 0

    def _surely_novel(self, lift: Placed) -> bool:
        """Whether the lift, new as the fixed sessions go, stays so wherever the others stand."""
        others = [each for each in self._frame.movable if each.kind == "strength" and each.id != lift.session.id]
        known = set().union(*(eccentric(each, self._frame.catalogue) for each in others))
        return bool(novel(lift, self._history, self._frame.catalogue) - known)

    def _is_novel(self, lift: Stand, chosen: Sequence[Stand]) -> bool:
        before = [each for each in chosen if each.lift and each.at.start < lift.at.start]
        key = (lift.number, frozenset((each.session.id, each.turned) for each in before))
        if key not in self._novel:
            new = novel(lift.at, self._history, self._frame.catalogue)
            new -= set().union(*(eccentric(each.session, self._frame.catalogue) for each in before))
            self._novel[key] = bool(new)
        return self._novel[key]
