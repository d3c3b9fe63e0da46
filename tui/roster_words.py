"""The line of an athlete in words: this week's load, what is done of the plan, when they were last seen."""

from collections.abc import Iterable

from data.rules.change import change_words
from data.rules.roster import RosterLine
from data.units import format_load


def load_words(line: RosterLine) -> str:
    """ "load 1,240 this week, usually 900–1,300"."""
    week = line.week
    usual = week.usual if week else None
    load = f"load {format_load(week.total, week.unrated) if week else 0} this week"
    return load + (f", usually {format_load(usual.low)}–{format_load(usual.high)}" if usual else "")


def against_usual(line: RosterLine) -> str:
    """ "38 % above usual"; nothing where it is not known."""
    return "" if line.change is None else change_words(line.change).replace("your usual", "usual")


def done_words(line: RosterLine) -> str:
    """ "3 of 5 done"."""
    return f"{line.done} of {line.planned} done" if line.planned else "nothing planned"


def seen_words(line: RosterLine) -> str:
    """ "last session yesterday"; nothing where there is none."""
    if line.under_way:
        return "a session is under way"
    days = line.silent_days
    return "" if days is None else f"last session {_ago(days)}"


def need_words(athletes: int, known: Iterable[RosterLine]) -> str:
    """ "6 athletes · 2 need a word", of so many of whom these are known."""
    need = sum(bool(line.reasons) for line in known)
    count = f"{athletes} {'athlete' if athletes == 1 else 'athletes'}"
    return f"{count} · {need} {'needs' if need == 1 else 'need'} a word"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
