"""Load by heart rate, where there is one: Banister's TRIMP, the hr score and Edwards' zones (RULES 1)."""

from collections.abc import Sequence
from math import exp
from typing import Final, Literal

from data.model import Athlete, LoggedSession
from data.rules.explain import Explanation, missing_of, number_words, session_words, value_words
from data.units import format_clock

Sex = Literal["male", "female"]

# Banister's a and b: how steeply lactate rises with the heart rate.
_WEIGHTS: Final[dict[Sex, tuple[float, float]]] = {"male": (0.64, 1.92), "female": (0.86, 1.67)}
_ZONES: Final = 5
# [choice] A heart rate of more than twice the reserve above rest is a slip of the keys or of a watch.
_MOST_SHARE: Final = 2


def trimp(minutes: float, hr: float, rest: float, most: float, sex: Sex) -> float | None:
    """Banister's TRIMP: minutes × x × a × e^(b × x), where x is the share of the heart rate's reserve that was used.

    A heart rate below rest counts as rest. None where the highest heart rate is not above rest, and for one that
    nobody has.
    """
    if most <= rest:
        return None
    a, b = _WEIGHTS[sex]
    x = max(0.0, (hr - rest) / (most - rest))
    return minutes * x * a * exp(b * x) if x <= _MOST_SHARE else None


def hr_score(minutes: float, hr: float, rest: float, most: float, lthr: float, sex: Sex) -> float | None:
    """The TRIMP in hundredths of that of an hour at the lactate threshold's heart rate: 100 is that hour."""
    done, hour = trimp(minutes, hr, rest, most, sex), trimp(60, lthr, rest, most, sex)
    return 100 * done / hour if done is not None and hour else None


def edwards(minutes_in_zone: Sequence[float]) -> float | None:
    """Edwards' score: minutes in zone 1 × 1 + … + minutes in zone 5 × 5; None where there are not five zones."""
    if len(minutes_in_zone) != _ZONES:
        return None
    return sum(zone * minutes for zone, minutes in enumerate(minutes_in_zone, 1))


def trimp_of(session: LoggedSession, athlete: Athlete) -> float | None:
    """The TRIMP of a session; None where it or the profile says too little."""
    if session.minutes is None or not session.hr_avg or not athlete.hr_rest or not athlete.hr_max or not athlete.sex:
        return None
    return trimp(session.minutes, session.hr_avg, athlete.hr_rest, athlete.hr_max, athlete.sex)


def hr_score_of(session: LoggedSession, athlete: Athlete) -> float | None:
    """The hr score of a session; None where it or the profile says too little."""
    if session.minutes is None or not session.hr_avg or not athlete.sex:
        return None
    if not athlete.hr_rest or not athlete.hr_max or not athlete.lthr:
        return None
    return hr_score(session.minutes, session.hr_avg, athlete.hr_rest, athlete.hr_max, athlete.lthr, athlete.sex)


def edwards_of(session: LoggedSession) -> float | None:
    """Edwards' score of a session by the zones of the watch; None where they are not five."""
    return edwards([seconds / 60 for seconds in session.zone_seconds])


def explain_trimp(session: LoggedSession, athlete: Athlete) -> Explanation:
    """The TRIMP of a session."""
    value = trimp_of(session, athlete)
    return Explanation(
        figure=f"TRIMP: {session_words(session)}",
        value=value_words(value, 1),
        rule="Minutes × x × a × e^(b × x), x being how far the average heart rate was from rest to the highest. Men "
        "a 0.64, b 1.92; women a 0.86, b 1.67. By the average, so intervals come out a little low.",
        inputs=_inputs(session, athlete),
        steps=() if value is None else _trimp_steps(session, athlete, value),
        source="Banister 1991",
        needs="" if value is not None else _needs(session, athlete),
    )


