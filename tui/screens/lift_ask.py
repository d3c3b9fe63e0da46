"""What a lift under way asks: each question gives the step that its answer is, or nothing."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from data.live import steps
from data.live.lift import LiveLift, current_exercise
from data.live.swaps import exercise_named, options, swap
from tui.desk import Desk
from tui.screens import lift_views as views
from tui.screens import lifting

Step = Callable[[LiveLift], LiveLift]


async def ask_note(app: App[Any], desk: Desk, live: LiveLift) -> Step | None:
    """A note, and what hurts."""
    from tui.modals.note import NoteModal

    noted = await app.push_screen_wait(NoteModal(live.notes))
    return partial(views.noted, what=noted) if noted else None


async def ask_exercise(app: App[Any], desk: Desk, live: LiveLift) -> Step | None:
    """One more exercise, taken up at once."""
    chosen = await _any_exercise(app, desk, "Add an exercise")
    return partial(steps.add_exercise, exercise=lifting.added(desk, chosen)) if chosen else None


async def ask_swap(app: App[Any], desk: Desk, live: LiveLift) -> Step | None:
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
