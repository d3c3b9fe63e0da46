"""The command palette: every key that works on the screen, by name."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from tui.keys import key_name

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen


def commands(app: "App[None]", screen: "Screen[object]") -> Iterable[SystemCommand]:
    """One line for each action of the screen and the app, said as the help says it, with its key."""
    seen = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id is None or not active.enabled or binding.action in seen or binding.id == "palette":
            continue
        seen.add(binding.action)
        yield SystemCommand(
            binding.tooltip, key_name(binding.key), partial(app.run_action, binding.action, active.node)
        )
    yield SystemCommand("Change the theme", "Colours: dark, light, sixteen colours …", app.action_change_theme)
