"""What others changed of the plan, each change a line, to be kept or taken back."""

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.lines import Lines

KEYS = (
    Key("theirs.take_back", "enter", "choose", "take back", "Make it what it was before", right="log"),
    Key("theirs.up", "up,k", "move(-1)", "up", "The change above"),
    Key("theirs.down", "down,j", "move(1)", "down", "The change below"),
    Key("theirs.close", "escape,q", "dismiss", "keep", "Close, and keep them all"),
)


class TheirsModal(Modal[int | None]):
    """The changes; gives the place of the one to take back."""

    BINDINGS = bindings(KEYS)
    CSS = """
    TheirsModal .box { width: 72; }
    TheirsModal Lines { max-height: 14; }
    """

    lines = getters.query_one(Lines)

    def __init__(self, changes: Sequence[str]) -> None:
        super().__init__()
        self._changes = changes
        self._place = 0

    def compose(self) -> ComposeResult:
        """A line a change."""
        with Vertical(classes="box") as box:
            box.border_title = "Changed by others"
            box.border_subtitle = "enter take back · esc keep"
            yield Lines()

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def action_move(self, by: int) -> None:
        """To another change."""
        self._place = (self._place + by) % len(self._changes)
        self._show()

    def action_choose(self) -> None:
        """Give the change under the cursor."""
        self.dismiss(self._place)

    def _show(self) -> None:
        # A few before the one under the cursor, and from it on those that fit.
        first = max(0, self._place - 2)
        self.lines.show([self._line(place) for place in range(first, len(self._changes))])

    def _line(self, place: int) -> Content:
        mark, style = ("▸ ", "bold") if place == self._place else ("  ", "")
        return Content.assemble((mark, "bold $accent"), (self._changes[place], style))
