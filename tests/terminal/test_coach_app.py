"""The app at the other end of a real sshd: no key writes what it may not or leads out, and it ends when it should."""

import os
import signal
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

from tests.terminal.ssh_place import REFUSED, Place
from tests.terminal.ssh_server import make_key
from tests.terminal.terminal import Terminal

# LEGDAY_KEYS=500 makes a short run.
MANY = int(os.environ.get("LEGDAY_KEYS", "5000"))
BURST = 10
# What a viewer types: letters but the one that leaves, digits, enter, tab, arrows, function keys, control keys.
LETTERS = "abcdefghijklmnoprstuvwxyzADFGHLMNPS0123456789?/.[]+-<> "
KEYS = [*LETTERS, "\r", "\t", "\x7f", "\x10", "\x12", "\x13", "\x1a", "\x1c", "\x1b"]
KEYS += [f"\x1b[{each}" for each in ("A", "B", "C", "D", "1;2A", "1;2B", "3~", "5~", "6~")]
KEYS += [f"\x1bO{each}" for each in "PQR"]


def leave(screen: Terminal) -> None:
    """Quit, from wherever the keys led."""
    screen.press("\x11")
    assert screen.ends() == 0


def test_keys_that_write_or_lead_out_do_nothing(place: Place) -> None:
    before = place.kept()
    with place.terminal(place.kim, "anna") as screen:
        screen.shows("You may see this log")
        screen.press("dL\x1a")  # ctrl+z
        screen.press("q")
        assert screen.ends() == 0
    assert place.kept() == before


def test_random_keys_of_a_viewer_change_not_a_byte(place: Place) -> None:
    before = place.kept()
    dice = Random(5)
    with place.terminal(place.kim, "anna") as screen:
        screen.shows("You may see this log")
        for _ in range(MANY // BURST):
            screen.press("".join(dice.choice(KEYS) for _ in range(BURST)))
            screen.settles()
        leave(screen)
    assert place.kept() == before


@pytest.mark.parametrize(
    "words",
    [
        "sh",
        "bash -i",
        "exec sh",
        "legday --home /tmp",
        "anna week",
        "$SHELL",
        "anna; id",
        "anna\nid",
        "`id`",
        "anna|sh",
    ],
)
def test_a_terminal_opens_no_other_door(place: Place, words: str) -> None:
    with place.terminal(place.kim, words) as screen:
        screen.shows("refused")
        assert "uid=" not in screen.text
        assert screen.ends() == REFUSED


def test_a_session_in_which_the_access_is_revoked_ends_with_a_line(place: Place, tmp_path: Path) -> None:
    key = make_key(tmp_path / "mia")
    place.grant("mia", key, "anna", "view")
    with place.terminal(key) as screen:
        screen.shows("You may see this log")
        place.legday("access", "revoke", "mia", "--authorized-keys", str(place.sshd.keys))
        began = monotonic()
        screen.shows("access to the log of anna has ended")
        assert monotonic() - began < 10
        assert screen.ends() == REFUSED
    assert place.sshd.ask(key, "week").returncode == 255


def test_whoever_looks_on_lets_the_athlete_go_first(place: Place, tmp_path: Path) -> None:
    own = make_key(tmp_path / "anna")
    place.grant("anna", own, "anna", "log")
    for key, behind in ((place.kim, 10), (own, 0)):
        with place.terminal(key, "anna") as screen:
            screen.shows("lifts")
            (process,) = place.served()
            assert os.getpriority(os.PRIO_PROCESS, process) == min(19, os.nice(0) + behind)
            leave(screen)


@pytest.mark.parametrize("how", ["closed", "killed"])
def test_a_connection_that_breaks_off_leaves_no_process(place: Place, how: str) -> None:
    with place.terminal(place.kim, "anna") as screen:
        screen.shows("You may see this log")
        (running,) = place.served()
        if how == "closed":
            screen.process.close(force=True)
        else:
            screen.process.kill(signal.SIGKILL)
        end = monotonic() + 5
        while place.served():
            assert monotonic() < end, f"{running} still runs"
            sleep(0.05)
