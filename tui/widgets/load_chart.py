"""Weeks as bars, one row a week: running and lifting stacked, the usual range marked, the load at the end."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from textual import events, on
from textual.content import Content
from textual.message import Message

from data.rules.usual import WeekBar
from data.units import format_load
from tui.widgets.lines import Lines

_LABEL: Final = 8
_NUMBER: Final = 7
_GAP: Final = 2
# Each part of a bar by glyph and by colour; the range by its two ends.
_RUN: Final = ("■", "$primary")
_LIFT: Final = ("□", "$secondary")
_OTHER: Final = ("▪", "$foreground 70%")
_LOW, _WITHIN, _HIGH = "├", "─", "┤"
_RANGE: Final = "$foreground 80%"


class Row(NamedTuple):
    """A week of the chart, what it is called, and the same week a year before where they are compared."""

    label: str
    bar: WeekBar
    before: WeekBar | None = None


class LoadChart(Lines):
    """The page of weeks that holds the one under the cursor, the oldest on top; above it what the bars are made of."""

    class Pointed(Message):
        """A week was clicked: its place among all the weeks."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._cursor = 0

    def show_weeks(self, rows: Sequence[Row], cursor: int) -> None:
        """Show these weeks, the cursor on the one of that place."""
        self._rows, self._cursor = rows, cursor
        self._draw()

    @on(events.Resize)
    def _fit(self) -> None:
        self._draw()

    @property
    def page_rows(self) -> int:
        """How many weeks a page has."""
        return max(1, self.size.height - 1)

    def on_click(self, event: events.Click) -> None:
        """Point at the week of the line."""
        page, first = self._page()
        if 0 < event.y <= len(page):
            self.post_message(self.Pointed(first + event.y - 1))

    def _page(self) -> tuple[Sequence[Row], int]:
        first = first_of_page(self._cursor, len(self._rows), self.page_rows)
        return self._rows[first : first + self.page_rows], first

    def _draw(self) -> None:
        if not self.size:
            return
        page, first = self._page()
        width, most = self.size.width, scale_of(self._rows)
        shown = f"{first + 1}–{first + len(page)} of {len(self._rows)}" if len(page) < len(self._rows) else ""
        lines = (week_line(row, most, width, marked=first + place == self._cursor) for place, row in enumerate(page))
        self.show([legend(self._rows, shown, width), *lines])


def legend(rows: Sequence[Row], shown: str, width: int) -> Content:
    """What the parts of the bars are, and at the right what more there is to say, where it fits."""
    bars = [bar for row in rows for bar in (row.bar, row.before) if bar]
    keys: list[str | tuple[str, str]] = [_RUN, " run  ", _LIFT, " lift  "]
    if any(bar.other for bar in bars):
        keys += [_OTHER, " other  "]
    if any(bar.usual for bar in bars):
        keys += [(_LOW + _HIGH, _RANGE), " usual"]
    line = Content.assemble(*keys)
    said = " · ".join(filter(None, ("right: a year before" if len(bars) > len(rows) else "", shown)))
    if line.cell_length + 2 + len(said) > width:
        said = shown
    indent = " " * max(1, min(_LABEL, width - line.cell_length - 2 - len(said)))
    gap = " " * (width - len(indent) - line.cell_length - len(said))
    return Content.assemble(indent, line, gap, (said, "dim")).truncate(width, ellipsis=True)


def first_of_page(cursor: int, rows: int, page: int) -> int:
    """The place of the first row of the page that holds the cursor. Pages count from the end: the last one is full."""
    back = (rows - 1 - cursor) // page
    return max(0, rows - (back + 1) * page)


def scale_of(rows: Sequence[Row]) -> float:
    """The load that a whole bar stands for: the most that any of the weeks has or usually has; at least 1."""
    bars = [bar for row in rows for bar in (row.bar, row.before) if bar]
    return max([1.0, *(bar.total for bar in bars), *(bar.usual.high for bar in bars if bar.usual)])


def week_line(row: Row, most: float, width: int, *, marked: bool) -> Content:
    """One week: its name, its bar on a scale to `most`, its load; a year before behind it where there is one."""
    label = Content.styled(f"{'▸' if marked else ' '}{row.label}".ljust(_LABEL), "bold" if marked else "")
    room = max(1, (width - _LABEL - (_GAP if row.before else 0)) // (2 if row.before else 1) - _NUMBER)
    line = label + bar_of(row.bar, most, room) + _number(row.bar, strong=marked)
    if row.before:
        line += Content(" " * _GAP) + bar_of(row.before, most, room) + _number(row.before, strong=False)
    line = line.truncate(width, pad=True)
    return line.stylize_before("on $panel") if marked else line


def bar_of(bar: WeekBar, most: float, room: int) -> Content:
    """The bar alone, `room` cells wide: what was done in blocks, with the ends of the usual range over it."""
    cells = list(_blocks(bar, most, room))
    cells += [(" ", "")] * (room - len(cells))
    if bar.usual:
        low, high = (min(room - 1, round(edge / most * (room - 1))) for edge in (bar.usual.low, bar.usual.high))
        for place in range(low + 1, high):
            if cells[place][0] == " ":
                cells[place] = (_WITHIN, _RANGE + " dim")
        cells[low], cells[high] = (_LOW, _RANGE), (_HIGH, _RANGE)
    # Cells that look alike go out in one piece: a bar is a few escape sequences, not one a cell.
    return Content.assemble(*(("".join(glyph for glyph, _ in like), style) for style, like in groupby(cells, _style)))


def _style(cell: tuple[str, str]) -> str:
    return cell[1]


def _blocks(bar: WeekBar, most: float, room: int) -> Iterator[tuple[str, str]]:
    """The cells of the parts one after another; a part that is there has at least one."""
    done, filled = 0.0, 0
    for load, cell in ((bar.run, _RUN), (bar.strength, _LIFT), (bar.other, _OTHER)):
        done += load
        until = min(room, max(round(done / most * room), filled + 1)) if load else filled
        yield from [cell] * (until - filled)
        filled = until


def _number(bar: WeekBar, *, strong: bool) -> Content:
    """The load; with a "+" where sessions were not rated, so that it was at least that; a dot for none at all."""
    if not bar.total:
        return Content.styled(("?" if bar.unrated else "·").rjust(_NUMBER), "dim")
    said = format_load(bar.total, bar.unrated)
    return Content.styled(said.rjust(_NUMBER), "bold" if strong else "")
