"""Bests: what a lift has that none before it had (RULES 2.2, 2.3). Warm-ups never count, nor does a set of nothing.

Heaviest: a heavier weight than ever. Most: more of what the exercise is counted in (reps, seconds, metres) than was
ever done with that weight or a heavier one, where it was done with that very weight before. e1RM: a higher one.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, NamedTuple

from data.amounts import AmountField, amount_field, set_words
from data.calendar import start_of
from data.catalogue import Catalogue
from data.model import Exercise, Id, LoggedSession, LoggedSet, Value
from data.rules.explain import Explanation, session_words
from data.rules.strength import e1rm_of_set, weight_words
from data.rules.volume import working
from data.text import plain
from data.units import Units

Kind = Literal["heaviest", "most", "e1rm"]

# [choice] An e1RM that is shown as the same is no better: kg.
_E1RM_STEP: Final = 0.1
_RULES: Final[dict[Kind, str]] = {
    "heaviest": "Heavier than any set of it before. Warm-up sets do not count.",
    "most": "More than was ever done with this weight or a heavier one; it was done with this very weight before. "
    "Warm-up sets do not count.",
    "e1rm": "The most that you could lift once, estimated from the best set, is higher than ever. Warm-up sets do not "
    "count.",
}


class Best(Value, frozen=True):
    """A set that is better than all before it, and the set that was the best until then, with its session."""

    exercise: Id
    kind: Kind
    done: LoggedSet
    before: LoggedSet
    before_in: LoggedSession


class _Done(NamedTuple):
    """A working set and the session it was done in; `kg` is None where nobody said how heavy it was."""

    done: LoggedSet
    session: LoggedSession
    kg: float | None
    amount: float


# Today's set, and the one that was the best until then.
_Pair = tuple[_Done, _Done]


def new_bests(session: LoggedSession, earlier: Iterable[LoggedSession], catalogue: Catalogue) -> tuple[Best, ...]:
    """The bests of a session against the earlier ones, in any order, by exercise in the order they were done.

    At most one of each kind an exercise; none of an exercise that no earlier session has.
    """
    before = [each for each in earlier if each.id != session.id and start_of(each) < start_of(session)]
    exercises = dict.fromkeys(each.exercise for each in session.exercises)
    return tuple(best for exercise in exercises for best in _bests_of(exercise, session, before, catalogue))


def explain_best(best: Best, catalogue: Catalogue, units: Units) -> Explanation:
    """Why it is a best: the set, and the one it is better than."""
    known = catalogue.exercise(best.exercise)
    return Explanation(
        figure=f"{_capital(kind_words(best, known))}: {plain(catalogue.name(best.exercise))}",
        value=best_words(best, best.done, known, units),
        rule=_RULES[best.kind],
        inputs=(("until now", f"{best_words(best, best.before, known, units)}, {session_words(best.before_in)}"),),
        source="counted" if best.kind != "e1rm" else "chart: Zourdos 2016; without reps in reserve by Epley",
    )


def kind_words(best: Best, known: Exercise | None) -> str:
    """ "heaviest", "most reps", "longest" of seconds, "furthest" of metres, "highest e1RM"."""
    most = {"seconds": "longest", "metres": "furthest"}.get(amount_field(known), "most reps")
    return {"heaviest": "heaviest", "most": most, "e1rm": "highest e1RM"}[best.kind]


def best_words(best: Best, done: LoggedSet, known: Exercise | None, units: Units) -> str:
    """A set as this best counts it: "85 kg × 5", "60 s", "24 kg · 40 m", "102.5 kg"."""
    if best.kind == "e1rm":
        return weight_words(e1rm_of_set(done) or 0, units)
    field = amount_field(known)
    return set_words(done.kg, _amount(done, field), field, units)


def _bests_of(
    exercise: str, session: LoggedSession, before: Sequence[LoggedSession], catalogue: Catalogue
) -> list[Best]:
    known = catalogue.exercise(exercise)
    today = _sets([session], exercise, known)
    then = _sets(before, exercise, known)
    if not today or not then or amount_field(known) == "contacts":
        return []
    found: tuple[tuple[Kind, _Pair | None], ...] = (
        ("heaviest", _heaviest(today, then)),
        ("most", _most(today, then)),
        ("e1rm", _highest_e1rm(today, then) if known is None or known.measure == "reps_kg" else None),
    )
    return [Best(exercise, kind, pair[0].done, pair[1].done, pair[1].session) for kind, pair in found if pair]


def _heaviest(today: Sequence[_Done], then: Sequence[_Done]) -> _Pair | None:
    return _better(today, then, lambda each: each.kg, 0)


def _most(today: Sequence[_Done], then: Sequence[_Done]) -> _Pair | None:
    """Of the heaviest weight of which more was done than ever."""
    known = {each.kg for each in then}
    for kg in sorted({each.kg for each in today if each.kg is not None and each.kg in known}, reverse=True):
        as_heavy = [each for each in then if each.kg is not None and each.kg >= kg]
        if pair := _better([each for each in today if each.kg == kg], as_heavy, lambda each: each.amount, 0):
            return pair
    return None


def _highest_e1rm(today: Sequence[_Done], then: Sequence[_Done]) -> _Pair | None:
    return _better(today, then, lambda each: e1rm_of_set(each.done), _E1RM_STEP)


def _better(
    today: Sequence[_Done], then: Sequence[_Done], worth: Callable[[_Done], float | None], step: float
) -> _Pair | None:
    """Today's best set and the best one of before; None where today's is not worth more, by a step or at all.

    Of sets that are worth the same the one with the larger amount, and the first of those.
    """
    new, old = _first_of(today, worth), _first_of(then, worth)
    if new is None or old is None:
        return None
    better = new[0] > old[0] if not step else round(new[0] / step) > round(old[0] / step)
    return (new[1], old[1]) if better else None


def _first_of(sets: Sequence[_Done], worth: Callable[[_Done], float | None]) -> tuple[float, _Done] | None:
    found = [(value, each) for each in sets if (value := worth(each)) is not None]
    return max(found, key=lambda each: (each[0], each[1].amount)) if found else None


def _sets(sessions: Iterable[LoggedSession], exercise: str, known: Exercise | None) -> list[_Done]:
    """The working sets of an exercise of which something was done. Without added weight a bodyweight exercise has 0."""
    field, bodyweight = amount_field(known), known is not None and known.measure != "reps_kg"
    return [
        _Done(done, session, 0 if done.kg is None and bodyweight else done.kg, _amount(done, field))
        for session in sessions
        for each in session.exercises
        if each.exercise == exercise
        for done in working(each.sets)
        if _amount(done, field)
    ]


def _amount(done: LoggedSet, field: AmountField) -> float:
    return getattr(done, field) or 0


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
