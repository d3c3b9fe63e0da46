"""Finding a phrase of a table in the line."""

from collections.abc import Mapping

from data.entry.draft import Look
from data.entry.words import Meaning

_LONGEST = 2


def phrase_at(look: Look, table: Mapping[str, Meaning]) -> tuple[Meaning, int] | None:
    """What the longest phrase that begins here means, and how many words it has."""
    for used in range(_LONGEST, 0, -1):
        phrase = " ".join(look.low(ahead) for ahead in range(used))
        if phrase in table:
            return table[phrase], used
    return None
