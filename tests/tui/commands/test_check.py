"""`legday check`: which days it looks at, what it exits with, and how it says so."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from data.model import Accepted
from data.rules.spacing import seal
from tests.builders import moment, planned_lift, planned_run
from tests.tui.commands.conftest import Shell

GYM = planned_lift("2026-06-01 18:00")
INTERVALS = planned_run("2026-06-02 07:00", type="intervals")
EASY = planned_run("2026-06-02 07:00", type="easy")


def accepted() -> Accepted:
    mark = seal(GYM, INTERVALS)
    return Accepted(first=GYM.id, second=INTERVALS.id, reason="No other day", at=moment("2026-05-31 20:00"), seal=mark)


def test_the_contract(shell: Shell) -> None:
    shell.holds(GYM, INTERVALS)
    answer = shell("check", "--json")
    assert answer.json == {
        "now": "2026-06-01T12:00:00+02:00",
        "pairs": [
            {
                "severity": "warning",
                "order": "strength-run",
                "gap_hours": 12.25,
                "assumed": False,
                "first": GYM.id,
                "second": INTERVALS.id,
                "advice": "Separate them by a day; if this is your only slot, combining beats skipping.",
                "accepted": False,
            }
        ],
    }
    assert answer.code == 1


def test_nothing_back_to_back(shell: Shell) -> None:
    shell.holds(GYM, EASY)
    answer = shell("check")
    assert (answer.code, answer.out) == (0, "Nothing back to back, Mon 1 Jun to Mon 8 Jun.\n")


def test_an_empty_home_is_no_error(shell: Shell) -> None:
    answer = shell("check", "--json")
    assert (answer.code, answer.json["pairs"]) == (0, [])
    assert not shell.home.exists()


def test_a_note_alone_exits_with_0(shell: Shell) -> None:
    shell.holds(planned_run("2026-06-01 14:00", type="tempo"), planned_lift("2026-06-02 07:00"))
    answer = shell("check", "--json")
    assert [pair["severity"] for pair in answer.json["pairs"]] == ["note"]
    assert answer.code == 0


def test_an_accepted_warning_is_told_and_exits_with_0(shell: Shell) -> None:
    shell.holds(GYM, INTERVALS, accepted=[accepted()])
    answer = shell("check", "--json")
    assert [pair["accepted"] for pair in answer.json["pairs"]] == [True]
    assert answer.code == 0
    assert "Accepted: No other day" in shell("check").out


def test_what_was_accepted_is_open_again_once_a_session_changes(shell: Shell) -> None:
    shell.holds(replace(GYM, start=GYM.start + timedelta(hours=1)), INTERVALS, accepted=[accepted()])
    answer = shell("check", "--json")
    assert [pair["accepted"] for pair in answer.json["pairs"]] == [False]
    assert answer.code == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--from", "2026-06-01", "--until", "2026-06-01"], 0),
        (["--from", "2026-06-01", "--until", "2026-06-02"], 1),  # until is the last day
        (["--from", "2026-06-02"], 1),  # it belongs to the later session's day
        (["--from", "2026-06-03"], 0),
        (["--from", "tomorrow", "--until", "wed"], 1),
        (["--from", "-1w", "--until", "+0d"], 0),
        (["--until", "+2d"], 1),
    ],
)
def test_the_days(shell: Shell, words: list[str], found: int) -> None:
    shell.holds(GYM, INTERVALS)
    answer = shell("check", "--json", *words)
    assert len(answer.json["pairs"]) == found
    assert answer.code == found


@pytest.mark.parametrize(("day", "found"), [("2026-06-08", 1), ("2026-06-09", 0)])
def test_today_and_seven_days_on(shell: Shell, day: str, found: int) -> None:
    run = planned_run(f"{day} 20:00", type="tempo")
    shell.holds(planned_lift(f"{day} 07:00"), run)
    assert len(shell("check", "--json").json["pairs"]) == found


def test_what_was_missed_does_not_count(shell: Shell) -> None:
    shell.set(LEGDAY_NOW="2026-06-02T06:00:00+02:00")
    shell.holds(GYM, INTERVALS)
    assert shell("check").code == 0


def test_of_days_that_are_over_the_plan_counts_as_it_stood(shell: Shell) -> None:
    shell.set(LEGDAY_NOW="2026-07-01T06:00:00+02:00")
    shell.holds(GYM, INTERVALS)
    assert shell("check", "--from", "2026-06-01").code == 1


def test_the_words(shell: Shell) -> None:
    shell.holds(GYM, INTERVALS)
    assert shell("check").out == (
        "▲ warning   Gym A, Mon 1 Jun 18:00: 12 h 15 before Tuesday's intervals\n"
        "            Separate them by a day; if this is your only slot, combining beats\n"
        "            skipping.\n"
        "1 warning, Mon 1 Jun to Mon 8 Jun.\n"
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--from", "someday"], '"someday" is no day'),
        (["--from", "2026-06-03", "--until", "2026-06-02"], "--until is before --from"),
        (["--from", "9999-12-31"], '"9999-12-31" is no day'),
        (["--frm", "2026-06-03"], "--frm"),
    ],
)
def test_errors(shell: Shell, words: list[str], line: str) -> None:
    answer = shell("check", *words)
    assert answer.code == 2
    assert answer.out == ""
    assert line in answer.err
    assert answer.err.count("\n") == 1
