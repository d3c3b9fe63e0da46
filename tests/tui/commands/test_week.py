"""`legday today`, `week` and `plan`: the JSON contract, and lines that read without colour at any width."""

import unicodedata
from datetime import date

import pytest
from msgspec.structs import replace

from data.model import PhaseSpan
from tests.builders import athlete, lift, planned_lift, planned_run, run, sets
from tests.tui.commands.conftest import Shell

# A week whose loads are those of RULES 1's first worked row: 270 0 420 180 0 240 540.
LOADS = [
    run("2026-05-25 07:00", 45, rpe=6, type="tempo", distance_m=9000),
    lift("2026-05-27 18:00", 60, rpe=7, exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
    run("2026-05-28 07:00", 45, rpe=4, distance_m=8000),
    lift("2026-05-30 10:00", 40, rpe=6, exercises=sets("push_up", 3, reps=10, rir=4)),
    run("2026-05-31 08:00", 108, rpe=5, type="long", distance_m=20000),
]


def test_the_week_summed(shell: Shell) -> None:
    shell.holds(*LOADS)
    week = shell("week", "2026-05-27", "--json").json
    assert list(week) == [
        "from", "until", "days", "load", "monotony", "strain", "run", "strength", "vs_usual",
    ]  # fmt: skip
    assert (week["from"], week["until"]) == ("2026-05-25", "2026-06-01")
    assert [day["load"] for day in week["days"]] == [270, 0, 420, 180, 0, 240, 540]
    assert week["load"] == 1650
    assert week["monotony"] == pytest.approx(1.268, abs=0.0005)
    assert week["strain"] == pytest.approx(2091.9, abs=0.05)
    assert week["vs_usual"] is None


def test_what_nobody_rated_has_no_load(shell: Shell) -> None:
    shell.holds(run("2026-06-01 07:00", 60), lift("2026-06-01 09:00", 40))
    week = shell("week", "--json").json
    assert week["load"] is week["run"]["load"] is week["strength"]["load"] is week["strength"]["leg_stress"] is None
    told = shell("week").out
    assert "Load    – · 2 sessions have no rating" in told
    assert "Runs    1 · 60 min · load –" in told
    assert "Lifts   1 · 40 min · leg stress – · load –" in told


def test_a_load_of_thousands_is_parted_and_one_that_lacks_a_rating_says_so(shell: Shell) -> None:
    shell.holds(run("2026-06-01 07:00", 300, rpe=5), run("2026-06-02 07:00"), athlete=athlete())
    shell.set(LEGDAY_NOW="2026-06-02T12:00:00+02:00")
    told = shell("week").out
    assert "Load    1,500+ · 1 session has no rating" in told
    assert "load 1,500+" in told
    assert shell("week", "--json").json["run"]["load"] == 1500
    assert "1,500" in shell("explain", "week", "load").out
    assert shell("explain", "week", "load", "--json").json["figures"][0]["value"] == "1500"


def test_runs_and_lifts_apart(shell: Shell) -> None:
    shell.holds(*LOADS, planned_lift("2026-05-29 18:00", 38), planned_run("2026-05-26 07:00", 50))
    week = shell("week", "2026-05-27", "--json").json
    assert week["run"] == {
        "sessions": 3,
        "minutes": 198,
        "distance_m": 37000,
        "load": 990,
        "planned_sessions": 1,
        "planned_minutes": 50,
    }
    assert week["strength"] == {
        "sessions": 2,
        "minutes": 100,
        "sets": 8,
        "hard_sets": 5,
        "volume_kg": 2000,
        "load": 660,
        "leg_stress": pytest.approx(week["days"][2]["sessions"][0]["leg_stress"]),
        "planned_sessions": 1,
        "planned_minutes": 38,
    }


def test_a_session_in_short(shell: Shell) -> None:
    shell.holds(*LOADS)
    (session,) = shell("week", "-1w", "--json").json["days"][0]["sessions"]
    expected = {
        "id": LOADS[0].id,
        "kind": "run",
        "status": "done",
        "start": "2026-05-25T07:00:00+02:00",
        "minutes": 45,
        "title": "Tempo",
        "type": "tempo",
        "rpe": 6,
        "load": 270,
        "hardness": "hard",
        "distance_m": 9000,
    }
    assert {name: session[name] for name in expected} == expected


def test_a_week_that_lacks_a_rating(shell: Shell) -> None:
    shell.holds(*LOADS, run("2026-05-29 07:00", 30))
    week = shell("week", "-1w", "--json").json
    assert week["load"] == 1650
    assert (week["monotony"], week["strain"], week["vs_usual"]) == (None, None, None)
    assert "1 session has no rating" in shell("week", "-1w").out


def test_days_too_much_alike_are_marked(shell: Shell) -> None:
    # RULES 1: five days alike and two of rest have a monotony of √2.5, which is worth a mention.
    shell.holds(*(run(f"2026-05-{day} 07:00", 100, rpe=1) for day in range(25, 30)))
    assert "monotony 1.58 ●" in shell("week", "-1w").out


def test_against_the_usual(shell: Shell) -> None:
    # RULES 1: 28 days, 100 × 21 then 200 × 7: 1.3394.
    days = [run(f"2026-05-{day:02} 07:00", 20, rpe=5 if day <= 24 else 10) for day in range(4, 32)]
    shell.holds(*days)
    assert shell("week", "2026-05-31", "--json").json["vs_usual"] == pytest.approx(0.3394, abs=0.00005)
    assert "34 % above your usual" in shell("week", "2026-05-31").out


def test_the_week_begins_where_the_athlete_says(shell: Shell) -> None:
    shell.holds(athlete=athlete(week_start="sunday"))
    week = shell("week", "--json").json
    assert (week["from"], week["until"]) == ("2026-05-31", "2026-06-07")


def test_the_lines(shell: Shell) -> None:
    gym, intervals = planned_lift("2026-06-01 18:00", 38), planned_run("2026-06-02 07:00", type="intervals")
    shell.holds(gym, intervals, planned_run("2026-06-03 morning", 45))
    lines = shell("week").out.splitlines()
    assert lines[:5] == [
        "anna · week 23 · 1–7 Jun 2026                 0 of 1 lift, 38 min · runs 105 min",
        "Mon  1  ○ Gym A                 18:00    38 min  hard",
        "        ▲ 12 h 22 before Tuesday's intervals",
        "Tue  2  ○ Intervals             07:00    60 min  hard",
        "Wed  3  ○ Easy                  morning  45 min  easy",
    ]
    assert lines[5:9] == ["Thu  4    rest", "Fri  5    rest", "Sat  6    rest", "Sun  7    rest"]


@pytest.mark.parametrize("command", ["week", "plan"])
def test_the_head_says_what_the_week_is_short_of(shell: Shell, command: str) -> None:
    before = [run(f"2026-05-{day:02} 07:00", 60) for day in (4, 11, 18, 25)]
    week = (planned_lift("2026-06-02 18:00", 38), planned_lift("2026-06-04 18:00", 38), planned_run("2026-06-07 07:00"))
    phases = (PhaseSpan("build", date(2026, 6, 1), date(2026, 7, 1)),)
    shell.holds(*before, *week, athlete=athlete(level="solid", phases=phases))
    shell.set(LEGDAY_NOW="2026-06-03T12:00:00+02:00")
    assert shell(command).out.splitlines()[:2] == [
        "anna · week 23 · 1–7 Jun 2026 · build",
        "0 of 2 lifts, 38 min, 1 missed · runs 60 min, usually 60 min",
    ]


@pytest.mark.parametrize("command", ["week", "plan", "today"])
@pytest.mark.parametrize("columns", [40, 59, 60, 80, 200])
def test_nothing_is_wider_than_the_terminal_or_80(shell: Shell, command: str, columns: int) -> None:
    long = "An uncommonly long name for a session that nobody would ever think of giving to one"
    wide = "縦書きの長い名前のセッション" * 4
    shell.set(COLUMNS=str(columns))
    shell.holds(
        replace(planned_lift("2026-06-01 18:00"), title=long),
        planned_run("2026-06-02 07:00", type="intervals", title=wide),
        *LOADS,
    )
    lines = shell(command).out.splitlines()
    assert lines
    for line in lines:
        assert sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line) <= min(columns, 80), (
            line
        )


