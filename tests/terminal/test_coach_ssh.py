"""A coach at the other end of a real sshd: what is answered, what is refused, and that nothing else gets through."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import monotonic, sleep
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pexpect  # type: ignore[import-untyped]
import pytest

from data.demo import season
from data.store.home import Home
from tests.builders import planned_run
from tests.terminal.ssh_server import ROOT, WAIT, Sshd, make_key, make_program, why_none

pytestmark = pytest.mark.skipif(bool(why_none()), reason=why_none() or "")
NOW = datetime.now(UTC)
REFUSED = 126
# What a viewer types: letters but the one that leaves, digits, enter, tab, arrows, function keys, control keys.
LETTERS = "abcdefghijklmnoprstuvwxyzADFGHLMNPS0123456789?/.[]+-<> "
KEYS = [*LETTERS, "\r", "\t", "\x7f", "\x10", "\x12", "\x13", "\x1a", "\x1c"]
KEYS += [f"\x1b[{each}" for each in ("A", "B", "C", "D", "1;2A", "1;2B", "3~", "5~", "6~")]
KEYS += [f"\x1bO{each}" for each in "PQR"]


class Place(NamedTuple):
    """A server with the logs of anna and ben; kim may view both, lea may plan anna's; and an owner's shell."""

    sshd: Sshd
    home: Path
    kim: Path
    lea: Path
    program: Path

    def legday(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What the owner of the home types."""
        done = subprocess.run(
            [sys.executable, "-m", "tui", "--home", str(self.home), *words], capture_output=True, text=True, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        return done

    def grant(self, name: str, key: Path, athletes: str, may: str) -> None:
        self.legday(
            "access", "grant", name, "--key", f"{key}.pub", "--athletes", athletes, "--may", may,
            "--authorized-keys", str(self.sshd.keys), "--program", str(self.program),
        )  # fmt: skip

    def kept(self) -> dict[str, tuple[int, bytes]]:
        """Every file of the logs, with when it was changed."""
        files = [path for path in (self.home / "athletes").rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("sshd")
    home = Home(folder / "home")
    for name in ("anna", "ben"):
        home.open_logbook(name, lambda: NOW, new=True).replace(season(NOW, "Europe/Berlin"))
    kim, lea = make_key(folder / "kim"), make_key(folder / "lea")
    with Sshd(folder) as sshd:
        made = Place(sshd, home.path, kim, lea, make_program(folder / "legday"))
        made.grant("kim", kim, "anna,ben", "view")
        made.grant("lea", lea, "anna", "plan")
        yield made


@pytest.fixture
def terminal(place: Place) -> Iterator[Callable[..., pexpect.spawn]]:
    """A client in a terminal of 80×24, as somebody with this key and these words."""
    started: list[pexpect.spawn] = []

    def begin(key: Path, *words: str) -> pexpect.spawn:
        child = pexpect.spawn(
            "ssh",
            ["-t", *place.sshd.words(key), *words],
            dimensions=(24, 80),
            timeout=WAIT,
            env=os.environ | {"TERM": "xterm-256color"},
        )
        started.append(child)
        return child

    yield begin
    for child in started:
        child.close(force=True)


def test_a_reading_command_is_answered_and_leaves_no_trace(place: Place) -> None:
    before = place.kept()
    week = place.sshd.ask(place.kim, "week", "anna")
    assert (week.returncode, week.stderr) == (0, "")
    assert "week" in week.stdout
    assert place.kept() == before


@pytest.mark.parametrize("words", ["week anna --json", "plan ben --json", "today --athlete=anna --json", "export anna"])
def test_json_comes_through_as_it_does_at_home(place: Place, words: str) -> None:
    answer = place.sshd.ask(place.kim, words)
    assert answer.returncode == 0, answer.stderr
    command, *rest = words.split()
    if "export" in words:
        assert answer.stdout == place.legday("--athlete", "anna", "export").stdout
    else:
        assert answer.stdout.startswith("{")
        athlete = "ben" if "ben" in words else "anna"
        assert answer.stdout == place.legday("--athlete", athlete, command, "--json").stdout, rest


@pytest.mark.parametrize(
    "words",
    [
        "bash",
        "/bin/sh -c id",
        "week anna; id",
        "week anna && id",
        "$(id)",
        "`id`",
        "week anna > /tmp/x",
        "fix anna --apply",
        "add run 10k",
        "settings",
        "restore -",
        "export anna -o /tmp/x",
        "week --home /tmp anna",
        "access list",
        "serve --as lea",
        "scp -t /tmp",
        "internal-sftp",
        "rsync --server . /",
        "git-upload-pack x",
        "week carl",
        "week ../anna",
        "week 'anna",
        "week anna --help",
        "week anna\x1b[31m",
        "x" * 600,
    ],
)
def test_everything_else_is_refused_in_one_line(place: Place, words: str) -> None:
    before = place.kept()
    answer = place.sshd.ask(place.kim, words)
    assert (answer.returncode, answer.stdout) == (REFUSED, "")
    assert answer.stderr.startswith("legday: ")
    assert answer.stderr.count("\n") == 1
    assert answer.stderr.strip().isprintable()
    assert place.kept() == before


def test_a_log_that_was_not_granted_is_not_told_of(place: Place) -> None:
    answer = place.sshd.ask(place.lea, "week", "--athlete", "ben")
    assert (answer.returncode, answer.stdout) == (REFUSED, "")
    assert answer.stderr == "legday: Whose? Say one of anna after week.\n"


def test_files_cannot_be_copied(place: Place, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    options = [word if word != "-p" else "-P" for word in place.sshd.words(place.kim)[:-1]]
    host = place.sshd.words(place.kim)[-1]
    for flags in ([], ["-O"]):
        done = subprocess.run(
            ["scp", *flags, *options, str(tmp_path / "mine"), f"{host}:{tmp_path}/theirs"],
            capture_output=True,
            timeout=60,
        )
        assert done.returncode != 0
    sftp = subprocess.run(["sftp", "-b", "-", *options, host], input=b"ls /\n", capture_output=True, timeout=60)
    assert sftp.returncode != 0
    assert not (tmp_path / "theirs").exists()


@pytest.mark.parametrize("options", [("-L", "0:127.0.0.1:22"), ("-R", "0:127.0.0.1:22")])
def test_ports_are_not_forwarded(place: Place, options: tuple[str, str]) -> None:
    flag, where = options
    port = str(place.sshd.port)
    where = where.replace("22", port)
    if flag == "-R":
        answer = place.sshd.ask(place.kim, "week", "anna", options=(flag, where, "-o", "ExitOnForwardFailure=yes"))
        assert answer.returncode == 255
        return
    told = place.sshd.ask(place.kim, options=("-W", f"127.0.0.1:{port}"))
    assert "SSH-2.0" not in told.stdout
    assert "prohibited" in told.stderr or told.returncode != 0


def test_no_agent_and_no_display_come_along(place: Place) -> None:
    for flag in ("-A", "-X"):
        answer = place.sshd.ask(place.kim, "week", "anna", options=(flag,), env={"DISPLAY": ":0"})
        assert answer.returncode == 0


def test_variables_from_the_client_change_nothing(place: Place, tmp_path: Path) -> None:
    plain = place.sshd.ask(place.kim, "week", "anna", "--json")
    sent = {
        "LEGDAY_HOME": str(tmp_path),
        "LEGDAY_NOW": "2020-01-01T12:00:00+00:00",
        "LEGDAY_DEBUG": "1",
        "COLUMNS": "7",
        "_LEGDAY_WEEK_COMPLETE": "bash_source",
        "TEXTUAL_DRIVER": "os:system",
    }
    options = [word for name in sent for word in ("-o", f"SendEnv={name}")]
    answer = place.sshd.ask(place.kim, "week", "anna", "--json", options=options, env=sent)
    assert answer.stdout == plain.stdout
    assert (answer.returncode, answer.stderr) == (0, "")


def test_the_app_opens_and_its_keys_write_nothing(place: Place, terminal: Callable[..., pexpect.spawn]) -> None:
    before = place.kept()
    child = terminal(place.kim, "anna")
    child.expect("You may see this log")
    child.send("dL")
    child.send("\x1a")  # ctrl+z
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert place.kept() == before


def test_a_thousand_keys_of_a_viewer_change_not_a_byte(place: Place, terminal: Callable[..., pexpect.spawn]) -> None:
    before = place.kept()
    dice = Random(5)
    child = terminal(place.kim, "anna")
    child.expect("You may see this log")
    for _ in range(100):
        child.send("".join(dice.choice(KEYS) for _ in range(10)))
        child.expect([r".+", pexpect.TIMEOUT], timeout=0.05)
    child.send("\x1b\x1b\x1b\x11")  # ctrl+q
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert place.kept() == before


@pytest.mark.parametrize("words", [["bash"], ["legday", "--home", "/tmp"], ["anna", "week"], ["$SHELL"]])
def test_a_terminal_opens_no_other_door(place: Place, terminal: Callable[..., pexpect.spawn], words: list[str]) -> None:
    child = terminal(place.kim, *words)
    child.expect("is refused")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == REFUSED


def test_what_the_athlete_changes_is_seen_within_two_seconds(
    place: Place, terminal: Callable[..., pexpect.spawn]
) -> None:
    child = terminal(place.lea)
    child.expect("You may see this log")
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    anna = Home(place.home).open_logbook("anna", lambda: NOW)
    anna.save(planned_run(f"{today} 12:00", title="Zebra"), "a run")
    child.expect("Zebra", timeout=2)
    anna.undo()


def test_with_several_logs_the_roster_opens_and_leads_into_each_and_back(
    place: Place, terminal: Callable[..., pexpect.spawn]
) -> None:
    before = place.kept()
    child = terminal(place.kim)
    child.expect("2 athletes")
    child.expect("ben")
    child.send("\r")
    child.expect("read-only")
    child.send("\x1bOR")  # F3
    child.expect("load")
    child.send("gc")
    child.expect("last session")
    child.send("/ben\r")
    child.expect("read-only")
    child.send("qq")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert place.kept() == before


def test_a_session_in_which_the_access_is_revoked_ends_with_a_line(
    place: Place, terminal: Callable[..., pexpect.spawn], tmp_path: Path
) -> None:
    key = make_key(tmp_path / "mia")
    place.grant("mia", key, "anna", "view")
    child = terminal(key)
    child.expect("You may see this log")
    place.legday("access", "revoke", "mia", "--authorized-keys", str(place.sshd.keys))
    child.expect("access to the log of anna has ended", timeout=10)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == REFUSED
    assert place.sshd.ask(key, "week").returncode == 255


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_a_connection_that_breaks_off_leaves_no_process(
    place: Place, terminal: Callable[..., pexpect.spawn], how: str
) -> None:
    child = terminal(place.kim, "anna")
    child.expect("You may see this log")
    (running,) = served(place)
    if how == "closed":
        child.close(force=True)
    else:
        os.kill(child.pid, signal.SIGKILL)
    end = monotonic() + 5
    while served(place):
        assert monotonic() < end, f"{running} still runs"
        sleep(0.05)


def served(place: Place) -> list[int]:
    """The processes that serve somebody on this home."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(place.home).encode() in words and b"serve" in words:
            found.append(int(folder.name))
    return found
