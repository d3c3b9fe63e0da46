"""The lifts of a season: from which template, whose turn it is, and what the phase and the level make of it."""

import pytest

from data.catalogue import load_catalogue
from data.model import Level, Phase, PlannedSession
from data.rules.contacts import contacts_advice, contacts_of
from data.rules.dose import scaled
from data.rules.duration import estimated_minutes
from data.rules.hardness import hardness
from data.rules.phases import dose_of
from data.season_lifts import family_for, has_gym, in_turn, name_of, season_lift
from tests.builders import BERLIN, athlete, lift, moment, planned_lift, planned_run, prescribed, run, sets

CATALOGUE = load_catalogue()
NOW = moment("2026-06-01 12:00")
PHASES: tuple[Phase, ...] = ("off_season", "base", "build", "peak", "taper", "race_week", "recovery")
LEVELS: tuple[Level, ...] = ("building", "solid", "strong")


def made(template: str, phase: Phase, level: Level = "solid", heavy: bool = False) -> PlannedSession:
    start = moment("2026-06-02 18:00")
    return season_lift(CATALOGUE.templates[template], phase, level, heavy, start, BERLIN, NOW, CATALOGUE)


def family(phase: Phase, level: Level, gym: bool = True) -> str:
    names = {session.template for session in family_for(phase, level, gym, CATALOGUE)}
    assert len(names) == 1
    return names.pop()


def turn(phase: Phase, count: int, *before: PlannedSession) -> list[str]:
    return [each.key for each in in_turn(family_for(phase, "solid", True, CATALOGUE), count, before, CATALOGUE)]


def test_a_barbell_makes_a_gym() -> None:
    gym_a, home_a = planned_lift("2026-06-02 18:00"), planned_lift("2026-06-04 18:00", template="home_2day/A")
    assert has_gym(athlete(equipment=("barbell", "band")), [home_a], CATALOGUE)
    assert not has_gym(athlete(equipment=("dumbbell", "band")), [gym_a], CATALOGUE)


def test_where_nothing_is_said_of_equipment_the_lifts_that_are_there_say_it() -> None:
    squats = lift("2026-05-20 18:00", exercises=sets("back_squat", 3, reps=5, kg=60))
    home_a = planned_lift("2026-06-04 18:00", template="home_2day/A")
    assert has_gym(athlete(), [home_a, planned_lift("2026-06-02 18:00")], CATALOGUE)
    assert has_gym(athlete(), [squats], CATALOGUE)
    assert not has_gym(athlete(), [home_a, run("2026-06-01 07:00")], CATALOGUE)
    assert not has_gym(athlete(), [], CATALOGUE)


def test_at_home_it_is_always_the_template_for_home() -> None:
    assert {family(phase, level, gym=False) for phase in PHASES for level in LEVELS} == {"home_2day"}


@pytest.mark.parametrize(
    ("phase", "level", "template"),
    [
        ("off_season", "building", "offseason_3day"),
        ("off_season", "solid", "offseason_3day"),
        ("off_season", "strong", "gym_2day"),
        ("base", "building", "gym_2day"),
        ("base", "strong", "gym_2day"),
        ("build", "solid", "gym_2day"),
        ("build", "strong", "maintenance_1day"),
        ("peak", "strong", "gym_2day"),
        ("race_week", "building", "gym_2day"),
        ("recovery", "solid", "gym_2day"),
    ],
)
def test_in_the_gym_it_depends_on_phase_and_level(phase: Phase, level: Level, template: str) -> None:
    assert family(phase, level) == template


def test_the_sessions_of_a_template_go_on_in_turn() -> None:
    gym_a = planned_lift("2026-05-30 18:00")
    halved = planned_lift("2026-05-31 18:00", title="Gym B, taper", exercises=prescribed("back_squat", 2, 5))
    assert turn("build", 3) == ["gym_2day/A", "gym_2day/B", "gym_2day/A"]
    assert turn("build", 2, gym_a) == ["gym_2day/B", "gym_2day/A"]
    assert turn("build", 1, halved, gym_a) == ["gym_2day/A"]
    assert turn("off_season", 4, gym_a) == [f"offseason_3day/{day}" for day in "ABCA"]


