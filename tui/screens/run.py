"""Live with a run under way: its time, its laps, its steps."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import events, getters, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from data.live import run_changes as changes
from data.live.run import Course, LiveRun, course_of, is_paused
from data.rules.explain import Explanation
from data.text import plain
from tui import taken_back
from tui.desk import Desk
from tui.keys import NO_REDO, bindings
from tui.messages import LogChanged, RunsOut
from tui.run_text import clock_words
from tui.screens import elsewhere, running
from tui.screens import run_views as views
from tui.screens.lifting import Beside
from tui.screens.live import moved_on, put_in_place
from tui.screens.run_keys import KEYS, works
from tui.telling import Telling
from tui.widgets.big_clock import BigClock
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines


class RunScreen(Telling, Screen[None]):
    """The run under way. Every lap is in the log before it is on the screen."""

    CSS_PATH = "run.tcss"
    BINDINGS = [*bindings(KEYS), NO_REDO]
    SHOWS = LiveRun
    RIGHT = "log"

    head = getters.query_one("#head", Lines)
    warning = getters.query_one("#warning", Lines)
    clock = getters.query_one(BigClock)
    place = getters.query_one("#place", Lines)
    coming = getters.query_one("#next", Lines)
    laps = getters.query_one("#laps", Lines)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._run: LiveRun | None = None
        self._course: Course | None = None
        self._beside: Sequence[Beside] = ()
        self._taken: tuple[LiveRun, ...] = ()

    def compose(self) -> ComposeResult:
        """Head and warning; the clock with the step beside it; the next step; the laps."""
        yield Lines(id="head", classes="head")
        yield Lines(id="warning")
        with Horizontal(id="now"):
            yield BigClock()
            yield Lines(id="place")
        yield Lines(id="next")
        yield Lines(id="laps")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the run; the time runs."""
        if isinstance(run := self.desk.logbook.live(), LiveRun):
            self._show(run)
        self.set_interval(1, self.tick)

    def on_screen_resume(self) -> None:
        """Show the run as the log has it."""
        self._reload()

    def on_log_changed(self, event: LogChanged) -> None:
        """Another terminal went on with it, or something beside it changed."""
        self._reload()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._paint)

    def why(self) -> Sequence[Explanation]:
        """The warnings, the target, the length."""
        return views.why(self._run, self._course, self._beside, self.desk.settings.units)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key works, and is named in the footer, where it has something to work on."""
        return works(action, self._run) and (action != "redo_lap" or self._again is not None)

    @property
    def key_words(self) -> dict[str, str]:
        """What the footer calls the keys that do now this and now that."""
        return {"run.pause": "go on"} if self._run and is_paused(self._run) else {}

    def action_lap(self) -> None:
        """End the lap or the step."""
        self._step(lambda run: changes.end_lap(run, self.desk.now()))

    def action_undo_lap(self) -> None:
        """Take the last lap back."""
        before = self._run
        self._step(changes.undo_lap)
        if before and self._run == changes.undo_lap(before) != before:
            self._taken = taken_back.remember(self._taken, before, changes.undo_lap)
            self.refresh_bindings()

    def action_redo_lap(self) -> None:
        """End the lap again that was taken back last, where it ended."""
        now, before = self._run, self._again
        if before and self._step(lambda _: before) and self._run != now:
            self._taken = self._taken[:-1]
            self.refresh_bindings()

    def action_no_redo(self) -> None:
        """Say that nothing was taken back."""
        self.notify(taken_back.NOTHING_AGAIN, timeout=4)

    def action_pause(self) -> None:
        """Stop the time, or let it go on."""
        self._step(lambda run: changes.pause(run, self.desk.now()))

    @work(exclusive=True)
    async def action_note(self) -> None:
        """Ask for a note and a niggle."""
        with self.desk.reading(self.app):
            await self._note()

    @work(exclusive=True)
    async def action_steps(self) -> None:
        """Ask for the steps."""
        from tui.modals.run_steps import RunSteps

        steps = self._run.steps if self._run else None
        with self.desk.reading(self.app):
            while steps is not None:
                steps = await self.app.push_screen_wait(RunSteps(steps, self.desk.settings.units))
                if steps is None or self._step(partial(changes.take_steps, steps=steps, now=self.desk.now())):
                    return

    @work(exclusive=True)
    async def action_finish(self) -> None:
        """Ask how far, how long and how hard, and log the run."""
        with self.desk.reading(self.app):
            await self._finish()

    async def _finish(self) -> None:
        from tui.modals.finish_run import FinishRun

        text: str | None = None
        # The stopwatch ends where finishing was asked for, not where the rating was found.
        now = views.ended(self._run, self.desk.now()) if self._run else self.desk.now()
        while run := self._run:
            ending = views.ending(
                run, now, running.beside(self.desk, run), self.desk.catalogue, self.desk.settings.units
            )
            answer = await self.app.push_screen_wait(FinishRun(ending, text))
            if answer is None:
                return
            text = answer.text
            if answer.what == "note":
                await self._note()
            elif answer.what == "drop":
                self._close(partial(elsewhere.drop, self.desk, run), "Thrown away: u on the plan brings it back")
                return
            else:
                logged = changes.finish_run(run, answer.rating, now, *answer.typed)
                said = views.done_words(ending.title, logged, self.desk.settings.units)
                if self._close(partial(running.finish, self.desk, run, logged), said) or not any(answer.typed):
                    return

    async def _note(self) -> None:
        from tui.modals.note import Noted, ask_note

        def _keep(said: Noted) -> bool:
            return self._step(lambda run: changes.note_run(run, said.note, said.niggle))

        if self._run:
            await ask_note(self.app, self._run.notes, _keep)

    @property
    def _again(self) -> LiveRun | None:
        """The run as it was before the last lap was taken back; None where something else was done since."""
        return taken_back.again(self._taken, self._run, changes.undo_lap)

    def _close(self, how: Callable[[], None], said: str) -> bool:
        """End the run, and go to the plan, where it now stands; gives whether it is over."""
        if not self.desk.attempt(self.app, how):
            self._reload()
            return False
        self.app.notify(plain(said), timeout=4, markup=False)
        put_in_place(self, self.desk)
        self.app.switch_mode("plan")
        return True

    def _step(self, step: Callable[[LiveRun], LiveRun]) -> bool:
        """Take a step: into the log, then onto the screen; gives whether it was taken."""
        if self._run is None:
            return True
        before, taken = self._run, list[LiveRun]()
        if not self.desk.attempt(self.app, lambda: taken.append(running.step_on(self.desk, before, step))):
            self._reload()
            return False
        if before not in taken:
            self._show(taken[0])
        return True

    def _reload(self) -> None:
        """Show what the log has now."""
        run = self.desk.logbook.live()
        if moved_on(self, self.desk) or not isinstance(run, LiveRun):
            return
        self._beside = running.beside(self.desk, run)
        self._show(run)

    def _show(self, run: LiveRun) -> None:
        self._run, self._course = run, None
        self._paint()
        self.refresh_bindings()

    def tick(self) -> None:
        """A second has gone by: show the time as it is now, and ring on the second that is shown."""
        self._paint()
        self.post_message(RunsOut())

    def _paint(self) -> None:
        run, units = self._run, self.desk.settings.units
        if run is None:
            return
        self._course = course = course_of(run, self.desk.now())
        width = self.head.content_size.width
        self.head.show([views.head(run, course, width)])
        self.warning.show(views.warning(self._beside, self.desk.catalogue, width))
        self.clock.show(clock_words(course), still=is_paused(run))
        self.place.show(views.place(run, course, units))
        self.coming.show(views.coming(run, course, units, width))
        self.laps.show(views.laps(course, units, width))
