"""What a key in Live costs a terminal: bytes, and time to the last of them, against a bare Textual app of the same size
that changes one line; and the bytes a second while a rest runs. Keys of both are pressed in turn.

python -m tests.benchmarks.live_keys [presses of each]
"""

import os
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pexpect

from data.store.home import Home
from tests.builders import athlete, planned_lift

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((40, 20), (80, 24))
# An answer is over once nothing has come for so long, unless said.
QUIET = 0.06
TICKS = 10
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    presses = 0
    def compose(self):
        yield Static("ready")
    def on_key(self):
        self.presses += 1
        self.query_one(Static).update(f"{self.presses} presses of a key")

Bare().run()
"""
# What is measured, and what brings the lift back to where it was before.
KEYS = {
    "log a set": ("\r", ["u"]),
    "kg step": ("\x1b[A", ["\x1b[B"]),
    "reps step": ("\x1b[C", ["\x1b[D"]),
    "next exercise": ("\t", ["\x1b[Z"]),
    "end a rest": (" ", ["u", "\r"]),
}


class Cost(NamedTuple):
    """Bytes sent for a key, and milliseconds to the last of them."""

    bytes: int
    ms: float


class Screen:
    """A program in a terminal that answers, as most do, that it takes frames in one piece."""

    def __init__(self, command: list[str], size: Size, env: Mapping[str, str], quiet: float = QUIET) -> None:
        columns, rows = size
        self._quiet = quiet
        everything = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env}
        self._child = pexpect.spawn(command[0], command[1:], env=everything, dimensions=(rows, columns))
        self._child.delaybeforesend = None

    def close(self) -> None:
        """End the program."""
        self._child.close(force=True)

    def read(self, seconds: float) -> bytes:
        """What comes within so many seconds, none at all where nothing does."""
        ready, _, _ = select.select([self._child.child_fd], [], [], seconds)
        if not ready:
            return b""
        data = os.read(self._child.child_fd, 65536)
        if b"\x1b[?2026$p" in data:
            self._child.send("\x1b[?2026;2$y")
        return data

    def until(self, text: str) -> None:
        """Read until the program has written this, and then until it is quiet."""
        seen, end = b"", time.monotonic() + 30
        while text.encode() not in seen:
            assert time.monotonic() < end, f"{text} never came"
            seen += self.read(0.1)
        while self.read(max(0.3, self._quiet)):
            pass

    def press(self, key: str) -> Cost:
        """Press a key, and see its answer to the end."""
        began = last = time.perf_counter()
        self._child.send(key)
        count = 0
        while data := self.read(self._quiet if count else 2):
            last = time.perf_counter()
            count += len(data)
        return Cost(count, (last - began) * 1000)

    def bytes_within(self, seconds: float) -> int:
        """The bytes that come by themselves."""
        end, count = time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0:
            count += len(self.read(left))
        return count


@contextmanager
def in_the_squats(folder: str, size: Size, now: datetime, still: bool) -> Iterator[Screen]:
    """Gym A at the second work set of the squat, with a clock that stands still or goes on."""
    home = Path(tempfile.mkdtemp(dir=folder))
    logbook = Home(home).open_logbook("anna", lambda: now, new=True)
    logbook.save_athlete(athlete(zone="UTC"))
    logbook.save(planned_lift(f"{now:%Y-%m-%d %H:%M}", 38, zone="UTC", id="plan"), "the plan")
    env = {"LEGDAY_HOME": str(home)} | ({"LEGDAY_NOW": now.isoformat()} if still else {})
    with closing(Screen([sys.executable, "-m", "tui", "live"], size, env)) as screen:
        screen.until("Planned for today")
        for key in "\r\r\r":
            screen.press(key)
        screen.press("80x5\r")
        yield screen


def p95(values: list[float]) -> float:
    """What nineteen of twenty are not above."""
    return sorted(values)[round((len(values) - 1) * 0.95)]


def keys(size: Size, presses: int) -> None:
    """Print a line for each key."""
    now = datetime(2026, 6, 3, 12, tzinfo=UTC)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Screen([sys.executable, "-c", BARE], size, {})) as bare,
        in_the_squats(folder, size, now, still=True) as live,
    ):
        bare.until("ready")
        for name, (key, back) in KEYS.items():
            ours, theirs = [], []
            for _ in range(presses):
                ours.append(live.press(key))
                theirs.append(bare.press("x"))
                for each in back:
                    live.press(each)
            line(size, name, ours, theirs)


def line(size: Size, name: str, ours: list[Cost], theirs: list[Cost]) -> None:
    """Print one key: bytes and time of ours and of the bare app's, and their ratios."""
    sent, bare_sent = (statistics.median(each.bytes for each in some) for some in (ours, theirs))
    most, bare_most = (p95([each.bytes for each in some]) for some in (ours, theirs))
    slow, bare_slow = (p95([each.ms for each in some]) for some in (ours, theirs))
    print(
        f"{size[0]}x{size[1]}  {name:14}{sent:7.0f} B {most:7.0f} B p95 {slow:7.1f} ms p95   "
        f"bare {bare_sent:4.0f} B {bare_slow:5.1f} ms   ratios {most / bare_most:5.1f} {slow / bare_slow:5.2f}"
    )


def ticks(size: Size) -> None:
    """Print the bytes a second while a rest runs, and once it is over and forgotten."""
    with (
        tempfile.TemporaryDirectory() as folder,
        in_the_squats(folder, size, datetime.now(UTC) - timedelta(minutes=1), still=False) as live,
    ):
        live.bytes_within(1)
        resting = live.bytes_within(TICKS) / TICKS
        live.press(" ")
        idle = live.bytes_within(TICKS) / TICKS
    print(f"{size[0]}x{size[1]}  a rest ticks   {resting:7.1f} B/s   without a rest {idle:5.1f} B/s")


def main(presses: int = 20) -> None:
    """Print the table."""
    for size in SIZES:
        keys(size, presses)
        ticks(size)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
