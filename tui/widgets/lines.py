"""Lines of text that are repainted where they differ: a change costs what changed, not the whole widget."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from textual.app import RenderResult
from textual.content import Content
from textual.events import Resize
from textual.geometry import Region, Size
from textual.widget import Widget

# To go on painting over so few cells that are the same costs less than to move the cursor and set the colours anew.
_NEAR: Final = 8


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
        """Show these paragraphs, and repaint the cells that differ from what was shown."""
        self._paragraphs = tuple(paragraphs)
        before, self._lines = self._lines, self._fitted()
        if self.styles.is_auto_height and len(wrapped(paragraphs, self.size.width)) != self.size.height:
            self.refresh(layout=True)
            return
        both = enumerate(zip_longest(before, self._lines, fillvalue=Content()))
        changed = [
            Region(column, place, width, 1)
            for place, (was, now) in both
            if not now.is_same(was)
            for column, width in differing(was, now)
        ]
        if changed:
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
    return [line for paragraph in paragraphs for line in paragraph.wrap(max(width, 1))] if width else []


def cut(lines: Sequence[Content], height: int) -> tuple[Content, ...]:
    """As many lines as fit; the last one is a "…" where there are more."""
    if len(lines) <= height:
        return tuple(lines)
    return (*lines[: max(height - 1, 0)], Content.styled("…", "dim")) if height > 0 else ()


def differing(was: Content, now: Content) -> list[tuple[int, int]]:
    """Where two lines differ: the columns that such runs of cells begin at, and how many cells they are."""
    if was.cell_length != len(was) or now.cell_length != len(now):
        return [(0, max(was.cell_length, now.cell_length))]
    runs: list[tuple[int, int]] = []
    for column, (before, after) in enumerate(zip_longest(_cells(was), _cells(now), fillvalue=(" ", ()))):
        if before == after:
            continue
        if runs and column - sum(runs[-1]) < _NEAR:
            runs[-1] = (runs[-1][0], column + 1 - runs[-1][0])
        else:
            runs.append((column, 1))
    return runs


def _cells(line: Content) -> list[tuple[str, tuple[object, ...]]]:
    """The characters, each with its styles. Good only for a line of characters that are one cell wide."""
    styles: list[tuple[object, ...]] = [()] * len(line)
    for start, end, style in line.spans:
        for place in range(max(0, start), min(end, len(styles))):
            styles[place] += (style,)
    return list(zip(line.plain, styles, strict=True))
