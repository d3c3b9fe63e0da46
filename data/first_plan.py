"""What a new athlete starts from: a profile of three answers, and four weeks of lifting laid over the calendar."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from msgspec.structs import replace

from data.calendar import WEEKDAYS, in_zone
from data.catalogue import Catalogue
from data.laying import family_of, lay
from data.model import Athlete, PlannedSession, Priority, Weekday

WEEKS: Final = 4
_CLOCK: Final = time(18)
_FAMILY: Final = "gym_2day"
# Two days, not one after the other, and clear of the long run that most do on a weekend.
DAYS: Final[tuple[Weekday, ...]] = ("tuesday", "friday")


def profile(athlete: Athlete, priority: Priority, weekdays: Sequence[Weekday]) -> Athlete:
    """The athlete with what was answered."""
    in_order = tuple(day for day in WEEKDAYS if day in weekdays)
    return replace(athlete, priority=priority, preferred_strength_days=in_order)


def first_plan(athlete: Athlete, now: datetime, catalogue: Catalogue) -> tuple[PlannedSession, ...]:
    """The gym's two sessions in turn on the preferred days of the four weeks from today on; none without such days."""
    today = in_zone(now, athlete.zone).date()
    family = family_of(catalogue, _FAMILY)
    return lay(family, athlete.preferred_strength_days, _CLOCK, WEEKS, today, athlete.zone, now, catalogue)
