"""What is typed for a setting, read, and put back into text that reads the same.

Reading gives the value, or `Wrong` with the one line to show.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from data.calendar import WEEKDAYS, zone_named
from data.model import Amount, Slot, Value, Weekday
from data.units import Units, WeightUnit, format_number, format_pace, format_weight, parse_number, parse_pace
from data.units import parse_weight as read_weight_text

UNSET: Final = "unset"
ANY: Final = "any"
NONE: Final = "none"
_NOTHING: Final = ("", "-", "–", UNSET, NONE)
HALVES: Final = ("morning", "evening")
_HALF_WORDS: Final = (
    dict.fromkeys(("morning", "mornings", "am"), (0,))
    | dict.fromkeys(("evening", "evenings", "pm"), (1,))
    | dict.fromkeys(("all-day",), (0, 1))
)
_DAY_WORDS: Final = {"weekdays": (0, 5), "weekend": (5, 7), "weekends": (5, 7)}
ALL_SLOTS: Final[tuple[Slot, ...]] = tuple(f"{day[:3]}-{half}" for day in WEEKDAYS for half in HALVES)
# A list of so many choices is not said in one line.
_MANY: Final = 8
# Limits, as shown in any unit: a mile's pace or a pound read back falls a little beside them.
_BODYWEIGHT_KG: Final = (25, 300)
_BEATS: Final = (25, 250)
_PACE_SECONDS: Final = (120, 900)
_BAR: Final = (0, 100)
_PLATE: Final = (0.1, 100)
_MOST_PLATES: Final = 20


class Wrong(Value, frozen=True):
    """What was typed makes no sense: the line that says why, and what would."""

    message: str


class Grid(NamedTuple):
    """What can be taken or left: for each row its cells, in words that the item reads, under the columns.

    `taken` are the cells that are taken now; `nothing` is the word for taking none.
    """

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    taken: frozenset[str]
    nothing: str


def is_nothing(text: str) -> bool:
    """Whether the text says that there is no value: nothing at all, "unset", "none" or a dash."""
    return text.strip().lower() in _NOTHING


def read_choice(text: str, choices: Sequence[str]) -> str | Wrong:
    """The choice that is meant: its word, or as much of it as no other begins with."""
    word = " ".join(text.split()).casefold()
    exact = [each for each in choices if each.casefold() == word]
    begun = [each for each in choices if word and each.casefold().startswith(word)]
    if exact or len(begun) == 1:
        return (exact or begun)[0]
    if len(choices) <= _MANY:
        return Wrong(f'"{text}" is not one of {", ".join(choices)}')
    return Wrong(f'There is no "{text}"{_meant(word, choices)}')


def read_bodyweight(text: str, units: Units) -> Amount | Wrong:
    """Kilograms of "72 kg", "160 lb"; a bare number is in the units."""
    kg, (least, most) = read_weight_text(text, units), _BODYWEIGHT_KG
    if kg is not None and least <= round(kg, 1) <= most:
        return kg
    return Wrong(f"Write a weight from {format_weight(least, units)} to {format_weight(most, units)}, such as 72 kg")


def read_beats(text: str) -> int | Wrong:
    """Beats a minute of "190", "190 bpm"."""
    number, (least, most) = parse_number(text.strip().lower().removesuffix("bpm")), _BEATS
    if isinstance(number, int) and least <= number <= most:
        return number
    return Wrong(f"Write beats a minute from {least} to {most}, such as 190")


def read_pace(text: str, units: Units) -> Amount | Wrong:
    """Seconds a kilometre of "4:30/km", "7:15/mi"; a bare "4:30" is in the units."""
    pace, (least, most) = parse_pace(text.lower().replace("min/", "/"), units), _PACE_SECONDS
    if pace is not None and least <= round(pace) <= most:
        return int(pace) if pace.is_integer() else pace
    return Wrong(f"Write a pace from {format_pace(least, units)} to {format_pace(most, units)}, such as 4:30/km")


def read_zone(text: str) -> str | Wrong:
    """The zone that is meant: an IANA name in any case of letters, or an offset."""
    from zoneinfo import available_timezones

    word, names = text.strip(), available_timezones()
    found = word if word in names else next((each for each in names if each.casefold() == word.casefold()), word)
    try:
        zone_named(found)
    except ValueError:
        return Wrong(f'"{word}" is no time zone; write one such as Europe/Berlin or +09:00{_meant(word, names)}')
    return found


def read_bar(text: str, unit: WeightUnit) -> Amount | Wrong:
    """The number of "20" or "20 kg", in the unit that the athlete lifts in."""
    number, (least, most) = parse_number(_without_unit(text, unit)), _BAR
    if number is not None and least <= number <= most:
        return number
    return Wrong(f"Write the bar in {unit}, up to {most}, such as {20 if unit == 'kg' else 45}")


def read_plates(text: str, unit: WeightUnit) -> tuple[Amount, ...] | Wrong:
    """The numbers of "20 10 5 2.5", the heaviest first, each once, in the unit that the athlete lifts in."""
    bare = _without_unit(text, unit)
    words = re.split(r"[\s;+]+|,\s+", bare) if re.search(r"[\s;+]", bare) or bare.count(",") < 2 else bare.split(",")
    sizes: set[Amount] = set()
    for word in filter(None, words):
        number, (least, most) = parse_number(word.rstrip(",")), _PLATE
        if number is None or not least <= number <= most or round(number, 2) != number:
            return Wrong(f'"{word}" is no plate; write those of one side in {unit}, such as 20 10 5 2.5')
        sizes.add(number)
    if not 0 < len(sizes) <= _MOST_PLATES:
        return Wrong(f"Write one to {_MOST_PLATES} sizes of plates in {unit}, such as 20 10 5 2.5")
    return tuple(sorted(sizes, reverse=True))


def plates_words(plates: Iterable[Amount], unit: WeightUnit) -> str:
    """ "20 10 5 2.5 kg"."""
    sizes = " ".join(map(format_number, plates))
    return f"{sizes} {unit}" if sizes else NONE


def read_words(text: str, known: Sequence[str]) -> tuple[str, ...] | Wrong:
    """Those of the known words that are listed, in the order of the known; nothing said is none of them."""
    words = [] if is_nothing(text) else re.split(r"[\s,;]+", text.strip().lower())
    found = set()
    for word in filter(None, words):
        name = word if word in known else word.removesuffix("s")
        if name not in known:
            return Wrong(f'"{word}" is not one of {", ".join(known)}')
        found.add(name)
    return tuple(word for word in known if word in found)


def read_days(text: str) -> tuple[Weekday, ...] | Wrong:
    """The weekdays of "mon wed", "mon-fri", "weekend", in the order of a week; nothing said is none of them."""
    found: set[int] = set()
    for word in [] if is_nothing(text) else re.split(r"[\s,;]+", text.strip()):
        days = _days(word.lower()) if word else ()
        if days is None:
            return _no_day(word, "mon wed or mon-fri")
        found.update(days)
    return tuple(WEEKDAYS[place] for place in sorted(found))


def days_words(days: Iterable[Weekday]) -> str:
    """ "Mon-Wed Fri": three and more in a row as from and to; "none" without any."""
    places = sorted(WEEKDAYS.index(day) for day in days)
    return _places_words(places) or NONE


def read_slots(text: str) -> tuple[Slot, ...] | Wrong:
    """The half-days of "mon wed evening, sat", "mon-evening", "evenings", "any": a day alone is both halves of it."""
    if text.strip().lower() == ANY:
        return ALL_SLOTS
    found: set[str] = set()
    for group in re.split(r"[,;]", text.lower()):
        days: list[int] = []
        halves: list[int] = []
        for word in group.split():
            day, _, half = word.rpartition("-")
            if word in _HALF_WORDS:
                halves += _HALF_WORDS[word]
            elif (some := _days(word)) is not None:
                if halves:
                    found |= _slots(days, halves)
                    days, halves = [], []
                days += some
            elif half in _HALF_WORDS and (some := _days(day)) is not None:
                found |= _slots(some, _HALF_WORDS[half])
            else:
                return _no_day(word, "mon wed evening, sat")
        found |= _slots(days, halves)
    return tuple(slot for slot in ALL_SLOTS if slot in found)


def slots_words(slots: Iterable[Slot]) -> str:
    """ "Mon-Fri evening, Sat Sun all-day"; "any" where it is all of them, "none" without any."""
    wanted = set(slots)
    if wanted >= set(ALL_SLOTS):
        return ANY
    by_day = [tuple(f"{day[:3]}-{half}" in wanted for half in HALVES) for day in WEEKDAYS]
    kinds = (((True, False), " morning"), ((False, True), " evening"), ((True, True), " all-day"))
    parts = [(_places_words([at for at, took in enumerate(by_day) if took == kind]), half) for kind, half in kinds]
    return ", ".join(days + half for days, half in parts if days) or NONE


def _slots(days: Sequence[int], halves: Sequence[int]) -> set[str]:
    """Each half of each day: both halves where none is said, every day where only halves are."""
    chosen = days or (range(7) if halves else ())
    return {f"{WEEKDAYS[day][:3]}-{HALVES[half]}" for day in chosen for half in halves or (0, 1)}


def _days(word: str) -> tuple[int, ...] | None:
    """The places in the week of "mon", "monday", "mon-fri", "weekdays"; None for what is no day."""
    if word in _DAY_WORDS:
        return tuple(range(*_DAY_WORDS[word]))
    first, dash, last = word.replace("–", "-").partition("-")
    start, end = _day(first), _day(last) if dash else _day(first)
    if start is None or end is None:
        return None
    return tuple((start + step) % 7 for step in range((end - start) % 7 + 1))


def _day(word: str) -> int | None:
    return next((place for place, day in enumerate(WEEKDAYS) if len(word) >= 3 and day.startswith(word)), None)


def _places_words(places: Sequence[int]) -> str:
    names, said, at = [day[:3].capitalize() for day in WEEKDAYS], [], 0
    while at < len(places):
        last = at
        while last + 1 < len(places) and places[last + 1] == places[last] + 1:
            last += 1
        row = [names[place] for place in places[at : last + 1]]
        said += [f"{row[0]}-{row[-1]}"] if len(row) > 2 else row
        at = last + 1
    return " ".join(said)


def _no_day(word: str, example: str) -> Wrong:
    return Wrong(f'"{word}" is no day; write days such as {example}')


def _without_unit(text: str, unit: WeightUnit) -> str:
    return text.strip().lower().removesuffix(unit).strip()


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
