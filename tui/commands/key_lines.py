"""Every key, as the [keys] of config.toml bind it anew."""

from collections.abc import Iterator
from typing import Final

from data.text import plain
from tui.commands.output import wrapped
from tui.desk import Desk

_MARK: Final = "    # "


def key_lines(desk: Desk, width: int) -> Iterator[str]:
    """TOML: `"plan.fix" = "f"` as it is bound now, and below it, as a comment, what it does. Imports every screen."""
    from tui.key_tables import all_tables

    yield "[keys]"
    helps = {name: (keys, table.helps[name]) for table in all_tables() for name, keys in table.keys.items()}
    for name, (keys, told) in helps.items():
        yield plain(f'"{name}" = "{desk.settings.keys.get(name, ",".join(keys))}"')
        yield from (_MARK + line for line in wrapped("", told, width - len(_MARK)))
