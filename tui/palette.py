"""The command palette: every key that works on the screen, by name."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.theme import ThemeProvider
from textual.widgets import Input, OptionList

from tui.actions import actions_of

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from tui.app import LegdayApp


def commands(app: "LegdayApp", screen: "Screen[object]") -> Iterable[SystemCommand]:
    """One line for each action of the screen and the app, said as the help says it, with its keys.

    None of Textual's own, which write files; the theme is for whoever may change settings.
    """
    for action in actions_of(screen):
        if action.id != "palette":
            line = f"{action.help} · {' '.join(action.keys)}"
            yield SystemCommand(line, "", partial(app.run_action, action.name, action.node))
    if app.desk.may("log"):
        yield SystemCommand("Change the theme: dark, light, sixteen colours …", "", app.action_change_theme)


def find_action(app: "App[None]") -> None:
    """Show the palette of what can be done here."""
    if app.use_command_palette and not isinstance(app.screen, Palette):
        app.push_screen(Palette(id="--command-palette"))


def find_theme(app: "App[None]") -> None:
    """Show the palette of the themes."""
    app.push_screen(Palette([ThemeProvider], placeholder="Search for themes…"))


class Palette(CommandPalette):
    """Textual's, but for a second enter on the heels of the first: what was found is done once, and closes it once."""

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def take_one(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Leave what comes after the palette has gone."""
        if not self.is_current:
            event.stop()
            event.prevent_default()
