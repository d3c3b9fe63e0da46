"""The figures that `legday explain` can explain: of a week, of a day's sessions, of all that was ever logged."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final, NamedTuple

from data.calendar import Days
from data.model import Session
from data.rules.explain import Explanation, session_words
from data.rules.fitness import explain_best_vdot
from data.rules.level import explain_level
from data.rules.session_why import explain_session
from data.rules.spacing import explain_pair
from data.rules.strength import best_lifts, explain_best_lift
from data.rules.usual import explain_usual
from data.rules.week_why import explain_week
from data.week_aim import explain_aim
from tui.commands.around import Held, usual_loads, week_holding
from tui.desk import Desk

# What `legday week --json` and the screens call a figure, where no word of its name is in it.
_ALSO: Final = {
    "vs usual": "against your usual",
    "distance": "running",
    "lifted": "volume",
    "hardness": "how hard",
    "hr score": "heart rate score",
    "rtss": "pace score",
}


class Figure(NamedTuple):
    """A figure with its why; `name` is what it is called beside the others of its session, where it is of one."""

    name: str
    why: Explanation
    session: Session | None = None


def of_week(desk: Desk, day: date) -> tuple[Days, list[Figure]]:
    """The week that the day is in, and its figures."""
    held = week_holding(desk, day)
    week, span = held.week, held.week.span
    daily, first = usual_loads(desk, span), desk.logbook.first_day()
    eve = daily[: max(0, (span.start - first).days)] if first else ()
    found = explain_week(week, desk.logbook.athlete, desk.catalogue, desk.settings.units, daily, desk.settings.spread)
    aims = explain_aim(span, held.sessions.values(), desk.lifter(), desk.catalogue, desk.now())
    return span, [Figure(why.figure, why) for why in (*found, explain_usual(eve, span), *aims, *_pairs(desk, held))]


def of_day(desk: Desk, day: date) -> list[Figure]:
    """The figures of each session of the day, by start."""
    athlete, units = desk.logbook.athlete, desk.settings.units
    found = next(each for each in week_holding(desk, day).week.days if each.date == day)
    sessions = [entry.session for entry in found.entries]
    return [
        Figure(why.figure.removesuffix(f": {session_words(session)}"), why, session)
        for session in sessions
        for why in explain_session(session, athlete, desk.catalogue, units)
    ]


def of_all(desk: Desk) -> list[Figure]:
    """The bests of everything logged: e1RM of every lift by its name, VDOT, and the level that they make."""
    first, units = desk.logbook.first_day(), desk.settings.units
    logged = desk.logbook.logged(Days(first, desk.today() + timedelta(1))) if first else []
    lifts = [explain_best_lift(best, desk.catalogue, units) for best in best_lifts(logged, desk.catalogue).values()]
    level = explain_level(desk.logbook.athlete, logged, desk.catalogue, units)
    found = [*sorted(lifts, key=lambda why: why.figure), explain_best_vdot(logged, units), level]
    return [Figure(why.figure, why) for why in found]


def named(wanted: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of that name, else those that begin with it, else those with all its words; none where none has."""
    asked = _plainly(wanted)
    asked = _ALSO.get(asked, asked)
    if not asked:
        return []
    ways = (
        lambda name: name == asked,
        lambda name: name.startswith(asked),
        lambda name: all(word in name for word in asked.split()),
    )
    for way in ways:
        if found := [figure for figure in figures if way(_plainly(figure.name))]:
            return found
    return []


def nearest(wanted: str, figures: Sequence[Figure]) -> str | None:
    """The name that comes nearest to the one wanted; None where none is near."""
    names = {_plainly(figure.name): figure.name.lower() for figure in figures}
    near = get_close_matches(_plainly(wanted)[:60], names, n=1, cutoff=0.5)
    return names[near[0]] if near else None


def _pairs(desk: Desk, held: Held) -> Iterator[Explanation]:
    for pair in held.week.pairs:
        yield explain_pair(pair, held.sessions.values(), desk.logbook.athlete, desk.catalogue, desk.now())


def _plainly(name: str) -> str:
    """The name in small letters and digits, everything else one space."""
    return re.sub(r"[\W_]+", " ", name.lower()).strip()
