"""Live with a lift under way: logged set by set."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.screen import Screen

from data.live import steps
from data.live.lift import LiveLift, is_done, logged_before, logged_places
from data.live.rest import end_rest, rest_left, set_rest
from data.live.together import same_in_hand
from data.rules.explain import Explanation
from tui.desk import Desk
from tui.messages import LogChanged
from tui.screens import lift_views as views
from tui.screens import lifting
from tui.screens.ending import ask_how_it_ends
from tui.screens.lift_keys import BINDINGS, works
from tui.screens.live import moved_on, put_in_place
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.lift_pane import LiftPane
from tui.widgets.lines import Lines


class LiftScreen(Telling, Screen[None]):
    """The lift under way. Every set is in the log before it is on the screen."""

    CSS_PATH = "lift.tcss"
    BINDINGS = BINDINGS
    SHOWS = LiveLift

    head = getters.query_one("#head", Lines)
    warning = getters.query_one("#warning", Lines)
    pane = getters.query_one(LiftPane)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._live: LiveLift | None = None
        self._editing: tuple[int, int] | None = None
        self._last: views.LastTimes = {}
        self._beside: Sequence[lifting.Beside] = ()

    def compose(self) -> ComposeResult:
        """Head and warning; below them the lift."""
        yield Lines(id="head", classes="head")
        yield Lines(id="warning")
        yield LiftPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the lift; the rest and the minutes run."""
        if isinstance(live := self.desk.logbook.live(), LiveLift):
            self._show(live)
        self.set_interval(1, self.tick)

    def on_screen_resume(self) -> None:
        """Show the lift as the log has it."""
        self._reload()

    def on_log_changed(self, event: LogChanged) -> None:
        """Another terminal went on with it, or something beside it changed."""
        self._reload()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head and the rest to the new width."""
        self.call_after_refresh(self.tick)

    def why(self) -> Sequence[Explanation]:
        """The warnings, then the figures of the lift."""
        return views.why(self._live, self.pane.in_hand, self._beside, self.desk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key works, and is named in the footer, where it has something to work on."""
        return works(action, self._live, self.pane, self._editing is not None)

    def action_log(self) -> None:
        """Log the set, or keep the edited one; with nothing left to log, go on to the next exercise, or finish."""
        live, done, place = self._live, self.pane.in_hand, self._editing
        if live is None:
            return
        if done is None:
            self.action_finish() if is_done(live) else self._step(steps.to_next_open)
        elif views.amount_of(done, live.exercises[place[0] if place else live.current], self.desk.catalogue) is None:
            self.notify("How many? → counts up; x5 after the weight types it.", severity="warning", markup=False)
        elif place:
            self._step(lambda live: steps.edit_set(live, *place, done))
        else:
            self._step(lambda live: steps.log_set(live, done, self.desk.now()))

    def action_kg(self, by: int) -> None:
        """Heavier or lighter."""
        self.pane.nudge_kg(by)

    def action_amount(self, by: int) -> None:
        """More or fewer."""
        self.pane.nudge_amount(by)

    def action_type_in(self, character: str) -> None:
        """A digit, a point, an x."""
        self.pane.type(character)

    def action_take_back(self, all_of_it: bool) -> None:
        """Take what was typed back; with nothing typed, escape leaves the edit."""
        if self.pane.typed:
            self.pane.take_back(all_of_it)
        elif all_of_it and self._live:
            self._show(self._live)

    @on(LiftPane.Picked)
    def pick(self, event: LiftPane.Picked) -> None:
        """Another exercise, by the mouse."""
        self._step(lambda live: steps.go_to(live, event.exercise))

    def action_rir(self) -> None:
        """Wait for the digit."""
        self.pane.wait_for_rir()

    def action_type(self) -> None:
        """The next type of set."""
        self.pane.change_type()

    def action_edit(self) -> None:
        """Take the set logged last in hand, or the one before that in hand."""
        if self._live and (earlier := logged_before(self._live, self._editing)):
            self._show(self._live, earlier)

    def action_delete(self) -> None:
        """Take the edited set away."""
        if place := self._editing:
            self._step(lambda live: steps.remove_set(live, *place))

    def action_undo_set(self) -> None:
        """Take the last set back, into the hand as it was logged."""
        before = self._live
        places = logged_places(before) if before else ()
        self._step(steps.undo_set)
        if before and places and self._live == steps.undo_set(before):
            exercise, place = places[-1]
            self.pane.hold(before.exercises[exercise].done[place])

    def action_add_set(self) -> None:
        """One more set."""
        self._step(steps.add_set)

    def action_skip(self) -> None:
        """Skip the exercise, or take it up again."""
        self._step(views.skipped_or_not)

    def action_exercise(self, by: int) -> None:
        """Another exercise."""
        self._step(lambda live: steps.go_to(live, live.current + by))

    def action_end_rest(self) -> None:
        """No more rest."""
        self._step(end_rest)

    def action_shift_rest(self, by: int) -> None:
        """A longer or shorter rest."""
        self._step(lambda live: set_rest(live, by))

    @work(exclusive=True)
    async def action_note(self) -> None:
        """Ask for a note and a niggle."""
        with self.desk.reading(self.app):
            await self._note()

    @work(exclusive=True)
    async def action_add_exercise(self) -> None:
        """Ask for an exercise, and take it up."""
        from tui.modals.pick_exercise import PickExercise

        if chosen := await self.app.push_screen_wait(PickExercise(self.desk.catalogue.exercises.values())):
            with self.desk.reading(self.app):
                self._step(lambda live: steps.add_exercise(live, lifting.added(self.desk, chosen)))

    @work(exclusive=True)
    async def action_finish(self) -> None:
        """Ask for the rating, and log the session."""
        with self.desk.reading(self.app):
            if self._live and await ask_how_it_ends(self.app, self.desk, self._live):
                self._leave()

    async def _note(self) -> None:
        from tui.modals.note import NoteModal

        if self._live and (noted := await self.app.push_screen_wait(NoteModal(self._live.notes))):
            self._step(lambda live: views.noted(live, noted))

    def _leave(self) -> None:
        """It is over: on to the plan, where it now stands."""
        if self._live and (day := self._live.start.date()) != self.desk.today():
            self.desk.day_wanted = day
        put_in_place(self, self.desk)
        self.app.switch_mode("plan")

    def _step(self, step: Callable[[LiveLift], LiveLift]) -> None:
        """Take a step: into the log, then onto the screen. What cannot be saved stays in hand, to be tried again."""
        if self._live is None:
            return
        before, taken = self._live, list[LiveLift]()
        if not self.desk.attempt(self.app, lambda: taken.append(lifting.step_on(self.desk, before, step))):
            self._reload()
        elif before not in taken:
            self._show(taken[0])
            if is_done(taken[0]) and not is_done(before):
                self.action_finish()

    def _reload(self) -> None:
        """Show what the log has now. What was made of the set in hand stays where its exercise is what it was."""
        live = self.desk.logbook.live()
        if moved_on(self, self.desk) or not isinstance(live, LiveLift):
            return
        self._beside = lifting.beside(self.desk, live)
        if live == self._live:
            self._paint_head()
        else:
            self._show_again(live)

    def _show_again(self, live: LiveLift) -> None:
        before, editing, hand = self._live, self._editing, self.pane.changed_by_hand
        place = editing[0] if editing else before.current if before else 0
        if before is None or not (editing or hand) or not same_in_hand(before, live, place):
            return self._show(live)
        self._show(live if editing else replace(live, current=place), editing)
        if hand:
            self.pane.take_up(hand)

    def _show(self, live: LiveLift, editing: tuple[int, int] | None = None) -> None:
        self._live, self._editing = live, editing
        self._last = views.last_times(live, self._last, self.desk)
        self.pane.show(views.lift_view(live, editing, self._last, self.desk))
        self.tick()
        self.refresh_bindings()

    def _paint_head(self) -> None:
        if self._live is None:
            return
        width = self.head.content_size.width
        self.head.show([views.head(self._live, self.desk.now(), width)])
        self.warning.show(views.warning(self._beside, self.desk.catalogue, width))

    def tick(self) -> None:
        """A second has gone by: show the minutes and the rest as they are now."""
        self._paint_head()
        rest = self._live.rest if self._live else None
        left = rest_left(self._live, self.desk.now()) if self._live else None
        self.pane.show_rest(left, rest.seconds if rest else 0)
