"""What an athlete typed reaches a coach's terminal as text: no escape sequence in it is ever sent."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from data.model import Niggle
from tests.builders import planned_run, run
from tests.terminal.ssh_place import Place
from tests.terminal.terminal import Terminal

NOW = datetime.now(ZoneInfo("Europe/Berlin"))
# Clears the screen, sets the title, writes the clipboard, asks for an answer, leaves the string, in 7 and in 8 bits.
EVIL = "X\x1b[2J\x1b]0;pwned\x07\x1b]52;c;cHduZWQ=\x1b\\\x1b[6n\x9b31m\x1bP$q\x1b\\[red]\u202e\rY\x08\x7f"
# The beginnings of what would be obeyed, none of which legday itself ever sends.
NEVER = [b"\x1b]0;pwned", b"\x1b]52;", b"cHduZWQ=\x1b\\", b"\x1b[6n", b"\x1bP$q", b"\xc2\x9b", "\u202e".encode()]
WIDE = (120, 40)


@pytest.fixture(autouse=True)
def typed(place: Place) -> Iterator[None]:
    """Anna has typed it wherever one can."""
    anna = place.log_of("anna")
    done = run(f"{NOW:%Y-%m-%d} 00:10", 20, id="evil", title=EVIL, notes=EVIL, rpe=3, niggles=(Niggle(EVIL, 3, EVIL),))
    anna.change("evil", save=(done, planned_run(f"{NOW:%Y-%m-%d} 23:50", 5, id="plan", title=EVIL, notes=EVIL)))
    anna.comment("evil", EVIL)
    yield
    anna.delete("evil", "evil")
    anna.delete("plan", "evil")


@pytest.mark.parametrize("command", ["week", "plan", "today", "check", "week --json", "explain week", "export", "fix"])
def test_commands_answer_with_text(place: Place, command: str) -> None:
    answer = place.sshd.ask(place.kim, f"{command} --athlete anna")
    assert answer.returncode in (0, 1), answer.stderr
    for letter in ("\x1b", "\x9b", "\x07", "\x08", "\r", "\x7f", "\u202e"):
        assert letter not in answer.stdout + answer.stderr
    if command in ("week", "today"):
        assert "X␛[2J␛]0;pwned" in answer.stdout


def test_the_app_shows_it_as_text(place: Place) -> None:
    sent: list[bytes] = []
    with place.terminal(place.kim, "anna", size=WIDE) as screen:
        keep(screen, sent)
        screen.shows("anna · read-only")
        for key in ("j", "j", "k", "k", "k", "c", "\x1b", "\r", "\x1b", "C", "\x1b", "\x1bOR", "\x1b[18~"):
            screen.press(key)
            screen.settles(0.2)
        assert screen.screen.title != "pwned"
        screen.press("\x11")
        assert screen.ends() == 0
    everything = b"".join(sent)
    assert "␛]0;pwned".encode() in everything
    for sequence in NEVER:
        assert sequence not in everything


def test_the_roster_shows_it_as_text(place: Place) -> None:
    sent: list[bytes] = []
    with place.terminal(place.kim, size=WIDE) as screen:
        keep(screen, sent)
        screen.shows("2 athletes")
        screen.settles(0.5)
    everything = b"".join(sent)
    assert "X␛".encode() in everything
    for sequence in NEVER:
        assert sequence not in everything


def keep(screen: Terminal, sent: list[bytes]) -> None:
    """Keep all that comes to the terminal from now on."""
    read = screen.process.read_nonblocking

    def kept(*arguments: object, **options: object) -> bytes:
        data: bytes = read(*arguments, **options)
        sent.append(data)
        return data

    screen.process.read_nonblocking = kept
