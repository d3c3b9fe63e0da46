"""What a coach's look through SSH costs: over a slow link, against a bare Textual app there; and 40 coaches at once.

python -m tests.benchmarks.coach link [runs]       150 ms round trip, 256 kbit/s: first paint, and every key
python -m tests.benchmarks.coach crowd [viewers] [sets] [seconds between]
                                                   memory of each, and what the athlete's own keys take meanwhile: with
                                                   no second between, every viewer paints all the time
"""

import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from tests.benchmarks.live_keys import BARE, Cost, Screen, p95
from tests.builders import planned_lift
from tests.terminal.slow_link import SlowLink
from tests.terminal.ssh_place import Place, a_place
from tests.terminal.ssh_server import make_key
from tests.terminal.terminal import legday_command

SIZE = (80, 24)
RTT_MS, KBIT = 150, 256
# A frame in several pieces may take so long to come: longer than a window of SSH takes at that rate.
SLOW_QUIET = 0.4
# What is pressed on the plan, and what goes back.
KEYS = {
    "cursor": ("k", "j"),
    "week": ("]", "["),
    "load": ("\x1bOR", "\x1bOP"),
    "why": ("?", "\x1b"),
}
COMPRESSED = ("-o", "Compression=yes")
# As nice as a process can be.
_LAST = 19


def client(place: Place, key: Path, port: int, *words: str, options: Sequence[str] = ()) -> list[str]:
    """A client that comes to this port."""
    given = place.sshd.words(key, *options)
    given[given.index("-p") + 1] = str(port)
    return ["ssh", "-tt", *given, *words]


def opened(command: list[str], text: str) -> tuple[Screen, Cost]:
    """The screen once this text is on it and it is quiet; from the start until it was there, and all bytes so far."""
    began = time.perf_counter()
    screen, seen = Screen(command, SIZE, {}, SLOW_QUIET), b""
    while text.encode() not in seen:
        seen += screen.read(0.1)
    painted = time.perf_counter() - began
    while more := screen.read(SLOW_QUIET):
        seen += more
    return screen, Cost(len(seen), painted * 1000)


