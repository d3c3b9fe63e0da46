"""Figures and why they are what they are, as lines of text."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from data.rules.explain import Explanation
from data.text import plain
from tui.commands.figures import Figure
from tui.commands.output import cells, wrapped
from tui.desk import Desk
from tui.format import clock_of, title_of

_INDENT: Final = 2
_NOTHING: Final = "–"


def figure_lines(figures: Sequence[Figure], desk: Desk, width: int) -> Iterator[str]:
    """Each figure with its value, or with what it needs; those of a session under its name and time."""
    column = max((cells(figure.name) for figure in figures), default=0) + _INDENT
    for session, group in groupby(figures, key=lambda figure: figure.session):
        if session:
            named = f"{plain(title_of(session, desk.catalogue))} {clock_of(session)}"
            yield from wrapped("", named.rstrip(), width)
        for figure in group:
            needs = f"needs {figure.why.needs}" if figure.why.needs else ""
            value = ", ".join(filter(None, (figure.why.value or _NOTHING, needs)))
            yield from _row(figure.name, value, width, column)


def why_lines(why: Explanation, width: int) -> list[str]:
    """A figure explained: its value or what it needs, the rule, what went in, the steps, the source."""
    lines = wrapped("", f"{why.figure}  {why.value or _NOTHING}", width)
    if why.needs:
        lines += wrapped("", f"Needs {why.needs}.", width)
    lines += wrapped("", why.rule, width)
    column = max((cells(name) for name, _ in why.inputs), default=0) + 2 * _INDENT
    for name, value in why.inputs:
        lines += _row(" " * _INDENT + name, value, width, column)
    for step in why.steps:
        lines += wrapped("", step, width, _INDENT)
    return lines + (wrapped("", f"Source: {why.source}", width) if why.source else [])


def _row(name: str, value: str, width: int, column: int) -> list[str]:
    """The value in a column behind its name, or where that leaves too little room straight after it."""
    if column <= width * 3 // 5:
        return wrapped(name, value, width, column)
    indent = len(name) - len(name.lstrip())
    return wrapped("", f"{name.strip()}: {value}", width, indent)
