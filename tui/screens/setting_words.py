"""What is said of a setting: its line, how it is set, what it is for."""

from typing import Final

from data.profile import Item, Profile, goes_by_measure, text_of, value_of
from data.profile_entry import UNSET
from data.rules.explain import Explanation
from data.rules.level import level_of
from data.rules.strength import BestSet
from data.text import plain
from tui.widgets.setting_rows import SettingRow

LEVEL: Final = "level"


def row_of(item: Item, profile: Profile, best: BestSet | None) -> SettingRow:
    """The line of a setting. Beside the level stands what the lifts say, where their `best` set is known."""
    weight = profile.athlete.bodyweight_kg
    beside = ""
    if item.name == LEVEL and best and weight:
        beside = f"  your lifts say {level_of(best.e1rm, weight)}"
    elif goes_by_measure(item, profile):
        beside = f"  {value_of(item, profile)}, until your lifts say"
    text = plain(text_of(item, profile))
    return SettingRow(item.group, item.title, text, item.use, beside, text != UNSET)


def how(item: Item, profile: Profile) -> str:
    """How it is set, in a line."""
    choices = item.way.choices(profile) if item.way.choices else ()
    if choices:
        return " · ".join(choices) if len(choices) < 8 else f"← → chooses among {len(choices)}"
    return f"typed as {item.example}" if not item.way.grid else "enter shows what can be taken"


def explained(item: Item, profile: Profile) -> Explanation:
    """The setting for `?`: what it is used for, how it is set, where it is kept."""
    text = text_of(item, profile)
    typed = item.example.partition(" or ")[0] or (item.way.choices(profile)[-1] if item.way.choices else "")
    return Explanation(
        figure=item.title,
        value="" if text == UNSET else plain(text),
        rule=" ".join(filter(None, (item.use, item.more))),
        inputs=(
            ("as a command", f"legday settings {item.name} {typed}"),
            ("kept in", "your profile; u undoes a change" if item.of_athlete else "config.toml"),
        ),
    )
