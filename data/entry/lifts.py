"""The exercises of a line as they are logged or planned."""

from itertools import groupby
from typing import Any, Final

from msgspec.structs import replace

from data.amounts import amount_field
from data.entry.draft import Group, Lift
from data.entry.error import EntryError, wrong
from data.entry.words import SUBJECTS
from data.model import LoggedExercise, LoggedSet, PlannedExercise

# What is said of each set of a group.
_OF_A_SET: Final = ("type", "kg", "reps", "seconds", "metres", "contacts", "side", "rir")
_AMOUNTS: Final = ("reps", "seconds", "metres", "contacts")
_OF_A_PLAN: Final = ("rest", "tempo", "ramp_sets")


def logged_exercises(lifts: tuple[Lift, ...]) -> tuple[LoggedExercise, ...] | EntryError:
    """The exercises as they were done, in order."""
    done = []
    for lift in lifts:
        sets: tuple[LoggedSet, ...] = ()
        for group in lift.groups:
            if name := next((name for name in _OF_A_PLAN if name in group.words), None):
                return wrong(group.words[name], "belongs to a plan, and this session was done; leave it out.")
            rows = _rows(group, lift)
            if isinstance(rows, EntryError):
                return rows
            sets += rows
        supersets = [group.superset for group in lift.groups if group.superset is not None]
        done.append(LoggedExercise(lift.exercise.id, supersets[0] if supersets else None, sets))
    return tuple(done)


def planned_exercises(lifts: tuple[Lift, ...]) -> tuple[PlannedExercise, ...] | EntryError:
    """The exercises as they are prescribed: one for each run of equal sets, in order."""
    planned: list[PlannedExercise] = []
    for lift in lifts:
        for group in lift.groups:
            rows = _rows(group, lift)
            if isinstance(rows, EntryError):
                return rows
            if problem := _not_in_a_plan(group, rows, lift):
                return problem
            planned += _prescribed(group, rows, lift)
    return tuple(planned)


def _rows(group: Group, lift: Lift) -> tuple[LoggedSet, ...] | EntryError:
    """The sets of the group with all that is said of them filled in."""
    said: dict[str, Any] = {name: getattr(group, name) for name in _OF_A_SET if name in group.words}
    rows = group.rows
    if rows is None:
        if group is not lift.groups[0] and not any(name in said for name in _AMOUNTS):
            word = next(iter(group.words.values()))
            return wrong(word, "says nothing of sets; leave out the comma before it, or write how many: 3x5.")
        rows = (LoggedSet(),) if said else ()
    for name in said:
        if any(getattr(row, name) is not None for row in rows) and name != "type":
            earlier = group.words["rows"].text
            return wrong(group.words[name], f'"{earlier}" already says {SUBJECTS[name]}; leave one out.')
    return tuple(replace(row, **said) for row in rows)


def _not_in_a_plan(group: Group, rows: tuple[LoggedSet, ...], lift: Lift) -> EntryError | None:
    if "type" in group.words:
        return wrong(group.words["type"], "a plan holds work sets only; for warm-up sets write how many: ramp 2.")
    if "side" in group.words:
        return wrong(group.words["side"], "a plan counts each side alike; leave it out.")
    measure = amount_field(lift.exercise)
    for row in rows:
        for name in _AMOUNTS:
            if name != measure and getattr(row, name) is not None:
                word = group.words.get(name) or group.words["rows"]
                return wrong(word, f"{lift.exercise.name} is measured in {measure}.")
    return None


def _prescribed(group: Group, rows: tuple[LoggedSet, ...], lift: Lift) -> list[PlannedExercise]:
    measure = amount_field(lift.exercise)
    planned: list[PlannedExercise] = []
    for row, equal in groupby(rows or (LoggedSet(),)):
        planned.append(
            PlannedExercise(
                exercise=lift.exercise.id,
                sets=len(tuple(equal)),
                amount=getattr(row, measure),
                kg=row.kg,
                rir=row.rir,
                rest=group.rest,
                tempo=group.tempo,
                ramp_sets=0 if planned else group.ramp_sets,
                group=group.superset,
            )
        )
    return planned
