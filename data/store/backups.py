"""Backups of an athlete's folder: a folder each under backups/, named by its day, with the files as they were."""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from data.store.backend import too_many
from data.store.durable import OWN_FOLDER, flush_folder, make_folder, stage

FOLDER: Final = "backups"
_DAY: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"


def back_up(files: Collection[Path], kept_in: Path, name: str) -> bool:
    """Copy the files into a new backup of that name and let go of the oldest; False if there is one of that
    name, or nothing to copy.

    What did not change since the last backup shares the space of the copy there. Raises OSError, leaving nothing.
    """
    if not files or (kept_in / name).exists():
        return False
    from shutil import rmtree  # once a day

    last = next(iter(names(kept_in)), None)
    make_folder(kept_in)
    for unfinished in kept_in.glob(f".{_DAY}*"):
        rmtree(unfinished)
    started = kept_in / f".{name}"
    started.mkdir(OWN_FOLDER)
    try:
        for file in files:
            _copy(file, started / file.name, kept_in / last / file.name if last else None)
        flush_folder(started)
        started.rename(kept_in / name)
    except OSError:
        rmtree(started, ignore_errors=True)
        raise
    flush_folder(kept_in)
    for old in too_many(names(kept_in), name):
        rmtree(kept_in / old)
    return True


def names(kept_in: Path) -> list[str]:
    """The names of the backups there are, newest first."""
    return sorted((path.name for path in kept_in.glob(f"{_DAY}*") if path.is_dir()), reverse=True)


def _copy(file: Path, copy: Path, older: Path | None) -> None:
    now = file.stat()
    if older and older.exists():
        then = older.stat()
        if (now.st_mtime_ns, now.st_size) == (then.st_mtime_ns, then.st_size):
            with suppress(OSError):  # not every file system can; then it is copied
                copy.hardlink_to(older)
                return
    stage(copy, file.read_bytes()).replace(copy)
    os.utime(copy, ns=(now.st_atime_ns, now.st_mtime_ns))
