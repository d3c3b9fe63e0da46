"""Where a log or the server is in trouble a coach is told what is wrong, and never where on the server that is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.ssh_place import NOW, REFUSED, Place

# Wide, so that no path is cut off or broken in two.
WIDE = (200, 40)


@contextmanager
def cut_off(path: Path) -> Iterator[None]:
    """The file ends in the middle while the block lasts."""
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    try:
        yield
    finally:
        path.write_bytes(whole)


@pytest.fixture
def damaged(place: Place) -> Iterator[Place]:
    """The place with the file of anna's year cut off."""
    with cut_off(place.home / "athletes" / "anna" / f"log-{NOW.year}.json"):
        yield place


def test_a_command_names_the_file_and_no_folder_of_the_server(damaged: Place) -> None:
    answer = damaged.sshd.ask(damaged.kim, "week anna")
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"legday: anna/log-{NOW.year}.json cannot be read")
    assert answer.stderr.count("\n") == 1
    assert str(damaged.home) not in answer.stderr


@pytest.mark.parametrize("words", [(), ("anna",)])
def test_the_roster_and_the_app_name_no_folder_of_the_server(damaged: Place, words: tuple[str, ...]) -> None:
    with damaged.terminal(damaged.kim, *words, size=WIDE) as screen:
        screen.shows(f"anna/log-{NOW.year}.json cannot be read")
        screen.settles(0.3)
        assert str(damaged.home) not in screen.text


def test_what_goes_wrong_while_the_app_is_open_names_no_folder(place: Place) -> None:
    with place.terminal(place.mo, "cleo", size=WIDE) as screen:
        screen.shows("you may plan")
        with cut_off(place.home / "athletes" / "cleo" / f"log-{NOW.year}.json"):
            screen.shows(f"cleo/log-{NOW.year}.json cannot be read")
            assert str(place.home) not in screen.text


def test_nobody_is_let_in_by_grants_that_cannot_be_read_and_their_place_is_not_told(place: Place) -> None:
    with cut_off(place.home / "access.json"):
        answer = place.sshd.ask(place.kim, "week anna")
    assert (answer.returncode, answer.stdout) == (REFUSED, "")
    assert answer.stderr.startswith("legday: access.json cannot be read")
    assert "so nobody is let in" in answer.stderr
    assert str(place.home) not in answer.stderr
