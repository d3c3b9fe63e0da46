"""The settings, as config.toml has them. A bad value is said and left at its default; comments survive a save."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from data.formats.problem import Problem
from data.model import Amount, Value
from data.plates import POUND_RACK, Plate, Rack
from data.store.durable import write
from data.store.errors import StoreError
from data.units import Units

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_DEFAULT: Final = Rack()


class Settings(Value, frozen=True):
    """What the athlete chose for this machine. `keys` are keys by the id of what they do ("plan.fix" = "x")."""

    athlete: str | None = None
    units: Units = Units()
    theme: str | None = None
    keys: dict[str, str] = {}
    bell: bool = True
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


_FIELDS: Final = {field.name: field for field in msgspec.structs.fields(Settings)}


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a file, and what was wrong with it. Without a file, the defaults."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError) as error:
        return Settings(), (Problem(str(path), "", f"it cannot be read: {error}", "the defaults are used"),)
    good: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in table.items():
        if key not in _FIELDS:
            near = get_close_matches(key, _FIELDS, 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            problems.append(Problem(str(path), key, f"there is no such setting{meant}", "left out"))
            continue
        try:
            good[key] = msgspec.convert(value, _FIELDS[key].type)
        except msgspec.ValidationError as error:
            what, _, where = str(error).replace("`", "").partition(" - at $")
            problems.append(Problem(str(path), key + where, what[:1].lower() + what[1:], "the default is used"))
    return Settings(**good), tuple(problems)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings that differ from what the file says; the rest of it stays as it is, comments too.

    Raises StoreError where the file is no TOML, and CannotWrite.
    """
    import tomlkit

    before, problems = read_settings(path)
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    except (OSError, ValueError) as error:
        raise StoreError(f"{path} cannot be read: {error}. It is left as it is; mend it and try again.") from error
    spoiled = {problem.where.partition(".")[0].partition("[")[0] for problem in problems}
    for key in _FIELDS:
        value, default = getattr(settings, key), getattr(Settings(), key)
        if value != getattr(before, key) or key in spoiled:
            _set(document, key, value, default)
    write(path, tomlkit.dumps(document).encode())


def _set(table: "TOMLDocument", key: str, value: object, default: object) -> None:
    """Put a value in the file; one that is the default needs no line."""
    if value == default:
        table.pop(key, None)
    else:
        table[key] = msgspec.to_builtins(value)
