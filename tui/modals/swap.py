"""Another exercise instead of one: a key each for home, easier, harder; those alike by a digit; any by its name."""

from typing import Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from data.live.swaps import SwapOptions
from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.exercise_list import window
from tui.widgets.lines import Lines

# The answer that asks for any exercise.
ANY: Final = "/"
KEYS = (
    Key("swap.home", "h", "take('h')", "home", "The version for home", False),
    Key("swap.easier", "e", "take('e')", "easier", "The easier one", False),
    Key("swap.harder", "r", "take('r')", "harder", "The harder one", False),
    *(Key(f"swap.{digit}", str(digit), f"take('{digit}')", "alike", "One alike", False) for digit in range(1, 10)),
    Key("swap.any", "a,slash", "any", "any", "Any exercise, or one of your own"),
    Key("swap.down", "down,j", "move(1)", "down", "Next", False),
    Key("swap.up", "up,k", "move(-1)", "up", "Previous", False),
    Key("swap.choose", "enter", "choose", "swap", "Swap for the one under the cursor"),
    Key("swap.close", "escape,q", "dismiss", "close", "Close without swapping"),
)
# Lines of the box that are no exercise: its border and padding, the line about any.
_OTHER_LINES: Final = 6


class _Choice(NamedTuple):
    key: str
    what: str
    name: str
    exercise: str


class SwapModal(Modal[str | None]):
    """Gives the exercise's id, or ANY."""

    BINDINGS = bindings(KEYS)
    CSS = "SwapModal .box { width: 56; }"

    def __init__(self, name: str, options: SwapOptions) -> None:
        super().__init__()
        self._instead_of = name
        self._choices = _choices(options)
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """One line a choice."""
        with Vertical(classes="box") as box:
            box.border_title = Content(f"Instead of {plain(self._instead_of)}")
            box.border_subtitle = "a any, or your own · esc"
            yield Lines()

    def on_mount(self) -> None:
        """Show the choices."""
        self._paint()

    def on_resize(self, event: events.Resize) -> None:
        """Fit them to the new size."""
        self.call_after_refresh(self._paint)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key works where there is a choice of it."""
        if action == "take":
            return any(each.key == parameters[0] for each in self._choices)
        return bool(self._choices) if action in ("move", "choose") else True

    def action_take(self, key: str) -> None:
        """Take the one of that key."""
        self.dismiss(next(each.exercise for each in self._choices if each.key == key))

    def action_any(self) -> None:
        """Ask for any exercise."""
        self.dismiss(ANY)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._cursor = (self._cursor + by) % len(self._choices)
        self._paint()

    def action_choose(self) -> None:
        """Take the one under the cursor."""
        self.dismiss(self._choices[self._cursor].exercise)

    def _paint(self) -> None:
        lines, width = self.query_one(Lines), self.query_one(Lines).size.width
        room = max(1, self.app.size.height - _OTHER_LINES)
        start = window(len(self._choices), self._cursor, room)
        shown = list(enumerate(self._choices))[start : start + room]
        nothing = [Content("None is known that is like it: a finds any.")]
        lines.show([_line(each, place == self._cursor, width) for place, each in shown] or nothing)


def _choices(options: SwapOptions) -> tuple[_Choice, ...]:
    """Home, easier, harder, alike; the first easier one has the key, and the first nine alike have digits."""
    home = [("h", "home", options.home)] if options.home else []
    easier = [("e" if place == 0 else "", "easier", each) for place, each in enumerate(options.easier)]
    harder = [("r", "harder", options.harder)] if options.harder else []
    alike = [(str(place) if place < 10 else "", "alike", each) for place, each in enumerate(options.alike, 1)]
    return tuple(_Choice(key, what, each.name, each.id) for key, what, each in (*home, *easier, *harder, *alike))


def _line(choice: _Choice, under_cursor: bool, width: int) -> Content:
    line = Content.assemble(
        ("▸" if under_cursor else " ", "bold $accent"),
        (f"{choice.key:>2}", "bold $accent"),
        (f"  {choice.what:<7} ", "dim"),
        (plain(choice.name), "bold" if under_cursor else ""),
    )
    return line.truncate(max(1, width), ellipsis=True)
