"""The lines that let coaches in: public keys, and the marked lines of an authorized_keys file. Bytes in, bytes out."""

import re
import shlex
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Final, NamedTuple

NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,31}")
_KINDS: Final = (
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "ssh-rsa",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
)
_BLOB: Final = re.compile(r"[A-Za-z0-9+/]{16,4000}={0,3}")
_FEWEST_RSA_BITS: Final = 2048
# What stands in private keys alone: OpenSSH's, and PuTTY's.
_PRIVATE: Final = ("PRIVATE KEY", "PuTTY-User-Key-File")
_OURS: Final = re.compile(rb'restrict,pty,command="[^\n]*" (\S+) (\S+) legday:(\S+)')
# What would end the quotes around a command, or the line.
_NOT_IN_A_COMMAND: Final = frozenset("\"'\\")


class PublicKey(NamedTuple):
    """A public key as SSH writes it: its kind and its base64, nothing beside."""

    kind: str
    blob: str


class Entry(NamedTuple):
    """One of our lines: whose key it is."""

    name: str
    key: PublicKey


class Unfinished(ValueError):
    """The marks around our lines are not as we leave them; the text says where."""


def read_key(text: str) -> PublicKey | str:
    """The one public key in a text, or in one line why it is not taken."""
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    words = lines[0].split() if lines else [""]
    if problem := _other_than_keys(text, words):
        return problem
    if len(lines) > 1:
        return f"{len(lines)} lines in it: one public key on one line is wanted"
    if len(words) < 2 or not _is_whole(words[1]):
        return "the key is cut off: copy the whole line of the .pub file"
    return PublicKey(words[0], words[1])


def _other_than_keys(text: str, words: Sequence[str]) -> str | None:
    """What the text is in the place of a public key, told by all of it and the words of its first line."""
    if any(mark in text for mark in _PRIVATE):
        return "this is the private key, which nobody else should have: take the file that ends in .pub"
    if "BEGIN SSH2 PUBLIC KEY" in text:
        return "the key is written as PuTTY does: ssh-keygen -i -f FILE writes it on one line"
    if words[0].endswith("-cert-v01@openssh.com"):
        return "this is a certificate: take the public key that it is for, the .pub file without -cert"
    if words[0] in _KINDS:
        return None
    if any(kind in words for kind in _KINDS):
        return "the line says more than the key: take away what stands before it"
    return "there is no public key in it: one begins with ssh-ed25519, ecdsa-sha2-… or ssh-rsa"


def fingerprint(key: PublicKey, keygen: Sequence[str] = ("ssh-keygen",)) -> tuple[str, str | None]:
    """What `ssh-keygen` says of the key: its fingerprint, or "" and in one line why it is not taken."""
    try:
        done = subprocess.run(
            [*keygen, "-l", "-f", "-"], input=f"{key.kind} {key.blob}\n", capture_output=True, text=True, timeout=10
        )
    except (OSError, subprocess.TimeoutExpired):
        return "", "ssh-keygen, which checks the key, cannot be run: install the OpenSSH client"
    told = re.fullmatch(r"(\d+) (\S+) .*\n", done.stdout)
    if done.returncode or not told:
        return "", "ssh-keygen cannot read the key: copy the whole line of the .pub file"
    if key.kind == "ssh-rsa" and int(told[1]) < _FEWEST_RSA_BITS:
        return "", f"an RSA key of {told[1]} bits is too weak: make one with ssh-keygen -t ed25519"
    return told[2], None


def command_of(program: Sequence[str], home: str, name: str) -> str | None:
    """The command that a key of that name may run, as a shell reads it; None where a path in it cannot be written."""
    words = [*program, "--home", home, "serve", "--as", name]
    if any(not word.isprintable() or _NOT_IN_A_COMMAND & set(word) for word in words):
        return None
    return shlex.join(words)


def line_of(entry: Entry, command: str) -> str:
    """The line of authorized_keys that lets the key run this command and nothing else."""
    return f'restrict,pty,command="{command}" {entry.key.kind} {entry.key.blob} legday:{entry.name}'


def entries(data: bytes, home: str) -> list[Entry]:
    """The keys in our lines of a home. Raises Unfinished."""
    return [entry for line in _parts(data, home)[1] if (entry := _entry(line))]


def with_entry(data: bytes, home: str, entry: Entry, command: str) -> bytes:
    """The file with a line of ours for the key, in the place of any before, and every other byte as it was.

    Raises Unfinished.
    """
    before, inside, after = _parts(data, home)
    kept = [line for line in inside if _entry(line) != entry]
    return _joined(before, [*kept, f"{line_of(entry, command)}\n".encode()], after, home)


def without_name(data: bytes, home: str, name: str) -> bytes:
    """The file without our lines for the name, and without our marks where nothing is left between them.

    Raises Unfinished.
    """
    before, inside, after = _parts(data, home)
    kept = [line for line in inside if not ((entry := _entry(line)) and entry.name == name)]
    return _joined(before, kept, after, home)


def line_elsewhere(data: bytes, home: str, key: PublicKey) -> int | None:
    """The number of a line that is not ours and holds the same key, which would win over ours or lose to it.

    What somebody wrote between our marks is not ours either. Raises Unfinished.
    """
    ours = {line for line in _parts(data, home)[1] if _entry(line)}
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        if line not in ours and not line.lstrip().startswith(b"#") and key.blob.encode() in line.split():
            return number
    return None


def _is_whole(blob: str) -> bool:
    """Whether it is base64 in the one way to write it, so that the same key is the same text."""
    try:
        return bool(_BLOB.fullmatch(blob)) and b64encode(b64decode(blob)).decode() == blob
    except ValueError:
        return False


def _joined(before: bytes, inside: list[bytes], after: bytes, home: str) -> bytes:
    if not inside:
        return before + after
    if before and not before.endswith(b"\n"):
        before += b"\n"
    return b"".join((before, _mark(b">>>", home), *inside, _mark(b"<<<", home), after))


def _mark(arrows: bytes, home: str) -> bytes:
    return b"# " + arrows + b" legday " + home.encode() + b"\n"


def _parts(data: bytes, home: str) -> tuple[bytes, list[bytes], bytes]:
    """What stands before our lines, our lines, and what stands after them; the marks are in none."""
    lines = data.splitlines(keepends=True)
    plain = [line.rstrip(b"\r\n") + b"\n" for line in lines]
    begins = [place for place, line in enumerate(plain) if line == _mark(b">>>", home)]
    ends = [place for place, line in enumerate(plain) if line == _mark(b"<<<", home)]
    if not begins and not ends:
        return data, [], b""
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        place = min(begins + ends) + 1
        raise Unfinished(f"line {place}: legday's lines do not begin and end once; mend the marks by hand")
    begin, end = begins[0], ends[0]
    return b"".join(lines[:begin]), lines[begin + 1 : end], b"".join(lines[end + 1 :])


def _entry(line: bytes) -> Entry | None:
    found = _OURS.fullmatch(line.rstrip(b"\r\n"))
    if not found:
        return None
    kind, blob, name = (part.decode(errors="replace") for part in found.groups())
    return Entry(name, PublicKey(kind, blob))
