"""Whose log is on the screen, in words."""

from contextlib import suppress

from data.roles import SHORT_ROLE_WORDS
from data.store.errors import StoreError
from data.store.logbook import Logbook
from data.text import plain


def whose_words(logbook: Logbook, visited: str | None) -> str:
    """ "anna · read-only": whose log it is and what may be done in it; nothing where it is the athlete at their own.

    `visited` is who it was opened as from the roster, where it was. With a key of their own the athlete has their name.
    """
    visitor = logbook.visitor
    if visited is None and visitor is None:
        return ""
    with suppress(StoreError):
        name = logbook.athlete.name
        if visited is None and visitor and not visitor.limited and visitor.name.casefold() == name.casefold():
            return ""
        may = SHORT_ROLE_WORDS[visitor.role] if visitor else ""
        return " · ".join(filter(None, (plain(name), may)))
    return plain(visited or "")
