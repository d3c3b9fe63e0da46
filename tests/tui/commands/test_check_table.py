"""RULES 3.3's table of worked cases, each restored as a log and checked with `legday check --json`."""

from datetime import timedelta
from typing import NamedTuple

import pytest

from data.calendar import day_of
from data.catalogue import load_catalogue
from data.model import Athlete, LoggedSession, PlannedSession
from tests.builders import athlete, lift, planned_lift, planned_run, run, sets
from tests.tui.commands.conftest import ANNA, Shell

STRENGTH_FIRST = athlete(priority="strength")
STRICT = athlete(spacing="strict")
AMSTERDAM = "Europe/Amsterdam"


class Case(NamedTuple):
    """Two sessions, what `check` says of them (None: nothing), and who asks."""

    name: str
    first: PlannedSession
    second: PlannedSession
    says: tuple[str, float] | None
    who: Athlete = ANNA
    novel: bool = False
    assumed: bool = False


def hard_run(when: str, minutes: float | None = 60, zone: str = "Europe/Berlin") -> PlannedSession:
    return planned_run(when, minutes, zone=zone, type="intervals")


def gym_a_before(session: PlannedSession, days: int) -> LoggedSession:
    """The same exercises done so many days before."""
    prescribed = load_catalogue().templates["gym_2day/A"].item
    done = tuple(each for item in prescribed for each in sets(item.exercise, 1, reps=5))
    return lift(f"{day_of(session) - timedelta(days)} 18:00", exercises=done)


EVENING = planned_lift("2026-06-01 18:00")
MORNING = planned_lift("2026-06-01 07:00")
RUN = hard_run("2026-06-01 07:00")
LONG = planned_run("2026-06-07 08:00", 120, type="long")
TABLE = [
    Case("evening to morning", EVENING, hard_run("2026-06-02 06:00"), ("warning", 11.25)),
    Case("a whole day", EVENING, hard_run("2026-06-02 18:45"), ("note", 24)),
    Case("a day and a half", EVENING, hard_run("2026-06-03 06:45"), None),
    Case("a day and a half, novel", EVENING, hard_run("2026-06-03 06:45"), ("note", 36), novel=True),
    Case("morning to noon", MORNING, hard_run("2026-06-01 12:00"), ("clash", 4.25)),
    Case("morning to afternoon", MORNING, hard_run("2026-06-01 13:45"), ("warning", 6)),
    Case("run, lift at 13:30", RUN, planned_lift("2026-06-01 13:30"), ("warning", 5.5)),
    Case("run, lift at 14:00", RUN, planned_lift("2026-06-01 14:00"), ("note", 6)),
    Case("run, lift at 18:00", RUN, EVENING, ("note", 10)),
    Case("run, lift at 18:00, strength first", RUN, EVENING, ("warning", 10), STRENGTH_FIRST),
    Case("lift, run at 18:00", MORNING, hard_run("2026-06-01 18:00"), ("warning", 10.25)),
    Case("lift, run at 18:00, strength first", MORNING, hard_run("2026-06-01 18:00"), ("note", 10.25), STRENGTH_FIRST),
    Case("lift straight after the run", RUN, planned_lift("2026-06-01 08:00"), ("warning", 0)),
    Case("run straight after the lift", MORNING, hard_run("2026-06-01 07:45"), ("clash", 0)),
    Case("long run, lift in the morning", LONG, planned_lift("2026-06-08 07:00"), ("warning", 21)),
    Case("long run, lift in the evening", LONG, planned_lift("2026-06-08 18:00"), ("note", 32)),
    Case(
        "marathon, lift three days later",
        planned_run("2026-06-07 09:00", 210, type="race"), planned_lift("2026-06-10 07:00"), ("warning", 66.5),
    ),
    Case("over midnight", planned_lift("2026-06-01 23:30"), hard_run("2026-06-02 06:00"), ("clash", 5.75)),
    Case("clocks go forward", planned_lift("2026-03-28 19:15"), hard_run("2026-03-29 20:00"), ("warning", 23)),
    Case("clocks go back", planned_lift("2026-10-24 19:15"), hard_run("2026-10-25 19:30"), ("note", 24.5)),
    Case(
        "west over the sea",
        planned_lift("2026-06-01 18:15", zone=AMSTERDAM),
        hard_run("2026-06-02 13:30", zone="America/New_York"), ("note", 24.5),
    ),
    Case(
        "east over the land",
        planned_lift("2026-06-01 09:00", zone=AMSTERDAM), hard_run("2026-06-02 10:00", zone="Asia/Tokyo"),
        ("warning", 17.25),
    ),
    Case(
        "no clock times", planned_lift("2026-06-01", None), hard_run("2026-06-02", None), ("warning", 23.25),
        assumed=True,
    ),
    Case("strict: a note is a warning", EVENING, hard_run("2026-06-02 18:45"), ("warning", 24), STRICT),
    Case("strict: the gap of a run too", RUN, EVENING, ("warning", 10), STRICT),
    Case("strict: nothing stays nothing", EVENING, hard_run("2026-06-03 06:45"), None, STRICT),
]  # fmt: skip


@pytest.mark.parametrize("case", TABLE, ids=[case.name for case in TABLE])
def test_the_table(shell: Shell, case: Case) -> None:
    earlier = (gym_a_before(case.first, 30 if case.novel else 10),)
    shell.set(LEGDAY_NOW=f"{day_of(case.first)}T00:30:00+02:00")
    shell.holds(*earlier, case.first, case.second, athlete=case.who)

    answer = shell("check", "--until", "+5d", "--json")

    order = "strength-run" if case.first.kind == "strength" else "run-strength"
    expected = [(*case.says, order, case.first.id, case.second.id, case.assumed)] if case.says else []
    assert [
        (pair["severity"], pair["gap_hours"], pair["order"], pair["first"], pair["second"], pair["assumed"])
        for pair in answer.json["pairs"]
    ] == expected
    assert answer.code == int(case.says is not None and case.says[0] != "note")


@pytest.mark.parametrize("severity", ["warning", "clash"])
def test_what_was_done_counts_like_what_is_planned(shell: Shell, severity: str) -> None:
    gap_ends = {"warning": "2026-06-02 06:00", "clash": "2026-06-01 20:00"}[severity]
    shell.set(LEGDAY_NOW="2026-06-02T12:00:00+02:00")
    shell.holds(lift("2026-06-01 18:00", mark="hard"), run(gap_ends, type="tempo", rpe=8))

    answer = shell("check", "--from", "2026-06-01", "--json")

    assert [pair["severity"] for pair in answer.json["pairs"]] == [severity]
    assert answer.code == 1
