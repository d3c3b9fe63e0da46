"""What of a lift runs with the clock: its minutes, what to cut of it, the rest, a timed set."""

from typing import TYPE_CHECKING

from data.live.budget import cut_offer
from data.live.hold import end_hold, hold_phase
from data.live.lift import Hold, LiveLift
from data.live.rest import rest_left
from tui.lift_order import side_of
from tui.messages import RunsOut
from tui.screens import lift_views as views

if TYPE_CHECKING:
    from tui.screens.lift import LiftScreen


def tick(screen: "LiftScreen") -> None:
    """A second has gone by: show what it shows now; a timed set that is over is logged."""
    if live := screen.live:
        _show_head(screen, live)
        if live.hold:
            _show_hold(screen, live, live.hold)
        else:
            screen.pane.show_rest(rest_left(live, screen.desk.now()), live.rest.seconds if live.rest else 0)


def _show_head(screen: "LiftScreen", live: LiveLift) -> None:
    """The minutes, and the warnings below them."""
    desk, width, offered = screen.desk, screen.head.content_size.width, screen.offer
    now = desk.now()
    screen.offer = cut_offer(live, now, desk.catalogue)
    screen.head.show([views.head(live, now, width)])
    screen.warning.show(views.warning(screen.beside, screen.offer, desk.catalogue, width))
    if (offered is None) != (screen.offer is None):
        screen.refresh_bindings()


def _show_hold(screen: "LiftScreen", live: LiveLift, hold: Hold) -> None:
    """Where the timed set is; once it is over, it is logged by whoever sees it first."""
    screen.post_message(RunsOut())
    now = screen.desk.now()
    phase = hold_phase(hold, now)
    if phase.what != "over" or not screen.desk.may("log"):
        screen.pane.show_hold(phase, side_of(hold, phase))
    elif screen.desk.logbook.live() == live:
        screen.step(lambda live: end_hold(live, now))
    else:
        screen.reload()  # another terminal has logged it
