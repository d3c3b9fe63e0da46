"""What the words of a line mean: tables of facts, read by the recognisers and by the printer.

A phrase is one or two words; its meaning is the facts of the session (or of a group of sets) that it says.
"""

from collections.abc import Mapping
from typing import Final

from data.model import Clock, RunType

Meaning = Mapping[str, object]

_RUN_TYPES: Final[dict[str, RunType]] = {
    "recovery": "recovery", "easy": "easy", "steady": "steady", "progression": "progression", "fartlek": "fartlek",
    "long": "long", "tempo": "tempo", "threshold": "threshold", "intervals": "intervals", "interval": "intervals",
    "hills": "hills", "hill": "hills", "time trial": "time_trial", "time_trial": "time_trial", "tt": "time_trial",
    "race": "race",
}  # fmt: skip
# Training that is neither a run nor a lift has no type of its own: the sport becomes its title.
_SPORTS: Final = {
    "bike": "Bike", "biking": "Bike", "cycling": "Bike", "ride": "Bike", "swim": "Swim", "swimming": "Swim",
    "row": "Row", "rowing": "Row", "erg": "Row", "elliptical": "Elliptical", "walk": "Walk", "walking": "Walk",
    "hike": "Hike", "hiking": "Hike", "ski": "Ski", "skiing": "Ski", "yoga": "Yoga", "pilates": "Pilates",
}  # fmt: skip
_CLOCKS: Final[dict[str, Clock]] = {
    "morning": "morning", "noon": "noon", "midday": "noon", "evening": "evening", "anytime": "unknown",
}  # fmt: skip


def _all(meaning: Meaning, *phrases: str) -> dict[str, Meaning]:
    return dict.fromkeys(phrases, meaning)


# What a phrase says of the whole session.
SESSION_PHRASES: Final[dict[str, Meaning]] = {
    **_all({"kind": "run"}, "run", "ran", "running", "jog"),
    **_all({"kind": "strength"}, "lift", "lifting", "strength", "gym", "weights"),
    **_all({"kind": "cross"}, "cross", "cross-training"),
    **{word: {"kind": "cross", "sport": sport} for word, sport in _SPORTS.items()},
    **{word: {"type": run_type} for word, run_type in _RUN_TYPES.items()},
    **_all({"distance_m": 21097.5, "racing": True}, "half", "half marathon"),
    "marathon": {"distance_m": 42195, "racing": True},
    **{word: {"clock": clock} for word, clock in _CLOCKS.items()},
    **_all({"focus": "legs"}, "legs", "leg day", "lower", "lower body"),
    **_all({"focus": "upper"}, "upper", "upper body"),
    **_all({"focus": "full"}, "full", "full body"),
    "core": {"focus": "core"},
    "mobility": {"focus": "mobility"},
    "hard": {"mark": "hard"},
    "moderate": {"mark": "moderate"},
    "felt easy": {"mark": "easy"},
    "felt moderate": {"mark": "moderate"},
    "felt hard": {"mark": "hard"},
    "plan": {"intent": "plan"},
    "log": {"intent": "log"},
    "locked": {"locked": True},
    "status planned": {"status": "planned"},
    "status done": {"status": "done"},
    "status missed": {"status": "missed"},
    "status skipped": {"status": "skipped"},
}
# What a phrase says of the sets of the exercise before it.
SET_PHRASES: Final[dict[str, Meaning]] = {
    **_all({"type": "warmup"}, "warmup", "warm-up", "warm up"),
    **_all({"type": "drop"}, "drop", "drop set"),
    **_all({"type": "failure"}, "failure", "to failure"),
    "left": {"side": "left"},
    "right": {"side": "right"},
}
# The first word of a template's short name, and the template; the second word is its day ("gym a").
TEMPLATE_WORDS: Final = {
    "gym": "gym_2day", "home": "home_2day", "off-season": "offseason_3day", "offseason": "offseason_3day",
    "maintenance": "maintenance_1day",
}  # fmt: skip
# Words that may stand anywhere and say nothing.
FILLERS: Final = (
    "at", "on", "in", "for", "of", "by", "and", "the", "this", "with", "each", "per", "side", "leg", "arm", "bw",
)  # fmt: skip

WEEKDAY_WORDS: Final = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "weds": 2, "wed": 2, "thursday": 3,
    "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
DAY_WORDS: Final = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTH_WORDS: Final = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
# The hours of the day that a half day may mean: a plan for it stands until its end, a log of it from its beginning.
HALF_DAYS: Final[dict[Clock, tuple[int, int]]] = {
    "morning": (0, 12), "noon": (11, 16), "evening": (16, 24), "unknown": (0, 24),
}  # fmt: skip

# The field of a set that the units of an amount say.
AMOUNT_WORDS: Final = {
    **dict.fromkeys(("rep", "reps"), "reps"),
    **dict.fromkeys(("contact", "contacts"), "contacts"),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), "metres"),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes"), "seconds"),
}
# What two words that contradict each other both say.
SUBJECTS: Final = {
    "intent": "plan or log", "kind": "what it is", "sport": "what it is", "type": "the type of run",
    "focus": "the focus", "mark": "how it felt", "template": "the template", "title": "the title", "notes": "the note",
    "minutes": "how long", "distance_m": "how far", "rpe": "the rating", "hr_avg": "the heart rate",
    "hr_max": "the highest heart rate", "ascent_m": "the ascent", "descent_m": "the descent", "niggles": "a niggle",
    "status": "the status", "day": "the day", "time_of_day": "the time", "clock": "the time", "moment": "the time",
    "zone": "the zone", "rows": "the sets", "kg": "the weight", "reps": "the reps", "seconds": "the seconds",
    "metres": "the metres", "contacts": "the contacts", "rir": "the effort", "side": "the side", "rest": "the rest",
    "tempo": "the tempo", "ramp_sets": "the ramp sets", "superset": "the superset",
}  # fmt: skip
