"""What running fitness shows in: VDOT of races, and efficiency on easy runs (RULES 2.3, 2.4)."""

from collections.abc import Iterable
from math import exp
from typing import Final

from data.model import LoggedSession, RunType
from data.rules.explain import Explanation, missing_of, number_words, session_words, value_words
from data.rules.grade import flat_pace_of, pace_of, ratio_of
from data.rules.hardness import run_hardness
from data.units import Units, format_clock, format_distance, format_minutes, format_pace

# A shorter run says nothing about efficiency: the heart is still catching up.
EFFICIENCY_MINUTES: Final = 20
ALL_OUT: Final[tuple[RunType, ...]] = ("race", "time_trial")


def vdot(distance_m: float, minutes: float) -> float | None:
    """The VDOT of a race, in ml/kg/min: the oxygen its speed costs / the share of VO2max held for so long.

    Daniels & Gilbert 1979. None without a distance or a time, and where it is slower than any run.
    """
    if distance_m <= 0 or minutes <= 0:
        return None
    oxygen = _oxygen(distance_m / minutes)
    return oxygen / _share(minutes) if oxygen > 0 else None


def efficiency(distance_m: float, minutes: float, hr: float, ratio: float = 1) -> float | None:
    """Metres a heartbeat; `ratio` makes them metres on the flat. None without a time or a heart rate."""
    return distance_m * ratio / (hr * minutes) if hr > 0 and minutes > 0 else None


def vdot_of(session: LoggedSession) -> float | None:
    """The VDOT of a race or a time trial; None of any other session, and where distance or time is not known."""
    if session.type not in ALL_OUT:
        return None
    return vdot(session.distance_m or 0, session.minutes or 0)


def efficiency_of(session: LoggedSession) -> float | None:
    """Metres on the flat a heartbeat of an easy run of 20 minutes or more; None of any other session."""
    if not is_easy(session) or (session.minutes or 0) < EFFICIENCY_MINUTES or not session.distance_m:
        return None
    return efficiency(session.distance_m, session.minutes or 0, session.hr_avg or 0, ratio_of(session))


def is_easy(session: LoggedSession) -> bool:
    """Whether it is a run and easy by its type, its rating or the athlete's mark, however long. [choice]"""
    return session.kind == "run" and run_hardness(session.type, session.rpe, mark=session.mark).level == "easy"


def best_vdot(logged: Iterable[LoggedSession]) -> LoggedSession | None:
    """The race or time trial of the highest VDOT, the first of like ones in the order given; None without any."""
    found = [(value, session) for session in logged if (value := vdot_of(session)) is not None]
    return max(found, key=lambda each: each[0])[1] if found else None


def explain_vdot(session: LoggedSession, units: Units) -> Explanation:
    """The VDOT of a race or a time trial."""
    return _why_vdot(session, units, f"VDOT: {session_words(session)}", _VDOT_RULE)


def explain_best_vdot(logged: Iterable[LoggedSession], units: Units) -> Explanation:
    """The highest VDOT of all races and time trials, and the one it comes from."""
    best = best_vdot(logged)
    rule = f"The best race or time trial of all. {_VDOT_RULE}"
    if best is None:
        return Explanation("VDOT", "", rule, source=_VDOT_SOURCE, needs="a race or a time trial with distance and time")
    return _why_vdot(best, units, "VDOT", rule)


def explain_flat_pace(run: LoggedSession, units: Units) -> Explanation:
    """The pace of a run, and what it is worth on the flat."""
    pace, flat = pace_of(run), flat_pace_of(run)
    known = run.ascent_m is not None and run.descent_m is not None
    missing = missing_of(("its distance", run.distance_m), ("its minutes", run.minutes))
    inputs = [("pace", format_pace(pace, units))] if pace is not None else []
    return Explanation(
        figure=f"Grade-adjusted pace: {session_words(run)}",
        value="" if flat is None else format_pace(flat, units),
        rule="The pace on the flat that costs as much. A watch says how much a run climbs and descends, not how "
        "steeply: it is taken as one grade, (up + down) / distance, up for the one share of it and down for the other. "
        "Where the climb is not known the pace stays as it is.",
        inputs=(*inputs, *(_climb_inputs(run) if known else (("climb", "not known"),))),
        steps=() if flat is None or not known else (f"× {number_words(ratio_of(run), 3)} in speed",),
        source="cost of a grade: Minetti 2002; one grade for the whole run is a choice of legday",
        needs=" and ".join(missing),
    )


