"""A season laid out: the day of the race, and its phases, each to be made longer or shorter."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.content import Content

from data.model import PhaseSpan
from data.rules.explain import day_words
from data.rules.phases import PHASE_WORDS
from data.season_phases import stretched, weeks_of
from data.text import plain
from data.units import format_number
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.widgets.choices import ChoiceLine, Choices

KEYS = (
    Key("season.up", "up,shift+tab", "field(-1)", "up", "The line above"),
    Key("season.down", "down,tab", "field(1)", "down", "The line below"),
    Key("season.less", "left", "turn(-1)", "shorter", "A week less; the race a week earlier"),
    Key("season.more", "right", "turn(1)", "longer", "A week more; the race a week later"),
    Key("season.erase", "backspace", "erase", "erase", "Take back a letter of the day"),
    Key("season.do", "enter", "lay", "lay it", "Save the phases, and plan the lifts"),
    Key("season.leave", "escape", "dismiss", "leave", "Leave the season as it is"),
)
_LONGEST: Final = 24
_NAME: Final = 11
_NOTHING_MORE: Final = Content()


class Asked(NamedTuple):
    """What was typed, read: the race and its phases, or why it is none."""

    race: date | None = None
    spans: tuple[PhaseSpan, ...] = ()
    why_not: str = ""


class Choice(NamedTuple):
    """What was chosen; `replacing` where planned lifts give way."""

    race: date
    spans: tuple[PhaseSpan, ...]
    replacing: bool


class SeasonModal(Modal[bool]):
    """A line for the race, one for each phase, one for the lifts that are planned already.

    `read` gives the season of a race whose day is typed, `about` what a phase asks for, `lay` saves a choice and gives
    whether it could; then this closes.
    """

    CSS = """
    SeasonModal .box { width: 56; }
    SeasonModal #preview { min-height: 2; }
    """
    BINDINGS = bindings(KEYS)

    choices = getters.query_one(Choices)

    def __init__(
        self,
        race: str,
        read: Callable[[str], Asked],
        about: Callable[[PhaseSpan], str],
        lay: Callable[[Choice], bool],
    ) -> None:
        super().__init__()
        self._text = race
        self._read = read
        self._about = about
        self._lay = lay
        self._asked = read(race)
        self._replacing = False
        self._field = 0

    @property
    def spans(self) -> tuple[PhaseSpan, ...]:
        """The phases as they would be laid; none where no race is said."""
        return self._asked.spans

    def compose(self) -> ComposeResult:
        """The lines and what there is to say of the one with the cursor."""
        yield Choices("Lay out a season", _NAME)

    def on_mount(self) -> None:
        """Show the race that was found."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Letters and digits are the day of the race."""
        self.take(event)

    def take(self, event: events.Key) -> None:
        """Take what is typed as the day of the race, in the place of the one that is there."""
        if event.character and event.is_printable:
            event.stop()
            fresh = self._field != 0 or (self._asked.race is not None and self._text == _iso(self._asked.race))
            self._field = 0
            self._say(("" if fresh else self._text)[:_LONGEST] + event.character)

    def action_erase(self) -> None:
        """Take back a letter."""
        self._field = 0
        self._say(self._text[:-1])

    def action_field(self, by: int) -> None:
        """Go to the line above or below."""
        self._field = (self._field + by) % (len(self.spans) + 2)
        self._show()

    def action_turn(self, weeks: int) -> None:
        """A week more or less of the phase; on the other lines, another race day or another choice."""
        place = self._field - 1
        if self._field == 0:
            if self._asked.race:
                self._say(_iso(self._asked.race + timedelta(weeks=weeks)))
        elif place < len(self.spans):
            self._asked = self._asked._replace(spans=stretched(self.spans, place, weeks))
        else:
            self._replacing = not self._replacing
        self._show()

    def action_lay(self) -> None:
        """Save it."""
        race = self._asked.race
        if race and self.spans and self._lay(Choice(race, self.spans, self._replacing)):
            self.dismiss(True)

    def _say(self, text: str) -> None:
        self._text = text
        self._asked = self._read(text)
        self._show()

    def _show(self) -> None:
        asked = self._asked
        race = ChoiceLine("race", _chosen(self._race()), asked.race is not None, _NOTHING_MORE)
        phases = [self._phase(place, span) for place, span in enumerate(asked.spans)]
        choice = "give way" if self._replacing else "stay"
        planned = ChoiceLine("planned", _chosen(f"lifts {choice}"), more=_NOTHING_MORE)
        self.choices.show_choices([race, *phases, planned], self._field, self._said())

    def _phase(self, place: int, span: PhaseSpan) -> ChoiceLine:
        weeks = weeks_of(span)
        value = f"{format_number(weeks, 1)} {'week' if weeks == 1 else 'weeks'}".ljust(8)
        since = Content.styled(f"{span.start.day} {span.start:%b}", "dim")
        return ChoiceLine(PHASE_WORDS[span.phase], _chosen(value), self._can_turn(place), since)

    def _race(self) -> str:
        asked = self._asked
        typed = self._text if asked.race is None or self._text != _iso(asked.race) else ""
        if asked.race is None:
            return f"{plain(typed)}▏"
        day = f"{day_words(asked.race)} {asked.race.year}"
        return f"{plain(typed)}▏ {day}" if typed else day

    def _said(self) -> Sequence[Content]:
        asked, place = self._asked, self._field - 1
        if asked.why_not:
            return [Content.styled(asked.why_not, "$warning" if self._text else "dim")]
        if self._field == 0:
            return [Content.styled("←→ a week · or type the day: 25 oct, 2026-10-25, 16w", "dim")]
        if place < len(asked.spans):
            return [Content(self._about(asked.spans[place])), Content.styled(self._hint(place), "dim")]
        said = "Lifts that are planned and not locked give way." if self._replacing else "Only missing lifts are added."
        return [Content(said), Content.styled("←→ stay, give way", "dim")]

    def _hint(self, place: int) -> str:
        if not self._can_turn(place):
            return "as long as it is"
        return "←→ a week" if self.spans[place].phase == "recovery" else "←→ a week, from the phase before"

    def _can_turn(self, place: int) -> bool:
        """Whether the phase of that place can be longer or shorter."""
        return any(stretched(self.spans, place, by) != self.spans for by in (-1, 1))


def _chosen(value: str) -> Content:
    return Content.styled(value, "bold")


def _iso(day: date) -> str:
    return day.isoformat()
