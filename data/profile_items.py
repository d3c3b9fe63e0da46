"""Every setting, in the order it is shown in."""

from collections.abc import Mapping
from typing import Any, Final, cast, get_args

from data.calendar import WEEKDAYS
from data.catalogue import Catalogue
from data.model import Level, Priority, Slot, Spacing
from data.profile import AS_MEASURED, Item, Profile, Way
from data.profile_entry import (
    ALL_SLOTS,
    ANY,
    HALVES,
    NONE,
    UNSET,
    Grid,
    Wrong,
    days_words,
    is_nothing,
    plates_words,
    read_bar,
    read_beats,
    read_bodyweight,
    read_choice,
    read_days,
    read_pace,
    read_plates,
    read_slots,
    read_words,
    read_zone,
    slots_words,
)
from data.units import format_number, format_pace, format_weight

_DAYS: Final = tuple(day[:3].capitalize() for day in WEEKDAYS)
# From the lowest to the highest.
_HEART: Final = {"hr_rest": "resting", "lthr": "threshold", "hr_max": "maximum"}


def equipment_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The equipment that the exercises of a catalogue ask for, by name."""
    return tuple(sorted({word for each in catalogue.exercises.values() for word in each.equipment} - {NONE}))


def _choice(words: Mapping[str, Any]) -> Way:
    """One of these words, each with the value that it stands for."""
    said = {value: word for word, value in words.items()}

    def _read(text: str, _: Profile) -> Any:
        word = read_choice(text, list(words))
        return word if isinstance(word, Wrong) else words[word]

    return Way(_read, lambda value, _: said[value], lambda _: list(words))


def _one_of(values: tuple[str, ...]) -> Way:
    return _choice({value: value for value in values})


def _beats(field: str) -> Way:
    """Beats a minute that stand in order: resting below threshold below maximum."""

    def _read(text: str, profile: Profile) -> int | Wrong:
        beats = read_beats(text)
        if isinstance(beats, Wrong):
            return beats
        order = list(_HEART)
        for other, name in _HEART.items():
            known = getattr(profile.athlete, other)
            if known and other != field and (beats > known) != (order.index(field) > order.index(other)):
                side = "above" if order.index(field) > order.index(other) else "below"
                return Wrong(f"Your {name} heart rate is {known}; the {_HEART[field]} one lies {side} it")
        return beats

    return Way(_read, lambda value, _: f"{value} bpm")


def _read_theme(text: str, profile: Profile) -> str | Wrong:
    """A theme by its name; light and dark alone are legday's own, which many others' names hold too."""
    return read_choice({"light": "legday-light", "dark": "legday"}.get(text.casefold(), text), profile.themes)


def _read_lift_slots(text: str, _: Profile) -> tuple[Slot, ...] | Wrong | None:
    if text.lower() == UNSET:
        return None
    slots = () if is_nothing(text) else read_slots(text)
    if slots == ():
        return Wrong("No half-day is left for lifts; take one, or all of them")
    return None if slots == ALL_SLOTS else slots


def _read_run_slots(text: str, _: Profile) -> tuple[Slot, ...] | Wrong | None:
    return None if is_nothing(text) else read_slots(text) or None


def _slots_grid(taken: tuple[Slot, ...], nothing: str) -> Grid:
    cells = tuple(tuple(f"{day[:3]}-{half}" for day in WEEKDAYS) for half in HALVES)
    return Grid(_DAYS, HALVES, cells, frozenset(taken), nothing)


def _equipment_grid(value: tuple[str, ...], profile: Profile) -> Grid:
    words = _equipment(profile)
    rows = tuple("pull-up bar" if word == "bar" else word for word in words)
    return Grid(("",), rows, tuple((word,) for word in words), frozenset(value), NONE)


def _equipment(profile: Profile) -> tuple[str, ...]:
    """What can be chosen, and what the profile holds already."""
    return tuple(dict.fromkeys((*profile.equipment, *profile.athlete.equipment)))


_LIFT_SLOTS: Final = Way(
    _read_lift_slots,
    lambda value, _: ANY if value is None else slots_words(value),
    grid=lambda value, _: _slots_grid(ALL_SLOTS if value is None else value, NONE),
)
_RUN_SLOTS: Final = Way(
    _read_run_slots, lambda value, _: slots_words(value), grid=lambda value, _: _slots_grid(value or (), UNSET)
)
_WEEKDAYS: Final = Way(
    lambda text, _: read_days(text),
    lambda value, _: days_words(value),
    grid=lambda value, _: Grid(_DAYS, ("",), (_DAYS,), frozenset(day[:3].capitalize() for day in value), NONE),
)
_EQUIPMENT: Final = Way(
    lambda text, profile: read_words(text, _equipment(profile)),
    lambda value, _: " ".join(value) or NONE,
    grid=_equipment_grid,
)
_BODYWEIGHT: Final = Way(
    lambda text, profile: read_bodyweight(text, profile.settings.units),
    lambda value, profile: format_weight(value, profile.settings.units),
)
_PACE: Final = Way(
    lambda text, profile: read_pace(text, profile.settings.units),
    lambda value, profile: format_pace(value, profile.settings.units),
)
_BAR: Final = Way(
    lambda text, profile: read_bar(text, profile.settings.units.weight),
    lambda value, profile: f"{format_number(value)} {profile.settings.units.weight}",
)
_PLATES: Final = Way(
    lambda text, profile: read_plates(text, profile.settings.units.weight),
    lambda value, profile: plates_words(value, profile.settings.units.weight),
)
_THEME: Final = Way(_read_theme, lambda value, _: cast(str, value or "legday"), lambda profile: profile.themes)

ITEMS: Final[tuple[Item, ...]] = (
    Item("distance", "Distances", "Units", "settings.units.distance", _one_of(("km", "mi")),
         "Distances and paces are shown in it; a bare number is read in it."),
    Item("weight", "Weights", "Units", "settings.units.weight", _one_of(("kg", "lb")),
         "Weights are shown in it; the bar and plates below are those of it."),
    Item("priority", "Comes first", "Training", "athlete.priority", _one_of(get_args(Priority)),
         "Which goes first on a day with both, and what a short gap costs.",
         "With strength first, a pair on one day is judged one step softer where the lift comes before the run, and "
         "one step harder where it comes after; never where the run is a race."),
    Item("level", "Level", "Training", "athlete.level", _one_of((*get_args(Level), AS_MEASURED)),
         "How many lifts a week a season asks of you, phase by phase.",
         "What your lifts say stands beside it, once you have logged a barbell squat or a trap-bar deadlift and said "
         "your bodyweight. Measured: what the lifts say counts, and until then the level that you said last.",
         measured="athlete.level_by"),
    Item("spacing", "Spacing", "Training", "athlete.spacing", _one_of(get_args(Spacing)),
         "Strict makes a warning of every note about sessions that land close."),
    Item("week-start", "Week starts", "Training", "athlete.week_start", _one_of(WEEKDAYS),
         "The day that every week begins on, where weeks are shown and summed."),
    Item("zone", "Time zone", "Training", "athlete.zone", Way(lambda text, _: read_zone(text), lambda value, _: value),
         "Where you live: what today is, and which moment a time of day means.",
         "Sessions keep the zone that they were logged in.", "Europe/Berlin or +09:00"),
    Item("sex", "Sex", "Body", "athlete.sex", _one_of(("female", "male")),
         "Weighs the heart rate in TRIMP and in the heart rate score; no more.", unset=True),
    Item("bodyweight", "Bodyweight", "Body", "athlete.bodyweight_kg", _BODYWEIGHT,
         "Your level is measured by it: the e1RM of a squat / bodyweight.", "", "72 kg or 160 lb", unset=True),
    Item("resting-hr", "Resting HR", "Body", "athlete.hr_rest", _beats("hr_rest"),
         "TRIMP and the heart rate score count the beats above it.", "", "48", unset=True),
    Item("max-hr", "Maximum HR", "Body", "athlete.hr_max", _beats("hr_max"),
         "TRIMP and the heart rate score: how high a heart rate is for you.", "", "190", unset=True),
    Item("threshold-hr", "Threshold HR", "Body", "athlete.lthr", _beats("lthr"),
         "An hour at it is 100 of the heart rate score.", "", "172", unset=True),
    Item("threshold-pace", "Threshold pace", "Body", "athlete.threshold_s_per_km", _PACE,
         "An hour at it is 100 of the pace score.", "The pace of a race that takes you an hour.",
         "4:30/km or 7:15/mi", unset=True),
    Item("lift-times", "Times for lifts", "Days", "athlete.availability.strength", _LIFT_SLOTS,
         "The half-days that a lift may be planned in, or moved to by fix.", "", "mon wed evening, sat"),
    Item("run-times", "Times for runs", "Days", "athlete.availability.run", _RUN_SLOTS,
         "Set: fix may move runs too, to these half-days. Unset: none moves.",
         "A race and a locked session never move.", "mon-fri morning, sun", unset=True),
    Item("lift-days", "Days to lift", "Days", "athlete.preferred_strength_days", _WEEKDAYS,
         "Lifts are laid on these days first, where the runs leave room.", "", "mon wed"),
    Item("equipment", "Equipment", "Gym", "athlete.equipment", _EQUIPMENT,
         "With a barbell a season is lifted in the gym; without one, at home.",
         "Where nothing is said: in the gym if any lift that is planned or logged is done with a barbell.",
         "barbell dumbbell box"),
    Item("bar", "Bar", "Gym", "settings.bar_{unit}", _BAR,
         "What the empty bar weighs: plates are counted on top of it.", "", "20"),
    Item("plates", "Plates", "Gym", "settings.plates_{unit}", _PLATES,
         "What goes on each side, and how small a step a weight can take.", "", "25 20 15 10 5 2.5 1.25"),
    Item("effort", "Effort", "Gym", "settings.effort", _choice({"RIR": "rir", "RPE": "rpe"}),
         "How hard a set was: as reps in reserve, or as RPE, 10 less them."),
    Item("spread", "Monotony", "This app", "settings.spread", _one_of(("population", "sample")),
         "Monotony is the mean of a week's loads / this spread of them.",
         "The population's spread divides by the seven days, the sample's by six."),
    Item("bell", "Bell", "This app", "settings.bell", _choice({"on": True, "off": False}),
         "The terminal's bell when a rest is over."),
    Item("notify", "Notification", "This app", "settings.notify", _one_of(("auto", "off", "osc9", "osc777", "osc99")),
         "A desktop notification when a rest is over, if the terminal can.",
         "auto goes by the terminal: osc9 is iTerm2's, osc99 kitty's, osc777 most others'."),
    Item("theme", "Theme", "This app", "settings.theme", _THEME,
         "The colours; ansi-dark and ansi-light are the terminal's sixteen."),
)  # fmt: skip
