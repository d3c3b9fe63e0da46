"""A lift begun: every set filled in with what is prescribed.

Where that says no weight, it is what the rules say of next time; where they say nothing, what was done last time.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from data.amounts import AmountField, amount_field, countable
from data.calendar import in_zone
from data.catalogue import Catalogue
from data.ids import new_id
from data.live.lift import LiveExercise, LiveLift, upcoming, work_sets_left
from data.live.steps import go_to
from data.live.supersets import next_place
from data.model import Amount, LoggedExercise, LoggedSet, PlannedExercise, PlannedSession
from data.plates import Rack, rounded_down
from data.rules.duration import planned_minutes
from data.rules.progression import NextTime, filled_in

LastTime = Mapping[str, LoggedExercise | None]
# What the rules say of next time, by what is planned.
Coming = Mapping[PlannedExercise, NextTime]

GYM_RACK: Final = Rack()

NOTHING_COMING: Final[Coming] = MappingProxyType({})
# [choice] Reps of the first, second, third ramp set; any after that is a single.
_RAMP_REPS: Final = (5, 3, 2)
# [choice] Sets and rest in seconds of an exercise that nobody planned and that was never done.
_USUAL_SETS: Final = 3
_USUAL_REST: Final = 60


def begin(
    plan: PlannedSession | None,
    catalogue: Catalogue,
    last: LastTime,
    now: datetime,
    zone: str,
    rack: Rack = GYM_RACK,
    coming: Coming = NOTHING_COMING,
    *,
    fulfils: bool = True,
) -> LiveLift:
    """The planned lift begun at `now` in `zone`; without a plan, a session without exercises.

    `last` holds what was done the last time of each exercise, by id, where it was done before; `coming` what the rules
    say of next time. What is on nobody's plan, a template or a lift done once more, fulfils none.
    """
    prescribed = catalogue.prescribed(plan) if plan else ()
    live = LiveLift(
        id=new_id(now),
        start=in_zone(now, zone),
        zone=zone,
        title=catalogue.title(plan) if plan else "",
        exercises=tuple(_live(each, catalogue, last.get(each.exercise), rack, coming.get(each)) for each in prescribed),
        plan_id=plan.id if plan and fulfils else None,
        minutes=planned_minutes(plan, catalogue) if plan else None,
    )
    return go_to(live, next_place(live, 0)) if prescribed else live


def from_template(key: str, now: datetime, zone: str) -> PlannedSession:
    """What a template's session ("gym_2day/A") asks for, as a plan that stands nowhere."""
    return PlannedSession(id=key, kind="strength", start=now, zone=zone, template=key)


def unplanned(exercise: str, catalogue: Catalogue, last: LoggedExercise | None) -> LiveExercise:
    """An exercise taken up without a plan: as many work sets as last time, filled in with what was done then."""
    sets = len(_work(last)) or _USUAL_SETS
    return _live(PlannedExercise(exercise=exercise, sets=sets), catalogue, last, GYM_RACK)


def instead(
    old: LiveExercise, exercise: str, catalogue: Catalogue, last: LoggedExercise | None, rack: Rack = GYM_RACK
) -> LiveExercise:
    """Another exercise in place of `old`: as many sets as that has left, at least one, filled in with what was done
    last time. Where it was never done before the amount stays, if both are counted in the same.
    """
    work = next((each for each in reversed(old.prescribed) if each.type != "warmup"), LoggedSet())
    field = amount_field(catalogue.exercise(exercise))
    alike = field == amount_field(catalogue.exercise(old.exercise))
    plan = PlannedExercise(
        exercise=exercise,
        sets=max(1, work_sets_left(old)),
        amount=getattr(work, field) if alike and not _work(last) else None,
        rir=work.rir,
        rest=old.rest,
        ramp_sets=sum(each.type == "warmup" for each in upcoming(old)),
        group=old.group,
    )
    return _live(plan, catalogue, last, rack)


def ramp(kg: float, sets: int, rack: Rack, *, barbell: bool) -> tuple[LoggedSet, ...]:
    """Warm-up sets on the way to `kg`: for two sets 50 % × 5 and 75 % × 3, in even steps for other numbers. [choice]

    Rounded down to what the plates make, never under the empty bar; those that are no lighter than `kg` or no heavier
    than the one before are left out.
    """
    steps: list[LoggedSet] = []
    for index in range(sets):
        weight = rounded_down(kg * (index + 2) / (sets + 2), rack, barbell=barbell)
        before = steps[-1].kg if steps else 0
        if (before or 0) < weight < kg:
            reps = _RAMP_REPS[len(steps)] if len(steps) < len(_RAMP_REPS) else 1
            steps.append(LoggedSet(type="warmup", kg=weight, reps=reps))
    return tuple(steps)


def _live(
    plan: PlannedExercise, catalogue: Catalogue, last: LoggedExercise | None, rack: Rack, then: NextTime | None = None
) -> LiveExercise:
    known = catalogue.exercise(plan.exercise)
    before = _work(last)
    plan = filled_in(plan, then)
    work = tuple(_filled(plan, amount_field(known), _same_set(before, place)) for place in range(plan.sets))
    kg = work[0].kg
    barbell = known is not None and "barbell" in known.equipment
    return LiveExercise(
        exercise=plan.exercise,
        prescribed=(*(ramp(kg, plan.ramp_sets, rack, barbell=barbell) if kg else ()), *work),
        rest=_USUAL_REST if plan.rest is None else plan.rest,
        tempo=plan.tempo,
        group=plan.group,
    )


def _filled(plan: PlannedExercise, field: AmountField, before: LoggedSet) -> LoggedSet:
    amount: Amount | None = getattr(before, field) if plan.amount is None else plan.amount
    return replace(
        LoggedSet(kg=before.kg if plan.kg is None else plan.kg, rir=plan.rir), **{field: countable(amount, field)}
    )


def _work(last: LoggedExercise | None) -> tuple[LoggedSet, ...]:
    """The work sets; of those done one side at a time the one side."""
    sets = [each for each in last.sets if each.type == "work"] if last else []
    sides = [each.side for each in sets]
    other = "left" if sides.count("right") > sides.count("left") else "right"
    return tuple(each for each in sets if each.side != other)


def _same_set(before: tuple[LoggedSet, ...], place: int) -> LoggedSet:
    """The set of the same number last time; its last one where it had fewer, an empty one where it had none."""
    return before[min(place, len(before) - 1)] if before else LoggedSet()
