"""`legday check`: what lands back to back, for people, shell prompts and cron."""

from collections import Counter
from datetime import timedelta
from typing import Final

import click

from data.calendar import Days
from data.rules.explain import day_words
from data.rules.spacing import Pair
from tui.commands.around import back_to_backs
from tui.commands.days import DATES, day
from tui.commands.desk import Wanted, open_desk
from tui.commands.lines import pair_lines
from tui.commands.output import columns, json_option, say, say_json
from tui.commands.summary import pair_summary

# The days after the first: today, and seven days on.
_DAYS_ON: Final = 7
_PLURALS: Final = {"clash": "clashes", "warning": "warnings", "note": "notes", "accepted": "accepted"}


@click.command("check", epilog=DATES)
@click.option("--from", "first", metavar="DATE", help="The first day; today unless said.")
@click.option("--until", metavar="DATE", help="The last day; seven days after the first unless said.")
@json_option
@click.pass_obj
def check_command(wanted: Wanted, first: str | None, until: str | None, as_json: bool) -> int:
    """What lands back to back: a hard lift before a hard run, a hard run before a hard lift.

    It belongs to the day of its later session. Exit 1 if a clash or a warning is open, 0 if none is, 2 after an error.

    \b
    legday check
    legday check --until +2w
    """
    desk = open_desk(wanted)
    start = day(first, desk.today())
    last = day(until, desk.today(), start + timedelta(_DAYS_ON))
    if last < start:
        raise click.UsageError("--until is before --from; it is the last day to look at")
    days = Days(start, last + timedelta(1))
    # Of days that are over the plan counts as it stood: it is being asked what it held.
    pairs, sessions = back_to_backs(desk, days, desk.now() if start >= desk.today() else None)
    if as_json:
        say_json({"now": desk.now(), "pairs": [pair_summary(pair) for pair in pairs]})
    else:
        say(*(line for pair in pairs for line in pair_lines(pair, sessions, desk, columns())), _total(pairs, days))
    return int(any(pair.severity != "note" and not pair.accepted for pair in pairs))


def _total(pairs: tuple[Pair, ...], days: Days) -> str:
    span = f"{day_words(days.start)} to {day_words(days.until - timedelta(1))}"
    counted = Counter("accepted" if pair.accepted else pair.severity for pair in pairs)
    words = [f"{counted[one]} {one if counted[one] == 1 else many}" for one, many in _PLURALS.items() if counted[one]]
    return f"{', '.join(words) or 'Nothing back to back'}, {span}."
