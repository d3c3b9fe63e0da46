"""What hills cost: the speed on the flat that a run up and down would have been (RULES 2.3)."""

from typing import Final

from data.model import LoggedSession

# The steepest grade of which the cost was measured, up and down.
_STEEPEST: Final = 0.45
_FLAT: Final = 3.6


def cost(grade: float) -> float:
    """Joules a kilogram and metre of running at a grade (0.1 is 10 % up), taken as ±0.45 beyond. Minetti 2002."""
    i = max(-_STEEPEST, min(_STEEPEST, grade))
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + _FLAT


def flat_ratio(grade: float) -> float:
    """How much faster the same effort would have been on the flat: 1.66 for 10 % up, 0.6 for 10 % down."""
    return cost(grade) / _FLAT


def climb_ratio(distance_m: float, ascent_m: float, descent_m: float) -> float:
    """The same of a whole run, of which only the climb and the descent are known; 1 of a flat one. [choice]

    As if all of it went up or down at one grade, (ascent + descent) / distance, each for its share of them. Long flat
    parts make hills steeper than that, so this errs on the side of the flat.
    """
    hills = ascent_m + descent_m
    if hills <= 0 or distance_m <= 0:
        return 1
    grade = hills / distance_m
    return (ascent_m * flat_ratio(grade) + descent_m * flat_ratio(-grade)) / hills


def ratio_of(run: LoggedSession) -> float:
    """`climb_ratio` of a run; 1 where its climb or its descent is not known."""
    if not run.distance_m or run.ascent_m is None or run.descent_m is None:
        return 1
    return climb_ratio(run.distance_m, run.ascent_m, run.descent_m)


def pace_of(run: LoggedSession) -> float | None:
    """Seconds a kilometre; None without a distance or a length."""
    return run.minutes * 60_000 / run.distance_m if run.minutes and run.distance_m else None


def flat_pace_of(run: LoggedSession) -> float | None:
    """Seconds a kilometre, grade-adjusted where the climb is known; None without a distance or a length."""
    pace = pace_of(run)
    return None if pace is None else pace / ratio_of(run)
