"""A template laid over coming weeks: which, for how long, on which days; and what that would land back to back."""

from collections.abc import Callable, Sequence
from datetime import time
from typing import Final, NamedTuple

from textual import getters
from textual.app import ComposeResult
from textual.content import Content

from data.calendar import WEEKDAYS
from data.model import Weekday
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.choices import ChoiceLine, Choices

KEYS = (
    Key("lay.up", "up,k,shift+tab", "field(-1)", "up", "The line above"),
    Key("lay.down", "down,j,tab", "field(1)", "down", "The line below"),
    Key("lay.less", "left,h,minus", "turn(-1)", "less", "The one before"),
    Key("lay.more", "right,l,plus", "turn(1)", "more", "The next one"),
    Key("lay.day", "space,x", "take_day", "day", "Take the day, or leave it"),
    Key("lay.do", "enter", "lay", "lay it", "Lay it over the weeks"),
    Key("lay.leave", "escape", "dismiss", "leave", "Leave the weeks as they are"),
)
CLOCKS: Final = tuple(time(hour) for hour in range(5, 23))
MOST_WEEKS: Final = 26
_TEMPLATE, _WEEKS, _DAYS, _TIME = range(4)
_NAME: Final = 9
_HINTS: Final = {
    _TEMPLATE: "←→ another template",
    _WEEKS: "←→ fewer or more weeks",
    _DAYS: "←→ a day · space takes it or not",
    _TIME: "←→ earlier or later",
}


class Family(NamedTuple):
    """A template to choose: its name ("gym_2day"), what it is called, and what there is to say of it."""

    name: str
    title: str
    about: str


class Choice(NamedTuple):
    """What was chosen."""

    family: str
    weeks: int
    weekdays: tuple[Weekday, ...]
    clock: time


class LayTemplate(Modal[bool]):
    """Four lines to change, and under them what would be planned.

    `usual` gives the weekdays for a template at a time, `preview` what there is to say of a choice, `lay` plans it and
    gives whether it could; then this closes.
    """

    CSS = """
    LayTemplate .box { width: 50; }
    LayTemplate #preview { min-height: 5; }
    """
    BINDINGS = bindings(KEYS)

    choices = getters.query_one(Choices)

    def __init__(
        self,
        families: Sequence[Family],
        first: Choice,
        usual: Callable[[Choice], tuple[Weekday, ...]],
        preview: Callable[[Choice], Sequence[Content]],
        lay: Callable[[Choice], bool],
    ) -> None:
        super().__init__()
        self._families = families
        self._choice = first
        self._usual = usual
        self._preview = preview
        self._lay = lay
        self._field = _TEMPLATE
        self._day = 0

    def compose(self) -> ComposeResult:
        """The four lines and the preview."""
        yield Choices("Lay a template", _NAME)

    def on_mount(self) -> None:
        """Show the first choice."""
        self._show()

    def action_field(self, by: int) -> None:
        """Go to the line above or below."""
        self._field = (self._field + by) % len(_HINTS)
        self._show()

    def action_turn(self, by: int) -> None:
        """Change the line, or go to another day in it."""
        choice = self._choice
        if self._field == _TEMPLATE:
            names = [family.name for family in self._families]
            name = names[(names.index(choice.family) + by) % len(names)]
            self._choice = choice._replace(family=name)
            self._choice = self._choice._replace(weekdays=self._usual(self._choice))
        elif self._field == _WEEKS:
            self._choice = choice._replace(weeks=min(max(choice.weeks + by, 1), MOST_WEEKS))
        elif self._field == _DAYS:
            self._day = (self._day + by) % 7
        else:
            place = CLOCKS.index(choice.clock) + by
            self._choice = choice._replace(clock=CLOCKS[min(max(place, 0), len(CLOCKS) - 1)])
        self._show()

    def action_take_day(self) -> None:
        """Take the day under the cursor, or leave it."""
        if self._field != _DAYS:
            return
        chosen = {*self._choice.weekdays} ^ {WEEKDAYS[self._day]}
        self._choice = self._choice._replace(weekdays=tuple(day for day in WEEKDAYS if day in chosen))
        self._show()

    def action_lay(self) -> None:
        """Plan it."""
        if self._lay(self._choice):
            self.dismiss(True)

    def _show(self) -> None:
        family = next(each for each in self._families if each.name == self._choice.family)
        lines = (
            ChoiceLine("Template", Content.styled(family.title, "bold")),
            ChoiceLine("Weeks", Content.styled(str(self._choice.weeks), "bold")),
            ChoiceLine("Days", self._weekdays(), arrows=False),
            ChoiceLine("Time", Content.styled(f"{self._choice.clock:%H:%M}", "bold")),
        )
        said = [Content.styled(family.about, "dim"), *self._preview(self._choice)]
        self.choices.show_choices(lines, self._field, said, _HINTS[self._field])

    def _weekdays(self) -> Content:
        parts = []
        for number, day in enumerate(WEEKDAYS):
            taken = day in self._choice.weekdays
            style = ("bold" if taken else "dim") + (" reverse" if (self._field, self._day) == (_DAYS, number) else "")
            parts.append((f"{'✓' if taken else '·'}{day[:2].capitalize()}", style))
        return Content.assemble(*parts)
