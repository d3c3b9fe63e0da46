"""Why: the figures of a screen explained, and its keys."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ActiveBinding, ModalScreen
from textual.widgets import Static

from data.rules.explain import Explanation
from tui.keys import Key, bindings, key_name

KEYS = (
    Key("help.down", "down,j,space,pagedown", "page_down", "more", "Page down"),
    Key("help.up", "up,k,pageup", "page_up", "up", "Page up"),
    Key("help.close", "escape,q,question_mark,enter", "dismiss", "close", "Close"),
)


class HelpModal(ModalScreen[None]):
    """Explanations first, each with its rule, inputs, steps and source; then every key that works on the screen."""

    BINDINGS = bindings(KEYS)

    def __init__(self, why: Sequence[Explanation], keys: Sequence[ActiveBinding]) -> None:
        super().__init__()
        self._why = why
        self._keys = keys

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll(classes="box", id="help") as box:
            box.border_title = "Why, and keys" if self._why else "Keys"
            box.border_subtitle = "space more · esc close"
            for explanation in self._why:
                yield Static(explained(explanation), classes="why")
            yield Static(self._key_table())

    def _key_table(self) -> Content:
        by_action: dict[str, tuple[list[str], str]] = {}
        for active in self._keys:
            binding = active.binding
            if binding.id and active.enabled:
                by_action.setdefault(binding.action, ([], binding.tooltip))[0].append(key_name(binding.key))
        lines = [
            Content.assemble((f"{' '.join(names):<9} ", "bold $accent"), help_line)
            for names, help_line in by_action.values()
        ]
        return Content("\n").join([Content.styled("Keys", "bold"), *lines])

    def action_page_down(self) -> None:
        """One page on."""
        self.query_one("#help", VerticalScroll).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """One page back."""
        self.query_one("#help", VerticalScroll).scroll_page_up(animate=False)


def explained(why: Explanation) -> Content:
    """An explanation as a paragraph: figure and value, rule, inputs, steps, source."""
    lines = [Content.assemble((why.figure, "bold"), "  ", (why.value or "–", "bold $primary"))]
    if why.needs:
        lines.append(Content.styled(f"Needs {why.needs}", "$warning"))
    lines.append(Content(why.rule))
    lines += [Content.assemble((f"  {name}: ", "dim"), value) for name, value in why.inputs]
    lines += [Content(f"  {step}") for step in why.steps]
    if why.source:
        lines.append(Content.styled(f"Source: {why.source}", "dim italic"))
    return Content("\n").join([*lines, Content("")])
