"""A value typed where it stands: the line lies over the old one, what is wrong with it is said under the list."""

from collections.abc import Callable

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key as KeyPress
from textual.events import Resize
from textual.geometry import Offset

from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.key_bar import KeyBar
from tui.widgets.line_editor import LineEditor
from tui.widgets.lines import Lines

KEYS = (
    Key("value.keep", "enter", "keep", "keep", "Keep what is typed"),
    Key("value.leave", "escape", "dismiss", "leave", "Leave it as it was"),
)


class TypeValue(Modal[bool]):
    """One line to type, `at` a place on the screen, and `under` so many lines what there is to say of it.

    `keep` takes what is typed and gives what is wrong with it, None where it was kept; then this closes.
    """

    BINDINGS = bindings(KEYS)
    CSS = """
    TypeValue {
        background: transparent;
        align: left top;
        LineEditor { position: absolute; background: $panel; height: 1; max-height: 1; }
        #say { dock: bottom; margin-bottom: 1; padding: 1 1 0 1; background: $background; }
    }
    """

    say = getters.query_one("#say", Lines)

    def __init__(self, text: str, hint: str, at: Offset, under: int, keep: Callable[[str], str | None]) -> None:
        super().__init__()
        self.editor = LineEditor(text, id="value")
        self._hint, self._at, self._under, self._keep = hint, at, under, keep

    def compose(self) -> ComposeResult:
        """The line, and what there is to say."""
        yield self.editor
        yield Lines(id="say")
        yield KeyBar()

    def on_mount(self) -> None:
        """The old value is selected: what is typed takes its place."""
        self.say.styles.height = self._under
        self.editor.select_all()
        self._say(Content.styled(self._hint, "dim"))

    def on_resize(self, event: Resize) -> None:
        """Take what is left of the width."""
        self.lie(self._at)

    def take(self, event: KeyPress) -> None:
        """What was typed ahead, before the line had the focus, goes into it all the same."""
        self.editor.take(event)

    def on_line_editor_sent(self, event: LineEditor.Sent) -> None:
        """Keep it, or say why not."""
        self.action_keep()

    def on_text_area_changed(self, event: LineEditor.Changed) -> None:
        """What was wrong is being mended."""
        self._say(Content.styled(self._hint, "dim"))

    def action_keep(self) -> None:
        """Keep what is typed, or say why that can't be."""
        wrong = self._keep(self.editor.text)
        if wrong is None:
            self.dismiss(True)
        else:
            self._say(Content.assemble(("✖ ", "bold $error"), (wrong, "$error")))

    def lie(self, at: Offset) -> None:
        """Lie there: over the value, wherever it is now."""
        self._at = at
        self.editor.styles.offset = (at.x, at.y)
        self.editor.styles.width = max(8, self.size.width - at.x - 1)

    def _say(self, line: Content) -> None:
        self.say.show([line])
