"""The rows of a week as lines of text, in columns that fit the width."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from textual.content import Content

from data.calendar import day_of
from data.catalogue import Catalogue
from data.model import Hard, PlannedSession, Session
from data.rules.hardness import Hardness
from data.text import plain
from data.units import Units
from tui.format import (
    KIND_COLOURS,
    SEVERITY_COLOURS,
    SEVERITY_GLYPHS,
    STATUS_GLYPHS,
    clock_of,
    gap_text,
    pair_text,
    title_of,
)  # fmt: skip
from tui.week_words import facts_words
from tui.widgets.week_rows import PairRow, Row, SessionRow, TipRow

# Below this many columns a row is written in its short form.
NARROW: Final = 60
# From this many columns on there is room for what a session came to.
WITH_FACTS: Final = 74
_FACTS: Final = 19
# Columns that the title of a session has whatever else there is to say.
_TITLE_KEPT: Final = 6
# A wider one would stand too far from its time.
_WIDEST_TITLE: Final = 40
_DAY: Final = len("Mon 31")
_LOCKED: Final = " ▪ locked"
CURSOR_STYLE: Final = "on $panel"
# The keys that a warning calls for; the first where it can be mended.
_HINTS: Final = (("f", "fix"), ("o", "accept"), ("?", "why"))
_SHORT_CLOCKS: Final = {"morning": "morn.", "noon": "noon", "evening": "eve.", "": ""}
_SHORT_LEVELS: Final[dict[Hard | None, str]] = {"easy": "easy", "moderate": "mod", "hard": "hard", None: "?"}
_LEVEL_STYLES: Final[dict[Hard | None, str]] = {"hard": "bold", "moderate": "", "easy": "dim", None: "dim"}


class Look(NamedTuple):
    """How rows are written: for how many columns, on which day, in which words; which session is being moved, the key
    of the warning that the cursor is about, the signs of sessions by their ids, and whether there is a column for what
    they came to."""

    width: int
    today: date
    catalogue: Catalogue
    units: Units
    moving: str | None = None
    about: str | None = None
    signs: Mapping[str, tuple[str, ...]] = {}
    facts: bool = True

    @property
    def narrow(self) -> bool:
        """Whether only the short form fits."""
        return self.width < NARROW

    @property
    def with_facts(self) -> bool:
        """Whether there is a column for what a session came to."""
        return self.facts and self.width >= WITH_FACTS


def look_for(rows: Iterable[Row], look: Look) -> Look:
    """The look; without the column of facts where nothing would stand in it and a title needs the room."""
    entries = [row.entry for row in rows if isinstance(row, SessionRow)]
    titles = [Content(plain(title_of(each.session, look.catalogue))).cell_length for each in entries]
    empty = not any(facts_words(each, look.units) for each in entries)
    return look._replace(facts=False) if empty and max(titles, default=0) > _title_width(look) else look


def row_line(row: Row, look: Look, selected: bool) -> Content:
    """The row as one line as wide as the look, marked where it is under the cursor."""
    if isinstance(row, SessionRow):
        line = _session_line(row, look)
    elif isinstance(row, PairRow):
        line = _pair_line(row, look)
    elif isinstance(row, TipRow):
        line = Content.styled(f"{'':{indent(look)}}→ {row.tip.advice}", "dim")
    else:
        line = Content.assemble(_day(row.day, look), _gutter(look), ("  rest", "dim"))
    line = Content.assemble(("▸", "bold $accent") if selected else " ", line)
    line = line.truncate(look.width, ellipsis=True, pad=True)
    return line.stylize(CURSOR_STYLE) if selected else line


def _session_line(row: SessionRow, look: Look) -> Content:
    session = row.entry.session
    moving = session.id == look.moving
    faded = "dim" if row.entry.status in ("missed", "skipped") else ""
    colour = KIND_COLOURS[session.kind]
    glyph = "↕" if moving else STATUS_GLYPHS[row.entry.status]
    done = row.entry.status == "done"
    # Few changes of style: each costs as many bytes as a word.
    line = Content.assemble(
        _day(row.day, look) if row.first else " " * _DAY,
        _gutter(look),
        (glyph if done else "", "bold $success"),
        (f"{'' if done else glyph} {_name(session, look)} ", f"bold {colour}" if moving else faded or colour),
        (_when(row, look), faded),
        *_hardness(row.entry.hardness, look),
    )
    if not look.with_facts:
        return line
    return Content.assemble(line, " ", (_fit(facts_words(row.entry, look.units), _FACTS), "dim"))


def _day(day: date, look: Look) -> tuple[str, str] | str:
    text = f"{day:%a} {day.day:>2}"
    return (text, "bold $accent") if day == look.today else text


def _gutter(look: Look) -> str:
    return " " if look.narrow else "  "


def indent(look: Look) -> int:
    """The columns of the day, before the glyph of a session."""
    return _DAY + len(_gutter(look))


def _title_width(look: Look) -> int:
    """What is left for the title: short columns are clock 5, minutes 4, level 4; long ones 7, 7 and 9."""
    if look.narrow:
        return look.width - 1 - indent(look) - 2 - 1 - 5 - 1 - 4 - 1 - 4 - 1
    rest = look.width - 1 - indent(look) - 2 - 1 - 7 - 1 - 7 - 2 - 9
    return min(_WIDEST_TITLE, rest - 1 - _FACTS - 1 if look.with_facts else rest - 1)


def _when(row: SessionRow, look: Look) -> str:
    clock, minutes = clock_of(row.entry.session), row.entry.minutes
    if look.narrow:
        return f"{_SHORT_CLOCKS.get(clock, clock):<5} " + ("    " if minutes is None else f"{minutes:>3.0f}′")
    return f"{clock:<7} " + (" " * 7 if minutes is None else f"{minutes:>3.0f} min")


def _hardness(found: Hardness, look: Look) -> list[tuple[str, str]]:
    guess = "?" if found.assumed else ""
    if look.narrow:
        return [(f" {_SHORT_LEVELS[found.level] + guess:<4}", _LEVEL_STYLES[found.level])]
    word = f"{found.level}{guess}" if found.level else "unknown"
    return [(f"  {word:<9}", _LEVEL_STYLES[found.level])]


def _name(session: Session, look: Look) -> str:
    """The title in its column, and after it as many of its signs as leave some of the title."""
    signs, width = "", _title_width(look)
    for sign in look.signs.get(session.id, ()):
        if Content(signs + sign).cell_length + 1 <= width - _TITLE_KEPT:
            signs += f" {sign}"
    return _title(session, look, width - Content(signs).cell_length) + signs


def _title(session: Session, look: Look, width: int) -> str:
    """The title so wide; of a locked session with its mark, and with the word where that fits."""
    title = title_of(session, look.catalogue)
    if not isinstance(session, PlannedSession) or not session.locked:
        return _fit(title, width)
    if Content(plain(title)).cell_length + len(_LOCKED) <= width:
        return _fit(title + _LOCKED, width)
    return _fit(_fit(title, width - 2).rstrip() + " ▪", width)


def _pair_line(row: PairRow, look: Look) -> Content:
    pair = row.pair
    colour = SEVERITY_COLOURS[pair.severity]
    words = pair_words(row, look.catalogue, short=look.narrow)
    left = " " * indent(look)
    glyph = SEVERITY_GLYPHS[pair.severity]
    if pair.accepted:
        gap = gap_text(pair.gap_hours, pair.assumed)
        said = f"{gap} · accepted" if look.narrow else f"{words} · accepted: {plain(row.reason)}"
        return Content.styled(f"{left}{glyph} {said}", "dim")
    line = Content.assemble(left, (f"{glyph} {words}", f"bold {colour}"))
    hints = _HINTS[not row.to_mend :]
    keys = Content("  ").join(Content.assemble((key, "bold $accent"), f" {word}") for key, word in hints)
    room = look.width - 2 - line.cell_length - keys.cell_length
    return Content.assemble(line, " " * room, keys) if row.key == look.about and room >= 2 else line


def pair_words(row: PairRow, catalogue: Catalogue, short: bool = False) -> str:
    """The warning in words, from where it stands: "12 h 15 before Tuesday's intervals", "… after Sunday's long run"."""
    if short and row.pair.gap_hours > 0:
        other, side = (row.first, "after") if row.above else (row.second, "before")
        words = (
            f"{gap_text(row.pair.gap_hours, row.pair.assumed)} {side} {day_of(other):%a} {title_of(other, catalogue)}"
        )
    else:
        words = pair_text(row.pair, row.first, row.second, catalogue, from_second=row.above)
    return plain(words)


def _fit(text: str, width: int) -> str:
    return Content(plain(text)).truncate(width, ellipsis=True, pad=True).plain
