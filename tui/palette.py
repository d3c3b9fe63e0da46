"""The command palette: every key that works on the screen, by name."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from tui.actions import actions_of

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen


def commands(app: "App[None]", screen: "Screen[object]") -> Iterable[SystemCommand]:
    """One line for each action of the screen and the app, said as the help says it, with its keys."""
    for action in actions_of(screen):
        if action.id != "palette":
            line = f"{action.help} · {' '.join(action.keys)}"
            yield SystemCommand(line, "", partial(app.run_action, action.name, action.node))
    yield SystemCommand("Change the theme: dark, light, sixteen colours …", "", app.action_change_theme)
