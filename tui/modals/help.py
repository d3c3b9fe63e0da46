"""Why: the figures of a screen explained, and its keys. In pages, so that turning one costs one repaint."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from data.rules.explain import Explanation
from tui.actions import Action
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.lines import broken

KEYS = (
    Key("help.down", "space,down,j,pagedown,right", "page(1)", "more", "Next page"),
    Key("help.up", "up,k,pageup,left", "page(-1)", "back", "Page before"),
    Key("help.keys", "tab", "keys", "keys", "To the keys, and back to the figures"),
    Key("help.close", "escape,q,question_mark,enter", "dismiss", "close", "Close"),
)
# Columns of text at most: longer lines are hard to read.
_WIDEST: Final = 72
# What border and padding take.
_AROUND: Final = Size(4, 2)


class HelpModal(Modal[None]):
    """Explanations first, each with its rule, inputs, steps and source; then every key that works on the screen."""

    BINDINGS = bindings(KEYS)
    CSS = """
    HelpModal > .box {
        max-width: 100%;
        max-height: 100%;
    }
    """

    def __init__(self, why: Sequence[Explanation], actions: Sequence[Action]) -> None:
        super().__init__()
        self._why = why
        self._actions = actions
        self._pages: list[list[Content]] = [[]]
        self._page = 0
        # The page on which the keys begin.
        self._keys_page = 0

    def compose(self) -> ComposeResult:
        """One page in a box."""
        with Vertical(classes="box") as box:
            box.border_title = "Why, and keys" if self._why else "Keys"
            yield Static(id="page", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Break the text into lines and pages that fit, and begin again."""
        width = max(1, min(_WIDEST, event.size.width - _AROUND.width))
        height = max(1, event.size.height - _AROUND.height)
        why, keys = [explained(each, width) for each in self._why], list(self._key_blocks(width))
        all_on_one = pages_of([*why, *keys], height)
        figures = pages_of(why, height) if why and len(all_on_one) > 1 else []
        self._pages = [*figures, *pages_of(keys, height)] if figures else all_on_one
        self._keys_page, self._page = len(figures), 0
        page = self.query_one("#page", Static)
        page.styles.width = width
        page.styles.height = max(map(len, self._pages))
        self._show()

    def _key_blocks(self, width: int) -> Iterator[list[Content]]:
        if here := [each for each in self._actions if not each.everywhere]:
            yield key_lines("Keys here", here, width)
        if everywhere := [each for each in self._actions if each.everywhere]:
            yield key_lines("Keys everywhere", everywhere, width)

    def _show(self) -> None:
        self.query_one("#page", Static).update(Content("\n").join(self._pages[self._page]))
        box = self.query_one(Vertical)
        box.border_subtitle = self._subtitle()

    def _subtitle(self) -> str:
        """What the keys do here, in at most 36 columns."""
        if len(self._pages) == 1:
            return "esc close"
        there = "tab why · " if self._page >= self._keys_page else "tab keys · "
        return f"space more · {there if self._keys_page else ''}{self._page + 1}/{len(self._pages)} · esc"

    def action_page(self, by: int) -> None:
        """Turn the page, as far as there is one."""
        self._page = max(0, min(len(self._pages) - 1, self._page + by))
        self._show()

    def action_keys(self) -> None:
        """Go to the first page of the keys, and from there back to the first of all."""
        self._page = 0 if self._page >= self._keys_page else self._keys_page
        self._show()


def pages_of(blocks: Sequence[list[Content]], height: int) -> list[list[Content]]:
    """The blocks one after another, an empty line between them, in pages of at most `height` lines.

    A block that fits on a page of its own is not broken.
    """
    pages: list[list[Content]] = [[]]
    for block in blocks:
        if pages[-1] and len(pages[-1]) + 1 + len(block) <= height:
            pages[-1] += [Content(""), *block]
        else:
            parts = [block[place : place + height] for place in range(0, len(block), height)]
            pages += parts if pages[-1] else []
            pages = pages if pages[-1] else parts
    return pages


def explained(why: Explanation, width: int) -> list[Content]:
    """An explanation in lines of `width` cells: figure and value, rule, inputs, steps, source."""
    value = Content.styled(why.value or "–", "bold $primary")
    lines = [*hanging(Content.styled(f"{why.figure}  ", "bold") + value, width, 2)]
    if why.needs:
        lines += hanging(Content.styled(f"Needs {why.needs}.", "$warning"), width)
    lines += hanging(Content(why.rule), width)
    column = min(width // 2, max((Content(name).cell_length for name, _ in why.inputs), default=0))
    for name, said in why.inputs:
        lines += hanging(Content.styled(f"  {name}".ljust(column + 2), "dim") + Content(f"  {said}"), width, column + 4)
    for step in why.steps:
        lines += hanging(Content(f"  {step}"), width, 4)
    if why.source:
        lines += hanging(Content.styled(f"Source: {why.source}", "dim italic"), width, 2)
    return lines


def key_lines(title: str, actions: Sequence[Action], width: int) -> list[Content]:
    """The keys of the actions in lines of `width` cells, those of one action together."""
    rows = [(" ".join(each.keys), each.help) for each in actions]
    column = min(width // 3, max((len(keys) for keys, _ in rows), default=0))
    lines = [Content.styled(title, "bold")]
    for keys, said in rows:
        lines += hanging(Content.styled(keys.ljust(column), "bold $accent") + Content(f"  {said}"), width, column + 2)
    return lines


def hanging(text: Content, width: int, indent: int = 0) -> list[Content]:
    """The text broken into lines of `width` cells, every line but the first `indent` cells in."""
    first, *rest = broken(text, width)
    if not rest:
        return [first]
    tail = text[len(first.plain) :]
    stripped = tail[len(tail.plain) - len(tail.plain.lstrip()) :]
    return [first, *(line.pad_left(indent) for line in broken(stripped, max(8, width - indent)))]
