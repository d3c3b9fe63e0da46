"""The schema version of a document, and how an older one becomes today's.

Every step takes the kind of a document and its value as plain JSON, and gives the value as the next version has it. The
first step leads from version 1 to 2. A new version adds its step at the end.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import msgspec

from data.store.backend import Document, Kind

Step = Callable[[Kind, Any], Any]
T = TypeVar("T")

STEPS: Final[tuple[Step, ...]] = ()


def newest(steps: Sequence[Step]) -> int:
    """The version that the steps lead to."""
    return len(steps) + 1


def upgraded(kind: Kind, document: Document, steps: Sequence[Step]) -> Document:
    """A copy of the document in the newest version; one that is newer still is given as it is."""
    if document["v"] >= newest(steps):
        return document
    values = {name: document[name] for name in ("value", "before") if name in document}
    for step in steps[document["v"] - 1 :]:
        values = {name: step(kind, value) for name, value in values.items()}
    return {**document, "v": newest(steps), **values}


# How msgspec says it, and the steps of its path. Compiled where they are needed, which is hardly ever.
_UNKNOWN: Final = r"Object contains unknown field `([^`]+)`(?: - at `\$(.*)`)?"
_STEP: Final = r"\.([^.\[]+)|\[(\d+)\]"


def understood(document: Document, wanted: type[T]) -> T:
    """A newer version's document as this one's record, the fields that it does not know left out.

    Raises msgspec.ValidationError where that is not enough.
    """
    copy: Any = msgspec.json.decode(msgspec.json.encode(document))
    while True:
        try:
            return msgspec.convert(copy, wanted)
        except msgspec.ValidationError as error:
            unknown = re.fullmatch(_UNKNOWN, str(error))
            if not unknown:
                raise
            inside = copy
            for name, number in re.findall(_STEP, unknown[2] or ""):
                inside = inside[int(number)] if number else inside[name]
            del inside[unknown[1]]
