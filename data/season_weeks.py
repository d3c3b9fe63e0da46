"""One week of a season: how many lifts it wants, which, and where they go."""

from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from typing import Final, NamedTuple

from data.calendar import Days, at, day_of
from data.catalogue import TemplateSession
from data.lift_days import Around, caused, usual_clock
from data.model import Id, Phase, PhaseSpan, PlannedSession, Session, Value
from data.placing import half_of, place_of
from data.rules.arrange import Moved, applied, arrange
from data.rules.phases import Dose, dose_of, heavy_run_week, marked_heavy, phase_on
from data.rules.spacing import Pair
from data.rules.week import DAYS_AFTER, DAYS_BEFORE
from data.season_days import Room, free, free_places, on_days
from data.season_lifts import eased_lift, family_for, in_turn, season_lift
from data.season_notes import week_notes
from data.season_runs import RunsByDay, run_minutes, usual_runs

_WEEKS_BEFORE: Final = 4
# Weeks of these phases share no days with those of others.
_APART: Final[frozenset[Phase]] = frozenset({"race_week", "recovery"})


class SeasonWeek(Value, frozen=True):
    """A week of a season, `heavy` where its run minutes or the athlete's mark make its dose less than the phase's.

    `kept` are the lifts that it holds already, `lifts` the new ones, `pairs` what these land back to back with; `notes`
    say in words why there are fewer or shorter lifts than usual.
    """

    days: Days
    phase: Phase
    heavy: bool
    dose: Dose
    kept: tuple[Id, ...] = ()
    lifts: tuple[PlannedSession, ...] = ()
    pairs: tuple[Pair, ...] = ()
    notes: tuple[str, ...] = ()


class Ground(NamedTuple):
    """What weeks are laid on: the phases, the athlete and the present, the runs, the times that no lift may touch, and
    whether the lifts are those of a `gym`.

    Which sessions count in a week is said with the week, not by `around`.
    """

    spans: Sequence[PhaseSpan]
    around: Around
    today: date
    runs: RunsByDay
    barred: Sequence[tuple[datetime, datetime]]
    gym: bool


def lay_week(days: Days, phase: Phase, there: Sequence[Session], ground: Ground) -> SeasonWeek:
    """The week of the days with the lifts that are missing in it, by phase, run minutes and mark; `there` counts."""
    around = ground.around._replace(sessions=_near(days, there))
    level = around.athlete.level
    minutes = [run_minutes(days.moved(-7 * back), ground.runs) for back in range(_WEEKS_BEFORE, -1, -1)]
    marked = marked_heavy(days, around.athlete.heavy_weeks)
    heavy = marked or heavy_run_week(minutes[-1], minutes[:-1])
    dose, usual = dose_of(phase, level, heavy), dose_of(phase, level)
    lifts = [each for each in around.sessions if each.kind == "strength"]
    kept = [each for each in lifts if day_of(each) in _counted(days, phase, ground.spans)]
    open_days = [day for day in days.each() if day >= ground.today and _is_of(day, phase, ground.spans)]
    # No two lifts on consecutive days of a week of which little is left.
    room = ceil(len(open_days) / 2) - sum(day_of(each) in open_days for each in kept)
    wanted = max(0, min(dose.sessions - len(kept), room))
    made = _made(days, phase, heavy, wanted, around, ground.gym)
    placed, moved = _placed([lift for lift, _ in made], days, _room(days, phase, open_days, around, ground))
    placed = _eased(placed, moved, made, around)
    return SeasonWeek(
        days=days,
        phase=phase,
        heavy=dose != usual,
        dose=dose,
        kept=tuple(each.id for each in kept),
        lifts=placed,
        pairs=caused(placed, around),
        notes=week_notes(dose, usual, marked, minutes, kept, wanted, placed, around.catalogue),
    )


