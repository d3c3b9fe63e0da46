"""The one table of keys. Footer, help, palette and key rebinding (config.toml, by id) are all made from it."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from textual.binding import Binding

from data.roles import Role


class Key(NamedTuple):
    """One action: its id, the keys that do it, the action's name, one word for the footer and one line for the help.

    `right` is what one must be allowed to do in the log for it; None: what the screen says, see tui/rights.py.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    footer: bool = True
    right: Role | None = None


@dataclass(frozen=True)
class KeyBinding(Binding):
    """A binding that knows the right of its key."""

    right: Role | None = None


EVERYWHERE = (
    Key("go", "g", "app.go_menu", "go", "Go to another screen: a small menu says which"),
    Key("go.plan", "f1", "app.go('plan')", "plan", "Plan: the week ahead", footer=False),
    Key("go.live", "f2", "app.go('live')", "live", "Live: log a lift set by set", footer=False),
    Key("go.load", "f3", "app.go('load')", "load", "Load: what each week cost", footer=False),
    Key("go.roster", "f7", "app.go('roster')", "roster", "Roster: who of the athletes needs a word", footer=False),
    Key("go.settings", "f8", "app.go('settings')", "settings", "Settings: what legday knows of you", footer=False),
    Key("undo", "u", "app.undo", "undo", "Undo the last change", footer=False, right="comment"),
    Key("redo", "ctrl+r", "app.redo", "redo", "Do again what was undone", footer=False, right="comment"),
    Key("help", "question_mark", "app.help", "why", "Why: what the figures here mean, and every key"),
    Key("palette", "ctrl+p", "app.command_palette", "find", "Find an action by name", footer=False),
    Key("back", "escape", "app.back", "back", "Go back", footer=False),
    Key("quit", "q", "app.leave", "quit", "Go back, or quit"),
)

# On a screen that takes back and does again on its own: from there nothing of the log is done again.
NO_REDO: Final = Binding("ctrl+r", "no_redo", show=False)

KEY_NAMES = {
    "question_mark": "?", "up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "esc", "slash": "/",
    "left_square_bracket": "[", "right_square_bracket": "]", "full_stop": ".", "plus": "+", "colon": ":",
    "less_than_sign": "<", "greater_than_sign": ">", "pagedown": "pgdn", "pageup": "pgup",
}  # fmt: skip


def bindings(keys: tuple[Key, ...], priority: bool = False) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The keys as Textual takes them; with `priority` they come before those of what has the focus."""
    return [
        KeyBinding(
            key.keys, key.action, key.label, key.footer, priority=priority, id=key.id, tooltip=key.help, right=key.right
        )
        for key in keys
    ]


def key_name(key: str) -> str:
    """A key as it is printed: "?" for question_mark, "⇧↑" for shift+up, "^r" for ctrl+r."""
    *held, last = key.split("+") if key != "+" else ["+"]
    marks = {"shift": "⇧", "ctrl": "^", "alt": "alt-"}
    return "".join(marks.get(mark, mark + "+") for mark in held) + KEY_NAMES.get(last, last)
