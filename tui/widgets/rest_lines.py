"""What runs out during a lift, in one line each: the rest, and a timed set."""

from typing import Final

from textual.content import Content

from data.live.hold import HoldPhase
from data.units import format_clock

_REST_KEYS: Final = "< > space"
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
    room = min(_WIDEST_BAR, max(0, width - len(now) - len(whole) - len(_REST_KEYS)))
    return Content.assemble(
        (now, "bold $accent"), *_bar(left, seconds, room), (whole, "dim"),
        ("<", "$accent"), " ", (">", "$accent"), " ", ("space", "$accent"),
    )  # fmt: skip


def hold_line(phase: HoldPhase, side: str, width: int) -> Content:
    """Where a timed set is: what to do now and on which side, the seconds left of that, and a bar that empties."""
    words, style = {
        "ready": (" ".join(filter(None, ("GET READY", side))), "bold $background on $warning"),
        "switch": (f"SWITCH to {side}", "bold $background on $warning"),
        "hold": (" ".join(filter(None, ("HOLD", side))), "bold $background on $accent"),
        "over": ("DONE", "bold $background on $success"),
    }[phase.what]
    now, whole = f" {words} {format_clock(phase.left)} ", f" {format_clock(phase.of)}"
    room = min(_WIDEST_BAR, max(0, width - len(now) - 1 - len(whole)))
    return Content.assemble((now, style), " ", *_bar(phase.left, phase.of, room), (whole, "dim"))


def _bar(left: int, seconds: int, room: int) -> tuple[tuple[str, str], tuple[str, str]]:
    steps = max(1, min(room, seconds // _BAR_SECONDS))
    full = room * -(-steps * min(left, seconds) // max(1, seconds)) // steps
    return ("━" * full, "$accent"), ("─" * (room - full), "dim")
