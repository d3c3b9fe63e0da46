"""What to say where a command is not used as it can be: what is wrong, and where help is."""

import difflib
import re
from typing import Final

import click

# How click begins what it says itself; what legday says ends with what to do.
_OF_CLICK: Final = r"No such |Missing |Got unexpected |Invalid value|Option "
_NO_COMMAND: Final = r"No such command '(.*?)'"


def misuse_line(error: click.ClickException) -> str:
    """The line of an error; of one that click tells the near command, and the help that says how.

    Who comes over SSH is not sent to a help that would be refused: there the command has no group above it.
    """
    said = error.format_message()
    if not isinstance(error, click.UsageError) or not re.match(_OF_CLICK, said):
        return said
    context = error.ctx
    if not context:  # click does not always say whose option it is
        return f"{said.rstrip('.')}; `legday COMMAND --help` says how"
    if not isinstance(context.find_root().command, click.Group):
        return said
    group, there = context.command, f"`{context.command_path} --help`"
    if isinstance(group, click.Group) and (name := re.match(_NO_COMMAND, said, re.DOTALL)):
        near = difflib.get_close_matches(name[1], group.list_commands(context), 1)
        return f"{name[0]}; {f'did you mean {near[0]}? ' if near else ''}{there} lists them all"
    return f"{said.rstrip('.')}; {there} says how"
