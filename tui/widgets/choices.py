"""Lines of a modal on which something is chosen, and below them what there is to say of what is chosen."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.widgets.lines import Lines

_LEFT: Final = "‹ "
_RIGHT: Final = " ›"


class ChoiceLine(NamedTuple):
    """A line: its name and what is chosen. `arrows`: left and right change it. `more` stands behind, in a column of its
    own."""

    name: str
    value: Content
    arrows: bool = True
    more: Content | None = None


class Choices(Vertical):
    """A box with the lines, their names in so many columns, one of them under the cursor; enter lays what is chosen,
    escape leaves."""

    DEFAULT_CSS = "Choices #preview { margin-top: 1; }"

    fields = getters.query_one("#fields", Lines)
    preview = getters.query_one("#preview", Lines)

    def __init__(self, title: str, names: int) -> None:
        super().__init__(classes="box")
        self._names = names
        self.border_title = title
        self.border_subtitle = "enter lay it · esc leave"

    def compose(self) -> ComposeResult:
        """The lines, and what there is to say."""
        yield Lines(id="fields")
        yield Lines(id="preview")

    def show_choices(self, choices: Sequence[ChoiceLine], here: int, said: Sequence[Content], hint: str = "") -> None:
        """Show them, the cursor on the one of that place; `hint` says at their end how that one is changed."""
        lines = [_line(each, self._names, here=place == here) for place, each in enumerate(choices)]
        self.fields.show([*lines, Content.styled(f"  {hint}", "dim")] if hint else lines)
        self.preview.show(said)


def _line(choice: ChoiceLine, width: int, *, here: bool) -> Content:
    """The line with a mark where the cursor is `here`, and there with arrows where they change it."""
    turns = here and choice.arrows
    left, right = (_LEFT, _RIGHT) if turns else ("", "")
    if choice.more is not None:
        left, right = left.ljust(len(_LEFT)), f"{right.ljust(len(_RIGHT))} "
    return Content.assemble(
        ("▸ " if here else "  ", "bold $accent"), choice.name.ljust(width), (left, "$accent"), choice.value,
        (right, "$accent"), choice.more or "",
    )  # fmt: skip
