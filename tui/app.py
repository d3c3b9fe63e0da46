"""The app: which screens there are, and the keys that mean the same on all of them."""

import gc
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen

from data.text import plain
from tui import going, undoing
from tui.desk import Desk
from tui.keys import EVERYWHERE, bindings
from tui.left import LeftQuestion
from tui.messages import LogChanged, RunsOut
from tui.places import OF_A_LOG, Place
from tui.ringing import Ringing
from tui.telling import Telling
from tui.theme import dress
from tui.whose import whose_words

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from data.rules.explain import Explanation
    from tui.club import Club

FOLLOW_SECONDS = 1.0
SAID_SECONDS = 4.0


class LegdayApp(Telling, App[None]):
    """legday on one athlete's log; where there is a club, on any of its athletes', from a roster of them."""

    TITLE = "legday"
    # The plan's stylesheet comes with the app's, since it is nearly always wanted at once.
    CSS_PATH = ["app.tcss", "screens/plan.tcss"]
    DEFAULT_MODE = "plan"
    BINDINGS = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-phone"), (60, "-normal"), (110, "-wide")]

    def __init__(self, desk: Desk, place: Place = "plan", club: "Club | None" = None) -> None:
        if place == "roster":  # nobody's plan is made first
            self.DEFAULT_MODE = place  # type: ignore[misc]
        super().__init__()
        self.desk = desk
        self.club = club
        # Whose log was opened from the roster.
        self.visited: str | None = None
        self.left = LeftQuestion(desk)
        self._ringing = Ringing(os.environ, self._tell_terminal)
        self._first_place = place
        self.started = False
        going.add_places(self, (*OF_A_LOG, "roster"))
        dress(self, desk.settings.theme)
        if "SSH_CONNECTION" in os.environ:
            self.animation_level = "none"
        self._key_faults: list[str] = []
        if desk.settings.keys:
            from tui.key_tables import bind_anew

            self._key_faults = bind_anew(self, desk.settings.keys)

    def on_mount(self) -> None:
        """Go where the command asked, and follow the log. Somebody new is asked three questions first."""
        if self._first_place == "roster":
            pass  # it is there
        elif self.desk.logbook.is_new():
            self._ask_first()
        elif self._first_place != "plan":
            self.switch_mode(self._first_place)
        if faults := self._faults():
            self.notify(plain(" · ".join(faults)), title="Settings", severity="warning", timeout=12)
        self.screen_change_signal.subscribe(self, self._make_room)
        self._ringing.begin()
        self.set_interval(FOLLOW_SECONDS, self._follow)
        self.call_after_refresh(self._started)

    def _faults(self) -> list[str]:
        """What is wrong with the settings: what the file says wrongly, no such theme, keys that cannot be."""
        settings, faults = self.desk.settings, list(self.desk.faults)
        if settings.theme and settings.theme not in self.available_themes:
            faults.append(
                f"config.toml: there is no theme {settings.theme}; legday is used. Ones of legday: legday, legday-light"
            )
        return faults + self._key_faults

    def _ask_first(self) -> None:
        from tui.screens.setup import SetupScreen

        self.push_screen(SetupScreen(self.desk))

    def _started(self) -> None:
        # The start runs without the garbage collector (see __main__); what is here now is here to stay.
        gc.freeze()
        gc.enable()
        self.started = True
        self.ask_about_left()

    @property
    def whose(self) -> str:
        """Whose log this is and what may be done in it, where that is not the athlete at their own log."""
        return whose_words(self.desk.logbook, self.visited)

    def on_unmount(self) -> None:
        """Leave the terminal as it was."""
        self._ringing.end()

    def _follow(self) -> None:
        if self.desk.changed():
            self.screen.post_message(LogChanged())
        self._ring()

    def on_runs_out(self, event: RunsOut) -> None:
        """Ring on the second that the screen shows."""
        self._ring()

    def _ring(self) -> None:
        if self._ringing.look(self.desk):
            self.bell()

    def _tell_terminal(self, said: str) -> None:
        """Send what is no part of the screen."""
        if said and self._driver and not self.is_headless:
            self._driver.write(said)

    def may(self, target: DOMNode, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether whoever sits here may do this action of a screen, modal or the app."""
        if self.desk.logbook.visitor is None:
            return True
        from tui.rights import right_of

        return self.desk.may(right_of(target, action, parameters))

    # What asks whether a key works, for the footer, the help and the palette; and what does it. Nothing goes past them.
    def _check_action_state(self, action: str, default_namespace: DOMNode) -> bool | None:
        target = self._parse_action(action, default_namespace)
        return self.may(*target) and super()._check_action_state(action, default_namespace)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action, unless whoever sits here may not, or has just left."""
        target = self._parse_action(action, default_namespace or self, namespaces)
        return not self._exit and self.may(*target) and await super().run_action(action, default_namespace, namespaces)

    def on_key(self, event: events.Key) -> None:
        """A key that was already on its way when a question came up is a part of the answer."""
        take = getattr(self.screen, "take", None)
        if take:
            take(event)

    # What the keys do everywhere: functions of this app.
    open_log = going.open_log
    action_go = going.go
    action_go_menu = going.ask_where
    action_back = going.back
    action_leave = going.leave
    action_undo = undoing.undo
    action_redo = undoing.redo

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a roster where there is a club."""
        return self.club is not None or (action, parameters) != ("go", ("roster",))

    @work(group="left")
    async def ask_about_left(self) -> None:
        """Ask what is to become of a session that was left for more than a day."""
        with self.desk.reading(self):
            await self.left.ask(self)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = SAID_SECONDS,
        markup: bool = False,
    ) -> None:
        """Say something in passing, in the place of what was said before."""
        self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def _make_room(self, screen: Screen[object]) -> None:
        """What was said in passing goes where a modal opens, whose words it would hide; a fault, which has a title,
        stays."""
        if screen.is_modal and not any(each.title for each in self._notifications):
            self.clear_notifications()

    def action_help(self) -> None:
        """Explain the figures on the screen, and list its keys."""
        from tui.actions import actions_of
        from tui.modals.help import HelpModal

        why: Callable[[], Sequence[Explanation]] = getattr(self.screen, "why", tuple)
        told: Sequence[Explanation] = ()
        with self.desk.reading(self):
            told = why()
        self.push_screen(HelpModal(told, actions_of(self.screen)))

    def _fatal_error(self) -> None:
        # Textual would print a traceback with all it can reach, which is ten years of log. Whoever ran the app is
        # handed the error instead, and says it in one line.
        self._close_messages_no_wait()

    def panic(self, *_: object) -> None:
        """End, and say in one line that the terminal cannot be read: Textual would print a traceback here too."""
        self._exception = self._exception or OSError("the terminal cannot be read any more")
        self._close_messages_no_wait()

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, but for one that what is typed cannot end."""
        from textual.drivers.linux_driver import LinuxDriver

        usual = super().get_driver_class()
        if usual is not LinuxDriver:
            return usual
        from tui.keyboard import KeyboardDriver

        return KeyboardDriver

    @property
    def failure(self) -> Exception | None:
        """What ended the app when it should not have."""
        return self._exception

    def action_command_palette(self) -> None:
        """Find an action by its name."""
        from tui.palette import find_action

        find_action(self)

    def search_themes(self) -> None:
        """Find a theme by its name."""
        from tui.palette import find_theme

        find_theme(self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """A line in the palette for every key that works here, and the theme."""
        from tui.palette import commands

        yield from commands(self, screen)
