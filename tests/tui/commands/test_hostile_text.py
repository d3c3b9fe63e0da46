"""What a person typed leaves every command as text: nothing in it that a terminal would obey, JSON and errors too."""

import json
import re

import pytest
from msgspec.structs import replace

from data.model import Accepted, Niggle, Session
from tests.builders import athlete, moment, planned_lift, planned_run, run, sets
from tests.builders import lift as logged_lift
from tests.tui.commands.conftest import Shell

# Escape, the bell, a title and a clipboard set, a C1 control sequence, a line turned around, a device's own language.
HOSTILE = "a\x1b[2Jb\x07c\x1b]0;owned\x07d\x1b]52;c;aGk=\x1b\\e\x9b31mf\u202eg\u2066h\x1bPi\x85j\x7fk\r\nl\u2028m\x00"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def hostile(session: Session) -> Session:
    return replace(session, title=HOSTILE, notes=HOSTILE)


@pytest.fixture
def club(shell: Shell) -> Shell:
    """A log in which every word is hostile."""
    lift = logged_lift("2026-06-01 08:00", rpe=9, exercises=sets(HOSTILE, 3, reps=5, kg=80), niggles=())
    ran = run("2026-05-31 07:00", rpe=9, type="intervals", niggles=(Niggle(part=HOSTILE[:40], level=4),))
    planned = planned_run("2026-06-02 07:00", type="tempo")
    ahead = planned_lift("2026-06-01 18:00")
    accepted = Accepted(first=lift.id, second=planned.id, at=moment("2026-06-01 09:00"), reason=HOSTILE, seal="x")
    shell.holds(
        *map(hostile, (lift, ran, planned, ahead)),
        athlete=athlete(name="anna", equipment=(HOSTILE,)),
        accepted=[accepted],
    )
    return shell


COMMANDS = [
    ["today"],
    ["week"],
    ["week", "2026-05-31"],
    ["plan"],
    ["check"],
    ["fix"],
    ["explain", "week"],
    ["explain", "day"],
    ["explain", "bests"],
    ["settings"],
    ["season", "2026-09-01"],
]


@pytest.mark.parametrize("words", COMMANDS)
def test_lines_are_text(club: Shell, words: list[str]) -> None:
    answer = club(*words)
    assert answer.out
    assert not OBEYED.search(answer.out + answer.err)


@pytest.mark.parametrize("words", COMMANDS)
def test_json_is_text_and_says_the_same(club: Shell, words: list[str]) -> None:
    answer = club(*words, "--json")
    assert not OBEYED.search(answer.out + answer.err)
    assert json.loads(answer.out)


def test_the_json_holds_what_was_typed(club: Shell) -> None:
    titles = [session["title"] for session in club("today", "--json").json["sessions"]]
    assert HOSTILE in titles


def test_an_export_is_text_and_reads_back_to_the_same(club: Shell) -> None:
    answer = club("export")
    assert not OBEYED.search(answer.out)
    assert club("restore", "-", stdin=answer.out.encode()).code == 0
    assert club("export").out == answer.out
    assert HOSTILE in json.loads(answer.out)["logged"][0]["title"]


@pytest.mark.parametrize(
    "words",
    [
        [HOSTILE],
        ["week", HOSTILE],
        ["explain", "week", f"x{HOSTILE}"],
        ["check", "--from", HOSTILE],
        ["settings", HOSTILE],
        ["add", HOSTILE],
        ["--athlete", HOSTILE, "week"],
        ["import", HOSTILE],
        ["access", "grant", HOSTILE],
        ["access", "revoke", "--athletes", HOSTILE, "kim"],
    ],
)
def test_an_error_repeats_it_as_text(club: Shell, words: list[str]) -> None:
    words = [word.replace("\x00", "") for word in words]
    answer = club(*words)
    assert answer.code != 0
    assert not OBEYED.search(answer.out + answer.err)


def test_what_was_typed_is_shown_all_the_same(club: Shell) -> None:
    assert "␛[2Jb␇c␛]0;owned" in club("week", "2026-05-31").out
    assert '"␛[2J" is no day' in club("week", "\x1b[2J").err
