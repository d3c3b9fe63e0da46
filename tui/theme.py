"""The two themes of legday. Colour never speaks alone: a glyph or a word says the same."""

from typing import TYPE_CHECKING, Any

from textual.theme import BUILTIN_THEMES, Theme

if TYPE_CHECKING:
    from textual.app import App

DARK = Theme(
    name="legday",
    primary="#5fafd7",
    secondary="#d7875f",
    accent="#d7af5f",
    warning="#e0a030",
    error="#ef5f5f",
    success="#7fbf7f",
    foreground="#d8d8d8",
    background="#14171a",
    surface="#1c2024",
    panel="#262b31",
)
LIGHT = Theme(
    name="legday-light",
    primary="#005f87",
    secondary="#9a4a1f",
    accent="#875f00",
    warning="#9a6200",
    error="#b01f2e",
    success="#2f7a3f",
    foreground="#1c1c1c",
    background="#fafafa",
    surface="#f0f0ee",
    panel="#e2e2de",
    dark=False,
)
THEMES = (DARK, LIGHT)


def theme_names() -> tuple[str, ...]:
    """Every theme that can be chosen, legday's own first."""
    return tuple(dict.fromkeys((*(theme.name for theme in THEMES), *BUILTIN_THEMES)))


def dress(app: "App[Any]", wanted: str | None) -> None:
    """Give the app, before it runs, legday's themes and the one that is wanted; its own where there is no such."""
    for theme in THEMES:
        app.register_theme(theme)
    name = wanted if wanted in app.available_themes else DARK.name
    # Set as if it had always been so: a change of theme would read every stylesheet twice more. The terminal's own
    # colours need that change, which stops their conversion.
    if app.available_themes[name].ansi:
        app.theme = name
    else:
        app.set_reactive(type(app).theme, name)
