"""What runs out in the session under way rings wherever in the app one is, and is told to the terminal."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from data.store.errors import StoreError
from tui.desk import Desk
from tui.rest_watch import RestWatch, running
from tui.run_watch import RunWatch


class Ringing:
    """What rings. `tell` sends the terminal what is no part of the screen."""

    def __init__(self, environ: Mapping[str, str], tell: Callable[[str], None]) -> None:
        self._rests = RestWatch(environ)
        self._runs = RunWatch()
        self._tell = tell

    def begin(self) -> None:
        """Give the window the app's title."""
        self._tell(self._rests.begin())

    def end(self) -> None:
        """Leave the terminal as it was."""
        self._tell(self._rests.end())

    def look(self, desk: Desk) -> bool:
        """Tell the terminal what runs in the log on the desk; gives whether a run rings now. To be called at least once
        a second."""
        with suppress(StoreError):  # a screen that shows the log says what is wrong with it
            live, now = desk.logbook.under_way(), desk.now()
            rests = running(live, now, desk.catalogue)
            self._tell(self._rests.look(rests, now, desk.settings))
            # It rings where the athlete is.
            return self._runs.look(live, now) and desk.settings.bell and desk.may("log")
        return False
