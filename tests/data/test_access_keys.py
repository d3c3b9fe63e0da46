"""Our lines in authorized_keys: every other byte stays as it is, and what a key may run is one command."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.access_keys import (
    Entry,
    PublicKey,
    Unfinished,
    command_of,
    entries,
    fingerprint,
    line_elsewhere,
    line_of,
    read_key,
    with_entry,
    without_name,
)

HOME = "/srv/legday"
BLOB = "AAAAC3NzaC1lZDI1NTE5AAAAIKkguQAsTReAKXm4FaerFxmx3CQl5t7h4H0FmR9uzKKu"
KEY = PublicKey("ssh-ed25519", BLOB)
OTHER = PublicKey("ssh-ed25519", BLOB[:-4] + "AAAA")
KIM, LEA = Entry("kim", KEY), Entry("lea", OTHER)
COMMAND = "/usr/bin/legday --home /srv/legday serve --as kim"


def test_the_line_says_what_the_key_may_run_and_forbids_the_rest() -> None:
    assert line_of(KIM, COMMAND) == f'restrict,pty,command="{COMMAND}" ssh-ed25519 {BLOB} legday:kim'


def test_a_block_is_marked_and_goes_with_its_last_key() -> None:
    owners = b"# mine\nssh-ed25519 AAAAowner me@home"
    data = with_entry(with_entry(owners, HOME, KIM, COMMAND), HOME, LEA, COMMAND)
    assert data.startswith(owners + b"\n# >>> legday /srv/legday\nrestrict,pty,")
    assert data.endswith(b"legday:lea\n# <<< legday /srv/legday\n")
    assert entries(data, HOME) == [KIM, LEA]
    assert entries(without_name(data, HOME, "kim"), HOME) == [LEA]
    assert without_name(without_name(data, HOME, "kim"), HOME, "lea") == owners + b"\n"


LINES = st.lists(
    st.sampled_from([b"ssh-rsa AAAAx me\r\n", b"# note\n", b"\n", b"\xff\xfe odd\n", b"# >>> legday /else\n"])
)


@given(before=LINES, after=LINES, ending=st.sampled_from([b"", b"no end of line"]))
def test_other_lines_stay_byte_for_byte(before: list[bytes], after: list[bytes], ending: bytes) -> None:
    head, tail = b"".join(before), b"".join(after) + ending
    data = with_entry(head, HOME, KIM, COMMAND) + tail
    more = with_entry(data, HOME, LEA, COMMAND)
    assert more.startswith(head)
    assert more.endswith(tail)
    assert with_entry(more, HOME, LEA, COMMAND) == more
    assert without_name(more, HOME, "lea") == data
    assert without_name(data, HOME, "kim") == head + tail


def test_what_somebody_wrote_between_the_marks_stays() -> None:
    data = with_entry(b"", HOME, KIM, COMMAND).replace(b"# <<<", b"ssh-ed25519 AAAAmine me\n# <<<")
    assert b"ssh-ed25519 AAAAmine me\n" in without_name(data, HOME, "kim")


@pytest.mark.parametrize("line", [b"# >>> legday /srv/legday\n", b"# <<< legday /srv/legday\n"])
def test_marks_that_do_not_match_stop_everything(line: bytes) -> None:
    data = with_entry(b"first\n", HOME, KIM, COMMAND)
    for broken in (data + line, data.replace(line, b"")):
        with pytest.raises(Unfinished, match="mend the marks by hand"):
            with_entry(broken, HOME, LEA, COMMAND)


def test_the_same_key_on_another_line_is_found() -> None:
    data = with_entry(f'from="10.0.0.1" ssh-ed25519 {BLOB} me\n'.encode(), HOME, KIM, COMMAND)
    assert line_elsewhere(data, HOME, KEY) == 1
    assert line_elsewhere(data, HOME, OTHER) is None
    assert line_elsewhere(with_entry(b"", HOME, KIM, COMMAND), HOME, KEY) is None
    assert line_elsewhere(with_entry(b"", "/another", KIM, COMMAND), HOME, KEY) == 2


def test_the_same_key_between_our_marks_is_found_where_the_line_is_not_ours() -> None:
    data = with_entry(b"", HOME, LEA, COMMAND).replace(b"# <<<", f"ssh-ed25519 {BLOB} me\n# <<<".encode())
    assert line_elsewhere(data, HOME, KEY) == 3


@pytest.mark.parametrize(
    ("home", "wanted"),
    [
        ("/srv/legday", "/bin/legday --home /srv/legday serve --as kim"),
        ("/srv/our club; rm", "/bin/legday --home '/srv/our club; rm' serve --as kim"),
        ("/srv/$(id)", "/bin/legday --home '/srv/$(id)' serve --as kim"),
        ('/srv/"x', None),
        ("/srv/'x", None),
        ("/srv/\\x", None),
        ("/srv/a\nb", None),
    ],
)
def test_a_path_is_quoted_or_refused(home: str, wanted: str | None) -> None:
    assert command_of(["/bin/legday"], home, "kim") == wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"ssh-ed25519 {BLOB} kim@laptop\n", KEY),
        (f"# mine\n\n  ssh-ed25519 {BLOB}\n", KEY),
        ("", "there is no public key in it: one begins with ssh-ed25519, ecdsa-sha2-… or ssh-rsa"),
        (
            "<html>\n<p>Not found\n",
            "there is no public key in it: one begins with ssh-ed25519, ecdsa-sha2-… or ssh-rsa",
        ),
        (f"ssh-ed25519 {BLOB}\nssh-ed25519 {BLOB}\n", "2 lines in it: one public key on one line is wanted"),
        (f"ssh-ed25519 {BLOB[:30]}\n{BLOB[30:]}\n", "2 lines in it: one public key on one line is wanted"),
        (f"sk-ssh-ed25519@openssh.com {BLOB} kim@key", PublicKey("sk-ssh-ed25519@openssh.com", BLOB)),
        (
            f"ssh-ed25519-cert-v01@openssh.com {BLOB} kim",
            "this is a certificate: take the public key that it is for, the .pub file without -cert",
        ),
        (
            f"---- BEGIN SSH2 PUBLIC KEY ----\n{BLOB}\n---- END SSH2 PUBLIC KEY ----\n",
            "the key is written as PuTTY does: ssh-keygen -i -f FILE writes it on one line",
        ),
        (
            "PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 2\n",
            "this is the private key, which nobody else should have: take the file that ends in .pub",
        ),
        (f'command="sh" ssh-ed25519 {BLOB}', "the line says more than the key: take away what stands before it"),
        ("hello", "there is no public key in it: one begins with ssh-ed25519, ecdsa-sha2-… or ssh-rsa"),
        (
            "ssh-dss AAAAB3NzaC1kc3MAAACB",
            "there is no public key in it: one begins with ssh-ed25519, ecdsa-sha2-… or ssh-rsa",
        ),
        ("ssh-ed25519", "the key is cut off: copy the whole line of the .pub file"),
        (f"ssh-ed25519 {BLOB}A", "the key is cut off: copy the whole line of the .pub file"),
        ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC9=", "the key is cut off: copy the whole line of the .pub file"),
        ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgR==", "the key is cut off: copy the whole line of the .pub file"),
        (f'ssh-ed25519 {BLOB}"x', "the key is cut off: copy the whole line of the .pub file"),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n",
            "this is the private key, which nobody else should have: take the file that ends in .pub",
        ),
    ],
)
def test_a_key_is_read_or_it_is_said_what_is_wrong(text: str, said: PublicKey | str) -> None:
    assert read_key(text) == said


@given(st.text())
def test_a_key_that_is_taken_is_one_word_after_its_kind(text: str) -> None:
    key = read_key(text)
    assert isinstance(key, str) or (key.kind + key.blob).isascii()


@pytest.mark.parametrize(
    ("kind", "bits", "weak"), [("ed25519", 256, False), ("rsa", 1024, True), ("ecdsa", 384, False)]
)
def test_ssh_keygen_has_the_last_word(tmp_path: Path, kind: str, bits: int, weak: bool) -> None:
    made = tmp_path / "key"
    try:
        subprocess.run(["ssh-keygen", "-q", "-t", kind, "-b", str(bits), "-N", "", "-f", made], check=True)
    except FileNotFoundError:
        pytest.skip("there is no ssh-keygen here")
    key = read_key(made.with_suffix(".pub").read_text())
    assert isinstance(key, PublicKey)
    found, problem = fingerprint(key)
    assert (found == "") is weak
    assert problem is None or "1024 bits is too weak" in problem
    assert found == "" or found.startswith("SHA256:")


def test_what_is_no_key_is_not_taken() -> None:
    found, problem = fingerprint(PublicKey("ssh-ed25519", "A" * 40))
    assert (found, problem) == ("", "ssh-keygen cannot read the key: copy the whole line of the .pub file")
    _, problem = fingerprint(KEY, ["there-is-no-such-program"])
    assert problem == "ssh-keygen, which checks the key, cannot be run: install the OpenSSH client"
