"""What there is to say of a season in words: why lifts are fewer or shorter than usual, and what was assumed."""

from collections.abc import Sequence

from data.calendar import Days, day_of, minutes_of
from data.catalogue import Catalogue
from data.model import Athlete, Phase, PhaseSpan, PlannedSession, Session
from data.rules.explain import day_words
from data.rules.phases import PHASE_WORDS, Dose
from data.season_lifts import FEWEST_MINUTES, SHARES, name_of
from data.text import plain
from data.units import format_minutes

_BEFORE_THE_TAPER: tuple[Phase, ...] = ("base", "build", "peak")


def season_notes(
    spans: Sequence[PhaseSpan], without_runs: Sequence[Days], any_runs: bool, athlete: Athlete, gym: bool
) -> tuple[str, ...]:
    """What holds for the whole season: phases for which there is no time, that the lifts are those for home, and
    `without_runs`, the weeks for which no run is planned."""
    notes = []
    phases = {span.phase for span in spans}
    if missing := [PHASE_WORDS[phase] for phase in _BEFORE_THE_TAPER if phase not in phases]:
        notes.append(f"The race is too near for {_joined(missing)}.")
    if not gym:
        why = "holds no barbell" if athlete.equipment else "is not said"
        notes.append(f"Your equipment {why}, so these are the sessions for home.")
    if without_runs and any_runs:
        day = day_words(without_runs[0].start)
        notes.append(f"From {day} on no runs are planned: the lifts go among those of the last week that has some.")
    elif without_runs:
        notes.append("No runs are planned: plan them, and lay the season again.")
    return tuple(notes)


def week_notes(
    dose: Dose,
    usual: Dose,
    marked: bool,
    run_weeks: Sequence[float],
    kept: Sequence[Session],
    wanted: int,
    lifts: Sequence[PlannedSession],
    catalogue: Catalogue,
) -> tuple[str, ...]:
    """Why the week has fewer lifts than its phase `usual`ly has, or shorter ones.

    `marked` where the athlete marked it as a heavy run week; `run_weeks` are the run minutes of the four weeks before
    and its own, `kept` its lifts, `wanted` how many more there is room for.
    """
    notes = []
    if dose != usual and marked:
        notes.append("Heavy run week: marked so.")
    elif dose != usual:
        mean = sum(run_weeks[:-1]) / (len(run_weeks) - 1)
        notes.append(f"Heavy run week: {format_minutes(run_weeks[-1])}, usually {format_minutes(mean)}.")
    if len(kept) > dose.sessions:
        notes.append(f"{len(kept)} lifts are planned, {dose.sessions} would do.")
    if len(kept) + wanted < dose.sessions:
        notes.append(f"{len(kept) + wanted} of {dose.sessions} lifts: the week has begun.")
    if len(lifts) < wanted:
        notes.append(f"{len(kept) + len(lifts)} of {dose.sessions} lifts: there is no half-day for one more.")
    full = [each for each in kept if isinstance(each, PlannedSession) and each.template] if dose.volume < 1 else []
    notes += [f"{_named(each, catalogue)}, is planned in full; {SHARES[dose.volume]} would do." for each in full]
    notes += dict.fromkeys(lift.notes for lift in lifts if lift.notes and minutes_of(lift) < FEWEST_MINUTES)
    return tuple(notes)


def _named(lift: Session, catalogue: Catalogue) -> str:
    return f"{plain(name_of(lift, catalogue))}, {day_words(day_of(lift))}"


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
