"""Whom a name means, of those there are."""

import unicodedata
from collections.abc import Iterable


def one_called(said: str, names: Iterable[str]) -> str | None:
    """The one of the names that is said, as it stands there.

    Two may differ in capitals or in how an accent is written: what is said just so comes first. Written otherwise it
    finds the only one that it can mean. None where that is none of them, or more than one.
    """
    known = list(names)
    if said in known:
        return said
    alike = [name for name in known if _folded(name) == _folded(said)]
    return alike[0] if len(alike) == 1 else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
