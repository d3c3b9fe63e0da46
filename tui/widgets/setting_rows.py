"""Settings as lines under the names of their groups, a page of whole groups at a time, with a cursor on one."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from textual import events, on
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from tui.widgets.lines import Lines

_MARK: Final = "▸ "
_GAP: Final = 2
# From this width on, what each setting is used for stands beside it, from this column on.
WIDE: Final = 120
_USE_COLUMN: Final = 50


class SettingRow(NamedTuple):
    """A setting: `beside` is what else there is to say of its value, `known` whether it has one."""

    group: str
    title: str
    value: str
    use: str
    beside: str = ""
    known: bool = True


class SettingRows(Lines):
    """The page of settings that the cursor is on."""

    class Pointed(Message):
        """A setting was clicked: its place among all."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Laid(Message):
        """The rows have another size, and with it other pages."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[SettingRow] = ()
        self._cursor = 0

    def show_rows(self, rows: Sequence[SettingRow], cursor: int) -> None:
        """Show the page that holds the row of this place."""
        self._rows, self._cursor = rows, cursor
        self._fit()

    @property
    def pages(self) -> list[list[str | int]]:
        """Of each page the lines: a row's place, a group's name, or nothing."""
        blocks = groupby(range(len(self._rows)), key=lambda place: self._rows[place].group)
        pages: list[list[str | int]] = [[]]
        for group, places in blocks:
            block: list[str | int] = [group, *places]
            if pages[-1] and len(pages[-1]) + 1 + len(block) <= self.size.height:
                pages[-1] += ["", *block]
                continue
            parts = [block[at : at + self.size.height] for at in range(0, len(block), max(1, self.size.height))]
            pages = [*pages, *parts] if pages[-1] else parts
        return pages

    @property
    def page(self) -> int:
        """The number of the page that the cursor is on, from 0."""
        return next((number for number, page in enumerate(self.pages) if self._cursor in page), 0)

    def place_on(self, page: int) -> int:
        """The first row of a page; of the first or the last one for a number beyond them."""
        pages = self.pages
        return next(each for each in pages[max(0, min(page, len(pages) - 1))] if isinstance(each, int))

    def spot(self) -> Offset:
        """Where on the screen the value under the cursor begins."""
        return self.content_region.offset + Offset(self._value_column, self.pages[self.page].index(self._cursor))

    def whole(self) -> bool:
        """Whether the value under the cursor is shown whole."""
        row = self._rows[self._cursor]
        return self._value_column + len(row.value) + len(row.beside) <= self._value_end

    @property
    def _value_column(self) -> int:
        return len(_MARK) + max(len(row.title) for row in self._rows) + _GAP

    @property
    def _value_end(self) -> int:
        return _USE_COLUMN - _GAP if self.size.width >= WIDE - _GAP else self.size.width

    @on(events.Resize)
    def _resized(self) -> None:
        self._fit()
        self.post_message(self.Laid())

    def _fit(self) -> None:
        if self._rows and self.size:
            self.show([self._line(each) for each in self.pages[self.page]])

    def _line(self, each: str | int) -> Content:
        if isinstance(each, str):
            return Content.styled(each, "bold $primary")
        row, here = self._rows[each], each == self._cursor
        line = Content.assemble(
            (_MARK if here else " " * len(_MARK), "bold $accent"),
            (row.title.ljust(self._value_column - len(_MARK)), "bold" if here else ""),
            (row.value, "bold $accent" if here else "$foreground" if row.known else "dim"),
            (row.beside, "dim"),
        ).truncate(self._value_end, ellipsis=True)
        if self._value_end < self.size.width:
            line = line.pad_right(_USE_COLUMN - line.cell_length) + Content.styled(row.use, "" if here else "dim")
        return line.truncate(self.size.width, ellipsis=True)

    def on_click(self, event: events.Click) -> None:
        """Say which setting it was."""
        page = self.pages[self.page] if self._rows else []
        place = page[event.y] if event.y < len(page) else ""
        if isinstance(place, int):
            self.post_message(self.Pointed(place))
