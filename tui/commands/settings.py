"""`legday settings`: every setting said, one said, one changed."""

from typing import Any

import click
import msgspec
from click.shell_completion import CompletionItem

from data.profile import Item, Profile, changed, goes_by_measure, item_named, text_of, value_of
from data.profile_entry import Wrong
from data.profile_items import ITEMS
from data.text import plain
from tui.commands.desk import Wanted, open_desk, open_to_write
from tui.commands.output import columns, fit, json_option, say, say_json, wrapped
from tui.desk import Desk
from tui.profile import keep, lifts_say, profile_of

_NAME = max(len(item.name) for item in ITEMS) + 2


def _complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(item.name, help=item.use) for item in ITEMS if item.name.startswith(incomplete)]


def _complete_value(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    item = item_named(ctx.params.get("name") or "", ITEMS)
    if isinstance(item, Wrong) or not item.way.choices:
        return []
    from data.model import Athlete
    from data.store.config import Settings

    profile = Profile(Athlete(), Settings(), themes=_themes(item))
    return [CompletionItem(word) for word in item.way.choices(profile) if word.startswith(incomplete)]


@click.command("settings", context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False, shell_complete=_complete_name)
@click.argument("value", nargs=-1, shell_complete=_complete_value)
@click.option("--keys", is_flag=True, help="Print every key instead, as the [keys] of config.toml have it.")
@json_option
@click.pass_obj
def settings_command(wanted: Wanted, name: str | None, value: tuple[str, ...], keys: bool, as_json: bool) -> None:
    """Print every setting, or that of NAME; with a VALUE, set it.

    \b
    legday settings bodyweight 72 kg
    legday settings threshold-pace 4:30/km
    legday settings lift-times mon wed evening, sat
    legday settings plates 25 20 15 10 5 2.5 1.25
    legday settings sex unset
    """
    if keys:
        from tui.commands.key_lines import key_lines

        say(*key_lines(open_desk(wanted), columns()))
        return
    if name is None:
        _say_all(open_desk(wanted), as_json)
        return
    item = _item(name)
    desk = open_to_write(wanted) if value and item.of_athlete else open_desk(wanted)
    if value:
        _set(item, " ".join(value), desk)
    profile = profile_of(desk)
    if as_json:
        say_json(_json(item, profile, desk))
    else:
        width = columns()
        say(*_lines(item, profile, desk, width), *([] if value else wrapped("", item.use, width, 2)))


def _item(name: str) -> Item:
    item = item_named(name, ITEMS)
    if isinstance(item, Wrong):
        raise click.UsageError(item.message)
    return item


def _set(item: Item, text: str, desk: Desk) -> None:
    before = profile_of(desk, _themes(item))
    after = changed(item, text, before)
    if isinstance(after, Wrong):
        raise click.UsageError(f"{item.name}: {after.message}")
    if after != before:
        keep(item, after, desk)


def _themes(item: Item) -> tuple[str, ...]:
    """The themes by name, where they are asked about: Textual, which knows them, is slow to load."""
    if item.name != "theme":
        return ()
    from tui.theme import theme_names

    return theme_names()


def _say_all(desk: Desk, as_json: bool) -> None:
    profile = profile_of(desk)
    if as_json:
        say_json([_json(item, profile, desk) for item in ITEMS])
        return
    width = columns()
    for item in ITEMS:
        say(*_lines(item, profile, desk, width))


def _lines(item: Item, profile: Profile, desk: Desk, width: int) -> list[str]:
    """The setting, aligned under the others."""
    measured = lifts_say(desk) if item.name == "level" else None
    beside = f" (your lifts say {measured})" if measured else ""
    if not measured and goes_by_measure(item, profile):
        beside = f" ({value_of(item, profile)}, until your lifts say)"
    return wrapped(fit(item.name, _NAME), plain(text_of(item, profile)) + beside, width, _NAME)


def _json(item: Item, profile: Profile, desk: Desk) -> dict[str, Any]:
    """A setting for scripts: its value as an export or config.toml has it, and in words that set it."""
    told = {
        "name": item.name,
        "value": msgspec.to_builtins(value_of(item, profile)),
        "text": text_of(item, profile),
        "use": item.use,
    }
    return told | ({"measured": lifts_say(desk)} if item.name == "level" else {})
