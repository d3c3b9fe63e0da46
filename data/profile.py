"""The settings that matter, one by one: what each is called and used for, how it is typed and where it is kept.

The screen and `legday settings` both work through this: the same names, the same reading, the same words.
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from operator import attrgetter
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from data.model import Athlete, LevelBy, Value
from data.profile_entry import UNSET, Grid, Wrong, is_nothing
from data.store.config import Settings

AS_MEASURED: Final = "measured"


class Profile(Value, frozen=True):
    """An athlete and the settings of this machine, with what there is to choose from: equipment and themes by name."""

    athlete: Athlete
    settings: Settings
    equipment: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


class Way(NamedTuple):
    """How a value is entered. `read` gives a value or Wrong, `write` text that reads back.

    With `choices` it is one of them; with a `grid` it is taken and left there, or typed.
    """

    read: Callable[[str, Profile], Any]
    write: Callable[[Any, Profile], str]
    choices: Callable[[Profile], Sequence[str]] | None = None
    grid: Callable[[Any, Profile], Grid] | None = None


class Item(NamedTuple):
    """One setting. `use` is the line that says what it is used for, `more` what else `?` says.

    `path` is where it stands in a Profile; "{unit}" in it is the unit of weights. `example` is how it is typed.
    Where `unset` is true it may have no value. `measured` is the path of what says whether the value counts or, once it
    is known, a measured one: the choice `AS_MEASURED`.
    """

    name: str
    title: str
    group: str
    path: str
    way: Way
    use: str
    more: str = ""
    example: str = ""
    unset: bool = False
    measured: str = ""

    @property
    def of_athlete(self) -> bool:
        """Whether it is kept in the athlete's profile; else in config.toml."""
        return self.path.startswith("athlete.")


def value_of(item: Item, profile: Profile) -> Any:
    """The value, as the model has it."""
    return attrgetter(_path(item, profile))(profile)


def text_of(item: Item, profile: Profile) -> str:
    """The value in words that read back; "unset" where there is none."""
    value = value_of(item, profile)
    if goes_by_measure(item, profile):
        return AS_MEASURED
    return UNSET if value is None and item.unset else item.way.write(value, profile)


def goes_by_measure(item: Item, profile: Profile) -> bool:
    """Whether a measured value counts in the place of the one that was said."""
    return bool(item.measured) and attrgetter(item.measured)(profile) == "lifts"


def changed(item: Item, text: str, profile: Profile) -> Profile | Wrong:
    """The profile with the setting as typed. Text that says what is there already changes nothing."""
    if text.strip() == text_of(item, profile):
        return profile
    value = None if item.unset and is_nothing(text) else item.way.read(text.strip(), profile)
    if isinstance(value, Wrong):
        return value
    if item.measured:
        by: LevelBy = "lifts" if value == AS_MEASURED else "said"
        profile = _with(profile, item.measured.split("."), by)
    return profile if value == AS_MEASURED else _with(profile, _path(item, profile).split("."), value)


def stepped(item: Item, by: int, profile: Profile) -> Profile | Wrong:
    """The profile with the choice so many places on, round the end. The item has choices."""
    choices = item.way.choices(profile) if item.way.choices else ()
    now = text_of(item, profile)
    place = (choices.index(now) + by) % len(choices) if now in choices else 0
    return changed(item, choices[place], profile)


def kept(item: Item, wanted: Profile, there: Profile) -> Profile:
    """The profile that is there, with what the wanted one has for this setting."""
    for path in (item.measured, _path(item, wanted)):
        if path:
            there = _with(there, path.split("."), attrgetter(path)(wanted))
    return there


def item_named(name: str, items: Sequence[Item]) -> Item | Wrong:
    """The item of that name, "_" and spaces as good as "-"; Wrong says which could be meant."""
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    found = next((item for item in items if item.name == wanted), None)
    if found:
        return found
    near = get_close_matches(wanted, [item.name for item in items], 1)
    hint = f"did you mean {near[0]}?" if near else "legday settings lists them"
    return Wrong(f'there is no setting "{name}"; {hint}')


def _path(item: Item, profile: Profile) -> str:
    return item.path.format(unit=profile.settings.units.weight)


def _with(whole: Any, names: Sequence[str], value: Any) -> Any:
    head, *rest = names
    return replace(whole, **{head: _with(getattr(whole, head), rest, value) if rest else value})
