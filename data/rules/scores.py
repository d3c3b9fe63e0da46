"""What the sessions of a week add up to by heart rate and by pace (RULES 1): sums of those that have a value."""

from collections.abc import Callable, Iterable, Sequence
from math import fsum
from typing import Final, Literal, NamedTuple

from data.model import Athlete, LoggedSession
from data.rules.explain import Explanation, number_words, session_words, value_words
from data.rules.heart import edwards_of, hr_score_of, profile_needs, trimp_of
from data.rules.pace import pace_score_of

Name = Literal["trimp", "hr_score", "edwards", "pace_score"]


class _Score(NamedTuple):
    """A score of single sessions: `of` gives one, or None, and `needs` what there is none without."""

    figure: str
    rule: str
    of: Callable[[LoggedSession, Athlete], float | None]
    needs: Callable[[Athlete], Iterable[str]]
    source: str


_HEART: Final = ("a session with a heart rate",)
_SCORES: Final[dict[Name, _Score]] = {
    "trimp": _Score(
        "TRIMP",
        "The sum of Banister's TRIMP of every session with a heart rate.",
        trimp_of,
        lambda athlete: profile_needs(athlete) or _HEART,
        "Banister 1991",
    ),
    "hr_score": _Score(
        "Heart-rate score",
        "The sum of the scores of every session with a heart rate; an hour at threshold is 100.",
        hr_score_of,
        lambda athlete: profile_needs(athlete, threshold=True) or _HEART,
        "Banister 1991, against an hour at threshold",
    ),
    "edwards": _Score(
        "Edwards",
        "The sum over every session with the time in five heart-rate zones: minutes in zone 1 × 1, up to zone 5 × 5.",
        lambda session, _: edwards_of(session),
        lambda _: ["a session with the time in five heart-rate zones, from a watch"],
        "Edwards 1993",
    ),
    "pace_score": _Score(
        "Pace score",
        "The sum of the scores of every run with a distance and a length; an hour at threshold is 100.",
        pace_score_of,
        lambda athlete: ["a run with a distance and a length" if athlete.threshold_s_per_km else "your threshold pace"],
        "rTSS, after Coggan and McGregor",
    ),
}


def week_score(name: Name, logged: Iterable[LoggedSession], athlete: Athlete) -> float | None:
    """The sum of that score of the sessions; None where none of them has one."""
    known = [value for each in logged if (value := _SCORES[name].of(each, athlete)) is not None]
    return fsum(known) if known else None


def explain_week_score(name: Name, logged: Sequence[LoggedSession], athlete: Athlete) -> Explanation:
    """That score of the week's sessions, and what each of them gives to it."""
    score, total = _SCORES[name], week_score(name, logged, athlete)
    found = [(each, score.of(each, athlete)) for each in logged]
    return Explanation(
        figure=score.figure,
        value=value_words(total, 1),
        rule=score.rule,
        inputs=tuple((session_words(each), number_words(value, 1)) for each, value in found if value is not None),
        source=score.source,
        needs=", ".join(score.needs(athlete)) if total is None else "",
    )
