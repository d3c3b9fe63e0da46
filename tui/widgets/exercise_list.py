"""The exercises of a lift under way as lines of text."""

from collections.abc import Sequence
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
    """The exercises, each with its sets done and in all; those around the current one where not all fit."""
    start = exercises_start(rows, height)
    lines = [_exercise_line(row, width) for row in rows[start : start + height]]
    return filled(lines, height)


def exercises_start(rows: Sequence[ExerciseRow], height: int) -> int:
    """The place of the exercise that stands in the first line of the list."""
    current = next((place for place, row in enumerate(rows) if row.state == "current"), 0)
    return window(len(rows), current, height)


def window(count: int, current: int, room: int) -> int:
    """Where to start so that the current of `count` rows is among the `room` shown, if it can be with one after it."""
    return max(0, min(current + 2 - room, count - room, current))


def filled(lines: list[Content], height: int) -> list[Content]:
    """As many lines as the height, empty ones at the end."""
    return [*lines[:height], *[Content("")] * (height - len(lines))]


def _exercise_line(row: ExerciseRow, width: int) -> Content:
    glyph, style = GLYPHS[row.state]
    count = f" {row.done}/{row.total}"
    if width >= _WITH_WORK:
        count = f"  {row.work}  {count}"
    label = f"{row.label} " if row.label else ""
    room = max(1, width - 2 - len(label) - len(count))
    name = Content(plain(row.name)).truncate(room, ellipsis=True, pad=True)
    strong = {"current": "bold", "done": "dim", "skipped": "dim"}.get(row.state, "")
    return Content.assemble(
        (glyph, style), " ", (label, "$secondary"), name.stylize(strong),
        (count, "" if row.state == "current" else "dim"),
    )  # fmt: skip
