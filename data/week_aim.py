"""What a week is measured against: its phase and dose, the usual run minutes, and the kinds of work it should hold."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from data.calendar import Days, day_of
from data.catalogue import Catalogue
from data.model import Athlete, Category, Phase, PlannedSession, Session, Value
from data.rules.contacts import explain_contacts
from data.rules.explain import Explanation
from data.rules.kinds import explain_kinds, what_is_missing
from data.rules.phases import Dose, dose_of, explain_dose, explain_heavy, heavy_run_week, marked_heavy, phase_of_days
from data.rules.status import counting
from data.season_runs import run_minutes, runs_by_day

WEEKS_BEFORE: Final = 4


class WeekAim(Value, frozen=True):
    """A week's aim. `dose` is None where no phase is known; `before` are the run minutes of the four weeks before.

    `heavy` says whether it is a heavy run week, `marked` whether the athlete marked it so.
    """

    phase: Phase | None = None
    dose: Dose | None = None
    run_minutes: float = 0
    before: tuple[float, ...] = ()
    missing: tuple[Category, ...] = ()
    heavy: bool = False
    marked: bool = False

    @property
    def usual_run_minutes(self) -> float | None:
        """The mean of the four weeks before; None where one of them has no run."""
        return sum(self.before) / len(self.before) if self.before and all(self.before) else None


def aim_of(days: Days, sessions: Iterable[Session], athlete: Athlete, catalogue: Catalogue, now: datetime) -> WeekAim:
    """The aim of the week; `sessions` also hold those of the four weeks before it."""
    there = counting(sessions, now)
    runs = runs_by_day(there)
    minutes = run_minutes(days, runs)
    before = tuple(run_minutes(days.moved(-7 * back), runs) for back in range(WEEKS_BEFORE, 0, -1))
    phase = phase_of_days(days, athlete.phases)
    marked = marked_heavy(days, athlete.heavy_weeks)
    heavy = marked or heavy_run_week(minutes, before)
    return WeekAim(
        phase=phase,
        dose=dose_of(phase, athlete.level, heavy) if phase else None,
        run_minutes=minutes,
        before=before,
        missing=what_is_missing(_lifts(days, there), catalogue),
        heavy=heavy,
        marked=marked,
    )


def explain_aim(
    days: Days, sessions: Iterable[Session], athlete: Athlete, catalogue: Catalogue, now: datetime
) -> tuple[Explanation, ...]:
    """The dose of the week, where its phase is known, whether it is a heavy run week, the kinds of work that it has or
    misses, and the contacts of the lifts to come, where there are any."""
    there = counting(sessions, now)
    aim = aim_of(days, there, athlete, catalogue, now)
    lifts = _lifts(days, there)
    told = [explain_dose(aim.phase, athlete.level, aim.heavy)] if aim.phase else []
    told += [explain_heavy(aim.run_minutes, aim.before, aim.marked), explain_kinds(lifts, catalogue)]
    if planned := [each for each in lifts if isinstance(each, PlannedSession)]:
        reduced = aim.dose is not None and aim.dose.volume < 1
        told.append(explain_contacts(planned, athlete.level, catalogue, reduced))
    return tuple(told)


def _lifts(days: Days, there: Iterable[Session]) -> list[Session]:
    return [each for each in there if each.kind == "strength" and day_of(each) in days]
