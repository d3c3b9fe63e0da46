"""Foot contacts of the jumps in a lift: how many a level is to have, and a lift fitted to that (RULES 4.5)."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.model import Exercise, Level, PlannedExercise, PlannedSession, Value
from data.rules.explain import Explanation, session_words

# Contacts of a session with jumps in it, the fewest and the most.
CONTACTS: Final[dict[Level, tuple[int, int]]] = {"building": (30, 60), "solid": (60, 100), "strong": (80, 120)}
# Of the jumps of this eccentric stress at most half.
_HARDEST: Final = 3
# A lift with more of them than half is left this share of the most, which leaves room for as many others. [choice]
_HARDEST_LEFT: Final = 0.4
# Jumps that can be done many at a time, the one to add first. [choice]
_HOPS: Final = ("pogo_hop", "rope_skip")
_HOP_SETS: Final = 2
_HOP_REST: Final = 45
_STEP: Final = 5


class Contacts(Value, frozen=True):
    """The foot contacts of a lift, and those of its hardest jumps."""

    total: int
    hardest: int


def contacts_of(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> Contacts:
    """The contacts that a lift prescribes."""
    jumps = [(each, known) for each in exercises if (known := _jump(each, catalogue))]
    hardest = sum(_count(each) for each, known in jumps if known.ecc >= _HARDEST)
    return Contacts(sum(_count(each) for each, _ in jumps), hardest)


def contacts_advice(contacts: Contacts, level: Level, reduced: bool = False) -> str:
    """What is wrong with the contacts of a lift; "" where nothing is. One with `reduced` sets may have few.

    A lift without jumps is not asked for any: others of the week have them.
    """
    fewest, most = CONTACTS[level]
    if contacts.total > most:
        return f"{contacts.total} contacts, more than {most}"
    if contacts.hardest * 2 > contacts.total:
        return f"{contacts.hardest} of {contacts.total} contacts are of the hardest jumps, more than half"
    if 0 < contacts.total < fewest and not reduced:
        return f"{contacts.total} contacts, fewer than {fewest}"
    return ""


def explain_contacts(
    lifts: Iterable[PlannedSession], level: Level, catalogue: Catalogue, reduced: bool = False
) -> Explanation:
    """The contacts of planned lifts against what the level is to have; `reduced` where they have fewer sets."""
    counted = [(lift, contacts_of(catalogue.prescribed(lift), catalogue)) for lift in lifts]
    wrong = [advice for _, contacts in counted if (advice := contacts_advice(contacts, level, reduced))]
    fewest, most = CONTACTS[level]
    return Explanation(
        figure="Foot contacts",
        value="; ".join(wrong) or "as they should be" if counted else "",
        rule="In a lift with jumps 30 to 60 while building, 60 to 100 when solid, 80 to 120 when strong, at most half "
        "of them of the hardest jumps (bounds, depth jumps). Fewer sets have fewer.",
        inputs=(
            ("level", f"{level}: {fewest} to {most}"),
            *((session_words(lift), str(contacts.total)) for lift, contacts in counted),
        ),
        source="a choice of legday",
        needs="" if counted else "a lift to come in the week",
    )


def fitted(exercises: Sequence[PlannedExercise], level: Level, catalogue: Catalogue) -> tuple[PlannedExercise, ...]:
    """The lift with as many contacts as the level is to have; as it is where it has them, or no jumps at all.

    Sets of the hardest jumps get shorter where they are too many, sets of the others too, and hops get more; a lift
    without hops gets some, in front.
    """
    fewest, most = CONTACTS[level]
    lift = tuple(exercises)
    if contacts_of(lift, catalogue).hardest * 2 > most:
        lift = _cut(lift, int(most * _HARDEST_LEFT), catalogue, hardest=True)
    lift = _cut(lift, most - contacts_of(lift, catalogue).hardest, catalogue, hardest=False)
    counted = contacts_of(lift, catalogue)
    missing = max(fewest - counted.total, counted.hardest * 2 - counted.total)
    return _with_more(lift, missing, most - counted.total) if counted.total and missing > 0 else lift


def _cut(
    exercises: tuple[PlannedExercise, ...], most: int, catalogue: Catalogue, *, hardest: bool
) -> tuple[PlannedExercise, ...]:
    """The lift with no more than so many contacts of the hardest jumps, or of the others; as many for either foot."""
    jumps = [each for each in exercises if (known := _jump(each, catalogue)) and (known.ecc >= _HARDEST) == hardest]
    total = sum(map(_count, jumps))
    if total <= most:
        return exercises

    def _less(jump: PlannedExercise) -> PlannedExercise:
        amount = int((jump.amount or 0) * most / total)
        return replace(jump, amount=amount // 2 * 2 or 1)

    return tuple(_less(each) if each in jumps else each for each in exercises)


def _with_more(exercises: tuple[PlannedExercise, ...], missing: int, most: int) -> tuple[PlannedExercise, ...]:
    """The lift with at least so many hops more and at most `most`: in fives a set where they fit, in fewer sets where
    the same in each would be too many."""
    place = next((place for place, each in enumerate(exercises) if each.exercise in _HOPS), None)
    there = exercises[place] if place is not None else PlannedExercise(_HOPS[0], _HOP_SETS, 0, rest=_HOP_REST)
    wanted = _count(there) + missing
    sets, amount = next(
        (sets, amount)
        for sets in range(there.sets, 0, -1)
        for amount in (ceil(wanted / sets / _STEP) * _STEP, ceil(wanted / sets))
        if sets * amount <= _count(there) + most
    )
    more = replace(there, sets=sets, amount=amount)
    if place is None:
        return (more, *exercises)
    return (*exercises[:place], more, *exercises[place + 1 :])


def _jump(prescribed: PlannedExercise, catalogue: Catalogue) -> Exercise | None:
    known = catalogue.exercise(prescribed.exercise)
    return known if known and known.measure == "contacts" else None


def _count(prescribed: PlannedExercise) -> int:
    return round(prescribed.sets * (prescribed.amount or 0))
