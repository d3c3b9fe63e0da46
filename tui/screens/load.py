"""Load: what each week cost, as bars, and the week under the cursor with every figure of it."""

from collections.abc import Sequence
from typing import Final

from textual import events, getters
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from data.calendar import Days
from data.rules.explain import Explanation
from tui.desk import Desk
from tui.figures import Figure
from tui.keys import Key, bindings
from tui.messages import LogChanged
from tui.screens.load_page import all_figures, head_of, label_of, page_of
from tui.screens.load_sight import YEAR_OF_DAYS, LoadSight, Opened
from tui.screens.load_why import why
from tui.screens.talking import about_week
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.load_chart import LoadChart, Row
from tui.widgets.week_figures import WeekFigures, whole_height

KEYS = (
    Key("load.earlier", "up,k,left_square_bracket", "week(-1)", "week", "The week before"),
    Key("load.later", "down,j,right_square_bracket", "week(1)", "later", "The week after", footer=False),
    Key("load.figure", "right,l,tab", "figure(1)", "figure", "The next figure: ? explains the one under the cursor"),
    Key("load.figure_back", "left,h,shift+tab", "figure(-1)", "back", "The figure before", footer=False),
    Key("load.year", "y", "year", "year", "A year of weeks, or twelve"),
    Key("load.compare", "c", "compare", "last year", "The same weeks a year before beside them, or not"),
    Key("load.comments", "C", "comments", "comments", "Comments on this week", footer=False),
    Key("load.open", "enter", "open", "plan", "Show the week on the plan"),
    Key("load.now", "full_stop", "now", "now", "This week", footer=False),
    Key("load.page_back", "pageup", "page(-1)", "page", "A page of weeks back", footer=False),
    Key("load.page_on", "pagedown", "page(1)", "page", "A page of weeks on", footer=False),
)
_QUARTER: Final = 12
_YEAR: Final = 52
_NOTHING: Final = (
    "Nothing is logged yet. What you log shows up here: a lift logged set by set in Live, a run added on the plan, "
    "files from a watch taken in with legday import."
)


class LoadScreen(Telling, Screen[None]):
    """Weeks back from this one, twelve or a year of them at a time; the cursor is on a week and on a figure of it."""

    CSS_PATH = "load.tcss"
    BINDINGS = bindings(KEYS)

    head = getters.query_one("#head", Static)
    chart = getters.query_one(LoadChart)
    figures = getters.query_one(WeekFigures)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._sight = LoadSight(desk)
        self._span = _QUARTER
        self._compared = False
        self._back = 0
        self._figure = 0

    def compose(self) -> ComposeResult:
        """The head, the bars, the week, the keys."""
        yield Static(classes="head", id="head", markup=False)
        yield Static(_NOTHING, id="nothing", markup=False)
        yield LoadChart()
        yield WeekFigures()
        yield KeyBar()

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Show the log as it is now."""
        self._show()

    def on_log_changed(self, _: LogChanged) -> None:
        """Show the log as it is now."""
        self._show()

    def on_resize(self, _: events.Resize) -> None:
        """Share out the height."""
        self._show()

    def why(self) -> Sequence[Explanation]:
        """The figure under the cursor explained, then the others."""
        return why(self._opened, self.desk, self._figures[self._figure].name)

    def action_week(self, by: int) -> None:
        """Go to a later week, or an earlier one where below 0."""
        self._go_back(self._back - by)

    def action_page(self, by: int) -> None:
        """Go on by a page of weeks, or back where below 0."""
        self._go_back(self._back - by * self.chart.page_rows)

    def action_now(self) -> None:
        """Go to this week."""
        self._go_back(0)

    def action_figure(self, by: int) -> None:
        """Go to another figure of the week."""
        self._figure = (self._figure + by) % len(self._figures)
        self._show()

    def action_year(self) -> None:
        """A year of weeks, or twelve."""
        self._span = _QUARTER if self._span == _YEAR else _YEAR
        self._show()

    def action_compare(self) -> None:
        """The year before beside it, or not."""
        self._compared = not self._compared
        self._show()

    def action_open(self) -> None:
        """Show the week on the plan."""
        days = self._days
        self.desk.day_wanted = self.desk.today() if self.desk.today() in days else days.start
        self.app.switch_mode("plan")

    def action_comments(self) -> None:
        """What was said about the week."""
        about_week(self, self.desk, self._days)

    def on_load_chart_pointed(self, event: LoadChart.Pointed) -> None:
        """A week was clicked."""
        self._go_back(self._back // self._span * self._span + self._span - 1 - event.place)

    def on_week_figures_pointed(self, event: WeekFigures.Pointed) -> None:
        """A figure was clicked."""
        self._figure = event.place
        self._show()

    @property
    def _days(self) -> Days:
        """The week under the cursor."""
        return self._sight.this_week().moved(-7 * self._back)

    @property
    def _opened(self) -> Opened:
        return self._sight.opened(self._days)

    @property
    def _figures(self) -> Sequence[Figure]:
        return all_figures(self._opened, self.desk)

    def _go_back(self, weeks: int) -> None:
        """Go so many weeks back from this one: no further than the log, or the weeks on the screen."""
        first = self._sight.first_day()
        of_the_first = -((first - self._sight.this_week().start).days // 7) if first else 0
        self._back = max(0, min(weeks, max(of_the_first, self._span - 1)))
        self._show()

    def _show(self) -> None:
        last = self._sight.this_week().moved(-7 * (self._back // self._span * self._span))
        bars = self._sight.bars(last, self._span)
        before = self._sight.bars(last.moved(-YEAR_OF_DAYS), self._span) if self._compared else (None,) * len(bars)
        rows = [Row(label_of(bar.days), bar, was) for bar, was in zip(bars, before, strict=True)]
        self._share_height()
        self.head.update(head_of(self.desk, bars, self.size.width - 2))
        self.chart.show_weeks(rows, self._span - 1 - self._back % self._span)
        year_before = self._sight.opened(self._days.moved(-YEAR_OF_DAYS)) if self._compared else None
        self.figures.show_week(page_of(self.desk, self._opened, year_before, self.size.width - 2), self._figure)

    def _share_height(self) -> None:
        """Twelve weeks as far as a week's figures fit; a year as far as the screen, which then pages the figures."""
        nothing = self._sight.first_day() is None
        self.set_class(nothing, "-nothing")
        room = self.size.height - 3
        whole = whole_height(self.size.width - 2)
        kept = whole if self._span == _QUARTER or room >= 2 * whole else 3
        self.chart.styles.height = 1 + max(1, min(self._span, room - kept))
