"""Three questions on one page: the open one with its options, those answered with their answer, those to come."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message

from tui.widgets.lines import Lines

_INDENT: Final = 4
_GAP: Final = 1


class Question(NamedTuple):
    """A question: its options, which of them are taken, and whether they are days to take or leave, in one line.

    `about` says more of each option while the question is open.
    """

    asks: str
    options: Sequence[str]
    taken: frozenset[int]
    about: Sequence[str] = ()
    many: bool = False

    @property
    def answer(self) -> str:
        """What was taken, in words."""
        return ", ".join(option for place, option in enumerate(self.options) if place in self.taken) or "none"


class Questions(Lines):
    """The questions, one of them open with a cursor on one of its options."""

    class Pointed(Message):
        """An option of the open question was clicked."""

        def __init__(self, option: int) -> None:
            super().__init__()
            self.option = option

    def __init__(self) -> None:
        super().__init__()
        self._open: Question | None = None
        self._open_line = 0

    def ask(self, questions: Sequence[Question], open_one: int, cursor: int) -> None:
        """Show the questions, the cursor on an option of the open one."""
        lines: list[Content] = []
        for place, question in enumerate(questions):
            if place < open_one:
                lines.append(Content.assemble(("✓ ", "$success"), question.asks, "  ", (question.answer, "bold")))
            elif place > open_one:
                lines.append(Content.styled(f"{place + 1} {question.asks}  {question.answer}", "dim"))
            else:
                self._open, self._open_line = question, len(lines) + 1
                lines.append(Content.assemble((f"{place + 1} ", "bold $accent"), (question.asks, "bold")))
                lines += _days(question, cursor) if question.many else _options(question, cursor)
            lines.append(Content(""))
        self.show(lines)

    def on_click(self, event: events.Click) -> None:
        """Say which option of the open question it was."""
        if self._open is None or event.y < self._open_line:
            return
        if self._open.many:
            option = (event.x - _INDENT) // (_day_width(self._open) + _GAP) if event.y == self._open_line else -1
        else:
            option = event.y - self._open_line
        if 0 <= option < len(self._open.options):
            self.post_message(self.Pointed(option))


def _options(question: Question, cursor: int) -> list[Content]:
    width = max(map(len, question.options))
    about = question.about or [""] * len(question.options)
    return [
        Content.assemble(
            ("  ▸ " if place == cursor else "    ", "bold $accent"),
            (said.ljust(width) if more else said, "bold" if place == cursor else ""),
            (f"  {more}" if more else "", "dim"),
        )
        for place, (said, more) in enumerate(zip(question.options, about, strict=True))
    ]


def _days(question: Question, cursor: int) -> list[Content]:
    """The days in one line, a tick under each one taken."""
    width = _day_width(question)
    names, ticks = Content(" " * _INDENT), Content(" " * _INDENT)
    for place, said in enumerate(question.options):
        taken = place in question.taken
        style = "bold reverse" if place == cursor else "bold" if taken else "dim"
        names += Content.styled(said.ljust(width), style) + Content(" " * _GAP)
        ticks += Content.styled(("✓" if taken else "·").ljust(width), "$success" if taken else "dim")
        ticks += Content(" " * _GAP)
    return [names, ticks]


def _day_width(question: Question) -> int:
    return max(map(len, question.options))
