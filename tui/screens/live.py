"""Live: what is under way, on a screen of its own kind; where nothing is, what can be begun."""

from typing import Any

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from data.live.run import LiveRun
from tui.desk import Desk


def live_screen(desk: Desk) -> Screen[None]:
    """The screen of what the log has under way. Raises StoreError where that cannot be read."""
    live = desk.logbook.live()
    # Imported when it is needed: the start pays for one alone.
    if live is None:
        from tui.screens.lobby import LobbyScreen

        return LobbyScreen(desk)
    if isinstance(live, LiveRun):
        from tui.screens.run import RunScreen

        return RunScreen(desk)
    from tui.screens.lift import LiftScreen

    return LiftScreen(desk)


def moved_on(screen: Screen[Any], desk: Desk) -> AwaitComplete | None:
    """Put the right screen in the place of this one, where the log has something else under way than it can show.

    None where it can show it. What is given may be waited for, but not by the screen that goes. A screen that is not
    looked at stays until it is. Raises StoreError where the log cannot be read.
    """
    if screen.is_modal or getattr(screen, "SHOWS", None) is type(desk.logbook.live()):
        return None
    return put_in_place(screen, desk) if screen.is_current else AwaitComplete()


def put_in_place(screen: Screen[Any], desk: Desk) -> AwaitComplete:
    """The screen of what the log has under way in the place of this one, which is looked at."""
    # The first screen of a mode was never pushed, so it lacks the callback that a switch takes off.
    if not screen._result_callbacks:
        screen._push_result_callback(screen, None)
    return screen.app.switch_screen(live_screen(desk))
