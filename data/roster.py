"""The line of an athlete in the roster, read from their log."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from data.calendar import in_zone
from data.catalogue import Catalogue
from data.rules.roster import LOOK_BACK_DAYS, RosterLine, line_of, near_days
from data.store.errors import StoreError
from data.store.logbook import Logbook


def read_line(name: str, open_log: Callable[[], Logbook], catalogue: Catalogue, now: datetime) -> RosterLine:
    """How the athlete of that name is doing; where their log cannot be read, why not."""
    today = now.date()
    try:
        logbook = open_log()
        today = in_zone(now, logbook.athlete.zone).date()
        return line_of(name, logbook.glance(near_days(today), _since(today)), catalogue, now)
    except StoreError as error:
        return RosterLine(name, today, trouble=str(error))


def _since(today: date) -> date:
    return today - timedelta(LOOK_BACK_DAYS)
