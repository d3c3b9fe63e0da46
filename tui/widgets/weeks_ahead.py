"""The coming weeks beside the one on the screen: what each day holds, and what lands back to back."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from data.catalogue import Catalogue
from data.rules.spacing import Pair
from data.rules.week import Day, Week
from data.text import plain
from tui.format import KIND_COLOURS, SEVERITY_COLOURS, SEVERITY_GLYPHS, STATUS_GLYPHS, title_of
from tui.week_words import span_words, totals_words, week_number

# A week in full is its head, seven days and a gap; in short its head, one line and a gap.
_FULL: Final = 9
_SHORT: Final = 3
_LETTERS: Final = {"run": "R", "strength": "L", "cross": "X"}


class WeekAhead(NamedTuple):
    """A week, and the back-to-backs whose earlier session is in it."""

    week: Week
    pairs: Sequence[Pair]


class WeeksAhead(Widget):
    """Weeks one under the other; in full where there is room, else a line of letters each."""

    DEFAULT_CSS = """
    WeeksAhead {
        height: 1fr;
        padding: 0 1;
    }
    """

    class Chosen(Message):
        """A week was clicked."""

        def __init__(self, week: int) -> None:
            super().__init__()
            self.week = week

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._weeks: Sequence[WeekAhead] = ()
        self._catalogue: Catalogue | None = None

    def show(self, weeks: Sequence[WeekAhead], catalogue: Catalogue) -> None:
        """Show these weeks."""
        if (weeks, catalogue) != (self._weeks, self._catalogue):
            self._weeks, self._catalogue = weeks, catalogue
            self.refresh()

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return self._content().plain

    def render(self) -> RenderResult:
        """The weeks that fit, one under the other."""
        return self._content()

    def _content(self) -> Content:
        if self._catalogue is None:
            return Content()
        write = _full if self._in_full() else _short
        shown = self._weeks[: self.content_size.height // self._each() or 1]
        lines = [line for week in shown for line in write(week, self._catalogue, self.content_size.width)]
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """Say which week was clicked."""
        week = event.y // self._each()
        if week < len(self._weeks):
            self.post_message(self.Chosen(week))

    def _each(self) -> int:
        return _FULL if self._in_full() else _SHORT

    def _in_full(self) -> bool:
        return self.content_size.height >= len(self._weeks) * _FULL - 1


def _full(ahead: WeekAhead, catalogue: Catalogue, width: int) -> list[Content]:
    lines = [_head(ahead.week, width)]
    for day in ahead.week.days:
        parts: list[Content | str | tuple[str, str]] = [(f"{day.date:%a} {day.date.day:>2}  ", "dim")]
        for place, entry in enumerate(day.entries):
            session = entry.session
            minutes = "" if entry.minutes is None else f" {entry.minutes:.0f}′"
            name = plain(title_of(session, catalogue)) + minutes
            done = f"{STATUS_GLYPHS[entry.status]} " if entry.status != "planned" else ""
            parts += [" · " if place else "", (done + name, KIND_COLOURS[session.kind]), *_signs(day, ahead, place)]
        lines.append(Content.assemble(*parts).truncate(width, ellipsis=True))
    return [*lines, Content("")]


def _short(ahead: WeekAhead, _: Catalogue, width: int) -> list[Content]:
    parts: list[Content | str | tuple[str, str]] = []
    for day in ahead.week.days:
        parts.append((f"{day.date:%a} ", "dim"))
        for place, entry in enumerate(day.entries):
            parts += [(_LETTERS[entry.session.kind], KIND_COLOURS[entry.session.kind]), *_signs(day, ahead, place)]
        parts.append("  " if day.entries else "·  ")
    return [_head(ahead.week, width), Content.assemble(*parts).truncate(width, ellipsis=True), Content("")]


def _head(week: Week, width: int) -> Content:
    left = f"week {week_number(week.span)} · {span_words(week.span)}"
    right = totals_words(week) if week.entries else ""
    gap = max(width - len(left) - len(right), 2) if right else 0
    return Content.assemble((left, "bold"), " " * gap, (right, "dim")).truncate(width, ellipsis=True)


def _signs(day: Day, ahead: WeekAhead, place: int) -> list[tuple[str, str]]:
    """The sign of the warning that a session is the earlier one of."""
    here = day.entries[place].session.id
    return [
        (f" {SEVERITY_GLYPHS[pair.severity]}", "dim" if pair.accepted else SEVERITY_COLOURS[pair.severity])
        for pair in ahead.pairs
        if pair.first == here
    ]
