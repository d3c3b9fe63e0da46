"""How much of a lift: its sets scaled, and the maintenance version that keeps strength at half the sets (RULES 4)."""

from collections.abc import Sequence
from math import floor
from typing import Final

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.model import PlannedExercise, PlannedSession
from data.rules.duration import estimated_minutes
from data.rules.hardness import HARD_STRESS, leg_stress

# Sets kept by maintenance; a third to two thirds hold strength, at the same load and effort. Spiering 2021.
MAINTENANCE_SHARE: Final = 0.5
# Plyometrics of this eccentric stress or more go first.
_STRESSFUL: Final = 2
# What the title of a lift that was turned to maintenance ends with.
MAINTENANCE_WORD: Final = ", maintenance"


def scaled(exercises: Sequence[PlannedExercise], share: float) -> tuple[PlannedExercise, ...]:
    """The exercises with that share of their sets, to the nearest whole (a half up) and never fewer than one."""
    return tuple(replace(each, sets=max(1, floor(each.sets * share + 0.5))) for each in exercises)


def maintenance(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> tuple[PlannedExercise, ...]:
    """Half the sets, load and RIR as they were (RULES 4.1).

    Where that is still hard on the legs the plyometrics of high eccentric stress go, and then, while it still is, the
    accessories: the one of the highest stress first, of like ones the last. The main lift, which is the first compound
    or power exercise, stays.
    """
    kept = scaled(exercises, MAINTENANCE_SHARE)
    if _hard(kept, catalogue):
        kept = tuple(each for each in kept if not _stressful_jump(each, catalogue))
    while _hard(kept, catalogue) and (place := _accessory(kept, catalogue)) is not None:
        kept = kept[:place] + kept[place + 1 :]
    return kept


def maintenance_session(session: PlannedSession, catalogue: Catalogue) -> PlannedSession | None:
    """The lift as its maintenance version: exercises written out, the name kept ("Gym A, maintenance"), and no more
    minutes than that is estimated to take. None where it prescribes nothing, or nothing that could be less."""
    prescribed = catalogue.prescribed(session)
    less = maintenance(prescribed, catalogue)
    if less == prescribed:
        return None
    minutes = session.minutes
    if minutes is not None:
        minutes = min(minutes, round(estimated_minutes(less, catalogue)))
    return replace(session, title=_title(session, catalogue), minutes=minutes, template=None, exercises=less)


def _hard(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> bool:
    return (leg_stress(exercises, catalogue) or 0) >= HARD_STRESS


def _stressful_jump(prescribed: PlannedExercise, catalogue: Catalogue) -> bool:
    known = catalogue.exercise(prescribed.exercise)
    return known is not None and known.category == "plyometric" and known.ecc >= _STRESSFUL


def _accessory(exercises: Sequence[PlannedExercise], catalogue: Catalogue) -> int | None:
    """The place of the accessory of the highest eccentric stress, the last of like ones; None where none has any."""
    known = [(place, found) for place, each in enumerate(exercises) if (found := catalogue.exercise(each.exercise))]
    main = next((place for place, found in known if found.category in ("compound", "power")), None)
    stresses = [(found.ecc, place) for place, found in known if found.category != "plyometric" and place != main]
    stress, place = max(stresses, default=(0, 0))
    return place if stress else None


def _title(session: PlannedSession, catalogue: Catalogue) -> str:
    template = catalogue.templates.get(session.template or "")
    title = session.title or (template.title if template else "Lift")
    return title if title.endswith(MAINTENANCE_WORD) else title + MAINTENANCE_WORD
