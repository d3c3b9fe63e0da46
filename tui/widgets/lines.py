"""Lines of text that are repainted where they differ: a change costs what changed, not the whole widget."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from textual.app import RenderResult
from textual.content import Content
from textual.events import Resize
from textual.geometry import Region, Size
from textual.widget import Widget

# Blanks at which no line ends: a number stays with its unit, "12 h" with its minutes, "RIR" with its number.
_KEPT: Final = re.compile(
    r"(?<=\d) (?=(?:kg|lb|km|mi|min|h|m|s|reps|sets|contacts)\b|%)|(?<=\d h) (?=\d\d\b)|(?<=RIR|RPE) (?=\d)"
)
# What stands for such a blank while lines are broken: one cell wide, and in no text that means something.
_JOINT: Final = "\ue000"


class Lines(Widget):
    """Paragraphs, one under the other, wrapped to the width; what does not fit the height is cut with a sign.

    Its height, where it is left to itself, is what the paragraphs need.
    """

    DEFAULT_CSS = """
    Lines {
        height: auto;
        width: 1fr;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False)
        self._paragraphs: tuple[Content, ...] = ()
        self._lines: tuple[Content, ...] = ()

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "\n".join(line.plain.rstrip() for line in self._lines)

    def show(self, paragraphs: Sequence[Content]) -> None:
        """Show these paragraphs, and repaint their lines as far as they differ from what was shown."""
        self._paragraphs = tuple(paragraphs)
        before, self._lines = self._lines, self._fitted()
        if self.styles.is_auto_height and len(wrapped(paragraphs, self.size.width)) != self.size.height:
            self.refresh(layout=True)
            return
        both = enumerate(zip_longest(before, self._lines, fillvalue=Content()))
        ends = ((place, end_of_change(was, now)) for place, (was, now) in both if not now.is_same(was))
        if changed := [Region(0, place, end, 1) for place, end in ends if end]:
            self.refresh(*changed)

    def on_resize(self, event: Resize) -> None:
        """Lay the paragraphs out anew."""
        self._lines = self._fitted()
        self.refresh()

    def render(self) -> RenderResult:
        """The lines as one text."""
        return Content("\n").join(self._lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the paragraphs need."""
        return len(wrapped(self._paragraphs, width))

    def _fitted(self) -> tuple[Content, ...]:
        return cut(wrapped(self._paragraphs, self.size.width), self.size.height)


def wrapped(paragraphs: Sequence[Content], width: int) -> list[Content]:
    """The paragraphs as lines no wider than the width."""
    return [line for paragraph in paragraphs for line in broken(paragraph, max(width, 1))] if width else []


def broken(text: Content, width: int) -> list[Content]:
    """The text in lines no wider than the width; a number is not parted from its unit."""
    kept = _KEPT.sub(_JOINT, text.plain)
    if kept == text.plain:
        return text.wrap(width)
    return [
        Content(each.plain.replace(_JOINT, " "), [*each.spans]) for each in Content(kept, [*text.spans]).wrap(width)
    ]


def cut(lines: Sequence[Content], height: int) -> tuple[Content, ...]:
    """As many lines as fit; the last one is a "…" where there are more."""
    if len(lines) <= height:
        return tuple(lines)
    return (*lines[: max(height - 1, 0)], Content.styled("…", "dim")) if height > 0 else ()


def end_of_change(was: Content, now: Content) -> int:
    """The column behind the last cell in which two lines differ; 0 where they are alike.

    Textual repaints from the left edge of a widget to the end of what has changed, so only that end matters.
    """
    if was.cell_length != len(was) or now.cell_length != len(now):
        return max(was.cell_length, now.cell_length)
    cells = [*enumerate(zip_longest(_cells(was), _cells(now), fillvalue=(" ", ())), 1)]
    return next((end for end, (before, after) in reversed(cells) if before != after), 0)


def _cells(line: Content) -> list[tuple[str, tuple[object, ...]]]:
    """The characters, each with its styles. Good only for a line of characters that are one cell wide."""
    styles: list[tuple[object, ...]] = [()] * len(line)
    for start, end, style in line.spans:
        for place in range(max(0, start), min(end, len(styles))):
            styles[place] += (style,)
    return list(zip(line.plain, styles, strict=True))
