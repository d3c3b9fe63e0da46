"""The end of a lift: one key rates it, and it is in the log."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from data.rules.explain import Explanation
from data.text import plain
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.modals import scale
from tui.modals.paged import Block, pages_of

# What to do with the session: rate and log it (None: without a rating), write a note first, count its minutes to the
# other moment, give it up.
Answer = tuple[Literal["log"], int | None] | Literal["note", "minutes", "drop"]

RATE = tuple(
    Key(f"finish.{digit}", str(digit), f"rate({digit or 10})", "rate", "Rate it", False) for digit in range(10)
)
KEYS = (
    Key(
        "finish.enter",
        "enter",
        "enter",
        "go on",
        "Go on with the sets that are left; with none left, a digit logs it",
        False,
    ),
    Key("finish.note", "n", "answer('note')", "note", "Write a note, or what hurts"),
    Key("finish.unrated", "minus", "unrated", "no rating", "Log it without a rating"),
    Key(
        "finish.minutes", "m", "answer('minutes')", "minutes", "Count times of more than an hour without a set, or not"
    ),
    Key("finish.page", "space,tab,down,right", "page(1)", "more", "All that there is to say of it"),
    Key("finish.page_back", "shift+tab,up,left", "page(-1)", "back", "The page before"),
    Key("finish.why", "question_mark", "why", "why", "Why: the bests, last time, the warnings, next time"),
    Key("finish.drop", "d", "answer('drop')", "throw away", "Throw the session away"),
    Key("finish.stay", "escape,q", "dismiss", "stay", "Go on lifting"),
)
_ANSWER = Content.styled("A digit logs it: 0 = 10", "bold $warning")
_NOTHING = "No set is logged yet. Throw this session away?"
# A screen less wide than this is a phone: the scale stands below what is said, not beside it.
_NORMAL = 60
_WIDEST = {"phone": 58, "normal": 84}
# With fewer lines than this for what is said, the scale stands in short.
_FEW = 4


class Ending(NamedTuple):
    """What is about to be logged: its title, its sets, what is said of it, the most important first, and how many sets
    are `undone`.

    `left`: there were times away, which may count or not. `why` explains the figures.
    """

    title: str
    sets: int
    said: tuple[Block, ...]
    undone: int = 0
    left: bool = False
    why: tuple[Explanation, ...] = ()


class FinishModal(Modal[Answer | None]):
    """Rates a lift with one digit, 0 for 10. A session without a set can only be thrown away."""

    BINDINGS = bindings((*RATE, *KEYS))
    CSS = """
    FinishModal .box { layout: horizontal; }
    FinishModal.-stacked .box { layout: vertical; }
    FinishModal Static { width: auto; height: auto; }
    FinishModal #scale { margin-left: 2; }
    FinishModal.-stacked #scale { margin-left: 0; }
    """

    def __init__(self, ending: Ending) -> None:
        super().__init__()
        self._ending = ending
        self._pages: list[list[Content]] = [[]]
        self._page = 0
        self._question = scale.QUESTION

    def compose(self) -> ComposeResult:
        """What was done and what comes of it, and the scale."""
        with Container(classes="box") as box:
            box.border_title = Content(plain(self._ending.title or "Lift"))
            yield Static(id="said", markup=False)
            if self._ending.sets:
                yield Static(id="scale", markup=False)

    def on_mount(self) -> None:
        """Fit it to the screen before it is first seen."""
        self._fit(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Fit it to the new size."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Break what is said into lines that fit, and into pages where they are too many."""
        if not self._ending.sets:
            said = self.query_one("#said", Static)
            said.styles.width = min(len(_NOTHING), scale.inside(size, _WIDEST["phone"]).width)
            said.update(_NOTHING)
            self.query_one(".box").border_subtitle = "d throw away · esc go on"
            return
        stacked = _is_stacked(size) or _is_short(self._ending.said, size)
        room, asked = _arranged(size, self._question, stacked)
        self.set_class(stacked, "-stacked")
        self._pages, self._page = pages_of(self._ending.said, room), 0
        said = self.query_one("#said", Static)
        said.styles.width = room.width
        said.styles.height = max(map(len, self._pages))
        self.query_one("#scale", Static).update(asked)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rating needs a set; throwing away needs none."""
        if action in ("rate", "unrated", "why") or parameters == ("note",):
            return self._ending.sets > 0
        if parameters == ("minutes",):
            return self._ending.left and self._ending.sets > 0
        if action == "page":
            return len(self._pages) > 1
        return self._ending.sets == 0 if parameters == ("drop",) else True

    def action_enter(self) -> None:
        """Go on with what is left to do; with nothing left, say what logs it."""
        if self._ending.undone or not self._ending.sets:
            self.dismiss(None)
        else:
            self._question = _ANSWER
            self._fit(self.app.size)

    def action_rate(self, rating: int) -> None:
        """Log it with this rating."""
        self.dismiss(("log", rating))

    def action_unrated(self) -> None:
        """Log it without one."""
        self.dismiss(("log", None))

    def action_answer(self, answer: Literal["note", "minutes", "drop"]) -> None:
        """Note, minutes or drop."""
        self.dismiss(answer)

    def action_page(self, by: int) -> None:
        """The next page, after the last one the first."""
        self._page = (self._page + by) % len(self._pages)
        self._show()

    def action_why(self) -> None:
        """Explain the figures."""
        from tui.actions import actions_of
        from tui.modals.help import HelpModal

        self.app.push_screen(HelpModal(self._ending.why, actions_of(self)))

    def _show(self) -> None:
        self.query_one("#said", Static).update(Content("\n").join(self._pages[self._page]))
        count = len(self._pages)
        more = f"space {self._page + 1}/{count} · " if count > 1 else ""
        self.query_one(".box").border_subtitle = f"{more}n note · ? why · esc"


def _is_stacked(size: Size) -> bool:
    """Whether the scale stands below what is said: on a phone, and where there are too few lines for it beside."""
    return size.width < _NORMAL or scale.inside(size, size.width).height < scale.ONE_COLUMN.height


def _is_short(said: Sequence[Block], size: Size) -> bool:
    """Whether what is said takes so few lines that a scale beside it would make a large empty box."""
    pages = pages_of(said, scale.inside(size, _WIDEST["phone"]))
    return len(pages) == 1 and len(pages[0]) <= _FEW


def _arranged(size: Size, question: Content, stacked: bool) -> tuple[Size, Content]:
    """How much room there is for what is said, and the scale in the room that is left."""
    if not stacked:
        room = scale.inside(size, _WIDEST["normal"])
        return Size(room.width - scale.ONE_COLUMN.width - 2, room.height), scale.one_column(question)
    room = scale.inside(size, _WIDEST["phone"])
    columns = scale.TWO_COLUMNS.width <= room.width and room.height >= _FEW + scale.TWO_COLUMNS.height
    below, shown = (scale.TWO_COLUMNS, scale.two_columns) if columns else (scale.IN_SHORT, scale.in_short)
    return Size(room.width, max(1, room.height - below.height)), shown(question)