def explain_efficiency(run: LoggedSession, units: Units) -> Explanation:
    """The metres a heartbeat of an easy run."""
    value = efficiency_of(run)
    ratio = ratio_of(run)
    inputs = [
        ("distance", format_distance(run.distance_m, units) if run.distance_m else "not known"),
        ("minutes", "not known" if run.minutes is None else number_words(run.minutes, 1)),
        ("heart rate", str(run.hr_avg) if run.hr_avg else "not known"),
    ]
    steps = [f"hills: distance × {number_words(ratio, 3)}"] if ratio != 1 else []
    beats = (run.hr_avg or 0) * (run.minutes or 0)
    flat = number_words((run.distance_m or 0) * ratio)
    return Explanation(
        figure=f"Efficiency: {session_words(run)}",
        value="" if value is None else f"{value:.2f} m a beat",
        rule=f"Metres a heartbeat on easy runs of {EFFICIENCY_MINUTES} minutes or more, grade-adjusted where the climb "
        "is known. Easy is by type and rating. Heat, sleep and hills move it too: look at months, not at days.",
        inputs=tuple(inputs),
        steps=() if value is None else (*steps, f"{flat} m / {number_words(beats)} beats = {value:.2f}"),
        source="which runs count is a choice of legday; cost of a grade: Minetti 2002",
        needs="" if value is not None else _efficiency_needs(run),
    )


_VDOT_RULE: Final = (
    "The oxygen that the speed costs / the share of the most oxygen that can be held for that time. Of races and time "
    "trials only: anything easier would read too low."
)
_VDOT_SOURCE: Final = "Daniels & Gilbert 1979"


def _why_vdot(session: LoggedSession, units: Units, figure: str, rule: str) -> Explanation:
    value = vdot_of(session)
    metres, minutes = session.distance_m or 0, session.minutes or 0
    missing = missing_of(("its distance", metres), ("its minutes", minutes))
    steps = () if value is None else _vdot_steps(metres / minutes, minutes, value)
    said = f"{format_distance(metres, units)} in {format_clock(minutes * 60)}"
    return Explanation(
        figure=figure,
        value=value_words(value, 1),
        rule=rule,
        inputs=() if missing else ((session_words(session), said),),
        steps=steps,
        source=_VDOT_SOURCE,
        needs="" if value is not None else " and ".join(missing) or "a time that can be run",
    )


def _vdot_steps(speed: float, minutes: float, value: float) -> tuple[str, ...]:
    oxygen, share = number_words(_oxygen(speed), 2), number_words(_share(minutes), 4)
    return (
        f"{number_words(speed, 1)} m/min costs {oxygen} ml/kg/min",
        f"{format_minutes(minutes)} can be held at {share} of the most",
        f"{oxygen} / {share} = {number_words(value, 1)}",
    )


def _oxygen(speed: float) -> float:
    """What a speed in m/min costs, in ml/kg/min."""
    return -4.60 + 0.182258 * speed + 0.000104 * speed**2


def _share(minutes: float) -> float:
    """The share of VO2max that can be held for so long."""
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def _climb_inputs(run: LoggedSession) -> tuple[tuple[str, str], ...]:
    return ("up", f"{number_words(run.ascent_m or 0)} m"), ("down", f"{number_words(run.descent_m or 0)} m")


def _efficiency_needs(run: LoggedSession) -> str:
    wanted = (
        ("a distance", run.distance_m),
        (f"{EFFICIENCY_MINUTES} minutes or more", (run.minutes or 0) >= EFFICIENCY_MINUTES),
        ("a heart rate", run.hr_avg),
        ("an easy type or rating", is_easy(run)),
    )
    return " and ".join(word for word, there in wanted if not there)
