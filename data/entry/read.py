"""From a line to a session: words, what each of them says, the session they say together."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import takewhile
from typing import Final

from msgspec.structs import replace

from data.calendar import in_zone
from data.catalogue import Catalogue
from data.entry.build import build
from data.entry.days import read_day
from data.entry.draft import Draft, Known, Look, Step, tell
from data.entry.error import EntryError, nearest, wrong
from data.entry.facts import KEYED, read_keyed, read_measure, read_niggle, read_phrase, read_template, read_text
from data.entry.names import names_of
from data.entry.sets import read_exercise, read_sets, sounds_like_sets
from data.entry.tokens import words_of
from data.entry.when import read_time, read_zone
from data.entry.words import (
    DAY_WORDS,
    FILLERS,
    MONTH_WORDS,
    SESSION_PHRASES,
    SET_PHRASES,
    TEMPLATE_WORDS,
    WEEKDAY_WORDS,
)
from data.model import Athlete, Session
from data.units import Units

_EXAMPLE: Final = "run 10k 48:30 tempo rpe 7"
_MINUTES_FROM: Final = 20  # "run 10" is rather a distance, "run 45" a time
_BARE: Final = re.compile(r"[0-9]+([.,][0-9]+)?")
# Enough for any session with its note; a book pasted by mistake, or by a coach on purpose, is refused at once.
_MANY: Final = 2000
_LONGEST: Final = 50_000


def parse(text: str, now: datetime, athlete: Athlete, units: Units, catalogue: Catalogue) -> Session | EntryError:
    """The session that the line says: planned where it lies ahead of `now` (aware), logged where it is behind.

    Its zone is the athlete's unless the line says another; bare weights are in `units`. Never raises for any text.
    """
    if len(text) > _LONGEST:
        return EntryError(_LONGEST, text[_LONGEST], f"the line is too long; {_LONGEST} letters are the most.")
    text = text.encode(errors="replace").decode()  # half a letter, from a terminal that does not speak UTF-8
    known = Known(text, in_zone(now, athlete.zone), athlete.zone, units, catalogue, names_of(catalogue))
    words = words_of(text)
    if not words:
        return EntryError(0, "", f"Nothing to read yet; write such as: {_EXAMPLE}.")
    if len(words) > _MANY:
        return wrong(words[_MANY], f"the line is too long; {_MANY} words are the most.")
    draft, i = Draft(), 0
    while i < len(words):
        step = _read(Look(known, words, i, draft))
        if isinstance(step, EntryError):
            return step
        draft, i = step[0], i + step[1]
    return build(draft, known)


def _read(look: Look) -> tuple[Draft, int] | EntryError:
    if look.word.sort == "comma":
        return replace(look.draft, parted=True), 1
    if look.word.sort == "unclosed":
        return wrong(look.word, "the quote is not closed.")
    for recognise in _RECOGNISERS:
        if (step := recognise(look)) is not None:
            return step
    return _unknown(look)


def _filler(look: Look) -> Step:
    return tell(look) if look.low() in FILLERS else None


# The order is a part of the grammar: an exercise's name goes before a sport's, a set's words before the session's.
_RECOGNISERS: Final[tuple[Callable[[Look], Step], ...]] = (
    read_template, read_niggle, read_text, read_exercise, read_day, read_time, read_zone, read_sets, read_keyed,
    read_phrase, read_measure, _filler,
)  # fmt: skip


def _unknown(look: Look) -> EntryError:
    text = look.low()
    if _BARE.fullmatch(text):
        unit = "min" if float(text.replace(",", ".")) >= _MINUTES_FROM else look.known.units.distance
        return wrong(look.word, "a number of what?", f"{text}{unit}")
    if (rating := text.removeprefix("@").strip()) != text and _BARE.fullmatch(rating) and not look.draft.lifts:
        return wrong(look.word, "@ rates the sets of an exercise, rpe the session.", f"rpe {rating}")
    if sounds_like_sets(text) and not look.draft.lifts:
        return wrong(look.word, "name the exercise before its sets, squat 3x5 80kg; repeats of a run go into a note.")
    if "," in text:
        return wrong(look.word, "put a space behind a comma, and a point in 82.5.")
    rest = tuple(takewhile(lambda word: word.sort == "word", look.words[look.i :]))
    size, suggestion = nearest(rest, _vocabulary(look.known))
    return wrong(look.span(size), "legday does not know this word here.", suggestion)


def _vocabulary(known: Known) -> Iterable[str]:
    tables = (SESSION_PHRASES, SET_PHRASES, KEYED, DAY_WORDS, WEEKDAY_WORDS, MONTH_WORDS, TEMPLATE_WORDS)
    own = ("note", "niggle", "zone", "exercise", "rir", "rest", "ramp", "superset")
    return dict.fromkeys((*own, *(word for table in tables for word in table), *known.names))
