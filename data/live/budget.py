"""How long a lift under way will last, and what to cut where that is too long (RULES 4.4)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from msgspec.structs import replace

from data.amounts import amount_field
from data.catalogue import Catalogue
from data.live.lift import (
    LiveExercise,
    LiveLift,
    half_done,
    is_open,
    lifted_seconds,
    sets_done,
    upcoming,
    work_sets_left,
)
from data.live.rest import rest_left
from data.live.steps import go_to
from data.live.supersets import members, next_place
from data.model import Category, Id, LoggedSet, Value
from data.rules.duration import INTO_PLACE, RAMP_SET, SET_UP, TIDY_UP, WARM_UP, set_seconds

# Minutes that a lift should take at most: the article says 30 to 45.
BUDGET: Final = 45
# What a lift is about; the rest are accessories.
_MAIN: Final[frozenset[Category]] = frozenset({"compound", "power", "plyometric"})


class Part(NamedTuple):
    """One part of what is left, in seconds."""

    what: str
    seconds: float


class CutOffer(Value, frozen=True):
    """The exercise at `index` that may be cut: minutes in all with it (`projected`), without it (`after`), and the
    minutes between."""

    index: int
    exercise: Id
    saves_minutes: float
    projected: float
    after: float


def minutes_left(live: LiveLift, now: datetime, catalogue: Catalogue) -> float:
    """Minutes until the session is over if all that is open is done; 0 in a session without exercises."""
    return sum(part.seconds for part in left_in_parts(live, now, catalogue)) / 60


def projected_minutes(live: LiveLift, now: datetime, catalogue: Catalogue) -> float:
    """Minutes that the session will have lasted in all: those that have gone by, and those left."""
    return lifted_seconds(live, now) / 60 + minutes_left(live, now, catalogue)


def left_in_parts(live: LiveLift, now: datetime, catalogue: Catalogue) -> tuple[Part, ...]:
    """What is left part by part: warm-up before the first set, the rest under way, the open exercises, tidying up.

    A superset is one part, with one rest a round. The next exercise is set up while a rest is under way.
    """
    if not live.exercises:
        return ()
    warm_up = 0 if sets_done(live) else max(0.0, WARM_UP - lifted_seconds(live, now))
    rest = max(0, rest_left(live, now) or 0)
    parts = [Part("warm-up", warm_up), Part("rest under way", rest)]
    for place, first in enumerate(live.exercises):
        tied = [index for index in members(live, place) if is_open(live.exercises[index])]
        if is_open(first) and tied[0] == place:
            meanwhile = min(rest, SET_UP) if live.current in tied and not live.exercises[live.current].done else 0
            exercises = [live.exercises[index] for index in tied]
            names = " + ".join(catalogue.name(each.exercise) for each in exercises)
            parts.append(Part(names, _round_seconds(exercises, catalogue) - meanwhile))
    return tuple(part for part in (*parts, Part("tidying up", TIDY_UP)) if part.seconds)


def cut_offer(live: LiveLift, now: datetime, catalogue: Catalogue) -> CutOffer | None:
    """What to cut so that the session gets nearer to its budget; None within it, and where nothing can be cut.

    It is the last accessory that has not begun: no compound or power exercise, no jumps, never the only exercise.
    """
    projected = projected_minutes(live, now, catalogue)
    if projected <= BUDGET or len(live.exercises) == 1:
        return None
    for index, each in reversed(list(enumerate(live.exercises))):
        known = catalogue.exercise(each.exercise)
        if is_open(each) and not each.done and (known is None or known.category not in _MAIN):
            after = projected_minutes(_without(live, index), now, catalogue)
            return CutOffer(index, each.exercise, projected - after, projected, after)
    return None


def cut(live: LiveLift, offer: CutOffer) -> LiveLift:
    """The exercise of the offer skipped; no change where the lift went on meanwhile and it stands there no more, or has
    begun."""
    there = live.exercises[offer.index] if offer.index < len(live.exercises) else None
    return live if there is None or there.exercise != offer.exercise or there.done else _without(live, offer.index)


def _without(live: LiveLift, index: int) -> LiveLift:
    skipped = replace(live.exercises[index], skipped=True)
    after = replace(live, exercises=(*live.exercises[:index], skipped, *live.exercises[index + 1 :]))
    return go_to(after, next_place(after, index)) if live.current == index else after


def _round_seconds(exercises: Sequence[LiveExercise], catalogue: Catalogue) -> float:
    """What is left of exercises done in turns: their sets, a rest between two rounds, what was not set up yet."""
    own = sum(
        sum(_set_seconds(each, one, catalogue) for one in upcoming(each)) + (0 if each.done else SET_UP)
        for each in exercises
    )
    rounds = max(work_sets_left(each) + (half_done(each) is not None) for each in exercises)
    return own + max(0, rounds - 1) * max(each.rest for each in exercises)


def _set_seconds(exercise: LiveExercise, one: LoggedSet, catalogue: Catalogue) -> float:
    if one.type == "warmup":
        return RAMP_SET
    amount = getattr(one, amount_field(catalogue.exercise(exercise.exercise)))
    one_side = one.side is not None
    return INTO_PLACE + set_seconds(exercise.exercise, amount, exercise.tempo, catalogue, one_side=one_side)
