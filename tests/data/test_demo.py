"""The made-up season: everything that there is to see, the same for the same moment."""

from datetime import datetime, timedelta
from typing import get_args

import pytest

from data.calendar import Days, day_of, week_of
from data.catalogue import load_catalogue
from data.demo import fill, season
from data.formats.interchange import read_log, write_log
from data.live.intervals import steps_of_plan
from data.model import LoggedSession, RunType, Session
from data.plates import Rack
from data.rules.progression import next_time
from data.rules.spacing import Pair, pairs, pairs_of_days
from data.rules.status import status_of
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from data.units import Units
from tests.big_log import ten_years
from tests.builders import BERLIN, moment

MONDAY = moment("2026-06-01 12:00")
ANYTIME = [MONDAY + timedelta(days=day, hours=hour) for day in range(7) for hour in (-12, 0, 11)]


def back_to_back(now: datetime) -> tuple[Pair, ...]:
    """What lands back to back in the week of the moment."""
    log = season(now, BERLIN)
    sessions: list[Session] = [*log.planned, *log.logged]
    found = pairs(sessions, log.athlete, load_catalogue(), log.accepted, now)
    return pairs_of_days(found, sessions, week_of(now.date()))


def test_the_same_moment_gives_the_same_log() -> None:
    assert season(MONDAY, BERLIN) == season(MONDAY, BERLIN)


def test_it_is_a_log_that_can_be_written_and_read() -> None:
    written = write_log(season(MONDAY, BERLIN))
    assert write_log(read_log(written)) == written


def test_more_than_a_year_behind_and_four_weeks_ahead() -> None:
    log = season(MONDAY, BERLIN)
    assert min(day_of(session) for session in log.logged) == MONDAY.date() - timedelta(weeks=64) + timedelta(1)
    assert max(day_of(session) for session in log.planned) == MONDAY.date() + timedelta(weeks=5) - timedelta(1)
    assert [session.title for session in log.planned if session.start > MONDAY and session.type == "race"]


def test_each_of_the_last_twelve_weeks_has_the_one_of_a_year_before() -> None:
    log = season(MONDAY, BERLIN)
    last_year = [week_of(MONDAY.date()).moved(-7 * (52 + back)) for back in range(12)]
    assert all({"run", "strength"} <= {each.kind for each in log.logged if day_of(each) in week} for week in last_year)


@pytest.mark.parametrize("now", ANYTIME, ids=[f"{now:%a %H}" for now in ANYTIME])
def test_whenever_it_is_opened_a_lift_is_to_be_heavier(now: datetime) -> None:
    log, catalogue = season(now, BERLIN), load_catalogue()
    ahead = [each for each in log.planned if each.kind == "strength" and each.start > now][:2]
    told = [next_time(item, log.logged, catalogue, Rack()) for lift in ahead for item in catalogue.prescribed(lift)]
    assert "heavier" in [each.kind for each in told if each]


@pytest.mark.parametrize("now", ANYTIME, ids=[f"{now:%a %H}" for now in ANYTIME])
def test_whenever_it_is_opened_a_coach_has_written_and_changed_the_plan(now: datetime) -> None:
    backend = MemoryBackend()
    fill(lambda visitor: Logbook(backend, lambda: now, visitor=visitor), now, BERLIN)
    annas = Logbook(backend, lambda: now)
    monday = week_of(now.date())
    about = [annas.find(each.about) for each in annas.unread()]
    assert [each and each.type for each in about] == [None, "intervals"]
    assert next(each.about for each in annas.unread()) == monday.start.isoformat()
    (theirs,) = annas.theirs(Days(monday.start, monday.moved(7).until))
    assert theirs.before
    assert theirs.after
    assert (theirs.by, theirs.before.minutes or 0) == ("kim", (theirs.after.minutes or 0) + 15)
    annas.take_back(theirs)
    assert annas.find(theirs.after.id) == theirs.before
    assert read_log(write_log(annas.everything()))


def test_every_kind_of_run_with_all_that_a_watch_knows() -> None:
    runs = [session for session in season(MONDAY, BERLIN).logged if session.kind == "run"]
    assert {run.type for run in runs} == set(get_args(RunType))
    assert all(run.rpe and run.distance_m and run.hr_avg and run.zone_seconds for run in runs)
    for run in (run for run in runs if run.laps):
        assert sum(lap.seconds for lap in run.laps) == pytest.approx((run.minutes or 0) * 60, abs=3)
        assert sum(lap.distance_m or 0 for lap in run.laps) == run.distance_m


def test_a_race_is_as_long_as_its_name_says() -> None:
    raced = [(run.title, run.distance_m) for run in season(MONDAY, BERLIN).logged if run.type in ("race", "time_trial")]
    assert raced == [("Half marathon", 21000), ("5 km on the track", 5000), ("Spring 10k", 10000)]


def test_the_squat_grows() -> None:
    def heaviest(session: LoggedSession) -> float:
        return max(done.kg or 0 for each in session.exercises if each.exercise == "back_squat" for done in each.sets)

    lifts = [session for session in season(MONDAY, BERLIN).logged if session.title == "Gym A"]
    weights = [heaviest(lift) for lift in lifts]
    assert weights == sorted(weights)
    assert weights[-1] - weights[0] >= 15


@pytest.mark.parametrize("now", ANYTIME, ids=[f"{now:%a %H}" for now in ANYTIME])
def test_whenever_it_is_opened_the_week_has_an_open_warning_and_an_accepted_one(now: datetime) -> None:
    assert [pair.accepted for pair in back_to_back(now) if pair.severity == "warning"] == [False, True]


def test_on_monday_the_warning_lies_ahead() -> None:
    pair = back_to_back(MONDAY)[0]
    by_id = {session.id: session for session in season(MONDAY, BERLIN).planned}
    assert by_id[pair.first].start == moment("2026-06-01 18:00")
    assert by_id[pair.second].type == "intervals"


def test_intervals_say_their_steps() -> None:
    planned = [session for session in season(MONDAY, BERLIN).planned if session.type == "intervals"]
    for plan in planned:
        steps = steps_of_plan(plan, Units())
        seconds = sum(step.seconds or 0 for step in steps)
        assert (plan.minutes or 0) - 3 < seconds / 60 <= (plan.minutes or 0)
    assert planned


def test_one_session_of_the_week_is_missed() -> None:
    sunday = ANYTIME[-1]
    log = season(sunday, BERLIN)
    missed = [
        plan for plan in log.planned if day_of(plan) in week_of(sunday.date()) and status_of(plan, sunday) == "missed"
    ]
    assert [(plan.kind, day_of(plan).isoformat()) for plan in missed] == [("run", "2026-06-03")]


def test_ten_years_for_the_benchmarks() -> None:
    log = ten_years(MONDAY, BERLIN)
    lifts = [session for session in log.logged if session.kind == "strength"]
    assert (len(log.logged), len(lifts)) == (5000, 1200)
    assert {sum(len(each.sets) for each in lift.exercises) for lift in lifts} == {18}
    assert len({session.start for session in log.logged}) == 5000
