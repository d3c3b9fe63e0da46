"""What was wrong with something read, and what was done about it."""

from data.model import Value


class Problem(Value, frozen=True):
    """One thing wrong in `file`: `what`, and what was `done`. `where` is a place in it, nothing for the whole file."""

    file: str
    where: str
    what: str
    done: str

    def line(self) -> str:
        """The one line to show: "osaka.fit, session 2: it has no start; left out"."""
        place = f"{self.file}, {self.where}" if self.where else self.file
        return f"{place}: {self.what}; {self.done}"
