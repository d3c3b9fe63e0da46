"""The words of the end of a lift: what was done, its bests, how it stands against last time. Knows no Textual."""

from collections.abc import Sequence
from datetime import date

from data.calendar import day_of, minutes_of
from data.catalogue import Catalogue
from data.model import LoggedSession
from data.rules.against import Against
from data.rules.bests import Best, best_words, kind_words
from data.rules.strength import weight_words
from data.text import plain
from data.units import KG_A_POUND, Units, format_minutes, format_number

# A day further away than this is said with its year.
_NEAR_DAYS = 300


def done_words(logged: LoggedSession) -> str:
    """ "Gym A: 14 sets in 38 min, rated 7"."""
    rated = "not rated" if logged.rpe is None else f"rated {format_number(logged.rpe)}"
    sets = count_words(sum(len(each.sets) for each in logged.exercises), "set")
    return f"{logged.title or 'Lift'}: {sets} in {format_minutes(minutes_of(logged))}, {rated}"


def count_words(number: int, what: str) -> str:
    """ "1 set", "14 sets"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def near_day(day: date, today: date) -> str:
    """ "25 May", and with the year where that is long ago."""
    return f"{day.day} {day:%b}" + (f" {day.year}" if abs((today - day).days) > _NEAR_DAYS else "")


def against_words(found: Against, today: date, units: Units) -> str:
    """ "against 25 May: +1 set, +180 kg, −3 min"; what is as it was is not said."""
    when = near_day(day_of(found.same), today) if found.same else "each one's last time"
    minutes = None if found.minutes is None or found.minutes_before is None else found.minutes - found.minutes_before
    sets = found.sets - found.sets_before
    changes = [
        _change(sets, "set" if abs(sets) == 1 else "sets"),
        _change(_whole(found.volume_kg, units) - _whole(found.volume_before, units), units.weight),
        _change(round(minutes or 0), "min"),
    ]
    said = ", ".join(filter(None, changes))
    return f"against {when}: {said}" if said else f"as much as {'on ' if found.same else ''}{when}"


def volume_words(kg: float, units: Units) -> str:
    """ "3,120 kg"; nothing where nothing was lifted."""
    return f"{_whole(kg, units):,} {units.weight}" if kg else ""


def sets_words(done: int, left: int) -> str:
    """ "14 sets", and "9 of 14 sets" where some are left."""
    return f"{done} of {count_words(done + left, 'set')}" if left else count_words(done, "set")


def e1rm_lines(found: Against, catalogue: Catalogue, units: Units) -> list[str]:
    """ "e1RM 101.7 kg, was 98.6 kg · Back squat", a line a main lift; of one that is as it was nothing is said."""
    both = [(each, weight_words(each.now, units), weight_words(each.before, units)) for each in found.e1rms]
    return [f"e1RM {now}, was {was} · {plain(catalogue.name(each.exercise))}" for each, now, was in both if now != was]


def best_lines(bests: Sequence[Best], catalogue: Catalogue, units: Units) -> list[tuple[str, str, str]]:
    """ "Back squat", "85 kg × 5 heaviest", ", highest e1RM 104.8 kg" for every exercise with bests: the last is what
    more there is of it."""
    lines = []
    for exercise in dict.fromkeys(each.exercise for each in bests):
        known = catalogue.exercise(exercise)
        of_it = [each for each in bests if each.exercise == exercise]
        both = [(best_words(each, each.done, known, units), kind_words(each, known), each.kind) for each in of_it]
        first, *more = [f"{what} {best}" if kind == "e1rm" else f"{best} {what}" for best, what, kind in both]
        lines.append((plain(catalogue.name(exercise)), first, "".join(f", {each}" for each in more)))
    return lines


def _change(by: int, unit: str) -> str:
    return f"{'+' if by > 0 else '−'}{abs(by):,} {unit}" if by else ""


def _whole(kg: float, units: Units) -> int:
    return round(kg / KG_A_POUND if units.weight == "lb" else kg)
