"""The words about the whole session: what it was, how long, how far, how it felt."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from data.entry.draft import Look, Step, tell
from data.entry.error import wrong
from data.entry.paces import run_seconds
from data.entry.phrases import phrase_at
from data.entry.tokens import unquoted
from data.entry.words import SESSION_PHRASES, TEMPLATE_WORDS
from data.model import Niggle
from data.units import parse_distance, parse_duration, parse_minutes, parse_number

# "60m" is sixty minutes, "800m" a distance.
METRES_FROM: Final = 400
_MOST_MINUTES: Final = 6000
_HEART_RATES: Final = range(20, 251)
_SHORT_METRES: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*m")
_LONGEST_PART: Final = 80


def _rating(text: str) -> int | float | None:
    number = parse_number(text.removesuffix("/10"))
    return number if number is not None and number <= 10 else None


def _heart_rate(text: str) -> int | float | None:
    number = parse_number(text)
    return number if isinstance(number, int) and number in _HEART_RATES else None


def _climb(text: str) -> int | float | None:
    number = parse_number(text)
    return parse_distance(text) if number is None else number


class _Keyed(NamedTuple):
    """A word that wants a number behind it: the fact that both say, how it is read, what to write."""

    fact: str
    read: Callable[[str], int | float | None]
    wanted: str


_HR: Final = _Keyed("hr_avg", _heart_rate, "beats a minute behind it: hr 152")
_HR_MAX: Final = _Keyed("hr_max", _heart_rate, "beats a minute behind it: hrmax 171")
_ASCENT: Final = _Keyed("ascent_m", _climb, "metres behind it: asc 300")
_DESCENT: Final = _Keyed("descent_m", _climb, "metres behind it: desc 400")
KEYED: Final = {
    "rpe": _Keyed("rpe", _rating, "a number from 0 to 10 behind it: rpe 7"),
    "hr": _HR, "hrmax": _HR_MAX,
    "asc": _ASCENT, "ascent": _ASCENT, "climb": _ASCENT,
    "desc": _DESCENT, "descent": _DESCENT,
}  # fmt: skip


def read_template(look: Look) -> Step:
    """The template named here, "gym a" or "gym_2day/A", if one is."""
    templates = {key.lower(): key for key in look.known.catalogue.templates}
    if look.low() in templates:
        return tell(look, template=templates[look.low()])
    name = TEMPLATE_WORDS.get(look.low())
    days = [session.day for session in look.known.catalogue.templates.values() if session.template == name]
    if not days:
        return None
    letter = look.low(1).upper()
    if letter in days:
        return tell(look, 2, template=f"{name}/{letter}")
    if len(days) == 1:
        return tell(look, template=f"{name}/{days[0]}")
    if look.low() in SESSION_PHRASES and len(letter) != 1:
        return None
    message = f"wants the day of the template behind it: {', '.join(f'{look.low()} {day.lower()}' for day in days)}."
    return wrong(look.word, message)


def read_phrase(look: Look) -> Step:
    """The kind, type, focus or half day said here, if one is."""
    found = phrase_at(look, SESSION_PHRASES)
    return tell(look, found[1], **found[0]) if found else None


def read_keyed(look: Look) -> Step:
    """A word with its number, "rpe 7", if one stands here."""
    keyed = KEYED.get(look.low())
    if keyed is None:
        return None
    value = keyed.read(look.low(1))
    if value is None:
        return wrong(look.span(2 if look.low(1) else 1), f"{look.low()} wants {keyed.wanted}.")
    return tell(look, 2, **{keyed.fact: value})


def read_measure(look: Look) -> Step:
    """How far or how long, if it is said here; a number with "m" alone is metres from 400 on and minutes below."""
    text = look.low()
    short = _SHORT_METRES.fullmatch(text)
    metres = None if short and float(short[1]) < METRES_FROM else parse_distance(text)
    if metres is not None:
        return tell(look, distance_m=metres)
    minutes = None if parse_number(text) is not None else _minutes(look)
    if minutes is None:
        return None
    return tell(look, minutes=minutes) if minutes <= _MOST_MINUTES else wrong(look.word, "no session is that long.")


def _minutes(look: Look) -> float | None:
    taken = run_seconds(look)
    return parse_minutes(look.low()) if taken is None or taken == parse_duration(look.low()) else taken / 60


def read_niggle(look: Look) -> Step:
    """ "niggle left knee 3": where it hurts and how much from 0 to 10."""
    if look.low() != "niggle":
        return None
    used, part = 1, []
    while look.i + used < len(look.words) and parse_number(look.low(used)) is None:
        word = look.words[look.i + used]
        part.append(unquoted(word) if word.sort == "quoted" else word.text)
        used += 1
    level = parse_number(look.low(used))
    where = " ".join(part)
    if not isinstance(level, int) or level > 10 or not 1 <= len(where) <= _LONGEST_PART:
        return wrong(look.word, "wants a part of the body and a number from 0 to 10: niggle left knee 3.")
    return tell(look, used + 1, niggles=(*look.draft.facts.niggles, Niggle(where, level)))


def read_text(look: Look) -> Step:
    """A title in quotes, or a note to the end of the line, if one stands here."""
    if look.word.sort == "quoted":
        return tell(look, title=unquoted(look.word))
    if look.low() == "title" and look.i + 1 < len(look.words) and look.words[look.i + 1].sort == "quoted":
        return tell(look, 2, title=unquoted(look.words[look.i + 1]))
    if look.i + 1 < len(look.words) and look.words[look.i + 1].sort == "tail":
        return tell(look, 2, notes=look.words[look.i + 1].text)
    return None
