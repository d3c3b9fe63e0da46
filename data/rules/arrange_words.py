"""Why a session of an arrangement changes, in words."""

from collections.abc import Iterable, Mapping
from typing import Final

from data.calendar import WEEKDAYS, day_of, end_of, start_of
from data.catalogue import Catalogue
from data.model import Id, PlannedSession, Session
from data.rules.gaps import SEVERITIES
from data.rules.hardness import hardness
from data.rules.spacing import Pair
from data.text import plain
from data.units import format_minutes

Sessions = Mapping[Id, Session]

# Whether the session that changes is the first of the two, in a word.
_SIDES: Final = {True: "before", False: "after"}
# Types of run that are no word for a run by themselves.
_ADJECTIVES: Final = ("recovery", "easy", "steady", "progression", "long", "threshold")


def reason(changed: Id, before: Iterable[Pair], old: Sessions, new: Sessions, catalogue: Catalogue) -> str:
    """Why the session changes: "away from Tuesday's intervals: 12 h 15 → 36 h", "hard → moderate, 12 h 15 before
    Tuesday's intervals", "makes room for Gym B".

    `before` are the pairs of the week as it was; `old` and `new` the sessions by id, as they were and as they become.
    """
    pair = _worst_of(changed, before)
    lighter = _lighter(old[changed], new[changed], catalogue)
    if start_of(old[changed]) == start_of(new[changed]):
        return f"{lighter}, {_as_it_was(changed, pair, old, catalogue)}" if pair else lighter
    moved = _away(changed, pair, old, new, catalogue) if pair else _room(changed, old, new, catalogue)
    return f"{moved}; {lighter}" if lighter else moved


def _worst_of(changed: Id, pairs: Iterable[Pair]) -> Pair | None:
    """The worst clash or warning that the session was part of."""
    bad = (each for each in pairs if changed in (each.first, each.second) and not each.accepted)
    graver = (each for each in bad if each.severity != "note")
    return min(graver, key=lambda each: (-SEVERITIES.index(each.severity), each.gap_hours), default=None)


def _away(changed: Id, pair: Pair, old: Sessions, new: Sessions, catalogue: Catalogue) -> str:
    was_first = changed == pair.first
    other = _other(changed, pair, new)
    is_first = start_of(new[changed]) < start_of(other)
    earlier, later = (new[changed], other) if is_first else (other, new[changed])
    gap = max((start_of(later) - end_of(earlier)).total_seconds() / 3600, 0)
    assumed = not new[changed].clock == other.clock == "exact"
    # The side is worth a word where it changes.
    sided = was_first != is_first
    was = _gap_words(pair.gap_hours, pair.assumed, _SIDES[was_first], sided)
    becomes = _gap_words(gap, assumed, _SIDES[is_first], sided and pair.gap_hours >= 0)
    return f"away from {_whose(_other(changed, pair, old), catalogue)}: {was} → {becomes}"


def _as_it_was(changed: Id, pair: Pair, old: Sessions, catalogue: Catalogue) -> str:
    whose = _whose(_other(changed, pair, old), catalogue)
    if pair.gap_hours < 0:
        return f"overlaps {whose}"
    return f"{_gap_words(pair.gap_hours, pair.assumed, _SIDES[changed == pair.first], True)} {whose}"


def _lighter(before: Session, after: Session, catalogue: Catalogue) -> str:
    levels = hardness(before, catalogue).level, hardness(after, catalogue).level
    return "" if levels[0] == levels[1] else f"{levels[0]} → {levels[1]}"


def _room(changed: Id, old: Sessions, new: Sessions, catalogue: Catalogue) -> str:
    others = [each for name, each in old.items() if name != changed and start_of(new[name]) != start_of(each)]
    others.sort(key=lambda each: (start_of(each), each.id))
    names = " and ".join(name_of(each, catalogue) for each in others)
    return f"makes room for {names}" if names else "so that less is back to back"


def _other(changed: Id, pair: Pair, sessions: Sessions) -> Session:
    return sessions[pair.second if changed == pair.first else pair.first]


def _whose(session: Session, catalogue: Catalogue) -> str:
    return f"{WEEKDAYS[day_of(session).weekday()].capitalize()}'s {name_of(session, catalogue)}"


def name_of(session: Session, catalogue: Catalogue) -> str:
    """What the session is called within a sentence."""
    template = catalogue.templates.get(session.template or "") if isinstance(session, PlannedSession) else None
    if session.title or template:
        return plain(session.title or (template.title if template else ""))
    if session.type is None:
        return "run" if session.kind == "run" else "lift"
    return session.type.replace("_", " ") + (" run" if session.type in _ADJECTIVES else "")


def _gap_words(hours: float, assumed: bool, side: str, sided: bool) -> str:
    """ "12 h 15", "about 12 h 15 before" where the side is worth a word, "straight after", "overlap"."""
    if hours < 0:
        return "overlap"
    if hours == 0:
        return f"straight {side}"
    return f"{'about ' * assumed}{format_minutes(round(hours * 60))}{f' {side}' * sided}"
