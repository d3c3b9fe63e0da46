"""What can be begun when no lift is under way."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from data.text import plain
from tui.widgets.lines import Lines

# Longer titles are cut, so that what is said about them can be seen.
_WIDEST_TITLE: Final = 18


class Choice(NamedTuple):
    """Something to begin: its key, what it is called, and a few words about it. Without a key it is a heading."""

    key: str | None
    title: str
    about: str = ""


class Lobby(Vertical):
    """Choices under headings, one of them under the cursor; in pages where they are more than there are lines."""

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
        place = at.y + self._page.start if at else 0
        if at and place in self._page and self._choices[place].key:
            self._cursor = place
            self._paint()
            self.post_message(self.Clicked())

    @property
    def chosen(self) -> str | None:
        """The key of the choice under the cursor."""
        return self._choices[self._cursor].key if self._choices else None

    def move(self, by: int) -> None:
        """The next choice in that direction, from the last on to the first and back."""
        count = len(self._choices)
        ahead = ((self._cursor + by * step) % count for step in range(1, count))
        self._cursor = next((place for place in ahead if self._choices[place].key), self._cursor)
        self._paint()

    @property
    def _page(self) -> range:
        """The places of the choices on the page that the cursor is on; a line is left for which page it is."""
        count, room = len(self._choices), max(2, self.content_size.height)
        if count <= room:
            return range(count)
        start = self._cursor // (room - 1) * (room - 1)
        return range(start, min(count, start + room - 1))

    def _paint(self) -> None:
        width, page = self.content_size.width, self._page
        column = min(_WIDEST_TITLE, max((len(each.title) for each in self._choices if each.key), default=0))
        lines = [_line(self._choices[place], place == self._cursor, width, column) for place in page]
        if len(page) < len(self._choices):
            room = max(1, self.content_size.height - 1)
            lines += [Content("")] * (room - len(page))
            lines.append(Content.styled(f"… {page.start // room + 1}/{-(-len(self._choices) // room)}", "dim"))
        self.lines.show(lines)


def _line(choice: Choice, under_cursor: bool, width: int, column: int) -> Content:
    if choice.key is None:
        return Content.styled(plain(choice.title), "$secondary").truncate(width, ellipsis=True)
    title = Content(plain(choice.title)).truncate(column, ellipsis=True, pad=True)
    line = Content.assemble(
        ("▸" if under_cursor else " ", "bold $accent"),
        " ",
        title.stylize("bold" if under_cursor else ""),
        (f"  {choice.about}", "dim"),
    ).truncate(width, ellipsis=True, pad=True)
    return line.stylize("on $panel") if under_cursor else line
