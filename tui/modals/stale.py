"""A session that was left unfinished: finish it, keep it, or throw it away."""

from typing import Literal, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal

Answer = Literal["finish", "keep", "drop"]

KEYS = (
    Key("stale.finish", "f,enter", "answer('finish')", "finish", "Rate it and log it, as of its last moment"),
    Key("stale.keep", "k,escape,q", "answer('keep')", "keep", "Keep it: it goes on, and is asked about tomorrow"),
    Key("stale.drop", "d", "answer('drop')", "throw away", "Throw it away; u brings it back"),
)


class Left(NamedTuple):
    """What was left: its title, what there is of it in a few lines, and what finishing it would log in words.

    Without these words there is nothing to log.
    """

    title: str
    about: tuple[str, ...]
    finishing: str


class StaleModal(Modal[Answer]):
    """Asks what is to become of it. Enter does what is usual: it logs what was done, or keeps what was not begun."""

    BINDINGS = bindings(KEYS)
    CSS = """
    StaleModal .box { width: 52; }
    StaleModal Static { height: auto; }
    """

    def __init__(self, left: Left) -> None:
        super().__init__()
        self._left = left

    def compose(self) -> ComposeResult:
        """What there is of it, and the three answers."""
        with Vertical(classes="box") as box:
            box.border_title = Content(f"{plain(self._left.title)}, unfinished")
            yield Static(Content("\n").join(Content(plain(each)) for each in self._left.about))
            yield Static(Content("\n").join([Content(""), *self._answers()]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Finishing needs something to log."""
        return bool(self._left.finishing) if parameters == ("finish",) else True

    def action_answer(self, answer: Answer) -> None:
        """Finish, keep or drop."""
        self.dismiss(answer)

    def _answers(self) -> list[Content]:
        words = [("f", f"finish: {self._left.finishing}")] if self._left.finishing else []
        words += [("k", "keep it and go on"), ("d", "throw away; u brings it back")]
        return [Content.assemble((f"{key} ", "bold $accent"), said) for key, said in words]
