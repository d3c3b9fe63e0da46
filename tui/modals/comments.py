"""What was said about a session or a week, and a line to say something more."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.line_editor import LineEditor
from tui.widgets.lines import Lines, wrapped

KEYS = (Key("comments.close", "escape", "dismiss", "close", "Close"),)
# Before the line that is written on, which would take them for itself.
PAGES = (
    Key("comments.back", "pageup", "page(-1)", "earlier", "What was said earlier"),
    Key("comments.on", "pagedown", "page(1)", "later", "What was said later"),
    Key("comments.delete", "ctrl+d", "delete", "delete", "Take away what you said last", right="comment"),
)
_WIDEST: Final = 72
# Columns and lines that border and padding take, and the lines of the editor with the space above it.
_AROUND_COLUMNS: Final = 6
_AROUND_LINES: Final = 4
_EDITOR_LINES: Final = 4
# What the corners of the border leave free of its foot, beside the padding.
_CORNERS: Final = 2
_NOTHING: Final = "Nothing was said yet."


class Said(NamedTuple):
    """One comment: who and when, what, whether it is new to the reader, and whether it is the reader's own."""

    who: str
    text: str
    new: bool
    own: bool


class CommentsModal(Modal[None]):
    """A thread, its end first, in pages. `read` gives it as it is now; `send`, where one may write, saves a comment and
    gives whether it could; `delete` takes away the last of the reader's own."""

    BINDINGS = [*bindings(KEYS), *bindings(PAGES, priority=True)]
    CSS = """
    CommentsModal LineEditor { margin-top: 1; max-height: 3; }
    """

    thread = getters.query_one("#thread", Lines)

    def __init__(
        self,
        title: str,
        read: Callable[[], Sequence[Said]],
        send: Callable[[str], bool] | None,
        delete: Callable[[], object],
    ) -> None:
        super().__init__()
        self._title = title
        self._read = read
        self._send = send
        self._delete = delete
        self._back = 0
        self.editor = LineEditor("", placeholder="Say something …", id="comment")

    def compose(self) -> ComposeResult:
        """The thread, and the line where one may write."""
        with Vertical(classes="box") as box:
            box.border_title = Content(plain(self._title))
            yield Lines(id="thread")
            if self._send:
                yield self.editor

    def on_resize(self, _: events.Resize) -> None:
        """Break the thread into pages that fit."""
        for each in self.query("#thread, #comment"):
            each.styles.width = self._width
        self._show()

    def on_log_changed(self) -> None:
        """Show what was said meanwhile."""
        self._show()

    def take(self, event: events.Key) -> None:
        """What was typed before the line had the focus goes into it all the same."""
        if self._send:
            self.editor.take(event)

    def action_page(self, by: int) -> None:
        """To what was said later, or earlier where below 0."""
        self._back -= by
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is being written, its letters alone are deleted."""
        return action != "delete" or not self.editor.text

    def action_delete(self) -> None:
        """Take away what the reader said last."""
        self._delete()
        self._show()

    def on_line_editor_sent(self) -> None:
        """Save what was written, and show it in the thread; with nothing written, close."""
        text = self.editor.text.strip()
        if not text:
            self.dismiss()
        elif self._send and self._send(text):
            self.editor.clear()
            self._back = 0
            self._show()

    @property
    def _width(self) -> int:
        return min(self.app.size.width - _AROUND_COLUMNS, _WIDEST)

    def _show(self) -> None:
        height = max(1, self.app.size.height - _AROUND_LINES - (_EDITOR_LINES if self._send else 0))
        said = self._read()
        lines = wrapped(_paragraphs(said), self._width)
        pages = max(1, -(-len(lines) // height))
        self._back = max(0, min(self._back, pages - 1))
        end = len(lines) - self._back * height
        self.thread.show(lines[max(0, end - height) : end])
        keys = [f"pgup earlier · {pages - self._back} of {pages}"] if pages > 1 else []
        if self._send:
            keys += ["^d delete", "enter send"] if any(one.own for one in said) else ["enter send"]
        self.query_one(Vertical).border_subtitle = _foot(keys, self._width - _CORNERS)


def _foot(keys: list[str], width: int) -> str:
    """The keys and the one that closes; where they are too wide the last of them are left out, never how to close."""
    whole = " · ".join([*keys, "esc close"])
    if len(whole) <= width:
        return whole
    short = " · ".join([*keys, "esc"])
    return short if len(short) <= width or not keys else _foot(keys[:-1], width)


def _paragraphs(said: Sequence[Said]) -> list[Content]:
    """The thread, each comment under who wrote it; new ones say so."""
    if not said:
        return [Content.styled(_NOTHING, "dim")]
    lines: list[Content] = []
    for one in said:
        new = [(" new", "bold $accent")] if one.new else []
        lines += [Content.assemble((one.who, "bold" if one.new else "dim"), *new), Content(one.text)]
    return lines
