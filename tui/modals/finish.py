"""The end of a lift: one key rates it, and it is in the log."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from data.rules.explain import Explanation
from data.text import plain
from tui.keys import Key, bindings
from tui.modals.rate import CR10

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
_QUESTION = "How hard was all of it?"
_ANSWER = "A digit logs it: 0 = 10"
_NOTHING = "No set is logged yet. Throw this session away?"
# A screen less wide than this is a phone: the scale stands below what is said, not beside it.
_NORMAL = 60
_WIDEST = {"phone": 58, "normal": 84}
# Border and padding of the box; the scale beside the text, and below it.
_AROUND = Size(4, 2)
_SCALE = Size(25, 13)
_SCALE_BELOW = 6
_NEVER_CUT = 3


class Said(NamedTuple):
    """A paragraph: its head, what must not be lost of it, and the rest.

    Cut to a line it keeps the tail, after as much of its head as there is room for. The higher `whole`, the later it is
    cut; with 0 at once.
    """

    head: Content
    tail: str = ""
    rest: str = ""
    whole: int = 0

    def in_full(self, width: int) -> list[Content]:
        """All of it, in lines of the width."""
        from tui.modals.help import hanging

        return hanging(Content.assemble(self.head, self.tail, self.rest), width, 2)

    def cut(self, width: int, more: str) -> Content:
        """A line of the width that ends with how many more there are."""
        head = self.head.truncate(max(1, width - len(self.tail) - len(more)), ellipsis=True)
        return Content.assemble(head, self.tail, (more, "dim"))


class Block(NamedTuple):
    """What is said of one thing; where there is not room for all that is said, `first` so many paragraphs stay."""

    paragraphs: tuple[Said, ...]
    first: int = 1


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


class FinishModal(ModalScreen[Answer | None]):
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
        self._question = Content.styled(_QUESTION, "bold")

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
            said.styles.width = min(len(_NOTHING), _room(size, phone=True).width)
            said.update(_NOTHING)
            self.query_one(".box").border_subtitle = "d throw away · esc go on"
            return
        phone = size.width < _NORMAL
        self.set_class(phone, "-stacked")
        room = _room(size, phone)
        self._pages, self._page = pages_of(self._ending.said, room), 0
        said = self.query_one("#said", Static)
        said.styles.width = room.width
        said.styles.height = max(map(len, self._pages))
        self.query_one("#scale", Static).update(_below(self._question) if phone else _beside(self._question))
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
            self._question = Content.styled(_ANSWER, "bold $warning")
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


def pages_of(blocks: Sequence[Block], room: Size) -> list[list[Content]]:
    """What is said in lines that fit: on one page if it can be, else in short on the first, and in full on the next."""
    full = [[each.in_full(room.width) for each in block.paragraphs] for block in blocks]
    for between in ([Content("")], []):
        lines = [line for block in full for line in (*between, *(line for each in block for line in each))]
        if len(lines) - len(between) <= room.height:
            return [lines[len(between) :]]
    pages: list[list[Content]] = [[]]
    for paragraph in (each for block in full for each in block):
        if len(pages[-1]) + len(paragraph) > room.height and pages[-1]:
            pages.append([])
        pages[-1] += paragraph[: room.height]
    return [_in_short(blocks, room), *pages]


def _room(size: Size, phone: bool) -> Size:
    """How many columns and lines there are for what is said."""
    width = min(_WIDEST["phone" if phone else "normal"], size.width * 96 // 100) - _AROUND.width
    height = size.height * 94 // 100 - _AROUND.height
    return (
        Size(width, max(1, height - _SCALE_BELOW)) if phone else Size(width - _SCALE.width, max(_SCALE.height, height))
    )


def _in_short(blocks: Sequence[Block], room: Size) -> list[Content]:
    """The first paragraphs of every block, cut as little as must be, and as many more as there is room for."""
    counts = [min(block.first, len(block.paragraphs)) for block in blocks]
    for level in range(1, _NEVER_CUT + 1):
        lines = _cut(blocks, counts, level, room.width)
        if len(lines) <= room.height:
            break
    for place, block in enumerate(blocks):
        while counts[place] and counts[place] < len(block.paragraphs):
            more = [count + (place == index) for index, count in enumerate(counts)]
            if len(longer := _cut(blocks, more, level, room.width)) > room.height:
                break
            counts, lines = more, longer
    return lines[: room.height]


def _cut(blocks: Sequence[Block], counts: Sequence[int], level: int, width: int) -> list[Content]:
    """So many paragraphs of each block, those that are less whole than the level cut to a line; the last line says how
    many more there are."""
    lines: list[Content] = []
    for block, count in zip(blocks, counts, strict=True):
        hidden = len(block.paragraphs) - count
        for left, each in zip(range(count - 1, -1, -1), block.paragraphs, strict=False):
            more = f" +{hidden}" if hidden and not left else ""
            lines += [each.cut(width, more)] if more or each.whole < level else each.in_full(width)
    return lines


def _below(question: Content) -> Content:
    """The scale in two columns, for a phone."""
    parts = [Content.assemble(question, ("  -", "bold $accent"), (" unrated", "dim"))]
    for left, right in zip(range(1, 6), range(6, 11), strict=True):
        parts.append(Content.assemble(_step(left, 17), _step(right)))
    return Content("\n").join(parts)


def _beside(question: Content) -> Content:
    """The scale in one column."""
    steps = [_step(each) for each in CR10]
    unrated = Content.assemble((" - ", "bold $accent"), ("no rating", "dim"))
    return Content("\n").join([question, *steps, Content(""), unrated])


def _step(rating: int, width: int = 0) -> Content:
    return Content.assemble((f" {rating % 10} ", "bold $accent"), f"{CR10[rating]:<{width}}")
