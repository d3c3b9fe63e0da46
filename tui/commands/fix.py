"""`legday fix`: the best week with the fewest moves, printed or saved."""

from typing import Any

import click
import msgspec

from data.calendar import week_of
from data.rules.arrange import Moved
from data.text import plain
from tui.commands.days import DATES, day
from tui.commands.desk import Wanted, open_desk
from tui.commands.lines import pair_lines
from tui.commands.output import columns, json_option, say, say_json, wrapped
from tui.commands.summary import pair_summary
from tui.desk import Desk
from tui.fixing import Fix, change_words, fix_of, moves_words, outcome_words, save_fix, stays_words, unchanged_words
from tui.week_words import span_words, week_number


@click.command("fix", context_settings={"ignore_unknown_options": True}, epilog=DATES)
@click.argument("date", metavar="[DATE]", required=False)
@click.option("--apply", "applying", is_flag=True, help="Save the best week, as one change.")
@json_option
@click.pass_obj
def fix_command(wanted: Wanted, date: str | None, applying: bool, as_json: bool) -> int:
    """The best week with the fewest moves: what to do about what lands back to back.

    The week of DATE, this one unless said. Lifts move among the half-days that you have time in, runs only where your
    profile says when you have time for them; locked sessions and races stay. A lift is made maintenance only where no
    move does it.

    Without --apply nothing is saved. Exit 1 if a clash or a warning remains that you have not accepted, 0 if none does,
    2 after an error.

    \b
    legday fix
    legday fix +1w --apply
    """
    desk = open_desk(wanted)
    days = week_of(day(date, desk.today()), desk.logbook.athlete.week_start)
    fix = fix_of(desk, days)
    if applying and fix.saved:
        save_fix(desk, fix)
    if as_json:
        say_json(_fix_json(fix))
    else:
        say(*_lines(fix, desk, columns()), *_last_line(fix, applying, columns()))
    return int(bool(fix.remaining))


def _lines(fix: Fix, desk: Desk, width: int) -> list[str]:
    """The week; what moves and why; what stays; what remains back to back in it."""
    head = f"week {week_number(fix.days)} · {span_words(fix.days)} {fix.days.start.year}"
    if fix.found.changes:
        head += f" · {moves_words(fix)}: {outcome_words(fix)}"
    lines = wrapped("", head, width)
    for change in fix.found.changes:
        lines += wrapped("→", change_words(change, fix, desk), width, 2)
        lines += wrapped("", plain(change.reason), width, 4)
    if fix.found.changes and (stays := stays_words(fix, desk)):
        lines += wrapped("", f"Stays: {stays}", width)
    for pair in fix.found.after:
        if not pair.accepted:
            lines += pair_lines(pair, fix.after, desk, width)
    return lines


def _last_line(fix: Fix, applied: bool, width: int) -> list[str]:
    if not fix.saved:
        return wrapped("", unchanged_words(fix), width)
    return wrapped("", "Saved." if applied else "Nothing is saved yet: --apply does.", width)


def _fix_json(fix: Fix) -> dict[str, Any]:
    found = fix.found
    return {
        "before": [pair_summary(pair) for pair in found.before],
        "after": [pair_summary(pair) for pair in found.after],
        "changes": [_change_json(change) for change in found.changes],
        "cost": msgspec.to_builtins(found.cost),
    }


def _change_json(change: Moved) -> dict[str, Any]:
    return {
        "id": change.id,
        "from": change.start_from,
        "to": change.start_to,
        "maintenance": change.maintenance,
        "reason": change.reason,
    }