def explain_hr_score(session: LoggedSession, athlete: Athlete) -> Explanation:
    """The hr score of a session."""
    value, done = hr_score_of(session, athlete), trimp_of(session, athlete)
    lthr = [("threshold", str(athlete.lthr))] if athlete.lthr else []
    steps = []
    if value and done:
        hour = number_words(done / value * 100, 1)
        steps = [f"an hour at threshold: {hour}", f"100 × {number_words(done, 1)} / {hour} = {number_words(value, 1)}"]
    return Explanation(
        figure=f"Heart-rate score: {session_words(session)}",
        value=value_words(value, 1),
        rule="100 × the TRIMP / that of an hour at your threshold heart rate: 100 is as much as that hour.",
        inputs=(*_inputs(session, athlete), *lthr),
        steps=tuple(steps),
        source="Banister 1991, against an hour at threshold",
        needs="" if value is not None else _needs(session, athlete, threshold=True),
    )


def explain_edwards(session: LoggedSession) -> Explanation:
    """Edwards' score of a session."""
    value = edwards_of(session)
    zones = [(f"zone {number}", seconds) for number, seconds in enumerate(session.zone_seconds, 1)]
    terms = " + ".join(f"{number_words(seconds / 60, 1)} × {zone}" for zone, (_, seconds) in enumerate(zones, 1))
    return Explanation(
        figure=f"Edwards: {session_words(session)}",
        value=value_words(value, 1),
        rule="Minutes in heart-rate zone 1 × 1, in zone 2 × 2, up to zone 5 × 5. The zones are those of the watch; "
        "Edwards' own begin at 50, 60, 70, 80 and 90 % of the highest heart rate.",
        inputs=tuple((name, format_clock(seconds)) for name, seconds in zones),
        steps=() if value is None else (f"{terms} = {number_words(value, 1)}",),
        source="Edwards 1993",
        needs="" if value is not None else "the time in five heart-rate zones, from a watch",
    )


def _trimp_steps(session: LoggedSession, athlete: Athlete, value: float) -> tuple[str, ...]:
    hr, rest, most = session.hr_avg or 0, athlete.hr_rest or 0, athlete.hr_max or 0
    a, b = _WEIGHTS[athlete.sex or "male"]
    x = number_words(max(0, hr - rest) / (most - rest), 3)
    minutes = number_words(session.minutes or 0, 1)
    return (
        f"x = ({hr} − {rest}) / ({most} − {rest}) = {x}",
        f"{minutes} × {x} × {a} × e^({b} × {x}) = {number_words(value, 1)}",
    )


def _inputs(session: LoggedSession, athlete: Athlete) -> tuple[tuple[str, str], ...]:
    known = (
        ("minutes", None if session.minutes is None else number_words(session.minutes, 1)),
        ("heart rate", session.hr_avg),
        ("at rest", athlete.hr_rest),
        ("highest", athlete.hr_max),
        ("sex", athlete.sex),
    )
    return tuple((name, str(said)) for name, said in known if said)


def profile_needs(athlete: Athlete, threshold: bool = False) -> list[str]:
    """What the profile lacks for a TRIMP, and with `threshold` for the hr score; nothing where it has all of it."""
    wanted = [
        ("your resting heart rate", athlete.hr_rest),
        ("your highest heart rate", athlete.hr_max),
        ("your sex", athlete.sex),
        *([("your heart rate at threshold", athlete.lthr)] if threshold else []),
    ]
    return missing_of(*wanted)


def _needs(session: LoggedSession, athlete: Athlete, threshold: bool = False) -> str:
    of_session = (("its minutes", session.minutes), ("its average heart rate", session.hr_avg))
    missing = missing_of(*of_session) + profile_needs(athlete, threshold)
    if missing:
        return ", ".join(missing)
    if (athlete.hr_max or 0) > (athlete.hr_rest or 0) and trimp_of(session, athlete) is None:
        return "an average heart rate that somebody can have"
    what = "heart rates at threshold and at most" if threshold else "a highest heart rate"
    return f"{what} above your resting one"
