"""What somebody asks for at the other end of SSH, read from the words they sent: a command that reads, or nothing."""

import re
import shlex
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from data.names import one_called
from data.text import plain

_LONGEST: Final = 500


class Allowed(NamedTuple):
    """What may follow a command: so many words of its own, options alone, and options that take a word.

    The athlete is the first of the words, or stands behind so many of them that `lead`. It need not be said whose where
    it can be `of_all`.
    """

    words: int = 0
    flags: frozenset[str] = frozenset({"--json"})
    options: frozenset[str] = frozenset()
    lead: int = 0
    of_all: bool = False


# Only what reads, and of that only what names no file.
READING: Final[Mapping[str, Allowed]] = {
    "today": Allowed(),
    "week": Allowed(words=1),
    "plan": Allowed(words=1),
    "check": Allowed(options=frozenset({"--from", "--until"})),
    "fix": Allowed(words=1),
    "explain": Allowed(words=8, lead=1),
    "export": Allowed(flags=frozenset()),
    "roster": Allowed(of_all=True),
}
# A day counted from today, the one word that may begin with a dash.
_DAYS_BACK: Final = re.compile(r"-[0-9]{1,4}[dw]")


class Asked(NamedTuple):
    """What is asked for, of whom: a reading command with its words; the app where there is no command.

    `athlete` is None where it is left open whose: the app is asked for, or what is of all of them.
    """

    athlete: str | None
    command: str | None = None
    words: tuple[str, ...] = ()


class Refused(NamedTuple):
    """What is not given, and why: the one line for whoever asked."""

    line: str


def asked(text: str, athletes: Sequence[str]) -> Asked | Refused:
    """What the words of a client ask for, of these athletes: "", "anna", "week anna 2026-06-01 --json"."""
    words = _words(text)
    if isinstance(words, Refused):
        return words
    if words[:1] == ["legday"]:
        del words[0]
    if not words:
        return Asked(athletes[0] if len(athletes) == 1 else None)
    if words[0] in READING:
        return _reading(words[0], words[1:], athletes)
    named = one_called(words[0], athletes)
    if named and len(words) == 1:
        return Asked(named)
    return Refused(f"{_shown(text)} is refused. What can be asked: {', '.join(READING)}; of {', '.join(athletes)}.")


def _words(text: str) -> list[str] | Refused:
    if len(text) > _LONGEST or not text.isprintable():
        return Refused(f"{_shown(text)} is refused: no command is so long, or has such letters in it.")
    try:
        return shlex.split(text)
    except ValueError:
        return Refused(f"{_shown(text)} is refused: a quote in it does not end.")


def _reading(command: str, words: Sequence[str], athletes: Sequence[str]) -> Asked | Refused:
    """The command with its words checked one by one, and the athlete taken out of them."""
    allowed = READING[command]
    kept: list[str] = []
    free: list[str] = []
    wanted: str | None = None
    left = list(words)
    while left:
        word = left.pop(0)
        name, given, value = word.partition("=")
        if word in allowed.flags:
            kept.append(word)
        elif name == "--athlete" or name in allowed.options:
            if not given and not left:
                return Refused(f"{name} wants a word after it.")
            value = value if given else left.pop(0)
            if name == "--athlete":
                wanted = value
            else:
                kept.append(f"{name}={value}")
        elif word.startswith("-") and not _DAYS_BACK.fullmatch(word):
            return Refused(f"{_shown(word)} is refused after {command}.")
        else:
            free.append(word)
    if wanted is None:
        wanted = next((word for word in free[: allowed.lead + 1] if one_called(word, athletes)), None)
        if wanted is not None:
            free.remove(wanted)
    if len(free) > allowed.words:
        return Refused(_too_many(command, free[0], athletes))
    if wanted is None and allowed.of_all:
        return Asked(None, command, tuple(kept))
    named = athletes[0] if wanted is None and len(athletes) == 1 else one_called(wanted or "", athletes)
    if named is None:
        return Refused(f"Whose? Say one of {', '.join(athletes)} after {command}.")
    return Asked(named, command, (*kept, *free))


def _too_many(command: str, word: str, athletes: Sequence[str]) -> str:
    why = "one log at a time" if one_called(word, athletes) else f"it is none of {', '.join(athletes)}"
    return f"{_shown(word)} is refused after {command}: {why}."


def _shown(text: str) -> str:
    """What was sent, in quotes and as text only; the beginning of it where it is long."""
    return f'"{plain(text[:60])}{"…" if len(text) > 60 else ""}"'
