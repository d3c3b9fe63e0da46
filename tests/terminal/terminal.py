"""A real pseudo-terminal with the app in it: keys go in, a screen comes out."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType

import pexpect
import pyte

WAIT = 20.0


class Terminal:
    """`legday` with these arguments, on a screen of so many columns and rows. Ends with the block."""

    def __init__(self, home: Path, *arguments: str, now: str, size: tuple[int, int] = (80, 24)) -> None:
        columns, rows = size
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in os.environ}
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "tui", *arguments],
            env={**kept, "TERM": "xterm-256color", "LEGDAY_HOME": str(home), "LEGDAY_NOW": now},
            dimensions=(rows, columns),
            cwd=str(Path(__file__).parents[2]),
            timeout=WAIT,
        )
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.process.close(force=True)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str) -> None:
        """Type these characters; "\\r" is enter."""
        self.process.send(keys)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Read what the app writes until the condition holds. Raises AssertionError after a while."""
        end = monotonic() + WAIT
        while not condition():
            assert monotonic() < end, f"{what} never came:\n{self.text}"
            try:
                self._stream.feed(self.process.read_nonblocking(65536, timeout=0.05))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert condition(), f"ended before {what}:\n{self.text}"

    def shows(self, text: str) -> None:
        """Wait until the text is on the screen."""
        self.until(lambda: text in self.text, f'"{text}"')

    def kill(self) -> None:
        """End the app as a power cut would."""
        self.process.kill(signal.SIGKILL)
        self.process.wait()
