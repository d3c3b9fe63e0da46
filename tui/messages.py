"""What travels between the app and its screens."""

from textual.message import Message


class LogChanged(Message):
    """The log is not what it was when it was last shown: another terminal, a command or an undo changed it; or the day
    is not."""


class RunsOut(Message):
    """A part of a timed set may have run out on the screen: the terminal is told now, not up to a second later."""