def test_a_lift_that_was_done_is_known_by_its_title() -> None:
    done = lift("2026-05-30 18:00", title="Gym A")
    assert name_of(done, CATALOGUE) == "Gym A"
    assert in_turn(family_for("base", "solid", True, CATALOGUE), 1, [done], CATALOGUE)[0].key == "gym_2day/B"
    assert in_turn(family_for("base", "solid", True, CATALOGUE), 1, [planned_run("2026-05-30")], CATALOGUE)


def test_what_a_phase_does_not_change_stays_a_template() -> None:
    found = made("gym_2day/A", "base", "building")
    assert (found.template, found.exercises, found.title, found.notes) == ("gym_2day/A", (), "", "")
    assert found.minutes == 38


def test_the_contacts_of_the_level_are_written_out_under_the_same_name() -> None:
    found = made("gym_2day/A", "base", "strong")
    assert (found.template, found.title, found.notes) == (None, "Gym A", "")
    assert found.exercises == prescribed("pogo_hop", 2, 40, rest=45) + CATALOGUE.templates["gym_2day/A"].item[1:]


def test_a_share_of_the_sets_and_why() -> None:
    found = made("gym_2day/A", "build", "building")
    assert found.exercises == scaled(CATALOGUE.templates["gym_2day/A"].item, 0.8)
    assert (found.title, found.minutes) == ("Gym A, build", 35)
    assert found.notes == "Build: four fifths of the sets, the same effort."


def test_a_lift_of_half_the_sets_says_why_it_is_short() -> None:
    found = made("gym_2day/A", "taper", "building")
    assert [each.sets for each in found.exercises] == [1, 2, 1, 1, 1, 1]
    assert (found.title, found.minutes) == ("Gym A, taper", 25)
    assert found.notes == "Taper: half the sets, the same effort, so only 25 min."


def test_a_heavy_run_week_is_maintenance() -> None:
    found = made("home_2day/B", "base", "building", heavy=True)
    assert found.title == "Home B, maintenance"
    assert found.notes == "Heavy run week: half the sets, the same effort, so only 27 min."
    # What has half its sets already is not halved again.
    assert made("home_2day/B", "peak", "building", heavy=True).title == "Home B, peak"


def test_what_the_contacts_added_is_not_in_a_halved_lift() -> None:
    assert made("gym_2day/B", "build").exercises[0].exercise == "pogo_hop"
    halved = [each.exercise for each in made("gym_2day/B", "peak").exercises]
    assert halved == [each.exercise for each in CATALOGUE.templates["gym_2day/B"].item]


def test_the_week_of_the_race_and_the_weeks_after() -> None:
    race_week = made("gym_2day/B", "race_week")
    assert {each.rir for each in race_week.exercises} == {None, 3}
    assert race_week.notes.startswith("Race week: three tenths of the sets, 3 reps in reserve, nothing that makes sore")
    recovery = made("gym_2day/A", "recovery")
    assert {each.rir for each in recovery.exercises} == {None, 4}
    assert recovery.notes == "Recovery: half the sets, 4 reps in reserve, so only 25 min."


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("gym", [True, False])
def test_every_lift_takes_30_to_45_minutes_or_says_why_not(phase: Phase, level: Level, gym: bool) -> None:
    for template in family_for(phase, level, gym, CATALOGUE):
        for heavy in (False, True):
            found = made(template.key, phase, level, heavy)
            exercises = CATALOGUE.prescribed(found)
            assert found.minutes == round(estimated_minutes(exercises, CATALOGUE)) <= 45
            assert found.minutes >= 30 or f"so only {found.minutes} min" in found.notes
            dose = dose_of(phase, level, heavy)
            assert contacts_advice(contacts_of(exercises, CATALOGUE), level, reduced=dose.volume < 1) == ""
            assert dose.volume > 0.5 or hardness(found, CATALOGUE).level != "hard"
