"""A rest or hold that runs out is heard and seen wherever one is: the bell, the window's title, a notification."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal, NamedTuple

from data.catalogue import Catalogue
from data.live.hold import What, hold_phase
from data.live.lift import LiveLift, current_exercise
from data.live.rest import rest_left
from data.store.config import Settings
from data.text import plain
from data.units import format_clock
from tui import outside

Word = Literal["rest", "ready", "hold", "other side"]

_APP: Final = "legday"
# The title counts in steps of so many seconds: over a slow line each costs as much as the line of the rest itself.
_TITLE_STEP: Final = 5
_PHASES: Final[Mapping[What, Word]] = {"ready": "ready", "hold": "hold", "switch": "other side", "over": "hold"}


class Running(NamedTuple):
    """What runs out in a lift: a rest before the next set of an exercise, the getting ready for a hold, the hold.

    So many seconds are `left`; none, or less, once it is over.
    """

    word: Word
    exercise: str
    left: int


def running(live: object, now: datetime, catalogue: Catalogue) -> Running | None:
    """The rest or hold of the lift under way, or the rest that is over and waited on; None without one."""
    exercise = current_exercise(live) if isinstance(live, LiveLift) else None
    if not isinstance(live, LiveLift) or exercise is None:
        return None
    name = catalogue.name(exercise.exercise)
    if live.hold:
        phase = hold_phase(live.hold, now)
        return Running(_PHASES[phase.what], name, phase.left)
    left = rest_left(live, now)
    return None if left is None else Running("rest", name, left)


class RestWatch:
    """Told once a second what runs, it says what the terminal is to be told of it; mostly nothing."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._has_title = outside.has_title(environ)
        self._kind = outside.kind_of(environ)
        self._title = ""
        self._seen: tuple[Running, datetime] | None = None

    def begin(self) -> str:
        """The window's title put aside, for the app's."""
        return outside.KEEP_TITLE + self._titled(_APP) if self._has_title else ""

    def end(self) -> str:
        """The title that the window had before, given back."""
        return outside.GIVE_TITLE_BACK if self._has_title else ""

    def look(self, running: Running | None, now: datetime, settings: Settings) -> str:
        """What to tell the terminal. Only who saw it run hears its end: not one that ended while nobody looked."""
        before, seen = self._seen or (None, now)
        self._seen = (running, now) if running and running.left > 0 else None
        said = self._titled(_words(running) if running else _APP)
        if before is None or not _ended(before, running, (now - seen).total_seconds()):
            return said
        bell = outside.BELL if settings.bell else ""
        kind = self._kind if settings.notify == "auto" else None if settings.notify == "off" else settings.notify
        if before.word == "rest" and kind:
            return bell + said + outside.notification(kind, _APP, _words(before._replace(left=0)))
        return bell + said

    def _titled(self, text: str) -> str:
        if not self._has_title or text == self._title:
            return ""
        self._title = text
        return outside.title(text)


def _ended(before: Running, after: Running | None, later: float) -> bool:
    """Whether what ran has run out, not been ended, when there is this to see so many seconds later."""
    if after and after.word == before.word:
        return after.left <= 0
    # What stood in whole seconds may have ended up to one earlier; a hold is logged, and gone, as soon as it is over.
    return before.word != "rest" and later > before.left - 1


def _words(running: Running) -> str:
    """ "rest 1:40 · Back squat", "hold 0:30 · Side plank", "GO · Back squat"."""
    rounded = -(-running.left // _TITLE_STEP) * _TITLE_STEP
    over = "GO" if running.word == "rest" else f"{running.word} over"
    words = f"{running.word} {format_clock(rounded)}" if running.left > 0 else over
    return plain(f"{words} · {running.exercise}")
