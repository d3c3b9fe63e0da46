"""A warning accepted on purpose: why is it fine this time?"""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.line_editor import LineEditor

KEYS = (Key("accept.leave", "escape", "dismiss", "leave", "Leave the warning as it is"),)


class Accept(Modal[str | None]):
    """Asks for the reason, which is a word at least."""

    CSS = """
    Accept .box { width: 60; }
    Accept LineEditor { margin: 1 0; }
    """
    BINDINGS = bindings(KEYS)

    def __init__(self, warning: Content, advice: str, reason: str) -> None:
        super().__init__()
        self._warning = warning
        self._advice = advice
        self.editor = LineEditor(reason, placeholder="Why is it fine this time?", id="reason")

    def compose(self) -> ComposeResult:
        """The warning, what the rule advises, and the line for the reason."""
        with Vertical(classes="box") as box:
            box.border_title = "Accept this warning"
            box.border_subtitle = "enter accept · esc leave"
            yield Static(self._warning)
            yield Static(Content.styled(self._advice, "dim"))
            yield self.editor

    def take(self, event: events.Key) -> None:
        """What was typed ahead, before the line had the focus, goes into it all the same."""
        self.editor.take(event)

    def on_line_editor_sent(self, event: LineEditor.Sent) -> None:
        """Give the reason."""
        if reason := " ".join(self.editor.text.split()):
            self.dismiss(reason)
        else:
            self.notify("Write why it is fine this time: a word will do.", severity="warning", timeout=4, markup=False)
