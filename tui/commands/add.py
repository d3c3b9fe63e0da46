"""`legday add`: one line to a session."""

from datetime import timedelta
from typing import Final

import click

from data.calendar import Days, day_of
from data.entry import EntryError, parse
from data.rules.explain import day_words
from tui.changes import adding, with_plan
from tui.commands.around import back_to_backs, week_holding
from tui.commands.desk import Wanted, open_to_write
from tui.commands.lines import pair_lines, session_lines
from tui.commands.output import columns, json_option, say, say_json
from tui.commands.summary import pair_summary, session_summary

# The rules look four days either side of a session, and a session may last over midnight.
_REACH: Final = 5


@click.command("add")
@click.argument("text", nargs=-1, required=True)
@json_option
@click.pass_obj
def add_command(wanted: Wanted, text: tuple[str, ...], as_json: bool) -> None:
    """Log a session that is over, or plan one that lies ahead, from one line.

    What is logged on the day of a planned session of its kind is that session done.

    \b
    legday add run 10k 48:30 tempo rpe 7 hr 152
    legday add tomorrow 6:30 run 60m easy
    legday add gym a tue 18:00
    legday add "squat 3x5 82.5kg @8, rdl 3x8 60"
    """
    desk = open_to_write(wanted)
    read = parse(" ".join(text), desk.now(), desk.logbook.athlete, desk.settings.units, desk.catalogue)
    if isinstance(read, EntryError):
        raise click.UsageError(read.line())
    session = with_plan(read, desk)
    adding(session, desk).make(desk)
    day = day_of(session)
    week = week_holding(desk, day).week
    entry = next(entry for entry in week.entries if entry.session.id == session.id)
    near = Days(day, day + timedelta(1)).widened(_REACH, _REACH)
    found, sessions = back_to_backs(desk, near, desk.now())
    pairs = [pair for pair in found if session.id in (pair.first, pair.second)]
    if as_json:
        summary = session_summary(entry, desk.catalogue)
        say_json({"session": summary, "pairs": [pair_summary(pair) for pair in pairs]})
        return
    width = columns()
    said = "Logged" if entry.status == "done" else "Planned"
    say(f"{said}, {day_words(day)}{', as planned' if entry.planned else ''}:")
    say(*session_lines(entry, desk, width))
    say(*(line for pair in pairs for line in pair_lines(pair, sessions, desk, width)))
