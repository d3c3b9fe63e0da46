"""Where to go: the menu behind the key g."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keys import Key, bindings
from tui.modal import Modal
from tui.places import Place

PLACES = (
    Key("goto.plan", "p", "choose('plan')", "Plan", "the week ahead"),
    Key("goto.live", "v", "choose('live')", "Live", "a lift, set by set"),
    Key("goto.load", "w", "choose('load')", "Load", "what each week cost"),
    Key("goto.roster", "c", "choose('roster')", "Roster", "who needs a word"),
    Key("goto.settings", "s", "choose('settings')", "Settings", "you, units, theme"),
)
STAY = Key("goto.stay", "escape,q,g", "dismiss", "stay", "Stay here")


class GoMenu(Modal[Place | None]):
    """One letter chooses a screen; escape stays. The roster is among them where there is one."""

    BINDINGS = bindings((*PLACES, STAY))
    CSS = """
    GoMenu Static {
        width: auto;
        padding-right: 1;
    }
    """

    def __init__(self, roster: bool = False) -> None:
        super().__init__()
        self._roster = roster

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be chosen."""
        return self._roster or parameters != ("roster",)

    def compose(self) -> ComposeResult:
        """The letters and what they stand for."""
        with Vertical(classes="box") as box:
            box.border_title = "Go to"
            box.border_subtitle = "esc stay"
            for key in PLACES:
                if key.id == "goto.roster" and not self._roster:
                    continue
                line = Content.assemble((f" {key.keys} ", "bold $accent"), f" {key.label:<10}", (key.help, "dim"))
                yield Static(line, markup=False)

    def action_choose(self, place: Place) -> None:
        """Go there."""
        self.dismiss(place)
