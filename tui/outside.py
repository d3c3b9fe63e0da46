"""What a terminal can be told beside what is on its screen: the bell, the title of its window, a desktop notification.

OSC 9 is iTerm2's, OSC 777 urxvt's, which foot, Ghostty, WezTerm, Contour, Warp and Windows Terminal took over, OSC 99
kitty's. A terminal that does not know one of them shows nothing.
"""

from collections.abc import Mapping
from typing import Final, Literal

from data.text import plain

Kind = Literal["osc9", "osc777", "osc99"]

BELL: Final = "\a"
# The title that the window has is put on the terminal's stack of titles, and taken from it (xterm's window operations).
KEEP_TITLE: Final = "\x1b[22;0t"
GIVE_TITLE_BACK: Final = "\x1b[23;0t"
_END: Final = "\x1b\\"
_TERMS: Final[Mapping[str, Kind]] = {
    "xterm-kitty": "osc99",
    "xterm-ghostty": "osc777",
    "foot": "osc777",
    "rxvt-unicode": "osc777",
    "wezterm": "osc777",
    "contour": "osc777",
}
_PROGRAMS: Final[Mapping[str, Kind]] = {
    "iTerm.app": "osc9",
    "iTerm2": "osc9",
    "kitty": "osc99",
    "ghostty": "osc777",
    "WezTerm": "osc777",
    "WarpTerminal": "osc777",
}
_SIGNS: Final[Mapping[str, Kind]] = {"KITTY_WINDOW_ID": "osc99", "WT_SESSION": "osc777", "VTE_VERSION": "osc777"}
# What stands between the program and the terminal keeps a notification to itself.
_BETWEEN: Final = ("tmux", "screen")
_NO_WINDOW: Final = ("", "dumb", "linux")


def kind_of(environ: Mapping[str, str]) -> Kind | None:
    """The notification that the terminal understands, by what the environment says of it; None where that is nothing.

    Over SSH that is TERM, and LC_TERMINAL where the client sends it.
    """
    term = environ.get("TERM", "")
    if term.startswith(_BETWEEN) or environ.get("TMUX") or environ.get("STY"):
        return None
    by_term = next((kind for name, kind in _TERMS.items() if term == name or term.startswith(f"{name}-")), None)
    by_program = _PROGRAMS.get(environ.get("TERM_PROGRAM", "")) or _PROGRAMS.get(environ.get("LC_TERMINAL", ""))
    by_sign = next((kind for name, kind in _SIGNS.items() if environ.get(name)), None)
    return by_term or by_program or by_sign


def has_title(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is one whose window can have a title."""
    return environ.get("TERM", "") not in _NO_WINDOW


def title(text: str) -> str:
    """What gives the window this title."""
    return f"\x1b]0;{plain(text)}{_END}"


def notification(kind: Kind, heading: str, text: str) -> str:
    """What shows a notification on the desktop. It takes no focus; in kitty it stays away where the window has it."""
    heading, text = _clean(heading), _clean(text)
    match kind:
        case "osc9":
            return f"\x1b]9;{heading}: {text}{_END}"
        case "osc777":
            return f"\x1b]777;notify;{heading};{text}{_END}"
        case "osc99":
            # The id puts the next one in the place of this one.
            begun = f"\x1b]99;i=legday:d=0:o=unfocused;{heading}{_END}"
            return f"{begun}\x1b]99;i=legday:d=1:p=body;{text}{_END}"


def _clean(text: str) -> str:
    """The text without what would end it, or begin another part."""
    return plain(text).replace(";", ",")
