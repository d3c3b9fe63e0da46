"""Cells taken or left: half-days, days, equipment."""

from collections.abc import Callable
from typing import Final

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from data.profile_entry import Grid
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.lines import Lines

KEYS = (
    Key("toggles.keep", "enter", "keep", "keep", "Keep what is taken"),
    Key("toggles.take", "space,x", "take", "take", "Take the cell, or leave it"),
    Key("toggles.all", "a", "all", "all", "Take all; once more, none"),
    Key("toggles.up", "up,k", "move(-1, 0)", "up", "The row above", footer=False),
    Key("toggles.down", "down,j", "move(1, 0)", "down", "The row below", footer=False),
    Key("toggles.left", "left,h,shift+tab", "move(0, -1)", "left", "The column before", footer=False),
    Key("toggles.right", "right,l,tab", "move(0, 1)", "right", "The next column", footer=False),
    Key("toggles.leave", "escape,q", "dismiss", "leave", "Leave it as it was"),
)
_CELL: Final = 4


class _Cells(Lines):
    """The grid drawn: ✓ taken, · left; the cell under the cursor stands out."""

    class Pointed(Message):
        """A cell was clicked."""

        def __init__(self, row: int, column: int) -> None:
            super().__init__()
            self.row, self.column = row, column

    def draw(self, grid: Grid, taken: frozenset[str], cursor: tuple[int, int]) -> None:
        """Draw it so."""
        self._label = max(map(len, grid.rows)) + 2 if any(grid.rows) else 0
        self._top = 1 if any(grid.columns) else 0
        head = " " * self._label + "".join(name.ljust(_CELL) for name in grid.columns)
        lines = [Content.styled(head.rstrip(), "bold")] if self._top else []
        for row, cells in enumerate(grid.cells):
            line = Content(grid.rows[row].ljust(self._label))
            for column, cell in enumerate(cells):
                style = "$success bold" if cell in taken else "dim"
                mark = f" {'✓' if cell in taken else '·'} "
                line += Content.styled(mark, f"{style} reverse" if (row, column) == cursor else style) + Content(" ")
            lines.append(line.rstrip())
        self.show(lines)

    def on_click(self, event: events.Click) -> None:
        """Say which cell it was."""
        self.post_message(self.Pointed(event.y - self._top, (event.x - self._label) // _CELL))


class Toggles(Modal[bool]):
    """Cells to take and leave. `keep` takes them in words and gives what is wrong, None where it was kept."""

    BINDINGS = bindings(KEYS)
    CSS = """
    Toggles .box { max-width: 100%; }
    Toggles _Cells { width: auto; min-width: 30; }
    Toggles #wrong { color: $error; width: 38; max-width: 100%; }
    """

    cells = getters.query_one(_Cells)

    def __init__(self, title: str, grid: Grid, keep: Callable[[str], str | None]) -> None:
        super().__init__()
        self._title, self._grid, self._keep = title, grid, keep
        self._all = tuple(cell for row in grid.cells for cell in row)
        self._taken = frozenset(grid.taken)
        self._row = self._column = 0

    def compose(self) -> ComposeResult:
        """The grid, and what is wrong with it."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            box.border_subtitle = "space take · a all · enter keep"
            yield _Cells()
            yield Static(id="wrong", markup=False)

    def on_mount(self) -> None:
        """Draw what is taken now."""
        columns, rows = len(self._grid.columns), self._grid.rows
        self.cells.styles.width = max(30, columns * _CELL - 1 + (max(map(len, rows)) + 2 if any(rows) else 0))
        self._draw()

    def action_move(self, down: int, right: int) -> None:
        """Go to another cell, round the end."""
        self._row = (self._row + down) % len(self._grid.rows)
        self._column = (self._column + right) % len(self._grid.columns)
        self._draw()

    def action_take(self) -> None:
        """Take the cell, or leave it."""
        self._taken ^= {self._grid.cells[self._row][self._column]}
        self._draw()

    def action_all(self) -> None:
        """Take all; where all are taken, none."""
        self._taken = frozenset() if self._taken >= set(self._all) else frozenset(self._all)
        self._draw()

    def action_keep(self) -> None:
        """Keep what is taken, or say why that can't be."""
        wrong = self._keep(" ".join(cell for cell in self._all if cell in self._taken) or self._grid.nothing)
        if wrong is None:
            self.dismiss(True)
        else:
            self.query_one("#wrong", Static).update(f"✖ {wrong}")

    def on__cells_pointed(self, event: _Cells.Pointed) -> None:
        """Take or leave the cell that was clicked."""
        if 0 <= event.row < len(self._grid.rows) and 0 <= event.column < len(self._grid.columns):
            self._row, self._column = event.row, event.column
            self.action_take()

    def _draw(self) -> None:
        self.query_one("#wrong", Static).update("")
        self.cells.draw(self._grid, self._taken, (self._row, self._column))
