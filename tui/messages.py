"""What travels from the app to its screens."""

from textual.message import Message


class LogChanged(Message):
    """The log is not what it was when it was last shown: another terminal, a command or an undo changed it; or the day
    is not."""
