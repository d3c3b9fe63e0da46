"""How a command answers: JSON for scripts, or lines of at most 80 columns that read without colour."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

import click
import msgspec

from data.text import plain_json

MOST_COLUMNS: Final = 80
# A space at which no line is broken.
_FIXED: Final = "\N{NO-BREAK SPACE}"

# The option of every command that answers scripts.
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for scripts.")


def columns() -> int:
    """How wide the lines may be: as wide as the terminal, at most 80; 80 where the output is no terminal."""
    return max(24, min(MOST_COLUMNS, shutil.get_terminal_size((MOST_COLUMNS, 24)).columns))


def at_a_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def at_a_screen() -> bool:
    """Whether the app can be drawn."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def say(*lines: str) -> None:
    """Print the lines."""
    for line in lines:
        click.echo(line.rstrip())


def say_json(value: Any) -> None:
    """Print the value as JSON, indented."""
    click.echo(plain_json(msgspec.json.format(msgspec.json.encode(value), indent=2)).decode())


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(map(_cells, text))


def fit(text: str, width: int) -> str:
    """The text in exactly `width` columns: filled with spaces, or cut with an ellipsis."""
    if _beginning(text, width) < len(text):
        text = text[: _beginning(text, width - 1)] + "…"
    return text + " " * (width - cells(text))


def joined(parts: Iterable[str]) -> str:
    """The parts in one text, which `wrapped` breaks between them only."""
    return f"{_FIXED}· ".join(part.replace(" ", _FIXED) for part in parts if part)


def wrapped(label: str, text: str, width: int, indent: int = 0) -> list[str]:
    """The text broken into lines of at most `width`, `indent` columns in; the label stands before the first."""
    lines = [""]
    for word in text.split(" "):
        for piece in _pieces(word, width - indent):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cells(longer) <= width - indent:
                lines[-1] = longer
            else:
                lines.append(piece)
    heads = [fit(label, indent), *[" " * indent] * (len(lines) - 1)]
    return [head + line.replace(_FIXED, " ") for head, line in zip(heads, lines, strict=True)]


def _pieces(word: str, width: int) -> Iterator[str]:
    """The word, in pieces where it is wider than a line."""
    begun = 0
    while width > 0 and (size := max(1, _beginning(word, width, begun))) < len(word) - begun:
        yield word[begun : begun + size]
        begun += size
    yield word[begun:]


def _beginning(text: str, width: int, begun: int = 0) -> int:
    """How many letters from the one at `begun` on fit into the width. What lies behind them costs nothing."""
    used = 0
    for place in range(begun, len(text)):
        used += _cells(text[place])
        if used > width:
            return place - begun
    return len(text) - begun


def _cells(letter: str) -> int:
    return 0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
