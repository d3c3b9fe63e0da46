"""Settings: what legday knows of you and how it shows things, changed where it stands and saved at once."""

from collections.abc import Hashable, Sequence

from textual import events, getters
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.profile import Item, Profile, changed, stepped, text_of, value_of
from data.profile_entry import UNSET, Wrong
from data.profile_items import ITEMS
from data.rules.explain import Explanation
from data.rules.level import explain_level
from data.rules.strength import BestSet
from data.text import plain
from tui.desk import Desk
from tui.keys import Key, bindings
from tui.messages import LogChanged
from tui.modals.type_value import TypeValue
from tui.profile import all_logged, best_of, keep, profile_of
from tui.screens.setting_words import LEVEL, explained, how, row_of
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.setting_rows import WIDE, SettingRows

KEYS = (
    Key("settings.edit", "enter", "edit", "edit", "Type the value, take days or equipment, or go to the next choice"),
    Key("settings.next", "right,l,space", "choose(1)", "choose", "The next choice"),
    Key("settings.before", "left,h", "choose(-1)", "before", "The choice before", footer=False),
    Key("settings.page_on", "pagedown", "page(1)", "page", "The next page", right="view"),
    Key("settings.unset", "d,delete", "unset", "unset", "Unset it: legday is not to know"),
    Key("settings.up", "up,k,shift+tab", "move(-1)", "move", "The setting above", right="view"),
    Key("settings.down", "down,j,tab", "move(1)", "down", "The setting below", footer=False, right="view"),
    Key("settings.page_back", "pageup", "page(-1)", "back", "The page before", footer=False, right="view"),
)


class SettingsScreen(Telling, Screen[None]):
    """Every setting in a line; under them what the one under the cursor is used for."""

    CSS_PATH = "settings.tcss"
    RIGHT = "log"
    BINDINGS = bindings(KEYS)
    # Under so few columns what a setting is used for takes more than a line.
    HORIZONTAL_BREAKPOINTS = [(0, "-phone"), (60, "-narrow"), (80, "-normal"), (110, "-wide")]

    head = getters.query_one("#head", Static)
    rows = getters.query_one(SettingRows)
    about = getters.query_one("#about", Lines)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._place = 0
        self._best: BestSet | None = None
        self._best_for: Hashable = None
        self._typing: TypeValue | None = None

    def compose(self) -> ComposeResult:
        """The head, the settings, what one is used for, the keys."""
        yield Static(classes="head", id="head", markup=False)
        yield SettingRows()
        yield Lines(id="about")
        yield KeyBar()

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Show the settings as they are now."""
        self._show()
        self.call_after_refresh(self._measure)

    def on_log_changed(self, _: LogChanged) -> None:
        """Show the settings as they are now."""
        self._measure()

    def on_setting_rows_laid(self, _: SettingRows.Laid) -> None:
        """Say anew on which page of how many this is, and where the value lies that is typed."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Choices alone are gone through, what may be unset is, and pages are turned where there are more than one."""
        if action == "page":
            return len(self.rows.pages) > 1
        if action == "choose":
            return self._item.way.choices is not None
        return self._item.unset and text_of(self._item, self._profile) != UNSET if action == "unset" else True

    def why(self) -> Sequence[Explanation]:
        """The setting under the cursor explained, then the others."""
        others = [item for item in ITEMS if item != self._item]
        first = [explained(self._item, self._profile)]
        if self._item.name == LEVEL:
            desk = self.desk
            first.append(explain_level(self._profile.athlete, all_logged(desk), desk.catalogue, desk.settings.units))
        return [*first, *(explained(item, self._profile) for item in others)]

    def action_move(self, by: int) -> None:
        """Go to another setting, round the end."""
        self._place = (self._place + by) % len(ITEMS)
        self._show()

    def action_page(self, by: int) -> None:
        """Go to the first setting of another page."""
        self._place = self.rows.place_on(self.rows.page + by)
        self._show()

    def action_choose(self, by: int) -> None:
        """Take another choice."""
        self._take(stepped(self._item, by, self._profile))

    def action_unset(self) -> None:
        """Take the value away."""
        self._take(changed(self._item, UNSET, self._profile))

    def action_edit(self) -> None:
        """Let it be typed, taken or left; of choices take the next."""
        item, profile = self._item, self._profile
        if item.way.choices:
            self.action_choose(1)
        elif item.way.grid:
            from tui.modals.toggles import Toggles

            self.app.push_screen(Toggles(item.title, item.way.grid(value_of(item, profile), profile), self._typed))
        else:
            text = text_of(item, profile)
            hint = f"such as {item.example}{'; empty unsets it' if item.unset else ''}"
            under = self.about.outer_size.height
            old = "" if text == UNSET else text
            self._typing = TypeValue(old, hint, self.rows.spot(), under, self._typed)
            self.app.push_screen(self._typing)

    async def on_setting_rows_pointed(self, event: SettingRows.Pointed) -> None:
        """A click goes to a setting; on the one under the cursor it edits."""
        if event.place == self._place:
            await self.run_action("edit")
        self._place = event.place
        self._show()

    @property
    def _item(self) -> Item:
        return ITEMS[self._place]

    @property
    def _profile(self) -> Profile:
        return profile_of(self.desk, tuple(self.app.available_themes))

    def _typed(self, text: str) -> str | None:
        """Keep what was typed; what is wrong with it, where something is."""
        return self._take(changed(self._item, text, self._profile))

    def _take(self, after: Profile | Wrong) -> str | None:
        if isinstance(after, Wrong):
            return after.message
        item = self._item
        if after != self._profile:
            if not self.desk.attempt(self.app, lambda: keep(item, after, self.desk)):
                return "It could not be saved; enter tries again"
            # What was lifted is the same as before.
            self._best_for = self.desk.logbook.stamp() if self._best_for else None
            if item.name == "theme" and after.settings.theme:
                self.app.theme = after.settings.theme
        self._measure()
        return None

    def _measure(self) -> None:
        """Look up what the lifts say, where that may have changed: the whole log is read for it."""
        stamp = self.desk.logbook.stamp()
        if self._profile.athlete.bodyweight_kg and stamp != self._best_for:
            self._best, self._best_for = best_of(self.desk), stamp
        self._show()

    def _show(self) -> None:
        profile = self._profile
        self.rows.show_rows([row_of(item, profile, self._best) for item in ITEMS], self._place)
        pages = len(self.rows.pages)
        page = f" · page {self.rows.page + 1} of {pages}" if pages > 1 else ""
        self.head.update(Content(f"{plain(profile.athlete.name)} · settings{page}").truncate(self.size.width - 2))
        self.about.show(self._about(profile))
        if self._typing and self._typing.is_current:
            self._typing.lie(self.rows.spot())
        self.refresh_bindings()

    def _about(self, profile: Profile) -> list[Content]:
        """What the setting is used for, unless that stands beside it, its value where it is cut, and how it is set."""
        item, row = self._item, row_of(self._item, profile, self._best)
        use = [] if self.size.width >= WIDE else [Content(item.use)]
        whole = [] if self.rows.whole() else [Content.assemble((row.value, "$accent"), (row.beside, "dim"))]
        return [*whole, *use, Content.styled(how(item, profile), "dim")]
