"""Kilometres and miles, kilograms and pounds, paces and durations: read from text and put into text.

Inside, everything is metres, kilograms, seconds (minutes for a session's length) and seconds a kilometre. Reading gives
None for text that is no such thing, and for more than a billion. What is formatted here reads back as the same value,
to the precision shown.
"""

import re
from decimal import Decimal
from typing import Final, Literal

from data.model import Value

DistanceUnit = Literal["km", "mi"]
WeightUnit = Literal["kg", "lb"]

METRES_A_MILE: Final = 1609.344
KG_A_POUND: Final = 0.45359237
# The words a number may carry, and what one of each is in metres, kilograms or seconds. Decimals keep 10.02 km exact.
DISTANCE_WORDS: Final[dict[str, Decimal]] = (
    dict.fromkeys(("k", "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), Decimal(1000))
    | dict.fromkeys(("m", "metre", "metres", "meter", "meters"), Decimal(1))
    | dict.fromkeys(("mi", "mile", "miles"), Decimal(str(METRES_A_MILE)))
)
WEIGHT_WORDS: Final[dict[str, Decimal]] = dict.fromkeys(("kg", "kgs", "kilo", "kilos"), Decimal(1)) | dict.fromkeys(
    ("lb", "lbs", "pound", "pounds"), Decimal(str(KG_A_POUND))
)
DURATION_WORDS: Final[dict[str, Decimal]] = (
    dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), Decimal(3600))
    | dict.fromkeys(("m", "min", "mins", "minute", "minutes"), Decimal(60))
    | dict.fromkeys(("s", "sec", "secs", "second", "seconds"), Decimal(1))
)
# A show of minutes turns to hours here: a long run is 120 min, a week 5 h 30.
_HOURS_FROM: Final = 180

_MOST: Final = 1_000_000_000  # as much as the model holds of anything

_NUMBER: Final = r"([0-9]{1,15}(?:\.[0-9]{1,20}|,[0-9]{1,2})?)"
_MEASURE: Final = re.compile(_NUMBER + r"\s*([a-z]*)")
_CLOCK: Final = re.compile(r"(?:([0-9]{1,3}):([0-5][0-9])|([0-9]{1,4})):([0-5][0-9])")
_HOURS: Final = re.compile(r"([0-9]{1,3})\s*h\s*([0-5]?[0-9])\s*(?:m|min)?")
_PACE: Final = re.compile(r"([0-9]{1,3}:[0-5][0-9])\s*(?:/\s*(km|k|mi|mile))?")


class Units(Value, frozen=True):
    """What an athlete measures in: kilometres or miles, kilograms or pounds."""

    distance: DistanceUnit = "km"
    weight: WeightUnit = "kg"


def parse_number(text: str) -> int | float | None:
    """A number of zero or more, "82.5" or "82,5"; whole ones are ints. None for anything else."""
    found = _MEASURE.fullmatch(text.strip())
    return None if found is None or found[2] else _plain(_decimal(found[1]))


def parse_distance(text: str, units: Units | None = None) -> int | float | None:
    """Metres of "10k", "6 mi", "800m"; a bare number is in `units`, or nothing where there are none."""
    return _measured(text, DISTANCE_WORDS, units.distance if units else None)


def parse_weight(text: str, units: Units | None = None) -> int | float | None:
    """Kilograms of "82.5kg", "180 lb"; a bare number is in `units`, or nothing where there are none."""
    return _measured(text, WEIGHT_WORDS, units.weight if units else None)


def parse_duration(text: str) -> int | float | None:
    """Seconds of "48:30" (minutes first), "1:02:03", "60m", "90 min", "1h30", "1.5h", "45s"."""
    return _plain(_seconds(text))


def parse_minutes(text: str) -> int | float | None:
    """Minutes of what `parse_duration` reads, and of a bare number, which is minutes."""
    bare = parse_number(text)
    if bare is not None:
        return bare
    seconds = _seconds(text)
    return None if seconds is None else _plain(seconds / 60)


def parse_pace(text: str, units: Units | None = None) -> float | None:
    """Seconds a kilometre of "4:50/km" or "7:46/mi"; a bare "4:50" is in `units`, or nothing where there are none."""
    found = _PACE.fullmatch(text.strip().lower())
    word = (found[2] or (units.distance if units else None)) if found else None
    seconds = _seconds(found[1]) if found else None
    if word is None or not seconds:
        return None
    return float(seconds * 1000 / DISTANCE_WORDS[word])


def format_number(value: float, decimals: int = 2) -> str:
    """The number with at most so many decimals and no zeros at its end: 82.5, 80, 1.25."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_load(load: float | None, unrated: int = 0) -> str:
    """ "2,187", a load in whole AU; "2,187+" where it lacks that of unrated sessions, "–" where none is known."""
    return "–" if load is None else f"{load:,.0f}{'+' * bool(unrated)}"


def format_distance(metres: float, units: Units) -> str:
    """ "10 km", "9.98 km", "800 m"; "6.21 mi". Two decimals."""
    if units.distance == "mi":
        return f"{format_number(metres / METRES_A_MILE)} mi"
    if round(metres) < 1000:
        return f"{format_number(metres, 0)} m"
    return f"{format_number(metres / 1000)} km"


def format_weight(kg: float, units: Units) -> str:
    """ "82.5 kg" to two decimals (plates come in 1.25), "181.9 lb" to one."""
    if units.weight == "lb":
        return f"{format_number(kg / KG_A_POUND, 1)} lb"
    return f"{format_number(kg)} kg"


def format_pace(seconds_per_km: float, units: Units) -> str:
    """ "4:50/km" or "7:46/mi"."""
    metres = float(DISTANCE_WORDS[units.distance])
    seconds = round(seconds_per_km * metres / 1000)
    return f"{seconds // 60}:{seconds % 60:02}/{units.distance}"


def format_clock(seconds: float) -> str:
    """ "48:30", and "1:02:03" from an hour on; to the second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes_left = divmod(minutes, 60)
    return f"{hours}:{minutes_left:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def format_minutes(minutes: float) -> str:
    """ "38 min", "120 min", and from three hours on "5 h 30"; to the minute."""
    whole = round(minutes)
    if whole < _HOURS_FROM:
        return f"{whole} min"
    hours, rest = divmod(whole, 60)
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def _measured(text: str, words: dict[str, Decimal], usual: str | None) -> int | float | None:
    found = _MEASURE.fullmatch(text.strip().lower())
    word = (found[2] or usual) if found else None
    if found is None or word not in words:
        return None
    return _plain(_decimal(found[1]) * words[word])


def _seconds(text: str) -> Decimal | None:
    text = text.strip().lower()
    if found := _CLOCK.fullmatch(text):
        hours, minutes, only_minutes, seconds = (Decimal(part or 0) for part in found.groups())
        return hours * 3600 + (minutes + only_minutes) * 60 + seconds
    if found := _HOURS.fullmatch(text):
        return Decimal(found[1]) * 3600 + Decimal(found[2]) * 60
    if (found := _MEASURE.fullmatch(text)) and found[2] in DURATION_WORDS:
        # "1,5h" is an hour and a half, "80,45min" no time at all.
        if "," in found[1] and not found[2].startswith("h"):
            return None
        return _decimal(found[1]) * DURATION_WORDS[found[2]]
    return None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))


def _plain(value: Decimal | None) -> int | float | None:
    if value is None or value > _MOST:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
