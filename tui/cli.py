"""The commands and the options that all of them share. A command's code is loaded when it is called."""

import gc
from importlib import import_module
from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from tui.clock import now
from tui.commands.desk import Wanted

_LAST: Final = """
`legday COMMAND --help` says more. A command ends with 0; with 2 after an error, which is one line; with 130 where it
was stopped. What 1 means, its help says.
"""
# Where each command is: the file in tui/commands that has a function of its name, and the line `--help` shows of it.
_COMMANDS: Final = {
    "access": ("access", "Who may see and do what over SSH: grant, list, revoke."),
    "add": ("add", "Log or plan a session from one line."),
    "check": ("check", "What lands back to back; exit 1 if any of it is open."),
    "completion": ("completion", "What makes bash, zsh or fish complete commands."),
    "demo": ("screens", "The app on a made-up season, thrown away after."),
    "doctor": ("doctor", "Read the whole log, and mend what is damaged in it."),
    "explain": ("explain", "Why a figure is what it is: rule, steps and source."),
    "export": ("transfer", "Write the whole log as JSON."),
    "fix": ("fix", "The best week with the fewest moves, shown or saved."),
    "import": ("intake", "Take in FIT files from a watch, or folders of them."),
    "live": ("screens", "Resume what is under way, or start today's lift."),
    "plan": ("show", "Four weeks of plan."),
    "restore": ("transfer", "Replace the log with an exported one."),
    "roster": ("roster", "Who of several athletes needs a word, and why."),
    "schema": ("transfer", "The JSON Schema of an exported log."),
    "season": ("season", "The phases up to a race, and the lifts that they ask for."),
    "serve": ("serve", "What sshd runs for a coach; `access grant` sets it up."),
    "settings": ("settings", "What legday knows of you; change one."),
    "today": ("show", "What today holds."),
    "week": ("show", "A week: its sessions and what they cost."),
}


class _Commands(click.Group):
    """A group that imports a command's file when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tui.commands.{_COMMANDS[cmd_name][0]}"), f"{cmd_name}_command")
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands and options that begin so, for the shell."""
        names = [
            CompletionItem(name, help=line) for name, (_, line) in _COMMANDS.items() if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with its line, for the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in _COMMANDS.items()])


def _complete_athlete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from data.store.home import Home

    names = Home(ctx.params.get("home")).athletes()
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _say_version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"legday {version('legday')}")
        except PackageNotFoundError:
            click.echo("legday, not installed")
        ctx.exit()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_LAST,
)
@click.option(
    "--home",
    envvar="LEGDAY_HOME",
    type=click.Path(file_okay=False, readable=False, path_type=Path),
    help="The folder that holds the logs; unless said LEGDAY_HOME, else your data folder.",
)
@click.option(
    "--athlete", metavar="NAME", shell_complete=_complete_athlete, help="Whose log, where the folder holds several."
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="Print the version."
)
@click.pass_context
def legday(ctx: click.Context, home: Path | None, athlete: str | None) -> int | None:
    """A training log for runners who lift.

    Without a command: the app, on this week. `legday demo` shows it on a made-up season.
    """
    try:
        now()
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    ctx.obj = Wanted(home, athlete)
    if ctx.invoked_subcommand is not None:
        gc.enable()
    if ctx.invoked_subcommand is None:
        from tui.commands.screens import open_app

        return open_app(ctx.obj)
    return None
