"""A note on the session under way, and what hurt."""

from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.model import Niggle
from tui.keys import Key, bindings

KEYS = (Key("note.close", "escape", "dismiss", "close", "Close without keeping"),)
_PART = 80


class Noted(NamedTuple):
    """What was written: the note as it is now, and a niggle where one was named."""

    note: str
    niggle: Niggle | None


class NoteModal(ModalScreen[Noted | None]):
    """Two lines to write on; enter keeps both, escape neither."""

    BINDINGS = bindings(KEYS)
    CSS = "NoteModal .box { width: 60; } NoteModal Input { height: 3; } NoteModal #wrong { color: $error; }"

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        """The note and the niggle."""
        with Vertical(classes="box") as box:
            box.border_title = "Note"
            box.border_subtitle = "enter keep · tab next · esc"
            yield Input(self._note, placeholder="How it went", id="note", max_length=2000)
            yield Static("What hurts, and how much from 0 to 10", markup=False)
            yield Input(placeholder="left knee 3", id="niggle", max_length=_PART)
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


def read_niggle(text: str) -> Niggle | None:
    """ "left knee 3": the part and its level from 0 to 10; None where either is missing."""
    part, _, level = text.strip().rpartition(" ")
    if not part.strip() or not (level.isascii() and level.isdecimal()) or int(level) > 10:
        return None
    return Niggle(part=part.strip(), level=int(level))
