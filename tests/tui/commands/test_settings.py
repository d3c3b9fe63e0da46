"""`legday settings`: every setting said, one said, one changed."""

import tomllib

import pytest

from data.model import Availability
from data.profile_items import ITEMS
from tests.builders import athlete, lift, sets
from tests.tui.commands.conftest import Shell
from tests.tui.commands.test_completion import completed


def test_all_of_them_stand_under_each_other(shell: Shell) -> None:
    shell.holds(athlete=athlete(bodyweight_kg=72, sex="female"))
    answer = shell("settings")
    lines = answer.out.splitlines()
    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in lines] == [item.name for item in ITEMS]
    assert {line[:16].rstrip(): line[16:] for line in lines}["bodyweight"] == "72 kg"
    assert all(line[15] == " " != line[16] for line in lines)


def test_one_is_said_with_its_use(shell: Shell) -> None:
    shell.holds(athlete=athlete(threshold_s_per_km=270))
    assert shell("settings", "threshold-pace").out.splitlines() == [
        "threshold-pace  4:30/km",
        "  An hour at it is 100 of the pace score.",
    ]


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (("bodyweight", "72", "kg"), "bodyweight_kg", 72), (("max-hr", "190"), "hr_max", 190),
        (("zone", "-05:00"), "zone", "-05:00"), (("lift-days", "mon", "wed"), "preferred_strength_days",
                                                 ("monday", "wednesday")),
        (("run-times", "mon-fri", "morning"), "availability",
         Availability(run=("mon-morning", "tue-morning", "wed-morning", "thu-morning", "fri-morning"))),
        (("equipment", "barbell,", "box"), "equipment", ("barbell", "box")),
    ],
)  # fmt: skip
def test_the_profile_is_changed(shell: Shell, words: tuple[str, ...], field: str, value: object) -> None:
    shell.holds(athlete=athlete())
    answer = shell("settings", *words)
    assert (answer.code, answer.err) == (0, "")
    assert getattr(shell.log().athlete, field) == value
    assert answer.out.startswith(words[0])


def test_every_key_is_told_as_config_toml_takes_it(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "config.toml").write_text('[keys]\n"plan.fix" = "x"\n')
    answer = shell("settings", "--keys")
    assert (answer.code, answer.err) == (0, "")
    assert '"plan.fix" = "x"\n    # Put this week right with the fewest moves\n' in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80
    (shell.home / "config.toml").write_text(answer.out.replace('"plan.accept" = "o"', '"plan.accept" = "O"'))
    again = shell("settings", "--keys")
    assert again.err == ""
    assert tomllib.loads(again.out)["keys"] == tomllib.loads(answer.out)["keys"] | {"plan.accept": "O"}


def test_settings_of_the_machine_keep_the_comments(shell: Shell) -> None:
    shell.home.mkdir()
    config = shell.home / "config.toml"
    config.write_text('# mine\nbell = true # loud\n[keys]\n"plan.fix" = "x"\n')
    assert shell("settings", "bell", "off").code == 0
    assert shell("settings", "plates", "20", "10", "5").code == 0
    assert tomllib.loads(config.read_text()) == {"bell": False, "keys": {"plan.fix": "x"}, "plates_kg": [20, 10, 5]}
    assert "# mine" in config.read_text()
    assert "# loud" in config.read_text()


def test_a_theme_is_one_of_those_there_are(shell: Shell) -> None:
    assert shell("settings", "theme", "ansi-dark").code == 0
    assert tomllib.loads((shell.home / "config.toml").read_text()) == {"theme": "ansi-dark"}
    answer = shell("settings", "theme", "gruvbocks")
    assert (answer.code, answer.err) == (2, 'legday: theme: There is no "gruvbocks"; did you mean gruvbox?\n')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bodywait",), 'there is no setting "bodywait"; did you mean bodyweight?'),
        (("max-hr", "12"), "max-hr: Write beats a minute from 25 to 250, such as 190"),
        (("level", "elite"), 'level: "elite" is not one of building, solid, strong, measured'),
    ],
)
def test_what_makes_no_sense_is_said_and_not_saved(shell: Shell, words: tuple[str, ...], said: str) -> None:
    shell.holds(athlete=athlete())
    before = shell.log()
    answer = shell("settings", *words)
    assert (answer.code, answer.out, answer.err) == (2, "", f"legday: {said}\n")
    assert shell.log() == before


def test_what_the_lifts_say_stands_beside_the_level(shell: Shell) -> None:
    # 5 × 100 kg is an e1RM of 116.7 kg by Epley, more than 1.5 × 72 kg.
    squats = lift("2026-05-25 18:00", exercises=sets("back_squat", 3, reps=5, kg=100, rir=0))
    shell.holds(squats, athlete=athlete(bodyweight_kg=72, level="solid"))
    assert shell("settings", "level").out.splitlines()[0] == "level           solid (your lifts say strong)"
    told = shell("settings", "level", "--json").json
    assert (told["value"], told["measured"]) == ("solid", "strong")


def test_json_of_all(shell: Shell) -> None:
    shell.holds(athlete=athlete(threshold_s_per_km=270))
    told = {each["name"]: each for each in shell("settings", "--json").json}
    assert list(told) == [item.name for item in ITEMS]
    assert (told["threshold-pace"]["value"], told["threshold-pace"]["text"]) == (270, "4:30/km")
    assert (told["sex"]["value"], told["sex"]["text"]) == (None, "unset")
    assert told["plates"]["value"] == [20, 15, 10, 5, 2.5, 1.25]


def test_names_and_choices_are_completed(shell: Shell) -> None:
    assert completed("legday settings thr") == ["threshold-hr", "threshold-pace"]
    assert completed("legday settings level s") == ["solid", "strong"]


def test_a_season_goes_by_the_level_as_it_is_measured(shell: Shell) -> None:
    # e1RM 123.3 kg (RULES 2.1): 1.76 times 70 kg, which is strong.
    squats = lift("2026-05-20 18:00", exercises=sets("back_squat", 3, kg=100, reps=5, rir=2))
    shell.holds(squats, athlete=athlete(bodyweight_kg=70, equipment=("barbell",)))
    assert shell("season", "2026-10-25").out.splitlines()[0].endswith(" · building")
    answer = shell("settings", "level", "measured")
    assert (answer.code, shell.log().athlete.level_by, shell.log().athlete.level) == (0, "lifts", "building")
    assert "measured (your lifts say strong)" in answer.out
    assert shell("season", "2026-10-25").out.splitlines()[0].endswith(" · strong")
    told = shell("settings", "level", "--json").json
    assert (told["value"], told["text"], told["measured"]) == ("building", "measured", "strong")
    shell("settings", "level", "solid")
    assert (shell.log().athlete.level_by, shell.log().athlete.level) == ("said", "solid")
    assert shell("season", "2026-10-25").out.splitlines()[0].endswith(" · solid")


def test_a_level_that_nothing_measures_yet_is_the_one_that_was_said(shell: Shell) -> None:
    shell.holds(athlete=athlete(level="solid"))
    assert "measured (solid, until your lifts say)" in shell("settings", "level", "measured").out
    assert shell("season", "2026-10-25").out.splitlines()[0].endswith(" · solid")
