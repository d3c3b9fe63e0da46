"""How athletes are doing as lines of text."""

from collections.abc import Iterator, Sequence
from typing import Final

from data.rules.roster import Hurt, RosterLine, day_name
from data.text import plain
from tui.commands.output import cells, joined, wrapped
from tui.roster_words import against_usual, done_words, load_words, seen_words

_LONGEST_NAME: Final = 18


def roster_lines(lines: Sequence[RosterLine], width: int) -> Iterator[str]:
    """An athlete after the other: behind the name why they need a word, below it the figures."""
    indent = min(_LONGEST_NAME, width // 4, max((cells(plain(line.name)) for line in lines), default=0)) + 2
    for line in lines:
        yield from wrapped(plain(line.name), _reasons(line), width, indent)
        if not line.trouble:
            yield from wrapped("", _figures(line), width, indent)


def _reasons(line: RosterLine) -> str:
    return " · ".join(plain(one.words) for one in line.reasons) or "nothing calls for a word"


def _figures(line: RosterLine) -> str:
    ahead = [f"{one.severity} {day_name(one.day, line.today)}" for one in line.ahead]
    hurts = [_hurt_words(one) for one in line.hurts]
    load = load_words(line).split(", ")
    return joined((*load, against_usual(line), done_words(line), *ahead, *hurts, seen_words(line)))


def _hurt_words(hurt: Hurt) -> str:
    """ "left knee 1 → 2 → 4"."""
    return f"{plain(hurt.part)} {' → '.join(map(str, hurt.levels))}"
