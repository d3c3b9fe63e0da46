"""What every screen works with: the athlete's log, the settings, the catalogue and the time."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from data.access import WRITES, Role
from data.calendar import in_zone
from data.catalogue import Catalogue
from data.model import Athlete
from data.store.config import Settings
from data.store.errors import StoreError
from data.store.logbook import Logbook

if TYPE_CHECKING:
    from textual.app import App


class Desk:
    """One athlete's log on the table, with what is needed to read it.

    `keep_settings` writes the settings to where they are kept; `newcomer` is who a new log is of. `day_wanted` is a
    day that another screen asked the plan to show: the plan takes it when it is next seen. `faults` are
    what was wrong with the settings, a line each.
    """

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        catalogue: Catalogue,
        clock: Callable[[], datetime],
        keep_settings: Callable[[Settings], object] = lambda _: None,
        newcomer: Athlete | None = None,
    ) -> None:
        self.logbook = logbook
        self.settings = settings
        self.catalogue = catalogue
        self.newcomer = newcomer or Athlete()
        self.day_wanted: date | None = None
        self.faults: tuple[str, ...] = ()
        self._clock = clock
        self._keep_settings = keep_settings
        self._zone = Athlete().zone
        self._seen = logbook.stamp()
        self._seen_day = self.today()
        self._level = Athlete().level
        self._level_for: Hashable = None

    def may(self, right: Role) -> bool:
        """Whether whoever sits here may do that in this log."""
        visitor = self.logbook.visitor
        return visitor is None or WRITES[right] <= WRITES[visitor.role]

    def lifter(self) -> Athlete:
        """The athlete as the rules of a season take them: at the level of their lifts, where they go by those."""
        athlete = self.logbook.athlete
        if athlete.level_by == "said":
            return athlete
        from data.rules.level import LIFTS, counting_level, measured_level

        stamp = self.logbook.stamp()
        if stamp != self._level_for:
            lifts = self.logbook.with_exercises(LIFTS)
            self._level = counting_level(athlete, measured_level(athlete, lifts, self.catalogue))
            self._level_for = stamp
        return replace(athlete, level=self._level)

    def now(self) -> datetime:
        """The present moment, as clocks where the athlete lives show it; where that can be read no more, lived."""
        with suppress(StoreError):
            self._zone = self.logbook.athlete.zone
        return in_zone(self._clock(), self._zone)

    def today(self) -> date:
        """The present day where the athlete lives."""
        return self.now().date()

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings, and work with them from now on. Raises StoreError."""
        self._keep_settings(settings)
        self.settings = settings

    def attempt(self, app: "App[Any]", step: Callable[[], object]) -> bool:
        """Do a step that writes; say in one line why it could not be done, and give whether it was."""
        from tui.telling import tell

        try:
            step()
        except StoreError as error:
            tell(app, error, "Not saved")
            return False
        self._seen = self.logbook.stamp()
        return True

    @contextmanager
    def reading(self, app: "App[Any]") -> Iterator[None]:
        """What is left undone where the log cannot be read for it, which is said in one line; what follows goes on."""
        from tui.telling import tell

        try:
            yield
        except StoreError as error:
            tell(app, error, "Not read")

    def changed(self) -> bool:
        """Whether the log has changed under us, or a new day begun, since this was last asked or our own last step."""
        before, now = (self._seen, self._seen_day), (self.logbook.stamp(), self.today())
        self._seen, self._seen_day = now
        return before != now
