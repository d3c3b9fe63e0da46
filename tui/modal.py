"""A question on top of a screen."""

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Modal(ModalScreen[ScreenResultType]):
    """Textual's, but that it closes once: a key that was on its way to it closes nothing that lies under it."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with an answer; no change once it is closed, or while something lies on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
