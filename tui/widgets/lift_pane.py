"""A lift under way: its exercises beside the sets of one of them, the rest below. Holds the set in hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from data.live import upcoming
from data.model import LoggedSet
from tui.draft import RIR, next_type, nudged_amount, nudged_kg, takes_kg, typed_more, with_rir
from tui.keys import Key, bindings
from tui.widgets.lift_lines import (
    ExerciseRow,
    SetView,
    exercise_lines,
    exercises_start,
    in_hand,
    no_exercise,
    rest_line,
    set_lines,
)
from tui.widgets.lines import Lines

KEYS = (
    Key("live.log", "enter", "log", "log", "Log the set as it stands and start the rest; keep an edited one"),
    Key(
        "live.heavier", "up,k", "kg(1)", "kg", "A plate step heavier; digits type a weight, x goes on to the reps: 85x5"
    ),
    Key("live.lighter", "down,j", "kg(-1)", "lighter", "A plate step lighter", footer=False),
    Key("live.more", "right,l", "amount(1)", "reps", "One rep more, five seconds or metres more"),
    Key("live.fewer", "left,h", "amount(-1)", "fewer", "One rep less, five seconds or metres less", footer=False),
)


class LiftView(NamedTuple):
    """What the pane shows; `sets` is None in a session without exercises."""

    exercises: Sequence[ExerciseRow]
    sets: SetView | None


class LiftPane(Vertical, can_focus=True):
    """On a phone one exercise at a time; wider, the list of them at the left."""

    DEFAULT_CSS = """
    LiftPane {
        height: 1fr;
        #exercises { width: 30; height: 1fr; padding: 0 1; border-right: solid $panel; }
        #sets { width: 1fr; height: 1fr; padding: 0 1; }
        #rest { height: 1; padding: 0 1; }
    }
    """
    BINDINGS = bindings(KEYS)

    exercises = getters.query_one("#exercises", Lines)
    sets = getters.query_one("#sets", Lines)
    rest = getters.query_one("#rest", Lines)

    @dataclass
    class Logged(Message):
        """Enter was pressed on this set; None where nothing is left to log."""

        done: LoggedSet | None

    @dataclass
    class Picked(Message):
        """An exercise was clicked; its place in the list."""

        exercise: int

    class EditLeft(Message):
        """An edit of a done set was given up."""

    def __init__(self) -> None:
        super().__init__()
        self._view = LiftView((), None)

    def compose(self) -> ComposeResult:
        """Three blocks of lines."""
        with Horizontal():
            yield Lines(id="exercises")
            yield Lines(id="sets")
        yield Lines(id="rest")

    @property
    def in_hand(self) -> LoggedSet | None:
        """The set in hand, as it would be logged now."""
        return in_hand(self._view.sets) if self._view.sets else None

    def show(self, view: LiftView) -> None:
        """Show this, with its set in hand."""
        self._view = view
        self._paint()
        self.refresh_bindings()

    def show_rest(self, left: int | None, seconds: int) -> None:
        """Show what is left of the rest: one line, repainted where it differs."""
        self.rest.show([rest_line(left, seconds, self.rest.content_size.width)])

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new size."""
        self.call_after_refresh(self._paint)

    def on_key(self, event: events.Key) -> None:
        """Digits type into the set in hand; backspace and escape take typing back, escape leaves an edit."""
        sets = self._view.sets
        if sets is None or sets.draft is None:
            return
        if event.key == "escape" and sets.editing is not None and not sets.typed:
            self.post_message(self.EditLeft())
        elif event.key == "escape" and sets.typed:
            self._put(sets._replace(typed=""))
        elif event.key == "backspace" and sets.typed:
            self._put(sets._replace(typed=sets.typed[:-1]))
        elif not self._typed(sets, event.character or ""):
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """An exercise clicked is the next to do."""
        at = event.get_content_offset(self.exercises)
        rows = self._view.exercises
        if at and at.y < len(rows):
            self.post_message(self.Picked(at.y + exercises_start(rows, self.exercises.content_size.height)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A set is changed where there is one in hand, its weight where it has one; enter always means something."""
        sets = self._view.sets
        if action not in ("kg", "amount"):
            return True
        if sets is None or sets.draft is None:
            return False
        return action == "amount" or takes_kg(sets.known) or sets.draft.kg is not None

    def action_log(self) -> None:
        """Send the set in hand up."""
        self.post_message(self.Logged(self.in_hand))

    def action_kg(self, steps: int) -> None:
        """Heavier or lighter by plate steps."""
        self._change(lambda sets, draft: nudged_kg(draft, steps, sets.known, sets.rack))

    def action_amount(self, steps: int) -> None:
        """More or fewer reps, contacts, seconds, metres."""
        self._change(lambda sets, draft: nudged_amount(draft, steps, sets.known))

    def change_type(self) -> None:
        """The next type of set."""
        self._change(lambda sets, draft: next_type(draft, next(iter(upcoming(sets.exercise)), None)))

    def wait_for_rir(self) -> None:
        """The next digit is the RIR."""
        self._change(lambda sets, draft: draft, typed=RIR)

    def _change(self, change: Callable[[SetView, LoggedSet], LoggedSet], typed: str = "") -> None:
        sets, draft = self._view.sets, self.in_hand
        if sets and draft:
            self._put(sets._replace(draft=change(sets, draft), typed=typed))

    def _typed(self, sets: SetView, character: str) -> bool:
        """Whether the character was one to type."""
        if sets.typed == RIR:
            if not (character.isascii() and character.isdecimal()):
                return False
            self._change(lambda _, draft: with_rir(draft, character))
            return True
        longer = typed_more(sets.typed, character) if character else None
        if longer is not None:
            self._put(sets._replace(typed=longer))
        return longer is not None

    def _put(self, sets: SetView) -> None:
        self._view = self._view._replace(sets=sets)
        self._paint()

    def _paint(self) -> None:
        size = self.exercises.content_size
        self.exercises.show(exercise_lines(self._view.exercises, size.width, size.height))
        size, sets = self.sets.content_size, self._view.sets
        self.sets.show(set_lines(sets, size.width, size.height) if sets else no_exercise(size.width, size.height))
