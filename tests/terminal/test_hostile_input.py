"""What reaches the app from a terminal that is odd, or in bad hands: it goes on, takes no more than its share, and ends
when it is to."""

import os
from datetime import datetime
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

import pytest

from data.model import Comment
from tests.terminal.ssh_place import Place
from tests.terminal.ssh_server import make_key
from tests.terminal.terminal import WAIT, Terminal

# A letter with an accent as Latin-1 has it, half a letter, a surrogate, and keys that there are not.
ODD = [
    b"\xeb",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\x1b[1114112u",
    b"\x1b[97;5;99999999999u",
    b"\x1b[97:65;2;1:2u",
]
MOST_KB = 250_000
A_FLOOD = 2_000_000


def send(screen: Terminal, data: bytes) -> None:
    os.write(screen.process.child_fd, data)


def kilobytes(process: int) -> int:
    """How much memory it has taken so far, at most."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


@pytest.mark.parametrize("odd", ODD)
def test_what_no_keyboard_sends_ends_nothing(place: Place, odd: bytes) -> None:
    with place.terminal(place.kim, "anna") as screen:
        screen.shows("anna · read-only")
        send(screen, odd)
        screen.settles(0.3)
        screen.press("g")
        screen.shows("Go to")
        screen.press("\x1b")
        screen.settles(0.3)
        screen.press("\x11")
        assert screen.ends() == 0
        assert b"Traceback" not in (screen.process.before or b"")


def said_by_mo(place: Place) -> list[Comment]:
    """What mo has said to cleo."""
    return [one for one in place.log_of("cleo").comments() if one.author == "mo"]


def test_a_letter_in_latin_1_is_kept_as_one_that_could_not_be_read(place: Place) -> None:
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    with place.terminal(place.mo, "cleo", size=(120, 40)) as screen:
        screen.shows("you may plan")
        screen.press("C")
        screen.shows("Say something")
        send(screen, b"Gut gel\xe4ufen\r")
        screen.until(lambda: bool(said_by_mo(place)), "the comment")
    (said,) = said_by_mo(place)
    assert said.text == "Gut gel\N{REPLACEMENT CHARACTER}ufen"
    assert abs((said.at.date() - today).days) <= 1


@pytest.mark.parametrize("how", ["from the start", "later", "in band"])
def test_a_window_of_any_size_takes_no_more_memory_than_a_large_one(place: Place, how: str) -> None:
    with place.terminal(place.kim, "anna") as screen:
        if how == "from the start":
            screen.process.setwinsize(65_535, 65_535)
        screen.process.expect_exact("read-only", timeout=WAIT)
        if how == "later":
            screen.process.setwinsize(65_535, 65_535)
        if how == "in band":
            send(screen, b"\x1b[48;99999999;99999999;1;1t")
        (served,) = place.served()
        screen.press("g")
        screen.process.expect_exact("Go to", timeout=WAIT)
        assert kilobytes(served) < MOST_KB
        screen.press("\x1b")
        screen.process.expect_exact("read-only", timeout=WAIT)
        screen.press("\x11")
        assert screen.ends() == 0


def test_whoever_keeps_the_app_busy_is_shut_out_all_the_same(place: Place, tmp_path: Path) -> None:
    key = make_key(tmp_path / "mia")
    place.grant("mia", key, "anna", "view")
    with place.terminal(key) as screen:
        screen.shows("You may see this log")
        (served,) = place.served()
        os.set_blocking(screen.process.child_fd, False)
        sent, end = 0, monotonic() + WAIT
        while sent < A_FLOOD and monotonic() < end:
            try:
                sent += os.write(screen.process.child_fd, b"j" * 4096)
            except BlockingIOError:
                screen.settles(0)
        place.legday("access", "revoke", "mia", "--authorized-keys", str(place.sshd.keys))
        began = monotonic()
        while Path(f"/proc/{served}").exists():
            assert monotonic() - began < 10
            screen.settles(0)