def test_today(shell: Shell) -> None:
    shell.holds(planned_lift("2026-06-01 18:00", 38), planned_run("2026-06-02 07:00", type="intervals"))
    told = shell("today").out
    assert told.startswith("anna · Mon 1 Jun 2026\n○ Gym A")
    assert "  Back squat                    3×5  RIR 2\n" in told
    assert "12 h 22 before Tuesday's intervals" in told
    shell("settings", "effort", "rpe")
    assert "  Back squat                    3×5  RPE 8\n" in shell("today").out


def test_today_as_json(shell: Shell) -> None:
    gym, intervals = planned_lift("2026-06-01 18:00"), planned_run("2026-06-02 07:00", type="intervals")
    shell.holds(gym, intervals)
    today = shell("today", "--json").json
    assert (today["date"], today["load"]) == ("2026-06-01", 0)
    assert [session["id"] for session in today["sessions"]] == [gym.id]
    assert [(pair["first"], pair["second"]) for pair in today["pairs"]] == [(gym.id, intervals.id)]


def test_a_day_of_rest(shell: Shell) -> None:
    assert shell("today").out == "me · Mon 1 Jun 2026\nRest.\n"


def test_four_weeks_of_plan(shell: Shell) -> None:
    far = planned_run("2026-06-28 08:00", 120, type="long")
    shell.holds(far, planned_run("2026-06-29 08:00"))
    plan = shell("plan", "--json").json
    assert (plan["from"], plan["until"], len(plan["days"])) == ("2026-06-01", "2026-06-29", 28)
    assert [session["id"] for day in plan["days"] for session in day["sessions"]] == [far.id]
    assert shell("plan").out.count("· week ") == 4


