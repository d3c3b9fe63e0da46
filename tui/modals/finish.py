"""The end of a lift: one key rates it, and it is in the log."""

from typing import Literal, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from data.text import plain
from tui.keys import Key, bindings
from tui.modals.rate import CR10

# What to do with the session: rate and log it (None: without a rating), write a note first, give it up.
Answer = tuple[Literal["log"], int | None] | Literal["note", "drop"]

RATE = tuple(
    Key(f"finish.{digit}", str(digit), f"rate({digit or 10})", "rate", "Rate it", False) for digit in range(10)
)
KEYS = (
    Key("finish.note", "n", "answer('note')", "note", "Write a note, or what hurts"),
    Key("finish.unrated", "minus", "unrated", "no rating", "Log it without a rating"),
    Key("finish.drop", "d", "answer('drop')", "throw away", "Throw the session away"),
    Key("finish.stay", "escape,q", "dismiss", "stay", "Go on lifting"),
)
# More warnings than this leave no room for the scale on a phone; all of them are on the plan.
_MOST = 2
# What is next is said of so many lifts, of fewer on a screen less high than this.
_MOST_AFTER, _MOST_AFTER_ON_A_PHONE, _HIGH = 3, 1, 24
_WIDTH = 58


class Ending(NamedTuple):
    """What is about to be logged: its title, sets and minutes, the note so far, and what lands back to back with it.

    Each of `beside` is a line with its style, the worst first; `advice` is what to do about that one. Each of `after`
    says what is next of a main lift.
    """

    title: str
    sets: int
    minutes: float
    note: str
    beside: tuple[tuple[str, str], ...]
    advice: str
    after: tuple[str, ...] = ()


class FinishModal(ModalScreen[Answer | None]):
    """Rates a lift with one digit, 0 for 10. A session without a set can only be thrown away."""

    BINDINGS = bindings((*RATE, *KEYS))
    CSS = """
    FinishModal .box { width: 58; }
    FinishModal Static { height: auto; }
    FinishModal #noted { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, ending: Ending) -> None:
        super().__init__()
        self._ending = ending

    def compose(self) -> ComposeResult:
        """What was done, what it lands beside, the scale."""
        ending = self._ending
        with Vertical(classes="box") as box:
            box.border_title = Content(plain(ending.title or "Lift"))
            box.border_subtitle = "n note · - no rating · esc go on" if ending.sets else "d throw away · esc go on"
            if not ending.sets:
                yield Static("No set is logged yet. Throw this session away?", markup=False)
                return
            sets = f"{ending.sets} set{'s' * (ending.sets > 1)}"
            yield Static(f"{sets} in {ending.minutes:.0f} min", markup=False)
            for words, style in ending.beside[:_MOST]:
                yield Static(Content.styled(words, style))
            if ending.advice:
                yield Static(Content.styled(ending.advice, "dim"))
            if ending.note:
                yield Static(Content.styled(f"“{plain(ending.note)}”", "italic"), id="noted")
            if ending.after:
                yield Static(self._after())
            yield Static(_scale())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rating needs a set; throwing away needs none."""
        if action in ("rate", "unrated") or parameters == ("note",):
            return self._ending.sets > 0
        return self._ending.sets == 0 if parameters == ("drop",) else True

    def _after(self) -> Content:
        """What is next, a line a lift; as many as the height has room for, the last one with how many more."""
        size = self.app.size
        room = _MOST_AFTER if size.height >= _HIGH else _MOST_AFTER_ON_A_PHONE
        # The box takes 96 % of a narrow screen, and four columns of it are its border.
        width = min(_WIDTH, size.width * 96 // 100) - 4
        lines = [Content.assemble(("next ", "dim"), words) for words in self._ending.after[:room]]
        more = f" +{len(self._ending.after) - room}" if len(self._ending.after) > room else ""
        last = lines[-1].truncate(width - len(more), ellipsis=True)
        lines = [*(line.truncate(width, ellipsis=True) for line in lines[:-1]), Content.assemble(last, (more, "dim"))]
        return Content("\n").join(lines)

    def action_rate(self, rating: int) -> None:
        """Log it with this rating."""
        self.dismiss(("log", rating))

    def action_unrated(self) -> None:
        """Log it without one."""
        self.dismiss(("log", None))

    def action_answer(self, answer: Literal["note", "drop"]) -> None:
        """Note or drop."""
        self.dismiss(answer)


def _scale() -> Content:
    parts = [Content.styled("\nHow hard was all of it?", "bold")]
    for left, right in zip(range(1, 6), range(6, 11), strict=True):
        parts.append(
            Content.assemble(
                (f" {left}", "bold $accent"),
                f" {CR10[left]:<17}",
                (f"{right % 10}", "bold $accent"),
                f" {CR10[right]}",
            )
        )
    return Content("\n").join(parts)
