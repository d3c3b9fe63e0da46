"""A week opened: its days, its figures with a cursor on one of them, and as far as there is room its sessions."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events, on
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from tui.figures import Figure, beside
from tui.widgets.lines import Lines
from tui.widgets.row_lines import NARROW

_WIDEST_DAY: Final = 16
_LEAST_TITLE: Final = 10
# A figure that has this many columns stands apart from the next one by so many, as far as it leaves them.
_ROOMY: Final = 24
_APART: Final = 4
# Lines of the title and the days, and rows of figures that they stand with; sixteen figures are never fewer at once.
_AROUND: Final = 3
_MOST_ROWS: Final = 8
_ROWS: Final = 6
_FEWEST: Final = 16
_CURSOR: Final = "on $panel"


class WeekPage(NamedTuple):
    """What is shown of a week.

    `title` says which it is, `told` what is to be known of it ("1 session not rated"); `days` are the names and loads
    of its days; `before` its figures a year before; `rows` its sessions and `pairs` its back-to-backs, as lines.
    """

    title: str
    told: str
    days: Sequence[tuple[str, str]]
    figures: Sequence[Figure]
    before: Sequence[Figure] = ()
    rows: Sequence[Content] = ()
    pairs: Sequence[Content] = ()


class Laid(NamedTuple):
    """A week laid out in lines: `top` is the line of the first row of figures, `first` the place of its first one."""

    lines: Sequence[Content]
    top: int
    first: int
    columns: int
    rows: int


class WeekFigures(Lines):
    """The week under the cursor. Where it does not fit, the figures are paged and the days give way to them."""

    class Pointed(Message):
        """A figure was clicked: its place among all."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._page: WeekPage | None = None
        self._cursor = 0

    @property
    def columns(self) -> int:
        """How many figures stand in a row."""
        return columns_of(self.size.width)

    def show_week(self, page: WeekPage, cursor: int) -> None:
        """Show this week, the cursor on the figure of that place."""
        self._page, self._cursor = page, cursor
        self._fit()

    @on(events.Resize)
    def _fit(self) -> None:
        if self._page and self.size:
            self.show(laid_out(self._page, self._cursor, self.size).lines)

    def on_click(self, event: events.Click) -> None:
        """Point at the figure."""
        if self._page is None:
            return
        laid = laid_out(self._page, self._cursor, self.size)
        row, column = event.y - laid.top, event.x // _cell_width(self.size.width)
        place = laid.first + row * laid.columns + column
        if 0 <= row < laid.rows and column < laid.columns and place < len(self._page.figures):
            self.post_message(self.Pointed(place))


def columns_of(width: int) -> int:
    """How many figures stand in a row of that width."""
    return 2 if width < NARROW else 4


def whole_height(width: int) -> int:
    """The lines that a week takes with its days: on a phone with a page of its figures, else with all of them."""
    return _AROUND + (_MOST_ROWS if width < NARROW else _ROWS)


def laid_out(page: WeekPage, cursor: int, size: Size) -> Laid:
    """The week in lines: title, days, the page of figures that holds the cursor, and below them what else fits."""
    width, height = size
    columns = columns_of(width)
    needed = -(-len(page.figures) // columns)
    days = _days(page.days, width) if height >= _AROUND + min(needed, _MOST_ROWS) else []
    top = 1 + len(days)
    # The back-to-backs have their lines, as far as sixteen figures can stand above them.
    rows = max(0, min(needed, height - top, max(_FEWEST // columns, height - top - len(page.pairs))))
    number = cursor // columns // rows if rows else 0
    lines = [_title(page, width, number + 1, -(-needed // rows) if rows else 1), *days]
    first_row = min(number * rows, needed - rows) if rows else 0
    cells = [_cell(page, place, place == cursor, _cell_width(width)) for place in range(len(page.figures))]
    for row in range(first_row, first_row + rows):
        lines.append(Content("").join(cells[row * columns : (row + 1) * columns]))
    return Laid([*lines, *_below(page, height - len(lines))], top, first_row * columns, columns, rows)


def _cell_width(width: int) -> int:
    return width // columns_of(width)


def _title(page: WeekPage, width: int, number: int, pages: int) -> Content:
    """The title in a rule that parts the week from what is above it, and which page of the figures it is."""
    turned = f"{number}/{pages}" if pages > 1 else ""
    forms = (" · ".join(filter(None, (page.told, turned))), turned)
    said = next((form for form in forms if len(form) <= width - _LEAST_TITLE), "")
    told = f" {said} " if said else ""
    room = width - len(told) - 3
    name = Content.styled(f" {page.title} ", "bold $primary").truncate(room, ellipsis=True)
    rule = "─" * (width - name.cell_length - len(told) - 2)
    return Content.assemble(("─", "dim"), name, (rule, "dim"), (told, "$warning" if page.told else "dim"), ("─", "dim"))


def _days(days: Sequence[tuple[str, str]], width: int) -> list[Content]:
    each = min(_WIDEST_DAY, width // max(1, len(days)))
    names = "".join(name.rjust(each) for name, _ in days)
    return [Content.styled(names, "dim"), Content("".join(load.rjust(each) for _, load in days))]


def _cell(page: WeekPage, place: int, marked: bool, width: int) -> Content:
    """A figure's name at the left and its value at the right, behind a column for the cursor."""
    figure = page.figures[place]
    room = width - 1
    ways = _ways_to_say(page, place)
    value = next((said for said in ways if len(figure.label) + 1 + len(said) <= room), ways[-1])
    label = Content(figure.label).truncate(max(1, room - 1 - len(value)), ellipsis=True)
    free = room - label.cell_length - len(value)
    apart = max(0, min(_APART, free - 2)) if width >= _ROOMY else 0
    gap = " " * (free - apart)
    cell = Content.assemble(
        ("▸" if marked else " ", "bold $accent"),
        (label.plain, "bold" if marked else "dim"),
        gap,
        (value, "bold"),
        " " * apart,
    )
    return cell.stylize(_CURSOR) if marked else cell


def _ways_to_say(page: WeekPage, place: int) -> tuple[str, ...]:
    """The value of a figure, ever shorter: in full, with a short unit, beside the year before without one."""
    figure = page.figures[place]
    if page.before:
        full = beside(figure, page.before[place])
        return full, full.removesuffix(figure.unit)
    return figure.value, figure.value.replace(" min", "′")


def _below(page: WeekPage, room: int) -> Sequence[Content]:
    """The sessions where all of them fit, else the back-to-backs."""
    if room <= 0:
        return ()
    return (Content(""), *page.rows) if page.rows and len(page.rows) < room else page.pairs
