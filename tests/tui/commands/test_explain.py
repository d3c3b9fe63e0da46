"""`legday explain`: which figures it lists, what it says of one, and what it says of one that there is not."""

import unicodedata

import pytest

from tests.builders import athlete, lift, planned_lift, run, sets
from tests.tui.commands.conftest import Shell

# A week whose loads are those of RULES 1's first worked row: 270 0 420 180 0 240 540.
WEEK = [
    run("2026-05-25 07:00", 45, rpe=6, type="tempo", distance_m=9000),
    lift("2026-05-27 18:00", 60, rpe=7, exercises=sets("back_squat", 5, kg=100, reps=5, rir=2)),
    run("2026-05-28 07:00", 45, rpe=4, distance_m=9000, hr_avg=150),
    lift("2026-05-30 10:00", 40, rpe=6, exercises=sets("push_up", 3, reps=10, rir=4)),
    run("2026-05-31 08:00", 108, rpe=5, type="long", distance_m=20000),
]
RACE = run("2026-05-17 10:00", 40, type="race", distance_m=10000, rpe=9)
ANNA = athlete(sex="female", bodyweight_kg=70, hr_rest=60, hr_max=190, lthr=170, threshold_s_per_km=270)


def test_a_figure_of_a_week(shell: Shell) -> None:
    shell.holds(*WEEK)
    answer = shell("explain", "week", "2026-05-27", "monotony")
    assert answer.code == 0
    assert answer.out == (
        "Monotony  1.27\n"
        "The mean of the seven daily loads / their standard deviation; days of rest and\n"
        "days to come are 0. Worth a look above 1.5, a flag above 2.0: hard days want\n"
        "easy ones between them.\n"
        "  Mon 25 May  270\n"
        "  Tue 26 May  0\n"
        "  Wed 27 May  420\n"
        "  Thu 28 May  180\n"
        "  Fri 29 May  0\n"
        "  Sat 30 May  240\n"
        "  Sun 31 May  540\n"
        "  mean 235.7, standard deviation 185.9\n"
        "  monotony 235.7 / 185.9 = 1.27\n"
        "Source: Foster 1998; population standard deviation, tools differ. The table in\n"
        "Foster 2001 disagrees with its own rule: the monotony of 1.26 and strain of 4284\n"
        "printed there are those of the week's nine sessions (1.2646); its seven days\n"
        "give 1.21\n"
    )


def test_a_figure_for_scripts(shell: Shell) -> None:
    shell.holds(*WEEK)
    told = shell("explain", "week", "2026-05-27", "monotony", "--json").json
    assert (told["from"], told["until"]) == ("2026-05-25", "2026-06-01")
    (figure,) = told["figures"]
    assert list(figure) == ["figure", "session", "value", "rule", "inputs", "steps", "source", "needs"]
    assert (figure["figure"], figure["session"], figure["value"], figure["needs"]) == ("Monotony", None, "1.27", None)
    assert figure["inputs"][0] == {"name": "Mon 25 May", "value": "270"}
    assert figure["steps"][-1] == "monotony 235.7 / 185.9 = 1.27"


def test_the_figures_of_a_week(shell: Shell) -> None:
    shell.holds(*WEEK, athlete=ANNA)
    lines = shell("explain", "week", "2026-05-27").out.splitlines()
    assert lines[0] == "anna · week 22 · 25–31 May 2026"
    told = {line[:22].strip(): line[22:].strip() for line in lines[1:-2]}
    assert told["Load"] == "1,650"
    assert told["Monotony"] == "1.27"
    assert told["Strain"] == "2,092"
    # By hand: 38.571, 33.061, 88.338, 101.432, 86.942, 108.808, 170.406.
    assert told["Fatigue"] == "170"
    assert told["Against your usual"] == "–, needs 21 more days of log"
    # 45 min at 5:00/km twice, 108 at 5:24, threshold 4:30: 60.75, 60.75, 125.
    assert told["Pace score"] == "246.5"
    assert lines[-1] == "legday explain week 2026-05-27 FIGURE says why."


