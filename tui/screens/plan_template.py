"""A template laid over the weeks from the one on the screen on: what to choose from, and what comes of a choice."""

from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content

from data.calendar import Days
from data.laying import family_of
from data.lift_days import Around, Wish, caused, laid, passed_over, usual_clock, usual_weekdays
from data.model import PlannedSession, Weekday
from data.rules.duration import estimated_minutes
from data.rules.explain import day_words
from data.rules.spacing import Pair
from data.rules.week import DAYS_AFTER, DAYS_BEFORE
from tui.desk import Desk
from tui.format import SEVERITY_COLOURS, SEVERITY_GLYPHS
from tui.modals.lay_template import MOST_WEEKS, Choice, Family

USUAL_WEEKS = 4


class Laying:
    """The templates, and the log from `from_day` on for them to be laid over."""

    def __init__(self, desk: Desk, from_day: date) -> None:
        self.desk = desk
        self.from_day = from_day
        days = Days(from_day, from_day + timedelta(weeks=MOST_WEEKS)).widened(DAYS_BEFORE, DAYS_AFTER)
        self._around = Around(desk.logbook.athlete, desk.logbook.sessions_and_before(days), desk.catalogue, desk.now())

    def families(self) -> list[Family]:
        """The templates, in the order of the catalogue."""
        names = dict.fromkeys(session.template for session in self.desk.catalogue.templates.values())
        return [self._family(name) for name in names]

    def first(self) -> Choice:
        """What is proposed: the first template for four weeks, on the days that suit it."""
        family = self.families()[0].name
        choice = Choice(family, USUAL_WEEKS, (), usual_clock(self._around.athlete))
        return choice._replace(weekdays=self.usual(choice))

    def usual(self, choice: Choice) -> tuple[Weekday, ...]:
        """The weekdays that suit the chosen template at that time."""
        return usual_weekdays(self._wish(choice), self._around)

    def lifts(self, choice: Choice) -> tuple[PlannedSession, ...]:
        """What the choice would plan."""
        return laid(self._wish(choice), self._around)

    def preview(self, choice: Choice) -> list[Content]:
        """How many lifts that is, and what they would land back to back with."""
        lifts = self.lifts(choice)
        if not lifts:
            return [Content.styled("No lift: choose a day that does not hold one.", "$warning")]
        last = self.from_day + timedelta(weeks=choice.weeks, days=-1)
        lines = [Content(f"{_count(len(lifts), 'lift')}, {day_words(self.from_day)} – {day_words(last)}")]
        if over := passed_over(self._wish(choice), self._around):
            lines.append(Content.styled(f"{_count(over, 'day')} passed over: a lift is there", "dim"))
        return [*lines, *_warnings(caused(lifts, self._around))]

    def _wish(self, choice: Choice) -> Wish:
        family = family_of(self.desk.catalogue, choice.family)
        return Wish(family, choice.weekdays, choice.clock, choice.weeks, self.from_day)

    def _family(self, name: str) -> Family:
        sessions = family_of(self.desk.catalogue, name)
        title = sessions[0].title.removesuffix(f" {sessions[0].day}")
        about = ", ".join(
            f"{session.day} {estimated_minutes(session.item, self.desk.catalogue):.0f} min" for session in sessions
        )
        return Family(name, f"{title}, {_count(len(sessions), 'session')}", about)


def _warnings(found: Sequence[Pair]) -> list[Content]:
    """How many clashes, warnings and notes; a line each."""
    lines = []
    for severity in ("clash", "warning", "note"):
        count = sum(pair.severity == severity for pair in found)
        if count:
            words = _count(count, severity).replace("clashs", "clashes")
            lines.append(Content.styled(f"{SEVERITY_GLYPHS[severity]} {words}", SEVERITY_COLOURS[severity]))
    return lines or [Content.styled("✓ back to back with nothing", "$success")]


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
