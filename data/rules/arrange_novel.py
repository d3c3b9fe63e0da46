"""Whether a lift holds something new, where that depends on how the other lifts of the week stand."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import count
from operator import or_
from typing import NamedTuple

from data.model import Id, Session
from data.rules.arrange_slots import Frame, Stand
from data.rules.gaps import Placed, eccentric, in_time, novel


class _Doubt(NamedTuple):
    """An exercise of a lift that is new unless another lift, one of those that may move, comes before and holds it.

    `new` is the mark of its being new as far as the fixed sessions go, `unknown` one for each such other lift that
    does not change that.
    """

    exercise: str
    new: int
    unknown: Mapping[Id, int]


class Novelty:
    """What is new in the lifts of a week, as marks: bits from the lowest on. `history`: the fixed sessions by start."""

    def __init__(self, frame: Frame, fixed: Sequence[Stand]) -> None:
        self.history = sorted((each.at for each in fixed), key=lambda each: in_time(each, frame.athlete))
        self._catalogue = frame.catalogue
        self._held: dict[tuple[Id, bool], set[str]] = {}
        held = {each.id: eccentric(each, frame.catalogue) for each in frame.movable}
        in_week: list[Session] = [each.session for each in fixed if each.lift and 0 <= each.offset < 7]
        bits = (1 << number for number in count())
        self._doubts = {
            each.id: [
                _Doubt(exercise, next(bits), {other: next(bits) for other in others})
                for exercise in sorted(eccentric(each, frame.catalogue))
                if (others := [name for name in held if name != each.id and exercise in held[name]])
            ]
            for each in (*in_week, *frame.movable)
        }

    def doubts(self) -> Iterator[tuple[Id, int]]:
        """The lifts that may hold something new; each does where it has all of these marks."""
        for name, doubts in self._doubts.items():
            for doubt in doubts:
                yield name, reduce(or_, doubt.unknown.values(), doubt.new)

    def new_in(self, lift: Placed) -> int | None:
        """The marks of what is new in a lift as far as the fixed sessions go; None where it is so in any case."""
        new = novel(lift, self.history, self._catalogue)
        doubtful = [doubt for doubt in self._doubts.get(lift.session.id, ()) if doubt.exercise in new]
        return None if len(doubtful) < len(new) else sum(doubt.new for doubt in doubtful)

    def unknown_to(self, other: Stand, lift: Stand) -> int:
        """The marks of a lift for what another one, which may move, does not hold or not before it."""
        marks = 0
        for doubt in self._doubts.get(lift.session.id, ()):
            known = other.at.start < lift.at.start and doubt.exercise in self._of(other)
            if other.session.id in doubt.unknown and not known:
                marks |= doubt.unknown[other.session.id]
        return marks

    def _of(self, stand: Stand) -> set[str]:
        key = (stand.session.id, stand.turned)
        if key not in self._held:
            self._held[key] = eccentric(stand.session, self._catalogue)
        return self._held[key]
