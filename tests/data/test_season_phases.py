"""The phases of a season: counted back from the race, stretched, and put among those that are there."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import WEEKDAYS
from data.model import PhaseSpan, Weekday
from data.season_phases import race_of, season_phases, stretched, weeks_of, with_season

# A Sunday.
RACE = date(2026, 10, 25)
MONDAY = date(2026, 3, 2)
DAYS = st.integers(0, 500)
WEEK_STARTS = st.sampled_from(WEEKDAYS)


def seen(spans: tuple[PhaseSpan, ...]) -> list[str]:
    return [f"{span.phase} {span.start:%d %b} {weeks_of(span):g}" for span in spans]


def test_from_long_before_every_phase_in_whole_weeks() -> None:
    assert seen(season_phases(RACE, MONDAY)) == [
        "off_season 02 Mar 9",
        "base 04 May 12",
        "build 27 Jul 8",
        "peak 21 Sep 3",
        "taper 12 Oct 1",
        "race_week 19 Oct 1",
        "recovery 26 Oct 2",
    ]


def test_the_last_fourteen_days_are_taper_and_week_of_the_race_whatever_weekday_it_is_on() -> None:
    saturday = season_phases(date(2026, 10, 24), MONDAY)
    assert seen(saturday)[3:] == [
        "peak 21 Sep 2.85714",
        "taper 11 Oct 1",
        "race_week 18 Oct 1",
        "recovery 25 Oct 2",
    ]
    wednesday = season_phases(date(2026, 10, 21), MONDAY)
    assert seen(wednesday)[3:5] == ["peak 14 Sep 3.42857", "taper 08 Oct 1"]
    assert seen(season_phases(RACE, MONDAY, "sunday"))[1:4] == [
        "base 03 May 12",
        "build 26 Jul 8",
        "peak 20 Sep 3.14286",
    ]


@pytest.mark.parametrize(
    ("first", "phases"),
    [
        ("2026-10-05", ["peak 05 Oct 1", "taper 12 Oct 1", "race_week 19 Oct 1", "recovery 26 Oct 2"]),
        ("2026-10-10", ["peak 10 Oct 0.285714", "taper 12 Oct 1", "race_week 19 Oct 1", "recovery 26 Oct 2"]),
        ("2026-10-15", ["taper 15 Oct 0.571429", "race_week 19 Oct 1", "recovery 26 Oct 2"]),
        ("2026-10-22", ["race_week 22 Oct 0.571429", "recovery 26 Oct 2"]),
        ("2026-10-25", ["race_week 25 Oct 0.142857", "recovery 26 Oct 2"]),
    ],
)
def test_at_short_notice_what_is_nearest_to_the_race(first: str, phases: list[str]) -> None:
    assert seen(season_phases(RACE, date.fromisoformat(first))) == phases


def test_a_few_days_of_a_phase_belong_to_the_next() -> None:
    assert seen(season_phases(RACE, date(2026, 7, 23)))[0] == "build 23 Jul 8.57143"
    assert seen(season_phases(RACE, date(2026, 4, 30)))[0] == "base 30 Apr 12.5714"


def test_a_race_that_is_over_is_none() -> None:
    with pytest.raises(ValueError, match="the race is over"):
        season_phases(RACE, RACE + timedelta(1))


@given(days=DAYS, offset=st.integers(0, 6), week_start=WEEK_STARTS)
def test_no_gaps_and_no_phase_without_a_day(days: int, offset: int, week_start: Weekday) -> None:
    first = MONDAY + timedelta(offset)
    race = first + timedelta(days)
    spans = season_phases(race, first, week_start)
    assert spans[0].start == first
    assert (spans[-1].phase, spans[-1].until) == ("recovery", race + timedelta(15))
    assert all(span.start < span.until for span in spans)
    assert all(one.until == other.start for one, other in pairwise(spans))
    assert spans[-2].until == race + timedelta(1)
    tapering = sum((span.until - span.start).days for span in spans if span.phase in ("taper", "race_week"))
    assert tapering == min(14, days + 1)


def test_a_phase_takes_a_week_from_the_one_before() -> None:
    spans = season_phases(RACE, MONDAY)
    assert seen(stretched(spans, 2, 1))[:4] == [
        "off_season 02 Mar 9", "base 04 May 11", "build 20 Jul 9", "peak 21 Sep 3",
    ]  # fmt: skip
    assert seen(stretched(spans, 3, -1))[2:4] == ["build 27 Jul 9", "peak 28 Sep 2"]
    assert stretched(stretched(spans, 1, 3), 1, -3) == spans


def test_recovery_ends_later_or_earlier() -> None:
    spans = season_phases(RACE, MONDAY)
    assert seen(stretched(spans, 6, 1))[-1] == "recovery 26 Oct 3"
    assert seen(stretched(spans, 6, -1))[-1] == "recovery 26 Oct 1"
    assert stretched(spans, 6, -2) == spans


def test_what_cannot_be_stretched_stays() -> None:
    spans = season_phases(RACE, MONDAY)
    assert stretched(spans, 0, 1) == spans
    assert stretched(spans, 4, 1) == stretched(spans, 5, -1) == spans
    assert stretched(spans, 1, 9) == stretched(spans, 3, -3) == spans
    assert seen(stretched(spans, 1, 8))[:2] == ["off_season 02 Mar 1", "base 09 Mar 20"]


@given(days=DAYS, steps=st.lists(st.tuples(st.integers(0, 6), st.integers(-9, 9)), max_size=8))
def test_stretching_leaves_no_gaps_and_the_race_where_it_is(days: int, steps: list[tuple[int, int]]) -> None:
    race = MONDAY + timedelta(days)
    spans = season_phases(race, MONDAY)
    for place, weeks in steps:
        spans = stretched(spans, min(place, len(spans) - 1), weeks)
    assert spans[0].start == MONDAY
    assert all(one.until == other.start for one, other in pairwise(spans))
    assert all(span.start < span.until for span in spans)
    assert race_of(spans, MONDAY) == race


def test_a_season_takes_the_place_of_what_was_there() -> None:
    old = (
        PhaseSpan("off_season", date(2026, 1, 1), date(2026, 3, 9)),
        PhaseSpan("base", date(2026, 3, 9), date(2026, 11, 1)),
        PhaseSpan("build", date(2026, 11, 1), date(2026, 12, 1)),
    )
    season = season_phases(RACE, MONDAY)
    put = with_season(old, season)
    assert put == (
        PhaseSpan("off_season", date(2026, 1, 1), MONDAY),
        *season,
        PhaseSpan("build", date(2026, 11, 9), date(2026, 12, 1)),
    )
    assert with_season(put, season) == put
    assert with_season((), season) == season


def test_the_next_race_is_read_from_the_phases() -> None:
    spans = season_phases(RACE, MONDAY)
    assert race_of(spans, MONDAY) == race_of(spans, RACE) == RACE
    assert race_of(spans, RACE + timedelta(1)) is None
    assert race_of((), MONDAY) is None
