"""The days that a person may write after a command."""

import re
from datetime import date, timedelta
from typing import Final

import click

from data.calendar import WEEKDAYS

_STEP = re.compile(r"([+-]?\d{1,4})([dw])")
_NAMED: Final = {"today": 0, "tomorrow": 1, "yesterday": -1}
_YEARS: Final = range(1900, 2200)
# The last line of the help of a command that takes a day.
DATES: Final = "A DATE is 2026-06-01, today, yesterday, mon (the next one), +3d or -1w."


def day(text: str | None, today: date, usual: date | None = None) -> date:
    """The day that the text names as seen from `today`: "2026-06-01", "tomorrow", "mon" (the next one, today included),
    "+1w"; `usual`, else today, where there is no text. Raises click.UsageError for anything else."""
    if text is None:
        return usual or today
    try:
        found = _read(text.strip().lower(), today)
    except (ValueError, OverflowError):
        found = None
    if found is None or found.year not in _YEARS:
        raise click.UsageError(f'"{text}" is no day; write one such as 2026-06-01, tomorrow, mon, +3d or -1w')
    return found


def _read(word: str, today: date) -> date:
    if word in _NAMED:
        return today + timedelta(_NAMED[word])
    if step := _STEP.fullmatch(word):
        return today + timedelta(int(step[1]) * (7 if step[2] == "w" else 1))
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and name.startswith(word):
            return today + timedelta((number - today.weekday()) % 7)
    return date.fromisoformat(word)
