"""The nouns of a training log: frozen, typed, validated values. They are also the documents of the interchange.

Units: kilograms, metres, seconds for what is measured; minutes for how long a session lasts. A start is an aware
datetime; its zone (an IANA name, or an offset such as "+09:00") says which calendar day it belongs to.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

# int | float, not float: 80 read from a file is written back as 80, not as 80.0.
# No more than any sum or calendar can carry.
_MOST = 1_000_000_000
Amount = Annotated[int, Meta(ge=0, le=_MOST)] | Annotated[float, Meta(ge=0, le=_MOST)]
Count = Annotated[int, Meta(ge=0, le=_MOST)]
Rating = Annotated[int, Meta(ge=0, le=10)] | Annotated[float, Meta(ge=0, le=10)]
Id = Annotated[str, Meta(min_length=1, max_length=80)]

Kind = Literal["run", "strength", "cross"]
Clock = Literal["exact", "morning", "noon", "evening", "unknown"]
Status = Literal["planned", "done", "missed", "skipped"]
RunType = Literal[
    "recovery", "easy", "steady", "progression", "fartlek", "long",
    "tempo", "threshold", "intervals", "hills", "time_trial", "race",
]  # fmt: skip
Focus = Literal["legs", "upper", "core", "mobility", "full"]
Hard = Literal["easy", "moderate", "hard"]
SetType = Literal["warmup", "work", "drop", "failure"]
Side = Literal["left", "right"]
Priority = Literal["running", "strength"]
Level = Literal["building", "solid", "strong"]
LevelBy = Literal["said", "lifts"]
Spacing = Literal["standard", "strict"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Phase = Literal["off_season", "base", "build", "peak", "taper", "race_week", "recovery"]
Slot = Annotated[str, Meta(pattern="^(mon|tue|wed|thu|fri|sat|sun)-(morning|evening)$")]
Category = Literal["compound", "single_leg", "core", "plyometric", "power", "mobility", "upper"]
Measure = Literal["reps", "reps_kg", "seconds", "metres", "contacts"]


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value; a field that it does not have is an error when read."""


class Availability(Value, frozen=True):
    """The half days that can hold a kind of session; None: any."""

    strength: tuple[Slot, ...] | None = None
    run: tuple[Slot, ...] | None = None


class PhaseSpan(Value, frozen=True):
    """A training phase over the half-open days from `start` to `until`."""

    phase: Phase
    start: date = field(name="from")
    until: date


class Athlete(Value, frozen=True):
    """The profile. Heart rates in beats a minute, threshold pace in seconds a kilometre.

    `heavy_weeks` are days of the weeks that the athlete marked as heavy run weeks, one each. Where `level_by` is
    "lifts" the level counts that the lifts say, once they say one.
    """

    name: Annotated[str, Meta(min_length=1, max_length=60)] = "me"
    priority: Priority = "running"
    level: Level = "building"
    spacing: Spacing = "standard"
    week_start: Weekday = "monday"
    zone: str = "UTC"
    sex: Literal["male", "female"] | None = None
    bodyweight_kg: Amount | None = None
    hr_rest: Count | None = None
    hr_max: Count | None = None
    lthr: Count | None = None
    threshold_s_per_km: Amount | None = None
    availability: Availability = Availability()
    preferred_strength_days: tuple[Weekday, ...] = ()
    equipment: tuple[str, ...] = ()
    phases: tuple[PhaseSpan, ...] = ()
    heavy_weeks: tuple[date, ...] = ()
    level_by: LevelBy = "said"


class Exercise(Value, frozen=True):
    """A catalogue entry. `ecc` is its eccentric and impact stress on the legs, 0 to 3 (RULES 3.2)."""

    id: Id
    name: str
    category: Category
    pattern: str
    equipment: tuple[str, ...]
    unilateral: bool
    measure: Measure
    loaded: bool
    ecc: Annotated[int, Meta(ge=0, le=3)]
    home: str
    harder: str
    cue: str


class PlannedExercise(Value, frozen=True):
    """What is prescribed of one exercise. `amount` is what the exercise measures (reps, seconds, metres, contacts),
    per side when it is one-sided; `rest` in seconds; `tempo` is lowering-pause-lifting-top in seconds."""

    exercise: Id
    sets: Annotated[int, Meta(ge=1, le=50)] = 1
    amount: Amount | None = None
    kg: Amount | None = None
    rir: Amount | None = None
    rest: Count | None = None
    tempo: str | None = None
    ramp_sets: Annotated[int, Meta(ge=0, le=50)] = 0
    group: int | None = None


def _work() -> SetType:
    return "work"


