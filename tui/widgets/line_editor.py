"""One line of text, wrapped where the screen is narrower. Enter sends it; a wrong word in it is underlined."""

from typing import Final, NamedTuple

from rich.style import Style
from rich.text import Text
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from data.text import plain

_WRONG: Final = Style(underline=True, bold=True)
# More than any line or comment may have, so that it is still said to be too long; more would only have to be wrapped.
_MOST_PASTED: Final = 60_000


class Spot(NamedTuple):
    """A stretch of the line: from character `at` on, `length` of them."""

    at: int
    length: int


class LineEditor(TextArea):
    """A text area that holds a single line."""

    DEFAULT_CSS = """
    LineEditor {
        height: auto;
        max-height: 6;
        border: none;
        padding: 0;
        background: $surface;
        &:focus { border: none; }
    }
    """

    class Sent(Message):
        """Enter was pressed."""

    def __init__(self, text: str, *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            plain(text),
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )
        self.cursor_blink = False
        self._wrong: Spot | None = None
        self._ahead: list[Key] = []
        self.move_cursor(self.document.end)

    def mark(self, wrong: Spot | None) -> None:
        """Underline this stretch, or nothing."""
        if wrong != self._wrong:
            self._wrong = wrong
            self._line_cache.clear()
            self.refresh()

    def put(self, spot: Spot, text: str) -> None:
        """Put the text in the place of a stretch, and the cursor after it."""
        self.replace(text, (0, spot.at), (0, spot.at + spot.length))
        self.move_cursor((0, spot.at + len(text)))

    def get_line(self, line_index: int) -> Text:
        """The line, with what is wrong underlined."""
        line = super().get_line(line_index)
        if self._wrong:
            line.stylize(_WRONG, self._wrong.at, self._wrong.at + self._wrong.length)
        return line

    def on_mount(self) -> None:
        """Begin with what was typed ahead."""
        ahead, self._ahead = self._ahead, []
        for key in ahead:
            self.take(key)

    def take(self, event: Key) -> None:
        """Take a key that was pressed before the line was there to be typed into."""
        if not self.is_mounted:
            self._ahead.append(event)
        elif event.key == "enter":
            self.post_message(self.Sent())
        elif event.character and event.is_printable:
            self.insert(event.character)

    def on_key(self, event: Key) -> None:
        """Send on enter: there is no second line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Sent())

    def on_paste(self, event: Paste) -> None:
        """What is pasted becomes one line."""
        event.prevent_default()
        event.stop()
        self.insert(plain(" ".join(event.text[:_MOST_PASTED].splitlines())))
