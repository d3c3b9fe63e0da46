"""What is done with the set in hand, and with those logged before it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from data.live import steps
from data.live.hold import cancel_hold, end_hold, start_hold
from data.live.lift import LiveExercise, LiveLift, is_done, logged_before, logged_places, side_next
from data.model import LoggedSet
from data.text import plain
from tui import taken_back
from tui.screens import lift_views as views

if TYPE_CHECKING:
    from tui.screens.lift import LiftScreen


def log(screen: "LiftScreen") -> None:
    """Log the set, or keep the edited one; start or end a timed one; with nothing left to log, go on to the next
    exercise, or finish."""
    live, done = screen.live, screen.pane.in_hand
    if live is None:
        return
    if live.hold:
        screen.step(lambda live: end_hold(live, screen.desk.now()))
    elif done is None:
        screen.action_finish() if is_done(live) else screen.step(steps.to_next_open)
    elif _can_log(screen, live, done):
        _timed(screen, live, done) if screen.pane.starts_hold and not screen.editing else keep(screen, done)


def log_side(screen: "LiftScreen") -> None:
    """Log the one side, then the other; start the clock of a timed one."""
    live, done = screen.live, screen.pane.in_hand
    if live and done and _can_log(screen, live, done):
        done = replace(done, side=side_next(shown(screen, live)))
        _timed(screen, live, done) if screen.pane.starts_hold else keep(screen, done)


def keep(screen: "LiftScreen", done: LoggedSet) -> None:
    """Log a set as it stands, or put the edited one right with it."""
    live, place, now = screen.live, screen.editing, screen.desk.now()
    if place is None:
        screen.step(lambda live: steps.log_set(live, done, now))
    elif live and steps.edit_set(live, *place, done) == live:
        screen.show_lift(live)  # it was right before
    else:
        screen.step(lambda live: steps.edit_set(live, *place, done))


def shown(screen: "LiftScreen", live: LiveLift) -> LiveExercise:
    """The exercise of the set in hand."""
    return live.exercises[screen.editing[0] if screen.editing else live.current]


def edit(screen: "LiftScreen") -> None:
    """Take the set logged last in hand, or the one before that in hand."""
    if screen.live and not typed_first(screen) and (earlier := logged_before(screen.live, screen.editing)):
        screen.show_lift(screen.live, earlier)


def delete(screen: "LiftScreen") -> None:
    """Take the edited set away."""
    if place := screen.editing:
        screen.step(lambda live: steps.remove_set(live, *place))


def undo(screen: "LiftScreen") -> None:
    """Take the last set back, into the hand as it was logged, unless another one is being edited; give up a timed one
    that is under way."""
    before = screen.live
    if typed_first(screen):
        return
    if before and before.hold:
        screen.step(cancel_hold)
        return
    places = logged_places(before) if before else ()
    screen.step(steps.undo_set)
    if before and places and screen.editing is None and screen.live == steps.undo_set(before):
        exercise, place = places[-1]
        screen.pane.hold(before.exercises[exercise].done[place])
    if before and screen.live == steps.undo_set(before) != before:
        screen.taken = taken_back.remember(screen.taken, before, steps.undo_set)
        screen.refresh_bindings()


def again(screen: "LiftScreen") -> LiveLift | None:
    """The lift as it was before the last set was taken back; None where something else was done since."""
    return taken_back.again(screen.taken, screen.live, steps.undo_set)


def redo(screen: "LiftScreen") -> None:
    """Log again what was taken back last, as it was and when it was."""
    now, before = screen.live, again(screen)
    if before is None or typed_first(screen):
        return
    screen.step(lambda _: before)
    if screen.live != now:
        screen.taken = screen.taken[:-1]
        screen.refresh_bindings()


def take_back(screen: "LiftScreen", all_of_it: bool) -> None:
    """Give up a timed set, take back what was typed; with nothing typed, escape leaves the edit."""
    if screen.live and screen.live.hold:
        screen.step(cancel_hold)
    elif screen.pane.typed:
        screen.pane.take_back(all_of_it)
    elif all_of_it and screen.live:
        screen.show_lift(screen.live)


def type_in(screen: "LiftScreen", character: str) -> None:
    """One more character typed into the set in hand."""
    if wanted := screen.pane.type(character):
        _warn(screen, wanted)


def typed_first(screen: "LiftScreen") -> bool:
    """Whether something is typed that would be lost by leaving the set: it is logged or taken back first, and that is
    said."""
    pane = screen.pane
    if not pane.typed_set:
        return False
    enter = "kept: enter keeps" if screen.editing else "logged: enter logs"
    _warn(screen, pane.wrong or f"{pane.typed_set} is typed, not {enter} it, esc takes it back.")
    return True


def _timed(screen: "LiftScreen", live: LiveLift, draft: LoggedSet) -> None:
    """Start the clock of a timed set."""
    known, now = screen.desk.catalogue.exercise(shown(screen, live).exercise), screen.desk.now()
    unilateral = known is not None and known.unilateral
    screen.step(lambda live: start_hold(live, draft, now, unilateral=unilateral))


def _can_log(screen: "LiftScreen", live: LiveLift, done: LoggedSet) -> bool:
    """Whether the set in hand can be logged; says why not."""
    wrong = screen.pane.wrong
    if wrong is None and views.amount_of(done, shown(screen, live), screen.desk.catalogue) is None:
        wrong = "How many? → counts up; x5 after the weight types it."
    if wrong:
        _warn(screen, wrong)
    return wrong is None


def _warn(screen: "LiftScreen", wrong: str) -> None:
    screen.notify(plain(wrong), severity="warning", markup=False)