def test_fitness_counts_from_the_first_day_of_the_log(shell: Shell) -> None:
    # RULES 1: 100 a day from 0 makes 63.6544 on day 42.
    shell.holds(*(run(f"2026-{month:02}-{day:02} 07:00", 20, rpe=5) for month, day in DAYS_42))
    told = {each["figure"]: each["value"] for each in shell("explain", "week", "2026-05-31", "--json").json["figures"]}
    assert (told["Fitness"], told["Fatigue"]) == ("64", "100")
    shell.set(LEGDAY_NOW="2026-05-26T12:00:00+02:00")
    (today,) = shell("explain", "week", "today", "form", "--json").json["figures"]
    # Day 37 of the 42: what the 36 before left, 57.997 and 99.611.
    assert today["value"] == "−42"


DAYS_42 = [*((4, day) for day in range(20, 31)), *((5, day) for day in range(1, 32))]


def test_the_figures_of_a_day(shell: Shell) -> None:
    shell.holds(*WEEK, athlete=ANNA)
    lines = shell("explain", "day", "2026-05-28").out.splitlines()
    assert lines[:4] == [
        "anna · Thu 28 May 2026",
        "Easy 07:00",
        "Load                 180",
        "How hard             easy",
    ]
    told = {line[:21].strip(): line[21:] for line in lines[2:-2]}
    # By hand: 5:00/km at 150, and RULES 1's TRIMP of an hour for three quarters of it.
    assert told["Efficiency"] == "1.33 m a beat"
    assert told["TRIMP"] == "85.1"
    assert told["Edwards"] == "–, needs the time in five heart-rate zones, from a watch"


def test_a_figure_of_a_session(shell: Shell) -> None:
    shell.holds(*WEEK, RACE, athlete=ANNA)
    (why,) = shell("explain", "day", "2026-05-17", "vdot", "--json").json["figures"]
    assert (why["figure"], why["session"], why["value"]) == ("VDOT", RACE.id, "51.9")
    assert shell("explain", "day", "2026-05-27", "e1rm").out.startswith(
        "e1RM Back squat: lift, Wed 27 May 18:00  123.3 kg\n"
    )


def test_the_same_figure_of_two_sessions(shell: Shell) -> None:
    shell.holds(WEEK[0], lift("2026-05-25 18:00", 40, rpe=5))
    told = shell("explain", "day", "2026-05-25", "load").out
    assert "Load: tempo run, Mon 25 May 07:00  270\n" in told
    assert "\n\nLoad: lift, Mon 25 May 18:00  200\n" in told


def test_what_is_missing_is_said(shell: Shell) -> None:
    shell.holds(*WEEK)
    told = shell("explain", "day", "2026-05-28", "trimp").out
    assert told.startswith(
        "TRIMP: easy run, Thu 28 May 07:00  –\nNeeds your resting heart rate, your highest heart rate, your sex.\n"
    )


def test_a_planned_session_is_explained_too(shell: Shell) -> None:
    shell.holds(planned_lift("2026-06-01 18:00"))
    told = shell("explain", "day").out
    assert told.startswith("anna · Mon 1 Jun 2026\nGym A 18:00\nHow hard  hard\n")
    assert "leg stress E" in shell("explain", "day", "hardness").out


def test_the_bests(shell: Shell) -> None:
    shell.holds(*WEEK, RACE, athlete=ANNA)
    lines = shell("explain", "bests").out.splitlines()
    assert lines[:4] == [
        "anna · bests",
        "e1RM Back squat  123.3 kg",
        "VDOT             51.9",
        "Level            strong",
    ]
    assert "10 km in 40:00" in shell("explain", "bests", "vdot").out


def test_the_bests_are_of_today_too(shell: Shell) -> None:
    today = lift("2026-06-01 08:00", rpe=8, exercises=sets("back_squat", 1, kg=120, reps=1, rir=0))
    shell.holds(*WEEK, today, run("2024-02-01 07:00", 20, type="time_trial", distance_m=5000))
    told = {each["figure"]: each["value"] for each in shell("explain", "bests", "--json").json["figures"]}
    assert told == {"e1RM Back squat": "123.3 kg", "VDOT": "49.8", "Level": None}
    shell.holds(today)
    assert shell("explain", "bests", "e1rm", "--json").json["figures"][0]["value"] == "120 kg"


