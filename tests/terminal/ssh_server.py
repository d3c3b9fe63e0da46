"""A real OpenSSH server on 127.0.0.1 with one user's authorized_keys, and clients that come to it with their keys."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType

WAIT = 20.0
SSHD = "/usr/sbin/sshd"
ROOT = Path(__file__).parents[2]


def why_none() -> str | None:
    """Why no server can be started here; None where one can."""
    missing = [each for each in (SSHD, "ssh", "ssh-keygen") if not shutil.which(each)]
    if missing:
        return f"{', '.join(missing)} not installed"
    if os.geteuid() == 0 and not Path("/run/sshd").is_dir():
        try:
            Path("/run/sshd").mkdir(mode=0o755)
        except OSError:
            return "/run/sshd cannot be made"
    return None


def make_key(path: Path) -> Path:
    """A new key pair; gives the private key's file, beside which the public one ends in .pub."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    return path


def make_program(path: Path) -> Path:
    """A script that runs this checkout's legday as `access grant` would an installed one, for a forced command."""
    path.write_text(f'#!/bin/sh\ncd {ROOT} && exec {sys.executable} -E -m tui "$@"\n')
    path.chmod(0o755)
    return path


class Sshd:
    """The server, in a folder of its own, from the beginning of the block to its end. `keys` is authorized_keys.

    It takes every variable that a client sends and lets keys set variables: the worst that an owner may have set.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys = folder / "authorized_keys"
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Sshd":
        host = make_key(self.folder / "host")
        config = self.folder / "sshd_config"
        lines = [
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {host}",
            f"AuthorizedKeysFile {self.keys}",
            f"PidFile {self.folder / 'pid'}",
            "UsePAM no",
            "StrictModes no",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin yes",
            "AcceptEnv *",
            "PermitUserEnvironment yes",
            "AllowTcpForwarding yes",
            "AllowAgentForwarding yes",
            "X11Forwarding yes",
            "Subsystem sftp internal-sftp",
            "MaxStartups 100",
            "LogLevel ERROR",
        ]
        config.write_text("\n".join(lines) + "\n")
        self._process = subprocess.Popen([SSHD, "-D", "-e", "-f", str(config)], stderr=(self.folder / "log").open("wb"))
        self._until_open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait(WAIT)

    def words(self, key: Path, *options: str) -> list[str]:
        """The words that start a client with this key, before what it asks for."""
        fixed = {
            "StrictHostKeyChecking": "no",
            "UserKnownHostsFile": "/dev/null",
            "IdentitiesOnly": "yes",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
        }
        given = [word for name, value in fixed.items() for word in ("-o", f"{name}={value}")]
        return [
            *given,
            "-F",
            "/dev/null",
            "-p",
            str(self.port),
            "-i",
            str(key),
            *options,
            f"{getpass.getuser()}@127.0.0.1",
        ]

    def ask(
        self, key: Path, *words: str, options: Sequence[str] = (), env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """What `ssh host words` answers."""
        return subprocess.run(
            ["ssh", *self.words(key, *options), *words],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            env=os.environ | (env or {}),
        )

    def _until_open(self) -> None:
        end = monotonic() + WAIT
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                assert monotonic() < end, (self.folder / "log").read_text()
                sleep(0.05)


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port
