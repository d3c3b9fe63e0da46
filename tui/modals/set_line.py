"""One set written in a line: `82.5kg x 5 rir 2`. What it leaves out is as in the set in hand."""

from collections.abc import Callable

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from data.entry import EntryError
from data.model import LoggedSet
from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.line_editor import LineEditor, Spot
from tui.widgets.lines import Lines

KEYS = (Key("set_line.leave", "escape", "dismiss", "leave", "Leave the set as it was"),)

Read = Callable[[str], LoggedSet | EntryError]


class SetLine(Modal[LoggedSet | None]):
    """A line to type, and below it the set that it says; enter gives it. `read` says what a line is, `words` a set."""

    BINDINGS = bindings(KEYS)
    CSS = """
    SetLine .box { width: 60; }
    SetLine LineEditor { background: $panel; margin-bottom: 1; }
    SetLine #said { height: 3; }
    """

    said = getters.query_one("#said", Lines)

    def __init__(self, title: str, example: str, enter: str, read: Read, words: Callable[[LoggedSet], str]) -> None:
        super().__init__()
        self._title, self._enter, self._read, self._words = title, enter, read, words
        self.editor = LineEditor("", placeholder=example, id="set")

    def compose(self) -> ComposeResult:
        """The line and what it says."""
        with Vertical(classes="box") as box:
            box.border_title = Content(plain(self._title))
            box.border_subtitle = Content(f"enter {self._enter} · esc leave")
            yield self.editor
            yield Lines(id="said")

    def take(self, event: events.Key) -> None:
        """What was typed ahead, before the line had the focus, goes into it all the same."""
        self.editor.take(event)

    @on(LineEditor.Changed)
    def say(self) -> None:
        """Say what the line is so far."""
        text = self.editor.text
        found = self._read(text) if text.strip() else None
        if isinstance(found, EntryError):
            # The last word may be half typed: it is not called wrong before it is finished.
            self._complain(found, typing=found.at + len(found.word) >= len(text))
        else:
            self.editor.mark(None)
            self.said.show([Content(self._words(found))] if found else [])

    @on(LineEditor.Sent)
    def give(self) -> None:
        """Give the set, or point at what cannot be read."""
        found = self._read(self.editor.text)
        if isinstance(found, EntryError):
            self._complain(found, typing=False)
        else:
            self.dismiss(found)

    def _complain(self, error: EntryError, typing: bool) -> None:
        self.editor.mark(None if typing else Spot(error.at, len(error.word)))
        self.said.show([Content.styled(error.line(), "dim" if typing else "$error")])
