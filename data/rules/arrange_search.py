"""The search for the best arrangement of a week: exact, by branch and bound."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Final, NamedTuple

from data.model import Id
from data.rules.arrange_cost import Cost, burden, number_of, worsening
from data.rules.arrange_marks import Marks
from data.rules.arrange_slots import Stand

# The stands of each movable session, first the one where it stands now.
Stands = Sequence[Sequence[Stand]]

# Most weeks are put right by so many moves: looking for these first takes little time.
_FEW_MOVES: Final = (1, 2)


class Found(NamedTuple):
    """A stand for each movable session, and what the week then costs; of those that cost the same the least key."""

    cost: int
    key: tuple[tuple[Id, int, bool], ...]
    stands: tuple[Stand, ...]


class Candidate(NamedTuple):
    """A stand that a session may take: what it costs by itself, and its marks, those for what was chosen among them."""

    cost: int
    marks: int
    stand: Stand


Domain = Sequence[Candidate]


class Chosen(NamedTuple):
    """The stands taken so far, their marks and those of the fixed sessions, and what the stands cost by themselves."""

    marks: int
    cost: int = 0
    stands: tuple[Stand, ...] = ()


def best(marks: Marks, there: Stands, turn: Callable[[], Stands]) -> Found:
    """The best arrangement. `turn` gives the stands of the sessions turned to maintenance, none where one cannot be.

    What no session avoids by itself is the least that can be hoped for: first without maintenance, then with it.
    """
    plain = Search(marks, there)
    found = plain.as_it_is()
    if burden(found.cost) == plain.unavoidable:
        return found
    if plain.floor() == plain.unavoidable:
        for moves in (*_FEW_MOVES, len(there)):
            if better := plain.within(plain.unavoidable + number_of(Cost(moves=moves + 1)) - 1):
                return better
    both = Search(marks, [(*some, *turned) for some, turned in zip(there, turn(), strict=True)])
    return both.within(both.floor() + number_of(Cost(warnings=1)) - 1) or both.within(found.cost - 1) or found


class Search:
    """The search among these stands; it can be asked several times. `unavoidable` is what the fixed sessions cost in
    clashes and warnings."""

    def __init__(self, marks: Marks, there: Stands) -> None:
        hiding = marks.hiding(there)
        self._marks = marks
        self._domains = [[Candidate(marks.cost(each), marks.of(each), each) for each in some] for some in there]
        self._cost = marks.weighing()
        self._least = marks.weighing(hiding)
        self._worsening = worsening(marks.layout, marks.of_fixed, hiding)
        self._worse = 0
        self._limit = 0
        self._found: Found | None = None
        self.unavoidable = burden(self._least(marks.of_fixed))

    def as_it_is(self) -> Found:
        """The week without a change."""
        chosen = Chosen(self._marks.of_fixed)
        for some in self._domains:
            here = some[0]
            between = (self._marks.between(other, here.stand) or 0 for other in chosen.stands)
            chosen = _taken(chosen, here._replace(marks=reduce(or_, between, here.marks)))
        return self._whole(chosen)

    def floor(self) -> int:
        """The least clashes and warnings: those of the fixed sessions, and of each other one wherever it stands."""
        marks, _ = _in_any_case(self._domains)
        return burden(self._least(self._marks.of_fixed | marks))

    def within(self, limit: int) -> Found | None:
        """The best week that costs no more than the limit; None where there is none."""
        self._limit, self._found = limit, None
        self._worse = self._worsening if burden(limit) == self.unavoidable else 0
        start = Chosen(self._marks.of_fixed)
        domains = [[each for each in some if self._least_with(each, start) <= limit] for some in self._domains]
        if all(domains):
            self._descend(start, domains)
        return self._found

    def _descend(self, chosen: Chosen, domains: Sequence[Domain]) -> None:
        """Try the candidates of the session that has the fewest left."""
        if not domains:
            self._take(self._whole(chosen))
            return
        domain = min(domains, key=len)
        others = [each for each in domains if each is not domain]
        marks, cost = _in_any_case(others)
        at_least = Chosen(chosen.marks | marks, chosen.cost + cost)
        for least, each in sorted((self._least_with(each, at_least), each) for each in domain):
            if least > self._limit:
                return
            taken = _taken(chosen, each)
            left = self._left(others, taken)
            if left is not None:
                self._descend(taken, left)

    def _left(self, domains: Sequence[Domain], chosen: Chosen) -> list[Domain] | None:
        """The candidates that what was chosen last leaves of each session; None where it leaves one without."""
        left = []
        for some in domains:
            kept = self._kept(some, chosen)
            if not kept:
                return None
            left.append(kept)
        return left

    def _kept(self, domain: Domain, chosen: Chosen) -> Domain:
        least, limit, worse = self._least, self._limit - chosen.cost, self._worse
        marks, last = chosen.marks, chosen.stands[-1]
        room = limit - least(marks)
        # Before anything was found, what costs too much does so by its moves or by what it makes worse: quick to see.
        quick = bool(worse) and self._found is None
        kept = []
        for each in domain:
            between = self._marks.between(last, each.stand)
            if between is None or between & worse or each.cost > room:
                continue
            if between:
                each = Candidate(each.cost, each.marks | between, each.stand)
            if quick or least(marks | each.marks) + each.cost <= limit:
                kept.append(each)
        return kept

    def _least_with(self, candidate: Candidate, chosen: Chosen) -> int:
        return self._least(chosen.marks | candidate.marks) + chosen.cost + candidate.cost

    def _whole(self, chosen: Chosen) -> Found:
        stands = tuple(sorted(chosen.stands, key=_id))
        key = tuple((each.session.id, each.at.start, each.turned) for each in stands if each.moved or each.turned)
        return Found(self._cost(chosen.marks) + chosen.cost, key, stands)

    def _take(self, found: Found) -> None:
        """Keep the week if it is the best so far."""
        if found.cost <= self._limit:
            self._found = min(found, self._found) if self._found else found
            self._limit = found.cost


def _taken(chosen: Chosen, candidate: Candidate) -> Chosen:
    return Chosen(chosen.marks | candidate.marks, chosen.cost + candidate.cost, (*chosen.stands, candidate.stand))


def _in_any_case(domains: Sequence[Domain]) -> tuple[int, int]:
    """The marks that each of the sessions has wherever it stands, and what they cost by themselves at least."""
    marks = 0
    for domain in domains:
        marks |= reduce(and_, [each.marks for each in domain])
    return marks, sum([min([each.cost for each in domain]) for domain in domains])


def _id(stand: Stand) -> Id:
    return stand.session.id
