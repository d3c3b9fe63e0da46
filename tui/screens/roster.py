"""Roster: who of the athletes needs a word, and why, a line each; their lines arrive as their logs are read."""

import time
from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from typing import Final

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from data.rules.explain import Explanation
from data.rules.roster import RosterLine, by_urgency
from data.rules.roster_why import explain_line
from data.store.errors import StoreError
from data.text import plain
from tui.club import Club
from tui.keys import Key, bindings
from tui.places import Place
from tui.roster_words import done_words, load_words, need_words, seen_words
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.line_editor import LineEditor
from tui.widgets.lines import Lines
from tui.widgets.roster_rows import RosterRows, reasons_words

KEYS = (
    Key("roster.open", "enter", "open('plan')", "open", "Open the athlete's log"),
    Key("roster.filter", "slash", "filter", "search", "Show only the names that hold what is typed"),
    Key("roster.all", "escape", "all", "all", "Show all athletes again"),
    Key("roster.up", "up,k", "move(-1)", "up", "The athlete above", footer=False),
    Key("roster.down", "down,j", "move(1)", "down", "The athlete below", footer=False),
    Key("roster.page_on", "pagedown", "page(1)", "page", "The next page"),
    Key("roster.page_back", "pageup", "page(-1)", "back", "The page before", footer=False),
    Key("roster.first", "home", "first", "first", "Who needs a word most", footer=False),
)
# Opens the log of an athlete on a screen.
OpenLog = Callable[[str, Place], Awaitable[None]]
# A look at every log takes so many turns, so that no turn takes long; all are seen once a second.
_TURNS: Final = 4
_TURN_SECONDS: Final = 0.25
# The first lines that were read are shown after so long, the next after twice as long, and so on: showing takes from
# the time to read.
_SHOWN_SECONDS: Final = 0.1


