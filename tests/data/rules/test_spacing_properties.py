"""What holds of any week: hypothesis looks for one where it doesn't."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import end_of, in_zone, start_of
from data.catalogue import load_catalogue
from data.model import Athlete, LoggedSession, Session
from data.rules.hardness import hardness
from data.rules.spacing import pairs
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run

CATALOGUE = load_catalogue()
MIDNIGHT = moment("2026-10-24 00:00")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "+05:45")

levels = st.sampled_from(["easy", "moderate", "hard"])
lengths = st.sampled_from([None, 20, 45, 59.99, 60, 90, 120, 150, 210])
clocks = st.sampled_from(["exact", "exact", "exact", "morning", "noon", "evening", "unknown"])
athletes = st.builds(
    athlete, priority=st.sampled_from(["running", "strength"]), spacing=st.sampled_from(["standard", "strict"])
)

kinds = st.one_of(
    st.builds(run, st.just("2026-06-01 07:00"), mark=levels, type=st.sampled_from(["easy", "long", "race"])),
    st.builds(lift, st.just("2026-06-01 07:00"), mark=levels),
    st.builds(planned_run, st.just("2026-06-01 07:00"), type=st.sampled_from(["easy", "steady", "tempo", "race"])),
    st.builds(planned_lift, st.just("2026-06-01 07:00"), template=st.sampled_from(list(CATALOGUE.templates))),
)


@st.composite
def sessions(draw: st.DrawFn, exact: bool = False) -> list[Session]:
    """A few days of runs and lifts, planned and logged, in any order."""
    found: list[Session] = []
    for number in range(draw(st.integers(2, 8))):
        start = MIDNIGHT + timedelta(minutes=draw(st.integers(0, 4 * 24 * 4)) * 15)
        zone = draw(st.sampled_from(ZONES))
        fields = {
            "start": in_zone(start, zone),
            "minutes": draw(lengths),
            "clock": "exact" if exact else draw(clocks),
            "id": str(number),
        }
        found.append(replace(draw(kinds), zone=zone, **fields))
    return found


@given(sessions(), athletes)
def test_a_pair_is_a_run_and_a_lift_neither_of_them_easy_unless_they_overlap(days: list[Session], who: Athlete) -> None:
    by_id = {each.id: each for each in days}
    for pair in pairs(days, who, CATALOGUE):
        first, second = by_id[pair.first], by_id[pair.second]
        assert pair.order == ("strength-run" if first.kind == "strength" else "run-strength")
        assert {first.kind, second.kind} == {"run", "strength"}
        if pair.gap_hours >= 0:
            assert {hardness(first, CATALOGUE).level, hardness(second, CATALOGUE).level} <= {"moderate", "hard"}


@given(sessions(), athletes)
def test_each_earlier_session_is_reported_once_at_most(days: list[Session], who: Athlete) -> None:
    firsts = [pair.first for pair in pairs(days, who, CATALOGUE)]
    assert len(firsts) == len(set(firsts))


@given(sessions(), athletes)
def test_the_order_that_sessions_come_in_does_not_matter(days: list[Session], who: Athlete) -> None:
    assert pairs(days, who, CATALOGUE) == pairs(days[::-1], who, CATALOGUE)


@given(sessions())
def test_strict_spacing_reports_no_note_and_the_same_sessions(days: list[Session]) -> None:
    usual, strict = pairs(days, athlete(), CATALOGUE), pairs(days, athlete(spacing="strict"), CATALOGUE)
    assert all(pair.severity != "note" for pair in strict)
    assert sorted(pair.first for pair in strict) == sorted(pair.first for pair in usual)
    assert [pair.first for pair in strict if pair.severity == "clash"] == [
        pair.first for pair in usual if pair.severity == "clash"
    ]


@given(sessions(exact=True), st.sampled_from(ZONES))
def test_the_gap_is_elapsed_time_in_any_zone(days: list[Session], zone: str) -> None:
    elsewhere: list[Session] = [replace(each, start=in_zone(each.start, zone), zone=zone) for each in days]
    assert pairs(days, athlete(), CATALOGUE) == pairs(elsewhere, athlete(), CATALOGUE)


@given(sessions(exact=True), athletes)
def test_a_gap_of_known_times_is_start_minus_end_and_assumed_only_where_a_length_is(
    days: list[Session], who: Athlete
) -> None:
    by_id = {each.id: each for each in days}
    for pair in pairs(days, who, CATALOGUE):
        first, second = by_id[pair.first], by_id[pair.second]
        elapsed = (start_of(second) - end_of(first)).total_seconds()
        assumed = elapsed < 0 and _length_missing(first, second)
        assert pair.assumed == assumed
        assert abs(pair.gap_hours * 3600 - (0 if assumed else elapsed)) <= 0.5


def _length_missing(*sessions: Session) -> bool:
    return any(isinstance(each, LoggedSession) and each.minutes is None for each in sessions)


@given(sessions(), athletes)
def test_an_assumed_gap_is_never_an_overlap(days: list[Session], who: Athlete) -> None:
    by_id = {each.id: each for each in days}
    for pair in pairs(days, who, CATALOGUE):
        first, second = by_id[pair.first], by_id[pair.second]
        guessed = start_of(second) < end_of(first) and _length_missing(first, second)
        assert pair.assumed == (guessed or any(each.clock != "exact" for each in (first, second)))
        assert pair.gap_hours >= 0 or not pair.assumed


@settings(max_examples=50)
@given(sessions(exact=True), st.integers(0, 7))
def test_marking_a_session_easy_leaves_only_its_overlaps(days: list[Session], which: int) -> None:
    done = [each for each in days if isinstance(each, LoggedSession)]
    if done:
        easy = replace(done[which % len(done)], mark="easy")
        calm = [easy if each.id == easy.id else each for each in days]
        found = pairs(calm, athlete(), CATALOGUE)
        assert all(pair.gap_hours < 0 for pair in found if easy.id in (pair.first, pair.second))
