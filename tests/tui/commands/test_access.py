"""`legday access`: what stands in authorized_keys and in access.json after it, and what it says."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.access_keys import entries
from data.store.errors import CannotWrite
from tests.builders import athlete, run
from tests.tui.commands.conftest import Shell

pytestmark = pytest.mark.skipif(
    subprocess.run(["which", "ssh-keygen"], capture_output=True).returncode != 0, reason="there is no ssh-keygen here"
)
OWNERS = b"# mine\r\nssh-ed25519 AAAAowner me@home"


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """The folder of kim's and lea's keys, and of an authorized_keys with the owner's own in it."""
    for name in ("kim", "lea"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    (tmp_path / "authorized_keys").write_bytes(OWNERS)
    return tmp_path


@pytest.fixture
def club(shell: Shell) -> Shell:
    """A home with the logs of anna and ben."""
    for name in ("anna", "ben"):
        shell.holds(run("2026-05-30 07:00"), athlete=athlete(name=name))
    return shell


def may(shell: Shell) -> dict[str, dict[str, str]]:
    """Who may do what, as it is stored."""
    people = json.loads((shell.home / "access.json").read_text())["people"]
    return {name: grant["athletes"] for name, grant in people.items()}


def grant(shell: Shell, keys: Path, name: str, *more: str) -> tuple[int, str, str]:
    words = ["access", "grant", name, "--key", str(keys / f"{name}.pub"), "--program", "/usr/bin/legday"]
    return shell(*words, "--authorized-keys", str(keys / "authorized_keys"), *more)


def test_a_coach_is_let_in_with_a_key_and_a_role(club: Shell, keys: Path) -> None:
    code, out, err = grant(club, keys, "kim", "--athletes", "anna,Ben", "--may", "comment")
    assert (code, err) == (0, "")
    assert may(club) == {"kim": {"anna": "comment", "ben": "comment"}}
    written = (keys / "authorized_keys").read_bytes()
    assert written.startswith(OWNERS + b"\n# >>> legday ")
    line = written.decode().splitlines()[3]
    key = " ".join((keys / "kim.pub").read_text().split()[:2])
    assert line == f'restrict,pty,command="/usr/bin/legday --home {club.home} serve --as kim" {key} legday:kim'
    assert "kim may see this log and comment on it: anna, ben." in out
    assert "SHA256:" in out


def test_the_program_is_this_python_deaf_to_variables_unless_another_is_said(club: Shell, keys: Path) -> None:
    words = ["access", "grant", "kim", "--key", str(keys / "kim.pub"), "--athletes", "anna"]
    assert club(*words, "--authorized-keys", str(keys / "authorized_keys")).code == 0
    line = (keys / "authorized_keys").read_text().splitlines()[3]
    assert line.startswith(f'restrict,pty,command="{sys.executable} -EP -m tui --home {club.home} serve --as kim" ')


def test_what_is_written_is_the_owners_alone(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna", "--authorized-keys", str(keys / "ssh" / "authorized_keys"))
    for path, mode in (("ssh", 0o700), ("ssh/authorized_keys", 0o600), (club.home / "access.json", 0o600)):
        assert stat.S_IMODE((keys / path).stat().st_mode) == mode


def test_a_link_stays_a_link(club: Shell, keys: Path) -> None:
    (keys / "linked").symlink_to(keys / "authorized_keys")
    grant(club, keys, "kim", "--athletes", "anna", "--authorized-keys", str(keys / "linked"))
    assert (keys / "linked").is_symlink()
    assert [one.name for one in entries((keys / "authorized_keys").read_bytes(), str(club.home))] == ["kim"]


def test_roles_add_up_and_a_second_grant_needs_no_key(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna")
    grant(club, keys, "lea", "--athletes", "anna", "--may", "plan")
    before = (keys / "authorized_keys").read_bytes()
    assert club("access", "grant", "kim", "--athletes", "ben", "--may", "plan").code == 0
    assert may(club) == {"kim": {"anna": "view", "ben": "plan"}, "lea": {"anna": "plan"}}
    assert (keys / "authorized_keys").read_bytes() == before


def test_what_is_not_said_anew_stays_as_it_was(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna", "--may", "plan")
    (keys / "kim.pub").write_bytes((keys / "lea.pub").read_bytes())  # a second key, from another machine
    assert grant(club, keys, "kim")[0] == 0
    assert may(club) == {"kim": {"anna": "plan"}}
    there = (keys / "authorized_keys").read_bytes()
    assert [one.name for one in entries(there, str(club.home))] == ["kim", "kim"]
    assert club("access", "grant", "kim", "--athletes", "anna,ben").code == 0
    assert may(club) == {"kim": {"anna": "plan", "ben": "view"}}
    assert club("access", "grant", "kim", "--may", "comment").code == 0
    assert may(club) == {"kim": {"anna": "comment", "ben": "comment"}}
    assert club("access", "grant", "kim", "--athletes", "anna", "--may", "view").code == 0
    assert may(club) == {"kim": {"anna": "view", "ben": "comment"}}


def test_an_athletes_second_key_needs_no_role_said(club: Shell, keys: Path) -> None:
    (keys / "anna.pub").write_bytes((keys / "kim.pub").read_bytes())
    grant(club, keys, "anna", "--athletes", "anna", "--may", "log")
    (keys / "anna.pub").write_bytes((keys / "lea.pub").read_bytes())
    assert grant(club, keys, "anna")[0] == 0
    assert may(club) == {"anna": {"anna": "log"}}


def test_a_key_file_with_a_mark_of_its_order_of_bytes_is_read(club: Shell, keys: Path) -> None:
    file = keys / "kim.pub"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert grant(club, keys, "kim", "--athletes", "anna")[0] == 0


def test_a_key_that_could_not_be_put_in_is_not_told_of(
    club: Shell, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise CannotWrite(f"{path} could not be saved: the disk is full.")

    monkeypatch.setattr("tui.commands.keys_file.write_own", full)
    assert grant(club, keys, "kim", "--athletes", "anna")[0] == 2
    assert not (club.home / "access.json").exists()


def test_whoever_is_shut_out_is_so_though_their_keys_cannot_be_taken_out(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna")
    file = keys / "authorized_keys"
    file.write_bytes(file.read_bytes().replace(b"# <<<", b"# <"))
    answer = club("access", "revoke", "kim", "--authorized-keys", str(file))
    assert (answer.code, answer.out) == (2, "kim may no longer see anna.\n")
    assert "mend the marks by hand" in answer.err
    assert may(club) == {}


TEN_KEYS = """
import sys
from pathlib import Path
from data.access_keys import Entry, PublicKey
from tui.commands.keys_file import Line, let_in
print("ready", flush=True)
input()
for number in range(10):
    key = PublicKey("ssh-ed25519", f"{sys.argv[2]}{number}" * 8)
    let_in(Path(sys.argv[1]), f"/{sys.argv[2]}", Line(Entry("kim", key), ""), "legday", False)
"""


def test_two_homes_lose_no_line_of_the_file_that_both_grant_into(tmp_path: Path) -> None:
    file = tmp_path / "authorized_keys"
    words = [sys.executable, "-c", TEN_KEYS, str(file)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([*words, "oslo"], **pipes) as oslo, subprocess.Popen([*words, "rome"], **pipes) as rome:
        for each in (oslo, rome):
            assert each.stdout
            assert each.stdout.readline() == "ready\n"
        for each in (oslo, rome):
            assert each.stdin
            each.stdin.write("go\n")
            each.stdin.flush()
    assert (oslo.returncode, rome.returncode) == (0, 0)
    assert [len(entries(file.read_bytes(), home)) for home in ("/oslo", "/rome")] == [10, 10]


def test_access_alone_is_told_what_to_add(shell: Shell) -> None:
    code, out, err = shell("access")
    assert (code, out) == (2, "")
    assert err == "legday: say grant, list or revoke after access; legday access --help tells of them\n"


def test_revoked_is_gone_and_the_owners_lines_stay(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna,ben")
    grant(club, keys, "lea", "--athletes", "anna")
    there = ["--authorized-keys", str(keys / "authorized_keys")]
    assert club("access", "revoke", "kim", "--athletes", "ben", *there).out == "kim may no longer see ben.\n"
    assert may(club)["kim"] == {"anna": "view"}
    assert club("access", "revoke", "kim", *there).code == 0
    assert [one.name for one in entries((keys / "authorized_keys").read_bytes(), str(club.home))] == ["lea"]
    club("access", "revoke", "lea", *there)
    assert may(club) == {}
    assert (keys / "authorized_keys").read_bytes() == OWNERS + b"\n"


def test_revoking_says_where_no_key_was_found(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna", "--print")
    answer = club("access", "revoke", "kim", "--authorized-keys", str(keys / "authorized_keys"))
    assert "No key of kim is in" in answer.out
    assert may(club) == {}


def test_revoking_makes_no_file_where_there_is_none(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna", "--print")
    club("access", "revoke", "kim", "--authorized-keys", str(keys / "ssh" / "authorized_keys"))
    assert may(club) == {}
    assert not (keys / "ssh").exists()


def test_a_dry_run_changes_nothing(club: Shell, keys: Path) -> None:
    code, out, _ = grant(club, keys, "kim", "--athletes", "anna", "--dry-run")
    assert (code, out.startswith("It would be: kim may see this log: anna.")) == (0, True)
    assert (keys / "authorized_keys").read_bytes() == OWNERS
    assert not (club.home / "access.json").exists()


def test_the_line_can_be_printed_for_a_server_that_is_edited_by_hand(club: Shell, keys: Path) -> None:
    code, out, _ = grant(club, keys, "kim", "--athletes", "anna", "--print")
    assert code == 0
    assert out.startswith("restrict,pty,command=")
    assert out.count("\n") == 1
    assert (keys / "authorized_keys").read_bytes() == OWNERS
    assert may(club) == {"kim": {"anna": "view"}}


def test_the_list_says_who_may_what(club: Shell, keys: Path) -> None:
    assert club("access", "list").out == "Nobody but you.\n"
    grant(club, keys, "kim", "--athletes", "anna,ben", "--may", "plan")
    lines = club("access", "list").out.splitlines()
    assert [line.split() for line in lines[:2]] == [["kim", "plan", "anna"], ["kim", "plan", "ben"]]
    assert lines[2].strip().startswith("SHA256:")
    assert club("access", "list", "--json").json["kim"]["athletes"] == {"anna": "plan", "ben": "plan"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--athletes", "carl"], "there is no log of carl here; there is one of anna, ben"),
        ([], "whose log? Say --athletes and some of anna, ben"),
        (["--athletes", "anna", "--key", "{keys}/kim"], "this is the private key"),
        (["--athletes", "anna", "--key", "{keys}/authorized_keys"], "cut off"),
        (["--athletes", "anna", "--key", "{keys}/none.pub"], "No such file"),
        (["--athletes", "anna", "--key", "{keys}"], "is a directory"),
        (["--athletes", "anna", "--key", "{keys}/empty.pub"], "there is no public key in it"),
        (["--athletes", "anna", "--key", "{keys}/pipe"], "pipe is no plain file: - reads the key from stdin"),
        (["--athletes", "anna", "--authorized-keys", "{keys}/pipe"], "pipe is no plain file: say another with --auth"),
        (["--athletes", "anna", "--key", "-"], "stdin: there is no public key in it"),
        (["--athletes", "anna", "--may", "plane"], "'plane' is not one of"),
    ],
)
def test_what_cannot_be_granted_is_said_and_changes_nothing(
    club: Shell, keys: Path, words: list[str], said: str
) -> None:
    os.mkfifo(keys / "pipe")
    (keys / "empty.pub").touch()
    code, out, err = grant(club, keys, "kim", *(word.format(keys=keys) for word in words))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert (keys / "authorized_keys").read_bytes() == OWNERS
    assert not (club.home / "access.json").exists()


@pytest.mark.parametrize("name", ["-kim", "kim;id", "kim lea", 'k"', "k" * 33, "", "k\x1b"])
def test_a_name_is_letters_and_digits(club: Shell, keys: Path, name: str) -> None:
    answer = club("access", "grant", "--key", str(keys / "kim.pub"), "--athletes", "anna", "--", name)
    assert answer.code == 2
    assert "cannot be a name here" in answer.err


def test_one_key_has_one_name_and_one_line(club: Shell, keys: Path) -> None:
    grant(club, keys, "kim", "--athletes", "anna")
    (keys / "lea.pub").write_bytes((keys / "kim.pub").read_bytes())
    assert "this is a key of kim's" in grant(club, keys, "lea", "--athletes", "anna")[2]
    (keys / "authorized_keys").write_bytes((keys / "kim.pub").read_bytes())
    assert "line 1 lets this very key in already" in grant(club, keys, "kim", "--athletes", "anna")[2]


def test_an_athletes_name_is_for_their_own_keys(club: Shell, keys: Path) -> None:
    (keys / "anna.pub").write_bytes((keys / "kim.pub").read_bytes())
    assert "anna is an athlete here" in grant(club, keys, "anna", "--athletes", "anna")[2]
    assert grant(club, keys, "anna", "--athletes", "anna", "--may", "log")[0] == 0
    assert may(club) == {"anna": {"anna": "log"}}


def test_nobody_writes_in_a_log_under_its_athletes_name(shell: Shell, keys: Path) -> None:
    shell.holds(run("2026-05-30 07:00"), athlete=athlete(name="Kim"))
    shell("access", "grant", "lea", "--key", str(keys / "lea.pub"), "--authorized-keys", str(keys / "authorized_keys"))
    before = may(shell)
    for name in ("kim", "KIM"):
        words = ["access", "grant", name, "--key", str(keys / "kim.pub"), "--may", "comment"]
        code, _, err = shell(*words, "--authorized-keys", str(keys / "authorized_keys"))
        assert (code, "choose another name, or --may log" in err) == (2, True)
    assert may(shell) == before


@pytest.mark.parametrize("names", ["", ",", " , "])
def test_no_name_between_the_commas_is_asked_for(club: Shell, keys: Path, names: str) -> None:
    assert "whose log? Say --athletes and some of anna, ben" in grant(club, keys, "kim", "--athletes", names)[2]
    assert not (club.home / "access.json").exists()
    grant(club, keys, "kim", "--athletes", "anna")
    assert club("access", "revoke", "kim", "--athletes", names).code == 2
    assert may(club) == {"kim": {"anna": "view"}}


def test_a_key_that_somebody_put_between_the_marks_does_not_get_a_second_line(club: Shell, keys: Path) -> None:
    grant(club, keys, "lea", "--athletes", "anna")
    file = keys / "authorized_keys"
    file.write_bytes(file.read_bytes().replace(b"# <<<", (keys / "kim.pub").read_bytes() + b"# <<<"))
    before = file.read_bytes()
    assert "line 5 lets this very key in already" in grant(club, keys, "kim", "--athletes", "anna")[2]
    assert file.read_bytes() == before
    assert "kim" not in may(club)


def test_what_is_in_the_way_of_the_keys_is_said_of_their_file(club: Shell, keys: Path) -> None:
    (keys / "round").symlink_to(keys / "round")
    code, _, err = grant(club, keys, "kim", "--athletes", "anna", "--authorized-keys", str(keys / "round"))
    assert (code, f"{keys / 'round'}: " in err, err.count("\n")) == (2, True, 1)
    assert not (club.home / "access.json").exists()


def test_what_somebody_wrote_into_the_list_is_text(club: Shell, keys: Path) -> None:
    text = json.dumps({"people": {"kim\x1b[2J": {"athletes": {"an\x1b[2Jna": "view"}, "keys": ["\x1b]0;x\x07"]}}})
    (club.home / "access.json").write_text(text)
    (club.home / "access.json").chmod(0o600)
    out = club("access", "list").out
    assert "\x1b" not in out
    assert "kim␛[2J" in out


def test_a_broken_list_lets_nobody_in_and_says_so(club: Shell, keys: Path) -> None:
    (club.home / "access.json").write_text('{"people": {"kim": {"athletes": {"anna": "everything"}}}}')
    code, _, err = grant(club, keys, "kim", "--athletes", "anna")
    assert (code, "access.json cannot be read" in err) == (2, True)
