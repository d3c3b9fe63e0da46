"""What a line has said so far: facts of the session, and the exercises with their sets."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final, NamedTuple, TypeVar

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.entry.error import EntryError, wrong
from data.entry.tokens import Word
from data.entry.words import SUBJECTS
from data.model import (
    Clock,
    Exercise,
    Focus,
    Hard,
    Kind,
    LoggedSet,
    Niggle,
    RunType,
    SetType,
    Side,
    Status,
    Value,
)
from data.units import Units


class DaySaid(NamedTuple):
    """The days that a word may mean, the likeliest first: for a session that lies ahead, and for one that is behind."""

    ahead: tuple[date, ...]
    behind: tuple[date, ...]


class Facts(Value, frozen=True):
    """What is said of the whole session. `intent` is "plan" or "log"; `racing` that a race's distance was named."""

    intent: str | None = None
    kind: Kind | None = None
    sport: str = ""
    type: RunType | None = None
    racing: bool = False
    focus: Focus | None = None
    mark: Hard | None = None
    template: str | None = None
    title: str | None = None
    notes: str = ""
    minutes: int | float | None = None
    distance_m: int | float | None = None
    rpe: int | float | None = None
    hr_avg: int | None = None
    hr_max: int | None = None
    ascent_m: int | float | None = None
    descent_m: int | float | None = None
    niggles: tuple[Niggle, ...] = ()
    locked: bool = False
    status: Status | None = None
    day: DaySaid | None = None
    time_of_day: time | None = None
    clock: Clock | None = None
    moment: datetime | None = None
    zone: str | None = None


class Group(Value, frozen=True):
    """Sets of one exercise that were said together. `rows` are the sets as counted; the other facts hold for each."""

    words: Mapping[str, Word] = {}
    rows: tuple[LoggedSet, ...] | None = None
    type: SetType | None = None
    kg: int | float | None = None
    reps: int | None = None
    seconds: int | float | None = None
    metres: int | float | None = None
    contacts: int | None = None
    side: Side | None = None
    rir: int | float | None = None
    rest: int | None = None
    tempo: str | None = None
    ramp_sets: int = 0
    superset: int | None = None


class Lift(Value, frozen=True):
    """An exercise that was named, by which word, and its groups of sets."""

    exercise: Exercise
    word: Word
    groups: tuple[Group, ...] = (Group(),)


class Draft(Value, frozen=True):
    """All that was said, and by which word; `parted` says that a comma has come since the last word about sets."""

    facts: Facts = Facts()
    words: Mapping[str, Word] = {}
    lifts: tuple[Lift, ...] = ()
    parted: bool = False


class Known(NamedTuple):
    """The line, and what it is read against: the moment in the athlete's zone, that zone, units, exercises, names.

    `one_set` says that the line is a single set, where "16x8" is a weight and its repetitions.
    """

    line: str
    now: datetime
    zone: str
    units: Units
    catalogue: Catalogue
    names: Mapping[str, str]
    one_set: bool = False


class Look(NamedTuple):
    """Where a recogniser looks: at word `i`, with all that was said before it."""

    known: Known
    words: tuple[Word, ...]
    i: int
    draft: Draft

    @property
    def word(self) -> Word:
        """The word looked at."""
        return self.words[self.i]

    def low(self, ahead: int = 0) -> str:
        """The small letters of the word so many places ahead; empty where that is no plain word."""
        place = self.i + ahead
        if not 0 <= place < len(self.words) or self.words[place].sort != "word":
            return ""
        return self.words[place].low

    def span(self, used: int) -> Word:
        """The words from here on, `used` of them, as one: as they stand in the line."""
        last = self.words[self.i + used - 1]
        return self.word._replace(text=self.known.line[self.word.at : last.at + len(last.text)])


# What a recogniser gives: the draft with what it read and how many words that took, what is wrong, or None: not mine.
Step = tuple[Draft, int] | EntryError | None

Said = TypeVar("Said", Facts, Group)
# What may be said more than once.
_ADDS_UP: Final = ("niggles",)


def tell(look: Look, used: int = 1, **facts: object) -> Step:
    """The step that takes `used` words to say these facts of the session."""
    draft, word = look.draft, look.span(used)
    told = _told(draft.facts, draft.words, word, facts)
    if isinstance(told, EntryError):
        return told
    words = {**draft.words, **dict.fromkeys(facts, word)}
    return replace(draft, facts=told, words=words), used


def tell_sets(look: Look, used: int = 1, **facts: object) -> Step:
    """The step that takes `used` words to say these facts of the sets at hand.

    After a comma, and where the sets at hand are counted already, they are said of new ones.
    """
    draft, word = look.draft, look.span(used)
    lift = draft.lifts[-1]
    new = draft.parted or ("rows" in facts and lift.groups[-1].rows is not None)
    groups = (*lift.groups, Group()) if new else lift.groups
    told = _told(groups[-1], groups[-1].words, word, facts)
    if isinstance(told, EntryError):
        return told
    group = replace(told, words={**told.words, **dict.fromkeys(facts, word)})
    lifts = (*draft.lifts[:-1], replace(lift, groups=(*groups[:-1], group)))
    return replace(draft, lifts=lifts, parted=False), used


def _told(said: Said, words: Mapping[str, Word], word: Word, facts: Mapping[str, object]) -> Said | EntryError:
    for name, fact in facts.items():
        if name in words and name not in _ADDS_UP and getattr(said, name) != fact:
            subject = SUBJECTS.get(name, "it")
            return wrong(word, f'"{words[name].text}" already says {subject}; leave one out.')
    return replace(said, **facts)
