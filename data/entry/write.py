"""A session as the one line that reads back as the same session."""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from msgspec.structs import replace

from data.amounts import AmountField, amount_field
from data.calendar import CLOCK_TIMES, at, in_zone
from data.catalogue import Catalogue
from data.effort import rpe_of
from data.entry.build import template_name
from data.entry.facts import METRES_FROM
from data.entry.names import names_of, normal
from data.entry.paces import FASTEST_S_A_METRE
from data.entry.sets import MOST_SETS, WEIGHT_FROM
from data.model import (
    Athlete,
    Exercise,
    LoggedExercise,
    LoggedSession,
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    Session,
)
from data.units import (
    KG_A_POUND,
    METRES_A_MILE,
    Units,
    format_clock,
    format_number,
    parse_distance,
    parse_minutes,
    parse_weight,
)

_KINDS: Final = {"run": "run", "strength": "lift", "cross": "cross"}
_PLAIN: Final = re.compile(r"(?!notes?$)[a-z_]+")
_UNITS: Final = {"reps": "", "seconds": "s", "metres": "m", "contacts": ""}
_UNIT_WORDS: Final = {"reps": " reps", "seconds": "s", "metres": " metres", "contacts": " contacts"}


def write(session: Session, athlete: Athlete, units: Units, catalogue: Catalogue) -> str:
    """The line for the session, with its date and time, in the athlete's units.

    Read back at any moment after a logged session's start, it gives the session again, all but the id. A line has no
    place for `plan_id`, `source`, laps, zone seconds, the moment of a set, a niggle's note and line breaks: they are
    left out. A template that the catalogue lacks is given by its key, which reads back as an error.
    """
    logged = isinstance(session, LoggedSession)
    parts = ["log" if logged else "plan", _when(session, athlete), *_what(session, units)]
    parts += _results(session) if isinstance(session, LoggedSession) else _standing(session)
    if session.title:
        parts.append(_quoted(session.title))
    if session.exercises:
        named = _Names(catalogue, names_of(catalogue))
        parts.append(", ".join(_exercise(exercise, units, named) for exercise in session.exercises))
    if session.notes:
        parts.append(f"note {_one_line(session.notes)}")
    return " ".join(parts)


def write_set(done: LoggedSet, exercise: Exercise | None, units: Units) -> str:
    """One set as it is typed while a lift is under way, "1x5 82.5kg @8"; when it was done is left out."""
    return _sets(replace(done, at=None), 1, amount_field(exercise), units)


class _Names(NamedTuple):
    """The catalogue and the names that a line may call its exercises by."""

    catalogue: Catalogue
    ids: Mapping[str, str]

    def written(self, exercise: str) -> str:
        """The exercise's name where that reads back as the exercise, else its id."""
        if self.catalogue.exercise(exercise) is None:
            return f"exercise {exercise if _PLAIN.fullmatch(exercise) else _quoted(exercise)}"
        name = self.catalogue.name(exercise).lower().replace(",", "")
        return name if self.ids.get(normal(name)) == exercise else exercise

    def measure(self, exercise: str) -> AmountField:
        """The field of a set that the exercise fills."""
        return amount_field(self.catalogue.exercise(exercise))


def _when(session: Session, athlete: Athlete) -> str:
    zone = session.zone or athlete.zone
    start = in_zone(session.start, zone)
    usual = CLOCK_TIMES.get(session.clock, time(start.hour, start.minute))
    plain = at(start.date(), usual, zone) == start
    words = [f"{start:%Y-%m-%d}" if plain else start.isoformat()]
    if session.clock != "exact":
        words.append("anytime" if session.clock == "unknown" else session.clock)
    elif plain:
        words.append(f"{start:%H:%M}")
    if zone != athlete.zone:
        words.append(f"zone {zone}")
    return " ".join(words)


def _what(session: Session, units: Units) -> list[str]:
    template = session.template if isinstance(session, PlannedSession) else None
    parts = [template_name(template).lower() if template else _KINDS[session.kind]]
    if session.distance_m is not None:
        parts.append(_distance(session.distance_m, units))
    if session.minutes is not None:
        parts.append(_minutes(session.minutes, session.distance_m or 0))
    parts += [word.replace("_", " ") for word in (session.type, session.focus) if word]
    return parts


