"""The lift on the screen and the lift in the log kept the same: a step taken, what another terminal did taken in."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from data.live.lift import LiveLift, is_done
from data.live.together import same_in_hand
from tui.screens import lift_views as views
from tui.screens import lifting
from tui.screens.lift_ask import Step
from tui.screens.live import moved_on

if TYPE_CHECKING:
    from tui.screens.lift import LiftScreen


def take(screen: "LiftScreen", step: Step) -> bool:
    """Take a step: into the log, then onto the screen; gives whether it changed anything. What cannot be saved stays
    in hand, to be tried again."""
    if screen.live is None:
        return False
    before, taken = screen.live, list[LiveLift]()
    if not screen.desk.attempt(screen.app, lambda: taken.append(lifting.step_on(screen.desk, before, step))):
        screen.reload()
        return False
    if before in taken:
        return False
    (after,) = taken
    goes_on = after.current == before.current and after.hold == before.hold
    _show_again(screen, after) if goes_on else show(screen, after)
    if is_done(after) and not is_done(before):
        screen.action_finish()
    return True


def reload(screen: "LiftScreen") -> None:
    """Show what the log has now. What was made of the set in hand stays where its exercise is what it was."""
    live = screen.desk.logbook.live()
    if moved_on(screen, screen.desk) or not isinstance(live, LiveLift):
        return
    screen.beside = lifting.beside(screen.desk, live)
    screen.tick() if live == screen.live else _show_again(screen, live)


def show(screen: "LiftScreen", live: LiveLift, editing: tuple[int, int] | None = None) -> None:
    """Show it with its next set in hand, or with the one at the place `editing`."""
    before, screen.live, screen.editing = screen.live, live, editing
    screen.last = views.last_times(live, screen.last, screen.desk)
    screen.pane.show(views.lift_view(live, editing, screen.last, screen.desk))
    if before is None or (before.rest, before.hold) != (live.rest, live.hold):
        screen.ticking.reset()  # so that its seconds are those of the rest or the timed set
    screen.tick()
    screen.refresh_bindings()


def _show_again(screen: "LiftScreen", live: LiveLift) -> None:
    """Show it anew, with what was made of the set in hand where its exercise is what it was."""
    before, editing, made = screen.live, screen.editing, screen.pane.changed_by_hand
    place = editing[0] if editing else before.current if before else 0
    if before is None or not (editing or made) or not same_in_hand(before, live, place):
        return show(screen, live)
    show(screen, live if editing else replace(live, current=place), editing)
    if made:
        screen.pane.take_up(made)
