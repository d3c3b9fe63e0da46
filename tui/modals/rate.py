"""A planned session done as planned: one digit says how hard it was, and logs it."""

from typing import Final, Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys import Key, bindings
from tui.modal import Modal

Answer = int | Literal["unrated", "otherwise"]

# The words of the CR-10 scale (Foster 2001).
CR10: Final = {
    1: "very, very easy", 2: "easy", 3: "moderate", 4: "somewhat hard", 5: "hard",
    6: "", 7: "very hard", 8: "", 9: "", 10: "maximal",
}  # fmt: skip
KEYS = (
    *(Key(f"rate.{rating}", str(rating % 10), f"rate({rating})", str(rating), f"It was {rating}") for rating in CR10),
    Key("rate.none", "enter", "answer('unrated')", "unrated", "Log it without a rating"),
    Key("rate.otherwise", "e", "answer('otherwise')", "edit", "It went otherwise than planned: write what was done"),
    Key("rate.leave", "escape", "dismiss", "leave", "Leave without logging"),
)


class Rate(Modal[Answer | None]):
    """How hard was it, from 1 to 10? 0 stands for 10."""

    CSS = "Rate .box { width: 38; }"
    BINDINGS = bindings(KEYS)

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self._title = title
        self._about = about

    def compose(self) -> ComposeResult:
        """The scale in two columns."""
        with Vertical(classes="box") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = "esc leave"
            yield Static(Content(self._about))
            yield Static(Content("\nDone as planned. How hard was it?\n"))
            yield Static(Content("\n").join(_scale_line(low) for low in range(1, 6)))
            yield Static(
                Content.assemble(
                    ("\nenter", "bold $accent"), " log without a rating\n", ("e", "bold $accent"), " it went otherwise"
                )
            )

    def action_rate(self, rating: int) -> None:
        """Log it so rated."""
        self.dismiss(rating)

    def action_answer(self, answer: Answer) -> None:
        """Log it unrated, or write what was done."""
        self.dismiss(answer)


def _scale_line(low: int) -> Content:
    high = low + 5
    return Content.assemble(
        (f" {low} ", "bold $accent"), f"{CR10[low]:<17}", (f"{high % 10} ", "bold $accent"),
        f"{CR10[high]} (10)" if high == 10 else CR10[high],
    )  # fmt: skip
