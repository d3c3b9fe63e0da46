"""`legday today`, `week` and `plan`: what there is to do and what it cost, as text or JSON."""

from datetime import timedelta
from typing import Any, Final

import click
import msgspec

from data.calendar import Days
from data.rules.explain import day_words
from data.rules.week import Day, Week
from data.text import plain
from tui.commands.around import back_to_backs, week_holding
from tui.commands.days import DATES, day
from tui.commands.desk import Wanted, open_desk
from tui.commands.lines import exercise_lines, pair_lines, session_lines
from tui.commands.output import columns, json_option, say, say_json
from tui.commands.summary import pair_summary, session_summary
from tui.commands.week_lines import day_lines, head_lines, sum_lines
from tui.desk import Desk

_PLAN_WEEKS: Final = 4
# A back-to-back with one of today's sessions has its later session today or within four days, over midnight included.
_DAYS_AHEAD: Final = 6
# So that -1w is a day and not an option.
_days: Final = {"ignore_unknown_options": True}


@click.command("today")
@json_option
@click.pass_obj
def today_command(wanted: Wanted, as_json: bool) -> None:
    """What today holds: its sessions, what a planned lift prescribes, and what it lands back to back with."""
    desk = open_desk(wanted)
    today = desk.today()
    week = week_holding(desk, today).week
    found = next(each for each in week.days if each.date == today)
    ids = {entry.session.id for entry in found.entries}
    near = back_to_backs(desk, Days(today, today + timedelta(_DAYS_AHEAD)), desk.now())
    pairs = [pair for pair in near.pairs if {pair.first, pair.second} & ids]
    if as_json:
        say_json(_day_json(found, desk) | {"pairs": [pair_summary(pair) for pair in pairs]})
        return
    width = columns()
    say(f"{plain(desk.logbook.athlete.name)} · {day_words(today)} {today.year}")
    for entry in found.entries:
        say(*session_lines(entry, desk, width), *exercise_lines(entry.session, desk, width))
    if not found.entries:
        say("Rest.")
    say(*(line for pair in pairs for line in pair_lines(pair, near.sessions, desk, width)))


@click.command("week", context_settings=_days, epilog=DATES)
@click.argument("date", required=False)
@json_option
@click.pass_obj
def week_command(wanted: Wanted, date: str | None, as_json: bool) -> None:
    """The week that DATE is in, this one unless said: its sessions and what they cost.

    \b
    legday week
    legday week -1w --json
    """
    desk = open_desk(wanted)
    held = week_holding(desk, day(date, desk.today()), compare=True)
    if as_json:
        say_json(_week_json(held.week, desk))
        return
    width = columns()
    say(*head_lines(held, desk, width), *day_lines(held, desk, width), "", *sum_lines(held.week, desk, width))


@click.command("plan", context_settings=_days, epilog=DATES)
@click.argument("date", required=False)
@json_option
@click.pass_obj
def plan_command(wanted: Wanted, date: str | None, as_json: bool) -> None:
    """Four weeks of plan, from the week that DATE is in, this one unless said."""
    desk = open_desk(wanted)
    first = day(date, desk.today())
    held = [week_holding(desk, first + timedelta(weeks=number)) for number in range(_PLAN_WEEKS)]
    if as_json:
        days = [_day_json(each_day, desk) for each in held for each_day in each.week.days]
        pairs = [pair_summary(pair) for each in held for pair in each.week.pairs]
        say_json({"from": held[0].week.span.start, "until": held[-1].week.span.until, "days": days, "pairs": pairs})
        return
    width = columns()
    for number, each in enumerate(held):
        say(*([""] if number else []), *head_lines(each, desk, width), *day_lines(each, desk, width))


def _day_json(found: Day, desk: Desk) -> dict[str, Any]:
    sessions = [session_summary(entry, desk.catalogue) for entry in found.entries]
    return {"date": found.date, "load": found.load, "sessions": sessions}


def _week_json(week: Week, desk: Desk) -> dict[str, Any]:
    return {
        "from": week.span.start,
        "until": week.span.until,
        "days": [_day_json(each, desk) for each in week.days],
        "load": week.load,
        "monotony": week.monotony,
        "strain": week.strain,
        "run": msgspec.to_builtins(week.run),
        "strength": msgspec.to_builtins(week.strength),
        "vs_usual": week.vs_usual,
    }
