"""`legday season`: the phases up to a race, and the lifts that they ask for, week by week."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click
import msgspec

from data.calendar import week_of
from data.season import Season
from data.season_weeks import SeasonWeek
from tui.commands.days import DATES, day
from tui.commands.desk import Wanted, open_desk, open_to_write
from tui.commands.output import columns, json_option, say, say_json, wrapped
from tui.commands.season_lines import entry_of, phase_lines, season_words, week_lines
from tui.commands.summary import pair_summary, session_summary
from tui.desk import Desk
from tui.seasons import mark_heavy, phases_to, race_ahead, save_season, season_of, why_no_race
from tui.week_words import span_words, week_number


@click.command("season", context_settings={"ignore_unknown_options": True}, epilog=DATES)
@click.argument("race", metavar="[RACE_DATE]", required=False)
@click.option("--weeks", type=click.IntRange(1), metavar="N", help="Lifts for so many weeks, this one included.")
@click.option("--replace", "replacing", is_flag=True, help="Let planned lifts that are not locked give way.")
@click.option("--apply", "applying", is_flag=True, help="Save the phases and the lifts.")
@click.option("--heavy", metavar="DATE", multiple=True, help="Mark the week of DATE as a heavy run week, at once.")
@click.option("--not-heavy", metavar="DATE", multiple=True, help="Take that mark away, at once.")
@json_option
@click.pass_obj
def season_command(
    wanted: Wanted,
    race: str | None,
    weeks: int | None,
    replacing: bool,
    applying: bool,
    heavy: tuple[str, ...],
    not_heavy: tuple[str, ...],
    as_json: bool,
) -> None:
    """Lay out a season up to the race on RACE_DATE: its phases, and the lifts that each week of them should hold.

    Without a date: the race that your phases lead to already, or the first one that is planned. Lifts that are planned
    already are kept, and only missing ones added.

    With --heavy or --not-heavy alone weeks are marked and no season is laid out: a heavy run week holds at most two
    lifts, of half the sets.

    Without --apply no season is saved.

    \b
    legday season 2026-10-25
    legday season 2026-10-25 --weeks 4 --apply
    legday season --heavy +1w
    """
    marking = [(text, True) for text in heavy] + [(text, False) for text in not_heavy]
    desk = open_to_write(wanted) if applying or marking else open_desk(wanted)
    _mark(marking, desk, quiet=as_json)
    if marking and race is None and not (applying or as_json):
        return
    race_day = _race(race, desk)
    season = season_of(desk, phases_to(desk, race_day), weeks, replacing)
    if as_json:
        say_json(_season_json(season, race_day, applying, desk))
    else:
        _print(season, race_day, desk)
    if applying:
        save_season(desk, season)
    if not as_json:
        say("", *wrapped("", season_words(season, saved=applying), columns()))


def _mark(marking: Sequence[tuple[str, bool]], desk: Desk, quiet: bool) -> None:
    """Mark the weeks of these days as heavy run weeks or not, and say so unless `quiet`."""
    today, week_start = desk.today(), desk.logbook.athlete.week_start
    weeks = [(week_of(day(text, today), week_start), heavy) for text, heavy in marking]
    for days, heavy in weeks:
        mark_heavy(desk, days, heavy)
        if not quiet:
            said = "is a heavy run week" if heavy else "is not marked as a heavy run week"
            say(*wrapped("", f"Week {week_number(days)} · {span_words(days)} {said}.", columns()))


def _race(text: str | None, desk: Desk) -> date:
    race = day(text, desk.today()) if text else race_ahead(desk)
    if race is None:
        raise click.UsageError("no race is planned; write its day, such as legday season 2026-10-25")
    if why := why_no_race(race, desk.today()):
        raise click.UsageError(why)
    return race


def _print(season: Season, race: date, desk: Desk) -> None:
    width = columns()
    say(*phase_lines(season, race, desk, width))
    for week in season.weeks:
        if week.lifts or week.notes:
            say("", *week_lines(week, desk, width))


def _season_json(season: Season, race: date, applied: bool, desk: Desk) -> dict[str, Any]:
    return {
        "race": race,
        "phases": msgspec.to_builtins(season.spans),
        "weeks": [_week_json(week, desk) for week in season.weeks],
        "replaced": season.replaced,
        "notes": season.notes,
        "applied": applied,
    }


def _week_json(week: SeasonWeek, desk: Desk) -> dict[str, Any]:
    return {
        "from": week.days.start,
        "until": week.days.until,
        "phase": week.phase,
        "heavy": week.heavy,
        "dose": msgspec.to_builtins(week.dose),
        "kept": week.kept,
        "sessions": [session_summary(entry_of(lift, desk), desk.catalogue) for lift in week.lifts],
        "pairs": [pair_summary(pair) for pair in week.pairs],
        "notes": week.notes,
    }
