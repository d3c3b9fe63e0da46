"""Who may see and do what in an athlete's log."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, TypeAlias

from data.model import Id, Value
from data.roles import ROLE_WORDS as ROLE_WORDS
from data.roles import Role as Role
from data.store.backend import Kind

# What each role may write. Everybody may read everything; "log" is for the athlete's own keys.
WRITES: Final[dict[Role, frozenset[Kind]]] = {
    "view": frozenset(),
    "comment": frozenset(("comments", "read")),
    "plan": frozenset(("comments", "read", "planned", "accepted")),
    "log": frozenset(("athlete", "planned", "logged", "live", "accepted", "comments", "read")),
}
# What stands on the shelves of a kind, as it is said to whoever wanted more.
KIND_WORDS: Final[dict[Kind, str]] = {
    "athlete": "the profile",
    "planned": "the plan",
    "logged": "what was logged",
    "live": "the session under way",
    "accepted": "the warnings accepted",
    "comments": "what others wrote",
    "read": "what others have read",
}


# Tells whether a visitor still may what they could when they came.
Allows: TypeAlias = Callable[[], bool]


def always() -> bool:
    """What allows everything for good: who is at home is shut out of nothing."""
    return True


class Visitor(Value, frozen=True):
    """Who comes to a log from elsewhere, and what they may do there."""

    name: str
    role: Role

    @property
    def limited(self) -> bool:
        """Whether they may do less than the athlete, whose own keys have the role "log"."""
        return self.role != "log"


class ReadMark(Value, frozen=True):
    """Up to which moment somebody has read the comments of a log, or those about one thing."""

    reader: Id
    until: datetime
    about: str | None = None
