"""Load by pace: the running score of a session against an hour at threshold pace (RULES 1)."""

from data.model import Athlete, LoggedSession
from data.rules.explain import Explanation, missing_of, number_words, session_words, value_words
from data.rules.grade import flat_pace_of
from data.units import Units, format_clock, format_pace


def pace_score(seconds: float, flat_s_per_km: float, threshold_s_per_km: float) -> float | None:
    """rTSS = seconds × IF² / 36, where IF is the grade-adjusted speed / the threshold speed; None without a pace.

    An hour at threshold is 100.
    """
    if flat_s_per_km <= 0 or threshold_s_per_km <= 0:
        return None
    return seconds * (threshold_s_per_km / flat_s_per_km) ** 2 / 36


def pace_score_of(session: LoggedSession, athlete: Athlete) -> float | None:
    """The pace score of a run, grade-adjusted where its climb is known; None where run or profile say too little."""
    flat = flat_pace_of(session)
    if session.kind != "run" or session.minutes is None or flat is None:
        return None
    return pace_score(session.minutes * 60, flat, athlete.threshold_s_per_km or 0)


def explain_pace_score(run: LoggedSession, athlete: Athlete, units: Units) -> Explanation:
    """The pace score of a run."""
    value, flat, threshold = pace_score_of(run, athlete), flat_pace_of(run), athlete.threshold_s_per_km
    wanted = (("its distance", run.distance_m), ("its minutes", run.minutes), ("your threshold pace", threshold))
    paces = (("grade-adjusted pace", flat), ("threshold pace", threshold))
    return Explanation(
        figure=f"Pace score: {session_words(run)}",
        value=value_words(value, 1),
        rule="Seconds × IF² / 36, IF being the grade-adjusted speed / your threshold speed: an hour at threshold is "
        "100. By the average pace, so intervals come out low.",
        inputs=tuple((name, format_pace(pace, units)) for name, pace in paces if pace),
        steps=() if value is None else _steps(run, flat or 0, threshold or 0, value),
        source="rTSS, after Coggan and McGregor",
        needs=", ".join(missing_of(*wanted)),
    )


def _steps(run: LoggedSession, flat: float, threshold: float, value: float) -> tuple[str, ...]:
    intensity = number_words(threshold / flat, 3)
    seconds = (run.minutes or 0) * 60
    return (
        f"{format_clock(seconds)} is {number_words(seconds)} s; IF {intensity}",
        f"{number_words(seconds)} × {intensity}² / 36 = {number_words(value, 1)}",
    )
