"""What is wrong with a line, said of one word in it."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from data.entry.tokens import Word
from data.model import Value
from data.text import plain

# Several words are tried together, so that "bulgarian splt squat" finds its exercise.
_WINDOW: Final = 4
_LONGEST: Final = 40  # letters of a word that are compared and shown


class EntryError(Value, frozen=True):
    """Why a line is no session: `word` stands at character `at` (from 0), `suggestion` would do in its place."""

    at: int
    word: str
    message: str
    suggestion: str | None = None

    def line(self) -> str:
        """The one line to show: what, where, what to do."""
        hint = f' Did you mean "{self.suggestion}"?' if self.suggestion else ""
        word = self.word if len(self.word) <= _LONGEST else f"{self.word[:_LONGEST]}…"
        place = f'"{word}" at letter {self.at + 1}: ' if word else ""
        line = f"{place}{self.message}{hint}"
        return plain(line)


def wrong(word: Word, message: str, suggestion: str | None = None) -> EntryError:
    """The error that points at `word`."""
    return EntryError(at=word.at, word=word.text, message=message, suggestion=suggestion)


def nearest(words: Sequence[Word], vocabulary: Iterable[str]) -> tuple[int, str | None]:
    """How many of `words` come nearest to a phrase of the vocabulary, and that phrase; (1, None): nothing is near."""
    phrases = tuple(vocabulary)
    size_of_best, best, likeness = 1, None, 0.0
    for size in range(1, min(len(words), _WINDOW) + 1):
        written = " ".join(word.low for word in words[:size])[:_LONGEST]
        for near in get_close_matches(written, phrases, n=1, cutoff=0.7):
            ratio = SequenceMatcher(None, near, written).ratio()
            if ratio > likeness:
                size_of_best, best, likeness = size, near, ratio
    return size_of_best, best
