"""The week: seven days as lines, the warnings between the sessions that they are about."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from data.catalogue import Catalogue
from data.units import Units
from tui.widgets.row_lines import Look, row_line
from tui.widgets.week_rows import Row

# Days stand apart where that leaves this many lines for what is under the cursor.
_ROOM_BELOW: Final = 14


class Shown(NamedTuple):
    """What the week view shows: its rows, which of them is under the cursor, and how to write them."""

    rows: Sequence[Row]
    cursor: int
    today: date
    catalogue: Catalogue
    units: Units
    moving: str | None = None


class WeekView(Widget):
    """Rows on as many pages as they need, the cursor's page shown. As high as its rows where there is room."""

    DEFAULT_CSS = """
    WeekView {
        height: auto;
        max-height: 100%;
        width: 1fr;
    }
    """

    class Chosen(Message):
        """A row was clicked; `again` where it was under the cursor already."""

        def __init__(self, row: int, again: bool) -> None:
            super().__init__()
            self.row = row
            self.again = again

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._shown: Shown | None = None
        self._lines: list[tuple[int | None, Content]] = []

    def show(self, shown: Shown) -> None:
        """Show these rows, and repaint the lines that differ from what was shown."""
        resized = self._shown is None or len(self._shown.rows) != len(shown.rows)
        self._shown = shown
        before, self._lines = self._lines, self._laid()
        if resized or len(before) != len(self._lines):
            self.refresh(layout=True)
            return
        changed = [place for place, (_, line) in enumerate(self._lines) if not line.is_same(before[place][1])]
        if changed:
            self.refresh(*(Region(0, place, self.size.width, 1) for place in changed))

    def on_resize(self, event: Resize) -> None:
        """Write the rows for the new width and height."""
        self._lines = self._laid()
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Say which row was clicked."""
        row = self._lines[event.y][0] if event.y < len(self._lines) else None
        if self._shown and row is not None:
            self.post_message(self.Chosen(row, again=row == self._shown.cursor))

    def render(self) -> RenderResult:
        """The lines as one text."""
        return Content("\n").join(line for _, line in self._lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line a row, and one between two days where there is room."""
        return _lines_of(self._shown.rows, container.height) if self._shown else 0

    def _laid(self) -> list[tuple[int | None, Content]]:
        """The lines of the page that the cursor is on, each with the number of its row."""
        if self._shown is None or not isinstance(self.parent, Widget) or not self.size:
            return []
        rows, cursor = self._shown.rows, self._shown.cursor
        # The height that the next layout will give it: its own is the last one's.
        room = self.parent.size.height
        height = min(_lines_of(rows, room), room)
        look = Look(self.size.width, self._shown.today, self._shown.catalogue, self._shown.units, self._shown.moving)
        first, last = page_of(len(rows), cursor, height)
        roomy = height >= len(rows) + _breaks(rows)
        lines: list[tuple[int | None, Content]] = []
        for place in range(first, last):
            if roomy and place and rows[place].day != rows[place - 1].day:
                lines.append((None, Content("")))
            lines.append((place, row_line(rows[place], look, selected=place == cursor)))
        if last - first < len(rows):
            lines.append((None, _more(first, len(rows) - last)))
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


def _lines_of(rows: Sequence[Row], room: int) -> int:
    """A line a row; and one between two days where that leaves enough of the room."""
    apart = len(rows) + _breaks(rows)
    return apart if apart + _ROOM_BELOW <= room else len(rows)


def _more(above: int, below: int) -> Content:
    signs = [f"↑ {above} more"] * bool(above) + [f"↓ {below} more"] * bool(below)
    return Content.styled(f"{'':9}{' · '.join(signs)}", "dim")
