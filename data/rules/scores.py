"""What the sessions of a week add up to by heart rate and by pace (RULES 1): sums of those that have a value."""

from collections.abc import Iterable, Sequence
from math import fsum

from data.model import Athlete, LoggedSession
from data.rules.explain import Explanation, number_words, session_words
from data.rules.heart import edwards_of, hr_score_of, profile_needs, trimp_of
from data.rules.pace import pace_score_of


def week_trimp(logged: Iterable[LoggedSession], athlete: Athlete) -> float | None:
    """The sum of the TRIMPs; None where no session has one."""
    return _sum(trimp_of(each, athlete) for each in logged)


def week_hr_score(logged: Iterable[LoggedSession], athlete: Athlete) -> float | None:
    """The sum of the heart-rate scores; None where no session has one."""
    return _sum(hr_score_of(each, athlete) for each in logged)


def week_edwards(logged: Iterable[LoggedSession]) -> float | None:
    """The sum of Edwards' scores; None where no session has one."""
    return _sum(edwards_of(each) for each in logged)


def week_pace_score(logged: Iterable[LoggedSession], athlete: Athlete) -> float | None:
    """The sum of the pace scores; None where no session has one."""
    return _sum(pace_score_of(each, athlete) for each in logged)


def explain_week_trimp(logged: Sequence[LoggedSession], athlete: Athlete) -> Explanation:
    """The TRIMP of the week's sessions with a heart rate."""
    return _summed(
        figure="TRIMP",
        rule="The sum of Banister's TRIMP of every session with a heart rate.",
        total=week_trimp(logged, athlete),
        found=[(each, trimp_of(each, athlete)) for each in logged],
        source="Banister 1991",
        needs=profile_needs(athlete) or ["a session with a heart rate"],
    )


def explain_week_hr_score(logged: Sequence[LoggedSession], athlete: Athlete) -> Explanation:
    """The heart-rate score of the week's sessions with a heart rate."""
    return _summed(
        figure="Heart-rate score",
        rule="The sum of the scores of every session with a heart rate; an hour at threshold is 100.",
        total=week_hr_score(logged, athlete),
        found=[(each, hr_score_of(each, athlete)) for each in logged],
        source="Banister 1991, against an hour at threshold",
        needs=profile_needs(athlete, threshold=True) or ["a session with a heart rate"],
    )


def explain_week_edwards(logged: Sequence[LoggedSession]) -> Explanation:
    """Edwards' score of the week's sessions with the time in heart-rate zones."""
    return _summed(
        figure="Edwards",
        rule="The sum over every session with the time in five heart-rate zones: minutes in zone 1 × 1, up to zone 5 "
        "× 5.",
        total=week_edwards(logged),
        found=[(each, edwards_of(each)) for each in logged],
        source="Edwards 1993",
        needs=["a session with the time in five heart-rate zones, from a watch"],
    )


def explain_week_pace_score(logged: Sequence[LoggedSession], athlete: Athlete) -> Explanation:
    """The pace score of the week's runs."""
    return _summed(
        figure="Pace score",
        rule="The sum of the scores of every run with a distance and a length; an hour at threshold is 100.",
        total=week_pace_score(logged, athlete),
        found=[(each, pace_score_of(each, athlete)) for each in logged],
        source="rTSS, after Coggan and McGregor",
        needs=["a run with a distance and a length" if athlete.threshold_s_per_km else "your threshold pace"],
    )


def _sum(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fsum(known) if known else None


def _summed(
    figure: str,
    rule: str,
    total: float | None,
    found: Iterable[tuple[LoggedSession, float | None]],
    source: str,
    needs: Iterable[str],
) -> Explanation:
    return Explanation(
        figure=figure,
        value="" if total is None else number_words(total, 1),
        rule=rule,
        inputs=tuple((session_words(each), number_words(value, 1)) for each, value in found if value is not None),
        source=source,
        needs=", ".join(needs) if total is None else "",
    )
