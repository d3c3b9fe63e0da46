"""Files that are whole after any crash: written beside, flushed to the disk, and only then put in place.

What is new is its owner's alone; what was opened to others stays so.
"""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import Final, TypeAlias

from msgspec import DecodeError, json

from data.store.errors import CannotWrite

# The mode of a file and of a folder that nobody else may look into.
OWN: Final = 0o600
OWN_FOLDER: Final = 0o700
_TEMPORARY: Final = ".tmp"
_UNFINISHED: Final = ".unfinished.json"
# A staged file and where it belongs; without one, the file there is to be removed.
Moves: TypeAlias = Sequence[tuple[Path | None, Path]]
_WHY: Final = {
    errno.ENOSPC: "the disk is full. Make room and try again",
    errno.EDQUOT: "your share of the disk is used up. Make room and try again",
    errno.EFBIG: "the file may not grow any more. Raise the limit and try again",
    errno.EROFS: "the disk is read-only. Make it writable, or choose another folder with --home",
    errno.EACCES: "there is no permission to write there. Give it, or choose another folder with --home",
    errno.EPERM: "there is no permission to write there. Give it, or choose another folder with --home",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the system's error inside into CannotWrite, one line that says what is in the way of `path`."""
    try:
        yield
    except OSError as error:
        why = _WHY.get(error.errno or 0, f"{error.strerror or error}. Mend that and try again")
        raise CannotWrite(f"{path} could not be saved: {why}.") from error


def stage(path: Path, data: bytes, mode: int | None = None) -> Path:
    """Write the data to a new temporary file beside `path`, on the disk when this returns; gives the file.

    Without a mode it has that of `path`, and where there is no such file it is its owner's alone. Its time of change
    is later than that of `path`, however coarse the clock. Raises OSError, leaving no file.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(6).hex()}{_TEMPORARY}")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWN if mode is None else mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _take_after(handle, path, mode is None)
            os.fsync(handle)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _take_after(handle: int, path: Path, with_mode: bool) -> None:
    with suppress(FileNotFoundError):
        before, now = path.stat(), os.fstat(handle)
        if with_mode and S_IMODE(before.st_mode) != S_IMODE(now.st_mode):
            os.fchmod(handle, S_IMODE(before.st_mode))
        if now.st_mtime_ns <= before.st_mtime_ns:
            os.utime(handle, ns=(before.st_mtime_ns + 1, before.st_mtime_ns + 1))


def flush_folder(folder: Path) -> None:
    """Bring the names of a folder to the disk: what was created, replaced and removed in it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems cannot, and need not
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Create a folder and those above it, on the disk when this returns."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(OWN_FOLDER, exist_ok=True)
        flush_folder(folder.parent)


def write(path: Path, data: bytes, mode: int | None = None) -> None:
    """Put a file of the data in place of any other, on the disk when this returns; its mode as `stage` says.

    Raises CannotWrite.
    """
    with explained(path):
        make_folder(path.parent)
        stage(path, data, mode).replace(path)
        flush_folder(path.parent)


def unused(path: Path) -> Path:
    """The path, or where there is such a file the first of "name-2.json", "name-3.json" … that there is not."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_name(f"{path.stem}-{number}{path.suffix}"), number + 1
    return free


def discard(moves: Moves) -> None:
    """Remove staged files that will not be put in place."""
    for staged, _ in moves:
        if staged:
            with suppress(OSError):
                staged.unlink()


def move_together(folder: Path, moves: Moves) -> None:
    """Put staged files of a folder in place, in this order, and remove the files that nothing is staged for.

    Of several, a note of the moves is written first, so that `roll_forward` can finish them after a crash. On the disk
    when this returns. Raises OSError; then nothing has moved, or the next `roll_forward` moves all.
    """
    note, several = folder / _UNFINISHED, len(moves) > 1
    try:
        if several:
            names = [(staged.name if staged else None, path.name) for staged, path in moves]
            stage(note, json.encode(names)).replace(note)
            flush_folder(folder)
        else:
            _move(moves)
    except OSError:
        if several:
            note.unlink(missing_ok=True)
        discard(moves)
        raise
    if several:
        _move(moves)
    flush_folder(folder)
    if several:
        note.unlink()


def roll_forward(folder: Path) -> None:
    """Finish the moves that a crash cut short, if it did. For the holder of the lock. Raises OSError, and CannotWrite
    where the note of them is none of ours."""
    note = folder / _UNFINISHED
    if note.exists():
        names = _noted(note)
        moves = [(folder / staged if staged else None, folder / name) for staged, name in names]
        _move([(staged, path) for staged, path in moves if staged is None or staged.exists()])
        flush_folder(folder)
        note.unlink()


def cut_short(folder: Path) -> bool:
    """Whether a crash left anything in the folder, or somebody is writing there now. Raises OSError."""
    names = [path.name for path in folder.iterdir()]
    return _UNFINISHED in names or any(name.endswith(_TEMPORARY) for name in names)


def clear_up(folder: Path) -> None:
    """Finish what a crash cut short and remove the temporary files it left. For the holder of the lock, as others
    would lose theirs. Raises OSError, and CannotWrite as `roll_forward` does."""
    roll_forward(folder)
    for temporary in folder.glob(f".*{_TEMPORARY}"):
        temporary.unlink(missing_ok=True)


def _noted(note: Path) -> list[tuple[str | None, str]]:
    """The names of a note of moves: each of a file of its folder."""
    try:
        names = json.decode(note.read_bytes(), type=list[tuple[str | None, str]])
        if all(Path(name).name == name for pair in names for name in pair if name is not None):
            return names
    except (DecodeError, UnicodeDecodeError):
        pass  # said below
    raise CannotWrite(f"{note} is no note of ours: delete it and try again, and see if the last save is there.")


def _move(moves: Moves) -> None:
    for staged, path in moves:
        if staged is None:
            path.unlink(missing_ok=True)
        else:
            staged.replace(path)
