"""What runs out during a lift, in one line each: the rest, and a timed set."""

from typing import Final

from textual.content import Content

from data.live.hold import HoldPhase
from data.units import format_clock

# The keys of the rest, and what they do where there is room to say it.
_REST_KEYS: Final = (("< >", " 15 s"), ("space", " ends"))
_WITH_WORDS: Final = 60
_WIDEST_BAR: Final = 24
# A bar that moves more often than every so many seconds costs more than the number beside it.
_BAR_SECONDS: Final = 8


def rest_line(left: int | None, seconds: int, width: int) -> Content:
    """What is left of the rest, with a bar that empties; a word once it is over, nothing without a rest."""
    if left is None:
        return Content("")
    if left <= 0:
        over = f" · rest over {format_clock(-left)}" if left else ""
        return Content.assemble(("GO", "bold $success"), over).truncate(width, ellipsis=True)
    now, whole = f"rest {format_clock(left)} ", f" {format_clock(seconds)}  "
    parts = [(key, said if width >= _WITH_WORDS else "") for key, said in _REST_KEYS]
    between = "  " if width >= _WITH_WORDS else " "
    keys = Content(between).join(Content.assemble((key, "$accent"), (said, "dim")) for key, said in parts)
    room = min(_WIDEST_BAR, max(0, width - len(now) - len(whole) - keys.cell_length))
    return Content.assemble(
        (now, "bold $accent"), *_bar(left, seconds, room), (whole, "dim"), keys,
    )  # fmt: skip


def hold_line(phase: HoldPhase, side: str, width: int) -> Content:
    """Where a timed set is: what to do now and on which side, the seconds left of that, and a bar that empties."""
    here = f" {side} side" if side else ""
    words, style = {
        "ready": (f"GET READY{here}", "bold $background on $warning"),
        "switch": (f"SWITCH to {side}", "bold $background on $warning"),
        "hold": (f"HOLD{here}", "bold $background on $accent"),
        "over": ("DONE", "bold $background on $success"),
    }[phase.what]
    now, whole = f" {words} {format_clock(phase.left)} ", f" {format_clock(phase.of)}"
    room = min(_WIDEST_BAR, max(0, width - len(now) - 1 - len(whole)))
    return Content.assemble((now, style), " ", *_bar(phase.left, phase.of, room), (whole, "dim"))


def _bar(left: int, seconds: int, room: int) -> tuple[tuple[str, str], tuple[str, str]]:
    steps = max(1, min(room, seconds // _BAR_SECONDS))
    full = room * -(-steps * min(left, seconds) // max(1, seconds)) // steps
    return ("━" * full, "$accent"), ("─" * (room - full), "dim")
