"""The phases of a season as a band, as wide as there is room, with the week that is shown marked on it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from textual.content import Content

from data.calendar import Days
from data.model import Phase, PhaseSpan
from data.rules.phases import PHASE_WORDS

# Columns of a week, at least and at most.
_CELLS: Final = (3, 9)
_WEEKS_BACK: Final = 8
# A name cut to fewer columns than this tells nothing.
_TELLING: Final = 5
_COLOURS: Final[dict[Phase, str]] = {
    "off_season": "$foreground", "base": "$success", "build": "$primary", "peak": "$warning", "taper": "$secondary",
    "race_week": "$error", "recovery": "$foreground",
}  # fmt: skip


def season_band(spans: Sequence[PhaseSpan], week: Days, width: int) -> Content:
    """The phases from eight weeks before the week on, as far as the width reaches; empty where there is none then."""
    begin = min((span.start for span in spans), default=week.start)
    first = max(begin, week.start - _WEEKS_BACK * timedelta(7))
    # Of the whole season, so that a week is as wide in all of its weeks.
    weeks = max([1, *((span.until - begin).days / 7 for span in spans)])
    cells = max(_CELLS[0], min(_CELLS[1], int(width / weeks)))
    parts: list[Content] = []
    at = 0
    for span in spans:
        start, until = (round((day - first).days / 7 * cells) for day in (max(span.start, first), span.until))
        if until <= at:
            continue
        if start > at:
            parts.append(Content(" " * (start - at)))
        room = until - start - 1
        parts.append(Content.styled(f"▏{_label(PHASE_WORDS[span.phase], room):<{room}}", _COLOURS[span.phase]))
        at = until
    band = Content.assemble(*parts).truncate(width, ellipsis=True)
    here = round((week.start - first).days / 7 * cells)
    return band.stylize("reverse bold", here, min(here + cells, width)) if here < at else band


def _label(name: str, room: int) -> str:
    """The name, as much of it as tells it, or its first letter."""
    if len(name) <= room:
        return name
    return f"{name[: room - 1]}…" if room >= _TELLING else name[: min(1, room)]
