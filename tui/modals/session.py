"""One session opened: what it holds, in pages, and what can be done with it."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, Literal

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.model import LoggedSession, Session
from data.roles import Role
from data.text import plain
from tui.keys import Key, bindings, key_name
from tui.modal import Modal
from tui.widgets.lines import Lines, wrapped

Answer = Literal["start", "log", "edit", "delete"]

_ANSWERS: Final = (
    Key("session.start", "enter", "answer('start')", "do it now", "Do this lift now"),
    Key("session.log", "r", "answer('log')", "done as planned", "Log it as done as planned, with a rating"),
    Key("session.edit", "e", "answer('edit')", "edit", "Edit the session", right="plan"),
    Key("session.delete", "d", "answer('delete')", "delete", "Delete the session", right="plan"),
)
_REST: Final = (
    Key("session.more", "space,down,j,pagedown,right", "page(1)", "more", "Next page", right="view"),
    Key("session.back", "up,k,pageup,left", "page(-1)", "back", "Page before", right="view"),
    Key("session.close", "escape,q,enter", "dismiss", "close", "Close", right="view"),
)
# Columns and lines that border, padding and keys take, and columns of text at most.
_AROUND_COLUMNS: Final = 6
_AROUND_LINES: Final = 6
_WIDEST: Final = 72


def offers(session: Session, may: Callable[[Role], bool] = lambda _: True) -> tuple[Answer, ...]:
    """What can be done with the session by whoever `may`: a lift is begun, a plan is logged, everything is edited and
    deleted."""
    changes: tuple[Answer, ...] = ("edit", "delete")
    if isinstance(session, LoggedSession):
        return changes if may("log") else ()
    if not may("log"):
        return changes if may("plan") else ()
    return ("start", "log", *changes) if session.kind == "strength" else ("log", *changes)


class SessionSheet(Modal[Answer | None]):
    """A session in full. `offered` are the answers that make sense for it."""

    CSS = "SessionSheet #keys { margin-top: 1; }"
    BINDINGS = bindings((*_ANSWERS, *_REST))
    RIGHT = "log"

    page = getters.query_one("#page", Lines)

    def __init__(self, title: str, paragraphs: Sequence[Content], offered: Collection[Answer]) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = paragraphs
        self._offered = offered
        self._pages: list[list[Content]] = [[]]
        self._page = 0

    def compose(self) -> ComposeResult:
        """A page, and under it the keys."""
        with Vertical(classes="box") as box:
            box.border_title = Content(plain(self._title))
            yield Lines(id="page")
            yield Static(id="keys", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Break the text into pages that fit, and begin again."""
        width = min(event.size.width - _AROUND_COLUMNS, _WIDEST)
        height = max(event.size.height - _AROUND_LINES, 1)
        lines = wrapped(self._paragraphs, width)
        self._pages = [lines[first : first + height] for first in range(0, len(lines), height)] or [[]]
        self._page = 0
        for each in self.query("#page, #keys"):
            each.styles.width = width
        self.query_one("#keys", Static).update(self._keys(width))
        self.action_page(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was offered can be answered."""
        return action != "answer" or parameters[0] in self._offered

    def action_answer(self, answer: Answer) -> None:
        """Close with the answer."""
        self.dismiss(answer)

    def action_page(self, by: int) -> None:
        """Turn the page, as far as there is one."""
        self._page = max(0, min(len(self._pages) - 1, self._page + by))
        self.page.show(self._pages[self._page])
        more = f"space more · {self._page + 1} of {len(self._pages)} · " if len(self._pages) > 1 else ""
        self.query_one(Vertical).border_subtitle = f"{more}esc close"

    def _keys(self, width: int) -> Content:
        """The keys with their words, which stay together, as many in a line as fit."""
        offered = [key for key in _ANSWERS if key.action[len("answer('") : -len("')")] in self._offered]
        parts = [Content.assemble((key_name(key.keys), "bold $accent"), f" {key.label}") for key in offered]
        lines = [Content()]
        for part in parts:
            longer = Content("  ").join((lines[-1], part)) if lines[-1] else part
            lines[-1:] = [longer] if longer.cell_length <= width else [lines[-1], part]
        return Content("\n").join(lines)
