"""The athletes whose logs can be opened here: who they are, how each is doing, and the desk with the log of one."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime

from msgspec.structs import replace

from data.access import Allows, Role, Visitor, always
from data.catalogue import Catalogue
from data.model import Athlete
from data.roster import read_line
from data.rules.roster import RosterLine
from data.store.config import Settings
from data.store.home import Home
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tui.desk import Desk


class Club:
    """The logs of a home that one person may open.

    `me` is who that is, and signs what they write; `names` gives whose logs they may open, and `role_in` what they may
    do there, while `allows` says so. Nothing here writes, and reading the line of an athlete may be done in a thread.
    """

    def __init__(
        self,
        home: Home,
        me: str,
        clock: Callable[[], datetime],
        catalogue: Catalogue,
        names: Callable[[], Sequence[str]],
        role_in: Callable[[str], Role],
        keep_settings: Callable[[Settings], object],
        allows: Allows = always,
    ) -> None:
        self._home = home
        self._me = me
        self._clock = clock
        self._catalogue = catalogue
        self._names = names
        self._role_in = role_in
        self._keep_settings = keep_settings
        self._allows = allows

    def names(self) -> Sequence[str]:
        """Whose logs can be opened. Raises StoreError where the home cannot be read."""
        return self._names()

    def desk(self, name: str) -> Desk:
        """The desk with the log of that athlete. Raises StoreError where it cannot be read."""
        logbook = self._home.open_known(name, self._clock, self.visitor(name), self._allows)
        return self._desk(logbook, Athlete(name=name))

    def at_the_door(self) -> Desk:
        """A desk with nobody's log on it: empty, and nothing can be written there."""
        return self._desk(Logbook(MemoryBackend(), self._clock, visitor=Visitor(self._me, "view")), Athlete())

    def visitor(self, name: str) -> Visitor | None:
        """Who this person is in the log of that athlete; None where it is their own."""
        role = self._role_in(name)
        own = role == "log" and self._me.casefold() == name.casefold()
        return None if own else Visitor(self._me, role)

    def line(self, name: str) -> RosterLine:
        """How the athlete is doing."""
        role = self._role_in(name)
        # Whoever only looks tidies nothing, and takes no lock.
        looking = Visitor(self._me, "comment" if role == "log" else role)
        line = read_line(
            name, lambda: self._home.open_known(name, self._clock, looking), self._catalogue, self._clock()
        )
        return replace(line, trouble=self._home.unplaced(line.trouble)) if line.trouble else line

    def stamp(self, name: str) -> Hashable:
        """Something that differs whenever the line of the athlete may. Costs a stat."""
        return self._home.stamp(name), self._clock().date()

    def _desk(self, logbook: Logbook, newcomer: Athlete) -> Desk:
        settings = self._home.settings()
        desk = Desk(logbook, settings, self._catalogue, self._clock, self._keep_settings, newcomer)
        desk.faults = tuple(problem.line() for problem in self._home.problems())
        return desk


def own_club(home: Home, clock: Callable[[], datetime], catalogue: Catalogue) -> Club:
    """All the logs of a home, for whoever the home belongs to."""
    from getpass import getuser

    me = home.settings().athlete or getuser()
    return Club(home, me, clock, catalogue, home.athletes, lambda _: "log", home.save_settings)
