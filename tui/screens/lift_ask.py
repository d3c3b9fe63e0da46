"""What a lift under way asks. A modal is imported when it is shown."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App

from data.amounts import amount_field
from data.entry import EntryError, read_set
from data.live import steps
from data.live.lift import LiveExercise, LiveLift, current_exercise
from data.live.swaps import exercise_named, options, swap
from data.model import LoggedSet
from tui.desk import Desk
from tui.draft import too_much
from tui.lift_text import set_example, set_in_full
from tui.screens import lift_hand as hand
from tui.screens import lift_views as views
from tui.screens import lifting
from tui.screens.ending import ask_how_it_ends
from tui.screens.live import put_in_place

if TYPE_CHECKING:
    from tui.screens.lift import LiftScreen

Step = Callable[[LiveLift], LiveLift]
Question = Callable[[App[Any], Desk, LiveLift], Awaitable[Step | None]]


def for_a_set(screen: "LiftScreen") -> None:
    """A set written in a line, which is logged, or takes the place of the edited one."""
    from tui.modals.set_line import SetLine

    live, draft, desk = screen.live, screen.pane.in_hand, screen.desk
    if live is None or draft is None:
        return
    exercise, settings = hand.shown(screen, live), desk.settings
    known = desk.catalogue.exercise(exercise.exercise)

    def _answered(done: LoggedSet | None) -> None:
        if done:
            hand.keep(screen, done)

    title, example = desk.catalogue.name(exercise.exercise), set_example(known, settings.units)
    enter = "keep" if screen.editing else "log"
    words = partial(set_in_full, exercise=known, units=settings.units, effort=settings.effort)
    read = partial(read_whole, desk=desk, exercise=exercise, draft=draft)
    screen.app.push_screen(SetLine(title, example, enter, read, words), _answered)


def read_whole(text: str, desk: Desk, exercise: LiveExercise, draft: LoggedSet) -> LoggedSet | EntryError:
    """The set of the exercise that a line says, which can be logged as it stands, or what is wrong with the line."""
    known, units = desk.catalogue.exercise(exercise.exercise), desk.settings.units
    done = read_set(text, known, units, draft)
    if isinstance(done, EntryError):
        return done
    amount = views.amount_of(done, exercise, desk.catalogue)
    if amount is None:
        return EntryError(0, "", f"How many {amount_field(known)}? Write such as: {set_example(known, units)}.")
    slip = too_much(done.kg, amount, units)
    return EntryError(0, "", slip) if slip else done


async def for_a_step(screen: "LiftScreen", question: Question) -> None:
    """One of the questions below, whose answer is a step, which is taken. To be run in a worker."""
    with screen.desk.reading(screen.app):
        if screen.live and (step := await question(screen.app, screen.desk, screen.live)):
            screen.step(step)


async def for_the_end(screen: "LiftScreen") -> None:
    """The rating, with which the session is logged; then on to the plan, where it now stands. To be run in a worker."""
    live, desk = screen.live, screen.desk
    with desk.reading(screen.app):
        if live and await ask_how_it_ends(screen.app, desk, live):
            if (day := live.start.date()) != desk.today():
                desk.day_wanted = day
            put_in_place(screen, desk)
            screen.app.switch_mode("plan")


async def for_a_note(screen: "LiftScreen") -> None:
    """A note, and what hurts. To be run in a worker."""
    from tui.modals.note import ask_note

    with screen.desk.reading(screen.app):
        if screen.live:
            await ask_note(screen.app, screen.live.notes, lambda said: screen.step(partial(views.noted, what=said)))


async def an_exercise(app: App[Any], desk: Desk, live: LiveLift) -> Step | None:
    """One more exercise, taken up at once."""
    chosen = await _any_exercise(app, desk, "Add an exercise")
    return partial(steps.add_exercise, exercise=lifting.added(desk, chosen)) if chosen else None


async def a_swap(app: App[Any], desk: Desk, live: LiveLift) -> Step | None:
    """Another exercise in the place of the current one."""
    from tui.modals.swap import ANY, SwapModal

    old = current_exercise(live)
    if old is None:
        return None
    name = desk.catalogue.name(old.exercise)
    chosen = await app.push_screen_wait(SwapModal(name, options(old.exercise, desk.catalogue)))
    if chosen == ANY:
        chosen = await _any_exercise(app, desk, f"Instead of {name}")
    return partial(swap, new=lifting.instead_of(desk, old, chosen)) if chosen else None


async def _any_exercise(app: App[Any], desk: Desk, title: str) -> str | None:
    from tui.modals.pick_exercise import PickExercise

    own = partial(exercise_named, catalogue=desk.catalogue)
    return await app.push_screen_wait(PickExercise(desk.catalogue.exercises.values(), title, own))
