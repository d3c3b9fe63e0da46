"""Live with a lift under way: logged set by set."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from msgspec.structs import replace
from textual import events, getters, on, work
from textual.app import App, ComposeResult
from textual.screen import Screen

from data.live import steps
from data.live.budget import CutOffer, cut, cut_offer
from data.live.hold import cancel_hold, end_hold, hold_phase, start_hold
from data.live.lift import LiveLift, is_done, logged_before, logged_places, side_next
from data.live.rest import end_rest, rest_left, set_rest, shift_own_rest
from data.live.supersets import move_exercise, tie_or_untie
from data.live.together import same_in_hand
from data.model import LoggedSet
from data.rules.explain import Explanation
from data.text import plain
from tui.desk import Desk
from tui.lift_order import side_of
from tui.messages import LogChanged, RunsOut
from tui.screens import lift_views as views
from tui.screens import lifting
from tui.screens.ending import ask_how_it_ends
from tui.screens.lift_ask import Step, ask_exercise, ask_note, ask_swap
from tui.screens.lift_keys import BINDINGS, words, works
from tui.screens.live import moved_on, put_in_place
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.lift_pane import LiftPane
from tui.widgets.lines import Lines

Question = Callable[[App[Any], Desk, LiveLift], Awaitable[Step | None]]


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
        self._live: LiveLift | None = None
        self._editing: tuple[int, int] | None = None
        self._last: views.LastTimes = {}
        self._beside: Sequence[lifting.Beside] = ()
        self._offer: CutOffer | None = None

    def compose(self) -> ComposeResult:
        """Head and warning; below them the lift."""
        yield Lines(id="head", classes="head")
        yield Lines(id="warning")
        yield LiftPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the lift; the rest and the minutes run."""
        self._ticking = self.set_interval(1, self.tick)
        if isinstance(live := self.desk.logbook.live(), LiveLift):
            self._show(live)

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
        return works(action, self._live, self.pane, self._editing is not None, self._offer is not None)

    @property
    def key_words(self) -> dict[str, str]:
        """What the footer calls the keys that do now this and now that."""
        return words(self._live, self.pane, self._editing is not None, self.desk.settings.units)

    def action_log(self) -> None:
        """Log the set, or keep the edited one; start or end a timed one; with nothing left to log, go on to the next
        exercise, or finish."""
        live, done, place = self._live, self.pane.in_hand, self._editing
        if live is None:
            return
        if live.hold:
            self._step(lambda live: end_hold(live, self.desk.now()))
        elif done is None:
            self.action_finish() if is_done(live) else self._step(steps.to_next_open)
        elif not self._can_log(live, done):
            return
        elif place:
            if not self._step(lambda live: steps.edit_set(live, *place, done)):
                self._show(live)  # it was right before
        else:
            self._log(done)

    def action_side(self) -> None:
        """Log the one side, then the other."""
        live, done = self._live, self.pane.in_hand
        if live and done and self._can_log(live, done):
            self._log(replace(done, side=side_next(live.exercises[live.current])))

    def action_kg(self, by: int) -> None:
        """Heavier or lighter."""
        self.pane.nudge_kg(by)

    def action_amount(self, by: int) -> None:
        """More or fewer."""
        self.pane.nudge_amount(by)
        self._reword()

    def action_type_in(self, character: str) -> None:
        """A digit, a point, an x, an @."""
        self.pane.type(character)
        self._reword()

    def action_take_back(self, all_of_it: bool) -> None:
        """Give up a timed set, take back what was typed; with nothing typed, escape leaves the edit."""
        if self._live and self._live.hold:
            self._step(cancel_hold)
        elif self.pane.typed:
            self.pane.take_back(all_of_it)
        elif all_of_it and self._live:
            self._show(self._live)
        self._reword()

    @on(LiftPane.Picked)
    def pick(self, event: LiftPane.Picked) -> None:
        """Another exercise, by the mouse."""
        self._step(lambda live: steps.go_to(live, event.exercise))

    def action_effort(self) -> None:
        """Wait for the digit."""
        self.pane.wait_for_effort()

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
        """Take the last set back, into the hand as it was logged, unless another one is being edited; give up a timed
        one that is under way."""
        before = self._live
        if before and before.hold:
            self._step(cancel_hold)
            return
        places = logged_places(before) if before else ()
        self._step(steps.undo_set)
        if before and places and self._editing is None and self._live == steps.undo_set(before):
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

    def action_move(self, by: int) -> None:
        """The exercise done sooner or later."""
        self._step(lambda live: move_exercise(live, by))

    def action_superset(self) -> None:
        """Tie with the next exercise, or untie; while something is typed, times."""
        self.pane.type("x") if self.pane.typed else self._step(tie_or_untie)

    def action_cut(self) -> None:
        """Cut what is offered."""
        offer = self._offer
        if offer and self._step(lambda live: cut(live, offer)):
            said = f"{plain(self.desk.catalogue.name(offer.exercise))} is cut: S on it takes it up again."
            self.notify(said, timeout=4, markup=False)

    def action_end_rest(self) -> None:
        """No more rest; while something is typed, a space."""
        self.pane.type(" ") if self.pane.takes(" ") else self._step(end_rest)

    def action_shift_rest(self, by: int) -> None:
        """A longer or shorter rest: the one under way, else the exercise's own from now on."""
        under_way = self._live and rest_left(self._live, self.desk.now()) is not None
        self._step(lambda live: (set_rest if under_way else shift_own_rest)(live, by))

    @work(exclusive=True)
    async def action_note(self) -> None:
        """Ask for a note and a niggle."""
        await self._ask(ask_note)

    @work(exclusive=True)
    async def action_add_exercise(self) -> None:
        """Ask for an exercise, and take it up."""
        await self._ask(ask_exercise)

    @work(exclusive=True)
    async def action_swap(self) -> None:
        """Ask for another exercise, and do that instead."""
        await self._ask(ask_swap)

    @work(exclusive=True)
    async def action_finish(self) -> None:
        """Ask for the rating, and log the session."""
        with self.desk.reading(self.app):
            if self._live and await ask_how_it_ends(self.app, self.desk, self._live):
                self._leave()

    async def _ask(self, question: Question) -> None:
        with self.desk.reading(self.app):
            if self._live and (step := await question(self.app, self.desk, self._live)):
                self._step(step)

    def _leave(self) -> None:
        """It is over: on to the plan, where it now stands."""
        if self._live and (day := self._live.start.date()) != self.desk.today():
            self.desk.day_wanted = day
        put_in_place(self, self.desk)
        self.app.switch_mode("plan")

    def _can_log(self, live: LiveLift, done: LoggedSet) -> bool:
        """Whether the set in hand can be logged; says why not."""
        exercise = live.exercises[self._editing[0] if self._editing else live.current]
        wrong = self.pane.wrong
        if wrong is None and views.amount_of(done, exercise, self.desk.catalogue) is None:
            wrong = "How many? → counts up; x5 after the weight types it."
        if wrong:
            self.notify(plain(wrong), severity="warning", markup=False)
        return wrong is None

    def _log(self, done: LoggedSet) -> None:
        known = self.desk.catalogue.exercise(self._live.exercises[self._live.current].exercise) if self._live else None
        now, unilateral = self.desk.now(), known is not None and known.unilateral
        if self.pane.starts_hold:
            self._step(lambda live: start_hold(live, done, now, unilateral=unilateral))
        else:
            self._step(lambda live: steps.log_set(live, done, now))

    def _step(self, step: Step) -> bool:
        """Take a step: into the log, then onto the screen; gives whether anything changed. What cannot be saved stays
        in hand, to be tried again."""
        if self._live is None:
            return False
        before, taken = self._live, list[LiveLift]()
        if not self.desk.attempt(self.app, lambda: taken.append(lifting.step_on(self.desk, before, step))):
            self._reload()
            return True
        if before in taken:
            return False
        (after,) = taken
        self._show_again(after) if after.current == before.current and after.hold == before.hold else self._show(after)
        if is_done(after) and not is_done(before):
            self.action_finish()
        return True

    def _reload(self) -> None:
        """Show what the log has now. What was made of the set in hand stays where its exercise is what it was."""
        live = self.desk.logbook.live()
        if moved_on(self, self.desk) or not isinstance(live, LiveLift):
            return
        self._beside = lifting.beside(self.desk, live)
        if live == self._live:
            self.tick()
        else:
            self._show_again(live)

    def _show_again(self, live: LiveLift) -> None:
        """Show it anew, with what was made of the set in hand where its exercise is what it was."""
        before, editing, hand = self._live, self._editing, self.pane.changed_by_hand
        place = editing[0] if editing else before.current if before else 0
        if before is None or not (editing or hand) or not same_in_hand(before, live, place):
            return self._show(live)
        self._show(live if editing else replace(live, current=place), editing)
        if hand:
            self.pane.take_up(hand)

    def _show(self, live: LiveLift, editing: tuple[int, int] | None = None) -> None:
        before, self._live, self._editing = self._live, live, editing
        self._last = views.last_times(live, self._last, self.desk)
        self.pane.show(views.lift_view(live, editing, self._last, self.desk))
        if before is None or (before.rest, before.hold) != (live.rest, live.hold):
            self._ticking.reset()  # so that its seconds are those of the rest or the timed set
        self.tick()
        self.refresh_bindings()

    def _reword(self) -> None:
        """The footer anew, where a timed set is now to be started and now to be logged."""
        if self.pane.counts == "seconds":
            self.refresh_bindings()

    def _paint_head(self) -> None:
        if self._live is None:
            return
        now, width, offered = self.desk.now(), self.head.content_size.width, self._offer
        self._offer = cut_offer(self._live, now, self.desk.catalogue)
        self.head.show([views.head(self._live, now, width)])
        self.warning.show(views.warning(self._beside, self._offer, self.desk.catalogue, width))
        if (offered is None) != (self._offer is None):
            self.refresh_bindings()

    def tick(self) -> None:
        """A second has gone by: show what it shows now; a timed set that is over is logged."""
        self._paint_head()
        live, now = self._live, self.desk.now()
        if live is None:
            return
        if live.hold:
            self.post_message(RunsOut())
        if live.hold is None:
            self.pane.show_rest(rest_left(live, now), live.rest.seconds if live.rest else 0)
        elif (phase := hold_phase(live.hold, now)).what != "over" or not self.desk.may("log"):
            self.pane.show_hold(phase, side_of(live.hold, phase))
        elif self.desk.logbook.live() == live:
            self._step(lambda live: end_hold(live, now))
        else:
            self._reload()  # another terminal has logged it
