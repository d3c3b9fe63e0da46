"""The five kinds of work that a week has or misses."""

import pytest

from data.catalogue import load_catalogue
from data.rules.kinds import explain_kinds, kinds_of, missing_words, what_is_missing
from tests.builders import lift, moment, planned_lift, planned_run, prescribed, sets

CATALOGUE = load_catalogue()
GYM_A, GYM_B = planned_lift("2026-06-01 18:00"), planned_lift("2026-06-04 18:00", template="gym_2day/B")
OFF_B = planned_lift("2026-06-03 18:00", template="offseason_3day/B")


@pytest.mark.parametrize("template", ["gym_2day/A", "gym_2day/B", "home_2day/A", "home_2day/B", "maintenance_1day/A"])
def test_every_session_of_the_shorter_templates_holds_all_five(template: str) -> None:
    assert what_is_missing([planned_lift("2026-06-01", template=template)], CATALOGUE) == ()


def test_the_three_of_the_off_season_hold_all_five_and_power_and_upper_body_too() -> None:
    week = [planned_lift(f"2026-06-0{day}", template=f"offseason_3day/{name}") for day, name in ((1, "A"), (3, "B"))]
    assert what_is_missing(week[1:], CATALOGUE) == ("compound", "plyometric")
    assert what_is_missing(week, CATALOGUE) == ()
    assert kinds_of(week[1], CATALOGUE) == {"power", "single_leg", "upper", "core", "mobility"}


def test_the_warm_up_is_the_mobility_of_any_lift() -> None:
    squats = planned_lift("2026-06-01", exercises=prescribed("back_squat", 3, 5))
    assert what_is_missing([squats], CATALOGUE) == ("single_leg", "core", "plyometric")
    assert missing_words(what_is_missing([squats], CATALOGUE)) == "no single-leg work or core or plyometrics"
    assert missing_words(()) == ""


def test_what_was_done_counts_with_its_working_sets_and_what_was_missed_does_not() -> None:
    done = lift("2026-06-01 18:00", exercises=sets("back_squat", 3, reps=5) + sets("pogo_hop", 2, type="warmup"))
    assert what_is_missing([done], CATALOGUE) == ("single_leg", "core", "plyometric")
    assert what_is_missing([done, GYM_B], CATALOGUE, moment("2026-06-04 12:00")) == ()
    assert what_is_missing([done, GYM_B], CATALOGUE, moment("2026-06-05 12:00")) == ("single_leg", "core", "plyometric")
    fulfilled = lift("2026-06-01 18:00", plan_id=GYM_A.id, exercises=sets("back_squat", 3, reps=5))
    assert what_is_missing([GYM_A, fulfilled], CATALOGUE) == ("single_leg", "core", "plyometric")


def test_nothing_is_said_where_nobody_knows() -> None:
    assert what_is_missing([], CATALOGUE) == ()
    assert what_is_missing([planned_run("2026-06-01")], CATALOGUE) == ()
    assert what_is_missing([OFF_B, lift("2026-06-01 18:00")], CATALOGUE) == ()
    assert what_is_missing([OFF_B, lift("2026-06-01", exercises=sets("sled_push", 3))], CATALOGUE) == ()


def test_the_explanation() -> None:
    told = explain_kinds([OFF_B], CATALOGUE)
    assert told.value == "no compound lifts or plyometrics"
    assert told.inputs == (("lift, Wed 3 Jun 18:00", "single-leg work, core, mobility, power, upper body"),)
    assert explain_kinds([GYM_A], CATALOGUE).value == "all five"
    assert (explain_kinds([], CATALOGUE).value, explain_kinds([], CATALOGUE).needs) == ("", "a lift in the week")
    unknown = explain_kinds([OFF_B, lift("2026-06-01 18:00")], CATALOGUE)
    assert (unknown.value, unknown.needs) == ("", "the exercises of 1 lift")