def test_the_usual_range_is_that_of_the_eve(shell: Shell) -> None:
    # Four weeks of 700, and then one of 1400.
    days = [
        run(f"2026-{month:02}-{day:02} 07:00", 20, rpe=5 if (month, day) < (5, 25) else 10) for month, day in DAYS_42
    ]
    shell.holds(*days)
    (why,) = shell("explain", "week", "2026-05-25", "usual range", "--json").json["figures"]
    assert why["value"] == "700 to 700"
    assert [each["value"] for each in why["inputs"]] == ["700"] * 4


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (["back", "to", "back"], ["Back to back"]),
        (["hard_days"], ["Hard days"]),
        (["VS-usual"], ["Against your usual"]),
        (["usual"], ["Usual range"]),
        (["L"], ["Load", "Leg load", "Load of the runs"]),
        (["of"], ["Load of the runs", "Minutes of lifting", "Kinds of work"]),
        (["fit"], ["Fitness"]),
        (["run load"], ["Load of the runs"]),
        (["rTSS"], ["Pace score"]),
    ],
)
def test_names_can_be_written_in_several_ways(shell: Shell, words: list[str], figures: list[str]) -> None:
    shell.holds(*WEEK)
    found = shell("explain", "week", "2026-05-27", *words, "--json").json["figures"]
    assert [each["figure"] for each in found] == figures


def test_without_a_date_it_is_this_week(shell: Shell) -> None:
    shell.holds(*WEEK)
    assert shell("explain", "week", "strain", "--json").json["from"] == "2026-06-01"
    assert shell("explain", "week", "-1w", "strain", "--json").json["from"] == "2026-05-25"
    assert shell("explain", "week", "--json").json["from"] == "2026-06-01"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["week", "2026-05-27", "monotny"], 'there is no figure "monotny"; did you mean "monotony"?'),
        (["week", "fitnes score"], 'there is no figure "fitnes score"; did you mean "fitness"?'),
        (["week", "wed", "zzz"], 'there is no figure "zzz"; legday explain week 2026-06-03 lists those there are'),
        (["bests", "?"], 'there is no figure "?"; legday explain bests lists those there are'),
        (["bests", "zzz"], 'there is no figure "zzz"; legday explain bests lists those there are'),
        (["week", "2026-13-01"], '"2026-13-01" is no day; write one such as 2026-06-01, tomorrow, mon, +3d or -1w'),
        (["week", "--jsn"], '"--jsn" is no day; write one such as 2026-06-01, tomorrow, mon, +3d or -1w'),
    ],
)  # fmt: skip
def test_what_there_is_not(shell: Shell, words: list[str], line: str) -> None:
    shell.holds(*WEEK)
    answer = shell("explain", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"legday: {line}\n"


@pytest.mark.parametrize("words", [[], ["month"]])
def test_what_it_explains_must_be_said(shell: Shell, words: list[str]) -> None:
    answer = shell("explain", *words)
    assert answer.code == 2
    assert "week" in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("what", ["week", "day", "bests"])
def test_an_empty_log_is_no_error(shell: Shell, what: str) -> None:
    assert shell("explain", what).code == 0
    assert not shell.home.exists()


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("words", [["week", "-1w"], ["day", "2026-05-27"], ["bests"], ["week", "-1w", "s"]])
def test_nothing_is_wider_than_the_terminal_or_80(shell: Shell, words: list[str], columns: int) -> None:
    wide = lift(
        "2026-05-27 12:00",
        rpe=4,
        title="縦書きの長い名前のセッション" * 4,
        exercises=sets("縦書き" * 20, 2, kg=50, reps=5),
    )
    shell.set(COLUMNS=str(columns))
    shell.holds(*WEEK, wide, athlete=ANNA)
    lines = shell("explain", *words).out.splitlines()
    assert lines
    for line in lines:
        assert sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line) <= min(columns, 80), (
            line
        )


def test_what_people_typed_is_shown_and_not_obeyed(shell: Shell) -> None:
    evil = "\x1b[2J\x1b]0;gone\x07 \u202eleg"
    shell.holds(lift("2026-05-27 18:00", 40, rpe=5, title=evil, exercises=sets(f"{evil}s", 2, kg=50, reps=5)))
    for words in (["week", "-1w"], ["week", "-1w", "sets"], ["day", "2026-05-27"], ["bests"], ["bests", "\x1b[2J"]):
        answer = shell("explain", *words)
        assert not {"\x1b", "\x07", "\u202e"} & set(answer.out + answer.err)
