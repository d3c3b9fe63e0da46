"""Real files of real watches, with what they are known to hold."""

from datetime import timedelta
from pathlib import Path

import pytest

from data.formats.fit import read
from data.model import LoggedSession

SAMPLES = Path(__file__).parents[3] / "../shared/samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside this checkout")


def sessions(name: str) -> tuple[LoggedSession, ...]:
    found, problems = read((SAMPLES / name).read_bytes(), name)
    assert problems == ()
    return found


def only(name: str) -> LoggedSession:
    (session,) = sessions(name)
    return session


def start(session: LoggedSession) -> str:
    return session.start.isoformat()


def seconds(session: LoggedSession) -> float:
    return (session.minutes or 0) * 60


def test_a_marathon_in_osaka() -> None:
    run = only("osaka_marathon.fit")
    assert (run.kind, start(run), run.zone) == ("run", "2025-02-24T09:15:21+09:00", "+09:00")
    assert run.distance_m == 42_429.43
    assert seconds(run) == pytest.approx(8_834.1, abs=0.05)
    assert run.hr_avg == 184
    assert len(run.laps) == 10
    assert sum(lap.distance_m or 0 for lap in run.laps) == pytest.approx(42_429.43, abs=0.1)
    assert sum(lap.seconds for lap in run.laps) == pytest.approx(8_834.1, abs=0.1)
    assert run.descent_m == 117
    assert len(run.zone_seconds) == 5
    assert sum(run.zone_seconds) < seconds(run)


def test_a_treadmill_run_without_positions() -> None:
    run = only("treadmill_12km.fit")
    assert (run.kind, start(run)) == ("run", "2026-03-04T18:07:54+00:00")
    assert (run.distance_m, run.hr_avg) == (12_015.70, 157)
    assert seconds(run) == pytest.approx(3_861)


def test_a_run_with_fields_that_an_app_added() -> None:
    run = only("developer_fields_run.fit")
    assert (run.kind, start(run), run.distance_m) == ("run", "2017-01-17T17:06:47+00:00", 6_753.99)
    assert seconds(run) == pytest.approx(3_424)


def test_a_run_a_transition_and_rowing() -> None:
    run, change, row = sessions("multisport.fit")
    assert [one.kind for one in (run, change, row)] == ["run", "cross", "cross"]
    assert [one.title for one in (run, change, row)] == ["", "Transition", "Rowing"]
    assert start(run) == "2021-03-22T11:48:16+01:00"
    assert [len(one.laps) for one in (run, change, row)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("name", "begin", "lasts", "rate", "sets", "reps", "weighted", "kilos"),
    [
        ("strength_38_sets.fit", "2025-09-23T13:08:29+03:00", 2_404.9, 111, 38, 279, 14, 572.0),
        ("strength_14_sets.fit", "2025-10-20T20:44:06+03:00", 1_857.7, 88, 14, 74, 5, 336.0),
    ],
)
def test_a_lift(
    name: str, begin: str, lasts: float, rate: int, sets: int, reps: int, weighted: int, kilos: float
) -> None:
    lift = only(name)
    done = [one for exercise in lift.exercises for one in exercise.sets]
    assert (lift.kind, start(lift), lift.zone, lift.hr_avg) == ("strength", begin, "+03:00", rate)
    assert seconds(lift) == pytest.approx(lasts, abs=0.05)
    assert len(done) == sets
    assert sum(one.reps or 0 for one in done) == reps
    assert sum(one.kg is not None for one in done) == weighted
    assert sum((one.kg or 0) * (one.reps or 0) for one in done) == kilos
    times = [one.at for one in done if one.at is not None]
    assert len(times) == sets
    assert lift.start <= min(times) <= max(times) <= lift.start + timedelta(seconds=lasts)


def test_a_ride_by_its_timer_and_its_recorded_distance() -> None:
    ride = only("twin_668m.fit")
    assert (ride.kind, ride.title, ride.distance_m) == ("cross", "Cycling", 668.19)
    assert seconds(ride) == pytest.approx(93.7)


@pytest.mark.parametrize(
    ("name", "count", "said"),
    [
        ("badcrc.fit", 1, ["its checksum does not match; what could be read is kept"]),
        ("nocrc.fit", 1, ["it is cut short or damaged; what could be read is kept"]),
        ("gzipped.fit", 1, []),
        ("concat2.fit", 2, []),
        ("extreme_ts.fit", 0, ["a session in it has no start that makes sense; left out"]),
        ("badutf8.fit", 0, ["it holds no activity; left out"]),
        ("empty.fit", 0, ["it is empty; left out"]),
        ("bomb.zip", 0, ["it is no FIT file; left out"]),
        ("html.gpx", 0, ["it is no FIT file; left out"]),
        ("utf16.gpx", 0, ["it is no FIT file; left out"]),
    ],
)
def test_files_made_to_do_harm(name: str, count: int, said: list[str]) -> None:
    found, problems = read((SAMPLES / "hostile" / name).read_bytes(), name)
    assert [problem.line() for problem in problems] == [f"{name}: {line}" for line in said]
    assert len(found) == count
    assert all((one.distance_m, len(one.laps)) == (42_429.43, 10) for one in found)


def test_the_zipped_marathon_is_the_same_session() -> None:
    plain = only("osaka_marathon.fit")
    assert read((SAMPLES / "hostile/gzipped.fit").read_bytes(), "gzipped.fit")[0] == (plain,)
