"""The settings, as config.toml has them. A bad value is said and left at its default; comments survive a save."""

import os
import re
from math import isfinite
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from data.effort import Effort
from data.formats.problem import Problem
from data.model import Amount, Value
from data.plates import POUND_RACK, Plate, Rack
from data.store.durable import write
from data.store.errors import StoreError
from data.units import Units

_DEFAULT: Final = Rack()


class Settings(Value, frozen=True):
    """What the athlete chose for this machine. `keys` are keys by the id of what they do ("plan.fix" = "x").

    `notify` is how the terminal is asked for a desktop notification; "auto" goes by what the environment says of it.
    """

    athlete: str | None = None
    units: Units = Units()
    theme: str | None = None
    keys: dict[str, str] = {}
    effort: Effort = "rir"
    bell: bool = True
    notify: Literal["auto", "off", "osc9", "osc777", "osc99"] = "auto"
    bar_kg: Amount = _DEFAULT.bar
    plates_kg: tuple[Plate, ...] = _DEFAULT.plates
    bar_lb: Amount = POUND_RACK.bar
    plates_lb: tuple[Plate, ...] = POUND_RACK.plates
    spread: Literal["population", "sample"] = "population"

    def rack(self) -> Rack:
        """The bar and plates in the unit that the athlete lifts in."""
        if self.units.weight == "lb":
            return Rack(unit="lb", bar=self.bar_lb, plates=self.plates_lb)
        return Rack(unit="kg", bar=self.bar_kg, plates=self.plates_kg)


_EXPECTED: Final = r"Expected `([^`]+)`, got"
_CHOICE: Final = r"Invalid enum value (.+)"
_TYPES: Final = {
    "int | float": "a number",
    "str": "text in quotes",
    "bool": "true or false",
    "object": "a table",
    "array": "a list",
}
_FIELDS: Final = {field.name: field for field in msgspec.structs.fields(Settings)}


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a file, and what was wrong with it. Without a file, the defaults."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError) as error:
        return Settings(), (_unreadable(path, error),)
    return _read(path, text)


def _read(path: Path, text: str) -> tuple[Settings, tuple[Problem, ...]]:
    import tomllib  # most homes have no such file

    try:
        table = tomllib.loads(text)
    except ValueError as error:
        return Settings(), (_unreadable(path, error),)
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        if key not in _FIELDS:
            shown = key if key.isprintable() else ascii(key)
            problems.append(Problem(str(path), shown, f"there is no such setting{_meant(key)}", "left out"))
            continue
        try:
            good[key] = msgspec.convert(_finite(value), _FIELDS[key].type)
        except msgspec.ValidationError as error:
            what, _, where = str(error).partition(" - at `$")
            problems.append(Problem(str(path), key + where.rstrip("`"), _said(what), "the default is used"))
    return Settings(**good), tuple(problems)


def save_settings(path: Path, settings: Settings, before: Settings | None = None) -> None:
    """Write the settings that differ from those `before`, from what the file says where these are not given; the rest
    of it stays as it is now, comments and what was written by hand meanwhile too.

    Raises StoreError where the file is no TOML, and CannotWrite.
    """
    import tomlkit

    there, problems = read_settings(path)
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path} cannot be read: {_words(error)}. It is left as it is; mend it and try again."
        ) from error
    spoiled = {problem.where.partition(".")[0].partition("[")[0] for problem in problems}
    was = msgspec.to_builtins(before or there)
    for key, value in msgspec.to_builtins(settings).items():
        if value != was[key] or (before is None and key in spoiled):
            _set(document, key, value, was[key])
    write(Path(os.path.realpath(path)), tomlkit.dumps(document).encode())  # a link there stays one


def _meant(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, _FIELDS, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _unreadable(path: Path, error: Exception) -> Problem:
    return Problem(str(path), "", f"it cannot be read: {_words(error)}", "the defaults are used")


def _set(table: Any, key: str, value: Any, was: Any) -> None:
    """Put a value in the file, and of a table only what is not as it was, so that comments and what was written by hand
    stay. None needs no line."""
    if isinstance(value, dict) and isinstance(table.get(key), dict):
        for gone in was.keys() - value.keys():
            table[key].pop(gone, None)
        for name, inner in value.items():
            if inner != was.get(name):
                _set(table[key], name, inner, was.get(name))
    elif value is None:
        table.pop(key, None)
    else:
        table[key] = value


def _finite(value: Any) -> Any:
    """The value, without the infinite numbers that TOML can write and nothing here can use."""
    if isinstance(value, list):
        return [_finite(one) for one in value]
    return str(value) if isinstance(value, float) and not isfinite(value) else value


def _said(what: str) -> str:
    """A message of msgspec in words for somebody who writes a settings file."""
    if expected := re.match(_EXPECTED, what):
        kind = expected[1].removesuffix(" | null")
        return f"{_TYPES.get(kind, kind)} expected"
    if choice := re.match(_CHOICE, what):
        return f"{choice[1]} is not among its choices"
    return what[:1].lower() + what[1:].replace("`", "")


def _words(error: Exception) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)
