"""Seasons that nobody thought of: no limit is broken, and no move would avoid a warning that is left."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data.calendar import WEEKDAYS, day_of, end_of, start_of
from data.catalogue import load_catalogue
from data.lift_days import Around
from data.model import Athlete, Availability, Level, PlannedSession, RunType, Session
from data.rules.arrange import arrange
from data.rules.hardness import hardness
from data.rules.phases import phase_on
from data.season import Season, lay_season
from data.season_phases import season_phases
from tests.builders import athlete, moment, planned_run

CATALOGUE = load_catalogue()
# A Monday.
TODAY = date(2026, 6, 1)
NOW = moment("2026-06-01 12:00")
RUN_TYPES: st.SearchStrategy[RunType] = st.sampled_from(["easy", "long", "tempo", "intervals", "recovery"])
ALL_SLOTS = [f"{day[:3]}-{half}" for day in WEEKDAYS for half in ("morning", "evening")]
SLOTS = st.lists(st.sampled_from(ALL_SLOTS), unique=True, min_size=1)


@st.composite
def _runs(draw: st.DrawFn) -> list[PlannedSession]:
    found = []
    for day in sorted(draw(st.sets(st.integers(0, 34), max_size=20))):
        kind: RunType = draw(RUN_TYPES)
        clock = draw(st.sampled_from(["06:30", "12:00", "18:30"]))
        minutes = draw(st.integers(30, 130))
        found.append(planned_run(f"{TODAY + timedelta(day)} {clock}", minutes, type=kind))
    return found


@settings(max_examples=40, deadline=None)
@given(
    runs=_runs(),
    race=st.integers(8, 28),
    level=st.sampled_from(["building", "solid", "strong"]),
    gym=st.booleans(),
    slots=st.none() | SLOTS,
)
def test_no_lift_breaks_a_limit_and_no_move_would_avoid_a_warning(
    runs: list[PlannedSession], race: int, level: Level, gym: bool, slots: list[Any] | None
) -> None:
    day = TODAY + timedelta(race)
    known = [*(each for each in runs if day_of(each) != day), planned_run(f"{day} 09:00", 120, type="race", id="race")]
    equipment = ("barbell",) if gym else ()
    someone = athlete(
        level=level, equipment=equipment, availability=Availability(strength=tuple(slots) if slots else None)
    )
    spans = season_phases(day, TODAY)
    season = lay_season(spans, Around(someone, known, CATALOGUE, NOW))
    days = [day_of(each) for each in season.sessions]
    assert len(set(days)) == len(days)
    assert all(phase_on(each, spans) for each in days)
    for each in season.sessions:
        assert start_of(each) >= NOW
        assert end_of(each) <= moment(f"{day} 09:00") - timedelta(hours=72) or day_of(each) > day
        assert phase_on(day_of(each), spans) != "race_week" or (hardness(each, CATALOGUE).leg_stress or 0) < 10
    for week in season.weeks:
        assert len(week.kept) + len(week.lifts) <= week.dose.sessions
        assert all(day_of(each) in week.days for each in week.lifts)
    _no_move_would_help(season, known, someone)


def _no_move_would_help(season: Season, known: Sequence[Session], someone: Athlete) -> None:
    every = [*known, *season.sessions]
    for week in season.weeks:
        ids = [each.id for each in week.lifts]
        best = arrange(week.days, every, someone, CATALOGUE, (), NOW, ids)
        now = [pair for pair in best.before if pair.severity != "note" and {pair.first, pair.second} & set(ids)]
        # In the weeks beside a race the best place can be one that is kept free of lifts.
        if not {week.phase} & {"race_week", "recovery", "taper"}:
            left = [pair for pair in best.after if pair.severity != "note" and {pair.first, pair.second} & set(ids)]
            assert len(now) <= len(left)
