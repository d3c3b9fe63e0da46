"""The catalogue holds together: ids are unique, references resolve, home variants need no gym."""

from collections import Counter

from data.catalogue import Catalogue, load_catalogue

CATALOGUE: Catalogue = load_catalogue()
AT_HOME = {"none", "band", "box"}


def test_there_are_120_exercises_and_8_sessions() -> None:
    assert len(CATALOGUE.exercises) == 120
    assert list(CATALOGUE.templates) == [
        "gym_2day/A", "gym_2day/B", "home_2day/A", "home_2day/B",
        "offseason_3day/A", "offseason_3day/B", "offseason_3day/C", "maintenance_1day/A",
    ]  # fmt: skip


def test_ids_are_unique() -> None:
    # Read as a mapping, a doubled id would vanish: so count what the file itself says.
    from importlib.resources import files

    text = files("data").joinpath("catalogue.toml").read_text(encoding="utf-8")
    ids = Counter(line for line in text.splitlines() if line.startswith("id = "))
    assert [line for line, count in ids.items() if count > 1] == []
    names = Counter(exercise.name for exercise in CATALOGUE.exercises.values())
    assert [name for name, count in names.items() if count > 1] == []


def test_home_variants_exist_and_need_no_gym() -> None:
    for exercise in CATALOGUE.exercises.values():
        home = CATALOGUE.exercises[exercise.home]
        assert set(home.equipment) <= AT_HOME, f"{exercise.id} at home is {home.id}, which needs {home.equipment}"
        assert home.home == home.id


def test_harder_steps_exist_and_come_to_an_end() -> None:
    for exercise in CATALOGUE.exercises.values():
        seen = {exercise.id}
        while exercise.harder:
            exercise = CATALOGUE.exercises[exercise.harder]
            assert exercise.id not in seen, f"{exercise.id} is harder than itself"
            seen.add(exercise.id)


def test_what_is_counted_in_kilograms_asks_for_them() -> None:
    for exercise in CATALOGUE.exercises.values():
        if exercise.measure == "reps_kg":
            assert exercise.loaded
        if exercise.measure in ("reps", "seconds", "contacts"):
            assert not exercise.loaded


def test_templates_prescribe_exercises_that_exist_and_home_ones_need_no_gym() -> None:
    for template in CATALOGUE.templates.values():
        assert template.item
        for item in template.item:
            exercise = CATALOGUE.exercises[item.exercise]
            assert item.amount
            if template.template.startswith("home"):
                assert set(exercise.equipment) <= AT_HOME, f"{template.key}: {exercise.id}"


def test_an_exercise_that_is_not_in_it_is_called_by_its_id() -> None:
    assert CATALOGUE.exercise("sled_push") is None
    assert CATALOGUE.name("sled_push") == "Sled push"
    assert CATALOGUE.name("back_squat") == "Back squat"
