"""The first run: three questions, three times enter, and a plan is on the screen."""

from typing import Final

from msgspec.structs import replace
from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from data.calendar import WEEKDAYS, day_of
from data.first_plan import DAYS, WEEKS, first_plan, profile
from data.model import Athlete, PlannedSession, Priority
from data.store.errors import Conflict
from data.units import Units
from tui.desk import Desk
from tui.format import clock_of, title_of
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.key_bar import KeyBar
from tui.widgets.questions import Question, Questions

KEYS = (
    Key("setup.next", "enter", "next", "next", "Take this answer and go on"),
    Key("setup.back", "escape,shift+tab,backspace", "back", "back", "The question before; on the first, answer later"),
    Key("setup.take", "space,x", "take", "day", "Take the day, or leave it"),
    Key("setup.before", "up,k,left,h", "move(-1)", "up", "The option before", footer=False),
    Key("setup.after", "down,j,right,l,tab", "move(1)", "choose", "The next option"),
    Key("setup.day_before", "left,h", "day(-1)", "left", "The day before", footer=False),
    Key("setup.day_after", "right,l,tab", "day(1)", "choose", "The next day"),
    Key("setup.quit", "q,ctrl+q", "app.quit", "quit", "Quit; the questions come again next time"),
)
_UNITS: Final[tuple[tuple[str, Units], ...]] = (
    ("kilometres and kilograms", Units("km", "kg")),
    ("miles and pounds", Units("mi", "lb")),
    ("miles and kilograms", Units("mi", "kg")),
    ("kilometres and pounds", Units("km", "lb")),
)
_PRIORITIES: Final[tuple[tuple[Priority, str], ...]] = (
    ("running", "run first, then lift"),
    ("strength", "lift first, then run"),
)
_LATER: Final = "Asked again at the next start. Meanwhile F8 has the settings, and t lays a template."
_ANSWERED: Final = "This was answered on another terminal meanwhile. Escape leaves it, and F8 has the answers."
_UNITS_ASKED, _PRIORITY_ASKED, _DAYS_ASKED = range(3)


class SetupScreen(Modal[bool]):
    """Asks for the units, what comes first and the days to lift on; gives whether that was saved."""

    CSS_PATH = "setup.tcss"
    BINDINGS = bindings(KEYS)

    questions = getters.query_one(Questions)
    preview = getters.query_one("#preview", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = _UNITS_ASKED
        self._units = next((place for place, (_, units) in enumerate(_UNITS) if units == desk.settings.units), 0)
        self._priority = 0
        self._weekdays = frozenset(WEEKDAYS.index(day) for day in DAYS)
        self._day = min(self._weekdays)
        self._seen = Athlete()  # the profile of a log that has none

    def compose(self) -> ComposeResult:
        """The questions, and what comes of the answers."""
        with Vertical(id="form"):
            yield Static("Welcome to legday", id="title")
            yield Static("Enter takes the answer that is marked.", id="say")
            yield Questions()
            yield Static(id="preview", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Days alone are taken and left, and stand in a row; other options stand under each other."""
        return (self._asked == _DAYS_ASKED) == (action != "move") if action in ("take", "day", "move") else True

    def action_next(self) -> None:
        """Go on to the next question; after the last, save it all."""
        if self._asked < _DAYS_ASKED:
            self._asked += 1
            self._show()
        elif self._desk.attempt(self.app, self._save):
            self.dismiss(True)

    def action_back(self) -> None:
        """Go back to the question before; from the first, leave them for later, and say so."""
        if self._asked == _UNITS_ASKED:
            self.dismiss(False)
            self.app.notify(_LATER, timeout=10)
        else:
            self._asked -= 1
            self._show()

    def action_move(self, by: int) -> None:
        """Go to another option of the question."""
        if self._asked == _UNITS_ASKED:
            self._units = (self._units + by) % len(_UNITS)
        else:
            self._priority = (self._priority + by) % len(_PRIORITIES)
        self._show()

    def action_day(self, by: int) -> None:
        """Go to another day."""
        self._day = (self._day + by) % len(WEEKDAYS)
        self._show()

    def action_take(self) -> None:
        """Take the day under the cursor, or leave it."""
        self._weekdays ^= {self._day}
        self._show()

    def on_questions_pointed(self, event: Questions.Pointed) -> None:
        """A click chooses; on a day it takes or leaves it."""
        if self._asked == _UNITS_ASKED:
            self._units = event.option
        elif self._asked == _PRIORITY_ASKED:
            self._priority = event.option
        else:
            self._day = event.option
            self._weekdays ^= {self._day}
        self._show()

    def _athlete(self) -> Athlete:
        weekdays = [WEEKDAYS[place] for place in self._weekdays]
        return profile(self._desk.newcomer, _PRIORITIES[self._priority][0], weekdays)

    def _plan(self) -> tuple[PlannedSession, ...]:
        return first_plan(self._athlete(), self._desk.now(), self._desk.catalogue)

    def _save(self) -> None:
        desk, plan, athlete = self._desk, self._plan(), self._athlete()
        try:
            desk.logbook.save_athlete(athlete, seen=self._seen)
        except Conflict as error:
            raise Conflict(_ANSWERED) from error
        self._seen = athlete
        desk.save_settings(replace(desk.settings, units=_UNITS[self._units][1]))
        if plan:
            desk.logbook.change("the first four weeks of lifting", save=plan)
            desk.day_wanted = day_of(plan[0])

    def _show(self) -> None:
        cursor = (self._units, self._priority, self._day)[self._asked]
        priorities, meanings = zip(*_PRIORITIES, strict=True)
        days = [day[:3].capitalize() for day in WEEKDAYS]
        self.questions.ask(
            (
                Question("Units?", [said for said, _ in _UNITS], frozenset({self._units})),
                Question("What comes first?", priorities, frozenset({self._priority}), meanings),
                Question("Which days to lift?", days, self._weekdays, many=True),
            ),
            self._asked,
            cursor,
        )
        self.preview.update(self._preview())
        self.refresh_bindings()

    def _preview(self) -> Content:
        plan = self._plan()
        if not plan:
            return Content.styled("No lifts are planned then. On the plan, t lays a template over coming weeks.", "dim")
        first = [self._lift(each) for each in plan[: min(3, max(2, len(self._weekdays)))]]
        said = f"{WEEKS} weeks, {len(plan)} lifts, yours to move:"
        return Content("\n").join([Content.styled(said, "dim"), *first])

    def _lift(self, plan: PlannedSession) -> str:
        day = f"{plan.start:%a} {plan.start.day:>2} {plan.start:%b}"
        return f"  ○ {title_of(plan, self._desk.catalogue)}  {day} {clock_of(plan)}  {plan.minutes} min"
