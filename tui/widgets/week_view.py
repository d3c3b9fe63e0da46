"""The week: seven days as lines, the warnings between the sessions they are about, and what is under the cursor."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from data.catalogue import Catalogue
from data.units import Units
from tui.widgets.lines import cut, wrapped
from tui.widgets.row_lines import Look, indent, look_for, row_line
from tui.widgets.week_rows import Row

# Days stand apart where that leaves this many lines below them.
_ROOM_BELOW: Final = 14


class Shown(NamedTuple):
    """What the week view shows: its rows, which of them is under the cursor, how to write them, and what is below.

    `about` is the key of the warning that the cursor is about, `signs` the marks of sessions by their ids.
    """

    rows: Sequence[Row]
    cursor: int
    today: date
    catalogue: Catalogue
    units: Units
    below: Sequence[Content] = ()
    moving: str | None = None
    about: str | None = None
    signs: Mapping[str, tuple[str, ...]] = {}


class _Line(NamedTuple):
    """A line, and the number of the row that it shows, if it does."""

    text: Content
    row: int | None = None


class WeekView(Widget):
    """Rows on as many pages as they need, the cursor's page shown. One widget: only what changed is repainted."""

    DEFAULT_CSS = """
    WeekView {
        height: 1fr;
        width: 1fr;
    }
    """

    class Chosen(Message):
        """A row was clicked; `again` where it was under the cursor already."""

        def __init__(self, row: int, again: bool) -> None:
            super().__init__()
            self.row = row
            self.again = again

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: Shown | None = None
        self._lines: tuple[_Line, ...] = ()

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "\n".join(line.text.plain.rstrip() for line in self._lines)

    def show(self, shown: Shown) -> None:
        """Show these rows, and repaint the lines that differ from what was shown."""
        self._shown = shown
        before, self._lines = self._lines, self._laid(shown)
        both = enumerate(zip_longest(before, self._lines, fillvalue=_Line(Content())))
        changed = [place for place, (was, now) in both if not now.text.is_same(was.text)]
        if changed:
            self.refresh(*(Region(0, place, self.size.width, 1) for place in changed))

    def on_resize(self, event: Resize) -> None:
        """Write the rows for the new width and height."""
        if self._shown:
            self._lines = self._laid(self._shown)
            self.refresh()

    def on_click(self, event: Click) -> None:
        """Say which row was clicked."""
        row = self._lines[event.y].row if event.y < len(self._lines) else None
        if self._shown and row is not None:
            self.post_message(self.Chosen(row, again=row == self._shown.cursor))

    def render(self) -> RenderResult:
        """The lines as one text."""
        return Content("\n").join(line.text for line in self._lines)

    def _laid(self, shown: Shown) -> tuple[_Line, ...]:
        """The lines of the cursor's page, and below them what there is to say, as far as there is room."""
        width, height = self.size
        if width < 2 or height < 2:
            return ()
        look = Look(width, shown.today, shown.catalogue, shown.units, shown.moving, shown.about, shown.signs)
        rows = self._row_lines(shown, look_for(shown.rows, look))
        room = height - len(rows) - 1
        said = wrapped(shown.below, width - 2)
        if room < 1 or not said:
            return tuple(rows)
        rule = _Line(Content.styled("─" * width, "$panel"))
        return (*rows, rule, *(_Line(line.pad_left(1)) for line in cut(said, room)))

    def _row_lines(self, shown: Shown, look: Look) -> list[_Line]:
        rows, height = shown.rows, self.size.height
        first, last = page_of(len(rows), shown.cursor, height)
        apart = len(rows) + _breaks(rows) + _ROOM_BELOW <= height
        lines: list[_Line] = []
        for place in range(first, last):
            if apart and place and rows[place].day != rows[place - 1].day:
                lines.append(_Line(Content()))
            lines.append(_Line(row_line(rows[place], look, selected=place == shown.cursor), place))
        if last - first < len(rows):
            lines.append(_Line(_more(first, len(rows) - last, indent(look))))
        return lines


def page_of(rows: int, cursor: int, height: int) -> tuple[int, int]:
    """The half-open range of rows on the cursor's page; where they do not all fit, a line is kept to say so."""
    if rows <= height:
        return 0, rows
    each = height - 1
    first = cursor // each * each
    return first, min(first + each, rows)


def _breaks(rows: Sequence[Row]) -> int:
    return sum(one.day != other.day for one, other in pairwise(rows))


def _more(above: int, below: int, columns: int) -> Content:
    signs = [f"↑ {above} more"] * bool(above) + [f"↓ {below} more"] * bool(below)
    return Content.styled(f"{'':{columns + 1}}{' · '.join(signs)}", "dim")