def _results(session: LoggedSession) -> list[str]:
    said = {"rpe": session.rpe, "hr": session.hr_avg, "hrmax": session.hr_max}
    said |= {"asc": session.ascent_m, "desc": session.descent_m}
    parts = [f"{word} {_number(value)}" for word, value in said.items() if value is not None]
    if session.mark:
        parts.append(f"felt {session.mark}")
    return parts + [f"niggle {_quoted(niggle.part)} {niggle.level}" for niggle in session.niggles]


def _standing(session: PlannedSession) -> list[str]:
    parts = ["locked"] if session.locked else []
    return parts if session.status == "planned" else [*parts, f"status {session.status}"]


def _exercise(exercise: LoggedExercise | PlannedExercise, units: Units, names: _Names) -> str:
    parts = [names.written(exercise.exercise)]
    measure = names.measure(exercise.exercise)
    if exercise.group is not None:
        parts.append(f"superset {exercise.group}")
    if isinstance(exercise, LoggedExercise):
        parts.append(", ".join(_sets(one, count, measure, units) for one, count in _runs(exercise.sets)))
    else:
        one = replace(LoggedSet(kg=exercise.kg, rir=exercise.rir), **{measure: exercise.amount})
        parts += [_sets(one, exercise.sets, measure, units), *_prescription(exercise)]
    return " ".join(part for part in parts if part)


def _prescription(exercise: PlannedExercise) -> list[str]:
    said = {"rest": exercise.rest, "tempo": exercise.tempo, "ramp": exercise.ramp_sets or None}
    return [f"{word} {value}{'s' if word == 'rest' else ''}" for word, value in said.items() if value is not None]


def _runs(sets: tuple[LoggedSet, ...]) -> Iterator[tuple[LoggedSet, int]]:
    """Equal sets in a row and their number, no more of them than a line may say at once."""
    for one, equal in groupby(replace(one, at=None) for one in sets):
        count = len(tuple(equal))
        for first in range(0, count, MOST_SETS):
            yield one, min(MOST_SETS, count - first)


def _sets(one: LoggedSet, count: int, measure: str, units: Units) -> str:
    amounts = {"reps": one.reps, "seconds": one.seconds, "metres": one.metres, "contacts": one.contacts}
    parts: list[str] = [] if one.type == "work" else [one.type]
    amount = amounts[measure]
    if amount is None or count >= WEIGHT_FROM:
        parts.append(f"{count} set{'' if count == 1 else 's'}")
    else:
        parts.append(f"{count}x{_number(amount)}{_UNITS[measure]}")
        del amounts[measure]
    parts += [f"{_number(more)}{_UNIT_WORDS[name]}" for name, more in amounts.items() if more is not None]
    if one.kg is not None:
        parts.append(_weight(one.kg, units))
    if one.rir is not None:
        rpe = rpe_of(one.rir)
        parts.append(f"rir {_number(one.rir)}" if rpe is None or rpe != round(rpe, 2) else f"@{_number(rpe)}")
    return " ".join([*parts, *([one.side] if one.side else [])])


def _distance(metres: float, units: Units) -> str:
    written = [f"{format_number(metres / 1000)}k", f"{format_number(metres / METRES_A_MILE)}mi"]
    if units.distance == "mi":
        written.reverse()
    for text in written:
        if metres >= 1000 and parse_distance(text) == metres:
            return text
    return f"{_number(metres)}{'m' if metres >= METRES_FROM else ' metres'}"


def _weight(kg: float, units: Units) -> str:
    pounds = f"{format_number(kg / KG_A_POUND)}lb"
    kilograms = f"{_number(kg)}kg"
    whole = parse_weight(pounds) == kg
    return pounds if whole and (units.weight == "lb" or len(pounds) < len(kilograms)) else kilograms


def _minutes(minutes: float, metres: float) -> str:
    clock = format_clock(minutes * 60)
    # Behind a distance that nobody runs so fast "1:45" would read as an hour and three quarters.
    clear = minutes != int(minutes) and minutes * 60 >= metres * FASTEST_S_A_METRE
    return clock if clear and parse_minutes(clock) == minutes else f"{_number(minutes)}min"


def _number(value: float | Decimal) -> str:
    """The number to its last digit, without an exponent."""
    return f"{int(value)}" if value == int(value) else f"{Decimal(str(value)):f}"


def _quoted(text: str) -> str:
    return '"' + _one_line(text).replace('"', '""') + '"'


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