def link(runs: int = 10) -> None:
    """Print what a slow link makes of the start and of keys."""
    with tempfile.TemporaryDirectory() as folder, a_place(Path(folder)) as place:
        bare_key = _bare(place, Path(folder))
        with SlowLink(place.sshd.port, RTT_MS, KBIT) as slow:
            for name, options in (("", ()), (" -C", COMPRESSED)):
                bare = client(place, bare_key, slow.port, options=options)
                ours = client(place, place.kim, slow.port, "anna", options=options)
                _starts(f"first paint{name}", ours, bare, max(3, runs // 2))
                _keys(name, ours, bare, runs)


def _bare(place: Place, folder: Path) -> Path:
    """A key for which the bare app runs."""
    program, key = folder / "bare.py", make_key(folder / "bare")
    program.write_text(BARE)
    place.let_in(key, f"{sys.executable} {program}", place.options())
    return key


def _starts(name: str, ours: list[str], bare: list[str], runs: int) -> None:
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    for _ in range(runs):
        for command, text, found in ((bare, "ready", costs[1]), (ours, "read-only", costs[0])):
            screen, cost = opened(command, text)
            screen.close()
            found.append(cost)
    line(name, *costs)


def _keys(name: str, ours: list[str], bare: list[str], runs: int) -> None:
    with closing(opened(bare, "ready")[0]) as theirs, closing(opened(ours, "read-only")[0]) as coach:
        while coach.read(7):  # the welcome goes away
            pass
        for key, (there, back) in KEYS.items():
            found: tuple[list[Cost], list[Cost]] = ([], [])
            coach.press(there)  # what is made when it is first shown is no part of a key
            coach.press(back)
            for _ in range(runs):
                found[0].append(coach.press(there))
                found[1].append(theirs.press("x"))
                coach.press(back)
            line(f"{key}{name}", *found)


def line(name: str, ours: list[Cost], bare: list[Cost]) -> None:
    """Print median and p95 of time and bytes, ours and the bare app's, and the ratios of the p95."""
    slow, bare_slow = (p95([each.ms for each in some]) for some in (ours, bare))
    middle, bare_middle = (statistics.median(each.ms for each in some) for some in (ours, bare))
    sent, bare_sent = (p95([each.bytes for each in some]) for some in (ours, bare))
    print(
        f"{name:16}{middle:6.0f} ms {slow:6.0f} ms p95 {sent:7.0f} B p95   "
        f"bare {bare_middle:5.0f} ms {bare_slow:5.0f} ms p95 {bare_sent:5.0f} B   "
        f"ratios {slow / bare_slow:5.2f} {sent / bare_sent:6.1f}"
    )


def crowd(viewers: int = 40, presses: int = 20, between: int = 0) -> None:
    """Print what each of many viewers of a lift weighs, and what they do to the keys of the athlete who lifts."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder, a_place(Path(folder)) as place:
        lift = planned_lift(f"{now:%Y-%m-%d %H:%M}", 38, zone="UTC", id="now", template="gym_2day/A")
        place.log_of("anna").save(lift, "a lift")
        with closing(_athlete(place, now)) as athlete:
            alone = [_set(athlete, between) for _ in range(presses)]
            with _watching(place, viewers) as seen:
                memory(place)
                print(f"while nothing happens {_busy(place, 10):.2f} s of processor time a second, all together")
                before = seen()
                watched = [_set(athlete, between) for _ in range(presses)]
                followed = sum(now > then for now, then in zip(seen(), before, strict=True))
            again = [_set(athlete, between) for _ in range(presses)]
    print(f"{followed} of {viewers} viewers were sent what the athlete logged")
    for name, costs in (("0 viewers", alone), (f"{viewers} viewers", watched), ("0 viewers again", again)):
        line(name, costs, alone)


def _athlete(place: Place, now: datetime) -> Screen:
    """The athlete at a terminal of their own, with the lift begun."""
    command = legday_command("--home", str(place.home), "--athlete", "anna", "live")
    screen = Screen(command, SIZE, {"LEGDAY_NOW": now.isoformat()})
    screen.until("Gym A")
    for key in "\r\r\ru":
        screen.press(key)
    return screen


def _set(athlete: Screen, between: int) -> Cost:
    """Log a set, and take it back, so many seconds before the next."""
    cost = athlete.press("\r")
    athlete.press("u")
    athlete.bytes_within(between)
    return cost


@contextmanager
def _watching(place: Place, viewers: int) -> Iterator[Callable[[], list[int]]]:
    """So many viewers on Live; gives what tells the bytes that each was sent since they were all there.

    Their clients stand for machines elsewhere: they are read by another process, and all else here goes first.
    """
    commands = [client(place, place.kim, place.sshd.port, "anna")] * viewers
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    elsewhere = spawn.Process(target=_watch, args=(commands, there))
    elsewhere.start()
    try:
        here.recv()

        def seen() -> list[int]:
            here.send("how much")
            told: list[int] = here.recv()
            return told

        yield seen
    finally:
        here.send("enough")
        elsewhere.join()


def _watch(commands: Sequence[list[str]], asked: Connection) -> None:
    os.nice(_LAST)
    with ExitStack() as stack:
        screens = []
        for command in commands:
            screen = stack.enter_context(closing(Screen(command, SIZE, {})))
            screen.until("read-only")
            screen.press("\x1bOQ")  # F2
            screens.append(screen)
        seen = [0] * len(screens)
        asked.send("all there")
        while True:
            for number, screen in enumerate(screens):
                seen[number] += len(screen.read(0))
            if asked.poll(0.02):
                if asked.recv() == "enough":
                    return
                asked.send(seen)


def memory(place: Place) -> None:
    """Print what the processes that serve weigh."""
    rss, pss = [], []
    for process in place.served():
        words = dict(row.split(":", 1) for row in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:])
        rss.append(int(words["Rss"].split()[0]) / 1024)
        pss.append(int(words["Pss"].split()[0]) / 1024)
    print(
        f"{len(rss)} viewers: RSS {statistics.median(rss):.0f} MB each, PSS {statistics.median(pss):.0f} MB each, "
        f"{sum(pss):.0f} MB together"
    )


def _busy(place: Place, seconds: float) -> float:
    """Processor time a second of all that serve."""
    before = _ticks(place)
    time.sleep(seconds)
    return (_ticks(place) - before) / 100 / seconds


def _ticks(place: Place) -> int:
    fields = [Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split() for each in place.served()]
    return sum(int(one[11]) + int(one[12]) for one in fields)


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    (link if what == "link" else crowd)(*map(int, numbers))