@pytest.mark.parametrize("word", ["2026-06-03", "wed", "Wednesday", "+2d", "tomorrow"])
def test_days_can_be_written_in_several_ways(shell: Shell, word: str) -> None:
    assert shell("week", word, "--json").json["from"] == "2026-06-01"


@pytest.mark.parametrize("word", ["-1w", "yesterday", "-3d"])
def test_days_gone_by(shell: Shell, word: str) -> None:
    assert shell("week", word, "--json").json["from"] == "2026-05-25"


@pytest.mark.parametrize("word", ["we", "2026-13-01", "0001-01-01", "+9999w9", "--jsn"])
def test_what_is_no_day(shell: Shell, word: str) -> None:
    answer = shell("week", word)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f'legday: "{word}" is no day')
    assert answer.err.count("\n") == 1


def test_what_people_typed_is_shown_and_not_obeyed(shell: Shell) -> None:
    evil = "\x1b[2J\x1b]0;gone\x07 \u202eleg"
    shell.holds(planned_lift("2026-06-01 18:00", title=evil), planned_run("2026-06-02 07:00", type="tempo"))
    for command in (("week",), ("plan",), ("today",), ("check",)):
        told = shell(*command).out
        assert "␛[2J" in told
        assert not {"\x1b", "\x07", "\u202e"} & set(told)


def test_what_begins_the_week_before_stands_above_the_later_session(shell: Shell) -> None:
    shell.holds(planned_lift("2026-06-07 18:00"), planned_run("2026-06-08 07:00", type="tempo"))
    lines = shell("week", "+1w").out.splitlines()
    assert lines[1:3] == [
        "        ▲ 12 h 15 after Sunday's Gym A",
        "Mon  8  ○ Tempo                 07:00    60 min  hard",
    ]
    assert "▲" not in shell("week").out
