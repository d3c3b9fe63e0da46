"""A lift under way: its exercises beside the sets of one of them, the rest below. Holds the set in hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from msgspec.structs import replace
from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from data.amounts import amount_field
from data.live.hold import HoldPhase
from data.live.lift import upcoming
from data.model import LoggedSet
from tui.draft import next_type, nudged_amount, nudged_kg, says_amount, takes_kg, typed_more, typed_wrong
from tui.effort import ASKED, is_effort, is_typing, is_waiting, said, wanted
from tui.widgets.exercise_list import ExerciseRow, exercise_at, exercise_lines
from tui.widgets.lift_lines import SetView, in_hand, no_exercise, set_lines, starts_hold
from tui.widgets.lines import Lines
from tui.widgets.rest_lines import hold_line, rest_line

# From so many columns on there is room for the list of exercises, and for what a set of each is.
_NORMAL: Final = 60
_WIDE: Final = 110
# What the padding and the border of the list of exercises take.
_FRAME: Final = 3

# What a key makes of the set in hand.
Change = Callable[[SetView, LoggedSet], LoggedSet]


class LiftView(NamedTuple):
    """What the pane shows; `sets` is None in a session without exercises."""

    exercises: Sequence[ExerciseRow]
    sets: SetView | None


class Hand(NamedTuple):
    """A set in hand that is not as it was offered, and what is being typed into it."""

    draft: LoggedSet
    typed: str
    counted: bool


class LiftPane(Vertical):
    """On a phone one exercise at a time; wider, the list of them at the left."""

    DEFAULT_CSS = """
    LiftPane {
        height: 1fr;
        #exercises { height: 1fr; padding: 0 1; border-right: solid $panel; }
        #sets { width: 1fr; height: 1fr; padding: 0 1; }
        #foot { height: 1; padding: 0 1; }
        #rest { height: 1; }
    }
    """
    exercises = getters.query_one("#exercises", Lines)
    sets = getters.query_one("#sets", Lines)
    rest = getters.query_one("#rest", Lines)

    @dataclass
    class Picked(Message):
        """An exercise was clicked; its place in the list."""

        exercise: int

    def __init__(self) -> None:
        super().__init__()
        self._view = LiftView((), None)
        self._offered: LoggedSet | None = None

    def compose(self) -> ComposeResult:
        """Three blocks of lines."""
        with Horizontal():
            yield Lines(id="exercises")
            yield Lines(id="sets")
        # The space around it is another widget's: what ticks is painted from the edge of its own.
        with Vertical(id="foot"):
            yield Lines(id="rest")

    @property
    def in_hand(self) -> LoggedSet | None:
        """The set in hand, as it would be logged now."""
        return in_hand(self._view.sets) if self._view.sets else None

    @property
    def typed(self) -> bool:
        """Whether anything is being typed."""
        return bool(self._view.sets and is_typing(self._view.sets.typed))

    @property
    def typed_set(self) -> str:
        """What is typed of a set, "85x4"; "" where nothing is, or an effort."""
        return "" if self._view.sets is None or is_effort(self._view.sets.typed) else self._view.sets.typed

    @property
    def wrong(self) -> str | None:
        """What cannot be read of what was typed, or is not finished, in one line."""
        sets = self._view.sets
        if sets is None:
            return None
        if is_effort(sets.typed):
            return wanted(sets.typed, sets.effort) if is_waiting(sets.typed) else None
        return typed_wrong(sets.typed, sets.known, sets.units)

    @property
    def starts_hold(self) -> bool:
        """Whether enter starts the clock of a timed set."""
        return self._view.sets is not None and starts_hold(self._view.sets)

    @property
    def counts(self) -> str:
        """What the exercise is counted in: reps, contacts, seconds or metres."""
        return amount_field(self._view.sets.known if self._view.sets else None)

    @property
    def one_sided(self) -> bool:
        """Whether the set in hand is done with one side after the other."""
        sets = self._view.sets
        return bool(sets and sets.draft and sets.known and sets.known.unilateral)

    def takes(self, character: str) -> bool:
        """Whether the character goes on with what is being typed."""
        typed = self._view.sets.typed if self._view.sets else ""
        return bool(typed) and not is_effort(typed) and typed_more(typed, character) is not None

    @property
    def changed_by_hand(self) -> Hand | None:
        """The set in hand where something was made of it; None where it is as it was offered."""
        sets = self._view.sets
        if sets is None or sets.draft is None or (sets.draft == self._offered and not sets.typed):
            return None
        return Hand(sets.draft, sets.typed, sets.counted)

    @property
    def weighs(self) -> bool:
        """Whether the set in hand has a weight, or can have one."""
        sets = self._view.sets
        return bool(sets and sets.draft and (takes_kg(sets.known) or sets.draft.kg is not None))

    def show(self, view: LiftView) -> None:
        """Show this, with its set in hand."""
        self._view = view
        self._offered = view.sets.draft if view.sets else None
        self._paint()

    def show_rest(self, left: int | None, seconds: int) -> None:
        """Show what is left of the rest: one line, repainted where it differs."""
        self.rest.show([rest_line(left, seconds, self.size.width - 2)])

    def show_hold(self, phase: HoldPhase, side: str) -> None:
        """Show where a timed set is, in the place of the rest."""
        self.rest.show([hold_line(phase, side, self.size.width - 2)])

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new size."""
        self._paint()

    def on_click(self, event: events.Click) -> None:
        """An exercise clicked is the next to do."""
        at = event.get_content_offset(self.exercises)
        width, height = _list_width(self.size.width) - _FRAME, self.size.height - 1
        place = exercise_at(self._view.exercises, width, height, at.y) if at else None
        if place is not None:
            self.post_message(self.Picked(place))

    def hold(self, done: LoggedSet) -> None:
        """Take a set in hand as it was logged, in the place of what is prescribed."""
        self._change(lambda sets, draft: replace(done, at=None), counted=True)

    def take_up(self, hand: Hand) -> None:
        """Take a set in hand again that was changed before."""
        self._change(lambda sets, draft: hand.draft, hand.typed, hand.counted)

    def nudge_kg(self, steps: int) -> None:
        """Heavier or lighter by plate steps."""
        self._change(lambda sets, draft: nudged_kg(draft, steps, sets.known, sets.rack))

    def nudge_amount(self, steps: int) -> None:
        """More or fewer reps, contacts, seconds, metres."""
        self._change(lambda sets, draft: nudged_amount(draft, steps, sets.known), counted=True)

    def change_type(self) -> None:
        """The next type of set."""
        self._change(lambda sets, draft: next_type(draft, next(iter(upcoming(sets.exercise)), None)))

    def wait_for_effort(self) -> None:
        """The next digit is the effort."""
        self._change(lambda sets, draft: draft, typed=ASKED)

    def type(self, character: str) -> str | None:
        """One more character typed into the set in hand; one that cannot go there is left out.

        Gives what is wanted instead, in one line, where an effort is waited for.
        """
        sets = self._view.sets
        if sets is None or sets.draft is None:
            return None
        if is_effort(sets.typed):
            if now := said(sets.typed, character, sets.draft.rir, sets.effort):
                rir = sets.draft.rir if now.rir is None else now.rir
                self._put(sets._replace(draft=replace(sets.draft, rir=rir), typed=now.typed))
                return None
            if is_typing(sets.typed):
                return wanted(sets.typed, sets.effort)
            sets = sets._replace(typed="")
        if (longer := typed_more(sets.typed, character)) is not None:
            self._put(sets._replace(typed=longer))
        return None

    def take_back(self, all_of_it: bool) -> None:
        """The last character typed taken back, or all of them."""
        if sets := self._view.sets:
            self._put(sets._replace(typed="" if all_of_it or is_effort(sets.typed) else sets.typed[:-1]))

    def _change(self, change: Change, typed: str = "", counted: bool = False) -> None:
        sets, draft = self._view.sets, self.in_hand
        if sets and draft:
            counted = counted or sets.counted or (not is_effort(sets.typed) and says_amount(sets.typed, sets.known))
            self._put(sets._replace(draft=change(sets, draft), typed=typed, counted=counted))

    def _put(self, sets: SetView) -> None:
        self._view = self._view._replace(sets=sets)
        self._paint()

    def _paint(self) -> None:
        # Widths are worked out, not asked for: what is asked for is only right after the next layout.
        size, sets = self.size, self._view.sets
        if not size:
            return
        width, height = _list_width(size.width), size.height - 1
        self.exercises.display = width > 0
        self.exercises.styles.width = width
        self.exercises.show(exercise_lines(self._view.exercises, width - _FRAME, height))
        width = size.width - width - 2
        self.sets.show(set_lines(sets, width, height) if sets else no_exercise(width, height))


def _list_width(width: int) -> int:
    """How much of the width the list of exercises takes."""
    return 0 if width < _NORMAL else 30 if width < _WIDE else 60
