"""A line to type on: what is pasted into it is text, whatever it holds."""

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Input

from data.text import plain


class TypedLine(Input):
    """An input on which control characters are shown, not sent to the terminal."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        most: int = 0,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(
            plain(text), placeholder=placeholder, id=id, max_length=most, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def on_resize(self, event: events.Resize) -> None:
        """A text longer than the line is shown from where the cursor is."""
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        column = Content(self.value[: self.cursor_position]).cell_length
        self.scroll_to_region(Region(column, 0, 1, 1), force=True, animate=False)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put the text in the place of what stands between start and end."""
        super().replace(plain(text), start, end)
