"""`legday roster` in a pipe: who needs a word, and why, in lines or JSON. The athletes are those of `roster_room`."""

import json
from collections.abc import Sequence

import pytest

from tests.builders import athlete, run
from tests.tui.commands.conftest import Shell
from tests.tui.roster_room import LOGS


def fill(shell: Shell, names: Sequence[str] = tuple(LOGS)) -> None:
    """Put the logs of these athletes into the home."""
    for name in names:
        shell.holds(*LOGS[name], athlete=athlete(name=name))


def test_in_a_pipe_an_athlete_after_the_other_who_needs_a_word_most_first(shell: Shell) -> None:
    fill(shell, ("fay", "ben", "anna"))
    code, out, err = shell("roster")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "anna  clash on Wed",
        "      load 0 this week · usually 1,061–1,536 · 4 % below usual · 0 of 3 done ·",
        "      clash on Wed · last session yesterday",
        "ben   left knee 4, rising",
        "      load 0 this week · usually 1,069–1,412 · 15 % below usual · 0 of 1 done ·",
        "      left knee 1 → 2 → 4 · last session yesterday",
        "fay   nothing calls for a word",
        "      load 180 this week · usually 1,027–1,327 · 3 % above usual · 1 of 1 done ·",
        "      last session today",
        "3 athletes · 2 need a word.",
    ]


def test_all_six_in_json(shell: Shell) -> None:
    fill(shell)
    code, out, err = shell("roster", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["now"] == "2026-06-01T12:00:00+02:00"
    said = [(one["name"], [reason["kind"] for reason in one["reasons"]]) for one in told["athletes"]]
    assert said == [
        ("anna", ["clash"]), ("ben", ["niggle"]), ("cleo", ["load"]), ("dan", ["missed"]), ("eve", ["silent"]),
        ("fay", []),
    ]  # fmt: skip
    anna, ben = told["athletes"][:2]
    assert anna.pop("change") == pytest.approx(-0.04, abs=0.005)
    assert anna == {
        "name": "anna", "load": 0, "planned": 3, "done": 0, "missed": 0,
        "ahead": [{"day": "2026-06-03", "severity": "clash"}], "hurts": [], "last": "2026-05-31", "under_way": False,
        "unread": 0, "reasons": [{"kind": "clash", "words": "clash on Wed"}], "trouble": None,
    }  # fmt: skip
    assert ben["hurts"] == [{"part": "left knee", "levels": [1, 2, 4]}]
    assert told["athletes"][3]["missed"] == 2


def test_of_a_log_that_cannot_be_read_no_figure_is_given_and_it_stands_first(shell: Shell) -> None:
    fill(shell, ("anna", "fay"))
    (shell.home / "athletes/fay/log-2026.json").write_text("{")
    fay = shell("roster", "--json").json["athletes"][0]
    assert (fay["name"], fay["load"], fay["planned"], fay["missed"], fay["unread"]) == ("fay", *[None] * 4)
    assert "fay/log-2026.json cannot be read" in fay["trouble"]
    lines = shell("roster").out.splitlines()
    assert "legday doctor" in " ".join(lines)
    assert all(len(line) <= 80 for line in lines)


def test_a_load_that_nobody_rated_is_not_known(shell: Shell) -> None:
    shell.holds(run("2026-06-01 07:00"))
    assert shell("roster", "--json").json["athletes"][0]["load"] is None
    shell.holds(run("2026-06-01 07:00", 60, rpe=5), run("2026-06-01 10:00"))
    assert shell("roster", "--json").json["athletes"][0]["load"] == 300  # of the one that was rated


def test_one_athlete_alone(shell: Shell) -> None:
    fill(shell, ("anna", "ben"))
    assert [one["name"] for one in shell("--athlete", "ben", "roster", "--json").json["athletes"]] == ["ben"]
    answer = shell("--athlete", "bea", "roster")
    assert (answer.code, answer.out) == (2, "")
    assert "there is one of anna, ben" in answer.err


@pytest.mark.parametrize("words", [["roster"], ["roster", "--json"]])
def test_without_a_log_there_is_none(shell: Shell, words: list[str]) -> None:
    answer = shell(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "legday begins one" in answer.err


def test_on_a_phone_no_line_is_too_long(shell: Shell) -> None:
    fill(shell, ("anna", "ben"))
    shell.set(COLUMNS="40")
    lines = shell("roster").out.splitlines()
    assert max(map(len, lines)) <= 40
    assert "      usually 1,061–1,536 ·" in lines
