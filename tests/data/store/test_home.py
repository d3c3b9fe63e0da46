"""The home: whose logs there are, which one is meant, and names that stay inside."""

import sys
from pathlib import Path
from subprocess import run as run_program

import pytest

from data.store.config import Settings
from data.store.errors import StoreError
from data.store.home import Home
from tests.builders import athlete
from tests.data.store.conftest import Clock


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def add(home: Home, *names: str) -> None:
    for name in names:
        home.open_logbook(name, Clock(), new=True).save_athlete(athlete(name=name))


def test_the_home_is_the_one_given_else_the_environment_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGDAY_HOME", str(tmp_path / "env"))
    assert Home(tmp_path / "given").path == tmp_path / "given"
    assert Home().path == tmp_path / "env"
    monkeypatch.delenv("LEGDAY_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert Home().path.name == "legday"


def test_a_new_home_has_nobody_and_looking_creates_nothing(home: Home) -> None:
    assert home.athletes() == ()
    assert home.athlete() == "me"
    assert home.open_logbook(None, Clock()).is_new()
    assert not home.path.exists()


def test_the_only_athlete_is_meant_where_none_is_said(home: Home) -> None:
    add(home, "anna")
    assert home.open_logbook(None, Clock()).athlete.name == "anna"


def test_of_many_one_has_to_be_said_or_set(home: Home) -> None:
    add(home, "anna", "ben")
    assert home.athletes() == ("anna", "ben")
    with pytest.raises(StoreError, match=r"--athlete and one of anna, ben\."):
        home.open_logbook(None, Clock())
    assert home.open_logbook("Ben", Clock()).athlete.name == "ben"
    home.save_settings(Settings(athlete="anna"))
    assert home.open_logbook(None, Clock()).athlete.name == "anna"


def test_a_folder_that_came_from_a_mac_is_found_by_its_name(home: Home) -> None:
    add(home, "ben")
    (home.path / "athletes" / "ben").rename(home.path / "athletes" / "Zoe\u0308")
    assert home.open_logbook("zo\u00eb", Clock()).athlete.name == "ben"


def test_a_name_nobody_has_is_said_unless_it_is_to_be_new(home: Home) -> None:
    add(home, "anna")
    with pytest.raises(StoreError, match="There is no log of ana here; there is one of anna"):
        home.open_logbook("ana", Clock())
    add(home, "Åsa Öberg")
    assert home.athletes() == ("anna", "Åsa Öberg")


@pytest.mark.parametrize(
    "name",
    ["..", ".", "../ben", "a/b", "a\\b", "", "/etc", ".hidden", "a\n", "a\x1b[2J", "CON", "a:b", "x" * 61, "-rf", "a "],
)
def test_a_name_cannot_lead_out_of_the_home(home: Home, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be an athlete's name") as seen:
        home.open_logbook(name or " ", Clock(), new=True)
    assert str(seen.value).isprintable()


def test_settings_are_read_once_and_after_a_save_anew(home: Home) -> None:
    home.save_settings(Settings(theme="legday"))
    assert home.settings() == Settings(theme="legday")
    assert home.problems() == ()
    (home.path / "config.toml").write_text("bel = true")
    assert [problem.where for problem in Home(home.path).problems()] == ["bel"]


def test_what_was_written_into_the_settings_by_hand_while_the_app_is_open_stays(home: Home) -> None:
    home.save_settings(Settings(theme="legday"))
    file = home.path / "config.toml"
    for number, change in enumerate((Settings(theme="legday", bar_kg=15), Settings(theme="legday", bar_kg=10))):
        file.write_text(f"{file.read_text()}bar_lb = {33 + number}\n".replace("bar_lb = 33\nbar", "bar"))
        home.save_settings(change)
    assert Home(home.path).settings() == Settings(theme="legday", bar_kg=10, bar_lb=34)


def test_opening_a_log_loads_nothing_that_only_some_need() -> None:
    heavy = {"tomlkit", "tomllib", "platformdirs", "secrets", "data.formats.interchange"}
    program = "import sys, data.store.home; print(*sys.modules)"
    loaded = run_program([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not heavy & set(loaded)


def test_a_log_on_a_disk_that_is_not_there_is_no_new_log(home: Home, tmp_path: Path) -> None:
    (home.path / "athletes").mkdir(parents=True)
    (home.path / "athletes" / "anna").symlink_to(tmp_path / "disk" / "anna")
    assert home.athletes() == ("anna",)
    with pytest.raises(StoreError, match=r"anna leads to .*disk/anna, which is not there"):
        home.open_logbook(None, Clock()).is_new()


@pytest.mark.parametrize("link", ["home", "home/athletes"])
def test_a_home_on_a_disk_that_is_not_there_is_no_new_home(home: Home, tmp_path: Path, link: str) -> None:
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "disk")
    with pytest.raises(StoreError, match=r"leads to .*disk, which is not there"):
        home.athletes()
