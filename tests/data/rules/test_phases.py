"""How much lifting a week of each phase holds: every cell of the table of RULES 4, and what changes it."""

from datetime import date, timedelta

import pytest

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Level, Phase, PhaseSpan
from data.rules.dose import maintenance
from data.rules.hardness import leg_stress
from data.rules.phases import (
    RACE_CLEARANCE,
    Dose,
    dose_of,
    dosed,
    explain_dose,
    explain_heavy,
    heavy_run_week,
    marked_heavy,
    phase_of_days,
    phase_on,
)  # fmt: skip
from tests.builders import prescribed

CATALOGUE = load_catalogue()
GYM_A = CATALOGUE.templates["gym_2day/A"].item
GYM_B = CATALOGUE.templates["gym_2day/B"].item
LEVELS: tuple[Level, ...] = ("building", "solid", "strong")
# Sessions of building, solid, strong; volume; RIR.
TABLE: dict[Phase, tuple[tuple[int, int, int], float, int]] = {
    "off_season": ((3, 3, 2), 1.0, 2),
    "base": ((3, 2, 2), 1.0, 2),
    "build": ((2, 2, 1), 0.8, 2),
    "peak": ((2, 1, 1), 0.5, 2),
    "taper": ((1, 1, 1), 0.5, 2),
    "race_week": ((1, 1, 1), 0.3, 3),
    "recovery": ((1, 1, 1), 0.5, 4),
}
SPANS = (
    PhaseSpan("build", date(2026, 6, 1), date(2026, 6, 29)),
    PhaseSpan("peak", date(2026, 6, 29), date(2026, 7, 20)),
)


@pytest.mark.parametrize("phase", TABLE)
@pytest.mark.parametrize("level", LEVELS)
def test_every_cell_of_the_table(phase: Phase, level: Level) -> None:
    sessions, volume, rir = TABLE[phase]
    found = dose_of(phase, level)
    assert (found.sessions, found.volume, found.rir) == (sessions[LEVELS.index(level)], volume, rir)


@pytest.mark.parametrize("phase", TABLE)
def test_only_the_week_of_the_race_bars_the_highest_stress(phase: Phase) -> None:
    assert dose_of(phase, "solid").most_ecc == (2 if phase == "race_week" else 3)


@pytest.mark.parametrize("phase", TABLE)
@pytest.mark.parametrize("level", LEVELS)
def test_a_heavy_run_week_has_two_lifts_of_half_the_sets_at_most(phase: Phase, level: Level) -> None:
    usual, heavy = dose_of(phase, level), dose_of(phase, level, heavy=True)
    assert heavy == Dose(min(usual.sessions, 2), min(usual.volume, 0.5), usual.rir, usual.most_ecc)


def test_three_days_before_the_race() -> None:
    assert timedelta(days=3) == RACE_CLEARANCE


@pytest.mark.parametrize(
    ("minutes", "before", "heavy"),
    [
        (460, (400, 400, 400, 400), True),
        (459, (400, 400, 400, 400), False),
        (460, (300, 500, 350, 450), True),
        (460, (900, 400, 400, 400, 400), True),
        (345, (300, 300, 300, 300), True),
        (344.9, (300, 300, 300, 300), False),
        (460, (400, 400, 400), False),
        (460, (0, 400, 400, 400), False),
        (0, (0, 0, 0, 0), False),
        (460, (), False),
    ],
)
def test_a_heavy_run_week(minutes: float, before: tuple[float, ...], heavy: bool) -> None:
    assert heavy_run_week(minutes, before) is heavy


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2026, 5, 31), None),
        (date(2026, 6, 1), "build"),
        (date(2026, 6, 28), "build"),
        (date(2026, 6, 29), "peak"),
        (date(2026, 7, 19), "peak"),
        (date(2026, 7, 20), None),
    ],
)
def test_a_phase_ends_on_the_day_before_its_until(day: date, phase: Phase | None) -> None:
    assert phase_on(day, SPANS) == phase


@pytest.mark.parametrize(
    ("start", "phase"),
    [
        (date(2026, 5, 25), None),
        (date(2026, 5, 26), "build"),
        (date(2026, 6, 25), "build"),
        (date(2026, 6, 26), "peak"),
        (date(2026, 7, 19), "peak"),
        (date(2026, 7, 20), None),
    ],
)
def test_a_week_is_of_the_phase_that_most_of_it_is_in(start: date, phase: Phase | None) -> None:
    assert phase_of_days(Days(start, start + timedelta(7)), SPANS) == phase
    assert phase_of_days(Days(start, start + timedelta(7)), ()) is None


