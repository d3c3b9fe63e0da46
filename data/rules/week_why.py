"""Why the figures of a week are what they are, one explanation a figure."""

from collections.abc import Iterable, Sequence

from data.calendar import day_of
from data.catalogue import Catalogue
from data.model import Athlete
from data.rules.change import explain_vs_usual
from data.rules.explain import Explanation, day_words, needs_ratings, session_words
from data.rules.form import explain_fatigue, explain_fitness, explain_form
from data.rules.load import (
    Spread,
    explain_leg_load,
    explain_load,
    explain_monotony,
    explain_strain,
    session_load,
    unrated,
)
from data.rules.scores import explain_week_score
from data.rules.spacing import Pair
from data.rules.volume import explain_minutes, explain_sets, explain_volume
from data.rules.week import Week, is_hard
from data.units import Units, format_distance, format_load, format_minutes


def explain_week(
    week: Week,
    athlete: Athlete,
    catalogue: Catalogue,
    units: Units,
    usual_daily: Sequence[float] = (),
    spread: Spread = "population",
) -> tuple[Explanation, ...]:
    """Every figure of the week, the load first. `usual_daily` and `spread` are those that the week was made with."""
    lifts = [each for each in week.logged if each.kind == "strength"]
    return (
        explain_load(week.logged, week.span),
        explain_vs_usual(usual_daily, week.unrated),
        explain_monotony(week.logged, week.span, spread),
        explain_strain(week.logged, week.span, spread),
        explain_fitness(usual_daily, week.unrated),
        explain_fatigue(usual_daily, week.unrated),
        explain_form(usual_daily, week.unrated),
        explain_hard_days(week),
        explain_back_to_backs(week),
        explain_leg_load(week.logged, catalogue),
        explain_running(week, units),
        explain_run_load(week),
        explain_week_score("trimp", week.logged, athlete),
        explain_week_score("hr_score", week.logged, athlete),
        explain_week_score("edwards", week.logged, athlete),
        explain_week_score("pace_score", week.logged, athlete),
        explain_minutes(lifts),
        explain_sets(lifts),
        explain_volume(lifts, catalogue, units),
        explain_plan(week),
    )


def explain_hard_days(week: Week) -> Explanation:
    """How many days hold a hard session, and which they are."""
    hard = [entry.session for entry in week.entries if is_hard(entry)]
    return Explanation(
        figure="Hard days",
        value=str(week.hard_days),
        rule="The days with a hard run or a hard lift that was done or is still planned.",
        inputs=tuple((day_words(day_of(each)), session_words(each)) for each in hard),
        source="a choice of legday",
    )


def explain_running(week: Week, units: Units) -> Explanation:
    """The distance and the minutes of the runs that were done."""
    runs = [each for each in week.logged if each.kind == "run"]

    def _words(metres: float | None, minutes: float | None) -> str:
        distance = "distance not known" if metres is None else format_distance(metres, units)
        return f"{distance}, {'length not known' if minutes is None else format_minutes(minutes)}"

    return Explanation(
        figure="Running",
        value=_words(week.run.distance_m, week.run.minutes),
        rule="The distance and the length of every run that was done.",
        inputs=tuple((session_words(each), _words(each.distance_m, each.minutes)) for each in runs),
        source="counted",
    )


def explain_plan(week: Week) -> Explanation:
    """What was planned against what was done."""
    run, lift = week.run, week.strength
    done, planned = run.sessions + lift.sessions, run.planned_sessions + lift.planned_sessions
    return Explanation(
        figure="Planned against done",
        value=f"{done} done, {planned} planned",
        rule="Every planned run and lift counts, whatever became of it, and every one done, planned or not. A lift "
        "without a length of its own is estimated from its exercises.",
        inputs=(
            ("runs", _against(run.sessions, run.minutes, run.planned_sessions, run.planned_minutes)),
            ("lifts", _against(lift.sessions, lift.minutes, lift.planned_sessions, lift.planned_minutes)),
        ),
        source="counted",
    )


def explain_run_load(week: Week) -> Explanation:
    """The part of the week's load that is running."""
    runs = [each for each in week.logged if each.kind == "run"]
    loads = [(each, session_load(each)) for each in runs]
    missing = unrated(runs)
    return Explanation(
        figure="Load of the runs",
        value="" if week.run.load is None else format_load(week.run.load),
        rule="The session loads of the runs, rating × minutes. What is left of the week's load is lifting and other "
        "training.",
        inputs=tuple((session_words(each), "not rated" if load is None else format_load(load)) for each, load in loads),
        steps=(f"lifts {format_load(week.strength.load)}",),
        source="Foster 2001; lifting: Day 2004",
        needs=needs_ratings(missing) if missing else "",
    )


def explain_back_to_backs(week: Week) -> Explanation:
    """How many hard runs and hard lifts follow each other too closely."""
    return Explanation(
        figure="Back to back",
        value=", ".join(_counts(week.pairs)) or "none",
        rule="Hard runs and hard lifts that follow each other too closely; a pair belongs to the week of its later "
        "session. A clash wants a change, a warning a thought, a note an easy day after.",
        source="legday's rounding of what is published; each pair says its own",
    )


def _counts(pairs: Iterable[Pair]) -> list[str]:
    """ "1 clash", "2 warnings": how many of each severity, the worst first."""
    severities: list[str] = [each.severity for each in pairs]
    plurals = {"clash": "clashes", "warning": "warnings", "note": "notes"}
    counts = [(severities.count(name), name, many) for name, many in plurals.items()]
    return [f"{count} {name if count == 1 else many}" for count, name, many in counts if count]


def _against(done: int, minutes: float, planned: int, planned_minutes: float) -> str:
    return f"{done} done, {format_minutes(minutes)}; {planned} planned, {format_minutes(planned_minutes)}"