def _counted(days: Days, phase: Phase, spans: Sequence[PhaseSpan]) -> Days:
    """The days whose lifts count against the dose: in the week of a race all seven up to it too, of which some are in
    the calendar week before."""
    starts = [span.start for span in spans if span.phase == phase == "race_week" and span.until > days.start]
    return Days(min([days.start, *(start for start in starts if start < days.until)]), days.until)


def _is_of(day: date, phase: Phase, spans: Sequence[PhaseSpan]) -> bool:
    """Whether a lift for the phase may be on the day: the week of a race and the recovery keep to themselves."""
    of_day = phase_on(day, spans)
    return of_day is not None and (of_day == phase or not {of_day, phase} & _APART)


def _made(
    days: Days, phase: Phase, heavy: bool, count: int, around: Around, gym: bool
) -> list[tuple[PlannedSession, TemplateSession]]:
    """So many lifts for the week, on its first day for now, and what each is made from: sessions go on in turn."""
    athlete, sessions, catalogue, now = around
    start = at(days.start, usual_clock(athlete), athlete.zone)
    family = family_for(phase, athlete.level, gym, catalogue)
    templates = in_turn(family, count, [each for each in sessions if day_of(each) < days.until], catalogue)
    level, zone = athlete.level, athlete.zone
    return [(season_lift(each, phase, level, heavy, start, zone, now, catalogue), each) for each in templates]


def _room(days: Days, phase: Phase, open_days: Sequence[date], around: Around, ground: Ground) -> Room:
    """Where a lift of the week may go. After a race nobody knows which runs to expect."""
    lifts = [each for each in around.sessions if each.kind == "strength"]
    return Room(
        week=days,
        places=free_places(open_days, around.athlete, [day_of(each) for each in lifts]),
        around=around,
        usual=half_of(usual_clock(around.athlete)),
        habit={(place.day.weekday(), place.half) for each in lifts if (place := place_of(each)).day in days.moved(-7)},
        barred=ground.barred,
        expected=() if phase == "recovery" else usual_runs(days, ground.runs),
    )


def _placed(
    new: Sequence[PlannedSession], days: Days, room: Room
) -> tuple[tuple[PlannedSession, ...], tuple[Moved, ...]]:
    """The new lifts on their days; where clashes or warnings remain, as the best week has them, with its changes."""
    athlete, sessions, catalogue, now = room.around
    placed = on_days(new, room)
    if all(pair.severity == "note" for pair in caused(placed, room.around)):
        return placed, ()
    every = [*sessions, *placed]
    best = arrange(days, every, athlete, catalogue, (), now, [each.id for each in placed])
    changed = {each.id: each for each in applied(best, every, catalogue)}
    better = sorted((changed.get(each.id, each) for each in placed), key=lambda each: each.start)
    allowed = all(place_of(each) in room.places and free(each, room) for each in changed.values())
    return (tuple(better), best.changes) if allowed else (placed, ())


def _eased(
    lifts: Sequence[PlannedSession],
    moved: Sequence[Moved],
    made: Sequence[tuple[PlannedSession, TemplateSession]],
    around: Around,
) -> tuple[PlannedSession, ...]:
    """The lifts, those that had to become maintenance as half of their template's session and not of the phase's."""
    templates = {lift.id: template for lift, template in made}
    why = {each.id: each.reason for each in moved if each.maintenance}
    level, catalogue = around.athlete.level, around.catalogue
    return tuple(
        eased_lift(each, templates[each.id], level, why[each.id], catalogue) if each.id in why else each
        for each in lifts
    )


def _near(days: Days, sessions: Sequence[Session]) -> list[Session]:
    """The sessions that matter to the week's back-to-backs."""
    around = days.widened(DAYS_BEFORE, DAYS_AFTER)
    # The start as written is at most two days from the day in the session's zone, and cheaper to ask first.
    first, last = around.start.toordinal() - 2, around.until.toordinal() + 2
    return [each for each in sessions if first < each.start.toordinal() < last and day_of(each) in around]
