"""Live with a lift under way: logged set by set."""

from collections.abc import Sequence

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.screen import Screen

from data.live import steps
from data.live.budget import CutOffer, cut
from data.live.lift import LiveLift
from data.live.rest import end_rest, rest_left, set_rest, shift_own_rest
from data.live.supersets import move_exercise, tie_or_untie
from data.rules.explain import Explanation
from data.text import plain
from tui.desk import Desk
from tui.messages import LogChanged
from tui.screens import lift_ask as ask
from tui.screens import lift_clock as clock
from tui.screens import lift_hand as hand
from tui.screens import lift_shown as shown
from tui.screens import lift_views as views
from tui.screens import lifting
from tui.screens.lift_ask import Step
from tui.screens.lift_keys import BINDINGS, words, works
from tui.taken_back import NOTHING_AGAIN
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.lift_pane import LiftPane
from tui.widgets.lines import Lines


class LiftScreen(Telling, Screen[None]):
    """The lift under way. Every set is in the log before it is on the screen."""

    CSS_PATH = "lift.tcss"
    BINDINGS = BINDINGS
    SHOWS = LiveLift
    RIGHT = "log"

    head = getters.query_one("#head", Lines)
    warning = getters.query_one("#warning", Lines)
    pane = getters.query_one(LiftPane)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.live: LiveLift | None = None
        self.editing: tuple[int, int] | None = None
        self.last: views.LastTimes = {}
        self.beside: Sequence[lifting.Beside] = ()
        self.offer: CutOffer | None = None
        self.taken: tuple[LiveLift, ...] = ()

    def compose(self) -> ComposeResult:
        """Head and warning; below them the lift."""
        yield Lines(id="head", classes="head")
        yield Lines(id="warning")
        yield LiftPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the lift; the rest and the minutes run."""
        self.ticking = self.set_interval(1, self.tick)
        if isinstance(live := self.desk.logbook.live(), LiveLift):
            self.show_lift(live)

    def on_screen_resume(self) -> None:
        """Show the lift as the log has it."""
        self.reload()

    def on_log_changed(self, event: LogChanged) -> None:
        """Another terminal went on with it, or something beside it changed."""
        self.reload()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head and the rest to the new width."""
        self.call_after_refresh(self.tick)

    def why(self) -> Sequence[Explanation]:
        """The warnings, then the figures of the lift."""
        return views.why(self.live, self.pane.in_hand, self.beside, self.desk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key works, and is named in the footer, where it has something to work on."""
        can = works(action, self.live, self.pane, self.editing is not None, self.offer is not None)
        return can and (action != "redo_set" or hand.again(self) is not None)

    @property
    def key_words(self) -> dict[str, str]:
        """What the footer calls the keys that do now this and now that."""
        return words(self.live, self.pane, self.editing is not None, self.desk.settings.units)

    def action_log(self) -> None:
        """Log the set, or keep the edited one; start or end a timed one; go on, or finish."""
        hand.log(self)

    def action_side(self) -> None:
        """Log the one side, then the other."""
        hand.log_side(self)

    def action_set_line(self) -> None:
        """Ask for a set written in a line, and log it."""
        ask.for_a_set(self)

    def action_kg(self, by: int) -> None:
        """Heavier or lighter."""
        self.pane.nudge_kg(by)

    def action_amount(self, by: int) -> None:
        """More or fewer."""
        self.pane.nudge_amount(by)
        self._reword()

    def action_type_in(self, character: str) -> None:
        """A digit, a point, an x, an @."""
        hand.type_in(self, character)
        self._reword()

    def action_take_back(self, all_of_it: bool) -> None:
        """Give up a timed set, take back what was typed, or leave the edit."""
        hand.take_back(self, all_of_it)
        self._reword()

    @on(LiftPane.Picked)
    def pick(self, event: LiftPane.Picked) -> None:
        """Another exercise, by the mouse."""
        if self.desk.may("log"):
            self._leave(lambda live: steps.go_to(live, event.exercise))

    def action_effort(self) -> None:
        """Wait for the digit."""
        self.pane.wait_for_effort()

    def action_type(self) -> None:
        """The next type of set."""
        self.pane.change_type()

    def action_edit(self) -> None:
        """Take the set logged last in hand, or the one before that in hand."""
        hand.edit(self)

    def action_delete(self) -> None:
        """Take the edited set away."""
        hand.delete(self)

    def action_undo_set(self) -> None:
        """Take the last set back; give up a timed one that is under way."""
        hand.undo(self)

    def action_redo_set(self) -> None:
        """Log again what was taken back last."""
        hand.redo(self)

    def action_no_redo(self) -> None:
        """Say that nothing was taken back."""
        self._say(NOTHING_AGAIN)

    def action_add_set(self) -> None:
        """One more set."""
        self._leave(steps.add_set)

    def action_skip(self) -> None:
        """Skip the exercise, or take it up again."""
        before = self.live
        if before and self._leave(views.skipped_or_not):
            self._say(views.skipped_words(before, self.live, self.desk.catalogue))

    def action_exercise(self, by: int) -> None:
        """Another exercise."""
        self._leave(lambda live: steps.go_to(live, live.current + by))

    def action_move(self, by: int) -> None:
        """The exercise done sooner or later."""
        self._leave(lambda live: move_exercise(live, by))

    def action_superset(self) -> None:
        """Tie with the next exercise, or untie; while something is typed, times."""
        if self.pane.typed:
            hand.type_in(self, "x")
        elif self.live and self.step(tie_or_untie):
            self._say(views.superset_words(self.live, self.desk.catalogue))

    def action_cut(self) -> None:
        """Cut what is offered."""
        offer = self.offer
        if offer and self.step(lambda live: cut(live, offer)):
            self._say(f"{self.desk.catalogue.name(offer.exercise)} is cut: S on it takes it up again.")

    def action_end_rest(self) -> None:
        """No more rest; while something is typed, a space."""
        self.pane.type(" ") if self.pane.takes(" ") else self.step(end_rest)

    def action_shift_rest(self, by: int) -> None:
        """A longer or shorter rest: the one under way, else the exercise's own from now on."""
        under_way = self.live and rest_left(self.live, self.desk.now()) is not None
        self.step(lambda live: (set_rest if under_way else shift_own_rest)(live, by))

    @work(exclusive=True)
    async def action_note(self) -> None:
        """Ask for a note and a niggle."""
        await ask.for_a_note(self)

    @work(exclusive=True)
    async def action_add_exercise(self) -> None:
        """Ask for an exercise, and take it up."""
        if not hand.typed_first(self):
            await ask.for_a_step(self, ask.an_exercise)

    @work(exclusive=True)
    async def action_swap(self) -> None:
        """Ask for another exercise, and do that instead."""
        if not hand.typed_first(self):
            await ask.for_a_step(self, ask.a_swap)

    @work(exclusive=True)
    async def action_finish(self) -> None:
        """Ask for the rating, and log the session."""
        if not hand.typed_first(self):
            await ask.for_the_end(self)

    def step(self, step: Step) -> bool:
        """Take a step: into the log, then onto the screen; gives whether it changed anything."""
        return shown.take(self, step)

    def reload(self) -> None:
        """Show what the log has now."""
        shown.reload(self)

    def show_lift(self, live: LiveLift, editing: tuple[int, int] | None = None) -> None:
        """Show it with its next set in hand, or with the one to be put right: the set of that place, of the exercise of
        that place."""
        shown.show(self, live, editing)

    def _leave(self, step: Step) -> bool:
        """Take a step away from the set in hand, unless something is typed into it."""
        return not hand.typed_first(self) and self.step(step)

    def _say(self, words: str) -> None:
        if words:
            self.notify(plain(words), timeout=4, markup=False)

    def _reword(self) -> None:
        """The footer anew, where a timed set is now to be started and now to be logged."""
        if self.pane.counts == "seconds":
            self.refresh_bindings()

    def tick(self) -> None:
        """A second has gone by: show what it shows now; a timed set that is over is logged."""
        clock.tick(self)
