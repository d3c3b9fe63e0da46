"""A lift against last time: the same session, or else each of its exercises the last time that it was done."""

from collections.abc import Iterable, Sequence
from typing import Final

from data.calendar import start_of
from data.catalogue import Catalogue
from data.model import Amount, Id, LoggedExercise, LoggedSession, Value
from data.rules.explain import Explanation, session_words
from data.rules.strength import best_set, weight_words
from data.rules.volume import sets_of, volume_of, working
from data.text import plain
from data.units import Units, format_minutes, format_weight

# [choice] The kinds of work whose e1RM is compared.
_MAIN: Final = ("compound", "power")


class E1rm(Value, frozen=True):
    """The e1RM of a main lift in kg, today and last time."""

    exercise: Id
    now: float
    before: float


class Against(Value, frozen=True):
    """Working sets, volume in kg and minutes of a lift, and of last time.

    `same` is the same session last time; None where there is none, and each exercise is compared with its own last
    time: `before` are all sessions that were compared with, the last first. Minutes are None where they are not known,
    and without the same session.
    """

    sets: int
    volume_kg: float
    minutes: Amount | None
    same: LoggedSession | None
    before: tuple[LoggedSession, ...]
    sets_before: int
    volume_before: float
    minutes_before: Amount | None
    e1rms: tuple[E1rm, ...]


def against_last_time(session: LoggedSession, earlier: Iterable[LoggedSession], catalogue: Catalogue) -> Against | None:
    """The lift against the last of the earlier ones, in any order, that has its title; else, and for a lift without a
    title, against the last time of each exercise. None where no earlier one has any of its exercises."""
    before = _latest_first(session, earlier)
    today = [each for each in session.exercises if working(each.sets)]
    same = next((each for each in before if _is_the_same(each, session)), None)
    pairs = _of_the_same(same) if same else _of_each(today, before)
    if not pairs or not today:
        return None
    now, then = session.exercises, [each for _, each in pairs]
    used = dict.fromkeys(one.id for one, _ in pairs)
    return Against(
        sets=sum(map(sets_of, now)),
        volume_kg=sum(volume_of(each, catalogue) for each in now),
        minutes=session.minutes,
        same=same,
        before=tuple(each for each in before if each.id in used),
        sets_before=sum(map(sets_of, then)),
        volume_before=sum(volume_of(each, catalogue) for each in then),
        minutes_before=same.minutes if same else None,
        e1rms=_e1rms(session, pairs, catalogue),
    )


def explain_against(found: Against, catalogue: Catalogue, units: Units) -> Explanation:
    """What the lift was compared with, and both sides of it."""
    rows = [
        ("sets", str(found.sets), str(found.sets_before)),
        ("volume", format_weight(found.volume_kg, units), format_weight(found.volume_before, units)),
    ]
    if found.minutes is not None and found.minutes_before is not None:
        rows.append(("minutes", format_minutes(found.minutes), format_minutes(found.minutes_before)))
    rows += [
        (
            f"e1RM {plain(catalogue.name(each.exercise))}",
            weight_words(each.now, units),
            weight_words(each.before, units),
        )
        for each in found.e1rms
    ]
    sign = "+" if found.volume_kg >= found.volume_before else "−"
    change = format_weight(abs(found.volume_kg - found.volume_before), units)
    return Explanation(
        figure="Against last time",
        value=f"{sign}{change}",
        rule="The last session of the same title; where there is none, each exercise against the last time that it was "
        "done. Warm-up sets do not count; left and right are one set.",
        inputs=tuple((what, f"{now}, last time {then}") for what, now, then in rows),
        steps=tuple(f"compared with {session_words(each)}" for each in found.before),
        source="counted; volume is reps × weight; e1RM by the best set of each day",
    )


_Pair = tuple[LoggedSession, LoggedExercise]


def _latest_first(session: LoggedSession, earlier: Iterable[LoggedSession]) -> list[LoggedSession]:
    start = start_of(session)
    before = [
        each
        for each in earlier
        if each.id != session.id and each.kind == "strength" and start_of(each) < start and _worked(each)
    ]
    return sorted(before, key=lambda each: (start_of(each), each.id), reverse=True)


def _worked(session: LoggedSession) -> bool:
    return any(working(each.sets) for each in session.exercises)


def _is_the_same(one: LoggedSession, other: LoggedSession) -> bool:
    """Whether both have the same title, and an exercise in common."""
    title = one.title.strip().casefold()
    shared = {each.exercise for each in one.exercises} & {each.exercise for each in other.exercises}
    return bool(title and shared) and title == other.title.strip().casefold()


def _of_the_same(same: LoggedSession) -> list[_Pair]:
    return [(same, each) for each in same.exercises]


def _of_each(today: Sequence[LoggedExercise], before: Sequence[LoggedSession]) -> list[_Pair]:
    """What was done of each exercise in the last session that had it."""
    pairs: list[_Pair] = []
    for exercise in dict.fromkeys(each.exercise for each in today):
        for session in before:
            done = [(session, one) for one in session.exercises if one.exercise == exercise and working(one.sets)]
            pairs += done
            if done:
                break
    return pairs


def _e1rms(session: LoggedSession, pairs: Sequence[_Pair], catalogue: Catalogue) -> tuple[E1rm, ...]:
    """Of the main lifts that have one on both days, in the order they were done."""
    then = [(each.exercise, best_set(one, each, catalogue)) for one, each in pairs]
    now = [(each.exercise, best_set(session, each, catalogue)) for each in session.exercises]
    found = []
    for exercise in dict.fromkeys(exercise for exercise, _ in now):
        known = catalogue.exercise(exercise)
        both = [[each.e1rm for name, each in side if name == exercise and each] for side in (now, then)]
        if known and known.category in _MAIN and all(both):
            found.append(E1rm(exercise, max(both[0]), max(both[1])))
    return tuple(found)
