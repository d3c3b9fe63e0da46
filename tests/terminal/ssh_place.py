"""A server with the logs of three athletes, and those who come to it: what the tests of coaches share."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from data.demo import season
from data.store.home import Home
from data.store.logbook import Logbook
from tests.terminal.ssh_server import ROOT, Sshd, make_key, make_program
from tests.terminal.terminal import Size, Terminal

REFUSED = 126
NOW = datetime.now(UTC)


class Place(NamedTuple):
    """kim may view the logs of anna and ben, lea may plan anna's, mo those of ben and cleo; and an owner's shell."""

    sshd: Sshd
    home: Path
    kim: Path
    lea: Path
    mo: Path
    program: Path

    def legday(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What the owner of the home types."""
        done = subprocess.run(
            [sys.executable, "-m", "tui", "--home", str(self.home), *words], capture_output=True, text=True, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        return done

    def grant(self, name: str, key: Path, athletes: str, may: str) -> None:
        """Let somebody in."""
        self.legday(
            "access", "grant", name, "--key", f"{key}.pub", "--athletes", athletes, "--may", may,
            "--authorized-keys", str(self.sshd.keys), "--program", str(self.program),
        )  # fmt: skip

    def log_of(self, name: str) -> Logbook:
        """The log of an athlete, as they have it themselves."""
        return Home(self.home).open_logbook(name, lambda: datetime.now(UTC))

    def kept(self) -> dict[str, tuple[int, bytes]]:
        """Every file of the logs, with when it was changed."""
        files = [path for path in (self.home / "athletes").rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    def terminal(self, key: Path, *words: str, size: Size = (80, 24)) -> Terminal:
        """A client in a terminal, as somebody with this key and these words."""
        return Terminal(["ssh", "-t", *self.sshd.words(key), *words], size)

    def options(self) -> str:
        """What legday put before the command in the lines of authorized_keys: "restrict,pty"."""
        options: str
        (options,) = set(re.findall(r'^(\S*),command=".* legday:\S+$', self.sshd.keys.read_text(), re.MULTILINE))
        return options

    def let_in(self, key: Path, command: str, options: str) -> None:
        """A line of authorized_keys that is not legday's: the key with these options may run the command alone."""
        public = Path(f"{key}.pub").read_text().strip()
        said = ",".join(filter(None, (options, f'command="{command}"')))
        with self.sshd.keys.open("a") as file:
            file.write(f"{said} {public}\n")

    def served(self) -> list[int]:
        """The processes that serve somebody on this home."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if os.fsencode(self.home) in words and b"serve" in words:
                found.append(int(folder.name))
        return found


@contextmanager
def a_place(folder: Path) -> Iterator[Place]:
    """The server in a folder, while the block lasts."""
    home = Home(folder / "home")
    for name in ("anna", "ben", "cleo"):
        home.open_logbook(name, lambda: NOW, new=True).replace(season(NOW, "Europe/Berlin"))
    kim, lea, mo = (make_key(folder / name) for name in ("kim", "lea", "mo"))
    with Sshd(folder) as sshd:
        made = Place(sshd, home.path, kim, lea, mo, make_program(folder / "legday"))
        made.grant("kim", kim, "anna,ben", "view")
        made.grant("lea", lea, "anna", "plan")
        made.grant("mo", mo, "ben,cleo", "plan")
        yield made
