"""A note on the session under way, and what hurt."""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from data.model import Niggle
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.typed_line import TypedLine

KEYS = (Key("note.close", "escape", "dismiss", "close", "Close without keeping"),)
_LONGEST = {"note": 2000, "niggle": 80}


class Noted(NamedTuple):
    """What was written: the note as it is now, and a niggle where one was named."""

    note: str
    niggle: Niggle | None


class NoteModal(Modal[Noted | None]):
    """Two lines to write on; enter keeps both, escape neither."""

    BINDINGS = bindings(KEYS)
    CSS = """
    NoteModal .box { width: 60; }
    NoteModal Input { margin-bottom: 1; }
    NoteModal #wrong { color: $error; height: auto; }
    """

    def __init__(self, written: Noted) -> None:
        super().__init__()
        self._written = written

    def compose(self) -> ComposeResult:
        """The note and the niggle."""
        with Vertical(classes="box") as box:
            box.border_title = "Note"
            box.border_subtitle = "enter keep · tab next · esc"
            yield Static("How it goes", markup=False)
            yield TypedLine(self._written.note, placeholder="nothing noted yet", most=_LONGEST["note"], id="note")
            yield Static("What hurts, and how much (0–10)", markup=False)
            hurts = self._written.niggle
            said = f"{hurts.part} {hurts.level}" if hurts else ""
            yield TypedLine(said, placeholder="left knee 3", most=_LONGEST["niggle"], id="niggle")
            yield Static("", id="wrong", markup=False)

    @on(Input.Submitted)
    def keep(self) -> None:
        """Give back what was written, unless the niggle cannot be read."""
        text = self.query_one("#niggle", Input).value.strip()
        niggle = read_niggle(text)
        if text and niggle is None:
            self.query_one("#wrong", Static).update("Say where, then how much: left knee 3")
            self.query_one("#niggle", Input).focus()
            return
        self.dismiss(Noted(self.query_one("#note", Input).value.strip(), niggle))


async def ask_note(app: App[Any], note: str, keep: Callable[[Noted], bool]) -> None:
    """Ask for a note, beginning with the one there is, and have it kept. To be run in a worker.

    What cannot be kept is asked for again as it was written, until it can be or escape gives it up.
    """
    before = written = Noted(note, None)
    while (answer := await app.push_screen_wait(NoteModal(written))) and answer != before and not keep(answer):
        written = answer


def read_niggle(text: str) -> Niggle | None:
    """ "left knee 3": the part and its level from 0 to 10; None where either is missing."""
    part, _, level = text.strip().rpartition(" ")
    if not part.strip() or not (level.isascii() and level.isdecimal()) or int(level) > 10:
        return None
    return Niggle(part=part.strip(), level=int(level))
