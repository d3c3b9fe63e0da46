"""What README, the guide and the help tell people to type is understood and runs, and every link leads somewhere."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from data.demo import season
from data.door import Asked, asked
from data.store.config import read_settings
from data.store.home import Home
from tests.builders import moment
from tests.tui.commands.conftest import Shell
from tui.cli import legday
from tui.key_tables import all_tables, faults_of

ROOT = Path(__file__).parents[3]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
# What stands in a synopsis for a word of one's own.
WORDS = {
    "DATE": "2026-06-01", "RACE_DATE": "2026-10-25", "N": "4", "FIGURE": "load", "LINE": "run", "TEXT": "run",
    "PATH": "a.fit", "FILE": "a.json", "SHELL": "zsh", "NAME": "units", "VALUE": "mi",
}  # fmt: skip
# These open the app, let somebody in, or want a file that is not there: they are parsed, and not run.
PARSED = {"access", "demo", "import", "live", "restore", "roster", "serve"}


def lines_of(page: Path) -> Iterator[str]:
    """What of a page is to be typed: each command of its blocks, and what stands in `…`."""
    texts = page.read_text(encoding="utf-8").split("```")
    for block in texts[1::2]:
        for line in block.splitlines():
            yield from (part.strip() for part in re.split(r" && | \| ", re.split(r"  #| < ", line)[0]))
    for text in texts[::2]:
        yield from re.findall(r"`([^`\n]+)`", text)


def on_pages(pattern: str) -> list[str]:
    """What follows the pattern in a line of any page, each once."""
    found = (re.fullmatch(pattern, line) for page in PAGES for line in lines_of(page))
    return list(dict.fromkeys(one[1] for one in found if one))


def in_help(group: click.Group = legday) -> Iterator[str]:
    """The examples in the help of every command."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command
        yield from re.findall(r"^ *legday (.+)$", command.help or "", re.MULTILINE)
        if isinstance(command, click.Group):
            yield from in_help(command)


def written_out(synopsis: str) -> list[list[str]]:
    """The words of a line. Of "week [DATE]" with a word in its place, of "grant|list" a line each."""
    words = [WORDS.get(word, word) for word in shlex.split(re.sub(r"\\(?=\|)|[][…]", "", synopsis))]
    choices = next((word.split("|") for word in words if "|" in word), [""])
    return [[one if "|" in word else word for word in words] for one in choices]


LINES = [*on_pages(r"(?:sudo -iu \w+ )?(?:\S*/)?legday (.+)"), *in_help()]
TO_RUN = [line for line in LINES if not {"[", "|"} & set(line) and shlex.split(line)[0] not in PARSED | {"--athlete"}]


@pytest.fixture(scope="module")
def season_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo's season."""
    home = tmp_path_factory.mktemp("season")
    now = moment("2026-06-01 12:00")
    Home(home).open_logbook("anna", lambda: now).replace(season(now, "Europe/Berlin"))
    return home


def test_there_is_much_to_type() -> None:
    assert len(LINES) > 50
    assert len(TO_RUN) > 25


@pytest.mark.parametrize("line", LINES)
def test_what_is_to_be_typed_is_understood(shell: Shell, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(click.Command, "invoke", lambda command, context: None)  # parsed, not run
    for words in written_out(line):
        answer = shell(*words)
        assert (answer.code, answer.err) == (0, ""), words


@pytest.mark.parametrize("line", TO_RUN)
def test_what_can_be_run_runs(
    shell: Shell, season_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    shutil.copytree(season_home, shell.home)
    monkeypatch.chdir(tmp_path)
    (words,) = written_out(line)
    answer = shell(*words)
    assert answer.err == ""
    assert answer.code in (0, 1)


@pytest.mark.parametrize("words", on_pages(r"ssh (?:-\w )*[\w-]+@[\w-]+ (\w.*)"))
def test_what_is_asked_for_over_ssh_is_given(words: str) -> None:
    assert isinstance(asked(words, ["anna"]), Asked)


def test_readme_names_every_command(shell: Shell) -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `legday ([a-z]+)", readme, re.MULTILINE))
    assert named == set(legday.list_commands(click.Context(legday))) - {"serve"}


def anchors(page: Path) -> set[str]:
    """The headings of a page, as a link names them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, anchor in re.findall(r"\]\(([^)#]*)#?([^)]*)\)", page.read_text(encoding="utf-8")):
        there = (page.parent / path).resolve() if path else page
        assert there.is_file(), path
        assert not anchor or anchor in anchors(there), anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_settings_that_are_shown_are_good(page: Path, tmp_path: Path) -> None:
    for number, shown in enumerate(re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)):
        config = tmp_path / f"{number}.toml"
        config.write_text(shown)
        settings, problems = read_settings(config)
        assert problems == ()
        assert faults_of(settings.keys, all_tables()) == []