class LoggedSet(Value, frozen=True, omit_defaults=True):
    """One set done: it has what its exercise measures, and `rir` and `at` where they are known."""

    # A factory, so that the type is written even when it is "work" and everything else unsaid is left out.
    type: SetType = field(default_factory=_work)
    kg: Amount | None = None
    reps: Count | None = None
    seconds: Amount | None = None
    metres: Amount | None = None
    contacts: Count | None = None
    side: Side | None = None
    rir: Amount | None = None
    at: datetime | None = None


class LoggedExercise(Value, frozen=True):
    """The sets done of one exercise; exercises that share a `group` number were done as a superset."""

    exercise: Id
    group: int | None = None
    sets: tuple[LoggedSet, ...] = ()


class Lap(Value, frozen=True, omit_defaults=True):
    """One lap of a run."""

    seconds: Amount
    distance_m: Amount | None = None
    hr_avg: Count | None = None
    hr_max: Count | None = None
    ascent_m: Amount | None = None
    descent_m: Amount | None = None


class Niggle(Value, frozen=True, omit_defaults=True):
    """Something that hurt: where, how much from 0 to 10, and a word about it."""

    part: Annotated[str, Meta(min_length=1, max_length=80)]
    level: Annotated[int, Meta(ge=0, le=10)]
    note: str = ""


class PlannedSession(Value, frozen=True):
    """A session that lies ahead. `type` is a run's; a strength session has a `template` ("gym_2day/A") or `exercises`.

    Raises ValueError for a run with exercises and for a template together with exercises.
    """

    id: Id
    kind: Kind
    start: datetime
    zone: str = ""
    clock: Clock = "exact"
    minutes: Amount | None = None
    type: RunType | None = None
    title: str = ""
    notes: str = ""
    locked: bool = False
    status: Status = "planned"
    template: str | None = None
    exercises: tuple[PlannedExercise, ...] = ()
    distance_m: Amount | None = None
    focus: Focus | None = None

    def __post_init__(self) -> None:
        if self.kind != "strength" and (self.exercises or self.template):
            raise ValueError("only a strength session has a template or exercises")
        if self.template and self.exercises:
            raise ValueError("a session has a template or exercises, not both")
        if self.kind != "run" and self.type:
            raise ValueError("only a run has a type")


class LoggedSession(Value, frozen=True):
    """A session that was done. `mark` is the athlete's own word on how hard it was; `source` names where it came from.

    `zone_seconds` is the time in each heart-rate zone, lowest first. Raises ValueError for a run with sets.
    """

    id: Id
    kind: Kind
    start: datetime
    zone: str = ""
    clock: Clock = "exact"
    minutes: Amount | None = None
    rpe: Rating | None = None
    mark: Hard | None = None
    plan_id: str | None = None
    title: str = ""
    notes: str = ""
    source: str | None = None
    niggles: tuple[Niggle, ...] = ()
    exercises: tuple[LoggedExercise, ...] = ()
    focus: Focus | None = None
    type: RunType | None = None
    distance_m: Amount | None = None
    ascent_m: Amount | None = None
    descent_m: Amount | None = None
    hr_avg: Count | None = None
    hr_max: Count | None = None
    laps: tuple[Lap, ...] = ()
    zone_seconds: tuple[Amount, ...] = ()

    def __post_init__(self) -> None:
        if self.kind != "strength" and self.exercises:
            raise ValueError("only a strength session has exercises")
        if self.kind != "run" and self.type:
            raise ValueError("only a run has a type")


Session = PlannedSession | LoggedSession


class Accepted(Value, frozen=True):
    """A warning accepted on purpose. `seal` is what both sessions looked like then: it holds until either changes."""

    first: Id
    second: Id
    reason: str
    at: datetime
    seal: str


class Comment(Value, frozen=True):
    """A word about a session (`about` is its id) or a week (`about` is its first day)."""

    id: Id
    about: str
    author: str
    at: datetime
    text: str


# Fields of a profile that are left out where they have their default.
_LATER = ("heavy_weeks", "level_by")
_SELDOM = ("focus", "distance_m", "ascent_m", "descent_m", "hr_avg", "hr_max", "laps", "zone_seconds")
_NOBODY = Athlete()


def document(value: Struct) -> dict[str, Any]:
    """The value as plain JSON types, the way the store and the export write it.

    A session leaves out what its kind seldom has, where it has none: a lift says nothing of laps, a run not of focus;
    a profile what is seldom said of anybody.
    """
    plain: dict[str, Any] = msgspec.to_builtins(value)
    if isinstance(value, Athlete):
        for name in _LATER:
            if getattr(value, name) == getattr(_NOBODY, name):
                del plain[name]
    if isinstance(value, PlannedSession | LoggedSession):
        always = isinstance(value, LoggedSession) and value.kind == "run"
        for name in _SELDOM:
            if not plain.get(name) and plain.get(name) != 0 and not (always and name != "focus"):
                plain.pop(name, None)
        if isinstance(value, LoggedSession) and value.kind != "run" and value.type is None:
            del plain["type"]
    return plain
