"""`legday import`: files from a watch."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

import click
import msgspec
from msgspec.structs import replace

from data.calendar import Days, day_of
from data.formats.problem import Problem
from data.intake import Report, take_in
from data.rules.volume import session_sets
from data.text import plain
from data.units import format_distance, format_minutes
from tui.commands.around import back_to_backs
from tui.commands.desk import Wanted, open_desk, open_to_write
from tui.commands.files import read_file
from tui.commands.lines import pair_lines
from tui.commands.output import columns, json_option, say, say_json, wrapped
from tui.desk import Desk
from tui.format import title_of

_ENDINGS: Final = (".fit", ".fit.gz")
_COUNTS: Final = ("new", "known", "merged", "skipped", "failed")
# What is taken in today can land back to back with what is planned within four days.
_DAYS_AHEAD: Final = 6
# New sessions named in the report.
_MOST_NEW: Final = 12


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be new, and change nothing.")
@json_option
@click.pass_obj
def import_command(wanted: Wanted, paths: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Take in FIT files, or folders of them. Taking one in again changes nothing.

    Exit 1 if a file could not be taken in; the others are. 0 if all were, 2 after an error.

    \b
    legday import ~/Downloads/activity.fit
    legday import --dry-run ~/watch
    """
    desk = open_desk(wanted) if dry_run else open_to_write(wanted)
    unread: list[Problem] = []
    report = take_in(desk.logbook, _contents(_files(paths, unread), unread), dry_run)
    report = replace(report, failed=report.failed + len(unread), problems=(*report.problems, *unread))
    if as_json:
        counts = {name: getattr(report, name) for name in _COUNTS}
        say_json(counts | {"problems": msgspec.to_builtins(report.problems), "dry_run": dry_run})
    else:
        say(*_new_lines(report, desk), *_lines(report, dry_run), *([] if dry_run else _warnings(report, desk)))
    return int(report.failed > 0)


def _files(paths: Sequence[Path], unread: list[Problem]) -> Iterator[Path]:
    """The files named, and those of the folders named that may be a watch's, by name; hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(
            file
            for file in path.rglob("*")
            if file.name.lower().endswith(_ENDINGS)
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not inside:
            unread.append(Problem(plain(str(path)), "", "there is no FIT file in it", "nothing taken in"))
        yield from inside


def _contents(files: Iterator[Path], unread: list[Problem]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        try:
            data = read_file(file)
        except OSError as error:
            unread.append(Problem(plain(str(file)), "", error.strerror or str(error), "left out"))
        else:
            yield file.name, data


def _new_lines(report: Report, desk: Desk) -> list[str]:
    """What is new, by its day: "+ 2025-02-24  Run  147 min  42.43 km"; the first of many."""
    lines = []
    for session in sorted(report.added, key=lambda each: each.start)[:_MOST_NEW]:
        facts = [f"{day_of(session)}", plain(title_of(session, desk.catalogue))]
        if session.minutes is not None:
            facts.append(format_minutes(session.minutes))
        if session.distance_m:
            facts.append(format_distance(session.distance_m, desk.settings.units))
        elif sets := session_sets(session)[0]:
            facts.append(f"{sets} sets")
        lines.append("+ " + "  ".join(facts))
    more = len(report.added) - len(lines)
    return [*lines, *([f"+ {more} more"] if more else [])]


def _lines(report: Report, dry_run: bool) -> list[str]:
    width = columns()
    counts = ", ".join(f"{getattr(report, name)} {name}" for name in _COUNTS)
    problems = [line for each in report.problems for line in wrapped("", plain(each.line()), width, 2)]
    return [*problems, f"{'It would be: ' if dry_run else ''}{counts}."]


def _warnings(report: Report, desk: Desk) -> list[str]:
    """What lies ahead and lands back to back with what is new."""
    new = {session.id for session in report.added}
    today = desk.today()
    pairs, sessions = back_to_backs(desk, Days(today, today + timedelta(_DAYS_AHEAD)), desk.now())
    width = columns()
    return [line for pair in pairs if pair.first in new for line in pair_lines(pair, sessions, desk, width)]
