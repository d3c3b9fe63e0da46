"""How far and how long a run was, typed at its end: "10.2km 48:30"."""

import re
from typing import Final, NamedTuple

from data.entry.error import EntryError
from data.entry.paces import seconds_of
from data.model import Amount
from data.units import Units, parse_distance, parse_duration

# A number with what belongs to it, or any other word.
_WORD: Final = re.compile(r"[0-9][0-9.,:h]*(?:\s*[a-z]+)?[,;]?|\S+", re.IGNORECASE)
# "50m" is fifty minutes: nobody logs a run of fifty metres.
_SHORT_M: Final = re.compile(r"[0-9]{1,2}(?:[.,][0-9]+)?\s*m", re.IGNORECASE)


class Result(NamedTuple):
    """Metres and seconds, each where it was typed."""

    metres: Amount | None = None
    seconds: Amount | None = None


def read_result(text: str, units: Units) -> Result | EntryError:
    """A distance, a time, both in either order, or nothing. A number alone is a distance in `units`.

    A time in which nobody runs the distance is of hours and minutes: "21.1km 1:45".
    """
    metres: Amount | None = None
    seconds: Amount | None = None
    said = ""
    for found in _WORD.finditer(text):
        word = found[0].rstrip(",;")
        distance = None if _SHORT_M.fullmatch(word) else parse_distance(word, units)
        duration = None if distance is not None else parse_duration(word)
        if not distance and not duration:
            return EntryError(found.start(), word, "write how far and how long: 10.2km 48:30.")
        if None not in (distance, metres) or None not in (duration, seconds):
            return EntryError(found.start(), word, f"how {'long' if duration else 'far'} is said twice.")
        metres, seconds, said = (metres, duration, word) if distance is None else (distance, seconds, said)
    if metres and seconds:
        seconds = seconds_of(said, metres)
        if seconds is None:
            return EntryError(0, text.strip(), "nobody runs that fast; write how far and how long: 10.2km 48:30.")
    return Result(metres, seconds)
