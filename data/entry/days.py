"""The words that say on which day: "tomorrow", "wed", "last tue", "in 3 days", "1 jun", "2026-06-02"."""

import re
from datetime import date, timedelta
from typing import Final

from data.entry.draft import DaySaid, Look, Step, tell
from data.entry.error import wrong
from data.entry.words import DAY_WORDS, MONTH_WORDS, WEEKDAY_WORDS

_ISO: Final = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_AWAY: Final = re.compile(r"([0-9]{1,3})\s*(day|week)s?")


def read_day(look: Look) -> Step:
    """The day said here, if one is."""
    for read in (_named_day, _weekday, _days_away, _iso_date, _day_and_month):
        if (step := read(look)) is not None:
            return step
    return None


def _named_day(look: Look) -> Step:
    if look.low() not in DAY_WORDS:
        return None
    day = _only(look.known.now.date() + timedelta(DAY_WORDS[look.low()]))
    return tell(look, day=day, clock="evening") if look.low() == "tonight" else tell(look, day=day)


def _weekday(look: Look) -> Step:
    turn = look.low() if look.low() in ("last", "next") else ""
    weekday = WEEKDAY_WORDS.get(look.low(1 if turn else 0))
    if weekday is None:
        return None
    today = look.known.now.date()
    before = today - timedelta((today.weekday() - weekday) % 7)
    after = today + timedelta((weekday - today.weekday()) % 7)
    week = timedelta(7)
    if turn == "last":
        return tell(look, 2, day=_only(before if before < today else before - week))
    if turn == "next":
        return tell(look, 2, day=_only(after if after > today else after + week))
    return tell(look, day=DaySaid(ahead=(after, after + week), behind=(before, before - week)))


def _days_away(look: Look) -> Step:
    ahead = look.low() == "in"
    found = _AWAY.fullmatch(look.low(1 if ahead else 0))
    if found is None or not (ahead or look.low(1) == "ago"):
        return None
    away = timedelta(int(found[1]) * (7 if found[2] == "week" else 1))
    return tell(look, 2, day=_only(look.known.now.date() + (away if ahead else -away)))


def _iso_date(look: Look) -> Step:
    if not _ISO.fullmatch(look.low()):
        return None
    year, month, day = (int(part) for part in look.low().split("-"))
    exact = _date(year, month, day)
    return tell(look, day=_only(exact)) if exact else wrong(look.word, "there is no such day in the calendar.")


def _day_and_month(look: Look) -> Step:
    number, month = (0, 1) if look.low(1) in MONTH_WORDS else (1, 0)
    found = _DAY.fullmatch(look.low(number))
    if found is None or look.low(month) not in MONTH_WORDS:
        return None
    used = 3 if _YEAR.fullmatch(look.low(2)) else 2
    today = look.known.now.date()
    years = (int(look.low(2)),) if used == 3 else (today.year, today.year - 1, today.year + 1)
    days = [day for year in years if (day := _date(year, MONTH_WORDS[look.low(month)], int(found[1])))]
    if not days:
        return wrong(look.span(used), "there is no such day in the calendar.")
    nearest = min(days, key=lambda day: abs(day - today))
    behind = sorted((day for day in days if day <= today), reverse=True)
    return tell(look, used, day=DaySaid(ahead=(nearest,), behind=(*behind, nearest)))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _only(day: date) -> DaySaid:
    return DaySaid(ahead=(day,), behind=(day,))
