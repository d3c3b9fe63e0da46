"""legday in a real pseudo-terminal: it starts, shows the week, quits, and leaves nothing of the demo behind."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from data.demo import season
from data.store.home import Home
from tests.builders import moment

ROOT = Path(__file__).parents[2]
NOW = moment("2026-06-01 12:00")
Start = Callable[..., pexpect.spawn]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start `legday` with these words in a terminal of 80×24 with a home of its own."""
    started: list[pexpect.spawn] = []
    (tmp_path / "temporary").mkdir()

    def begin(*words: str) -> pexpect.spawn:
        env = os.environ | {
            "LEGDAY_HOME": str(tmp_path / "home"),
            "LEGDAY_NOW": NOW.isoformat(),
            "TMPDIR": str(tmp_path / "temporary"),
            "TERM": "xterm-256color",
            "TZ": "Europe/Berlin",
        }
        child = pexpect.spawn(
            sys.executable, ["-m", "tui", *words], cwd=str(ROOT), env=env, dimensions=(24, 80), timeout=30
        )
        started.append(child)
        return child

    yield begin
    for child in started:
        child.close(force=True)


def left(child: pexpect.spawn) -> int | None:
    """The exit code, once the program has ended and all that it wrote was read."""
    child.expect(pexpect.EOF)
    child.close()
    code: int | None = child.exitstatus
    return code


def test_the_demo_shows_the_week_and_is_thrown_away(start: Start, tmp_path: Path) -> None:
    child = start("demo")
    child.expect("week 23")
    child.expect("Gym A")
    assert list((tmp_path / "temporary").glob("legday-demo-*"))
    child.send("q")
    assert left(child) == 0
    assert not list((tmp_path / "temporary").glob("legday-demo-*"))
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_demo_that_is_ended_leaves_the_terminal_and_is_thrown_away(
    start: Start, tmp_path: Path, end: signal.Signals
) -> None:
    child = start("demo")
    child.expect("week 23")
    child.kill(end)
    child.expect_exact("\x1b[?1049l")  # back from the alternate screen
    assert left(child) == 128 + end
    assert not list((tmp_path / "temporary").glob("legday-demo-*"))


def test_a_demo_whose_terminal_is_gone_is_thrown_away(start: Start, tmp_path: Path) -> None:
    child = start("demo")
    child.expect("week 23")
    os.close(child.child_fd)
    child.ptyproc.closed = True
    child.wait()
    assert not list((tmp_path / "temporary").glob("legday-demo-*"))


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="needs Linux to see that the app stands still")
def test_an_app_that_waits_for_a_terminal_that_reads_nothing_ends_when_it_is_gone(start: Start, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.open_logbook("anna", lambda: NOW).replace(season(NOW, "Europe/Berlin"))
    child = start()
    child.expect("week 23")
    # Keys that repaint all of it, with nobody to read that, until the app takes none any more.
    used, same = 0, 0
    for key in range(600):
        child.send("\x1bOP" if key % 2 else "\x1bOQ")
        time.sleep(0.03)
        now = int(Path(f"/proc/{child.pid}/schedstat").read_text().split()[0])
        used, same = now, same + 1 if now == used else 0
        if same == 10:
            break
    os.close(child.child_fd)
    child.ptyproc.closed = True
    child.wait()
    assert not child.isalive()


def test_a_log_that_cannot_be_read_is_said_in_one_line(start: Start, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.open_logbook("anna", lambda: NOW).replace(season(NOW, "Europe/Berlin"))
    (damaged,) = home.path.glob("athletes/anna/plan-2026.json")
    damaged.write_text('{"planned": {"half a doc')
    child = start()
    child.expect("plan-2026.json cannot be read")
    child.send("q")
    left(child)
    assert b"Traceback" not in child.before
    assert damaged.read_text() == '{"planned": {"half a doc'


def test_the_app_on_a_log(start: Start, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.open_logbook("anna", lambda: NOW).replace(season(NOW, "Europe/Berlin"))
    before = {file: file.read_bytes() for file in home.path.rglob("*.json")}
    child = start()
    child.expect("week 23")
    child.send("q")
    assert left(child) == 0
    assert {file: file.read_bytes() for file in home.path.rglob("*.json")} == before


def test_the_log_of_another_athlete_is_begun_when_that_is_meant(start: Start, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.open_logbook("anna", lambda: NOW).replace(season(NOW, "Europe/Berlin"))
    mistyped = start("--athlete", "ana")
    mistyped.expect_exact("There is no log of ana here; there is one of anna. Begin one?")
    mistyped.send("n\r")
    assert left(mistyped) == 130
    assert home.athletes() == ("anna",)
    child = start("--athlete", "ben")
    child.expect_exact("Begin one?")
    child.send("y\r")
    child.expect_exact("Units?")
    for _ in range(3):
        child.send("\r")
    child.expect("Gym A")
    child.send("q")
    assert left(child) == 0
    assert home.athletes() == ("anna", "ben")
    assert home.open_logbook("ben", lambda: NOW).athlete.name == "ben"


def test_live_opens_on_todays_lift(start: Start, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.open_logbook("anna", lambda: NOW).replace(season(NOW, "Europe/Berlin"))
    child = start("live")
    child.expect("Gym A")
    child.send("qq")
    assert left(child) == 0
