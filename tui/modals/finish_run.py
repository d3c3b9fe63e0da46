"""The end of a run: how far and how long on one line, one key rates it, and it is in the log."""

from typing import Literal, NamedTuple

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Input, Static

from data.entry.error import EntryError
from data.live.run_result import Result, read_result
from data.text import plain
from data.units import Units
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.modals import scale
from tui.widgets.lines import wrapped
from tui.widgets.typed_line import TypedLine

RATE = tuple(
    Key(f"finish_run.{digit}", str(digit), f"rate({digit or 10})", "rate", "Rate it", False) for digit in range(10)
)
KEYS = (
    Key("finish_run.note", "n", "answer('note')", "note", "Write a note, or what hurts"),
    Key("finish_run.unrated", "minus", "unrated", "no rating", "Log it without a rating"),
    Key("finish_run.line", "tab,shift+tab,e", "line", "edit", "Back to how far and how long"),
    Key("finish_run.drop", "d", "answer('drop')", "throw away", "Throw the run away"),
    Key("finish_run.stay", "escape,q", "dismiss", "stay", "Go on running"),
)
# More warnings than this leave no room for the scale on a phone; all of them are on the plan.
_MOST = 1
_WIDEST = 58
_HOW_FAR = Content("How far and how long? 10.2km 48:30")
_TYPING, _RATING = "enter, then rate · esc go on", "n note · - none · d throw away"


class Ending(NamedTuple):
    """What is about to be logged: its title; how far and how long by the stopwatch, as it may be typed, empty where it
    does not know; its laps and the note so far in words; what lands back to back with it, each a line with its style,
    and what to do about it."""

    title: str
    result: str
    laps: str
    note: str
    beside: tuple[tuple[str, str], ...]
    advice: str
    units: Units


class Answer(NamedTuple):
    """What to do with the run: log it with a rating (None: without), write a note first, throw it away.

    `text` is the line as it stands, `typed` what it says otherwise than the stopwatch.
    """

    what: Literal["log", "note", "drop"]
    rating: int | None
    text: str
    typed: Result


class FinishRun(Modal[Answer | None]):
    """A line for distance and time, filled in from the stopwatch; enter leaves it, then a digit rates, 0 for 10."""

    AUTO_FOCUS = ""
    BINDINGS = bindings((*RATE, *KEYS))
    CSS = """
    FinishRun .box { width: 58; }
    FinishRun Static { height: auto; }
    FinishRun #wrong { color: $error; }
    FinishRun #line { background: $panel; }
    FinishRun .later { opacity: 60%; }
    """

    box = getters.query_one(".box", Vertical)
    line = getters.query_one("#line", TypedLine)
    wrong = getters.query_one("#wrong", Static)
    scale = getters.query_one("#scale", Static)

    def __init__(self, ending: Ending, text: str | None = None) -> None:
        super().__init__()
        self._ending = ending
        self._text = text

    def compose(self) -> ComposeResult:
        """The line, what was run, what it lands beside, the scale."""
        ending = self._ending
        with Vertical(classes="box") as box:
            box.border_title = Content(ending.title)
            box.border_subtitle = _TYPING
            yield Static(_HOW_FAR, classes="about")
            yield TypedLine(ending.result if self._text is None else self._text, most=60, id="line")
            yield Static("", id="wrong", markup=False)
            for each in _about(ending, _WIDEST):
                yield Static(each, classes="about")
            yield Static(id="scale", classes="later")

    def on_mount(self) -> None:
        """The line is selected: what is typed takes its place. Once kept, only the rating is asked for."""
        self.wrong.display = False
        self._fit(self.app.size)
        if self._text is None:
            self.action_line()
        else:
            self.keep()

    def on_resize(self, event: events.Resize) -> None:
        """Fit it to the new size."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """The line and the scale always have their room; of what is said beside them as much is shown as fits."""
        room = scale.inside(size, _WIDEST)
        left = room.height - 2  # the line, and what may be wrong with it
        columns = room.width >= scale.TWO_COLUMNS.width and left >= scale.TWO_COLUMNS.height
        self.scale.update(
            scale.two_columns(scale.QUESTION, unrated=False) if columns else scale.in_short(scale.QUESTION)
        )
        left -= (scale.TWO_COLUMNS if columns else scale.IN_SHORT).height
        about = (_HOW_FAR, *_about(self._ending, room.width))
        for static, said in zip(self.query(".about").results(Static), about, strict=True):
            lines = len(wrapped([said], room.width))
            static.update(said)
            static.display = lines <= left
            left -= lines if static.display else 0

    @on(Input.Submitted)
    def keep(self) -> None:
        """Leave the line for the rating, unless it cannot be read."""
        read = read_result(self.line.value, self._ending.units)
        if isinstance(read, EntryError):
            self._say(read.line())
            return
        if read.seconds is None and not self._ending.result:
            self._say("Say how long it was: 48:30.")
            return
        self._say("")
        self.set_focus(None)
        self.box.border_subtitle = _RATING
        self.scale.remove_class("later")

    @on(Input.Changed)
    def mending(self) -> None:
        """What was wrong is being mended."""
        self._say("")

    def action_line(self) -> None:
        """Back to the line: the stopwatch's is replaced by what is typed, what was typed is written on."""
        self.line.focus()
        if self.line.value == self._ending.result:
            self.line.select_all()
        else:
            self.line.action_end()
        self.box.border_subtitle = _TYPING
        self.scale.add_class("later")

    def action_rate(self, rating: int) -> None:
        """Log it with this rating."""
        self._answer("log", rating)

    def action_unrated(self) -> None:
        """Log it without one."""
        self._answer("log", None)

    def action_answer(self, answer: Literal["note", "drop"]) -> None:
        """Note or drop."""
        self._answer(answer, None)

    def _answer(self, what: Literal["log", "note", "drop"], rating: int | None) -> None:
        text = self.line.value.strip()
        read = read_result(text, self._ending.units)
        same = text == self._ending.result or isinstance(read, EntryError)
        typed = Result() if same or isinstance(read, EntryError) else read
        self.dismiss(Answer(what, rating, text, typed))

    def _say(self, what: str) -> None:
        self.wrong.display = bool(what)
        self.wrong.update(Content(what))


def _about(ending: Ending, width: int) -> list[Content]:
    """What is said of the run, a paragraph each; the note is cut to a line of the width."""
    more = f" +{len(ending.beside) - _MOST}" if len(ending.beside) > _MOST else ""
    beside = [Content.assemble((words, style), (more, "dim")) for words, style in ending.beside[:_MOST]]
    said = [
        Content.styled(ending.laps, "dim"),
        *beside,
        Content.styled(ending.advice, "dim"),
        Content.styled(f"“{plain(ending.note)}”" if ending.note else "", "italic").truncate(width, ellipsis=True),
    ]
    return [each for each in said if each.plain]
