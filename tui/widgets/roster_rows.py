"""The athletes of a roster, a line each, a page at a time; what there is room for beside the name goes by the width."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events, on
from textual.content import Content
from textual.message import Message

from data.rules.gaps import Severity
from data.rules.roster import FAR_ABOVE, RosterLine, worrying
from data.text import plain
from data.units import format_load
from tui.format import SEVERITY_COLOURS, SEVERITY_GLYPHS
from tui.widgets.lines import Lines
from tui.widgets.load_chart import bar_of

# From so many columns on there is room for the figures, and for all of each.
WITH_FIGURES: Final = 76
WIDE: Final = 110
_NAME: Final = 13


class _Widths(NamedTuple):
    """How many cells each column has."""

    name: int
    bar: int
    load: int
    usual: int
    plan: int
    ahead: int
    hurts: int
    seen: int


_NORMAL: Final = _Widths(name=12, bar=8, load=0, usual=6, plan=4, ahead=5, hurts=9, seen=5)
_ROOMY: Final = _Widths(name=18, bar=18, load=6, usual=6, plan=5, ahead=5, hurts=16, seen=7)
_TITLES: Final = ("athlete", "week", "load", "usual", "plan", "ahead", "hurts", "seen")

_NUMBERS: Final = ("load", "usual", "plan")
_WORST: Final = ("unreadable", "clash")
# A name, and its line once that was read.
Row = tuple[str, RosterLine | None]


class RosterRows(Lines):
    """The page of athletes that the cursor is on, under the names of the columns where there are any."""

    DEFAULT_CSS = "RosterRows { height: 1fr; padding: 0 1; }"

    class Pointed(Message):
        """An athlete was clicked: the place among all, and whether the cursor was there already."""

        def __init__(self, place: int, again: bool) -> None:
            super().__init__()
            self.place = place
            self.again = again

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._cursor = 0

    def show_rows(self, rows: Sequence[Row], cursor: int) -> None:
        """Show the page that holds the row of this place."""
        self._rows, self._cursor = rows, cursor
        self._draw()

    @property
    def page_rows(self) -> int:
        """How many athletes are on a page."""
        return max(1, self.size.height - len(self._heading()))

    @on(events.Resize)
    def _resized(self) -> None:
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Say which athlete it was."""
        place = self._first() + event.y - len(self._heading())
        if self._first() <= place < min(len(self._rows), self._first() + self.page_rows):
            self.post_message(self.Pointed(place, again=place == self._cursor))

    def _first(self) -> int:
        return self._cursor // self.page_rows * self.page_rows

    @property
    def _widths(self) -> _Widths | None:
        width = self.content_size.width
        return None if width < WITH_FIGURES else _NORMAL if width < WIDE else _ROOMY

    def _heading(self) -> list[Content]:
        if not self._widths:
            return []
        justified = (
            title.rjust(width) if title in _NUMBERS else title
            for title, width in zip(_TITLES, self._widths, strict=True)
        )
        cells = [Content(title) for title in justified]
        return [Content.styled(f" {_row(cells, self._widths).plain}needs a word", "dim").truncate(self.size.width)]

    def _draw(self) -> None:
        if self.size:
            page = enumerate(self._rows[self._first() : self._first() + self.page_rows], self._first())
            self.show([*self._heading(), *(self._line(row, place == self._cursor) for place, row in page)])

    def _line(self, row: Row, here: bool) -> Content:
        name, line = row
        title = Content.styled(plain(name), "bold" if here or (line and line.reasons) else "")
        widths = self._widths
        if widths and line and not line.trouble:
            cells = _row([title, *figures(line, widths)], widths)
        else:
            cells = _fitted(title, widths.name if widths else _NAME) + " "
        mark = Content.styled("▸" if here else " ", "bold $accent")
        text = (mark + cells + reasons_words(line)).truncate(self.size.width, ellipsis=True, pad=True)
        return text.stylize("on $panel") if here else text


def figures(line: RosterLine, widths: _Widths) -> list[Content]:
    """The cells of an athlete's figures, from the bar on."""
    week, clash = line.week, any(one.severity == "clash" for one in line.ahead)
    most = max(1.0, week.total, week.usual.high if week.usual else 0) if week else 1.0
    change = "" if line.change is None else f"{round(line.change * 100):+} %".replace("-", "−")
    days = line.silent_days
    seen = "never" if days is None else "now" if line.under_way else "today" if not days else f"{days} d"
    return [
        bar_of(week, most, widths.bar) if week else Content(),
        Content(format_load(week.total, week.unrated).rjust(widths.load) if week else ""),
        Content.styled(change.rjust(widths.usual), "bold $warning" if (line.change or 0) >= FAR_ABOVE else ""),
        Content((f"{line.done}/{line.planned}" if line.planned else "–").rjust(widths.plan)),
        _ahead(len(line.ahead), clash),
        _hurts(line),
        Content.styled(seen, "bold $success" if line.under_way else ""),
    ]


def reasons_words(line: RosterLine | None) -> Content:
    """Why the athlete needs a word: "clash on Wed · left knee 4, rising"."""
    if line is None:
        return Content.styled("…", "dim")
    said = [(plain(one.words), "bold $error" if one.kind in _WORST else "bold $warning") for one in line.reasons]
    return Content(" · ").join(Content.styled(*one) for one in said)


def _ahead(count: int, clash: bool) -> Content:
    if not count:
        return Content.styled("·", "dim")
    severity: Severity = "clash" if clash else "warning"
    return Content.styled(f"{SEVERITY_GLYPHS[severity]} {count}", f"bold {SEVERITY_COLOURS[severity]}")


def _hurts(line: RosterLine) -> Content:
    hurt = worrying(line.hurts) or next(iter(line.hurts), None)
    if not hurt:
        return Content.styled("·", "dim")
    # The number first: of a long name the end may go.
    return Content(f"{hurt.level}{'↑' if hurt.rising else ''} {plain(hurt.part)}")


def _row(cells: Sequence[Content], widths: _Widths) -> Content:
    """The cells in their columns, a column apart."""
    columns = zip(cells, widths, strict=True)
    return Content("").join(_fitted(cell, width) + " " for cell, width in columns if width)


def _fitted(cell: Content, width: int) -> Content:
    return cell.truncate(width, ellipsis=True, pad=True)
