"""What "48:30" or "1:45" right behind a distance says: how long it took, where somebody can run it in that time."""

from typing import Final

from data.entry.draft import Look
from data.units import parse_duration

# Nobody runs faster than two minutes a kilometre: "10k 18:00" says when, "5k 18:00" how long it took.
FASTEST_S_A_METRE: Final = 0.12
# Nor does a run take a quarter of an hour a kilometre: "half marathon 1:45" is an hour and three quarters.
_SLOWEST_S_A_METRE: Final = 0.9


def after_distance(look: Look) -> bool:
    """Whether the word here stands right behind the distance of the line."""
    said = look.draft.words.get("distance_m")
    before = look.words[look.i - 1] if look.i else None
    if said is None or before is None:
        return False
    return said.at + len(said.text) == before.at + len(before.text)


def run_seconds(look: Look) -> float | None:
    """How long the distance took by the word right behind it, in minutes and seconds or else in hours and minutes.

    None where it says no such thing.
    """
    metres = look.draft.facts.distance_m
    return None if metres is None or not after_distance(look) else seconds_of(look.low(), metres)


def seconds_of(text: str, metres: float) -> float | None:
    """How long so many metres took: "48:30" is minutes and seconds, or hours and minutes where nobody runs so fast.

    None where it says no time in which somebody runs it.
    """
    seconds, fastest = parse_duration(text), metres * FASTEST_S_A_METRE
    if seconds is None or seconds >= fastest:
        return seconds
    bare = text.count(":") == 1
    return seconds * 60 if bare and fastest <= seconds * 60 <= metres * _SLOWEST_S_A_METRE else None
