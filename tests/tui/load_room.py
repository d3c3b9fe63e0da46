"""Seventy weeks of training up to Friday 5 June 2026, for what the Load screen shows: every fourth week is lighter."""

from collections.abc import Iterator
from datetime import date, timedelta

from data.model import Session
from tests.builders import lift, planned_lift, planned_run, run, sets

NOW = "2026-06-05 12:00"
_THIS_MONDAY = date(2026, 6, 1)
_LIFTED = sets("back_squat", 3, kg=80, reps=5, rir=2) + sets("row_dumbbell", 2, kg=22.5, reps=8, rir=2)


def seventy_weeks() -> tuple[Session, ...]:
    """Runs on Tuesday, Thursday and Sunday, lifts on Monday and Wednesday; of this week's the last run is to come."""
    ended = [session for back in range(69, 0, -1) for session in _week(_THIS_MONDAY - timedelta(weeks=back), back)]
    this = list(_week(_THIS_MONDAY, 0))[:-1]
    ahead = (
        planned_run("2026-06-04 18:00", 40, type="recovery"),
        planned_lift("2026-06-06 09:00"),
        planned_run("2026-06-07 09:00", 110, type="long"),
    )
    return (*ended, *this, *ahead)


def _week(monday: date, back: int) -> Iterator[Session]:
    light = back % 4 == 3
    more = 0 if light else back % 3
    days = [monday + timedelta(day) for day in range(7)]
    yield lift(f"{days[0]} 18:00", 45, rpe=5 + more, exercises=_LIFTED)
    yield run(f"{days[1]} 07:00", 40 if light else 60, rpe=7, type="intervals", distance_m=11_000)
    yield lift(f"{days[2]} 18:00", 40, rpe=6, exercises=_LIFTED)
    yield run(f"{days[3]} 07:00", 45, rpe=5 + more, type="tempo", distance_m=9_500)
    yield run(f"{days[6]} 09:00", 70 if light else 100 + 5 * more, rpe=4, type="long", distance_m=18_200, descent_m=150)
