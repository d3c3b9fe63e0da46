"""config.toml: what is good in it holds, what is bad is said in one line, and a save keeps the comments."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.plates import POUND_RACK, Rack
from data.store.config import Settings, read_settings, save_settings
from data.store.errors import StoreError
from data.units import Units

FILE = """\
# by hand
athlete = "anna"
bar_kg = 15   # the light one
plates_kg = [10, 5, 2.5]
bell = false

[units]
distance = "mi"  # as on the watch

[keys]
"plan.fix" = "x"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def lines(path: Path, text: str) -> list[str]:
    path.write_text(text, "utf-8")
    return [problem.line().removeprefix(f"{path}, ") for problem in read_settings(path)[1]]


def test_without_a_file_all_is_at_its_default(path: Path) -> None:
    assert read_settings(path) == (Settings(), ())
    assert (Settings().bar_kg, Settings().plates_kg) == (20, (20, 15, 10, 5, 2.5, 1.25))
    assert (Settings().spread, Settings().units, Settings().bell) == ("population", Units(), True)


def test_a_file_says_what_differs(path: Path) -> None:
    path.write_text(FILE)
    settings, problems = read_settings(path)
    assert problems == ()
    assert settings == Settings(
        athlete="anna",
        bar_kg=15,
        plates_kg=(10, 5, 2.5),
        bell=False,
        units=Units(distance="mi"),
        keys={"plan.fix": "x"},
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('bar_kg = "heavy"', "bar_kg: a number expected; the default is used"),
        ("bar_kg = -1", "bar_kg: expected int >= 0; the default is used"),
        ("bar_kg = inf", "bar_kg: a number expected; the default is used"),
        ('plates_kg = [20, "x"]', "plates_kg[1]: a number expected; the default is used"),
        ("athlete = 3", "athlete: text in quotes expected; the default is used"),
        ('spread = "both"', "spread: 'both' is not among its choices; the default is used"),
        ('[units]\nweight = "stone"', "units.weight: 'stone' is not among its choices; the default is used"),
        ("units = 3", "units: a table expected; the default is used"),
        ("[keys]\nfix = 1", "keys[...]: text in quotes expected; the default is used"),
        ("spred = 'sample'", "spred: there is no such setting; did you mean spread?; left out"),
    ],
)
def test_a_bad_value_is_said_and_the_rest_holds(path: Path, text: str, line: str) -> None:
    assert lines(path, f'theme = "mine"\n{text}\n') == [line]
    assert read_settings(path)[0] == Settings(theme="mine")


def test_a_file_that_is_no_toml_is_said_with_its_line(path: Path) -> None:
    (line,) = lines(path, 'theme = "mine"\nbar_kg = \n')
    assert "it cannot be read" in line
    assert "line 2" in line
    with pytest.raises(StoreError, match="left as it is"):
        save_settings(path, Settings(bell=False))
    assert path.read_text() == 'theme = "mine"\nbar_kg = \n'


@given(st.binary(max_size=60))
def test_no_bytes_are_too_odd(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "odd.toml"
    path.write_bytes(data)
    settings, problems = read_settings(path)
    assert isinstance(settings, Settings)
    assert all("\n" not in problem.line() for problem in problems)


def test_a_save_changes_what_changed_and_keeps_the_rest(path: Path) -> None:
    path.write_text(FILE)
    before = read_settings(path)[0]
    after = replace(before, bar_kg=20, theme="legday", units=Units("mi", "lb"), keys={"plan.fix": "y"}, athlete=None)
    save_settings(path, after)
    assert read_settings(path) == (after, ())
    text = path.read_text()
    assert "# by hand" in text
    assert "bar_kg = 20   # the light one" in text
    assert 'distance = "mi"  # as on the watch' in text
    assert "athlete" not in text


def test_what_was_written_by_hand_meanwhile_stays(path: Path) -> None:
    path.write_text('bell = false\n[units]\ndistance = "mi"\n')
    before = read_settings(path)[0]
    path.write_text('bell = true # by hand\ntheme = "mine"\n[units]\ndistance = "km" # by hand\n')
    save_settings(path, replace(before, bar_kg=15, units=Units("mi", "lb")), before)
    assert read_settings(path)[0] == Settings(bell=True, theme="mine", bar_kg=15, units=Units("km", "lb"))
    assert path.read_text().count("# by hand") == 2


def test_a_bad_value_that_is_not_about_stays_to_be_mended_by_hand(path: Path) -> None:
    path.write_text('bell = "loud"\n')
    before = read_settings(path)[0]
    save_settings(path, replace(before, theme="mine"), before)
    assert path.read_text() == 'bell = "loud"\ntheme = "mine"\n'
    save_settings(path, replace(before, bell=False), before)
    assert read_settings(path) == (Settings(bell=False, theme="mine"), ())


def test_what_was_saved_is_read_again_from_no_file_at_all(path: Path) -> None:
    wanted = Settings(theme="legday", plates_lb=(45, 25), keys={"live.log": "enter"}, spread="sample", bell=False)
    save_settings(path, wanted)
    assert read_settings(path) == (wanted, ())


def test_a_save_mends_a_bad_value_that_it_stands_for(path: Path) -> None:
    path.write_text('bell = "loud"\n')
    save_settings(path, Settings())
    assert read_settings(path) == (Settings(), ())


def test_the_rack_is_the_one_of_the_unit_lifted_in() -> None:
    assert Settings(bar_kg=15).rack() == Rack(unit="kg", bar=15)
    assert Settings(bar_kg=15, units=Units(weight="lb")).rack() == POUND_RACK


def test_a_file_that_is_a_link_stays_one(path: Path) -> None:
    real = path.parent / "dotfiles" / "legday.toml"
    real.parent.mkdir()
    real.write_text("# mine\nbell = false\n")
    path.symlink_to(real)
    save_settings(path, Settings(theme="mine", bell=False))
    assert path.is_symlink()
    assert real.read_text() == '# mine\nbell = false\ntheme = "mine"\n'
