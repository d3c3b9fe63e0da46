"""One lift on three terminals, with two kills and a dropped SSH connection: at the end every set is there, once."""

import os
import shlex
from functools import partial
from pathlib import Path
from time import monotonic

import pytest

from data.calendar import Days
from data.live.lift import LiveLift, sets_done
from data.store.home import Home
from data.store.lock import locked
from data.store.logbook import Logbook
from tests.builders import athlete, moment
from tests.terminal.ssh_server import Sshd, make_key, why_none
from tests.terminal.terminal import ROOT, WAIT, Terminal, legday, legday_command, legday_env
from tests.tui.live_room import NOW, PLANNED, SETS

PHONE = (40, 20)
STARTED = moment(NOW)
TODAY = Days(STARTED.date(), moment("2026-06-02 12:00").date())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which gym A is planned for now."""
    logbook = opened(tmp_path / "home")
    logbook.save_athlete(athlete())
    logbook.change("the plan", save=PLANNED)
    return tmp_path / "home"


def opened(home: Path) -> Logbook:
    return Home(home).open_logbook("anna", lambda: STARTED, new=True)


def begins(home: Path) -> Terminal:
    return legday(home, "live", now=STARTED.isoformat(), size=PHONE)


def over_ssh(server: Sshd, key: Path, home: Path) -> Terminal:
    """The app on the server; its process id is in a file beside its home."""
    told = " ".join(f"{name}={shlex.quote(value)}" for name, value in legday_env(home, STARTED.isoformat()).items())
    command = f"cd {shlex.quote(str(ROOT))} && echo $$ > {home}.pid && {told} exec {shlex.join(legday_command('live'))}"
    return Terminal(["ssh", *server.words(key, "-tt"), command], PHONE)


def on_disk(home: Path) -> int:
    lift = opened(home).under_way()
    return sets_done(lift) if isinstance(lift, LiveLift) else 0


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def log_sets(terminal: Terminal, home: Path, until: int) -> None:
    """One enter a set, each awaited on the disk."""
    for number in range(on_disk(home) + 1, until + 1):
        terminal.press("\r")
        terminal.until(partial(lambda wanted: on_disk(home) == wanted, number), f"set {number}")


@pytest.mark.skipif(bool(why_none()), reason=why_none() or "")
def test_a_session_carried_across_three_terminals_is_complete(home: Path, tmp_path: Path) -> None:
    with begins(home) as laptop:
        laptop.shows("Planned for today")
        laptop.press("\r")
        laptop.shows("0 sets")
        log_sets(laptop, home, 5)
        laptop.kill()
    key = make_key(tmp_path / "key")
    with Sshd(tmp_path) as server:
        server.keys.write_bytes(key.with_suffix(".pub").read_bytes())
        phone = over_ssh(server, key, home)
        phone.shows("Back squat")
        log_sets(phone, home, 9)
        app = int(Path(f"{home}.pid").read_text())
        assert runs(app)
        phone.kill()
        end = monotonic() + WAIT
        while runs(app):
            assert monotonic() < end, "the app goes on without its terminal"
    with locked(next(home.rglob("*.lock")), patience=0):
        pass  # nobody holds it any more
    with begins(home) as tablet:
        tablet.shows("dumbbell row")
        log_sets(tablet, home, 12)
        tablet.kill()
    with begins(home) as tablet:
        tablet.shows("anti-rotation")
        log_sets(tablet, home, SETS)
        tablet.shows("How hard")
        tablet.press("7")
        tablet.until(lambda: opened(home).under_way() is None, "the end")
    (session,) = opened(home).logged(TODAY)
    assert [len(each.sets) for each in session.exercises] == [2, 5, 2, 2, 2, 2]
    moments = [each.at for one in session.exercises for each in one.sets]
    assert len(set(moments)) == SETS


def test_what_one_terminal_logs_another_shows_within_two_seconds(home: Path) -> None:
    with begins(home) as laptop, begins(home) as phone:
        laptop.shows("Planned for today")
        phone.shows("Planned for today")
        laptop.press("\r")
        laptop.shows("0 sets")
        phone.shows("0 sets")
        log_sets(laptop, home, 1)
        within_two_seconds(phone, "1 set")
        log_sets(phone, home, 2)
        within_two_seconds(laptop, "2 sets")


def within_two_seconds(terminal: Terminal, text: str) -> None:
    began = monotonic()
    terminal.shows(text)
    assert monotonic() - began < 2


def test_two_terminals_pressing_at_once_neither_lose_nor_double_a_set(home: Path) -> None:
    with begins(home) as laptop, begins(home) as phone:
        laptop.shows("Planned for today")
        phone.shows("Planned for today")
        laptop.press("\r")
        phone.shows("0 sets")
        laptop.shows("0 sets")
        # The laptop's sets are told from the phone's: the one types 21 contacts, the other goes to the rows with 30 kg.
        phone.press("\t\t\t30")
        laptop.shows("dumbbell row")
        laptop.press("\x1b[Z\x1b[Z\x1b[Z21")
        phone.shows("30▏")
        phone.press("\r")
        laptop.press("\r")
        phone.until(lambda: on_disk(home) == 2, "both sets")
    lift = opened(home).under_way()
    assert isinstance(lift, LiveLift)
    assert [each.contacts for each in lift.exercises[0].done] == [21]
    assert [each.kg for each in lift.exercises[3].done] == [30]
