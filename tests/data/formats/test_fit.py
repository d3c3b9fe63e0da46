"""What a session that a watch recorded becomes in the log. The files are written by the tests themselves."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from data.formats.fit import read
from data.model import Lap, LoggedExercise, LoggedSession, LoggedSet
from tests.data.formats.fitfile import (
    ACTIVE,
    CYCLING,
    REST,
    RUNNING,
    SESSION_MESSAGE,
    STRENGTH_TRAINING,
    TRAINING,
    TRANSITION,
    Message,
    at,
    fit,
)

SEVEN = at("2026-06-01T05:00:00Z")  # seven in the morning in Berlin
CREATED: Message = ("file_id", {"type": 4, "time_created": SEVEN})


def a_run(**fields: Any) -> Message:
    return "session", {"start_time": SEVEN, "sport": RUNNING, "total_timer_time": 1800} | fields


def a_lift(**fields: Any) -> Message:
    return a_run(sport=TRAINING, sub_sport=STRENGTH_TRAINING, **fields)


def a_set(seconds: int, **fields: Any) -> Message:
    return "set", {"start_time": SEVEN + seconds, "set_type": ACTIVE, "duration": 30} | fields


def a_record(seconds: int, **fields: Any) -> Message:
    return "record", {"timestamp": SEVEN + seconds} | fields


def only(*messages: Message, usual: str = "UTC") -> LoggedSession:
    sessions, problems = read(fit(CREATED, *messages), "a.fit", usual)
    assert problems == ()
    assert len(sessions) == 1
    return sessions[0]


def test_a_run_has_what_the_watch_summed_up() -> None:
    run = only(
        a_run(
            total_elapsed_time=2000,
            total_timer_time=1800.25,
            total_distance=5210.5,
            avg_heart_rate=151,
            max_heart_rate=172,
            total_ascent=40,
            total_descent=55,
        )
    )
    assert (run.kind, run.type, run.title) == ("run", None, "")
    assert run.minutes == pytest.approx(1800.25 / 60)
    assert (run.distance_m, run.ascent_m, run.descent_m) == (5210.5, 40, 55)
    assert (run.hr_avg, run.hr_max) == (151, 172)
    assert run.clock == "exact"


def test_a_rating_given_on_the_watch_is_the_sessions() -> None:
    assert only(a_run(workout_rpe=70)).rpe == 7


def test_the_same_bytes_are_the_same_session_each_time() -> None:
    data = fit(CREATED, a_run())
    once, again = read(data, "a.fit")[0][0], read(data, "b.fit")[0][0]
    other = read(fit(CREATED, a_run(total_timer_time=1801)), "a.fit")[0][0]
    assert once == again
    assert once.source is not None
    assert once.source.startswith("fit:")
    assert (other.id, other.source) != (once.id, once.source)


@pytest.mark.parametrize(
    ("offset_seconds", "usual", "zone", "hour"),
    [
        (7200, "Europe/Berlin", "Europe/Berlin", 7),
        (32400, "Europe/Berlin", "+09:00", 14),
        (-12600, "Europe/Berlin", "-03:30", 1),
        (32403, "Europe/Berlin", "+09:00", 14),
        (None, "Europe/Berlin", "Europe/Berlin", 7),
        (400_000, "Europe/Berlin", "Europe/Berlin", 7),
        (5000, "Asia/Tokyo", "Asia/Tokyo", 14),
    ],
)
def test_the_local_time_says_the_zone_unless_it_is_rubbish(
    offset_seconds: int | None, usual: str, zone: str, hour: int
) -> None:
    local = None if offset_seconds is None else SEVEN + offset_seconds
    run = only(a_run(), ("activity", {"timestamp": SEVEN, "local_timestamp": local}), usual=usual)
    assert (run.zone, run.start.hour) == (zone, hour)
    assert run.start == datetime.fromisoformat("2026-06-01T05:00:00+00:00")


def test_laps_are_kept_in_their_order() -> None:
    lap = {"avg_heart_rate": 150, "max_heart_rate": 160, "total_ascent": 3, "total_descent": 4}
    run = only(
        ("lap", {"start_time": SEVEN, "total_timer_time": 300.5, "total_distance": 1000} | lap),
        ("lap", {"start_time": SEVEN + 301, "total_timer_time": 290}),
        a_run(),
    )
    assert run.laps == (
        Lap(seconds=300.5, distance_m=1000, hr_avg=150, hr_max=160, ascent_m=3, descent_m=4),
        Lap(seconds=290),
    )


def test_what_the_watch_did_not_sum_up_comes_from_the_records() -> None:
    heights = (100, 95, 96, 90, 100, 98, 100)  # down 5 and 5, up 10; steps under 3 m are noise
    records = [
        a_record(10 * place, altitude=height, distance=30 * place, heart_rate=140 + place)
        for place, height in enumerate(heights)
    ]
    run = only(*records, a_run())
    assert (run.ascent_m, run.descent_m) == (10, 10)
    assert run.distance_m == 180
    assert (run.hr_avg, run.hr_max) == (143, 146)


def test_time_in_zones_is_the_watchs_own_sum() -> None:
    """Of seven sums the first is below zone 1 and the last above zone 5."""
    sums = {"reference_mesg": SESSION_MESSAGE, "reference_index": 0, "time_in_hr_zone": (60, 1, 2, 3, 4, 5, 6)}
    of_a_lap = sums | {"reference_mesg": 19, "time_in_hr_zone": (0, 9, 9, 9, 9, 9, 9)}
    run = only(("time_in_zone", of_a_lap), ("time_in_zone", sums), a_run(message_index=0))
    assert run.zone_seconds == (1, 2, 3, 4, 11)


def test_time_in_zones_may_stand_in_the_session_itself() -> None:
    assert only(a_run(time_in_hr_zone=(10, 20, 30, 40, 50))).zone_seconds == (10, 20, 30, 40, 50)


def test_time_in_zones_is_counted_where_only_the_zones_are_known() -> None:
    """Six borders: zone 1 begins above the first. A gap of more than a minute is a pause."""
    zones = [("hr_zone", {"message_index": place, "high_bpm": 100 + 10 * place}) for place in range(6)]
    rates = ((0, 95), (10, 105), (20, 110), (30, 111), (40, 155), (60, 130), (500, 130), (510, None))
    records = [a_record(second, heart_rate=rate) for second, rate in rates]
    assert only(*zones, *records, a_run()).zone_seconds == (20, 10, 10, 0, 20)


def test_time_in_zones_is_left_out_where_no_zones_are_known() -> None:
    assert only(a_record(0, heart_rate=140), a_record(10, heart_rate=140), a_run()).zone_seconds == ()


def test_sets_of_an_exercise_in_a_row_belong_together_and_a_rest_is_no_set() -> None:
    squat = {"category": 28, "category_subtype": 6}  # squat, barbell back squat
    plank = {"category": 19, "category_subtype": 43}
    lift = only(
        a_set(0, repetitions=5, weight=80, **squat),
        a_set(40, set_type=REST, duration=120),
        a_set(160, repetitions=4, weight=82.5, **squat),
        a_set(240, duration=45, repetitions=None, weight=0, **plank),
        a_set(300, repetitions=3, weight=82.5, **squat),
        a_lift(total_timer_time=400),
        ("activity", {"timestamp": SEVEN, "local_timestamp": SEVEN + 10_800}),
    )
    moscow = timezone(timedelta(hours=3))
    begun = [datetime(2026, 6, 1, 8, 0, tzinfo=moscow) + timedelta(seconds=second) for second in (0, 160, 240, 300)]
    assert (lift.kind, lift.zone, lift.title) == ("strength", "+03:00", "")
    assert lift.minutes == pytest.approx(400 / 60)
    assert lift.exercises == (
        LoggedExercise(
            exercise="back_squat",
            sets=(LoggedSet(kg=80, reps=5, at=begun[0]), LoggedSet(kg=82.5, reps=4, at=begun[1])),
        ),
        LoggedExercise(exercise="front_plank", sets=(LoggedSet(seconds=45, at=begun[2]),)),
        LoggedExercise(exercise="back_squat", sets=(LoggedSet(kg=82.5, reps=3, at=begun[3]),)),
    )


@pytest.mark.parametrize(
    ("fields", "exercise"),
    [
        ({"category": 28, "category_subtype": 37}, "goblet_squat"),
        ({"category": (28, 17), "category_subtype": (37, None)}, "goblet_squat"),
        ({"category": (65534, 28), "category_subtype": (None, 37)}, "goblet_squat"),
        ({"category": 30, "category_subtype": 6}, "dumbbell_kickback"),
        ({"category": 28}, "squat"),
        ({"category": 8}, "deadlift_of_some_kind"),
        ({"category": 49, "category_subtype": 20}, "suspension_push_up"),
        ({"category": 28, "category_subtype": 60_000}, "squat"),
        ({"category": 28, "category_subtype": 61}, "bodyweight_squat"),
        ({"category": 28, "category_subtype": 61, "weight": 60}, "squat"),
        ({"category": 17, "category_subtype": 32}, "forward_lunge"),
        ({"category": 17, "category_subtype": 32, "weight": 20}, "lunge"),
        ({"category": 17}, "lunge"),
        ({"category": 22}, "push_up"),
        ({"category": 22, "category_subtype": 60_000}, "push_up_of_some_kind"),
        ({"category": 22, "weight": 10}, "push_up_of_some_kind"),
        ({"category": 19}, "front_plank"),
        ({"category": 23}, "row_dumbbell"),
        ({"category": 23, "weight": 14}, "row"),
        ({"category": 29, "category_subtype": 0}, "burpee"),
        ({"category": 65534}, "unknown_exercise"),
        ({"category": 12_345}, "unknown_exercise"),
        ({}, "unknown_exercise"),
    ],
)
def test_an_exercise_is_the_catalogues_or_the_athletes_own(fields: dict[str, Any], exercise: str) -> None:
    assert only(a_set(0, repetitions=5, **fields), a_lift()).exercises[0].exercise == exercise


def test_several_sports_in_a_file_are_several_sessions() -> None:
    """A run, a change of shoes, a lift: laps, sets and records belong to the one that they began in."""
    change, lift = SEVEN + 1800, SEVEN + 1860
    sessions, problems = read(
        fit(
            CREATED,
            a_record(10, heart_rate=150),
            ("lap", {"start_time": SEVEN, "total_timer_time": 1800}),
            a_run(),
            ("lap", {"start_time": change, "total_timer_time": 60}),
            a_record(1810, heart_rate=120),
            a_run(start_time=change, sport=TRANSITION, total_timer_time=60),
            a_set(1870, repetitions=5, category=22, category_subtype=77),
            a_record(1900, heart_rate=90),
            a_lift(start_time=lift, total_timer_time=900),
        ),
        "three.fit",
    )
    assert problems == ()
    assert [(one.kind, one.title) for one in sessions] == [("run", ""), ("cross", "Transition"), ("strength", "")]
    assert [one.hr_avg for one in sessions] == [150, 120, 90]
    assert [[lap.seconds for lap in one.laps] for one in sessions] == [[1800], [60], []]
    assert [[one.exercise for one in session.exercises] for session in sessions] == [[], [], ["push_up"]]
    assert len({one.id for one in sessions}) == 3


@pytest.mark.parametrize(
    ("sport", "sub_sport", "title"),
    [(CYCLING, 0, "Cycling"), (TRAINING, 43, "Yoga"), (TRAINING, 0, "Training"), (250, 0, "Sport 250"), (None, 0, "")],
)
def test_another_sport_is_cross_training_by_its_name(sport: int | None, sub_sport: int, title: str) -> None:
    session = only(a_run(sport=sport, sub_sport=sub_sport, total_distance=20_000))
    assert (session.kind, session.title, session.distance_m) == ("cross", title, 20_000)


def test_what_an_app_added_counts_for_nothing() -> None:
    described = {
        "developer_data_index": 0,
        "field_definition_number": 0,
        "fit_base_type_id": 2,
        "field_name": "heart_rate",
    }
    run = only(
        ("developer_data_id", {"developer_data_index": 0}),
        ("field_description", described),
        a_record(0, heart_rate=140),
        ("record", {"timestamp": SEVEN + 10, "heart_rate": 142, 0: 250}),
        a_run(),
    )
    assert (run.hr_avg, run.hr_max) == (141, 142)
