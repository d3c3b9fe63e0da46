"""`legday fix`: the worked weeks of RULES 5, found, printed and saved; and what it says where nothing is to be done."""

from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from msgspec.structs import replace

from data.calendar import WEEKDAYS
from data.catalogue import load_catalogue
from data.model import Accepted, Athlete, Availability, LoggedSession, PlannedSession
from data.rules.spacing import seal
from tests.builders import athlete, lift, moment, planned_lift, planned_run, sets
from tests.tui.commands.conftest import Shell

CATALOGUE = load_catalogue()
MONDAY = date(2026, 6, 1)
SUNDAY_BEFORE = "2026-05-31T12:00:00+02:00"
EVERY_MORNING = tuple(f"{day[:3]}-morning" for day in WEEKDAYS)


def on(day: str) -> str:
    """ "2026-06-02" for "tue"; "last sun" is the day before the week."""
    number = -1 if day == "last sun" else [name[:3] for name in WEEKDAYS].index(day)
    return f"{MONDAY + timedelta(number)}"


def run(kind: str, day: str, minutes: float = 60, **more: Any) -> PlannedSession:
    return planned_run(f"{on(day)} 07:00", minutes, type=kind, id=f"{kind} {day}", **more)


def gym(letter: str, day: str, minutes: float = 45, **more: Any) -> PlannedSession:
    return planned_lift(f"{on(day)} 18:00", minutes, id=letter, template=f"gym_2day/{letter}", **more)


def done_before(letter: str, day: str) -> LoggedSession:
    """The exercises of Gym A or B two weeks ago: nothing in it is new."""
    exercises = (sets(each.exercise, 2, reps=5, rir=2) for each in CATALOGUE.templates[f"gym_2day/{letter}"].item)
    return lift(f"{day} 18:00", exercises=sum(exercises, ()), id=f"done {letter}")


HISTORY = (done_before("A", "2026-05-19"), done_before("B", "2026-05-21"))


class Worked(NamedTuple):
    """A worked week: what is planned, where it ends up, how many warnings and notes then, and the preference."""

    sessions: tuple[PlannedSession, ...]
    best: dict[str, str]
    notes: int
    preference: int
    maintenance: int = 0
    who: Athlete = athlete()
    now: str = SUNDAY_BEFORE


TWO_WARNINGS = (
    run("intervals", "tue"), run("easy", "wed", 45), run("tempo", "thu"), run("easy", "sat", 45),
    run("long", "sun", 120), gym("A", "mon"), gym("B", "wed"),
)  # fmt: skip
NOWHERE_TO_GO = (
    run("intervals", "tue"), run("tempo", "thu"), run("easy", "fri", 40), run("long", "sat", 120),
    gym("A", "mon"), gym("B", "wed"),
)  # fmt: skip
WORKED = {
    "1": Worked(TWO_WARNINGS, {"A": "2026-06-02T18:00:00+02:00", "B": "2026-06-05T18:00:00+02:00"}, 1, 8),
    "2": Worked(
        (run("intervals", "tue"), run("easy", "thu", 45), run("long", "sun", 120), gym("A", "wed"), gym("B", "fri")),
        {}, 0, 0,
    ),
    "3": Worked(
        (
            run("easy", "mon", 45), run("intervals", "fri"), run("easy", "sat", 40), run("long", "sun", 110),
            gym("A", "mon", locked=True), gym("B", "thu"),
        ),
        {"B": "2026-06-05T18:00:00+02:00"}, 1, 10, now="2026-06-04T12:00:00+02:00",
    ),
    "4": Worked(
        (
            run("long", "last sun", 120), run("easy", "mon", 45, locked=True), run("intervals", "wed"),
            run("tempo", "sat", locked=True), gym("A", "tue", locked=True), gym("B", "thu", locked=True),
        ),
        {"intervals wed": "2026-06-02T07:00:00+02:00"}, 1, 8,
        who=athlete(availability=Availability(run=EVERY_MORNING)),
    ),
    "5": Worked(
        NOWHERE_TO_GO,
        {"A": "2026-06-01T18:00:00+02:00", "B": "2026-06-03T18:00:00+02:00"}, 0, 0, maintenance=2,
        who=athlete(availability=Availability(strength=("mon-evening", "wed-evening"))),
    ),
    "6": Worked(
        (
            run("easy", "mon", 40), run("intervals", "wed", 45), run("easy", "fri", 30), run("race", "sun", 95),
            gym("A", "fri", 30),
        ),
        {"A": "2026-06-01T18:00:00+02:00"}, 0, 2,
    ),
}  # fmt: skip


def stand_at(shell: Shell, week: Worked) -> None:
    shell.set(LEGDAY_NOW=week.now)
    shell.holds(*week.sessions, *HISTORY, athlete=week.who)


@pytest.mark.parametrize("week", WORKED.values(), ids=WORKED)
def test_a_worked_week_is_stored_with_apply_and_then_there_is_nothing_to_do(shell: Shell, week: Worked) -> None:
    stand_at(shell, week)
    before = {each.id: each for each in shell.log().planned}
    assert shell("fix", "2026-06-03", "--apply").code == 0
    after = {each.id: each for each in shell.log().planned}
    assert {name for name in after if after[name] != before[name]} == set(week.best)
    assert {name: after[name].start.isoformat() for name in week.best} == week.best
    assert sum(each.title.endswith(", maintenance") for each in after.values()) == week.maintenance
    again = shell("fix", "2026-06-03", "--apply", "--json").json
    assert (again["changes"], again["before"]) == ([], again["after"])
    assert {each.id: each for each in shell.log().planned} == after