class RosterScreen(Telling, Screen[None]):
    """All athletes of a club, those who need a word first. It follows their logs, one stat a second each."""

    AUTO_FOCUS = ""
    CSS_PATH = "roster.tcss"
    BINDINGS = bindings(KEYS)

    head = getters.query_one("#head", Static)
    field = getters.query_one("#filter", LineEditor)
    rows = getters.query_one(RosterRows)
    about = getters.query_one("#about", Lines)

    class Read(Message):
        """Logs were read in a thread: their lines, and what the logs were like just before."""

        def __init__(self, lines: Sequence[tuple[RosterLine, Hashable]]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, club: Club, open_log: OpenLog) -> None:
        super().__init__()
        self.club = club
        self._open_log = open_log
        self._names: Sequence[str] = ()
        self._lines: dict[str, RosterLine] = {}
        self._stamps: dict[str, Hashable] = {}
        self._order: Sequence[str] = ()
        self._chosen: str | None = None
        self._turn = 0

    def compose(self) -> ComposeResult:
        """The head, the line to filter with, the athletes, why the one under the cursor needs a word, the keys."""
        yield Static(classes="head", id="head", markup=False)
        yield LineEditor("", placeholder="part of a name", id="filter")
        yield RosterRows()
        yield Lines(id="about")
        yield KeyBar(of_a_log=False)

    def on_mount(self) -> None:
        """Follow the logs."""
        self.set_interval(_TURN_SECONDS, self._look)

    def on_screen_resume(self) -> None:
        """Show who there is, and read what has changed."""
        self._look(every=True)
        self._show()

    def on_resize(self, _: events.Resize) -> None:
        """Say anew what fits."""
        self._show()

    @property
    def chosen(self) -> str | None:
        """The athlete under the cursor."""
        return self._chosen if self._chosen in self._order else next(iter(self._order), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys show where they do something: while a name is typed, letters are letters, and enter comes after them."""
        if self.field.display:
            return action == "all"
        return action != "all" and (action != "open" or self.chosen is not None)

    def take(self, event: events.Key) -> None:
        """What was typed before the line for the name had the focus goes into it all the same."""
        if self.field.display:
            self.field.take(event)

    def why(self) -> Sequence[Explanation]:
        """Why the athlete under the cursor needs a word, and the figures of the line."""
        line = self._lines.get(self.chosen or "")
        return explain_line(line) if line else ()

    def action_move(self, by: int) -> None:
        """To another athlete."""
        self._go(self._place + by)

    def action_page(self, by: int) -> None:
        """To the first athlete of another page."""
        each = self.rows.page_rows
        self._go((self._place // each + by) * each)

    def action_first(self) -> None:
        """To whoever needs a word most; the cursor stays on top from then on."""
        self._chosen = None
        self._show()

    def action_filter(self) -> None:
        """Type part of a name."""
        self.field.display = True
        self.set_focus(self.field)  # at once: the next key is a part of the name
        self._show()

    def action_all(self) -> None:
        """All athletes again."""
        self.set_focus(None)
        self.field.display = False
        self.field.clear()
        self._show()

    async def action_open(self, place: Place) -> None:
        """Open the athlete's log. Who was searched for is found; the others are there again afterwards."""
        if name := self.chosen:
            self._chosen = name
            self.action_all()
            await self._open_log(name, place)

    @on(LineEditor.Changed)
    def filter_changed(self) -> None:
        """Show the names that hold what was typed."""
        self._show()

    @on(LineEditor.Sent)
    async def filter_sent(self) -> None:
        """Open the first of them."""
        await self.action_open("plan")

    async def on_roster_rows_pointed(self, event: RosterRows.Pointed) -> None:
        """A click chooses; one more opens."""
        if event.again:
            await self.action_open("plan")
        else:
            self._go(event.place)

    def on_roster_screen_read(self, event: Read) -> None:
        """Show the lines that were read."""
        for line, stamp in event.lines:
            self._lines[line.name], self._stamps[line.name] = line, stamp
        self._show()

    @property
    def _place(self) -> int:
        return self._order.index(self.chosen) if self.chosen else 0

    def _go(self, place: int) -> None:
        if self._order:
            self._chosen = self._order[max(0, min(place, len(self._order) - 1))]
            self._show()

    def _look(self, every: bool = False) -> None:
        """Look whether logs have changed, a part of them at each turn, and read those that have."""
        if not self.is_current and not every:
            return
        with suppress(StoreError):  # who there was stays on the screen
            self._names = self.club.names()
        self._turn += 1
        names = self._names if every else self._names[self._turn % _TURNS :: _TURNS]
        changed = [name for name in names if self.club.stamp(name) != self._stamps.get(name, ())]
        if changed:
            for name in changed:
                self._stamps[name] = self.club.stamp(name)
            self._read(changed)

    @work(thread=True, group="reading")
    def _read(self, names: Iterable[str]) -> None:
        worker, shown, wait = get_current_worker(), time.monotonic(), _SHOWN_SECONDS
        lines: list[tuple[RosterLine, Hashable]] = []
        for name in names:
            if worker.is_cancelled:
                return
            stamp = self.club.stamp(name)
            lines.append((self.club.line(name), stamp))
            if time.monotonic() - shown > wait:
                self.post_message(self.Read(lines))
                lines, shown, wait = [], time.monotonic(), 2 * wait
        self.post_message(self.Read(lines))

    def _show(self) -> None:
        wanted = self.field.text.casefold().strip()
        known = by_urgency(self._lines[name] for name in self._names if name in self._lines)
        names = [line.name for line in known] + [name for name in self._names if name not in self._lines]
        self._order = [name for name in names if wanted in name.casefold()]
        self.rows.show_rows([(name, self._lines.get(name)) for name in self._order], self._place)
        self.head.update(self._head(known).truncate(max(1, self.size.width - 2), ellipsis=True))
        line = self._lines.get(self.chosen or "")
        self.about.show(_about(line) if line else [Content.styled("No such name.", "dim")] * (not self._order))
        self.refresh_bindings()

    def _head(self, known: Sequence[RosterLine]) -> Content:
        reading = "" if len(known) == len(self._names) else f" · {len(known)} read"
        return Content(f"Roster · {need_words(len(self._names), known)}{reading}")


def _about(line: RosterLine) -> list[Content]:
    """All reasons of the athlete under the cursor, which may be cut in the line, and the figures in words."""
    reasons = reasons_words(line) if line.reasons else Content.styled("nothing calls for a word", "dim")
    first = Content.styled(plain(line.name), "bold") + " · " + reasons
    figures = " · ".join(filter(None, (load_words(line), done_words(line), seen_words(line))))
    return [first, *([] if line.trouble else [Content.styled(figures, "dim")])]
