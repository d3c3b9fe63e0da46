"""A week before and after, side by side, day by day."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from textual.content import Content

from data.catalogue import Catalogue
from data.text import plain
from tui.format import KIND_COLOURS, SEVERITY_COLOURS, SEVERITY_GLYPHS, STATUS_GLYPHS, clock_of, gap_text, title_of
from tui.widgets.row_lines import pair_words
from tui.widgets.week_rows import PairRow, Row, SessionRow, TipRow

_BETWEEN = " │ "
_DAY = len("Mon 31 ")


class _Look(NamedTuple):
    """How the rows are written: in how many columns, of which so many are the time; what is marked how."""

    width: int
    clock: int
    marks: Mapping[str, str]
    catalogue: Catalogue


def side_by_side(
    before: Sequence[Row], after: Sequence[Row], marks: Mapping[str, str], catalogue: Catalogue, width: int
) -> list[Content]:
    """The rows of a week before and after in two columns, those of a day beside each other.

    `marks` are the glyphs of the sessions that change, by id.
    """
    column = (width - len(_BETWEEN)) // 2
    clocks = [len(clock_of(row.entry.session)) for row in (*before, *after) if isinstance(row, SessionRow)]
    look = _Look(column, max(clocks, default=0), marks, catalogue)
    heads = [_fit(Content.styled(name, "bold"), column) for name in ("Before", "After")]
    lines = [Content.assemble(heads[0], (_BETWEEN, "dim"), heads[1])]
    for day in sorted({row.day for row in (*before, *after)}):
        sides = ([row for row in rows if row.day == day] for rows in (before, after))
        for left, right in zip_longest(*sides):
            lines.append(Content.assemble(_line(left, look), (_BETWEEN, "dim"), _line(right, look)))
    return lines


def _line(row: Row | None, look: _Look) -> Content:
    if row is None:
        return Content(" " * look.width)
    if isinstance(row, SessionRow):
        return _session_line(row, look)
    if isinstance(row, PairRow):
        line = _pair_line(row, look)
    elif isinstance(row, TipRow):
        line = Content.styled(f"  → {row.tip.advice}", "dim")
    else:
        line = Content.assemble(_day(row), ("  rest", "dim"))
    return _fit(line, look.width)


def _pair_line(row: PairRow, look: _Look) -> Content:
    """The back-to-back; of one that was accepted, which the best week leaves alone, no more than that."""
    pair, glyph = row.pair, f"  {SEVERITY_GLYPHS[row.pair.severity]} "
    if pair.accepted:
        return Content.styled(f"{glyph}{gap_text(pair.gap_hours, pair.assumed)} · accepted", "dim")
    return Content.styled(f"{glyph}{pair_words(row, look.catalogue, short=True)}", SEVERITY_COLOURS[pair.severity])


def _session_line(row: SessionRow, look: _Look) -> Content:
    session = row.entry.session
    mark = look.marks.get(session.id, "")
    name = f"{mark or STATUS_GLYPHS[row.entry.status]} {plain(title_of(session, look.catalogue))}"
    room = look.width - _DAY - look.clock - 1
    style = KIND_COLOURS[session.kind]
    return Content.assemble(
        _day(row) if row.first else " " * _DAY,
        _fit(Content(name), room).stylize(f"bold {style}" if mark else style),
        f" {clock_of(session):<{look.clock}}",
    )


def _day(row: Row) -> str:
    return f"{row.day:%a} {row.day.day:>2} "


def _fit(line: Content, width: int) -> Content:
    return line.truncate(width, ellipsis=True, pad=True)
