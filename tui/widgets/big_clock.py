"""A clock three lines high. Each digit is a widget of its own, so that a second costs the digits that change."""

from typing import Final

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

# Shapes that have as many lines as can be in common with the digit before and after.
_SHAPES: Final = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"),
    "1": ("╺┓ ", " ┃ ", "╺┻╸"),
    "2": ("╺━┓", "┏━┛", "┗━╸"),
    "3": ("╺━┓", " ━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"),
    "5": ("┏━╸", "┗━┓", "┗━┛"),
    "6": ("┏━╸", "┣━┓", "┗━┛"),
    "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"),
    "9": ("┏━┓", "┗━┫", "┗━┛"),
    ":": (" ", "•", "•"),
    "": ("", "", ""),
}
# The places of "1:02:03"; a shorter time leaves those at the left empty.
_PLACES: Final = 8


class _Digit(Widget):
    """One digit, or a colon."""

    DEFAULT_CSS = "_Digit { width: 4; height: 3; color: $primary; } _Digit.-colon { width: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._shape = _SHAPES[""]

    def show(self, character: str) -> None:
        """Show the character, and repaint its lines that differ."""
        before, self._shape = self._shape, _SHAPES[character]
        self.display = bool(character)
        self.set_class(character == ":", "-colon")
        rows = [row for row in range(3) if before[row] != self._shape[row]]
        if rows:
            self.refresh(*(Region(0, row, 3, 1) for row in rows))

    def render_line(self, y: int) -> Strip:
        """A line of the shape."""
        style = self.rich_style
        return Strip([Segment(self._shape[y], style)]).adjust_cell_length(self.size.width, style)


class BigClock(Horizontal):
    """Minutes and seconds, and hours where there are any."""

    DEFAULT_CSS = """
    BigClock { width: auto; height: 3; }
    BigClock.-still _Digit { color: $foreground 50%; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._digits = [_Digit() for _ in range(_PLACES)]
        self.text = ""

    def compose(self) -> ComposeResult:
        """The places, from the left."""
        yield from self._digits

    def show(self, text: str, still: bool = False) -> None:
        """Show "12:34"; `still` greys it."""
        self.text = text
        self.set_class(still, "-still")
        for digit, character in zip(self._digits, [*[""] * (_PLACES - len(text)), *text], strict=True):
            digit.show(character)
