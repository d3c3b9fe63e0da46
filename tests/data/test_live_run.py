"""A run under way: the time and the step it is at are read from stored moments, whatever happened in between."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.live import run_changes as changes
from data.live.run import LiveRun, RunLap, RunStep, active_seconds, course_of, is_paused, next_step, rep_of
from data.model import Lap, Niggle
from tests.builders import BERLIN, moment

START = moment("2026-06-01 18:00")
REP = RunStep("work", metres=800, target_s_per_km=250)
REST = RunStep("recovery", seconds=90)
WARM_UP, COOL_DOWN = RunStep("warmup", metres=2000), RunStep("cooldown")
FREE = LiveRun("run", START, BERLIN, "", ())
INTERVALS = replace(FREE, steps=(WARM_UP, REP, REST, REP, COOL_DOWN))


def after(seconds: float) -> datetime:
    """So many seconds after the start."""
    return START + timedelta(seconds=seconds)


def ended(run: LiveRun, *seconds: float) -> LiveRun:
    """The run with a lap ended by the key after each of those seconds."""
    for each in seconds:
        run = changes.end_lap(run, after(each))
    return run


def test_a_free_run_counts_from_its_start_and_is_divided_by_the_key() -> None:
    course = course_of(ended(FREE, 300, 590), after(754))
    assert course.seconds == 754
    assert [lap.seconds for lap in course.laps] == [300, 290]
    assert (course.step, course.elapsed, course.left) == (None, 164, None)


def test_a_step_with_a_distance_ends_by_the_key_and_one_with_a_time_by_itself() -> None:
    run = ended(INTERVALS, 660, 865)
    assert course_of(run, after(900)).step == REST
    assert course_of(run, after(900)).left == 55
    course = course_of(run, after(955))
    assert course.step == REP
    assert course.elapsed == 0
    assert course.laps == (RunLap(660, WARM_UP), RunLap(205, REP), RunLap(90, REST))
    assert next_step(run, course) == COOL_DOWN


def test_the_key_ends_a_timed_step_early() -> None:
    course = course_of(ended(INTERVALS, 660, 865, 925), after(930))
    assert course.laps[-1] == RunLap(60, REST)
    assert (course.step, course.elapsed) == (REP, 5)


def test_after_the_last_step_the_time_runs_on() -> None:
    run = replace(FREE, steps=(RunStep("work", seconds=60), RunStep("recovery", seconds=30)))
    course = course_of(run, after(100))
    assert [lap.seconds for lap in course.laps] == [60, 30]
    assert (course.step, course.elapsed, course.left) == (None, 10, None)
    assert next_step(run, course) is None


def test_which_rep_it_is() -> None:
    assert [rep_of(INTERVALS, place) for place in range(5)] == [None, (1, 2), None, (2, 2), None]
    assert rep_of(replace(FREE, steps=(WARM_UP, REP)), 1) is None


def test_a_pause_stops_the_time_and_the_countdown() -> None:
    run = changes.pause(ended(INTERVALS, 660, 865), after(900))
    assert is_paused(run)
    assert course_of(run, after(5000)).left == 55
    run = changes.pause(run, after(5000))
    assert not is_paused(run)
    assert course_of(run, after(5010)).left == 45
    assert active_seconds(run, after(5010)) == 910


def test_no_lap_ends_in_a_pause_and_none_right_after_the_one_before() -> None:
    paused = changes.pause(ended(FREE, 300), after(310))
    assert changes.end_lap(paused, after(400)) == paused
    assert ended(FREE, 300, 300.3, 301) == ended(FREE, 300)
    at_the_end_of_the_rest = ended(INTERVALS, 660, 865, 956)
    assert course_of(at_the_end_of_the_rest, after(957)).step == REP


def test_the_last_lap_taken_back_goes_on() -> None:
    assert changes.undo_lap(ended(INTERVALS, 660, 865)) == ended(INTERVALS, 660)
    course = course_of(changes.undo_lap(ended(INTERVALS, 660, 865)), after(870))
    assert (course.step, course.elapsed) == (REP, 210)
    assert changes.undo_lap(FREE) == FREE


def test_a_clock_put_back_takes_no_time_away_from_laps() -> None:
    run = ended(FREE, 300)
    assert course_of(run, after(100)).seconds == 300
    assert course_of(FREE, after(-100)).seconds == 0


def test_other_steps_keep_the_laps() -> None:
    run = changes.take_steps(ended(INTERVALS, 660), (WARM_UP, REST, REP), after(700))
    course = course_of(run, after(700))
    assert course.laps == (RunLap(660, WARM_UP),)
    assert course.step == REST


def test_steps_typed_on_the_way_begin_then() -> None:
    run = changes.take_steps(ended(FREE, 300), (REST, REP), after(660))
    course = course_of(run, after(700))
    assert [lap.seconds for lap in course.laps] == [300, 360]
    assert (course.step, course.left) == (REST, 50)
    assert course_of(run, after(760)).step == REP


def test_steps_typed_as_the_run_begins_begin_with_it() -> None:
    assert course_of(changes.take_steps(FREE, (REST, REP), after(30)), after(30)).left == 60
    at_a_lap = changes.take_steps(ended(FREE, 660), (REST, REP), after(661))
    assert at_a_lap.marks == (660,), "no lap of a second"


def test_a_lap_ended_in_the_moment_that_a_step_runs_out_is_that_step() -> None:
    run = replace(ended(FREE, 90, 660), steps=(REST, REP))
    assert course_of(run, after(700)).laps == (RunLap(90, REST), RunLap(570, REP))


def test_a_finished_run_has_its_laps_its_time_and_what_was_said_of_it() -> None:
    run = replace(INTERVALS, type="intervals", plan_id="plan", title="2x800m", minutes=60)
    run = changes.note_run(ended(run, 660, 865, 1160), "windy", Niggle(part="knee", level=2))
    logged = changes.finish_run(run, 7, after(1500))
    assert (logged.id, logged.kind, logged.start, logged.zone) == ("run", "run", START, BERLIN)
    assert (logged.type, logged.plan_id, logged.title, logged.rpe) == ("intervals", "plan", "2x800m", 7)
    assert (logged.notes, logged.niggles) == ("windy", (Niggle(part="knee", level=2),))
    assert logged.minutes == 25
    assert logged.laps == (
        Lap(seconds=660, distance_m=2000),
        Lap(seconds=205, distance_m=800),
        Lap(seconds=90),
        Lap(seconds=205, distance_m=800),
        Lap(seconds=340),
    )
    assert logged.distance_m is None


def test_pauses_are_no_part_of_the_minutes() -> None:
    run = changes.pause(changes.pause(FREE, after(600)), after(1200))
    assert changes.finish_run(run, None, after(1800)).minutes == 20
    assert changes.finish_run(changes.pause(FREE, after(600)), None, after(9999)).minutes == 10


def test_what_was_typed_wins_over_the_stopwatch() -> None:
    logged = changes.finish_run(FREE, 5, after(3100), 10200, 2910)
    assert (logged.distance_m, logged.minutes, logged.laps) == (10200, 48.5, ())
    divided = changes.finish_run(ended(FREE, 1000), 5, after(3100), 10200, 2910)
    assert [lap.seconds for lap in divided.laps] == [1000, 1910]


def test_a_distance_that_every_lap_has_is_the_runs() -> None:
    run = replace(FREE, steps=(REP, RunStep("recovery", metres=200), REP))
    logged = changes.finish_run(ended(run, 200, 300, 500), 5, after(501))
    assert logged.distance_m == 1800
    assert [lap.distance_m for lap in logged.laps] == [800, 200, 800]


def test_a_run_that_was_never_divided_has_no_laps() -> None:
    assert changes.finish_run(FREE, None, after(600)).laps == ()


SECONDS = st.integers(0, 4000).map(float)
STEPS = st.lists(
    st.builds(
        lambda seconds: RunStep("work", seconds=seconds, metres=None if seconds else 400),
        st.none() | st.integers(1, 400),
    ),
    max_size=5,
)


@given(STEPS, st.lists(SECONDS, max_size=6, unique=True), SECONDS)
def test_laps_and_what_is_under_way_are_all_of_the_time(steps: list[RunStep], keys: list[float], until: float) -> None:
    run = ended(replace(FREE, steps=tuple(steps)), *sorted(keys))
    course = course_of(run, after(until))
    assert abs(sum(lap.seconds for lap in course.laps) + course.elapsed - course.seconds) < 0.05
    assert course.elapsed >= 0
    assert course.left is None or course.left > 0
    later = course_of(run, after(max(until, *keys, 0) + 1)) if keys else course_of(run, after(until + 1))
    assert later.laps[: len(course.laps)] == course.laps


@given(STEPS, st.lists(SECONDS, min_size=1, max_size=6, unique=True))
def test_taking_back_undoes_the_key(steps: list[RunStep], keys: list[float]) -> None:
    *before, last = sorted(keys)
    run = ended(replace(FREE, steps=tuple(steps)), *before)
    again = ended(run, last)
    assert again == run or changes.undo_lap(again) == run
