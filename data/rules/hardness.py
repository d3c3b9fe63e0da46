"""How hard a session was, or will be: easy, moderate or hard, and the stress of a lift on the legs (RULES 3.1, 3.2)."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from data.catalogue import Catalogue
from data.model import (
    Exercise,
    Focus,
    Hard,
    LoggedExercise,
    LoggedSession,
    LoggedSet,
    PlannedExercise,
    RunType,
    Session,
    Value,
)  # fmt: skip
from data.rules.explain import Explanation, number_words, session_words
from data.rules.volume import is_work, over_sides
from data.text import plain

LEVELS: Final[tuple[Hard, ...]] = ("easy", "moderate", "hard")
_EASY, _MODERATE, _HARD = range(3)

_RUN_LEVELS: Final[dict[RunType, int]] = {
    "recovery": _EASY, "easy": _EASY,
    "steady": _MODERATE, "progression": _MODERATE, "fartlek": _MODERATE, "long": _MODERATE,
    "tempo": _HARD, "threshold": _HARD, "intervals": _HARD, "hills": _HARD, "time_trial": _HARD, "race": _HARD,
}  # fmt: skip
# Minutes and metres of descent from which a run is at least this hard, the hardest first.
_RUN_FLOORS: Final = ((_HARD, 90, 600), (_MODERATE, 75, 300))
# Leg stress from which a lift is hard, and from which it is moderate.
HARD_STRESS: Final = 10
_MODERATE_STRESS: Final = 4
_LIGHT_FOCUS: Final[frozenset[Focus]] = frozenset({"upper", "core", "mobility"})
# A set that leaves so many repetitions in reserve counts half.
_FAR_FROM_FAILURE: Final = 4
# Contacts that are worth one set.
_CONTACTS_A_SET: Final = 30


class Hardness(Value, frozen=True):
    """How hard a session is. `level` is None where nothing says; `assumed` where it is a guess; `reasons` say why.

    `leg_stress` is the E of a lift whose sets are known, marked or not.
    """

    level: Hard | None
    assumed: bool = False
    reasons: tuple[str, ...] = ()
    leg_stress: float | None = None


def hardness(session: Session, catalogue: Catalogue) -> Hardness:
    """How hard a planned or logged session is. Cross-training is not assessed, unless the athlete marked it."""
    logged = session if isinstance(session, LoggedSession) else None
    mark = logged.mark if logged else None
    rating = logged.rpe if logged else None
    if session.kind == "run":
        descent = (logged.descent_m if logged else None) or 0
        return run_hardness(session.type, rating, session.minutes or 0, descent, mark)
    if session.kind == "strength":
        exercises = exercises_of(session, catalogue)
        unknown = _unknown(exercises, catalogue)
        return lift_hardness(leg_stress(exercises, catalogue), rating, session.focus, mark, unknown)
    return _marked(mark) if mark else Hardness(None, reasons=("cross-training is not assessed",))


def run_hardness(
    run_type: RunType | None,
    rating: float | None = None,
    minutes: float = 0,
    descent_m: float = 0,
    mark: Hard | None = None,
) -> Hardness:
    """How hard a run is, by its type, its rating, and a floor for long ones and long descents (RULES 3.1)."""
    if mark:
        return _marked(mark)
    level, reasons = None, []
    if run_type:
        level = _RUN_LEVELS[run_type]
        reasons.append(f"{run_type.replace('_', ' ')}: {LEVELS[level]}")
    if rating is not None:
        level = _rated_run(level, rating)
        reasons.append(f"rated {number_words(rating, 1)}: {LEVELS[level]}")
    for floor, from_minutes, from_descent in _RUN_FLOORS:
        if (minutes >= from_minutes or descent_m >= from_descent) and (level is None or level < floor):
            level = floor
            why = f"{from_minutes} min" if minutes >= from_minutes else f"{from_descent} m of descent"
            reasons.append(f"{why} or more: at least {LEVELS[floor]}")
    if level is None:
        return Hardness(None, reasons=("neither its type nor a rating is known",))
    return Hardness(LEVELS[level], reasons=tuple(reasons))


def lift_hardness(
    stress: float | None,
    rating: float | None = None,
    focus: Focus | None = None,
    mark: Hard | None = None,
    unknown: Sequence[str] = (),
) -> Hardness:
    """How hard a lift is, by its leg stress E and its rating; by rating and focus where no E is known (RULES 3.2).

    `unknown` names the exercises that the E says nothing of. With them a lift is at least as hard as if no E were
    known, and that is assumed, unless what is known is hard anyhow. [choice]
    """
    if mark:
        return _marked(mark, stress)
    if stress is None:
        return _without_sets(rating, focus)
    known = _stressed(stress, rating)
    if not unknown or stress >= HARD_STRESS or known.level == "hard" or focus in _LIGHT_FOCUS:
        return known
    return _partly_stressed(known, rating, unknown)


def leg_stress(exercises: Iterable[PlannedExercise | LoggedExercise], catalogue: Catalogue) -> float | None:
    """E of RULES 3.2: Σ sets × ecc, half of it from RIR 4 on, and Σ contacts × ecc / 30. Warm-up sets do not count.

    None where there are no sets, or none of an exercise that the catalogue knows.
    """
    parts = _parts(exercises, catalogue)
    # Sixtieths are whole numbers for half sets and contacts alike, so a stress of exactly 10 is exactly 10.
    return sum(each.sixtieths for each in parts) / 60 if parts else None


def exercises_of(session: Session, catalogue: Catalogue) -> tuple[PlannedExercise, ...] | tuple[LoggedExercise, ...]:
    """The exercises of a lift: those done, or those prescribed by the plan or its template."""
    return session.exercises if isinstance(session, LoggedSession) else catalogue.prescribed(session)


def explain_hardness(session: Session, catalogue: Catalogue) -> Explanation:
    """How hard a session is, from its type, rating and length or from its sets; a lift with its leg stress E."""
    found = hardness(session, catalogue)
    run = session.kind == "run"
    parts = [] if run else _parts(exercises_of(session, catalogue), catalogue)
    inputs = [(each.exercise.name, each.words) for each in parts]
    if parts:
        inputs += [(name, "leg stress not known") for name in _unknown(exercises_of(session, catalogue), catalogue)]
    if found.leg_stress is not None:
        inputs.append(("leg stress E", number_words(found.leg_stress, 2)))
    return Explanation(
        figure=f"How hard: {session_words(session)}",
        value=(found.level or "") + (" (assumed)" if found.assumed else ""),
        rule=_RUN_RULE if run else _LIFT_RULE,
        inputs=tuple(inputs),
        steps=found.reasons,
        source="a choice of legday",
        needs="" if found.level else "its type or a rating" if run else "your own mark",
    )


_RUN_RULE: Final = (
    "By type: recovery and easy are easy; steady, progression, fartlek and long moderate; the rest hard. Rated 7 or "
    "more is hard, 5 or 6 at least moderate, 4 or less one lower. From 75 min or 300 m of descent at least moderate, "
    "from 90 min or 600 m hard. Your own mark wins."
)
_LIFT_RULE: Final = (
    "Leg stress E = sets × the exercise's eccentric stress (0 to 3), half from 4 reps in reserve on, and "
    "contacts × stress / 30. From 10 hard, from 4 moderate. Rated 7 or more with E of 4 is hard, 3 or less one lower. "
    "Where no sets are known the rating says: 7 or more hard, 5 or 6 moderate, 4 or less easy, none moderate. Where "
    "some exercises are not in the catalogue, the higher of both. Your own mark wins."
)


class _Part(NamedTuple):
    """What one exercise adds to the leg stress of its session: its sets or contacts that count, times its ecc."""

    exercise: Exercise
    counted: float

    @property
    def contacts(self) -> bool:
        return self.exercise.measure == "contacts"

    @property
    def sixtieths(self) -> float:
        return self.counted * self.exercise.ecc * 60 / (_CONTACTS_A_SET if self.contacts else 1)

    @property
    def words(self) -> str:
        what = f"contacts × {self.exercise.ecc} / {_CONTACTS_A_SET}" if self.contacts else f"sets × {self.exercise.ecc}"
        return f"{number_words(self.counted, 1)} {what} = {number_words(self.sixtieths / 60, 2)}"


def _parts(exercises: Iterable[PlannedExercise | LoggedExercise], catalogue: Catalogue) -> list[_Part]:
    return [
        _Part(known, _contacts(each) if known.measure == "contacts" else _sets(each))
        for each in exercises
        if each.sets and (known := catalogue.exercise(each.exercise))
    ]


def _unknown(exercises: Iterable[PlannedExercise | LoggedExercise], catalogue: Catalogue) -> list[str]:
    """The names, each once, of the exercises worked at whose eccentric stress nobody knows."""
    unknown = (each for each in exercises if each.sets and catalogue.exercise(each.exercise) is None and is_work(each))
    return list(dict.fromkeys(plain(catalogue.name(each.exercise)) for each in unknown))


def _sets(done: PlannedExercise | LoggedExercise) -> float:
    if isinstance(done, PlannedExercise):
        return done.sets * _share(done.rir)
    return over_sides(done.sets, lambda each: _share(each.rir))


def _share(rir: float | None) -> float:
    return 0.5 if rir is not None and rir >= _FAR_FROM_FAILURE else 1


def _contacts(done: PlannedExercise | LoggedExercise) -> float:
    if isinstance(done, PlannedExercise):
        return done.sets * (done.amount or 0)
    return over_sides(done.sets, _contacts_of_set)


def _contacts_of_set(done: LoggedSet) -> float:
    # Logs from elsewhere count jumps as repetitions.
    return (done.reps or 0) if done.contacts is None else done.contacts


def _rated_run(level: int | None, rating: float) -> int:
    level = level or _EASY
    if rating >= 7:
        return _HARD
    if rating >= 5:
        return max(level, _MODERATE)
    return max(level - 1, _EASY) if rating <= 4 else level


def _stressed(stress: float, rating: float | None) -> Hardness:
    level = _HARD if stress >= HARD_STRESS else _MODERATE if stress >= _MODERATE_STRESS else _EASY
    reasons = [f"leg stress {number_words(stress, 2)}: {LEVELS[level]}"]
    if rating is not None and rating >= 7 and stress >= _MODERATE_STRESS and level < _HARD:
        level = _HARD
        reasons.append(f"rated {number_words(rating, 1)}: hard")
    if rating is not None and rating <= 3 and level > _EASY:
        level -= 1
        reasons.append(f"rated {number_words(rating, 1)}: one lower, {LEVELS[level]}")
    return Hardness(LEVELS[level], reasons=tuple(reasons), leg_stress=stress)


def _without_sets(rating: float | None, focus: Focus | None) -> Hardness:
    if focus in _LIGHT_FOCUS:
        return Hardness("easy", reasons=(f"{focus} work, sets not known",))
    if rating is None:
        return Hardness("moderate", assumed=True, reasons=("neither its sets nor a rating is known",))
    return Hardness(LEVELS[_guess(rating)], reasons=(f"rated {number_words(rating, 1)}, sets not known",))


def _partly_stressed(known: Hardness, rating: float | None, unknown: Sequence[str]) -> Hardness:
    guess = _guess(rating)
    level = LEVELS[max(guess, LEVELS.index(known.level or "easy"))]
    names = unknown[0] if len(unknown) == 1 else f"{len(unknown)} exercises"
    rated = "no rating" if rating is None else f"rated {number_words(rating, 1)}"
    why = f"leg stress of {names} not known, {rated}: {LEVELS[guess]}"
    return Hardness(level, assumed=True, reasons=(*known.reasons, why), leg_stress=known.leg_stress)


def _guess(rating: float | None) -> int:
    """The level of a lift whose sets are not known."""
    if rating is None:
        return _MODERATE
    return _HARD if rating >= 7 else _MODERATE if rating > 4 else _EASY


def _marked(mark: Hard, stress: float | None = None) -> Hardness:
    return Hardness(mark, reasons=("your own mark",), leg_stress=stress)
