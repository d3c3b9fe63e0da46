"""One set typed whole while the lift is under way: "82.5x5 @8". The words are those of a line's sets."""

from datetime import datetime
from typing import Any, Final

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.entry.draft import Draft, Known, Lift, Look
from data.entry.error import EntryError, nearest, wrong
from data.entry.lifts import logged_exercises
from data.entry.sets import read_sets, unlisted
from data.entry.tokens import Word, words_of
from data.entry.words import FILLERS, SET_PHRASES
from data.model import Exercise, LoggedSet
from data.units import Units

_EXAMPLE: Final = "82.5x5 @8"
_AMOUNTS: Final = ("reps", "seconds", "metres", "contacts")
_ONE: Final = f"one set at a time; write such as: {_EXAMPLE}."


def read_set(text: str, exercise: Exercise | None, units: Units, draft: LoggedSet) -> LoggedSet | EntryError:
    """The set of the exercise that the text says, an error where it says none or several. Never raises for any text.

    What it leaves out is as in `draft`, but no RIR of another type of set. Bare weights are in `units`. Unlike in a
    line, "16x8" is 16 kg × 8 where the exercise is done with a weight. `exercise` is None for an own one.
    """
    text = text.encode(errors="replace").decode()  # half a letter, from a terminal that does not speak UTF-8
    words = words_of(text)
    if not words:
        return EntryError(0, "", f"Nothing to read yet; write such as: {_EXAMPLE}.")
    known = Known(text, datetime.min, "", units, Catalogue({}, {}), {}, one_set=True)
    said, i = Draft(lifts=(Lift(exercise or unlisted("set"), words[0]),)), 0
    while i < len(words):
        look = Look(known, words, i, said)
        step = (said, 1) if look.low() in FILLERS else read_sets(look)
        if step is None or isinstance(step, EntryError):
            return step or _unknown(look)
        said, i = step[0], i + step[1]
    return _the_set(said.lifts[0], words[0], draft)


def _the_set(lift: Lift, first: Word, draft: LoggedSet) -> LoggedSet | EntryError:
    group, *more = lift.groups
    if more:
        return wrong(more[0].words["rows"], _ONE)
    if "superset" in group.words:
        return wrong(group.words["superset"], "belongs to the whole exercise; leave it out.")
    done = logged_exercises((lift,))
    if isinstance(done, EntryError):
        return done
    if len(done[0].sets) != 1:
        return wrong(group.words.get("rows", first), _ONE)
    (said,) = done[0].sets
    kind = said.type if "type" in group.words else draft.type
    parts: dict[str, Any] = {name: getattr(said, name) for name in ("kg", "side", "rir", *_AMOUNTS)}
    left_out = [name for name in ("kg", "side") if parts[name] is None]
    if all(parts[name] is None for name in _AMOUNTS):
        left_out += _AMOUNTS
    if said.rir is None and kind == draft.type:
        left_out.append("rir")
    return replace(said, type=kind, **{name: getattr(draft, name) for name in left_out})


def _unknown(look: Look) -> EntryError:
    if look.word.sort == "comma":
        return wrong(look.word, _ONE)
    if "," in look.low():
        return wrong(look.word, "put a point in 82.5.")
    size, suggestion = nearest(look.words[look.i :], (*SET_PHRASES, "rir"))
    return wrong(look.span(size), "says nothing of a set.", suggestion)
