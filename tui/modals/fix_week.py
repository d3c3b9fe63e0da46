"""The best week offered: the week before and after, what moves and why, what stays, what remains."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size

from data.catalogue import Catalogue
from data.rules.explain import Explanation
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.modals.help import hanging, pages_of
from tui.widgets.lines import Lines
from tui.widgets.two_weeks import side_by_side
from tui.widgets.week_rows import Row

KEYS = (
    Key("fix.take", "enter", "take", "take it", "Take the best week, as one change that u undoes"),
    Key("fix.more", "space,down,j,pagedown,right", "page(1)", "more", "Next page"),
    Key("fix.back", "up,k,pageup,left", "page(-1)", "back", "Page before"),
    Key("fix.why", "question_mark", "app.help", "why", "Why this is the best week: what it costs"),
    Key("fix.leave", "escape,q,f", "dismiss", "leave", "Leave the week as it is"),
)
# Below this many columns only what changes is shown.
_NARROW: Final = 60
_WIDEST: Final = 96
# Columns and lines that the box takes, and the share of the width that it may take with them.
_AROUND: Final = Size(4, 2)
_SHARE: Final = 0.96


class Said(NamedTuple):
    """A line, and what is to be said of it: behind it where there is room, else below it."""

    line: Content
    more: str = ""


class Offer(NamedTuple):
    """A week before and after as rows, the glyphs of the sessions that change by id, what is said of it; and in short
    how much changes, and what comes of that."""

    before: Sequence[Row]
    after: Sequence[Row]
    marks: Mapping[str, str]
    said: Sequence[Said]
    title: str
    outcome: str
    catalogue: Catalogue


class FixWeek(Modal[None]):
    """Shows the best week in pages. `take` saves it and gives whether this may close; `why` explains it."""

    CSS = "FixWeek > .box { max-height: 100%; }"
    BINDINGS = bindings(KEYS)

    page = getters.query_one("#page", Lines)

    def __init__(self, offer: Offer, take: Callable[[], bool], explain: Callable[[], Sequence[Explanation]]) -> None:
        super().__init__()
        self._offer = offer
        self._take = take
        self._explain = explain
        self._pages: list[list[Content]] = [[]]
        self._page = 0

    def compose(self) -> ComposeResult:
        """A page in a box."""
        with Vertical(classes="box"):
            yield Lines(id="page")

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out for the size, and begin again."""
        width = min(int(event.size.width * _SHARE) - _AROUND.width, _WIDEST)
        height = max(event.size.height - _AROUND.height, 1)
        offer, weeks = self._offer, list[Content]()
        if event.size.width >= _NARROW:
            weeks = side_by_side(offer.before, offer.after, offer.marks, offer.catalogue, width)
        title = f"{offer.title}: {offer.outcome}"
        fits = len(title) < width
        self.query_one(Vertical).border_title = Content(title if fits else offer.title)
        told = [*([] if fits else [Said(Content.styled(offer.outcome, "bold"))]), *offer.said]
        said = [line for each in told for line in _said_lines(each, width)]
        close = len(weeks) + len(said) == height
        self._pages = pages_of([weeks + said] if close or not weeks else [weeks, said], height)
        self.page.styles.width = width
        self._page = 0
        self.action_page(0)

    def why(self) -> Sequence[Explanation]:
        """Why this is the best week."""
        return self._explain()

    def action_take(self) -> None:
        """Take the best week."""
        if self._take():
            self.dismiss()

    def action_page(self, by: int) -> None:
        """Turn the page, as far as there is one."""
        self._page = max(0, min(len(self._pages) - 1, self._page + by))
        self.page.show(self._pages[self._page])
        more = f"space {self._page + 1}/{len(self._pages)} · " if len(self._pages) > 1 else ""
        self.query_one(Vertical).border_subtitle = f"{more}enter take · ? why · esc"


def _said_lines(said: Said, width: int) -> list[Content]:
    if not said.more:
        return hanging(said.line, width, 2)
    whole = Content.assemble(said.line, f" · {said.more}")
    if whole.cell_length <= width:
        return [whole]
    below = [line.pad_left(2) for line in Content(said.more).wrap(max(width - 2, 8))]
    return [*hanging(said.line, width, 2), *below]
