"""Fitness, fatigue and form: daily loads remembered for about six weeks and for about one (RULES 1).

All are in AU a day, of the loads of every day since the log's first. Before that day both memories are 0.
"""

from collections.abc import Sequence
from math import exp
from typing import Final

from data.rules.explain import Explanation, needs_ratings, number_words

FITNESS_DAYS: Final = 42
FATIGUE_DAYS: Final = 7


def fitness(daily: Sequence[float]) -> float:
    """The fitness at the end of the last of the days: v += (load − v) / 42 each day."""
    return _remembered(daily, 1 / FITNESS_DAYS)


def fatigue(daily: Sequence[float]) -> float:
    """The fatigue at the end of the last of the days: v += (load − v) / 7 each day."""
    return _remembered(daily, 1 / FATIGUE_DAYS)


def decayed(daily: Sequence[float], days: int) -> float:
    """The same as some tools take it: v += (load − v) × (1 − e^(−1 / days)), a little lower."""
    return _remembered(daily, 1 - exp(-1 / days))


def form(daily: Sequence[float]) -> float:
    """The form that the last of the days began with: the fitness − the fatigue of the day before."""
    return fitness(daily[:-1]) - fatigue(daily[:-1])


def explain_fitness(daily: Sequence[float], unrated: int = 0) -> Explanation:
    """The fitness after the last of the days; absent where some of the week shown is `unrated`."""
    return _explain_remembered("Fitness", daily, FITNESS_DAYS, unrated)


def explain_fatigue(daily: Sequence[float], unrated: int = 0) -> Explanation:
    """The fatigue after the last of the days; absent where some of the week shown is `unrated`."""
    return _explain_remembered("Fatigue", daily, FATIGUE_DAYS, unrated)


def explain_form(daily: Sequence[float], unrated: int = 0) -> Explanation:
    """The form on the last of the days; absent where some of the week shown is `unrated`."""
    needs = _needs(daily, unrated)
    fit, tired, value = _words(fitness(daily[:-1])), _words(fatigue(daily[:-1])), form(daily)
    return Explanation(
        figure="Form",
        value="" if needs else _words(value, 0),
        rule="Fitness − fatigue as they were the day before, so as the last day began: below 0 you carry more than you "
        "are used to, above 0 less. A sum, not a verdict on how you will run.",
        inputs=() if needs else (("fitness the day before", fit), ("fatigue the day before", tired)),
        steps=() if needs else (f"{fit} − {tired} = {_words(value)}",),
        source=_SOURCE,
        needs=needs,
    )


_SOURCE: Final = "Banister 1991; 42 and 7 days, from 0, are what most tools take"


def _remembered(daily: Sequence[float], share: float) -> float:
    value = 0.0
    for load in daily:
        value += (load - value) * share
    return value


def _explain_remembered(figure: str, daily: Sequence[float], days: int, unrated: int) -> Explanation:
    needs = _needs(daily, unrated)
    before, after = _words(_remembered(daily[:-1], 1 / days)), _remembered(daily, 1 / days)
    load = _words(daily[-1]) if daily else ""
    return Explanation(
        figure=figure,
        value="" if needs else _words(after, 0),
        rule=f"Load a day, remembered for about {days} days: each day adds (its load − the value) / {days}. It begins "
        "at 0 on the log's first day, so it reads low while the log is young. The last day is the week's, or today.",
        inputs=() if needs else (("the day before", before), ("load of the last day", load)),
        steps=()
        if needs
        else (
            f"{before} + ({load} − {before}) / {days} = {_words(after)}",
            f"for comparison, × (1 − e^(−1/{days})) in place of / {days}: {_words(decayed(daily, days))}",
        ),
        source=_SOURCE,
        needs=needs,
    )


def _needs(daily: Sequence[float], unrated: int) -> str:
    return needs_ratings(unrated) if unrated else "" if daily else "a session done by then"


def _words(value: float, decimals: int = 1) -> str:
    # Adding 0 makes a 0 of what rounds to −0.
    return number_words(round(value, decimals) + 0, decimals).replace("-", "−")
