"""Words of the order of a lift: what is tied with what, what follows a set, what could be cut, which side it is."""

from datetime import datetime

from data.catalogue import Catalogue
from data.live.budget import CutOffer
from data.live.hold import HoldPhase
from data.live.lift import Hold, LiveLift, current_set, is_done
from data.live.steps import log_set
from data.live.supersets import is_tied, members
from data.model import LoggedSet
from data.text import plain
from data.units import format_clock


def labels(live: LiveLift) -> list[str]:
    """What each exercise is called in its superset, as lifters write it: "A1", "A2", "B1"; "" outside of one."""
    letters: dict[int | None, str] = {}
    found = []
    for index, each in enumerate(live.exercises):
        if not is_tied(live, index):
            found.append("")
            continue
        letter = letters.setdefault(each.group, chr(ord("A") + len(letters) % 26))
        found.append(f"{letter}{members(live, index).index(index) + 1}")
    return found


def follows(live: LiveLift, draft: LoggedSet, now: datetime, catalogue: Catalogue) -> tuple[str, ...]:
    """What follows the set in hand, a line each: of a superset the rest of its round, "then A2 Row", "then A3 Press",
    behind the round "rest 1:30, then A1 Back squat", before another set of the same "with A2 Row"; else the next
    exercise, "then Row"."""
    if not is_tied(live, live.current):
        after = live.exercises[live.current + 1 : live.current + 2]
        return tuple(plain(f"then {catalogue.name(each.exercise)}") for each in after)
    names = [
        f"{label} {catalogue.name(each.exercise)}".strip()
        for label, each in zip(labels(live), live.exercises, strict=True)
    ]
    after_it = log_set(live, draft, now)
    if is_done(after_it):
        return ()
    if after_it.current == live.current:
        others = (names[place] for place in members(live, live.current) if place != live.current)
        return (plain(f"with {', '.join(others)}"),)
    if after_it.rest:
        return (plain(f"rest {format_clock(after_it.rest.seconds)}, then {names[after_it.current]}"),)
    return tuple(plain(f"then {names[place]}") for place in _rest_of_round(after_it, now))


def _rest_of_round(live: LiveLift, now: datetime) -> list[int]:
    """The places of the exercises to do before the next rest, the current one first."""
    places = [live.current]
    while (due := current_set(live)) and not (live := log_set(live, due, now)).rest and live.current not in places:
        places.append(live.current)
    return places


def offer_words(offer: CutOffer, catalogue: Catalogue, width: int) -> str:
    """ "~52 min at this rate · c cuts Suitcase carry (7 min)", in fewer words where there is less room."""
    name, minutes = plain(catalogue.name(offer.exercise)), f"{offer.saves_minutes:.0f} min"
    words = f"~{offer.projected:.0f} min at this rate · c cuts {name} ({minutes})"
    return words if len(words) <= width else f"~{offer.projected:.0f} min · c cuts {name}"


def side_of(hold: Hold, phase: HoldPhase) -> str:
    """The side that a timed set is on, or goes on to; "" for one of both sides at once."""
    if hold.draft.side:
        return hold.draft.side
    return ("left", "right")[phase.side - 1] if hold.sides > 1 else ""
