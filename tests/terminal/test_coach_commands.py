"""What somebody at the other end of a real sshd may ask for, and that everything else is refused in one line."""

import json

import pytest

from tests.terminal.ssh_place import REFUSED, Place


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
        "week anna\nid",
        "anna; id",
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
        "roster cleo",
        "roster --athlete=cleo --json",
        "roster --home /tmp",
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


def test_the_roster_is_of_the_logs_granted(place: Place) -> None:
    before = place.kept()
    told = place.sshd.ask(place.kim, "roster")
    assert (told.returncode, told.stderr) == (0, "")
    assert {line.split()[0] for line in told.stdout.splitlines() if line[0] != " "} == {"anna", "ben", "2"}
    for key, words, names in ((place.kim, "roster --json", ["anna", "ben"]), (place.lea, "roster --json", ["anna"])):
        answer = place.sshd.ask(key, words)
        assert (answer.returncode, answer.stderr) == (0, "")
        assert [one["name"] for one in json.loads(answer.stdout)["athletes"]] == names
    assert place.kept() == before