@pytest.mark.parametrize("week", WORKED.values(), ids=WORKED)
def test_a_worked_week_as_json_stores_nothing(shell: Shell, week: Worked) -> None:
    stand_at(shell, week)
    before = shell.log()
    answer = shell("fix", "2026-06-03", "--json")
    assert shell.log() == before
    found = answer.json
    assert list(found) == ["before", "after", "changes", "cost"]
    assert {each["id"]: each["to"] for each in found["changes"]} == week.best
    starts = {each.id: each.start.isoformat() for each in before.planned}
    assert all(each["from"] == starts[each["id"]] for each in found["changes"])
    assert [each["maintenance"] for each in found["changes"]] == [bool(week.maintenance)] * len(week.best)
    assert [each["severity"] for each in found["after"]] == ["note"] * week.notes
    cost = found["cost"]
    moves = 0 if week.maintenance else len(week.best)
    assert list(cost) == ["clashes", "warnings", "maintenance", "moves", "preference", "half_days"]
    assert list(cost.values())[:5] == [0, 0, week.maintenance, moves, week.preference]


def test_what_moves_and_why_what_stays_and_what_remains(shell: Shell) -> None:
    stand_at(shell, WORKED["1"])
    answer = shell("fix", "2026-06-03")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "week 23 · 1–7 Jun 2026 · 2 moves: 2 warnings → 1 note",
        "→ Gym A: Mon 1 18:00 → Tue 2 18:00",
        "    away from Tuesday's intervals: 12 h 15 before → 10 h after",
        "→ Gym B: Wed 3 18:00 → Fri 5 18:00",
        "    away from Thursday's tempo: 12 h 15 before → 34 h after",
        "Stays: 5 runs",
        "● note      Intervals, Tue 2 Jun 07:00: 10 h before Tuesday's Gym A",
        "            Fine if the legs feel good; keep the next day easy.",
        "Nothing is saved yet: --apply does.",
    ]


def test_where_no_move_does_it_the_lifts_become_maintenance(shell: Shell) -> None:
    stand_at(shell, WORKED["5"])
    lines = shell("fix", "2026-06-03", "--apply").out.splitlines()
    assert lines[0] == "week 23 · 1–7 Jun 2026 · 2 lifts to maintenance: 2 warnings → none"
    assert lines[1] == "→ Gym A: Mon 1 18:00, as maintenance, 25 min"
    assert lines[-1] == "Saved."
    stored = next(each for each in shell.log().planned if each.id == "A")
    assert (stored.template, stored.title, stored.minutes) == (None, "Gym A, maintenance", 25)
    assert stored.exercises


def test_nothing_to_do_is_said(shell: Shell) -> None:
    stand_at(shell, WORKED["2"])
    answer = shell("fix", "--apply")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "week 22 · 25–31 May 2026",
        "Nothing to mend: no clash or warning is open in this week.",
    ]


def test_what_no_move_takes_away_remains_and_exits_with_1(shell: Shell) -> None:
    locked = (run("intervals", "tue"), gym("A", "mon", locked=True))
    shell.holds(*locked, *HISTORY)
    answer = shell("fix")
    assert answer.code == 1
    assert answer.out.splitlines() == [
        "week 23 · 1–7 Jun 2026",
        "▲ warning   Gym A, Mon 1 Jun 18:00: 12 h 15 before Tuesday's intervals",
        "            Separate them by a day; if this is your only slot, combining beats",
        "            skipping.",
        "Nothing to mend it with: no move or maintenance makes this week better.",
    ]
    assert [each["severity"] for each in shell("fix", "--json").json["after"]] == ["warning"]


def test_what_is_accepted_counts_for_nothing(shell: Shell) -> None:
    first, second = gym("A", "mon", locked=True), run("intervals", "tue")
    agreed = Accepted("A", "intervals tue", "only slot", moment("2026-05-30 12:00"), seal(first, second))
    shell.holds(first, second, *HISTORY, accepted=[agreed])
    answer = shell("fix")
    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "Nothing to mend: no clash or warning is open in this week."


def test_the_week_begins_on_the_athletes_day(shell: Shell) -> None:
    shell.holds(*TWO_WARNINGS, *HISTORY, athlete=replace(athlete(), week_start="sunday"))
    assert shell("fix", "today").out.startswith("week 23 · 31 May – 6 Jun 2026")


def test_on_a_phone(shell: Shell) -> None:
    stand_at(shell, WORKED["1"])
    shell.set(COLUMNS="40")
    lines = shell("fix", "2026-06-03").out.splitlines()
    assert max(map(len, lines)) <= 40
    assert "→ Gym B: Wed 3 18:00 → Fri 5 18:00" in lines


def test_a_wrong_day_is_refused_in_one_line(shell: Shell) -> None:
    answer = shell("fix", "soon")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert '"soon" is no day' in answer.err


def test_the_help_says_what_it_exits_with(shell: Shell) -> None:
    assert "Exit 1 if a clash or a warning remains that you have not accepted, 0 if none does" in " ".join(
        shell("fix", "--help").out.split()
    )
