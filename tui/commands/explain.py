"""`legday explain`: why a figure is what it is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

import click

from data.calendar import Days, week_of
from data.rules.explain import day_words
from data.text import plain
from tui.commands.days import DATES, day
from tui.commands.desk import Wanted, open_desk
from tui.commands.figures import Figure, named, nearest, of_all, of_day, of_week
from tui.commands.output import columns, json_option, say, say_json, wrapped
from tui.commands.why_lines import figure_lines, why_lines
from tui.desk import Desk
from tui.week_words import span_words, week_number

# The comma of "2,187".
_PARTED: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@click.command("explain", context_settings={"ignore_unknown_options": True}, epilog=DATES)
@click.argument("what", metavar="week|day|bests", type=click.Choice(["week", "day", "bests"]))
@click.argument("words", nargs=-1, metavar="[DATE] [FIGURE]")
@json_option
@click.pass_obj
def explain_command(wanted: Wanted, what: str, words: tuple[str, ...], as_json: bool) -> None:
    """Why a figure is what it is: the rule, what went in, the steps and where the rule comes from.

    Without a FIGURE: the figures that there are, with their values. DATE is today unless said.

    \b
    legday explain week
    legday explain week 2026-06-01 monotony
    legday explain day yesterday trimp
    legday explain bests e1rm
    """
    desk = open_desk(wanted)
    when, figure = (None, " ".join(words)) if what == "bests" else _when_and_figure(words, desk.today())
    days, found = _found(desk, when, week=what == "week")
    chosen = named(figure, found) if figure else found
    if not chosen and figure:
        raise click.UsageError(_unknown(figure, found, what, when))
    if as_json:
        span = {"from": days.start, "until": days.until} if days else {}
        say_json(span | {"figures": [_json(each) for each in chosen]})
        return
    say(*(_why(chosen, columns()) if figure else _list(desk, chosen, what, when, columns())))


def _why(figures: Sequence[Figure], width: int) -> Iterator[str]:
    """The figures explained, an empty line between them."""
    for place, figure in enumerate(figures):
        if place:
            yield ""
        yield from why_lines(figure.why, width)


def _list(desk: Desk, figures: Sequence[Figure], what: str, when: date | None, width: int) -> Iterator[str]:
    """Whose figures they are and of when, their values, and how to ask for one of them."""
    yield from wrapped("", _head(desk, what, when), width)
    yield from figure_lines(figures, desk, width)
    yield ""
    yield from wrapped("", f"{_asking(what, when)} FIGURE says why." if figures else "Nothing to explain.", width)


def _when_and_figure(words: Sequence[str], today: date) -> tuple[date, str]:
    """The day and the figure of "2025-02-24 monotony"; today where the words begin with the figure.

    Raises click.UsageError for what looks like a day and is none.
    """
    if not words:
        return today, ""
    try:
        return day(words[0], today), " ".join(words[1:])
    except click.UsageError:
        if not words[0][:1].isalpha():
            raise
    return today, " ".join(words)


def _found(desk: Desk, when: date | None, week: bool) -> tuple[Days | None, list[Figure]]:
    if when is None:
        return None, of_all(desk)
    return of_week(desk, when) if week else (Days(when, when + timedelta(1)), of_day(desk, when))


def _unknown(figure: str, found: Sequence[Figure], what: str, when: date | None) -> str:
    near = nearest(figure, found)
    hint = f'did you mean "{near}"?' if near else f"{_asking(what, when)} lists those there are"
    return f'there is no figure "{figure}"; {hint}'


def _asking(what: str, when: date | None) -> str:
    """The command that lists the figures."""
    return f"legday explain {what} {when}" if when else f"legday explain {what}"


def _head(desk: Desk, what: str, when: date | None) -> str:
    athlete = desk.logbook.athlete
    name = plain(athlete.name)
    if when is None:
        return f"{name} · bests"
    if what == "day":
        return f"{name} · {day_words(when)} {when.year}"
    span = week_of(when, athlete.week_start)
    return f"{name} · week {week_number(span)} · {span_words(span)} {span.start.year}"


def _json(figure: Figure) -> dict[str, Any]:
    """A figure for scripts, its numbers without commas; what it has not is null."""
    why = figure.why
    return {
        "figure": figure.name,
        "session": figure.session.id if figure.session else None,
        "value": _bare(why.value) or None,
        "rule": why.rule,
        "inputs": [{"name": name, "value": _bare(value)} for name, value in why.inputs],
        "steps": [_bare(step) for step in why.steps],
        "source": why.source or None,
        "needs": why.needs or None,
    }


def _bare(text: str) -> str:
    return _PARTED.sub("", text)
