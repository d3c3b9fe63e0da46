"""Sessions, their exercises and their back-to-backs as lines of text."""

from collections.abc import Mapping
from typing import Final

from data.calendar import day_of
from data.model import PlannedSession, Session
from data.rules.explain import day_words
from data.rules.spacing import Pair
from data.rules.week import Entry
from data.text import plain
from tui.commands.output import fit, joined, wrapped
from tui.desk import Desk
from tui.format import (
    SEVERITY_GLYPHS,
    STATUS_GLYPHS,
    clock_of,
    pair_text,
    prescription_words,
    reasons_of,
    title_of,
)
from tui.week_words import facts_words

# Below this many columns a session takes two lines.
_NARROW: Final = 60
DAY: Final = len("Mon 31  ")
_FACTS: Final = 18
_LABEL: Final = len("▲ warning   ")


def session_lines(entry: Entry, desk: Desk, width: int, day: str | None = None) -> list[str]:
    """A session, in a column behind its day where one is given: one line, or two where the width is a phone's."""
    title = plain(title_of(entry.session, desk.catalogue))
    head = f"{'' if day is None else fit(day, DAY)}{STATUS_GLYPHS[entry.status]} "
    clock = clock_of(entry.session)
    minutes = "" if entry.minutes is None else f"{entry.minutes:.0f} min"
    level = (entry.hardness.level or "not assessed") + ("?" if entry.hardness.assumed else "")
    facts = facts_words(entry, desk.settings.units)
    if width < _NARROW:
        rest = joined((clock, minutes, level, *facts.split(" · ")))
        return [head + fit(title, width - len(head)), *wrapped("", rest, width, len(head))]
    columns = f"{clock:<7} {minutes:>7}  {level:<12} {facts}"
    room = width - len(head) - 1 - 7 - 1 - 7 - 2 - 12 - 1 - _FACTS
    return [f"{head}{fit(title, room)} {columns}"]


def exercise_lines(session: Session, desk: Desk, width: int) -> list[str]:
    """What a planned lift prescribes, an exercise a line: "Back squat  3×5  RIR 2"."""
    if not isinstance(session, PlannedSession):
        return []
    prescribed = desk.catalogue.prescribed(session)
    names = [plain(desk.catalogue.name(each.exercise)) for each in prescribed]
    room = min(max(map(len, names), default=0), width - 22)
    units, effort = desk.settings.units, desk.settings.effort
    told = ["  ".join(prescription_words(each, desk.catalogue, units, effort)) for each in prescribed]
    return [f"  {fit(name, room)}  {words}" for name, words in zip(names, told, strict=True)]


def pair_lines(pair: Pair, sessions: Mapping[str, Session], desk: Desk, width: int) -> list[str]:
    """A back-to-back in lines: how bad, which session before which, and what to do about it or why it was accepted."""
    first, second = sessions[pair.first], sessions[pair.second]
    when = " ".join(filter(None, (day_words(day_of(first)), clock_of(first))))
    text = f"{title_of(first, desk.catalogue)}, {when}: {pair_text(pair, first, second, desk.catalogue)}"
    label = f"{SEVERITY_GLYPHS[pair.severity]} {pair.severity}"
    told = [*wrapped(label, plain(text), width, _LABEL)]
    return [*told, *wrapped("", plain(_advice(pair, sessions, desk)), width, _LABEL)]


def _advice(pair: Pair, sessions: Mapping[str, Session], desk: Desk) -> str:
    if not pair.accepted:
        return pair.advice
    return f"Accepted: {reasons_of(desk.logbook.accepted(), sessions)[pair.first, pair.second]}"
