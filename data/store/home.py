"""The home of the logs: whose there are, which is meant, and opening one."""

import os
import unicodedata
from collections.abc import Callable, Hashable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Final

from data.access import Allows, Visitor, always
from data.formats.problem import Problem
from data.names import one_called
from data.store.config import Settings, read_settings, save_settings
from data.store.conflicts import unread_in
from data.store.errors import StoreError
from data.store.files import FilesBackend, stamp_of
from data.store.layout import check_link, unreadable
from data.store.logbook import Logbook

_FIRST_ATHLETE: Final = "me"
_LONGEST_NAME: Final = 60
# What a file name may not hold, or be, on one system or another.
_NOT_IN_NAMES: Final = frozenset('/\\:*?"<>|')
_NO_NAMES: Final = frozenset({"con", "prn", "aux", "nul"})


def _folder_name(athlete: str) -> str:
    """The name of an athlete's folder. Raises StoreError for a name that cannot be one."""
    name = unicodedata.normalize("NFC", athlete)
    odd = any(letter in _NOT_IN_NAMES or unicodedata.category(letter)[0] == "C" for letter in name)
    if odd or not 0 < len(name) <= _LONGEST_NAME or name[0] in ". ~-" or name[-1] in ". " or name.lower() in _NO_NAMES:
        shown = "".join(letter if letter.isprintable() else "?" for letter in athlete[:_LONGEST_NAME])
        raise StoreError(f'"{shown}" cannot be an athlete\'s name: use letters, digits, spaces, - and _, up to 60.')
    return name


class Home:
    """A folder with settings and the athletes' logs: the one given, else LEGDAY_HOME's, else the user's data folder."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = (path or _usual_path()).expanduser().absolute()

    def athletes(self) -> tuple[str, ...]:
        """The names of those who have a log here. Raises StoreError where that cannot be looked for."""
        folder = self.path / "athletes"
        try:
            folders = [one.name for one in folder.iterdir() if one.is_dir() or one.is_symlink()]
        except FileNotFoundError:
            check_link(self.path)
            check_link(folder)
            return ()
        except OSError as error:
            raise unreadable(self.path, error) from error
        return tuple(sorted(name for name in folders if not name.startswith(".")))

    def athlete(self, given: str | None = None, new: bool = False) -> str:
        """Whose log is meant: the one given, else the settings' default, else the only one, else a first "me".

        Raises StoreError, naming those there are, where that leaves it open, or is nobody's and is not to be `new`.
        """
        names = self.athletes()
        wanted = given or self.settings().athlete
        if wanted:
            name, there = _folder_name(wanted), one_called(wanted, names)
            if names and not there and not new:
                raise StoreError(f"There is no log of {name} here; there is one of {', '.join(names)}.")
            return there or name
        if len(names) > 1:
            raise StoreError(f"Whose log? Say --athlete and one of {', '.join(names)}.")
        return next(iter(names), _FIRST_ATHLETE)

    def open_logbook(
        self,
        athlete: str | None,
        clock: Callable[[], datetime],
        new: bool = False,
        visitor: Visitor | None = None,
        allows: Allows = always,
    ) -> Logbook:
        """The log of the athlete meant; a new one's has nothing in it, and no folder before the first save.

        A visitor can do in it what their role says while `allows` does, and opening it for them touches nothing.
        """
        return self.open_known(self.athlete(athlete, new), clock, visitor, allows)

    def open_known(
        self, name: str, clock: Callable[[], datetime], visitor: Visitor | None = None, allows: Allows = always
    ) -> Logbook:
        """The log of one of the `athletes`, likewise."""
        tidy = not (visitor and visitor.limited)
        return Logbook(FilesBackend(self.path / "athletes" / name, tidy=tidy), clock, visitor=visitor, allows=allows)

    def unread(self, name: str) -> list[str]:
        """What of the folder of one of the `athletes` is not read, though named much like a part of it, a line each."""
        folder = self.path / "athletes" / name
        try:
            return unread_in(folder) if folder.is_dir() else []
        except OSError as error:
            raise unreadable(folder, error) from error

    def stamp(self, name: str) -> Hashable:
        """Something that differs whenever the log of one of the `athletes` changed. Costs a stat."""
        return stamp_of(self.path / "athletes" / name)

    def unplaced(self, text: str) -> str:
        """A message with its paths as seen from here, "anna/log-2026.json": what a visitor may know of them."""
        for folder in (self.path / "athletes", self.path):
            text = text.replace(f"{folder}/", "").replace(str(folder), "the folder of the logs")
        return text

    def settings(self) -> Settings:
        """The settings of config.toml; what is wrong there is at its default, and among the problems."""
        return self._settings[0]

    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with config.toml."""
        return self._settings[1]

    def save_settings(self, settings: Settings) -> None:
        """Write what of the settings is new since they were read or saved last to config.toml, whose comments and what
        was written into it meanwhile are kept. Raises StoreError."""
        save_settings(self._config, settings, self.settings())
        self.__dict__["_settings"] = settings, read_settings(self._config)[1]

    @cached_property
    def _settings(self) -> tuple[Settings, tuple[Problem, ...]]:
        return read_settings(self._config)

    @property
    def _config(self) -> Path:
        return self.path / "config.toml"


def _usual_path() -> Path:
    if given := os.environ.get("LEGDAY_HOME"):
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("legday", appauthor=False)
