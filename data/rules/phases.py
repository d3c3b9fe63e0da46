"""The phases of a season, and how much lifting a week of each holds (RULES 4)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from msgspec.structs import replace

from data.calendar import Days
from data.catalogue import Catalogue
from data.model import Level, Phase, PhaseSpan, PlannedExercise, Value
from data.rules.dose import MAINTENANCE_SHARE, maintenance, scaled
from data.rules.explain import Explanation, number_words
from data.units import format_minutes

PHASE_WORDS: Final[dict[Phase, str]] = {
    "off_season": "off-season", "base": "base", "build": "build", "peak": "peak", "taper": "taper",
    "race_week": "race week", "recovery": "recovery",
}  # fmt: skip
# From the end of the last lift to the start of the race.
RACE_CLEARANCE: Final = timedelta(hours=72)
# Run minutes against the mean of the four weeks before from which a week is heavy, in hundredths.
_HEAVY_PERCENT: Final = 115
_WEEKS_BEFORE: Final = 4
_HEAVY_SESSIONS: Final = 2
# The highest eccentric stress in the week of the race.
_RACE_WEEK_ECC: Final = 2


class Dose(Value, frozen=True):
    """A week's lifting: how many lifts, the share of their sets, the fewest reps in reserve, the highest `ecc`."""

    sessions: int
    volume: float
    rir: int
    most_ecc: int = 3


class _Row(NamedTuple):
    """A row of the table; the sessions are those of building, solid and strong."""

    building: int
    solid: int
    strong: int
    volume: float
    rir: int
    most_ecc: int = 3


_TABLE: Final[dict[Phase, _Row]] = {
    "off_season": _Row(3, 3, 2, 1.0, 2),
    "base": _Row(3, 2, 2, 1.0, 2),
    "build": _Row(2, 2, 1, 0.8, 2),
    "peak": _Row(2, 1, 1, 0.5, 2),
    "taper": _Row(1, 1, 1, 0.5, 2),
    "race_week": _Row(1, 1, 1, 0.3, 3, _RACE_WEEK_ECC),
    "recovery": _Row(1, 1, 1, 0.5, 4),
}


def dose_of(phase: Phase, level: Level, heavy: bool = False) -> Dose:
    """How much lifting a week of the phase holds at that level; `heavy` where it is a heavy run week."""
    row = _TABLE[phase]
    sessions: int = getattr(row, level)
    if heavy:
        sessions = min(sessions, _HEAVY_SESSIONS)
    volume = min(row.volume, MAINTENANCE_SHARE) if heavy else row.volume
    return Dose(sessions, volume, row.rir, row.most_ecc)


def heavy_run_week(minutes: float, before: Sequence[float]) -> bool:
    """Whether so many run minutes are at least 1.15 times the mean of the four weeks before, the last four of `before`.

    A week without a run is taken as not known, and with fewer than four known weeks nothing is called heavy.
    """
    last = _known(before)
    # In whole numbers, since 1.15 has none: 460 is heavy after 400.
    return bool(last) and minutes * 100 * _WEEKS_BEFORE >= _HEAVY_PERCENT * sum(last)


def marked_heavy(days: Days, marks: Iterable[date]) -> bool:
    """Whether one of the marked days is in the week, so that it is a heavy run week whatever its minutes."""
    return any(mark in days for mark in marks)


def phase_on(day: date, spans: Iterable[PhaseSpan]) -> Phase | None:
    """The phase of a day; None where none is known."""
    return next((span.phase for span in spans if span.start <= day < span.until), None)


def phase_of_days(days: Days, spans: Iterable[PhaseSpan]) -> Phase | None:
    """The phase that most of the days are in, of like ones the first; None where none is known."""

    def _shared(span: PhaseSpan) -> int:
        return (min(span.until, days.until) - max(span.start, days.start)).days

    most = max(spans, key=_shared, default=None)
    return most.phase if most and _shared(most) > 0 else None


def dosed(exercises: Sequence[PlannedExercise], dose: Dose, catalogue: Catalogue) -> tuple[PlannedExercise, ...]:
    """The exercises of a lift as the dose has them: their share of the sets, no fewer reps in reserve than it says, and
    none of more eccentric stress. Half the sets are the maintenance version."""
    allowed = [each for each in exercises if _stress(each, catalogue) <= dose.most_ecc]
    half = dose.volume == MAINTENANCE_SHARE
    less = maintenance(allowed, catalogue) if half else scaled(allowed, dose.volume)
    return tuple(each if each.rir is None else replace(each, rir=max(each.rir, dose.rir)) for each in less)


def explain_heavy(minutes: float, before: Sequence[float], marked: bool) -> Explanation:
    """Whether it is a heavy run week: by its run minutes against those of the weeks `before`, or as the athlete marked
    it."""
    last = _known(before)
    usual = sum(last) / _WEEKS_BEFORE
    ways = (("by its run minutes", heavy_run_week(minutes, before)), ("marked so", marked))
    said = [word for word, so in ways if so]
    ratio = f"{number_words(minutes)} / {number_words(usual)} = {number_words(minutes / usual, 2)}" if last else ""
    return Explanation(
        figure="Heavy run week",
        value=f"yes, {' and '.join(said)}" if said else "no" if last else "",
        rule="A week is heavy from 1.15 times the run minutes of the four weeks before on, or where you mark it so "
        "(H on the plan). It holds at most two lifts, of half the sets, at the same weights.",
        inputs=(
            ("run minutes", format_minutes(minutes)),
            *([("four weeks before", f"{format_minutes(usual)} a week")] if last else []),
        ),
        steps=(ratio,) if last else (),
        source="a choice of legday",
        needs="" if said or last else "runs in each of the four weeks before, or your mark",
    )


def explain_dose(phase: Phase, level: Level, heavy: bool = False) -> Explanation:
    """How many lifts a week of the phase holds, `heavy` where it is a heavy run week."""
    dose = dose_of(phase, level, heavy)
    inputs = [("phase", PHASE_WORDS[phase]), ("level", str(level))]
    steps = [f"{_count(dose_of(phase, level).sessions)} in a usual week of this phase"]
    if heavy:
        inputs.append(("heavy run week", "yes"))
        steps.append("heavy run week: at most 2 lifts, of half the sets")
    return Explanation(
        figure="Lifts a week",
        value=f"{_count(dose.sessions)}, {number_words(dose.volume, 1)} of the sets, RIR {dose.rir}",
        rule="By phase and level: more in the off-season, less the nearer the race, and less for those who are strong "
        "already. In a heavy run week at most two, of half the sets, at the same weights.",
        inputs=tuple(inputs),
        steps=tuple(steps),
        source="ranges: Blagrove 2018, Balsalobre-Fernández 2016, Beattie 2017, Rønnestad 2010; the split is a choice "
        "of legday",
    )


def _known(before: Sequence[float]) -> Sequence[float]:
    """The run minutes of the last four weeks; none where one of them is not known."""
    last = before[-_WEEKS_BEFORE:]
    return last if len(last) == _WEEKS_BEFORE and all(last) else ()


def _stress(prescribed: PlannedExercise, catalogue: Catalogue) -> int:
    known = catalogue.exercise(prescribed.exercise)
    return known.ecc if known else 0


def _count(lifts: int) -> str:
    return f"{lifts} {'lift' if lifts == 1 else 'lifts'}"
