"""The exercises of a lift under way as lines of text."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Final, Literal, NamedTuple

from textual.content import Content

from data.text import plain

State = Literal["done", "current", "skipped", "open"]

GLYPHS: Final[dict[State, tuple[str, str]]] = {
    "done": ("✓", "$success"),
    "current": ("▸", "bold $accent"),
    "skipped": ("–", "dim"),
    "open": (" ", ""),
}
# From this many columns on, the list of exercises says what a set of each is.
_WITH_WORK: Final = 50
_NAME_STYLES: Final[dict[State, str]] = {"current": "bold", "done": "dim", "skipped": "dim", "open": ""}


class ExerciseRow(NamedTuple):
    """One exercise of the list: what a work set of it is, how many of them are done.

    `label` is its letter and number in a superset, "A1".
    """

    name: str
    work: str
    done: int
    total: int
    state: State
    label: str = ""


def exercise_lines(rows: Sequence[ExerciseRow], width: int, height: int) -> list[Content]:
    """The exercises, each with its sets done and in all; those around the current one where not all fit.

    A long name goes on in the next line where there is room for all of them.
    """
    return filled([line for _, line in _placed(rows, width, height)], height)


def exercise_at(rows: Sequence[ExerciseRow], width: int, height: int, line: int) -> int | None:
    """The place of the exercise that stands in a line of the list; None below the last one."""
    placed = _placed(rows, width, height)
    return placed[line][0] if line < len(placed) else None


def _placed(rows: Sequence[ExerciseRow], width: int, height: int) -> list[tuple[int, Content]]:
    whole = [(place, line) for place, row in enumerate(rows) for line in _whole_lines(row, width)]
    if len(whole) <= height:
        return whole
    current = next((place for place, row in enumerate(rows) if row.state == "current"), 0)
    start = window(len(rows), current, height)
    return [(place, _exercise_line(row, width)) for place, row in enumerate(rows)][start : start + height]


def window(count: int, current: int, room: int) -> int:
    """Where to start so that the current of `count` rows is among the `room` shown, if it can be with one after it."""
    return max(0, min(current + 2 - room, count - room, current))


def filled(lines: list[Content], height: int) -> list[Content]:
    """As many lines as the height, empty ones at the end."""
    return [*lines[:height], *[Content("")] * (height - len(lines))]


def _exercise_line(row: ExerciseRow, width: int) -> Content:
    return _line(row, plain(row.name), width)


def _whole_lines(row: ExerciseRow, width: int) -> list[Content]:
    first, *others = wrap(plain(row.name), _name_room(row, width)) or [""]
    more = [Content.styled(f"  {each}", _NAME_STYLES[row.state]) for each in others]
    return [_line(row, first, width), *(each.truncate(width, ellipsis=True) for each in more)]


def _line(row: ExerciseRow, text: str, width: int) -> Content:
    glyph, style = GLYPHS[row.state]
    label = f"{row.label} " if row.label else ""
    name = Content(text).truncate(_name_room(row, width), ellipsis=True, pad=True)
    return Content.assemble(
        (glyph, style), " ", (label, "$secondary"), name.stylize(_NAME_STYLES[row.state]),
        (_count(row, width), "" if row.state == "current" else "dim"),
    )  # fmt: skip


def _name_room(row: ExerciseRow, width: int) -> int:
    label = len(row.label) + 1 if row.label else 0
    return max(1, width - 2 - label - len(_count(row, width)))


def _count(row: ExerciseRow, width: int) -> str:
    work = f"  {row.work}  " if width >= _WITH_WORK else ""
    return f"{work} {row.done}/{row.total}"
