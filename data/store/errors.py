"""What can go wrong with a log. Every message is one line: what, where, what to do."""

from data.store.backend import Shelf


class StoreError(Exception):
    """Something about the log that the athlete has to know. `str(error)` is the line to show."""


class CannotWrite(StoreError):
    """Nothing was saved: the disk is full, the folder is read-only, or another program holds the log."""


class Conflict(StoreError):
    """Nothing was saved: what was to be changed is no longer what it was."""


class ReadOnlyLog(StoreError):
    """Nothing was saved: this log can only be read."""


class Forbidden(ReadOnlyLog):
    """Nothing was saved: whoever wanted it may not."""


class NewerSchema(ReadOnlyLog):
    """Nothing was saved: a newer legday wrote a part of this log."""


class Damaged(StoreError):
    """A part of the log cannot be read; it is left as it is.

    `place` is the file, `where` the spot in it and what is wrong there, `backup` the name of the newest good backup.
    """

    def __init__(self, shelf: Shelf, place: str, where: str, backup: str | None = None) -> None:
        self.shelf, self.place, self.where, self.backup = shelf, place, where, backup
        best = f"can put the backup of {backup} back" if backup else "can set it aside: there is no good backup of it"
        super().__init__(f"{place} cannot be read: {where}. It is left as it is; legday doctor {best}.")
