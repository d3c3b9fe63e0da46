"""What goes wrong with the log while the app runs: said in one line, and what is on the screen stays there."""

from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.message_pump import MessagePump

from data.store.errors import StoreError
from data.text import plain

if TYPE_CHECKING:
    from textual.app import App


def tell(app: "App[Any]", error: StoreError, title: str) -> None:
    """Say it."""
    app.notify(plain(str(error)), title=title, severity="error", timeout=12, markup=False)


class Telling(MessagePump):
    """An app, screen or modal that a key or message cannot end because the log could not be read for it."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except StoreError as error:
            # Before anything was shown there is nothing to keep: whoever ran the app is told.
            if not getattr(self.app, "started", True):
                raise
            tell(self.app, error, "Not read")
