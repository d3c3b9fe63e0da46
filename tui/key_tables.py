"""Keys bound anew in config.toml: what is wrong with them, and the bindings that they make of the tables of keys."""

import pkgutil
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final, NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys
from textual.screen import Screen

from tui.keys import EVERYWHERE, bindings

_PLACES: Final = ("tui.screens", "tui.modals")
_HELD: Final = frozenset({"ctrl", "shift", "alt", "meta", "super", "hyper"})


class Table(NamedTuple):
    """The keys of one screen by the id of what they do, as they are unless bound anew; `helps` say what that is."""

    keys: Mapping[str, tuple[str, ...]]
    helps: Mapping[str, str]


def bind_anew(app: App[Any], keys: Mapping[str, str]) -> list[str]:
    """Bind keys of the app and its screens anew, by the ids of what they do; gives what is wrong with them."""
    tables = all_tables()
    app.set_keymap(keymap_of(keys, tables))
    return faults_of(keys, tables)


def all_tables() -> tuple[Table, ...]:
    """The keys of the app, and those of every screen and modal. Imports all of them."""
    found = [bindings(EVERYWHERE)]
    for place in _PLACES:
        package = import_module(place)
        for module in pkgutil.iter_modules(package.__path__, f"{place}."):
            for each in vars(import_module(module.name)).values():
                if isinstance(each, type) and issubclass(each, Screen) and each.__module__ == module.name:
                    found.append(each.BINDINGS)
    return tuple(_table(each for each in some if isinstance(each, Binding) and each.id) for some in found)


def keymap_of(keys: Mapping[str, str], tables: Iterable[Table]) -> dict[str, str]:
    """The keys for Textual's keymap. It takes a key that is bound anew from everything else that it did: so what shares
    one with it is bound to its own keys once more."""
    keymap = dict(keys)
    for table in tables:
        taken = {key for action in keys if action in table.keys for key in table.keys[action]}
        while more := [name for name, own in table.keys.items() if name not in keymap and taken & set(own)]:
            keymap |= {name: ",".join(table.keys[name]) for name in more}
            taken |= {key for name in more for key in table.keys[name]}
    return keymap


def faults_of(keys: Mapping[str, str], tables: Iterable[Table]) -> list[str]:
    """What is wrong with keys bound anew, a line each: no such action, no such key, a key that does something else on
    the same screen."""
    known = tuple(tables)
    ids = {action for table in known for action in table.keys}
    faults = [_no_action(action, ids) for action in keys if action not in ids]
    faults += [_no_key(key, action) for action, said in keys.items() for key in split(said) if not is_key(key)]
    return faults + list(dict.fromkeys(fault for table in known for fault in _collisions(keys, table, known[0])))


def is_key(name: str) -> bool:
    """Whether there is such a key: "x", "?", "question_mark", "f5", "ctrl+e"."""
    *held, last = name.split("+") if name != "+" else ["+"]
    if not set(held) <= _HELD:
        return False
    return last.isprintable() and not last.isspace() if len(last) == 1 else last in _NAMED


def split(said: str) -> list[str]:
    """The keys of "x, ctrl+e"."""
    return [key.strip() for key in said.split(",")]


# Textual's names of keys, and those of the characters of Latin keyboards by Unicode: "question_mark".
_CHARACTERS: Final = (unicodedata.name(chr(code), "").lower() for code in range(33, 0x250))
_NAMED: Final = frozenset(
    {*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()}
    | {name.replace("-", "_").replace(" ", "_") for name in _CHARACTERS if name}
)


def _table(declared: Iterable[Binding]) -> Table:
    found = [(each.id or "", each) for each in declared]
    return Table({name: tuple(split(each.key)) for name, each in found}, {name: each.tooltip for name, each in found})


def _collisions(keys: Mapping[str, str], table: Table, app: Table) -> list[str]:
    """The keys bound anew that do something else on the screen too; the app's own keys are on every screen."""
    every = {**app.keys, **table.keys}
    helps = {**app.helps, **table.helps}
    now = {action: {*(split(keys[action]) if action in keys else own)} for action, own in every.items()}
    return [
        f"config.toml: {key} is bound to {action} and {other}: {helps[other]}"
        for action in keys
        if action in table.keys
        for other in now
        # What shares a key anyway never works at once.
        if other != action and not set(every[other]) & set(every[action]) and (other not in keys or action < other)
        for key in sorted(now[action] & now[other])
    ]


def _no_action(action: str, ids: Iterable[str]) -> str:
    near = get_close_matches(action, list(ids), 1)
    return f"config.toml: nothing is called {action}" + (f"; did you mean {near[0]}?" if near else "")


def _no_key(key: str, action: str) -> str:
    return f"config.toml: {action}: there is no key {key or 'without a name'}"
