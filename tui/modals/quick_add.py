"""A session written in one line: what it will be, and what it would land back to back with, shown while it is typed."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from data.entry import EntryError
from data.model import Session
from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.line_editor import LineEditor, Spot
from tui.widgets.lines import Lines

KEYS = (
    Key("line.take", "tab", "take", "take", "Take the word that was suggested"),
    Key("line.leave", "escape", "dismiss", "leave", "Leave without saving"),
)
EXAMPLES: Final = (
    ("run 10k 48:30 tempo rpe 7", "done just now"),
    ("tomorrow 6:30 run 60m easy", "planned"),
    ("gym a tue 18:00", "a template's lift"),
    ("squat 3x5 82.5kg @8, rdl 3x8 60", "sets done"),
)
# A screen less wide than this is a phone.
_NORMAL: Final = 60


class Reading(NamedTuple):
    """What a line says: the session that will be saved and what there is to say about it, or what is wrong."""

    session: Session | None = None
    lines: Sequence[Content] = ()
    error: EntryError | None = None


class QuickAdd(Modal[bool]):
    """Adding and editing. `read` says what a line is, `save` saves it and gives whether it could; then this closes."""

    CSS = """
    QuickAdd .box { width: 76; }
    QuickAdd #preview { margin-top: 1; min-height: 4; }
    """
    BINDINGS = bindings(KEYS)

    preview = getters.query_one("#preview", Lines)

    def __init__(self, title: str, text: str, read: Callable[[str], Reading], save: Callable[[Session], bool]) -> None:
        super().__init__()
        self._title = title
        self.editor = LineEditor(text, id="line")
        self._text = self.editor.text
        self._read = read
        self._save = save
        self._reading = Reading()

    def compose(self) -> ComposeResult:
        """The line, and under it what it says."""
        with Vertical(classes="box") as box:
            box.border_title = Content(plain(self._title))
            box.border_subtitle = "enter save · esc leave"
            yield self.editor
            yield Lines(id="preview")

    def on_mount(self) -> None:
        """Say what the line says already."""
        self._show(sent=False)

    def take(self, event: events.Key) -> None:
        """What was typed ahead, before the line had the focus, goes into it all the same."""
        self.editor.take(event)

    def on_text_area_changed(self, event: LineEditor.Changed) -> None:
        """Say what the line says now."""
        self._show(sent=False)

    def on_line_editor_sent(self, event: LineEditor.Sent) -> None:
        """Save, where the line is a session; else point at the word."""
        self._show(sent=True)
        if self._reading.session and self._save(self._reading.session):
            self.dismiss(True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tab works where there is a suggestion."""
        return action != "take" or bool(self._reading.error and self._reading.error.suggestion)

    def action_take(self) -> None:
        """Put the suggestion in the place of the wrong word."""
        error = self._reading.error
        if error and error.suggestion:
            self.editor.put(Spot(error.at, len(error.word)), error.suggestion)

    def _show(self, sent: bool) -> None:
        text = self.editor.text
        if not text.strip() or (text == self._text and not sent and self._text.endswith(" ")):
            self._reading = Reading()
            self.editor.mark(None)
            self.preview.show(_examples(self.app.size.width < _NORMAL))
            return
        self._reading = self._read(text)
        error = self._reading.error
        # The last word may be half typed: it is not called wrong before it is finished.
        typing = error is not None and error.at + len(error.word) >= len(text) and not sent
        self.editor.mark(Spot(error.at, len(error.word)) if error and not typing else None)
        self.preview.show(_complaint(error, typing) if error else self._reading.lines)


def _complaint(error: EntryError, typing: bool) -> list[Content]:
    line = Content.styled(error.line(), "dim" if typing else "$error")
    if not error.suggestion:
        return [line]
    return [line, Content.assemble(("tab", "bold $accent"), f' takes "{error.suggestion}"')]


def _examples(narrow: bool) -> list[Content]:
    """The examples, each with what it is; that stands below it where the lines are short."""
    between = "\n  " if narrow else "  "
    return [Content.assemble((line, "$accent"), (f"{between}{what}", "dim")) for line, what in EXAMPLES]
