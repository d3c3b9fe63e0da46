"""A line to type on: what is pasted into it is text, whatever it holds."""

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

    def replace(self, text: str, start: int, end: int) -> None:
        """Put the text in the place of what stands between start and end."""
        super().replace(plain(text), start, end)
