"""The sets of a strength session in a FIT file, as exercises with their sets."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from data.catalogue import load_catalogue
from data.formats.fit_exercises import exercise_of
from data.formats.fit_messages import Fields, number, word
from data.model import LoggedExercise, LoggedSet

_UNKNOWN_CATEGORY = 65534
_MOST_KG = 10_000


def exercises(sets: Iterable[tuple[Fields, datetime | None]]) -> tuple[LoggedExercise, ...]:
    """The exercises that set messages, each with its start, make: sets of the same one in a row belong together.

    A rest is no set. A weight of 0 is none: that is what a watch writes for bodyweight and for not asked.
    """
    done = [(_exercise(fields), fields, at) for fields, at in sets if word(fields, "set_type") != "rest"]
    return tuple(
        LoggedExercise(exercise=exercise, sets=tuple(_set(exercise, fields, at) for _, fields, at in row))
        for exercise, row in groupby(done, key=lambda one: one[0])
    )


def _exercise(fields: Fields) -> str:
    """The device's first guess of what it was."""
    categories, names = _many(fields, "category"), _many(fields, "category_subtype")
    for place, category in enumerate(categories):
        if category is not None and category != _UNKNOWN_CATEGORY:
            weighted = bool(number(fields, "weight", most=_MOST_KG))
            return exercise_of(category, names[place] if place < len(names) else None, weighted=weighted)
    return exercise_of(None, None)


def _many(fields: Fields, name: str) -> tuple[object, ...]:
    value = fields.get(name)
    return value if isinstance(value, tuple) else (value,)


def _set(exercise: str, fields: Fields, at: datetime | None) -> LoggedSet:
    reps = number(fields, "repetitions", most=10_000)
    seconds = number(fields, "duration")
    known = load_catalogue().exercise(exercise)
    timed = not reps or (known is not None and known.measure == "seconds")
    return LoggedSet(
        kg=number(fields, "weight", most=_MOST_KG) or None,
        reps=None if reps is None else round(reps),
        seconds=seconds if timed else None,
        at=at,
    )
