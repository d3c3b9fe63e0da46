"""The line of keys at the foot of a screen: those that matter here and now, as many as fit. Above it, in the log of
somebody else, whose that is."""

from collections.abc import Mapping

from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui.actions import actions_of


class KeyBar(Widget):
    """Keys and their words in the order of the table. What does not fit is left to "?", which is always there.

    A screen on which a key does now this and now that says so itself: its `key_words`, by the keys' ids.
    """

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        width: 1fr;
        padding: 0 1;
        background: $panel;
        &.-whose { height: 2; }
    }
    """

    _painted = Content()
    _whose = ""

    def __init__(self, of_a_log: bool = True) -> None:
        super().__init__()
        self._of_a_log = of_a_log

    def on_mount(self) -> None:
        """Follow the bindings of the screen, and say whose log it is, where it is one's."""
        # The app is asked what holds for every screen: from Python 3.12 on, a screen is mounted before the app is in
        # its mode.
        self._whose = getattr(self.app, "whose", "") if self._of_a_log else ""
        self.set_class(bool(self._whose), "-whose")
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _: Screen[object]) -> None:
        if not self._bar().is_same(self._painted):
            self.refresh()

    def render(self) -> RenderResult:
        """The keys that fit, the help last."""
        self._painted = self._bar()
        return self._painted

    def _bar(self) -> Content:
        words: Mapping[str, str] = getattr(self.screen, "key_words", {})
        actions = (each for each in actions_of(self.screen) if each.footer)
        shown = {each.id: (each.keys[0], words.get(each.id, each.label)) for each in actions}
        help_key = shown.pop("help", None)
        keys = Content.assemble(*self._fitting(list(shown.values()), help_key))
        return Content("\n").join((self._banner(), keys)) if self._whose else keys

    def _banner(self) -> Content:
        return Content.styled(self._whose, "bold $warning").truncate(self.content_size.width, ellipsis=True)

    def _fitting(self, keys: list[tuple[str, str]], help_key: tuple[str, str] | None) -> list[tuple[str, str] | str]:
        room = self.content_size.width - (sum(map(len, help_key)) + 1 if help_key else 0)
        parts: list[tuple[str, str] | str] = []
        for key, word in keys:
            room -= len(key) + len(word) + 3
            if room < 0:
                break
            parts += [(key, "bold $accent"), f" {word}  "]
        if help_key:
            parts += [(help_key[0], "bold $accent"), f" {help_key[1]}"]
        return parts
