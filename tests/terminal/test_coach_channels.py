"""What else SSH can carry: ports, an agent, a display, files, variables. None of it comes through with a coach's key.

Each is tried twice: with the very options that legday writes into authorized_keys, and with none, where it has to work.
Else the test would pass for the wrong reason.
"""

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

import pytest

from tests.terminal.ssh_place import Place
from tests.terminal.ssh_server import WAIT, make_key
from tests.terminal.terminal import Terminal

# Prints what reached the process, and stays while there is somebody to stay for.
PROBE = """
import json, os, sys
print(json.dumps(dict(os.environ)), flush=True)
sys.stdin.read()
"""
BANNER = b"SSH-2.0"


class Doors(NamedTuple):
    """A key with legday's options and one with none, each for the same probe; and an agent."""

    place: Place
    ours: Path
    bare: Path
    agent: str

    def seen(self, key: Path, *options: str, env: dict[str, str] | None = None) -> dict[str, str]:
        """The environment of what runs for the key."""
        answer = self.place.sshd.ask(key, options=options, env=env)
        assert answer.returncode == 0, answer.stderr
        found: dict[str, str] = json.loads(answer.stdout)
        return found


@pytest.fixture(scope="module")
def doors(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    folder = tmp_path_factory.mktemp("doors")
    probe = folder / "probe.py"
    probe.write_text(PROBE)
    ours, bare = make_key(folder / "ours"), make_key(folder / "bare")
    command = f"{sys.executable} {probe}"
    place.let_in(ours, command, place.options())
    place.let_in(bare, command, "")
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(folder / "agent")], stdout=subprocess.DEVNULL)
    yield Doors(place, ours, bare, str(folder / "agent"))
    agent.terminate()
    agent.wait(WAIT)


def test_the_options_are_those_that_refuse_everything(place: Place) -> None:
    assert place.options() == "restrict,pty"


def test_no_agent_comes_along(doors: Doors) -> None:
    env = {"SSH_AUTH_SOCK": doors.agent}
    assert "SSH_AUTH_SOCK" in doors.seen(doors.bare, "-A", env=env)
    assert "SSH_AUTH_SOCK" not in doors.seen(doors.ours, "-A", env=env)


@pytest.mark.skipif(not shutil.which("xauth"), reason="xauth not installed")
def test_no_display_comes_along(doors: Doors) -> None:
    env = {"DISPLAY": ":99"}
    assert "DISPLAY" in doors.seen(doors.bare, "-Y", env=env)
    assert "DISPLAY" not in doors.seen(doors.ours, "-Y", env=env)


def test_no_port_is_reached_from_the_server(doors: Doors) -> None:
    sshd = doors.place.sshd
    options = ("-W", f"127.0.0.1:{sshd.port}")
    assert BANNER.decode() in sshd.ask(doors.bare, options=options).stdout
    refused = sshd.ask(doors.ours, options=options)
    assert (refused.returncode, refused.stdout) == (255, "")


@pytest.mark.parametrize("flag", ["-L", "-D"])
def test_a_port_of_the_client_leads_nowhere(doors: Doors, flag: str) -> None:
    assert BANNER in _through(doors, doors.bare, flag)
    assert BANNER not in _through(doors, doors.ours, flag)


@pytest.mark.parametrize("where", ["0:127.0.0.1:9", "0", "{folder}/socket:127.0.0.1:9"])
def test_no_port_is_opened_on_the_server(doors: Doors, tmp_path: Path, where: str) -> None:
    options = ("-R", where.format(folder=tmp_path), "-o", "ExitOnForwardFailure=yes")
    assert doors.place.sshd.ask(doors.bare, options=options).returncode == 0
    (tmp_path / "socket").unlink(missing_ok=True)
    assert doors.place.sshd.ask(doors.ours, options=options).returncode == 255
    assert not (tmp_path / "socket").exists()


def test_files_cannot_be_copied(place: Place, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    *words, host = place.sshd.words(place.kim)
    options = [word if word != "-p" else "-P" for word in words]
    for flags in ([], ["-O"]):
        for source, target in ((f"{tmp_path}/mine", f"{host}:{tmp_path}/theirs"), (f"{host}:/etc/passwd", tmp_path)):
            copied = subprocess.run(["scp", *flags, *options, source, str(target)], capture_output=True, timeout=60)
            assert copied.returncode != 0
    sftp = subprocess.run(["sftp", "-b", "-", *options, host], input=b"ls /\n", capture_output=True, timeout=60)
    assert (sftp.returncode, sftp.stdout.replace(b"sftp> ls /\n", b"")) == (255, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]


def test_variables_from_the_client_change_nothing(doors: Doors, tmp_path: Path) -> None:
    place = doors.place
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
    assert sent.items() <= doors.seen(doors.bare, *options, env=sent).items()
    answer = place.sshd.ask(place.kim, "week", "anna", "--json", options=options, env=sent)
    assert answer.stdout == plain.stdout
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.parametrize("variable", ["PYTHONINSPECT=1", "PYTHONHOME=/tmp", "PYTHONPATH=/tmp", "PYTHONVERBOSE=1"])
def test_no_variable_opens_or_breaks_python(place: Place, variable: str) -> None:
    command = ["ssh", "-tt", *place.sshd.words(place.kim, "-o", f"SetEnv={variable}"), "week", "anna"]
    with Terminal(command) as screen:
        assert screen.ends() == 0


def _through(doors: Doors, key: Path, flag: str) -> bytes:
    """What comes back from the server's own port 127.0.0.1:port through a tunnel of the client."""
    target = doors.place.sshd.port
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    where = str(port) if flag == "-D" else f"{port}:127.0.0.1:{target}"
    words = ["ssh", "-N", flag, where, *doors.place.sshd.words(key)]
    client = subprocess.Popen(words, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with _connected(port) as tunnel:
            if flag == "-D":
                tunnel.sendall(b"\x05\x01\x00\x05\x01\x00\x01\x7f\x00\x00\x01" + target.to_bytes(2))
            return _until(tunnel, BANNER)
    finally:
        client.kill()
        client.wait(WAIT)


def _connected(port: int) -> socket.socket:
    end = monotonic() + WAIT
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), WAIT)
        except OSError:
            assert monotonic() < end, "the client never listened"
            sleep(0.05)


def _until(tunnel: socket.socket, wanted: bytes) -> bytes:
    """What comes, until it holds what is wanted or the other end closes."""
    got = b""
    while wanted not in got:
        try:
            more = tunnel.recv(4096)
        except ConnectionResetError:
            break
        if not more:
            break
        got += more
    return got
