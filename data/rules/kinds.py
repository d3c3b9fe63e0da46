"""The five kinds of work that a runner's week of lifting should hold, and which of them it misses."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from data.catalogue import Catalogue
from data.model import Category, Session
from data.rules.explain import Explanation, session_words
from data.rules.hardness import exercises_of
from data.rules.status import counting
from data.rules.volume import is_work
from data.text import plain

# What every week should hold; power and upper-body work stand beside them.
KINDS: Final[tuple[Category, ...]] = ("compound", "single_leg", "core", "plyometric", "mobility")
KIND_WORDS: Final[dict[Category, str]] = {
    "compound": "compound lifts", "single_leg": "single-leg work", "core": "core", "plyometric": "plyometrics",
    "mobility": "mobility", "power": "power", "upper": "upper body",
}  # fmt: skip


def kinds_of(session: Session, catalogue: Catalogue) -> frozenset[Category]:
    """The kinds of work in a lift whose exercises are known; none for another session.

    Mobility is in all of them: two of its exercises belong to the six minutes of warm-up (RULES 4.5).
    """
    if session.kind != "strength":
        return frozenset()
    found = {
        known.category
        for each in exercises_of(session, catalogue)
        if is_work(each) and (known := catalogue.exercise(each.exercise))
    }
    return frozenset({*found, "mobility"}) if found else frozenset()


def what_is_missing(
    sessions: Iterable[Session], catalogue: Catalogue, now: datetime | None = None
) -> tuple[Category, ...]:
    """Which of the five kinds the lifts of a week do not hold, done and still planned (by `now`) alike.

    Nothing can be said, so nothing is, of a week without a lift or with one whose exercises nobody knows.
    """
    lifts = [each for each in counting(sessions, now) if each.kind == "strength"]
    each_holds = [kinds_of(each, catalogue) for each in lifts]
    if not each_holds or not all(each_holds):
        return ()
    held = frozenset().union(*each_holds)
    return tuple(kind for kind in KINDS if kind not in held)


def missing_words(missing: Sequence[Category]) -> str:
    """ "no plyometrics", "no core or mobility"; nothing where nothing is missing."""
    return f"no {' or '.join(KIND_WORDS[kind] for kind in missing)}" if missing else ""


def explain_kinds(sessions: Iterable[Session], catalogue: Catalogue, now: datetime | None = None) -> Explanation:
    """The kinds of work of a week, lift by lift, and those it misses."""
    lifts = [each for each in counting(sessions, now) if each.kind == "strength"]
    unknown = sum(not kinds_of(each, catalogue) for each in lifts)
    missing = what_is_missing(lifts, catalogue)
    return Explanation(
        figure="Kinds of work",
        value="" if unknown or not lifts else missing_words(missing) or "all five",
        rule="A week of lifting should hold compound lifts, single-leg work, core, plyometrics and mobility, with "
        "power and upper-body work beside them. Mobility is in the warm-up of every lift.",
        inputs=tuple((session_words(each), _held_words(each, catalogue)) for each in lifts),
        source="the five kinds of work that runners need; what counts as one is a choice of legday",
        needs=_needs(len(lifts), unknown),
    )


def _held_words(lift: Session, catalogue: Catalogue) -> str:
    held = kinds_of(lift, catalogue)
    return plain(", ".join(words for kind, words in KIND_WORDS.items() if kind in held)) or "exercises not known"


def _needs(lifts: int, unknown: int) -> str:
    if not lifts:
        return "a lift in the week"
    return f"the exercises of {unknown} {'lift' if unknown == 1 else 'lifts'}" if unknown else ""
