"""Minutes, sets, hard sets and volume of the lifts that were done (RULES 2.2). Warm-ups count in minutes alone."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from data.catalogue import Catalogue
from data.model import LoggedExercise, LoggedSession, LoggedSet, PlannedExercise
from data.rules.explain import Explanation, session_words
from data.text import plain
from data.units import Units, format_minutes, format_weight

# A set with no more repetitions than this left in reserve is a hard set.
HARD_SET_RIR: Final = 3


def working(sets: Iterable[LoggedSet]) -> tuple[LoggedSet, ...]:
    """The sets that are no warm-up."""
    return tuple(each for each in sets if each.type != "warmup")


def is_work(exercise: PlannedExercise | LoggedExercise) -> bool:
    """Whether the exercise is more than a warm-up: it is prescribed, or a set of it that is no warm-up was done."""
    return not isinstance(exercise, LoggedExercise) or bool(working(exercise.sets))


def over_sides(sets: Iterable[LoggedSet], worth: Callable[[LoggedSet], float]) -> float:
    """What the working sets are worth together, where a set of the left and one of the right are one per-side set."""
    both = left = right = 0.0
    for each in working(sets):
        if each.side == "left":
            left += worth(each)
        elif each.side == "right":
            right += worth(each)
        else:
            both += worth(each)
    return both + max(left, right)


def sets_of(exercise: LoggedExercise) -> int:
    """How many working sets; left and right are one."""
    return round(over_sides(exercise.sets, lambda _: 1))


def hard_sets_of(exercise: LoggedExercise) -> int:
    """How many hard sets: RIR of 3 or less, or to failure. A set whose RIR nobody said is not known to be one."""
    return round(over_sides(exercise.sets, _is_hard))


def volume_of(exercise: LoggedExercise, catalogue: Catalogue) -> float:
    """Kilograms lifted: Σ reps × kg, twice that for a set of a one-sided exercise that stands for both sides."""
    known = catalogue.exercise(exercise.exercise)
    sides = 2 if known and known.unilateral else 1
    return sum((each.reps or 0) * (each.kg or 0) * (1 if each.side else sides) for each in working(exercise.sets))


def session_sets(session: LoggedSession) -> tuple[int, int]:
    """The working sets of a session, and how many of them were hard."""
    return sum(map(sets_of, session.exercises)), sum(map(hard_sets_of, session.exercises))


def session_volume(session: LoggedSession, catalogue: Catalogue) -> float:
    """Kilograms lifted in a session."""
    return sum(volume_of(each, catalogue) for each in session.exercises)


def explain_minutes(lifts: Sequence[LoggedSession]) -> Explanation:
    """The minutes of lifting in these sessions."""
    return Explanation(
        figure="Minutes of lifting",
        value=format_minutes(sum(each.minutes or 0 for each in lifts)),
        rule="The length of every lift that was done, warm-up and rests too.",
        inputs=tuple(
            (session_words(each), "length not known" if each.minutes is None else format_minutes(each.minutes))
            for each in lifts
        ),
        source="counted",
    )


def explain_sets(lifts: Sequence[LoggedSession]) -> Explanation:
    """The working sets of these sessions and the hard ones among them."""
    counts = [session_sets(each) for each in lifts]
    total, hard = sum(each for each, _ in counts), sum(each for _, each in counts)
    return Explanation(
        figure="Sets",
        value=_words(total, hard),
        rule="Warm-up sets do not count; left and right are one set. A hard set ended with at most three reps in "
        "reserve (RIR 3 or less) or at failure; without a RIR it is not known to be hard.",
        inputs=tuple((session_words(lift), _words(*count)) for lift, count in zip(lifts, counts, strict=True)),
        source="a choice of legday",
    )


def explain_volume(lifts: Sequence[LoggedSession], catalogue: Catalogue, units: Units) -> Explanation:
    """The weight moved in these sessions, exercise by exercise."""
    by_exercise: dict[str, float] = {}
    for lift in lifts:
        for each in lift.exercises:
            name = plain(catalogue.name(each.exercise))
            by_exercise[name] = by_exercise.get(name, 0) + volume_of(each, catalogue)
    return Explanation(
        figure="Volume",
        value=format_weight(sum(by_exercise.values()), units),
        rule="Repetitions × weight of every working set, twice that for a set done on each side. "
        "Warm-up sets and bodyweight do not count.",
        inputs=tuple((name, format_weight(kg, units)) for name, kg in by_exercise.items() if kg),
        source="a choice of legday",
    )


def _is_hard(done: LoggedSet) -> bool:
    return done.type == "failure" or (done.rir is not None and done.rir <= HARD_SET_RIR)


def _words(sets: int, hard: int) -> str:
    return f"{sets} {'set' if sets == 1 else 'sets'}, {hard} hard"
