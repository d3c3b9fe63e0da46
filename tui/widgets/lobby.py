"""What can be begun when no lift is under way."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from data.text import plain
from tui.widgets.lines import Lines


class Choice(NamedTuple):
    """Something to begin: its key, what it is called, and a few words about it. Without a key it is a heading."""

    key: str | None
    title: str
    about: str = ""


class Lobby(Vertical):
    """Choices under headings, one of them under the cursor."""

    DEFAULT_CSS = "Lobby { height: 1fr; padding: 0 1; }"

    lines = getters.query_one(Lines)

    class Clicked(Message):
        """A choice was clicked: it is the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """One line a choice."""
        yield Lines()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these, the cursor on the choice that it was on, else on the first that can be begun."""
        before = self.chosen
        self._choices = choices
        places = {choice.key: place for place, choice in reversed([*enumerate(choices)]) if choice.key}
        self._cursor = places.get(before or "", next(reversed(places.values()), 0))
        self._paint()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._paint)

    def on_click(self, event: events.Click) -> None:
        """Begin what was clicked."""
        at = event.get_content_offset(self.lines)
        if at and at.y < len(self._choices) and self._choices[at.y].key:
            self._cursor = at.y
            self._paint()
            self.post_message(self.Clicked())

    @property
    def chosen(self) -> str | None:
        """The key of the choice under the cursor."""
        return self._choices[self._cursor].key if self._choices else None

    def move(self, by: int) -> None:
        """The next choice in that direction, where there is one."""
        ahead = range(self._cursor + by, len(self._choices) if by > 0 else -1, by)
        self._cursor = next((place for place in ahead if self._choices[place].key), self._cursor)
        self._paint()

    def _paint(self) -> None:
        width = self.content_size.width
        self.lines.show([_line(each, place == self._cursor, width) for place, each in enumerate(self._choices)])


def _line(choice: Choice, under_cursor: bool, width: int) -> Content:
    if choice.key is None:
        return Content.styled(plain(choice.title), "$secondary").truncate(width, ellipsis=True)
    line = Content.assemble(
        ("▸" if under_cursor else " ", "bold $accent"),
        (f" {plain(choice.title):<14}", "bold" if under_cursor else ""),
        (f"  {choice.about}", "dim"),
    ).truncate(width, ellipsis=True, pad=True)
    return line.stylize("on $panel") if under_cursor else line
