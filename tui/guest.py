"""The app for somebody at the other end of SSH: nothing in it leads out of it, and it ends when the access does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from textual.app import SuspendNotSupported
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.notifications import SeverityLevel

from data.access import ROLE_WORDS, Allows
from data.store.errors import StoreError
from data.text import plain
from tui.app import SAID_SECONDS, LegdayApp
from tui.club import Club
from tui.desk import Desk
from tui.places import Place

_WELCOME_SECONDS: Final = 6.0
# No window is larger. One of 65535 columns and rows, which a client can claim to have, would take the server's memory.
_LARGEST: Final = Size(1000, 400)


class GuestApp(LegdayApp):
    """legday on somebody else's log. `thrown_out`: whether the access ended before the visitor left.

    `unplaced` takes out of a message where on the server something is.
    """

    CLOSE_TIMEOUT = 0.5

    def __init__(
        self,
        desk: Desk,
        allows: Allows,
        place: Place = "plan",
        club: Club | None = None,
        unplaced: Callable[[str], str] = lambda text: text,
    ) -> None:
        super().__init__(desk, place, club)
        self.thrown_out = False
        self._allows = allows
        self._unplaced = unplaced

    def on_mount(self) -> None:
        """Say whose log it is, and what may be done in it."""
        visitor = self.desk.logbook.visitor
        if visitor and visitor.limited and self.current_mode != "roster":
            words = f"The log of {self.desk.logbook.athlete.name}. You may {ROLE_WORDS[visitor.role]}."
            self.notify(plain(words), timeout=_WELCOME_SECONDS)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = SAID_SECONDS,
        markup: bool = False,
    ) -> None:
        """Say something in passing, and not where on the server anything is."""
        super().notify(self._unplaced(message), title=title, severity=severity, timeout=timeout, markup=markup)

    @property
    def size(self) -> Size:
        """The size of the window, or of as much of it as is used."""
        return _used(super().size)

    async def _dispatch_message(self, message: Message) -> None:
        if isinstance(message, Resize) and message.size != _used(message.size):
            message = Resize(_used(message.size), _used(message.size))
        await super()._dispatch_message(message)

    def _follow(self) -> None:
        try:
            allowed = self._allows()
        except StoreError:
            allowed = False
        if allowed:
            super()._follow()
        else:
            self.thrown_out = True
            self.exit()

    def _faults(self) -> list[str]:
        # What is wrong with the settings can be mended where they are, not from here.
        return []

    def _ask_first(self) -> None:
        """The questions to somebody new are the athlete's to answer."""

    def _tell_terminal(self, said: str) -> None:
        # The athlete's rest is over where the athlete is: a coach's terminal does not ring for it.
        visitor = self.desk.logbook.visitor
        if visitor is None or not visitor.limited:
            super()._tell_terminal(said)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Nothing else is ever run in this terminal."""
        raise SuspendNotSupported("This app cannot be suspended.")
        yield  # what makes it a context manager

    def action_suspend_process(self) -> None:
        """This process does not stop: there is no shell to go to."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """A page would open where the log is, not where the visitor is: none does."""

    def deliver_text(self, path_or_file: object, **_: object) -> str | None:
        """No file is written where the log is."""
        return None

    def deliver_binary(self, path_or_file: object, **_: object) -> str | None:
        """No file is written where the log is."""
        return None


def _used(size: Size) -> Size:
    return Size(min(size.width, _LARGEST.width), min(size.height, _LARGEST.height))
