"""Small makers of sessions and athletes for tests. Each takes a short text for the time and defaults for the rest.

    run("2026-06-02 07:00", 60, type="intervals", rpe=8)      a logged run
    lift("2026-06-01 18:00", exercises=sets("back_squat", 5, reps=5, kg=80, rir=2))
    planned_run("2026-06-02 morning", type="tempo")           its clock says only the time of day
    planned_lift("2026-06-01", template="gym_2day/A")         a day without a clock time

Zones are Europe/Berlin unless said. An id is the kind and the text ("run 2026-06-02 07:00") unless said, so a test can
name a session without keeping it. Any other field of the model goes in by its name.
"""

from datetime import date, datetime
from typing import Any

from data.calendar import CLOCK_TIMES, at, fixed
from data.model import Athlete, Clock, LoggedExercise, LoggedSession, LoggedSet, PlannedExercise, PlannedSession

BERLIN = "Europe/Berlin"


def moment(text: str, zone: str = BERLIN) -> datetime:
    """The aware moment of "2026-06-01 18:00" in the zone, or of a text that has its own offset ("… 02:30+01:00")."""
    read = datetime.fromisoformat(text)
    return fixed(read) if read.tzinfo else at(read.date(), read.time(), zone)


def start_and_clock(text: str, zone: str = BERLIN) -> tuple[datetime, Clock]:
    """The start and the clock of "2026-06-01 18:00", "2026-06-01 morning" (noon, evening) or "2026-06-01" (unknown)."""
    day, _, clock = text.partition(" ")
    for name, hour in CLOCK_TIMES.items():
        if name == (clock or "unknown"):
            return at(date.fromisoformat(day), hour, zone), name
    return moment(text, zone), "exact"


def run(when: str, minutes: float | None = 60, *, zone: str = BERLIN, **fields: Any) -> LoggedSession:
    """A logged run, of type easy and without a rating unless said."""
    return LoggedSession(**_session("run", when, minutes, zone, {"type": "easy"} | fields))


def lift(when: str, minutes: float | None = 45, *, zone: str = BERLIN, **fields: Any) -> LoggedSession:
    """A logged lift, without sets and without a rating unless said."""
    return LoggedSession(**_session("strength", when, minutes, zone, fields))


def planned_run(when: str, minutes: float | None = 60, *, zone: str = BERLIN, **fields: Any) -> PlannedSession:
    """A planned run, of type easy unless said."""
    named = {"id": f"planned run {when}", "type": "easy"} | fields
    return PlannedSession(**_session("run", when, minutes, zone, named))


def planned_lift(when: str, minutes: float | None = 45, *, zone: str = BERLIN, **fields: Any) -> PlannedSession:
    """A planned lift, gym A (which is hard) unless another template or exercises are given."""
    template = None if "exercises" in fields else "gym_2day/A"
    named = {"id": f"planned lift {when}", "template": template} | fields
    return PlannedSession(**_session("strength", when, minutes, zone, named))


def sets(exercise: str, count: int, **each: Any) -> tuple[LoggedExercise, ...]:
    """One logged exercise of `count` like sets, as a tuple to add up: sets("back_squat", 3) + sets("push_up", 2)."""
    return (LoggedExercise(exercise=exercise, sets=(LoggedSet(**each),) * count),)


def prescribed(exercise: str, count: int, amount: float | None = None, **more: Any) -> tuple[PlannedExercise, ...]:
    """One planned exercise of `count` sets, as a tuple to add up."""
    return (PlannedExercise(exercise=exercise, sets=count, amount=amount, **more),)


def athlete(**fields: Any) -> Athlete:
    """An athlete in Berlin who puts running first, with the standard spacing, unless said."""
    return Athlete(**({"name": "anna", "zone": BERLIN} | fields))


def _session(kind: str, when: str, minutes: float | None, zone: str, fields: dict[str, Any]) -> dict[str, Any]:
    start, clock = start_and_clock(when, zone)
    name = "lift" if kind == "strength" else kind
    usual = {"id": f"{name} {when}", "kind": kind, "start": start, "zone": zone, "clock": clock, "minutes": minutes}
    return usual | fields