@pytest.mark.parametrize(("sets", "share", "left"), [(4, 0.8, 3), (3, 0.8, 2), (2, 0.8, 2), (4, 0.3, 1), (1, 0.3, 1)])
def test_a_dose_takes_its_share_of_the_sets(sets: int, share: float, left: int) -> None:
    squat = prescribed("back_squat", sets, 5, rir=2, kg=80)
    assert dosed(squat, Dose(2, share, 2), CATALOGUE) == prescribed("back_squat", left, 5, rir=2, kg=80)


def test_a_full_dose_leaves_a_template_as_it_is() -> None:
    assert dosed(GYM_A, dose_of("base", "building"), CATALOGUE) == GYM_A


def test_half_the_sets_are_the_maintenance_version() -> None:
    off_c = CATALOGUE.templates["offseason_3day/C"].item
    assert dosed(off_c, dose_of("peak", "strong"), CATALOGUE) == maintenance(off_c, CATALOGUE)


def test_the_reps_in_reserve_are_never_fewer_than_the_phase_says() -> None:
    by_phase = {phase: dosed(GYM_A, dose_of(phase, "solid"), CATALOGUE) for phase in TABLE}
    in_reserve = {phase: [each.rir for each in lift] for phase, lift in by_phase.items()}
    assert in_reserve["build"] == [None, 2, 2, 2, 3, None]
    assert in_reserve["race_week"] == [None, 3, 3, 3, 3, None]
    assert in_reserve["recovery"] == [None, 4, 4, 4, 4, None]


def test_the_week_of_the_race_leaves_out_what_makes_sore() -> None:
    lift = dosed(GYM_B, dose_of("race_week", "solid"), CATALOGUE)
    names = [each.exercise for each in lift]
    assert names == [each.exercise for each in GYM_B if each.exercise != "rear_foot_split_squat_dumbbell"]
    assert {each.sets for each in lift} == {1}
    # 4 of box jumps, 1 set each of trap bar and calf raises at ecc 2: far below the 10 of a hard lift.
    assert leg_stress(lift, CATALOGUE) == pytest.approx(4 / 30 + 4)


def test_what_the_catalogue_does_not_know_stays() -> None:
    sled = prescribed("sled_push", 4, 20)
    assert dosed(sled, dose_of("race_week", "solid"), CATALOGUE) == prescribed("sled_push", 1, 20)


def test_the_explanation_says_phase_level_and_why() -> None:
    usual = explain_dose("build", "solid")
    assert usual.value == "2 lifts, 0.8 of the sets, RIR 2"
    assert usual.inputs == (("phase", "build"), ("level", "solid"))
    heavy = explain_dose("off_season", "building", heavy=True)
    assert heavy.value == "2 lifts, 0.5 of the sets, RIR 2"
    assert ("heavy run week", "yes") in heavy.inputs
    assert heavy.steps == ("3 lifts in a usual week of this phase", "heavy run week: at most 2 lifts, of half the sets")


def test_a_marked_day_makes_its_week_heavy_whichever_day_the_week_starts_on() -> None:
    week = Days(date(2026, 6, 1), date(2026, 6, 8))
    assert [marked_heavy(week, [day]) for day in (date(2026, 5, 31), *week.each(), date(2026, 6, 8))] == [
        False, *[True] * 7, False,
    ]  # fmt: skip
    assert not marked_heavy(week, ())


BEFORE = (400, 400, 400, 400)


@pytest.mark.parametrize(
    ("minutes", "before", "marked", "value"),
    [
        (460, BEFORE, False, "yes, by its run minutes"),
        (459, BEFORE, False, "no"),
        (459, BEFORE, True, "yes, marked so"),
        (460, BEFORE, True, "yes, by its run minutes and marked so"),
        (460, (0, 400, 400, 400), True, "yes, marked so"),
        (460, (0, 400, 400, 400), False, ""),
    ],
)
def test_why_a_week_is_heavy(minutes: float, before: tuple[float, ...], marked: bool, value: str) -> None:
    why = explain_heavy(minutes, before, marked)
    assert (why.value, bool(why.needs)) == (value, not value)


def test_why_a_week_is_heavy_by_its_minutes_in_numbers() -> None:
    why = explain_heavy(480, BEFORE, marked=False)
    assert why.inputs == (("run minutes", "8 h"), ("four weeks before", "6 h 40 a week"))
    assert why.steps == ("480 / 400 = 1.2",)
    assert explain_heavy(480, (), marked=False).needs == "runs in each of the four weeks before, or your mark"
