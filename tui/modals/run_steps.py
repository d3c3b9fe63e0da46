"""The steps of a run, typed as runners write them."""

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from data.entry.error import EntryError
from data.live.interval_text import write_steps
from data.live.intervals import read_steps
from data.live.run import RunStep
from data.units import Units
from tui.keys import Key, bindings
from tui.modal import Modal
from tui.run_text import step_words
from tui.widgets.typed_line import TypedLine

KEYS = (Key("run_steps.close", "escape", "dismiss", "close", "Leave the steps as they are"),)
# So many steps are shown as they are read.
_SHOWN = 6


class RunSteps(Modal[tuple[RunStep, ...] | None]):
    """One line to type, and below it what it says; enter takes it. An empty line makes the run a free one."""

    BINDINGS = bindings(KEYS)
    CSS = """
    RunSteps .box { width: 60; }
    RunSteps Input { background: $panel; margin-bottom: 1; }
    RunSteps #said { height: 8; }
    """

    said = getters.query_one("#said", Static)
    line = getters.query_one(TypedLine)

    def __init__(self, steps: tuple[RunStep, ...], units: Units) -> None:
        super().__init__()
        self._before = write_steps(steps, units)
        self._units = units

    def compose(self) -> ComposeResult:
        """The line and what it says."""
        with Vertical(classes="box") as box:
            box.border_title = "Steps"
            box.border_subtitle = "enter take · esc leave"
            yield Static("6x800m @ 3:20 rest 90s", markup=False)
            yield TypedLine(self._before, placeholder="nothing: a free run", most=500)
            yield Static("", id="said", markup=False)

    @on(Input.Changed)
    def say(self) -> None:
        """Say what the line means, or what is wrong with it."""
        steps = self._read()
        if isinstance(steps, EntryError):
            self.said.update(Content.styled(steps.line(), "$error"))
            return
        lines = [Content(f"{place:>2}  {step_words(each, self._units)}") for place, each in enumerate(steps, 1)]
        more = [Content.styled(f"    and {len(lines) - _SHOWN} more", "dim")] if len(lines) > _SHOWN else []
        self.said.update(Content("\n").join([*lines[:_SHOWN], *more]))

    @on(Input.Submitted)
    def keep(self) -> None:
        """Give the steps, unless they cannot be read."""
        steps = self._read()
        if not isinstance(steps, EntryError):
            self.dismiss(steps)

    def _read(self) -> tuple[RunStep, ...] | EntryError:
        text = self.line.value.strip()
        return read_steps(text, self._units) if text else ()
