"""`legday serve` as sshd starts it: what it gives, what it refuses, and that who is shut out does not stay."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from data.store.errors import Forbidden
from data.store.grants import Grant, Grants, save_grants
from tests.builders import athlete, run
from tests.tui.commands.conftest import Answer, Shell
from tui.guest import GuestApp

Serve = Callable[[str], Answer]


@pytest.fixture
def confined(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What the process was confined to, in the place of confining the process of the tests."""
    told: list[tuple[str, bool]] = []
    monkeypatch.setattr("tui.commands.serve.confine", lambda what, writes: told.append((what, writes)))
    return told


@pytest.fixture
def serve(shell: Shell, confined: object) -> Serve:
    """What kim is given for some words, who may see the log of anna and comment on that of ben."""
    for name in ("anna", "ben"):
        shell.holds(run("2026-05-30 07:00"), athlete=athlete(name=name))
    save_grants(shell.home, Grants({"kim": Grant({"anna": "view", "ben": "comment"})}))

    def asked(words: str) -> Answer:
        shell.set(SSH_ORIGINAL_COMMAND=words)
        return shell("--home", str(shell.home), "serve", "--as", "kim")

    return asked


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("tui.commands.serve.sys", SimpleNamespace(stdin=stream, stdout=stream))
    monkeypatch.setattr("tui.commands.serve.end_with_the_terminal", lambda *_: None)
    monkeypatch.setattr("tui.commands.serve.end_when_shut_out", lambda _: None)


def test_a_command_that_reads_is_answered_without_the_right_to_write(
    serve: Serve, confined: list[tuple[str, bool]]
) -> None:
    assert serve("week ben --json").code == 0
    assert confined[-1] == ("command", False)


def test_the_roster_is_of_the_logs_granted_and_is_read_without_the_right_to_write(
    serve: Serve, shell: Shell, confined: list[tuple[str, bool]]
) -> None:
    shell.holds(run("2026-05-30 07:00"), athlete=athlete(name="cleo"))
    assert [one["name"] for one in serve("roster --json").json["athletes"]] == ["anna", "ben"]
    assert confined[-1] == ("command", False)
    assert [one["name"] for one in serve("roster BEN --json").json["athletes"]] == ["ben"]


def test_nobody_is_sent_to_a_help_that_is_refused(serve: Serve) -> None:
    code, out, err = serve("explain anna foo")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "'week', 'day', 'bests'" in err
    assert "--help" not in err


def test_of_a_damaged_log_the_roster_names_no_folder(serve: Serve, shell: Shell) -> None:
    (shell.home / "athletes/anna/log-2026.json").write_text("{")
    code, out, _ = serve("roster --json")
    assert code == 0
    assert "anna/log-2026.json cannot be read" in out
    assert str(shell.home) not in out


@pytest.mark.usefixtures("at_a_terminal")
def test_an_app_that_is_asked_for_by_name_has_the_time_of_an_app(
    serve: Serve, confined: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GuestApp, "run", lambda _: None)
    assert serve("anna").code == 0
    assert {what for what, _ in confined} == {"app"}  # a limit once set cannot be raised


@pytest.mark.usefixtures("at_a_terminal")
def test_who_is_shut_out_while_the_app_starts_does_not_stay(
    serve: Serve, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.commands.desk import open_desk

    stays: list[bool] = []

    def open_late(*words: Any) -> Any:
        save_grants(shell.home, Grants())
        return open_desk(*words)

    monkeypatch.setattr("tui.commands.serve.open_desk", open_late)
    monkeypatch.setattr(GuestApp, "run", lambda app: stays.append(app._allows()))
    serve("anna")
    assert stays == [False]


@pytest.mark.parametrize(
    "words", ["bash", "access list", "serve --as lea", "week anna --home /", "--help", "--version"]
)
def test_anything_else_is_refused_in_a_line(serve: Serve, words: str) -> None:
    code, out, err = serve(words)
    assert (code, out, err.count("\n")) == (126, "", 1)


@pytest.mark.parametrize("words", ["week anna", "roster", "anna", ""])
def test_grants_that_cannot_be_read_let_nobody_in(serve: Serve, shell: Shell, words: str) -> None:
    (shell.home / "access.json").write_text('{"people": {"kim"')
    code, out, err = serve(words)
    assert (code, out, err.count("\n")) == (126, "", 1)
    assert err.startswith("legday: access.json cannot be read")
    assert "so nobody is let in" in err


def test_of_a_home_that_cannot_be_read_no_folder_is_told(
    serve: Serve, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "iterdir", forbidden)
    code, out, err = serve("week anna")
    assert (code, out) == (126, "")
    assert str(shell.home) not in err


def test_what_should_not_happen_names_no_file_of_the_server(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ImportError("cannot import name x (/srv/club/x.py)")

    monkeypatch.setattr("tui.commands.show.open_desk", broken)
    code, out, err = serve("week anna")
    assert (code, out) == (2, "")
    assert err == "legday: this should not happen (ImportError). Please tell whoever the log belongs to.\n"


def test_a_shells_completion_is_not_to_be_had(serve: Serve, shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "else/athletes/secret").mkdir(parents=True)
    words = f"legday --home {tmp_path}/else --athlete "
    shell.set(_LEGDAY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD="4")
    code, out, _ = serve("bash")
    assert (code, out) == (126, "")


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("after", [Grants(), Grants({"kim": Grant({"anna": "view", "ben": "view"})}), None])
@pytest.mark.parametrize("words", ["ben", ""])
def test_whose_role_changes_while_connected_writes_nothing_more(
    serve: Serve, shell: Shell, monkeypatch: pytest.MonkeyPatch, after: Grants | None, words: str
) -> None:
    said: list[str] = []

    def use(app: GuestApp) -> None:
        assert app.club
        logbook = app.desk.logbook if words else app.club.desk("ben").logbook
        run_id = logbook.everything().logged[0].id
        logbook.comment(run_id, "Well run.")
        if after is None:
            (shell.home / "access.json").write_text("{")
        else:
            save_grants(shell.home, after)
        for _ in range(2):
            with pytest.raises(Forbidden, match="Your access to this log has ended or changed"):
                logbook.comment(run_id, "And more.")
            assert not app._allows()
        said.extend(one.text for one in logbook.comments())

    monkeypatch.setattr(GuestApp, "run", use)
    assert serve(words).code == 0
    assert said == ["Well run."]
