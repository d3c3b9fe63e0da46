"""Two athletes whose names differ by nothing but capitals or how an accent is written: each log is its own."""

import json
import sys
from pathlib import Path

import pytest

from data.door import Asked, asked
from data.store.grants import Grant, Grants, save_grants
from data.store.home import Home
from tests.builders import athlete, run
from tests.tui.commands.conftest import Shell
from tui.commands.access_names import named

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="its disks hold only one of the two")
# The same letters to whoever reads them: in capitals and not, its accent apart and not.
PAIRS = [("Anna", "anna"), ("Zoe\u0308", "Zo\u00eb")]


@pytest.fixture(autouse=True)
def unconfined(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process of the tests stays free."""
    monkeypatch.setattr("tui.commands.serve.confine", lambda *_, **__: None)


@pytest.fixture
def pair(shell: Shell, request: pytest.FixtureRequest) -> tuple[str, str]:
    """The logs of two athletes, each of whom has run on a day of their own."""
    names: tuple[str, str] = request.param
    for day, name in zip(("2026-05-29", "2026-05-30"), names, strict=True):
        shell.holds(run(f"{day} 07:00", id=day), athlete=athlete(name=f"new {day}"))
        (shell.home / "athletes" / f"new {day}").rename(shell.home / "athletes" / name)
    return names


@pytest.mark.parametrize("pair", PAIRS, indirect=True)
@pytest.mark.parametrize("which", [0, 1])
def test_whoever_was_granted_one_is_not_given_the_other(shell: Shell, pair: tuple[str, str], which: int) -> None:
    name, day = pair[which], ("2026-05-29", "2026-05-30")[which]
    save_grants(shell.home, Grants({"kim": Grant({name: "view"})}))
    shell.set(SSH_ORIGINAL_COMMAND="export")
    answer = shell("--home", str(shell.home), "serve", "--as", "kim")
    assert (answer.code, answer.err) == (0, "")
    assert [one["id"] for one in json.loads(answer.out)["logged"]] == [day]


@pytest.mark.parametrize("pair", PAIRS, indirect=True)
@pytest.mark.parametrize("which", [0, 1])
def test_the_one_that_is_said_is_granted(shell: Shell, pair: tuple[str, str], which: int, tmp_path: Path) -> None:
    save_grants(shell.home, Grants({"kim": Grant({}, ("SHA256:x",))}))
    shell("access", "grant", "kim", "--athletes", pair[which], "--authorized-keys", str(tmp_path / "keys"))
    kept = json.loads((shell.home / "access.json").read_text())
    assert kept["people"]["kim"]["athletes"] == {pair[which]: "view"}


@pytest.mark.parametrize("pair", PAIRS, indirect=True)
def test_of_two_that_may_be_meant_none_is_granted(shell: Shell, pair: tuple[str, str], tmp_path: Path) -> None:
    save_grants(shell.home, Grants({"kim": Grant({}, ("SHA256:x",))}))
    said = pair[0].upper()
    told = shell("access", "grant", "kim", "--athletes", said, "--authorized-keys", str(tmp_path / "keys"))
    assert (told.code, f"there is no log of {said} here; there is one of" in told.err) == (2, True)
    assert json.loads((shell.home / "access.json").read_text())["people"]["kim"]["athletes"] == {}


@pytest.mark.parametrize("names", PAIRS)
def test_of_two_granted_the_one_asked_for_is_shown(names: tuple[str, str]) -> None:
    for name in names:
        assert asked(name, names) == asked(f"legday {name}", names) == Asked(name)
        assert asked(f"week {name}", names) == Asked(name, "week")


def test_a_name_written_otherwise_still_finds_the_only_one(shell: Shell) -> None:
    shell.holds(run("2026-05-30 07:00"), athlete=athlete(name="Zo\u00eb"))
    assert Home(shell.home).athlete("zoe\u0308") == "Zo\u00eb"
    assert named("ZOE\u0308", ("Zo\u00eb",)) == ["Zo\u00eb"]
