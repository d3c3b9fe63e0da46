"""Training load: of sessions, days and weeks, and how alike the days are (RULES 1).

Loads are in arbitrary units (AU), a CR-10 rating × minutes; the load on the legs is a lane of its own beside them.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal

from data.calendar import Days, day_of
from data.catalogue import Catalogue
from data.model import LoggedSession, Session
from data.rules.explain import Explanation, day_words, needs_ratings, number_words, session_words
from data.rules.hardness import exercises_of, leg_stress
from data.units import format_load

Spread = Literal["population", "sample"]

# Monotony above the first is worth a mention, above the second a flag.
MENTION_MONOTONY: Final = 1.5
FLAG_MONOTONY: Final = 2.0
# Metres of descent that weigh on the legs like one unit of a lift's leg stress.
_DESCENT_A_UNIT: Final = 100


def session_load(session: Session) -> float | None:
    """Rating × minutes of a session that was done, for runs and lifts alike; None without either, and of a plan.

    Foster 2001; lifting: Day 2004.
    """
    if not isinstance(session, LoggedSession) or session.rpe is None or session.minutes is None:
        return None
    return session.rpe * session.minutes


def leg_load(session: Session, catalogue: Catalogue) -> float | None:
    """The load on the legs: a lift's leg stress E, a run's descent / 100 m; None where that is not known."""
    if session.kind == "strength":
        return leg_stress(exercises_of(session, catalogue), catalogue)
    descent = session.descent_m if isinstance(session, LoggedSession) and session.kind == "run" else None
    return None if descent is None else descent / _DESCENT_A_UNIT


def daily_loads(logged: Iterable[LoggedSession], days: Days) -> tuple[float, ...]:
    """The load of each of the days: the sum of its sessions, 0 on a rest day. A session without a load adds nothing."""
    by_day: dict[date, list[float]] = {day: [] for day in days.each()}
    for session in logged:
        load = session_load(session)
        if load is not None and (day := day_of(session)) in by_day:
            by_day[day].append(load)
    return tuple(math.fsum(loads) for loads in by_day.values())


def monotony(daily: Sequence[float], spread: Spread = "population") -> float | None:
    """Mean / standard deviation of the daily loads, whole and unrounded; None where they do not vary. Foster 1998."""
    deviation = deviation_of(daily, spread)
    return None if deviation is None else math.fsum(daily) / len(daily) / deviation


def strain(daily: Sequence[float], spread: Spread = "population") -> float | None:
    """The sum of the daily loads × their monotony, in AU; None without a monotony. Foster 1998."""
    alike = monotony(daily, spread)
    return None if alike is None else math.fsum(daily) * alike


def deviation_of(daily: Sequence[float], spread: Spread = "population") -> float | None:
    """The standard deviation of the daily loads, over all of them or, for a `sample`, one less; None where it is 0."""
    over = len(daily) - (spread == "sample")
    if over < 1:
        return None
    mean = math.fsum(daily) / len(daily)
    deviation = math.sqrt(math.fsum((load - mean) ** 2 for load in daily) / over)
    # Loads that are alike but for the last digit of a float are alike.
    return None if deviation <= 1e-9 * mean else deviation


def unrated(logged: Iterable[LoggedSession]) -> int:
    """How many of the sessions have no load: their rating or their minutes are missing."""
    return sum(session_load(each) is None for each in logged)


def explain_session_load(session: LoggedSession) -> Explanation:
    """The load of one session."""
    load = session_load(session)
    missing = [name for name, value in (("a rating", session.rpe), ("its minutes", session.minutes)) if value is None]
    return Explanation(
        figure=f"Load: {session_words(session)}",
        value="" if load is None else format_load(load),
        rule="How hard it felt, from 0 to 10 and asked about half an hour later, × its minutes; runs and lifts alike.",
        inputs=tuple(
            (name, number_words(value, 1))
            for name, value in (("rating", session.rpe), ("minutes", session.minutes))
            if value is not None
        ),
        source="Foster 2001; lifting: Day 2004",
        needs=" and ".join(missing),
    )


# Its week, day by day: 940 50 1120 180 390 50 670.
_FOSTERS_TABLE: Final = (
    "The table in Foster 2001 disagrees with its own rule: the monotony of 1.26 and strain of 4284 printed there are "
    "those of the week's nine sessions (1.2646); its seven days give 1.21"
)


def explain_load(logged: Sequence[LoggedSession], days: Days) -> Explanation:
    """The load of a week, day by day."""
    daily = daily_loads(logged, days)
    week = [each for each in logged if day_of(each) in days]
    return Explanation(
        figure="Load",
        value="" if week and unrated(week) == len(week) else format_load(math.fsum(daily)),
        rule="The sum of the session loads, rating × minutes. A session belongs to the day that it started on.",
        inputs=_day_rows(daily, days),
        source="Foster 2001",
        needs=_needs(logged, days),
    )


def explain_monotony(logged: Sequence[LoggedSession], days: Days, spread: Spread = "population") -> Explanation:
    """How alike the days of a week are."""
    daily = daily_loads(logged, days)
    needs = _needs(logged, days) or _needs_variety(daily, spread)
    return Explanation(
        figure="Monotony",
        value="" if needs else number_words(monotony(daily, spread) or 0, 2),
        rule="The mean of the seven daily loads / their standard deviation; days of rest and days to come are 0. "
        f"Worth a look above {MENTION_MONOTONY}, a flag above {FLAG_MONOTONY}: hard days want easy ones between them.",
        inputs=_day_rows(daily, days),
        steps=() if needs else _monotony_steps(daily, spread),
        source=f"Foster 1998; {spread} standard deviation, tools differ. {_FOSTERS_TABLE}",
        needs=needs,
    )


def explain_strain(logged: Sequence[LoggedSession], days: Days, spread: Spread = "population") -> Explanation:
    """The load of a week weighed by how alike its days are."""
    daily = daily_loads(logged, days)
    needs = _needs(logged, days) or _needs_variety(daily, spread)
    return Explanation(
        figure="Strain",
        value="" if needs else format_load(strain(daily, spread)),
        rule="The week's load × its monotony. There is no limit to keep under; compare it with your own other weeks.",
        inputs=_day_rows(daily, days),
        steps=() if needs else (*_monotony_steps(daily, spread), _strain_step(daily, spread)),
        source=f"Foster 1998; {spread} standard deviation, tools differ",
        needs=needs,
    )


def explain_leg_load(logged: Sequence[LoggedSession], catalogue: Catalogue) -> Explanation:
    """The load on the legs of these sessions."""
    loads = [(each, load) for each in logged if (load := leg_load(each, catalogue)) is not None]
    unknown = bool(logged) and not loads
    return Explanation(
        figure="Leg load",
        value="" if unknown else number_words(math.fsum(load for _, load in loads), 1),
        rule="What breaks legs down, beside the session load: a lift's leg stress, which is sets × the exercise's "
        "eccentric stress (0 to 3), and a run's descent / 100 m.",
        inputs=tuple((session_words(each), number_words(load, 1)) for each, load in loads),
        source="a choice of legday",
        needs="the sets of a lift, or the descent of a run" if unknown else "",
    )


def _needs(logged: Iterable[LoggedSession], days: Days) -> str:
    missing = unrated(each for each in logged if day_of(each) in days)
    return needs_ratings(missing) if missing else ""


def _needs_variety(daily: Sequence[float], spread: Spread) -> str:
    return "days that differ" if deviation_of(daily, spread) is None else ""


def _day_rows(daily: Sequence[float], days: Days) -> tuple[tuple[str, str], ...]:
    return tuple((day_words(day), format_load(load)) for day, load in zip(days.each(), daily, strict=True))


def _monotony_steps(daily: Sequence[float], spread: Spread) -> tuple[str, ...]:
    mean = number_words(math.fsum(daily) / len(daily), 1)
    deviation = number_words(deviation_of(daily, spread) or 0, 1)
    return (
        f"mean {mean}, standard deviation {deviation}",
        f"monotony {mean} / {deviation} = {number_words(monotony(daily, spread) or 0, 2)}",
    )


def _strain_step(daily: Sequence[float], spread: Spread) -> str:
    load, alike = format_load(math.fsum(daily)), number_words(monotony(daily, spread) or 0, 2)
    return f"strain {load} × {alike} = {format_load(strain(daily, spread))}"
