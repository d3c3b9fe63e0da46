"""A real pseudo-terminal with a program in it: keys go in, a screen comes out."""

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType

import pexpect
import pyte

ROOT = Path(__file__).parents[2]
WAIT = 20.0
Size = tuple[int, int]


class Terminal:
    """A program on a screen of so many columns and rows. Ends with the block."""

    def __init__(self, command: Sequence[str], size: Size = (80, 24), env: Mapping[str, str] | None = None) -> None:
        columns, rows = size
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in os.environ}
        self.process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={**kept, "TERM": "xterm-256color", **(env or {})},
            dimensions=(rows, columns),
            cwd=str(ROOT),
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
        """Read what the program writes until the condition holds. Raises AssertionError after a while."""
        end = monotonic() + WAIT
        while not condition():
            assert monotonic() < end, f"{what} never came:\n{self.text}"
            try:
                self._stream.feed(self.process.read_nonblocking(65536, timeout=0.05))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert condition(), f"ended before {what}:\n{self.text}"

    def settles(self, quiet: float = 0.05) -> None:
        """Read until nothing more comes for so many seconds."""
        while True:
            try:
                self._stream.feed(self.process.read_nonblocking(65536, timeout=quiet))
            except (pexpect.TIMEOUT, pexpect.EOF):
                return

    def shows(self, text: str) -> None:
        """Wait until the text is on the screen."""
        self.until(lambda: text in self.text, f'"{text}"')

    def ends(self) -> int | None:
        """Wait until the program has ended; its exit code, None where a signal ended it."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        code: int | None = self.process.exitstatus
        return code

    def kill(self) -> None:
        """End the program as a power cut would."""
        self.process.kill(signal.SIGKILL)
        self.process.wait()


def legday(home: Path, *arguments: str, now: str, size: Size = (80, 24), speed: float | None = None) -> Terminal:
    """The app with these arguments on this home, at a moment that stands still, or goes on so many times as fast."""
    return Terminal(legday_command(*arguments, quick=bool(speed)), size, legday_env(home, now, speed))


def legday_command(*arguments: str, quick: bool = False) -> list[str]:
    """What runs the app from here; `quick` with a clock that goes faster."""
    return [sys.executable, "-m", "tests.terminal.quick_clock" if quick else "tui", *arguments]


def legday_env(home: Path, now: str, speed: float | None = None) -> dict[str, str]:
    """What the app is told of its home and its time."""
    time = {"QUICK_NOW": now, "QUICK_SPEED": str(speed)} if speed else {"LEGDAY_NOW": now}
    return {"LEGDAY_HOME": str(home), **time}
