"""The figures of a week: what each is called, its value in a few letters, and how it stands beside last year's."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from data.model import Athlete
from data.rules import form
from data.rules.scores import week_score
from data.rules.spacing import Pair
from data.rules.usual import Usual
from data.rules.week import Week
from data.units import KG_A_POUND, METRES_A_MILE, Units, format_load, format_number
from tui.format import SEVERITY_GLYPHS
from tui.week_words import monotony_mark, unrated_of

NOTHING: Final = "–"
_TONNE: Final = 10_000


class Figure(NamedTuple):
    """A figure as it is shown: `value` in full, `short` with `unit` where two stand side by side."""

    name: str
    label: str
    value: str
    short: str
    unit: str = ""


def figures_of(
    week: Week, usual: Usual | None, daily: Sequence[float], athlete: Athlete, units: Units
) -> tuple[Figure, ...]:
    """The figures of a week in the order that they are shown in, four in a row. `daily` are the loads of every day from
    the first of the log to the end of the week, or to today."""
    run, lift = week.run, week.strength
    return (
        _plain("load", "Load", format_load(week.load, week.unrated)),
        _plain("vs_usual", "vs usual", None if week.vs_usual is None else _percent(week.vs_usual), " %"),
        _monotony(week.monotony),
        _plain("strain", "Strain", format_load(week.strain)),
        _plain("hard_days", "Hard days", str(week.hard_days)),
        _plain("legs", "Leg load", None if week.legs is None else format_number(week.legs, 1)),
        Figure("pairs", "Back to back", pair_counts(week.pairs) or "none", pair_counts(week.pairs) or "0"),
        _usual(usual),
        _of("runs", "Runs", run.sessions, run.planned_sessions),
        _of("run_minutes", "Run", run.minutes, run.planned_minutes, " min"),
        _distance(run.distance_m, units),
        _plain("run_load", "Run load", format_load(run.load, unrated_of(week, "run"))),
        _of("lifts", "Lifts", lift.sessions, lift.planned_sessions),
        _of("lift_minutes", "Lift", lift.minutes, lift.planned_minutes, " min"),
        Figure("sets", "Sets", f"{lift.sets}, {lift.hard_sets} hard" if lift.sets else "0", str(lift.sets)),
        _weight(lift.volume_kg, units),
        *_form(() if week.unrated else daily),
        *_scores(week, athlete),
    )


def _form(daily: Sequence[float]) -> tuple[Figure, ...]:
    """Fitness, fatigue and form; not known where a day of the week has no load."""
    figures = (("fitness", "Fitness", form.fitness), ("fatigue", "Fatigue", form.fatigue), ("form", "Form", form.form))
    return tuple(_plain(name, label, _whole(work_out(daily)) if daily else None) for name, label, work_out in figures)


def _scores(week: Week, athlete: Athlete) -> tuple[Figure, ...]:
    """The load by heart rate and by pace, of the sessions that have one."""
    found = (
        ("trimp", "TRIMP", week_score("trimp", week.logged, athlete)),
        ("hr_score", "HR score", week_score("hr_score", week.logged, athlete)),
        ("edwards", "Edwards", week_score("edwards", week.logged, athlete)),
        ("pace_score", "Pace score", week_score("pace_score", week.logged, athlete)),
    )
    return tuple(_plain(name, label, None if value is None else _whole(value)) for name, label, value in found)


def unknown(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures of a week of which nothing is known."""
    return tuple(figure._replace(value=NOTHING, short=NOTHING) for figure in figures)


def beside(figure: Figure, before: Figure) -> str:
    """The figure and that of the year before in one value: "190/170 min"."""
    if figure.unit != before.unit and NOTHING not in (figure.short, before.short):
        return f"{figure.value}/{before.value}"
    return f"{figure.short}/{before.short}{figure.unit}"


def pair_counts(pairs: Iterable[Pair]) -> str:
    """ "1✖2▲": how many of each severity, the worst first; nothing where there are none."""
    found = [pair.severity for pair in pairs]
    return "".join(f"{found.count(name)}{glyph}" for name, glyph in SEVERITY_GLYPHS.items() if name in found)


def _plain(name: str, label: str, said: str | None, unit: str = "") -> Figure:
    return Figure(name, label, NOTHING if said is None else said + unit, said or NOTHING, unit)


def _of(name: str, label: str, done: float, planned: float, unit: str = "") -> Figure:
    """What was done, of what was planned where anything was."""
    short = f"{done:.0f}"
    return Figure(name, label, f"{short} of {planned:.0f}{unit}" if planned else f"{short}{unit}", short, unit)


def _monotony(monotony: float | None) -> Figure:
    """Marked where the days are too much alike; beside another there is no room for the mark."""
    if monotony is None:
        return _plain("monotony", "Monotony", None)
    short = f"{monotony:.2f}"
    return Figure("monotony", "Monotony", short + monotony_mark(monotony), short)


def _whole(value: float) -> str:
    return f"{round(value):,d}".replace("-", "−")


def _usual(usual: Usual | None) -> Figure:
    if usual is None:
        return _plain("usual", "Usual", None)
    return Figure("usual", "Usual", f"{format_load(usual.low)}–{format_load(usual.high)}", format_load(usual.mean))


def _percent(change: float) -> str:
    return f"{round(change * 100):+d}".replace("-", "−").replace("+0", "±0")


def _distance(metres: float, units: Units) -> Figure:
    each = METRES_A_MILE if units.distance == "mi" else 1000
    return _plain("distance", "Distance", f"{metres / each:,.1f}" if metres else None, f" {units.distance}")


def _weight(kg: float, units: Units) -> Figure:
    """The weight moved: in tonnes from ten of them on, so that it fits."""
    if units.weight == "lb":
        short, unit = f"{kg / KG_A_POUND:,.0f}", " lb"
    elif kg >= _TONNE:
        short, unit = f"{kg / 1000:.1f}", " t"
    else:
        short, unit = f"{kg:,.0f}", " kg"
    return Figure("volume", "Lifted", short + unit if kg else NOTHING, short if kg else NOTHING, unit)
