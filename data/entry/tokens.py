"""A line cut into words, each with its place.

A number and its unit are one word however they are spaced ("60 min", "3 x 5", "1 h 30"), so is what stands in quotes.
"""

import re
from typing import Final, Literal, NamedTuple

from data.entry.words import AMOUNT_WORDS
from data.units import DISTANCE_WORDS, DURATION_WORDS, WEIGHT_WORDS

Sort = Literal["word", "comma", "quoted", "tail", "unclosed"]


class Word(NamedTuple):
    """A word of the line: where it starts, its text, and what sort it is ("tail" is all that follows `note`)."""

    at: int
    text: str
    sort: Sort = "word"

    @property
    def low(self) -> str:
        """The text in small letters."""
        return self.text.lower()


_COUNTED: Final = ("set", "sets", "day", "days", "week", "weeks", "am", "pm")


def _any_of(*words: str) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_END: Final = r'(?![^\s,@"])'
_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
_UNITS: Final = {*DISTANCE_WORDS, *WEIGHT_WORDS, *DURATION_WORDS, *AMOUNT_WORDS, *_COUNTED}
# After a space "hr" is the heart rate: "rpe 7 hr 152" says nothing of seven hours.
_UNIT: Final = rf"(?:{_any_of(*_UNITS)}|\s+{_any_of(*_UNITS - {'hr', 'hrs'})})"
_HOURS: Final = rf"[0-9]{{1,3}}\s*h\s*(?:[0-5][0-9]|[0-5]?[0-9]\s*m(?:in)?){_END}"
_AMOUNT: Final = rf"{_NUMBER}(?:\s*{_any_of(*AMOUNT_WORDS)})?"
_WEIGHT: Final = rf"{_NUMBER}(?:\s*{_any_of(*WEIGHT_WORDS)})?"
_SETS: Final = rf"{_WEIGHT}\s*[x×*]\s*{_AMOUNT}(?:\s*[x×*]\s*{_WEIGHT})?{_END}"
_MEASURE: Final = rf"[0-9]+(?:\.[0-9]+|,[0-9]{{1,2}})?{_UNIT}{_END}"
_LIST: Final = r'[0-9][^\s,"@]*(?:,[0-9][^\s,"@]*)+'
_TOKEN: Final = re.compile(
    rf'(?P<quoted>"(?:[^"]|"")*")|(?P<unclosed>".*)|(?P<comma>,)'
    rf'|(?P<word>{_HOURS}|{_SETS}|{_MEASURE}|{_LIST}|@\s*[^\s,"@]+|[^\s,"@]+|@)',
    re.IGNORECASE | re.DOTALL,
)
_GLUED: Final = re.compile(r"(rpe|rir|hr)([0-9].*)", re.IGNORECASE)
_NOTE: Final = ("note", "notes", "note:")


def words_of(text: str) -> tuple[Word, ...]:
    """The words of the line, in order; after `note` all the rest is one word."""
    words: list[Word] = []
    for found in _TOKEN.finditer(text):
        word = Word(found.start(), found[0], _sort_of(found))
        if word.low in _NOTE:
            tail = text[found.end() :]
            inset = len(tail) - len(tail.lstrip())
            return (*words, word, Word(found.end() + inset, tail.strip(), "tail"))
        if glued := _GLUED.fullmatch(word.text):
            words += [Word(word.at, glued[1]), Word(word.at + len(glued[1]), glued[2])]
        else:
            words.append(word)
    return tuple(words)


def _sort_of(found: re.Match[str]) -> Sort:
    sorts: dict[str | None, Sort] = {"quoted": "quoted", "unclosed": "unclosed", "comma": "comma"}
    return sorts.get(found.lastgroup, "word")


def unquoted(word: Word) -> str:
    """What stands between the quotes; two quotes within mean one."""
    return word.text[1:-1].replace('""', '"')
