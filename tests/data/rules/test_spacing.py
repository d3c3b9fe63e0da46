"""What lands back to back: the worked cases of RULES 3.3, each from two sessions to the one pair, or to none."""

from typing import Any, NamedTuple

import pytest

from data.catalogue import load_catalogue
from data.model import Session
from data.rules.spacing import Pair, pairs
from tests.builders import athlete, lift, run

CATALOGUE = load_catalogue()
AMSTERDAM, NEW_YORK, TOKYO = "Europe/Amsterdam", "America/New_York", "Asia/Tokyo"


def hard_lift(when: str, minutes: float | None = 45, **fields: Any) -> Session:
    return lift(when, minutes, **{"mark": "hard"} | fields)


def hard_run(when: str, minutes: float | None = 60, **fields: Any) -> Session:
    return run(when, minutes, **{"type": "tempo"} | fields)


class Case(NamedTuple):
    """Two sessions, the gap between them in hours, and how bad it is where running or else strength comes first."""

    first: Session
    second: Session
    gap: float
    severity: str | None
    assumed: bool = False
    strength_priority: str | None = ""


CASES = {
    "lift Mon evening, run Tue 06:00": Case(
        hard_lift("2026-06-01 18:00"), hard_run("2026-06-02 06:00"), 11.25, "warning"
    ),
    "exactly 24 h": Case(hard_lift("2026-06-01 18:00"), hard_run("2026-06-02 18:45"), 24, "note"),
    "exactly 36 h": Case(hard_lift("2026-06-01 18:00"), hard_run("2026-06-03 06:45"), 36, None),
    "lift, run at noon": Case(
        hard_lift("2026-06-02 07:00"), hard_run("2026-06-02 12:00"), 4.25, "clash", False, "warning"
    ),
    "exactly 6 h, lift first": Case(
        hard_lift("2026-06-02 07:00"), hard_run("2026-06-02 13:45"), 6, "warning", False, "note"
    ),
    "run, lift in the evening": Case(
        hard_run("2026-06-02 07:00"), hard_lift("2026-06-02 18:00"), 10, "note", False, "warning"
    ),
    "run, lift 13:30": Case(
        hard_run("2026-06-02 07:00"), hard_lift("2026-06-02 13:30"), 5.5, "warning", False, "clash"
    ),
    "exactly 6 h, run first": Case(
        hard_run("2026-06-02 07:00"), hard_lift("2026-06-02 14:00"), 6, "note", False, "warning"
    ),
    "run, lift straight after": Case(
        hard_run("2026-06-02 07:00"), hard_lift("2026-06-02 08:00"), 0, "warning", False, "clash"
    ),
    "lift, run straight after": Case(
        hard_lift("2026-06-02 07:00"), hard_run("2026-06-02 07:45"), 0, "clash", False, "warning"
    ),
    "lift in the morning, run in the evening": Case(
        hard_lift("2026-06-02 07:00"), hard_run("2026-06-02 18:00"), 10.25, "warning", False, "note"
    ),
    "long Sun, lift Mon 07:00": Case(
        hard_run("2026-06-07 08:00", 120, type="long"), hard_lift("2026-06-08 07:00"), 21, "warning"
    ),
    "long Sun, lift Mon 18:00": Case(
        hard_run("2026-06-07 08:00", 120, type="long"), hard_lift("2026-06-08 18:00"), 32, "note"
    ),
    "marathon Sun, lift Wed": Case(
        hard_run("2026-06-07 09:00", 210, type="race"), hard_lift("2026-06-10 07:00"), 66.5, "warning"
    ),
    "hard lift, easy run": Case(
        hard_lift("2026-06-02 07:00"), run("2026-06-02 08:45"), 1, None, False, None
    ),
    "hard lift, moderate run 3 h later": Case(
        hard_lift("2026-06-02 07:00"), run("2026-06-02 10:45", type="steady"), 3, "note", False, "note"
    ),
    "lift over midnight": Case(hard_lift("2026-06-01 23:30"), hard_run("2026-06-02 06:00"), 5.75, "clash"),
    "run over midnight": Case(hard_run("2026-06-01 23:15"), hard_lift("2026-06-02 02:00"), 1.75, "warning"),
    "clocks go forward": Case(hard_lift("2026-03-28 19:15"), hard_run("2026-03-29 20:00"), 23, "warning"),
    "clocks go back": Case(hard_lift("2026-10-24 19:15"), hard_run("2026-10-25 19:30"), 24.5, "note"),
    "the second half past two of the night": Case(
        hard_lift("2026-10-25 02:30+02:00", 30), hard_run("2026-10-25 02:30+01:00"), 0.5, "clash", False, "warning"
    ),
    "travel west": Case(
        hard_lift("2026-06-01 18:15", zone=AMSTERDAM), hard_run("2026-06-02 13:30", zone=NEW_YORK), 24.5, "note"
    ),
    "travel east": Case(
        hard_lift("2026-06-01 09:00", zone=AMSTERDAM), hard_run("2026-06-02 10:00", zone=TOKYO), 17.25, "warning"
    ),
    "no clock times, lift first": Case(hard_lift("2026-06-01"), hard_run("2026-06-02"), 23.25, "warning", True),
    "no clock times, run first": Case(hard_run("2026-06-01"), hard_lift("2026-06-02"), 23, "note", True),
    "no clock times, lengths not said": Case(
        hard_lift("2026-06-01", None), hard_run("2026-06-02", None), 23.25, "warning", True
    ),
    "morning and evening": Case(
        hard_run("2026-06-02 morning"), hard_lift("2026-06-02 evening"), 10, "note", True, "warning"
    ),
}  # fmt: skip


def found(case: Case, **fields: Any) -> tuple[Pair, ...]:
    return pairs([case.second, case.first], athlete(**fields), CATALOGUE)


@pytest.mark.parametrize("name", CASES)
def test_two_sessions_give_the_pair_of_the_worked_case(name: str) -> None:
    case = CASES[name]
    expected = [(case.severity, case.gap, case.assumed, case.first.id, case.second.id)] if case.severity else []
    assert [(pair.severity, pair.gap_hours, pair.assumed, pair.first, pair.second) for pair in found(case)] == expected


@pytest.mark.parametrize("name", CASES)
def test_the_order_says_which_comes_first(name: str) -> None:
    case = CASES[name]
    order = "strength-run" if case.first.kind == "strength" else "run-strength"
    assert all(pair.order == order for pair in found(case))


@pytest.mark.parametrize("name", CASES)
def test_strength_first_softens_a_lift_before_a_run_of_the_same_day_and_hardens_one_after(name: str) -> None:
    case = CASES[name]
    expected = case.severity if case.strength_priority == "" else case.strength_priority
    assert [pair.severity for pair in found(case, priority="strength")] == ([expected] if expected else [])


@pytest.mark.parametrize("name", CASES)
def test_strict_spacing_makes_every_note_a_warning(name: str) -> None:
    case = CASES[name]
    expected = "warning" if case.severity == "note" else case.severity
    assert [pair.severity for pair in found(case, spacing="strict")] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("severity", "advice"),
    [
        ("clash", "Move one, or make the lift maintenance."),
        ("warning", "Separate them by a day; if this is your only slot, combining beats skipping."),
        ("note", "Fine if the legs feel good; keep the next day easy."),
    ],
)
def test_each_severity_has_its_advice(severity: str, advice: str) -> None:
    advised = {pair.advice for case in CASES.values() for pair in found(case) if pair.severity == severity}
    assert advised == {advice}
