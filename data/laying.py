"""A template laid over coming weeks: which of its sessions falls on which day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from itertools import cycle

from data.calendar import WEEKDAYS, Days, at
from data.catalogue import Catalogue, TemplateSession
from data.ids import new_id
from data.model import PlannedSession, Weekday
from data.rules.duration import estimated_minutes


def family_of(catalogue: Catalogue, name: str) -> tuple[TemplateSession, ...]:
    """The sessions of a template ("gym_2day": A and B), in the order of its file; none for an unknown name."""
    return tuple(session for session in catalogue.templates.values() if session.template == name)


def lay(
    family: Sequence[TemplateSession],
    weekdays: Collection[Weekday],
    clock: time,
    weeks: int,
    from_day: date,
    zone: str,
    now: datetime,
    catalogue: Catalogue,
    taken: Collection[date] = (),
) -> tuple[PlannedSession, ...]:
    """The family's sessions in turn on the weekdays, at `clock` in `zone`, from `from_day` on for so many weeks.

    The first day gets the first session. A start before `now` is left out, and so are the `taken` days, which hold a
    lift already; a taken day still uses up its turn. Each lasts as long as it is estimated to, in whole minutes.
    """
    if not family:
        return ()
    days = Days(from_day, from_day + timedelta(weeks=weeks))
    starts = [at(day, clock, zone) for day in days.each() if WEEKDAYS[day.weekday()] in weekdays]
    turns = zip(cycle(family), (start for start in starts if start >= now), strict=False)
    return tuple(
        PlannedSession(
            id=new_id(now),
            kind="strength",
            start=start,
            zone=zone,
            minutes=round(estimated_minutes(session.item, catalogue)),
            template=session.key,
        )
        for session, start in turns
        if start.date() not in taken
    )
