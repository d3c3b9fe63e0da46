"""Why each figure of the Load screen is what it is."""

from collections.abc import Callable, Mapping
from typing import Final

from data.model import LoggedSession
from data.rules import change, form, load, volume, week_why
from data.rules.explain import Explanation
from data.rules.scores import Name, explain_week_score
from data.rules.spacing import explain_pair
from data.rules.usual import explain_usual
from tui.desk import Desk
from tui.screens.load_sight import Opened


def _score(name: Name, seen: Opened, desk: Desk) -> Explanation:
    return explain_week_score(name, seen.week.logged, desk.logbook.athlete)


_WHY: Final[Mapping[str, Callable[[Opened, Desk], Explanation]]] = {
    "load": lambda seen, desk: load.explain_load(seen.week.logged, seen.week.span),
    "vs_usual": lambda seen, desk: change.explain_vs_usual(seen.daily, seen.week.unrated),
    "monotony": lambda seen, desk: load.explain_monotony(seen.week.logged, seen.week.span, desk.settings.spread),
    "strain": lambda seen, desk: load.explain_strain(seen.week.logged, seen.week.span, desk.settings.spread),
    "hard_days": lambda seen, desk: week_why.explain_hard_days(seen.week),
    "legs": lambda seen, desk: load.explain_leg_load(seen.week.logged, desk.catalogue),
    "pairs": lambda seen, desk: week_why.explain_back_to_backs(seen.week),
    "usual": lambda seen, desk: explain_usual(seen.eve, seen.week.span),
    "runs": lambda seen, desk: week_why.explain_plan(seen.week),
    "run_minutes": lambda seen, desk: week_why.explain_running(seen.week, desk.settings.units),
    "distance": lambda seen, desk: week_why.explain_running(seen.week, desk.settings.units),
    "run_load": lambda seen, desk: week_why.explain_run_load(seen.week),
    "lifts": lambda seen, desk: week_why.explain_plan(seen.week),
    "lift_minutes": lambda seen, desk: volume.explain_minutes(_lifts(seen)),
    "sets": lambda seen, desk: volume.explain_sets(_lifts(seen)),
    "volume": lambda seen, desk: volume.explain_volume(_lifts(seen), desk.catalogue, desk.settings.units),
    "fitness": lambda seen, desk: form.explain_fitness(seen.daily, seen.week.unrated),
    "fatigue": lambda seen, desk: form.explain_fatigue(seen.daily, seen.week.unrated),
    "form": lambda seen, desk: form.explain_form(seen.daily, seen.week.unrated),
    "trimp": lambda seen, desk: _score("trimp", seen, desk),
    "hr_score": lambda seen, desk: _score("hr_score", seen, desk),
    "edwards": lambda seen, desk: _score("edwards", seen, desk),
    "pace_score": lambda seen, desk: _score("pace_score", seen, desk),
}


def why(seen: Opened, desk: Desk, first: str) -> tuple[Explanation, ...]:
    """Every figure of the week explained, the one of that name first, the back-to-backs after their count."""
    found: list[Explanation] = []
    for name in sorted(_WHY, key=lambda name: name != first):
        why_it_is = _WHY[name](seen, desk)
        if why_it_is not in found:
            found.append(why_it_is)
        if name == "pairs":
            found += _pairs(seen, desk)
    return tuple(found)


def _pairs(seen: Opened, desk: Desk) -> list[Explanation]:
    athlete, sessions = desk.logbook.athlete, seen.sessions.values()
    return [explain_pair(pair, sessions, athlete, desk.catalogue, desk.now()) for pair in seen.week.pairs]


def _lifts(seen: Opened) -> list[LoggedSession]:
    return [session for session in seen.week.logged if session.kind == "strength"]
