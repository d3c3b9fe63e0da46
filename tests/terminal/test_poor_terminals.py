"""legday where a terminal can do little: it says so in a line, or works with what there is."""

from collections.abc import Mapping
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from tests.terminal.terminal import Size, Terminal, legday_command, legday_env

NOW = "2026-06-01T12:00:00+02:00"


def demo(home: Path, env: Mapping[str, str], size: Size = (80, 24)) -> Terminal:
    """The demo, with these variables."""
    return Terminal(legday_command("demo"), size, {**legday_env(home, NOW), **env})


@pytest.mark.parametrize("words", [(), ("live",), ("demo",)])
def test_a_terminal_that_cannot_draw_is_told_in_a_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    home = tmp_path / "home"
    with Terminal(legday_command(*words), env=legday_env(home, NOW) | {"TERM": "dumb"}) as dumb:
        dumb.process.expect(pexpect.EOF)
        told = dumb.process.before.decode()
        assert dumb.ends() == 2
    assert told == "legday: the app cannot be drawn here (TERM=dumb); `legday week` and the other commands can\r\n"
    assert not home.exists()


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"NO_COLOR": "1"},
        {"TERM": "vt100"},
    ],
    ids=" ".join,
)
def test_the_app_without_colours_or_letters(tmp_path: Path, env: dict[str, str]) -> None:
    with demo(tmp_path, env) as app:
        app.shows("12 h 22 before Tuesday's intervals")
        app.press("q")
        assert app.ends() == 0


@pytest.mark.parametrize("size", [(20, 5), (10, 3)])
def test_a_tiny_window_grows(tmp_path: Path, size: Size) -> None:
    with demo(tmp_path, {}, size) as app:
        app.shows("wk 23")
        app.screen.resize(24, 80)
        app.process.setwinsize(24, 80)
        app.shows("12 h 22 before Tuesday's intervals")
        app.press("q")
        assert app.ends() == 0
