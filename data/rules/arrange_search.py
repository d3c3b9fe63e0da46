"""The search for the best arrangement of a week: exact, and the fewest lifts turned and moves first (RULES 5)."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_
from typing import NamedTuple

from data.model import Id
from data.rules.arrange_cost import burden, weighing
from data.rules.arrange_marks import Marks
from data.rules.arrange_slots import Stand

# The stands that each movable session may have, first the one where it stands now.
Version = Sequence[Sequence[Stand]]


class Found(NamedTuple):
    """A stand for each movable session, and what the week then costs; of those that cost the same the least key."""

    cost: int
    key: tuple[tuple[Id, int, bool], ...]
    stands: tuple[Stand, ...]


class Scales(NamedTuple):
    """The marks of a week's sessions, what they cost together, and the least that some of them and more can cost."""

    marks: Marks
    cost: Callable[[int], int]
    least: Callable[[int], int]


class Candidate(NamedTuple):
    """A stand that a session may move to, its marks and its own cost; `least` is the least that the week then costs."""

    least: int
    stand: Stand
    marks: int
    extra: int


class Level(NamedTuple):
    """The candidates of one session, the cheapest first, and what the sessions after it have and cost in any case."""

    candidates: Sequence[Candidate]
    later_marks: int
    later_extra: int


def best(marks: Marks, there: Version, turn: Callable[[], Version]) -> Found:
    """The best arrangement. `turn` gives the stands of the sessions turned to maintenance, none where one cannot be."""
    scales = Scales(marks, weighing(marks.layout), weighing(marks.layout, marks.unknown()))
    unavoidable = burden(scales.least(marks.of_fixed))
    here = [stands[0] for stands in there]
    found = _found(here, *_together(here, scales), scales)
    if burden(found.cost) > unavoidable:
        found = _fewest_moves([there], scales, found)
    if burden(found.cost) > unavoidable:
        turned = turn()
        turnable = [place for place, stands in enumerate(turned) if stands]
        for count in range(1, len(turnable) + 1):
            versions = [
                [turned[place] if place in which else stands for place, stands in enumerate(there)]
                for which in combinations(turnable, count)
            ]
            found = _fewest_moves(versions, scales, found)
    return found


def _fewest_moves(versions: Sequence[Version], scales: Scales, found: Found) -> Found:
    """The best of these versions of the week that is freer of clashes and warnings than what was found; else that."""
    for moves in range(len(versions[0]) + 1):
        limit = burden(found.cost) - 1
        versions = [each for each in versions if _least_burden(each, scales) <= limit]
        for version in versions:
            for movers in combinations(range(len(version)), moves):
                if better := _stage(version, movers, scales, limit):
                    found = min(found, better)
                    limit = found.cost
    return found


def _least_burden(version: Version, scales: Scales) -> int:
    """The least clashes and warnings that the week can have: those that none of the stands of a session avoids."""
    own = (reduce(and_, map(scales.marks.of, stands)) for stands in version)
    return burden(scales.least(reduce(or_, own, scales.marks.of_fixed)))


def _stage(version: Version, movers: Sequence[int], scales: Scales, limit: int) -> Found | None:
    """The best week with these sessions moved and the others where they stand; None where it costs over the limit."""
    standing = [stands[0] for place, stands in enumerate(version) if place not in movers]
    marks, extra = _together(standing, scales)
    moving = [_candidates(version[place][1:], standing, scales.marks) for place in movers]
    levels = _levels(moving, marks, extra, scales, limit)
    if levels is None:
        return None
    stage = _Stage(scales, levels, standing, limit)
    stage.descend(marks, extra, [])
    return stage.found


def _together(standing: Sequence[Stand], scales: Scales) -> tuple[int, int]:
    """The marks of the week with these sessions where they stand, and their own cost."""
    marks, extra = scales.marks.of_fixed, 0
    for place, stand in enumerate(standing):
        marks |= scales.marks.of(stand)
        extra += scales.marks.extra(stand)
        for other in standing[:place]:
            marks |= scales.marks.between(other, stand) or 0
    return marks, extra


def _found(stands: Sequence[Stand], marks: int, extra: int, scales: Scales) -> Found:
    """The whole week that has these marks and whose sessions have this cost of their own."""
    cost = scales.cost(scales.marks.with_novel(marks, stands)) + extra
    changed = (each for each in stands if each.moved or each.turned)
    return Found(cost, tuple((each.session.id, each.at.start, each.turned) for each in changed), tuple(stands))


def _candidates(stands: Iterable[Stand], standing: Sequence[Stand], marks: Marks) -> list[Candidate]:
    """The stands that the sessions that stay leave room for."""
    found = []
    for stand in stands:
        between = [marks.between(stand, other) for other in standing]
        if None not in between:
            own = reduce(or_, (each for each in between if each), marks.of(stand))
            found.append(Candidate(0, stand, own, marks.extra(stand)))
    return found


def _levels(
    moving: Sequence[Sequence[Candidate]], marks: int, extra: int, scales: Scales, limit: int
) -> list[Level] | None:
    """The sessions that move, the one with the fewest candidates within the limit first; None where one has none."""
    hopeful = []
    for place, some in enumerate(moving):
        others_marks, others_extra = _in_any_case([*moving[:place], *moving[place + 1 :]])
        before, spent = marks | others_marks, extra + others_extra
        weighed = (each._replace(least=scales.least(before | each.marks) + spent + each.extra) for each in some)
        hopeful.append(sorted(each for each in weighed if each.least <= limit))
    hopeful.sort(key=len)
    if not all(hopeful):
        return None
    return [Level(some, *_in_any_case(hopeful[place + 1 :])) for place, some in enumerate(hopeful)]


def _in_any_case(moving: Sequence[Sequence[Candidate]]) -> tuple[int, int]:
    """The marks and the cost of their own that the sessions have wherever they move to."""
    marks = (reduce(and_, (each.marks for each in some)) for some in moving if some)
    return reduce(or_, marks, 0), sum(min(each.extra for each in some) for some in moving if some)


class _Stage:
    """The search through the candidates of the sessions that move, `found` being the best so far."""

    def __init__(self, scales: Scales, levels: Sequence[Level], standing: Sequence[Stand], limit: int) -> None:
        self._scales = scales
        self._levels = levels
        self._standing = standing
        self._limit = limit
        self.found: Found | None = None

    def descend(self, marks: int, extra: int, chosen: Sequence[Stand]) -> None:
        """Try the candidates of the next session; `marks` and `extra` are of those that stay and were chosen."""
        if len(chosen) == len(self._levels):
            self._take(marks, extra, chosen)
            return
        level = self._levels[len(chosen)]
        for each in level.candidates:
            if each.least > self._limit:
                return
            together = self._beside(each, chosen)
            if together is None:
                continue
            here, spent = marks | together, extra + each.extra
            if self._scales.least(here | level.later_marks) + spent + level.later_extra <= self._limit:
                self.descend(here, spent, (*chosen, each.stand))

    def _beside(self, candidate: Candidate, chosen: Sequence[Stand]) -> int | None:
        marks = candidate.marks
        for other in chosen:
            between = self._scales.marks.between(other, candidate.stand)
            if between is None:
                return None
            marks |= between
        return marks

    def _take(self, marks: int, extra: int, chosen: Sequence[Stand]) -> None:
        """Keep the whole week if it is the best so far."""
        found = _found(sorted((*self._standing, *chosen), key=_id), marks, extra, self._scales)
        if found.cost <= self._limit:
            self.found = min(found, self.found) if self.found else found
            self._limit = found.cost


def _id(stand: Stand) -> Id:
    return stand.session.id
