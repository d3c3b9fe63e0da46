"""`legday export`, `restore` and `schema`: the whole log out, in again, and what it looks like."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from data.formats.interchange import BadLog, Log, read_log, schema, write_log
from data.text import plain
from tui.commands.desk import Wanted, open_desk
from tui.commands.files import read_file, write_file
from tui.commands.output import at_a_terminal, say, say_json


@click.command("export")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", help="What to write; json unless said.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to; stdout unless said.")
@click.pass_obj
def export_command(wanted: Wanted, form: str, output: Path | None) -> None:
    """Write the whole log. `legday restore` reads it; `legday schema` describes it.

    \b
    legday export -o legday.json
    """
    written = write_log(open_desk(wanted).logbook.everything())
    if output:
        write_file(output, written)
    else:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()


@click.command("restore")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def restore_command(wanted: Wanted, file: Path, yes: bool) -> None:
    """Replace the log by an exported one; - reads it from stdin. What was there is backed up.

    The log becomes that of the athlete named in it, unless --athlete, before the command, says another.

    \b
    legday restore legday.json
    legday --athlete ben restore legday.json
    """
    log = _log_in(file)
    name = wanted.athlete or log.athlete.name
    log = replace(log, athlete=replace(log.athlete, name=name))
    logbook = open_desk(Wanted(wanted.home, name), new=True).logbook
    if not yes and at_a_terminal() and logbook.years():
        before = logbook.everything()
        held = f"{len(before.logged)} logged and {len(before.planned)} planned sessions"
        click.confirm(f"Replace the log of {plain(name)}, {held}? A backup of it is kept.", abort=True, err=True)
    logbook.replace(log)
    say(f"Restored the log of {plain(name)}: {len(log.logged)} logged and {len(log.planned)} planned sessions.")


def _log_in(file: Path) -> Log:
    """The log in the file. Raises click.ClickException for what is none, and OSError."""
    try:
        return read_log(read_file(file))
    except BadLog as error:
        name, end = "stdin" if str(file) == "-" else file, "" if str(error).endswith("?") else "."
        raise click.ClickException(f"{name}: {error}{end} {error.remedy}; nothing has changed.") from error


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of what `legday export` writes."""
    say_json(schema())
