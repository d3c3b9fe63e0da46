"""The two themes of legday. Colour never speaks alone: a glyph or a word says the same."""

from textual.theme import BUILTIN_THEMES, Theme

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
