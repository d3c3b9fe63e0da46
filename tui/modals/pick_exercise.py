"""An exercise found by a few letters of its name, or one of the athlete's own."""

from collections.abc import Callable, Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from data.model import Exercise
from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.typed_line import TypedLine

KEYS = (
    Key("pick.down", "down", "move(1)", "down", "Next", False),
    Key("pick.up", "up", "move(-1)", "up", "Previous", False),
    Key("pick.close", "escape", "dismiss", "close", "Close without choosing"),
)


class PickExercise(Modal[str | None]):
    """Type to narrow, arrows to move, enter to choose; gives the exercise's id.

    `named` gives the id of whatever name was typed: what nothing is found for is an exercise of the athlete's own.
    """

    BINDINGS = bindings(KEYS)
    CSS = """
    PickExercise .box { width: 56; height: 94%; }
    PickExercise Input { margin-bottom: 1; }
    PickExercise OptionList {
        height: 1fr;
        border: none;
        padding: 0;
        background: $surface;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, exercises: Iterable[Exercise], title: str, named: Callable[[str], str | None]) -> None:
        super().__init__()
        self._exercises = tuple(exercises)
        self._title = title
        self._named = named

    def compose(self) -> ComposeResult:
        """What is typed above what it finds."""
        with Vertical(classes="box") as box:
            box.border_title = Content(plain(self._title))
            box.border_subtitle = "↑↓ · enter take · esc leave"
            yield TypedLine(placeholder="A part of its name, or your own")
            found = OptionList(markup=False)
            found.can_focus = False
            yield found

    def on_mount(self) -> None:
        """Show them all."""
        self._find("")

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show those whose names have all the words typed."""
        self._find(event.value)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Give back the one under the cursor; nothing happens where none was found."""
        found = self.query_one(OptionList)
        if found.highlighted is not None:
            self.dismiss(found.get_option_at_index(found.highlighted).id)

    @on(OptionList.OptionSelected)
    def choose_by_mouse(self, event: OptionList.OptionSelected) -> None:
        """Give back the one clicked."""
        self.dismiss(event.option_id)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        found = self.query_one(OptionList)
        if found.option_count:
            found.highlighted = ((found.highlighted or 0) + by) % found.option_count

    def _find(self, text: str) -> None:
        words = text.lower().split()
        found = self.query_one(OptionList)
        found.clear_options()
        for each in self._exercises:
            if all(word in f"{each.name} {each.category}".lower() for word in words):
                kind = each.category.replace("_", " ")
                found.add_option(Option(Content.assemble(each.name, (f"  {kind}", "dim")), id=each.id))
        own = self._named(text) if text.strip() else None
        if own and own not in {option.id for option in found.options}:
            name = Content.assemble(plain(" ".join(text.split())), ("  your own", "dim"))
            found.add_option(Option(name, id=own))
        found.highlighted = 0 if found.option_count else None
